import { Csv } from "@louyu/exchange"
import { CivilDate, DivisionCode, Identifier, Text } from "@louyu/kernel"
import { type Command, Structure } from "@louyu/organisation"
import * as Result from "effect/Result"

/** The files of the package, from the highest level down, with the column that names the division above. */
export const levels = [
  { kind: "province", file: "provinces.csv", above: undefined },
  { kind: "prefecture", file: "cities.csv", above: "provinceCode" },
  { kind: "county", file: "areas.csv", above: "cityCode" },
  { kind: "township", file: "streets.csv", above: "areaCode" },
  { kind: "village", file: "villages.csv", above: "streetCode" }
] as const
export type Level = (typeof levels)[number]

/** The day the list of codes describes. */
export const asOf = CivilDate.make("2023-06-30")

/** A row that is no division, and why. */
export interface Rejected {
  readonly file: string
  readonly row: number
  readonly reason: "length" | "code" | "name" | "twice" | "above" | "quotes"
}

/** What a file came to: every row is in one of the two lists. */
export interface Read {
  readonly level: Level
  readonly rows: number
  readonly commands: ReadonlyArray<typeof Command.EstablishUnit.Type>
  readonly rejected: ReadonlyArray<Rejected>
}

type Row = ReadonlyArray<string>

/** Turns a row into the command that sets the division up, or says why not. `known` are the codes met so far. */
export const toCommand = (
  level: Level,
  columns: Row,
  row: Row,
  known: ReadonlySet<string>
): Result.Result<typeof Command.EstablishUnit.Type, Rejected["reason"]> => {
  if (row.length !== columns.length) return Result.fail("length")
  const cell = (heading: string) => row[columns.indexOf(heading)]?.trim() ?? ""
  const code = cell("code")
  const name = cell("name")
  if (Result.isFailure(DivisionCode.fromPrefix(code))) return Result.fail("code")
  if (name === "") return Result.fail("name")
  if (known.has(code)) return Result.fail("twice")
  const above = level.above === undefined ? undefined : cell(level.above)
  if (above !== undefined && !known.has(above)) return Result.fail("above")
  return Result.succeed({
    _tag: "EstablishUnit",
    unit: Identifier.UnitId.make(code),
    kind: Structure.KindId.make(level.kind),
    name: Text.of(name),
    ...(above === undefined ? {} : { within: Identifier.UnitId.make(above) }),
    from: asOf
  })
}

/**
 * Reads the files of all levels, from the highest down.
 *
 * No row is dropped silently: `rows` is the number of commands and of rejected rows together. A file with broken quotes
 * ends with a rejected row that says so.
 */
export const read = (text: (file: string) => string): ReadonlyArray<Read> => {
  const known = new Set<string>()
  return levels.map((level) => {
    const { records, broken } = Csv.parse(text(level.file))
    const [columns = [], ...rows] = records
    const commands: Array<typeof Command.EstablishUnit.Type> = []
    const rejected: Array<Rejected> = []
    for (const [index, row] of rows.entries()) {
      const command = toCommand(level, columns, row, known)
      if (Result.isSuccess(command)) {
        commands.push(command.success)
        known.add(command.success.unit)
      } else rejected.push({ file: level.file, row: index + 2, reason: command.failure })
    }
    if (broken !== undefined) rejected.push({ file: level.file, row: broken.row, reason: "quotes" })
    return { level, rows: rows.length + (broken === undefined ? 0 : 1), commands, rejected }
  })
}
