import { type CivilDate, type Identifier, KernelError, type Problem, type Text } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Cell from "./Cell.ts"
import type { Column } from "./Column.ts"
import type { Context } from "./Context.ts"
import type * as Csv from "./Csv.ts"
import * as Finding from "./Finding.ts"
import type { FindingList } from "./FindingList.ts"
import * as Grouping from "./Grouping.ts"
import type { Command, Entry, Person, Step } from "./Report.ts"
import type { RosterParts } from "./RosterParts.ts"
import * as Surroundings from "./Surroundings.ts"
import { lengthDefect, type NamedColumn, type Placed, type Table } from "./Table.ts"

type Day = CivilDate.CivilDate
/** The columns of a file by the keys of their cells. */
export type Columns = Readonly<Record<string, Column<unknown>>>

/** What the cells of a row came to, by column. */
export type Cells<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Column<infer A> ? A : never
}

/** A row all of whose cells could be read; `number` is the one a spreadsheet shows. */
export interface Row<C extends Columns> {
  readonly number: number
  readonly cells: Cells<C>
}

/** Where a row's commands go, what is wrong with it beyond single cells, and what else is known. */
export interface Output<C extends Columns> {
  readonly context: Context
  /** What the files read before say about where units lie and which schemes are in force. */
  readonly surroundings: () => Surroundings.Surroundings
  readonly add: (row: Row<C>, command: Command) => void
  readonly keep: (row: Row<C>, person: Identifier.PersonId, entry: Entry) => void
  readonly refuse: (row: Row<C>, column: keyof C & string, problem: Problem.Problem) => void
  readonly warn: (row: Row<C>, column: keyof C & string, problem: Problem.Problem) => void
  /** Whether an end comes after its beginning; where it does not, the column is refused. */
  readonly isOrderly: (row: Row<C>, column: keyof C & string, from: Day, to: Day | undefined) => boolean
  /** What the files read before say of the plans of rosters. */
  readonly rosterParts: RosterParts
}

/** What the rows of a folder come to, as far as it was read. */
export interface Harvest {
  readonly steps: Array<Step>
  readonly people: Array<Person>
  readonly rosterParts: RosterParts
}

/**
 * A file of the folder: its name, its columns, and how its rows become commands.
 *
 * Shape: what stands in a `isPrivate` file is never repeated to anybody, headings that are none included.
 */
export interface Sheet {
  readonly file: string
  readonly names: Text.Both
  readonly about: Text.Both
  readonly isPrivate?: boolean
  readonly columns: ReadonlyArray<NamedColumn>
  readonly read: (table: Table, context: Context, findings: FindingList, harvest: Harvest) => void
}

interface Spec<C extends Columns> {
  readonly file: string
  readonly names: Text.Both
  readonly about: Text.Both
  readonly isPrivate?: boolean
  readonly columns: C
}

const headingOf = (key: string): string => key.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)

const placeOf = (table: Table, row: number, key: string): Finding.Place => {
  const heading = table.placed.find((placed) => placed.key === key)?.heading ?? headingOf(key)
  return { file: table.file, row, column: heading }
}

/** Reads one cell into `cells`; `false` when it cannot be read. */
const readCell = (
  cells: Record<string, unknown>,
  raw: string,
  { key, heading, column }: Placed,
  place: { readonly file: string; readonly row: number },
  context: Context,
  findings: FindingList
): boolean => {
  const defect = Cell.defect(raw)
  const text = defect === undefined ? Cell.tidy(raw) : ""
  const read =
    defect !== undefined ? Result.fail(defect) : text === "" ? column.absent(context) : column.read(text, context)
  if (Result.isFailure(read)) {
    findings.add(Finding.error({ ...place, column: heading }, read.failure))
    return false
  }
  cells[key] = read.success
  if (text !== "")
    for (const doubt of column.doubts(text)) findings.add(Finding.warning({ ...place, column: heading }, doubt))
  return true
}

