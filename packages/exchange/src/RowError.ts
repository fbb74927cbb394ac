import { Problem } from "@louyu/kernel"
import { meant } from "./meant.ts"

const define = <const Tag extends string>(tag: Tag) => Problem.define("exchange", tag)

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

/** Of the three columns of a capacity only some are filled in. */
export class CapacityIncomplete extends define("CapacityIncomplete")<object>(() => ({
  zh: "写了容量就要写计量单位和周期，反之亦然。",
  en: "A capacity needs what it counts and per what time, and the other way round."
})) {}
