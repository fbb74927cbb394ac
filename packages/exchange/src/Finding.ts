import { Problem, type Text } from "@louyu/kernel"

/** An error keeps the folder from being loaded; a warning is worth a look and keeps nothing from being loaded. */
export type Severity = "error" | "warning"

/**
 * Where in a folder something was found.
 *
 * Shape: `row` is the row number a spreadsheet shows, the header being row 1; `column` is the heading as the file
 * writes it. Both are left out when the whole file, or the whole row, is meant.
 */
export interface Place {
  readonly file: string
  readonly row?: number
  readonly column?: string
}

/** What is wrong, how badly, and where. */
export interface Finding {
  readonly severity: Severity
  readonly place: Place
  readonly problem: Problem.Problem
}

/** Something that keeps the folder from being loaded. */
export const error = (place: Place, problem: Problem.Problem): Finding => ({ severity: "error", place, problem })

/** Something worth a look. */
export const warning = (place: Place, problem: Problem.Problem): Finding => ({ severity: "warning", place, problem })

const placeIn = {
  zh: ({ file, row, column }: Place) =>
    [file, row === undefined ? "" : `第 ${row} 行`, column === undefined ? "" : `“${column}”列`]
      .filter(Boolean)
      .join(" "),
  en: ({ file, row, column }: Place) =>
    [file, row === undefined ? "" : `row ${row}`, column === undefined ? "" : `column "${column}"`]
      .filter(Boolean)
      .join(", ")
}

/**
 * Writes a finding as one line: place, sentence and code.
 *
 * ```ts
 * const problem = new ExchangeError.CellMissing({})
 * Finding.format(Finding.error({ file: "units.csv", row: 3, column: "kind" }, problem), "en")
 * // => 'units.csv, row 3, column "kind": This cell must not be empty; fill it in. [exchange/CellMissing]'
 * ```
 */
export const format = (finding: Finding, language: Text.Language): string => {
  const { place, problem } = finding
  return `${placeIn[language](place)}${language === "zh" ? "：" : ": "}${problem.text[language]} [${problem.code}]`
}

/** A finding as plain JSON: severity, file, row, column, code, both sentences and the problem's own data. */
export const toJson = (finding: Finding): Readonly<Record<string, unknown>> => ({
  severity: finding.severity,
  ...finding.place,
  ...Problem.toJson(finding.problem)
})
