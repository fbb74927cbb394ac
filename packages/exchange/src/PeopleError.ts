import { Problem } from "@louyu/kernel"
import { orNone } from "./meant.ts"

const define = <const Tag extends string>(tag: Tag) => Problem.define("exchange", tag)

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
