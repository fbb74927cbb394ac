import { CityFolder } from "../src/index.ts"

const english = `# Columns of a city folder

[中文](COLUMNS.zh-CN.md)

A city folder holds \`city.json\` and one CSV file for each noun; only \`city.json\` must be there. The first row of a CSV file
holds the headings, in either language and any order; every other row is one record. UTF-8 with or without byte order
mark and GB18030 are read. An empty cell means that nothing is said. Lists are separated by semicolons. Dates are civil
dates; a period begins on its first day and does not hold on the day it ends. Cases and whistles tell moments: a date and
time as the clocks of the profile's time zone show it, the first of both where they were set back.

\`city.json\`: \`tenant\` (whose data it is), \`profile\` (the id of a preset, or a whole profile), and optionally \`names\`,
\`since\` (the first day wherever a row gives none) and \`format\` (1).
`

const chinese = `# 城市文件夹的列

[English](COLUMNS.md)

城市文件夹包含 \`city.json\` 和若干 CSV 文件，每个文件一类事项；只有 \`city.json\` 必不可少。CSV 第一行为列名，中英文均可，
顺序不限，其余每行一条记录。编码为 UTF-8（有无 BOM 均可）或 GB18030。空单元格表示没有说明；多项以分号分隔；日期为自然日，
时段含起始日、不含截止日。案件和吹哨写到时刻，以配置所定时区的时钟为准；时钟拨回而重复的时刻，取前一个。

\`city.json\`：\`tenant\`（数据归属）、\`profile\`（预置配置的编号，或整个配置），可选 \`names\`、\`since\`（行内未写日期时的起始日）
和 \`format\`（1）。
`

/** The pages and what they hold. */
export const pages: ReadonlyMap<string, string> = new Map([
  ["COLUMNS.md", `${english}\n${CityFolder.guide("en")}`],
  ["COLUMNS.zh-CN.md", `${chinese}\n${CityFolder.guide("zh")}`]
])
