import { IndustryCode } from "@louyu/kernel"

/** The codes a row of a table speaks for: letters of sections, or the first digits of divisions, groups and classes. */
export interface Row {
  readonly codes: ReadonlyArray<string>
}

/** What is wrong with the codes of rows: the same one in two of them would leave open which holds. */
export const fault = (rows: ReadonlyArray<Row>): string | undefined => {
  const codes = rows.flatMap((row) => row.codes)
  return new Set(codes).size === codes.length ? undefined : "a code of an industry stands in one row only"
}

/** What a table says about an industry: its row, nothing at all, or that the code is too coarse to tell. */
export type Found<R extends Row> =
  | { readonly _tag: "row"; readonly row: R }
  | { readonly _tag: "notCovered" }
  | { readonly _tag: "tooCoarse" }
  | { readonly _tag: "otherEdition" }

/** A table by industry, ready to be asked. */
export type Rows<R extends Row> = (industry: IndustryCode.IndustryCode) => Found<R>

/**
 * Makes a table of rows answer for industries: the row with the longest code that the industry begins with.
 *
 * Shape: a code above the codes of rows, as `K` where rows tell development from management, is too coarse.
 * Cost: O(1) an answer.
 * Source: GB/T 4754, domain 2.7 (digits are hierarchical by prefix).
 */
export const of = <R extends Row>(edition: IndustryCode.IndustryEdition, rows: ReadonlyArray<R>): Rows<R> => {
  const byCode = new Map(rows.flatMap((row) => row.codes.map((code) => [code, row] as const)))
  const letterOf = (code: string) => IndustryCode.sectionOf(edition, { edition: edition.id, code })?.letter ?? ""
  const above = new Set<string>()
  for (const code of byCode.keys()) {
    if (code.length > 1) above.add(letterOf(code))
    for (let length = 2; length < code.length; length++) above.add(code.slice(0, length))
  }
  return (industry) => {
    if (industry.edition !== edition.id) return { _tag: "otherEdition" }
    for (let length = industry.code.length; length > 1; length--) {
      const row = byCode.get(industry.code.slice(0, length))
      if (row !== undefined) return { _tag: "row", row }
    }
    if (above.has(industry.code)) return { _tag: "tooCoarse" }
    const row = byCode.get(letterOf(industry.code))
    return row === undefined ? { _tag: "notCovered" } : { _tag: "row", row }
  }
}
