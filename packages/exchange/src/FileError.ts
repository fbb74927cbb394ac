import { Problem, type Text } from "@louyu/kernel"
import { meant } from "./meant.ts"

const define = <const Tag extends string>(tag: Tag) => Problem.define("exchange", tag)

/** A file the folder cannot do without is missing. */
export class FileMissing extends define("FileMissing")<object>(() => ({
  zh: "文件夹中缺少此文件，请补充；可用 louyu init 生成模板。",
  en: "The folder lacks this file; add it, for example with louyu init."
})) {}

/** The folder holds a file nobody reads. */
export class FileUnknown extends define("FileUnknown")<{ readonly nearest: ReadonlyArray<string> }>((e) => ({
  zh: `此文件不会被读取；请改名、另存为 CSV 或移走。${meant(e.nearest).zh}`,
  en: `Nobody reads this file; rename it, save it as CSV or take it away.${meant(e.nearest).en}`
})) {}

/** A file is larger than can be read at once. */
export class FileTooLarge extends define("FileTooLarge")<{ readonly bytes: number; readonly limitBytes: number }>(
  (e) => ({
    zh: `文件有 ${e.bytes} 字节，超过上限 ${e.limitBytes}，请拆分成多个文件夹。`,
    en: `The file has ${e.bytes} bytes, more than the limit of ${e.limitBytes}; split it over several folders.`
  })
) {}

/** A file holds nothing, not even headings. */
export class FileEmpty extends define("FileEmpty")<object>(() => ({
  zh: "文件是空的，第一行应为列名；不需要时请删去此文件。",
  en: "The file is empty; its first row must hold the headings. Delete the file if you do not need it."
})) {}

/** A file is in an encoding that is not read. */
export class EncodingUnsupported extends define("EncodingUnsupported")<{ readonly encoding: string }>((e) => ({
  zh: `文件编码为 ${e.encoding}，请另存为“CSV UTF-8”。`,
  en: `The file is in ${e.encoding}; save it as "CSV UTF-8".`
})) {}

/** The bytes of a file are neither UTF-8 nor GB18030, or were damaged on the way. */
export class EncodingBroken extends define("EncodingBroken")<object>(() => ({
  zh: "文件既不是完整的 UTF-8 也不是 GB18030（可能已损坏或被截断），请从原表重新另存为“CSV UTF-8”。",
  en: 'The file is neither whole UTF-8 nor GB18030 (perhaps damaged or cut off); save it again as "CSV UTF-8" from its source.'
})) {}

/** The columns of a file are not separated by commas. */
export class SeparatorWrong extends define("SeparatorWrong")<{ readonly separator: string }>((e) => ({
  zh: `各列似乎以${e.separator === "\t" ? "制表符" : `“${e.separator}”`}分隔，请另存为以英文逗号分隔的 CSV。`,
  en: `The columns seem to be separated by ${e.separator === "\t" ? "tabs" : `"${e.separator}"`}; save the file as CSV with commas.`
})) {}

/** A quotation mark opens and never closes, or stands where none may stand. The rest of the file was not read. */
export class QuoteBroken extends define("QuoteBroken")<{ readonly reason: "unclosed" | "misplaced" }>((e) =>
  e.reason === "unclosed"
    ? {
        zh: "此处的双引号没有结束，其后的内容未读取；请补上结尾引号，内容里的引号要写两次。",
        en: "A quotation mark opens here and never closes, so nothing after it was read; close it, and double quotation marks inside a cell."
      }
    : {
        zh: "双引号的位置不对，其后的内容未读取；含引号的内容要整体加引号，里面的引号写两次。",
        en: "A quotation mark stands where none may, so nothing after it was read; quote the whole cell and double the marks inside it."
      }
) {}

/** A column that every row needs is missing. */
export class ColumnMissing extends define("ColumnMissing")<{ readonly zh: string; readonly en: string }>((e) => ({
  zh: `缺少“${e.zh}”（${e.en}）列，请补充。`,
  en: `The column "${e.en}" (${e.zh}) is missing; add it.`
})) {}

/** A file has a column that means nothing here. */
export class ColumnUnknown extends define("ColumnUnknown")<{
  readonly heading: string
  readonly nearest: ReadonlyArray<string>
}>((e) => ({
  zh: `没有“${e.heading}”这一列，请更正列名或删去此列。${meant(e.nearest).zh}`,
  en: `There is no column "${e.heading}" here; correct the heading or delete the column.${meant(e.nearest).en}`
})) {}

/** A column occurs twice, perhaps once in each language. */
export class ColumnRepeated extends define("ColumnRepeated")<{ readonly heading: string; readonly first: string }>(
  (e) => ({
    zh: `“${e.heading}”与“${e.first}”是同一列，请只保留一个。`,
    en: `"${e.heading}" and "${e.first}" are the same column; keep one of them.`
  })
) {}

/** A row has more or fewer cells than there are headings. */
export class RowLengthWrong extends define("RowLengthWrong")<{ readonly expected: number; readonly found: number }>(
  (e) => ({
    zh: `此行有 ${e.found} 个单元格，应为 ${e.expected} 个；含逗号的内容要加双引号。`,
    en: `This row has ${e.found} cells instead of ${e.expected}; put cells that hold a comma in quotation marks.`
  })
) {}

/** A text that should be JSON is not. */
export class JsonBroken extends define("JsonBroken")<{ readonly row: number; readonly column: number }>((e) => ({
  zh: `从第 ${e.column} 个字符起不是有效的 JSON，请检查逗号、引号和括号。`,
  en: `The text is not JSON from character ${e.column} on; check commas, quotation marks and brackets.`
})) {}

/** A value in a JSON file is missing or not what it should be. */
export class JsonInvalid extends define("JsonInvalid")<{
  readonly path: string
  readonly fault: Text.Both
}>((e) => {
  const path = e.path === "" ? { zh: "整个文件", en: "The file" } : { zh: e.path, en: e.path }
  return { zh: `${path.zh} ${e.fault.zh}。`, en: `${path.en} ${e.fault.en}.` }
}) {}
