import { Problem, type Text } from "@louyu/kernel"

export * from "./CaseSheetError.ts"
export * from "./PipelineError.ts"
export * from "./ProgrammesSheetError.ts"
export * from "./StationSheetError.ts"

const define = <const Tag extends string>(tag: Tag) => Problem.define("exchange", tag)

const orNone = (words: ReadonlyArray<string>, none: string, comma: string): string => words.join(comma) || none
const meant = (nearest: ReadonlyArray<string>) => ({
  zh: nearest.length === 0 ? "" : `是否想写“${nearest.join("”或“")}”？`,
  en: nearest.length === 0 ? "" : ` Did you mean "${nearest.join('" or "')}"?`
})

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

/** A cell that must be filled in is empty. */
export class CellMissing extends define("CellMissing")<object>(() => ({
  zh: "此单元格不能为空，请填写。",
  en: "This cell must not be empty; fill it in."
})) {}

/** A cell holds more than may stand in it. */
export class CellTooLong extends define("CellTooLong")<{ readonly length: number; readonly limit: number }>((e) => ({
  zh: `内容有 ${e.length} 个字符，最多 ${e.limit} 个，请缩短。`,
  en: `The cell has ${e.length} characters and may have ${e.limit}; shorten it.`
})) {}

/** A cell would be run as a formula when somebody opens the data in a spreadsheet. */
export class FormulaRefused extends define("FormulaRefused")<{ readonly first: string }>((e) => ({
  zh: `内容以“${e.first === "\t" ? "制表符" : e.first}”开头，电子表格会把它当作公式；请改为普通文字。`,
  en: `The cell begins with "${e.first === "\t" ? "tab" : e.first}", which a spreadsheet runs as a formula; write plain text.`
})) {}

/** A cell holds a character nobody can see, or the trace of a damaged one. */
export class CharacterRefused extends define("CharacterRefused")<{ readonly codePoint: string }>((e) => ({
  zh: `内容含有不可见或已损坏的字符 ${e.codePoint}，请删去或重新输入。`,
  en: `The cell holds an invisible or damaged character, ${e.codePoint}; delete it or type the text again.`
})) {}

/** A cell holds something other than a whole number, or one that is too small or too large. */
export class NumberInvalid extends define("NumberInvalid")<{ readonly minimum: number; readonly maximum?: number }>(
  (e) =>
    e.maximum === undefined
      ? { zh: `此处应为不小于 ${e.minimum} 的整数。`, en: `This must be a whole number not below ${e.minimum}.` }
      : {
          zh: `此处应为 ${e.minimum} 至 ${e.maximum} 的整数。`,
          en: `This must be a whole number from ${e.minimum} to ${e.maximum}.`
        }
) {}

/** A cell holds something that cannot be an id. */
export class IdInvalid extends define("IdInvalid")<object>(() => ({
  zh: "编号应以字母、数字或汉字开头，只含字母、数字、汉字和 . _ -，不超过 64 个字符，中间没有空格；单元和人员的编号还可含 : ，不超过 128 个字符。",
  en: "An id begins with a letter or digit, holds only letters, digits and . _ -, no blanks, and has at most 64 characters; ids of units and people may hold : and have at most 128."
})) {}

/** A cell holds none of the words that may stand there. */
export class ChoiceUnknown extends define("ChoiceUnknown")<{ readonly known: ReadonlyArray<string> }>((e) => ({
  zh: `此处只能填：${e.known.join("、")}。`,
  en: `This must be one of: ${e.known.join(", ")}.`
})) {}

/** The profile has no such kind of unit. */
export class KindUnknown extends define("KindUnknown")<{
  readonly kind: string
  readonly nearest: ReadonlyArray<string>
}>((e) => ({
  zh: `本市没有“${e.kind}”这一类型，最接近的是：${orNone(e.nearest, "（无）", "、")}。`,
  en: `The city has no kind "${e.kind}"; the nearest are: ${orNone(e.nearest, "(none)", ", ")}.`
})) {}

/** A list of pairs holds something that is no pair. */
export class PairInvalid extends define("PairInvalid")<object>(() => ({
  zh: "此处应写成“名称=值”，多项以分号分隔。",
  en: 'Write "name=value" here, several separated by semicolons.'
})) {}

/** A list names the same thing twice. */
export class ListRepeats extends define("ListRepeats")<{ readonly item: string }>((e) => ({
  zh: `列表中“${e.item}”出现了两次，请删去一个。`,
  en: `The list names "${e.item}" twice; delete one of them.`
})) {}

const referred = { unit: "该单元", alliance: "该联建", roster: "该值班表" } as const

/** A row refers to something that no file sets up. */
export class ReferenceUnknown extends define("ReferenceUnknown")<{
  readonly sort: keyof typeof referred
  readonly id: string
  readonly nearest: ReadonlyArray<string>
}>((e) => ({
  zh: `没有任何文件设立“${e.id}”，请先设立${referred[e.sort]}或更正编号。${meant(e.nearest).zh}`,
  en: `No file sets up the ${e.sort} "${e.id}"; set it up or correct the id.${meant(e.nearest).en}`
})) {}

