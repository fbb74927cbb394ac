import type { WorkLineCommand } from "@louyu/programmes"
import { agree } from "../Agreement.ts"
import { from, optional, required, to } from "../Column.ts"
import * as Form from "../Form.ts"
import * as ProgrammesForm from "../ProgrammesForm.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, defineGrouped, given, type Row } from "../Sheet.ts"
import { qualified } from "../StationForm.ts"
import { nameOf } from "./unitSheets.ts"

const workLine = required(ProgrammesForm.workLine, "工作主线", ["工作主线的编号", "the work line"], {
  also: ["工作主线编号", "主线"]
})
const group = required(ProgrammesForm.word, "组", [
  "组的编号，如 platforms，在主线内不重复",
  "the group, an id within its work line, such as platforms"
])
const nameEn = optional(wording(200), "英文名称", ["英文名称", "the same in English"])

const columns = {
  workLine,
  name: required(wording(200), "名称", [
    "如 一个组织、两个机制、三大平台、四大课堂和各大品牌活动",
    "what it is called"
  ]),
  nameEn,
  group,
  groupName: required(wording(200), "组名称", ["如 三大平台", "what the group is called"]),
  groupNameEn: optional(wording(200), "组英文名称", ["英文名称", "the same in English"]),
  declared: optional(qualified, "声明数", [
    "声明该组有几项，可与所列不同；未说数目的留空",
    "how many it says the group has, whatever is listed; empty where no number is said"
  ]),
  on: required(Form.date, "日期", ["提出的日期", "the day it was declared"])
}

const groupOf = ({ cells }: Row<typeof columns>): WorkLineCommand.Group => {
  const { group: id, groupName: name, groupNameEn, declared } = cells
  return given({ group: id, names: nameOf({ name, nameEn: groupNameEn }), declared })
}

const lines = defineGrouped({
  file: "work-lines.csv",
  names: { zh: "工作主线", en: "Work lines" },
  about: {
    zh: "“1234N”之类的工作主线，每组一行，按行的先后排列；各组的内容写在 work-line-entries.csv，声明数与所列数分别保留。",
    en: "Work lines such as one organisation, two mechanisms, three platforms: a row for each group, in their order. What the groups hold stands in work-line-entries.csv; the number declared and the number listed are both kept."
  },
  columns,
  key: ({ workLine: id }) => id,
  commands: (rows, out) => {
    const [first, ...more] = rows
    if (!agree(rows, ["name", "nameEn", "on"], out)) return
    const { workLine: id, on } = first.cells
    const groups = [groupOf(first), ...more.map(groupOf)] as const
    out.add(first, { _tag: "DeclareWorkLine", workLine: id, names: nameOf(first.cells), groups, on })
  }
})

const entries = define({
  file: "work-line-entries.csv",
  names: { zh: "工作主线内容", en: "What work lines hold" },
  about: {
    zh: "工作主线各组的内容，如某个平台、某个课堂，每项一行。",
    en: "What the groups of work lines hold, such as a platform or a classroom: one a row."
  },
  columns: {
    workLine,
    group,
    entry: required(ProgrammesForm.word, "内容", ["内容的编号，在组内不重复", "the entry, an id within its group"], {
      also: ["内容编号"]
    }),
    name: required(wording(200), "名称", ["名称", "what it is called"]),
    nameEn,
    from: from("起始日期", "its first day"),
    to: to("结束日期", "the day it is no longer there")
  },
  commands: (row, out) => {
    const { workLine: id, group: of, entry, from: start, to: end } = row.cells
    if (!out.isOrderly(row, "to", start, end)) return
    const about = { workLine: id, group: of, entry }
    out.add(row, { _tag: "EnterWorkLineEntry", ...about, names: nameOf(row.cells), from: start, on: start })
    if (end !== undefined) out.add(row, { _tag: "EndWorkLineEntry", ...about, to: end, on: end })
  }
})

/** Files about work lines and what they hold. */
export const workLineSheets = [lines, entries]
