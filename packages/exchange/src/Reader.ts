import type { Profile } from "@louyu/profiles"
import * as Result from "effect/Result"
import * as Cell from "./Cell.ts"
import * as CityFile from "./CityFile.ts"
import type { Column } from "./Column.ts"
import type * as Context from "./Context.ts"
import * as Decoding from "./Decoding.ts"
import { FileEmpty, FileMissing, FileTooLarge, FileUnknown, IdRepeated } from "./ExchangeError.ts"
import * as Finding from "./Finding.ts"
import type { FindingList } from "./FindingList.ts"
import type { Registry } from "./Registry.ts"
import type { Files } from "./Report.ts"
import type { Sheet } from "./Sheet.ts"
import { sheets } from "./Sheets.ts"
import * as Suggestion from "./Suggestion.ts"
import * as Table from "./Table.ts"

// Larger texts do not fit into one string everywhere.
const largestBytes = 256 * 1024 * 1024

/** The text of a file, or `undefined` when it has none that can be read. */
const textOf = (file: string, bytes: Uint8Array, findings: FindingList): string | undefined => {
  if (bytes.length > largestBytes) {
    findings.add(Finding.error({ file }, new FileTooLarge({ bytes: bytes.length, limitBytes: largestBytes })))
    return undefined
  }
  const decoded = Decoding.decode(bytes)
  if (Result.isFailure(decoded)) {
    findings.add(Finding.error({ file }, decoded.failure))
    return undefined
  }
  if (!Cell.isBlank(decoded.success)) return decoded.success
  findings.add(Finding.error({ file }, new FileEmpty({})))
  return undefined
}

/** Reads `city.json`, or says that it is missing. */
export const city = (
  files: Files,
  own: ReadonlyArray<Profile.Profile>,
  findings: FindingList
): Omit<CityFile.Reading, "findings"> => {
  const bytes = files.get(CityFile.fileName)
  if (bytes === undefined) findings.add(Finding.error({ file: CityFile.fileName }, new FileMissing({})))
  const text = bytes && textOf(CityFile.fileName, bytes, findings)
  if (text === undefined) return { city: undefined, profile: undefined }
  const reading = CityFile.read(text, own)
  for (const finding of reading.findings) findings.add(finding)
  return reading
}

const known = new Set([CityFile.fileName, ...sheets.map(({ file }) => file)])
const ignored = /^\.|(?:^|\/)\.|\.(?:md|txt)$/iu

/** Warns of files nobody reads. Guides and hidden files are nobody's business. */
export const strangers = (files: Files, findings: FindingList): void => {
  for (const file of [...files.keys()].sort()) {
    if (known.has(file) || ignored.test(file)) continue
    findings.add(Finding.warning({ file }, new FileUnknown({ nearest: Suggestion.nearest(file, known) })))
  }
}

/** A file and how it is read. */
export interface Opened {
  readonly sheet: Sheet
  readonly table: Table.Table
}

/** Opens every CSV file the folder has; `context` says which columns have a value even where a file lacks them. */
export function* open(files: Files, context: Context.Context, findings: FindingList): Generator<Opened> {
  const isNeeded = (column: Column<unknown>) => column.required && Result.isFailure(column.absent(context))
  for (const sheet of sheets) {
    const bytes = files.get(sheet.file)
    const text = bytes && textOf(sheet.file, bytes, findings)
    const table = text === undefined ? undefined : Table.open(sheet, text, isNeeded, findings)
    if (table !== undefined) yield { sheet, table }
  }
}

/** Enters into the registry what a table sets up, and says which ids are given twice. */
export const register = (table: Table.Table, registry: Registry, findings: FindingList): void => {
  for (const { column, index, heading } of table.placed) {
    if (column.defines === undefined) continue
    for (const [at, record] of table.records.entries()) {
      const id = Cell.tidy(record[index] ?? "")
      const place = { file: table.file, row: at + 2 }
      const first = id === "" ? undefined : registry.define(column.defines, id, place)
      // A roster has a row for each of its shifts.
      if (first !== undefined && column.defines !== "roster") {
        findings.add(Finding.error({ ...place, column: heading }, new IdRepeated({ id: id.slice(0, 128), first })))
      }
    }
  }
}
