import { CsvError, parse as parseCsv } from "csv-parse/sync"

/** A row of cells. */
export type Row = ReadonlyArray<string>

/** Where a quotation mark is wrong: the row it belongs to, and the column counting from 0. */
export interface Break {
  readonly row: number
  readonly column: number
  readonly reason: "unclosed" | "misplaced"
}

/**
 * A text as rows of cells.
 *
 * Shape: row 1 is `records[0]`; an empty line is a row with one empty cell, as a spreadsheet shows it; `broken` says
 * where reading had to stop.
 */
export interface Parsed {
  readonly records: ReadonlyArray<Row>
  readonly broken?: Break
}

const options = {
  bom: false,
  // All three at once: files that several programs wrote into mix them.
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  skip_empty_lines: false
}

const attempt = (text: string, rows?: number): ReadonlyArray<Row> | CsvError => {
  try {
    return parseCsv(text, rows === undefined ? options : { ...options, to: rows })
  } catch (error) {
    if (error instanceof CsvError) return error
    throw error
  }
}

const numberOf = (value: unknown): number => (typeof value === "number" ? value : 0)

/** Reads comma-separated text. Cost: O(text). Source: RFC 4180. */
export const parse = (text: string): Parsed => {
  const parsed = attempt(text)
  if (!(parsed instanceof CsvError)) return { records: parsed }
  const whole = numberOf(parsed.records)
  const before = whole === 0 ? [] : attempt(text, whole)
  const reason = parsed.code === "CSV_QUOTE_NOT_CLOSED" ? "unclosed" : "misplaced"
  return {
    records: before instanceof CsvError ? [] : before,
    broken: { row: whole + 1, column: numberOf(parsed.column), reason }
  }
}

const quoted = (cell: string): string => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/**
 * Writes rows as comma-separated text, quoting only what needs it.
 *
 * Lines end with LF, which spreadsheets read as well as CRLF and version control does not change.
 *
 * ```ts
 * Csv.write([["id", "name"], ["a-1", 'Tower "A", north']]) // => 'id,name\na-1,"Tower ""A"", north"\n'
 * ```
 */
export const write = (records: Iterable<Row>): string => {
  let text = ""
  for (const record of records) {
    // One empty cell alone is an empty line, which reads back as the same row.
    text += `${record.map(quoted).join(",")}\n`
  }
  return text
}

const encoder = new TextEncoder()

/** Writes rows as a CSV file: UTF-8 with byte order mark, so that spreadsheets show Chinese as it is. */
export const encode = (records: Iterable<Row>): Uint8Array => encoder.encode(`\uFEFF${write(records)}`)