/** Reads the cells of a row, all of them, so that everything wrong with it is found; `undefined` when any is. */
const readRow = (
  table: Table,
  record: Csv.Row,
  row: number,
  context: Context,
  findings: FindingList
): Record<string, unknown> | undefined => {
  const place = { file: table.file, row }
  const defect = lengthDefect(table, record)
  if (defect !== undefined) {
    findings.add(Finding.error(place, defect))
    return undefined
  }
  const cells: Record<string, unknown> = {}
  let isWhole = true
  for (const placed of table.placed) {
    if (!readCell(cells, record[placed.index] ?? "", placed, place, context, findings)) isWhole = false
  }
  for (const { key, column } of table.absent) {
    // A column every row needs and the file lacks was reported with the headings, not again for each row.
    const absent = column.absent(context)
    if (Result.isFailure(absent)) isWhole = false
    else cells[key] = absent.success
  }
  return isWhole ? cells : undefined
}

function* rowsOf<C extends Columns>(table: Table, context: Context, findings: FindingList): Generator<Row<C>> {
  for (const [index, record] of table.records.entries()) {
    if (record.every(Cell.isBlank)) continue
    const cells = readRow(table, record, index + 2, context, findings)
    // The keys and what stands under them come from the very columns that make up C.
    if (cells !== undefined) yield { number: index + 2, cells: cells as Cells<C> }
  }
}

const outputTo = <C extends Columns>(
  table: Table,
  context: Context,
  findings: FindingList,
  { steps, people, rosterParts }: Harvest
): Output<C> => {
  let seen: Surroundings.Surroundings | undefined
  const refuse = ({ number }: Row<C>, key: string, problem: Problem.Problem) =>
    findings.add(Finding.error(placeOf(table, number, key), problem))
  return {
    context,
    surroundings: () => (seen ??= Surroundings.make(steps, context)),
    add: ({ number }, command) => steps.push({ command, origin: { file: table.file, row: number } }),
    keep: ({ number }, person, entry) => people.push({ person, entry, origin: { file: table.file, row: number } }),
    refuse,
    warn: ({ number }, key, problem) => findings.add(Finding.warning(placeOf(table, number, key), problem)),
    isOrderly: (row, key, from, to) => {
      const isOrderly = to === undefined || from < to
      if (!isOrderly) refuse(row, key, new KernelError.PeriodReversed({ from, to }))
      return isOrderly
    },
    rosterParts
  }
}

const named = (columns: Columns): ReadonlyArray<NamedColumn> =>
  Object.entries(columns).map(([key, column]) => ({ key, en: headingOf(key), column }))

/** A file in which each row stands for itself. */
export const define = <C extends Columns>({
  commands,
  columns,
  ...spec
}: Spec<C> & { readonly commands: (row: Row<C>, out: Output<C>) => void }): Sheet => ({
  ...spec,
  columns: named(columns),
  read: (table, context, findings, harvest) => {
    const out = outputTo<C>(table, context, findings, harvest)
    for (const row of rowsOf<C>(table, context, findings)) commands(row, out)
  }
})

/** A file in which the rows with the same key together describe one thing. */
export const defineGrouped = <C extends Columns>({
  key,
  commands,
  columns,
  ...spec
}: Spec<C> & {
  readonly key: (cells: Cells<C>) => string
  readonly commands: (rows: readonly [Row<C>, ...Array<Row<C>>], out: Output<C>) => void
}): Sheet => ({
  ...spec,
  columns: named(columns),
  read: (table, context, findings, harvest) => {
    const groups = Grouping.by(rowsOf<C>(table, context, findings), ({ cells }) => key(cells))
    const out = outputTo<C>(table, context, findings, harvest)
    for (const rows of groups.values()) commands(rows, out)
  }
})

type Given<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** The fields that have a value: an empty cell leaves no trace in a command. */
export const given = <const T extends object>(fields: T): Given<T> => {
  const kept: Record<string, unknown> = {}
  for (const name in fields) if (fields[name] !== undefined) kept[name] = fields[name]
  return kept as Given<T>
}
