import * as Cell from "./Cell.ts"
import type { Column } from "./Column.ts"
import * as Csv from "./Csv.ts"
import {
  ColumnMissing,
  ColumnRepeated,
  ColumnUnknown,
  FileEmpty,
  QuoteBroken,
  RowLengthWrong,
  SeparatorWrong
} from "./ExchangeError.ts"
import * as Finding from "./Finding.ts"
import type { FindingList } from "./FindingList.ts"
import * as Suggestion from "./Suggestion.ts"
import * as Vocabulary from "./Vocabulary.ts"

/** A column with the key its sheet lists it under and the heading that comes from it. */
export interface NamedColumn {
  readonly key: string
  readonly en: string
  readonly column: Column<unknown>
}

/** A column of a sheet where a file has it. */
export interface Placed extends NamedColumn {
  readonly index: number
  readonly heading: string
}

/**
 * A CSV file whose headings are understood.
 *
 * Shape: `placed` are the columns the file has, `absent` those it leaves out; `records` are all rows below the headings,
 * the first being row 2.
 */
export interface Table {
  readonly file: string
  readonly width: number
  readonly placed: ReadonlyArray<Placed>
  readonly absent: ReadonlyArray<NamedColumn>
  readonly records: ReadonlyArray<Csv.Row>
}

const separators = ["\t", ";", "；", "，", "|"]

/** What a table is opened as. */
export interface Form {
  readonly file: string
  readonly isPrivate?: boolean
  readonly columns: ReadonlyArray<NamedColumn>
}

// Where headings are forgotten, what stands in their place are the data of somebody.
const called = (cell: string, index: number, isPrivate: boolean): string =>
  isPrivate ? `#${index + 1}` : Cell.tidy(cell).slice(0, 60)

const known = new WeakMap<ReadonlyArray<NamedColumn>, Vocabulary.Vocabulary<string>>()

// The columns of a sheet never change: what they may be called is made ready once, not for every file.
const vocabularyOf = (columns: ReadonlyArray<NamedColumn>): Vocabulary.Vocabulary<string> => {
  const made =
    known.get(columns) ??
    Vocabulary.make(
      columns.map(({ key, en, column }) => ({ id: key, names: { zh: column.zh, en }, also: column.also }))
    )
  known.set(columns, made)
  return made
}

const openColumns = (
  { file, columns, isPrivate = false }: Form,
  headings: Csv.Row,
  findings: FindingList
): ReadonlyArray<Placed> => {
  const vocabulary = vocabularyOf(columns)
  const placed = new Map<string, Placed>()
  const headingsKnown = columns.flatMap(({ en, column }) => [en, column.zh])
  const advise = Suggestion.advisor()
  for (const [index, cell] of headings.entries()) {
    const heading = Cell.tidy(cell)
    if (heading === "") continue
    const place = { file, row: 1, column: called(heading, index, isPrivate) }
    const key = vocabulary.find(heading)
    const named = columns.find((column) => column.key === key)
    const before = key === undefined ? undefined : placed.get(key)
    if (key === undefined || named === undefined) {
      const nearest = isPrivate ? [] : advise(heading, file, headingsKnown, headingsKnown.length)
      findings.add(Finding.error(place, new ColumnUnknown({ heading: place.column, nearest })))
    } else if (before === undefined) placed.set(key, { ...named, index, heading })
    else findings.add(Finding.error(place, new ColumnRepeated({ heading, first: before.heading })))
  }
  return [...placed.values()]
}

/**
 * Reads a CSV text whose first row holds headings of the columns, in any order and either language.
 *
 * Shape: `undefined` when there is nothing to read; what is wrong goes to the findings. `isNeeded` says which columns the
 * file must have.
 */
export const open = (
  form: Form,
  text: string,
  isNeeded: (column: Column<unknown>) => boolean,
  findings: FindingList
): Table | undefined => {
  const { file, columns, isPrivate = false } = form
  const { records, broken } = Csv.parse(text)
  const [headings = [], ...rows] = records
  if (broken !== undefined) {
    const heading = headings[broken.column]
    const place = {
      file,
      row: broken.row,
      ...(heading === undefined ? {} : { column: called(heading, broken.column, isPrivate) })
    }
    findings.add(Finding.error(place, new QuoteBroken({ reason: broken.reason })))
  }
  if (headings.every(Cell.isBlank)) {
    if (broken === undefined) findings.add(Finding.error({ file }, new FileEmpty({})))
    return undefined
  }
  const separator = headings.length === 1 ? separators.find((mark) => headings[0]?.includes(mark)) : undefined
  if (separator !== undefined) {
    findings.add(Finding.error({ file, row: 1 }, new SeparatorWrong({ separator })))
    return undefined
  }
  const placed = openColumns(form, headings, findings)
  const absent = columns.filter(({ key }) => !placed.some((one) => one.key === key))
  for (const { en, column } of absent) {
    if (isNeeded(column)) findings.add(Finding.error({ file, row: 1 }, new ColumnMissing({ zh: column.zh, en })))
  }
  return { file, width: headings.length, placed, absent, records: rows }
}

/** What is wrong with the number of cells of a row, or `undefined`. Empty cells at its end do no harm. */
export const lengthDefect = (table: Table, record: Csv.Row): RowLengthWrong | undefined => {
  const { width } = table
  if (record.length === width) return undefined
  if (record.length > width && record.slice(width).every(Cell.isBlank)) return undefined
  return new RowLengthWrong({ expected: width, found: record.length })
}