/** An id is given to two things. */
export class IdRepeated extends define("IdRepeated")<{
  readonly id: string
  readonly first: { readonly file: string; readonly row: number }
}>((e) => ({
  zh: `编号“${e.id}”已在 ${e.first.file} 第 ${e.first.row} 行使用，请换一个。`,
  en: `The id "${e.id}" is already used in ${e.first.file}, row ${e.first.row}; choose another one.`
})) {}

/** Units stand above each other in a circle. */
export class CycleFound extends define("CycleFound")<{ readonly units: ReadonlyArray<string> }>((e) => ({
  zh: `这些单元互为上级，形成循环：${e.units.join(" → ")}；请更正其中一个的上级，日后的变动写入 moves.csv。`,
  en: `These units stand above each other in a circle: ${e.units.join(" → ")}; correct one superior, and put later changes into moves.csv.`
})) {}

/** Exactly one of some columns must be filled in. */
export class OneOfNeeded extends define("OneOfNeeded")<{ readonly columns: ReadonlyArray<string> }>((e) => ({
  zh: `这些列必须且只能填一个：${e.columns.join("、")}。`,
  en: `Fill in exactly one of: ${e.columns.join(", ")}.`
})) {}

/** A cell is filled in that goes without saying once another one is. */
export class CellExcluded extends define("CellExcluded")<{ readonly column: string }>((e) => ({
  zh: `填写了“${e.column}”时，此单元格须留空；请清空其中之一。`,
  en: `Where "${e.column}" is filled in, this cell must be empty; clear one of them.`
})) {}

/** A row that should change something says nothing. */
export class ChangeMissing extends define("ChangeMissing")<{ readonly columns: ReadonlyArray<string> }>((e) => ({
  zh: `此行没有说明改变什么，请至少填写：${e.columns.join("、")} 之一。`,
  en: `This row does not say what changes; fill in at least one of: ${e.columns.join(", ")}.`
})) {}

/** Rows that together describe one thing contradict each other. */
export class RowsDisagree extends define("RowsDisagree")<{ readonly firstRow: number }>((e) => ({
  zh: `此单元格与第 ${e.firstRow} 行不一致，两行描述同一件事，请写成一样。`,
  en: `This cell differs from row ${e.firstRow}, and both rows describe one thing; write the same in both.`
})) {}

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

/** The profile has no such role scheme. */
export class SchemeUnknown extends define("SchemeUnknown")<{
  readonly scheme: string
  readonly nearest: ReadonlyArray<string>
}>((e) => ({
  zh: `本市的配置中没有“${e.scheme}”这一方案，可用：${orNone(e.nearest, "（无）", "、")}。`,
  en: `The profile has no role scheme "${e.scheme}"; there are: ${orNone(e.nearest, "(none)", ", ")}.`
})) {}

/** No role scheme, or not the one that is meant, has a role of this name. */
export class RoleUnknown extends define("RoleUnknown")<{
  readonly role: string
  readonly nearest: ReadonlyArray<string>
}>((e) => ({
  zh: `没有“${e.role}”这一岗位，最接近的是：${orNone(e.nearest, "（无）", "、")}。`,
  en: `There is no role "${e.role}"; the nearest are: ${orNone(e.nearest, "(none)", ", ")}.`
})) {}

/** Several role schemes have a role of this name, and nothing says which is meant. */
export class RoleAmbiguous extends define("RoleAmbiguous")<{
  readonly role: string
  readonly schemes: ReadonlyArray<string>
}>((e) => ({
  zh: `“${e.role}”在多个方案中都有（${e.schemes.join("、")}），且当日并非只实行其中一个；请填写“方案”列。`,
  en: `Several schemes have a role "${e.role}" (${e.schemes.join(", ")}), and not exactly one of them is in force that day; fill in the column "scheme".`
})) {}

/** A list of what becomes of roles holds something that is no pair. */
export class MappingInvalid extends define("MappingInvalid")<object>(() => ({
  zh: "此处应写成“旧岗位>新岗位”，不再保留的写成“旧岗位>”，多项以分号分隔。",
  en: 'Write "old role>new role" here, "old role>" for one that ends, several separated by semicolons.'
})) {}

/** Between two schemes of one layer there would be none for a time. */
export class SchemeGap extends define("SchemeGap")<{
  readonly roster: string
  readonly from: string
  readonly to: string
}>((e) => ({
  zh: `“${e.roster}”在 ${e.from} 至 ${e.to} 之间没有方案；前一方案的截止日期应留空或写成 ${e.to}。`,
  en: `"${e.roster}" would have no scheme from ${e.from} to ${e.to}; leave the end of the one before empty or make it ${e.to}.`
})) {}

/** Standing in for somebody, or taking over a matter, goes on beyond a change of scheme. */
export class SchemeChanges extends define("SchemeChanges")<{ readonly on: string }>((e) => ({
  zh: `该名册在 ${e.on} 更换方案；请在该日截止，之后的按新方案另写一行。`,
  en: `The roster changes its scheme on ${e.on}; end this row there, and write another one under the new scheme.`
})) {}

/** A cell holds no rhythm of visits. */
export class CadenceInvalid extends define("CadenceInvalid")<object>(() => ({
  zh: "此处应为：每周、每月、每季、每年，或如“10个工作日”。",
  en: 'This must be weekly, monthly, quarterly, yearly, or a number of working days such as "10 workdays".'
})) {}

/** No class of records may be read for the purpose, so that a right for it shows nothing. */
export class PurposeUnknown extends define("PurposeUnknown")<{
  readonly purpose: string
  readonly known: ReadonlyArray<string>
}>((e) => ({
  zh: `访问规则中没有“${e.purpose}”这一用途，此授权看不到任何内容；可用：${orNone(e.known, "（无）", "、")}。`,
  en: `The access policy knows no purpose "${e.purpose}", so this right shows nothing; there are: ${orNone(e.known, "(none)", ", ")}.`
})) {}

/** A row about a person speaks of a unit that no file sets up. What stands in the cell is not repeated. */
export class UnitUnlisted extends define("UnitUnlisted")<object>(() => ({
  zh: "没有任何文件设立此单元，请更正编号。",
  en: "No file sets up the unit in this cell; correct the id."
})) {}

/** Two rows are about the same person. */
export class PersonRepeated extends define("PersonRepeated")<{ readonly firstRow: number }>((e) => ({
  zh: `此人已在第 ${e.firstRow} 行，请合并为一行。`,
  en: `This person stands in row ${e.firstRow} already; make one row of both.`
})) {}

/** Somebody holds a post or stands in for somebody, and the list of people does not say who it is. */
export class PersonUnlisted extends define("PersonUnlisted")<object>(() => ({
  zh: "people.csv 中没有此行所写的人员；若已在库中可忽略，否则请补充。",
  en: "people.csv does not list the person of this row; add a row there, unless it was loaded before."
})) {}

/** The persons to talk to of two prospects have one number. */
export class NumberShared extends define("NumberShared")<{ readonly prospect: string; readonly other: string }>(
  (e) => ({
    zh: `线索“${e.prospect}”与“${e.other}”的联系人电话相同，可能是同一家；如不是，请在“不同于”中注明。`,
    en: `The contacts of prospects "${e.prospect}" and "${e.other}" have one number, so they may be one firm; if not, say so under distinct_from.`
  })
) {}

/** The access policy has no rule for a field, so that nobody could ever see what stands there. */
export class FieldUnknown extends define("FieldUnknown")<{
  readonly class: string
  readonly known: ReadonlyArray<string>
}>((e) => ({
  zh: `“${e.class}”类人员没有此项信息，写入后无人可见；可写：${orNone(e.known, "（无）", "、")}。`,
  en: `People of class "${e.class}" have no such field, and nobody could ever see it; there are: ${orNone(e.known, "(none)", ", ")}.`
})) {}

/** The catalogue of the profile has no such category. */
export class CategoryUnknown extends define("CategoryUnknown")<{
  readonly category: string
  readonly nearest: ReadonlyArray<string>
}>((e) => ({
  zh: `配置中没有类别“${e.category}”。${meant(e.nearest).zh}`,
  en: `The profile has no category "${e.category}".${meant(e.nearest).en}`
})) {}

/** A cell holds no times of the week. */
export class WindowInvalid extends define("WindowInvalid")<object>(() => ({
  zh: "此处应为星期与时段，如“1-5 12:00-13:00”（周一为 1，周日为 7），多项以分号分隔。",
  en: 'This must be weekdays and times such as "1-5 12:00-13:00" (Monday is 1, Sunday 7), several separated by semicolons.'
})) {}

/** A time of the week ends before it begins. */
export class WindowReversed extends define("WindowReversed")<{ readonly open: string; readonly close: string }>(
  (e) => ({
    zh: `时段 ${e.open}-${e.close} 的结束不晚于开始；跨午夜的请写成两天两段。`,
    en: `The time ${e.open}-${e.close} ends before it begins; write what goes on over midnight as two times on two days.`
  })
) {}

/** Of the three columns of a capacity only some are filled in. */
export class CapacityIncomplete extends define("CapacityIncomplete")<object>(() => ({
  zh: "写了容量就要写计量单位和周期，反之亦然。",
  en: "A capacity needs what it counts and per what time, and the other way round."
})) {}

/** A cell holds no floor area. */
export class AreaMalformed extends define("AreaMalformed")<object>(() => ({
  zh: "此处应为面积（平方米），如 85.5 或 1,080，大于 0 且至多两位小数。",
  en: "This must be an area in square metres such as 85.5 or 1,080, above 0 and with at most two decimals."
})) {}

/** A cell holds no number as it is printed in a report. */
export class PrintedMalformed extends define("PrintedMalformed")<object>(() => ({
  zh: "此处应为公布的数字，可带“超、近、约、以上”等字样，如 13、超13、约99.9；单位写在“单位”列。",
  en: 'This must be a number as it was printed, perhaps with "over", "nearly" or "about" before it: 13, over 13, about 99.9; its unit belongs into the column "unit".'
})) {}
