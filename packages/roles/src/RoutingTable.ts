import type { Identifier } from "@louyu/kernel"
import * as Directory from "./Directory.ts"
import * as Routing from "./Routing.ts"

type UnitId = Identifier.UnitId

/**
 * Who answers for every matter in every unit on one date, compiled for routings by the million.
 *
 * Shape: it gives the answers of {@link Routing.route}, and not the steps; ask that one why. Units have the numbers of the
 * list they were given in. Immutable.
 * Cost: 4 bytes a unit, and 4 bytes a unit with posts and matter.
 */
export interface RoutingTable {
  readonly directory: Directory.Directory
  /** The column of every matter that is treated in its own way; all others share column 0. */
  readonly matters: ReadonlyMap<string, number>
  /** By unit: the row of the nearest unit at or above it that has posts, or -1. */
  readonly rows: Int32Array
  /** By row and column: the number of the answer. */
  readonly cells: Int32Array
  readonly answers: ReadonlyArray<Routing.AtUnit>
}

const nobody: Routing.AtUnit = { responsible: undefined, at: undefined, answers: [] }

// A matter that no role names and nobody was given goes where everything without an owner goes: one column for them all.
const columnsOf = (directory: Directory.Directory): ReadonlyArray<string> => {
  const roles = [...directory.inForce.values()].flatMap((schemes) => schemes.flatMap((scheme) => scheme.roles))
  const delegated = [...directory.byPost.values()].flatMap((seats) => seats.delegations)
  const named = new Set([...roles.flatMap((role) => role.matters), ...delegated.map((one) => one.matter)])
  return ["", ...named]
}

// The units, and those above them that are not listed; the nearest above each, by number.
const numbered = ({ places, on }: Directory.Directory, units: ReadonlyArray<UnitId>) => {
  const all = [...units]
  const numbers = new Map(all.map((unit, number) => [unit, number]))
  const above: Array<number> = []
  for (const unit of all) {
    const next = places.above(unit, on)[0]
    if (next !== undefined && !numbers.has(next)) {
      numbers.set(next, all.length)
      all.push(next)
    }
    above.push(next === undefined ? -1 : (numbers.get(next) ?? -1))
  }
  return { all, above }
}

const unseen = -2

/**
 * Compiles the routing of some units on the directory's date.
 *
 * Cost: O(units x depth + units with posts x matters).
 * Source: R2-11, R2-14; performance rows 7 and G9.
 */
export const of = (directory: Directory.Directory, units: ReadonlyArray<UnitId>): RoutingTable => {
  const { all, above } = numbered(directory, units)
  const columns = columnsOf(directory)
  const rows = new Int32Array(all.length).fill(unseen)
  const cells: Array<number> = []
  const answers: Array<Routing.AtUnit> = [nobody]
  const addRow = (unit: UnitId, over: number): number => {
    const row = cells.length / columns.length
    for (const [column, matter] of columns.entries()) {
      const upper = over < 0 ? 0 : (cells[over * columns.length + column] ?? 0)
      const own = Routing.atUnit(directory, unit, matter)
      if (own.responsible === undefined) cells.push(upper)
      else {
        const next = own.answers.length > 0 ? own : { ...(answers[upper] ?? nobody), responsible: own.responsible }
        cells.push(answers.push(next) - 1)
      }
    }
    return row
  }
  for (let start = 0; start < all.length; start++) {
    const way: Array<number> = []
    let at = start
    while (at >= 0 && rows[at] === unseen) {
      way.push(at)
      at = above[at] ?? -1
    }
    let row = at < 0 ? -1 : (rows[at] ?? -1)
    for (const number of way.reverse()) {
      const unit = all[number]
      if (unit !== undefined && Directory.posts(directory, unit).length > 0) row = addRow(unit, row)
      rows[number] = row
    }
  }
  const matters = new Map(columns.map((matter, column) => [matter, column]))
  return { directory, matters, rows: rows.slice(0, units.length), cells: Int32Array.from(cells), answers }
}

/** The column of a matter: found once, used for many routings. */
export const column = (table: RoutingTable, matter: string): number => table.matters.get(matter) ?? 0

/**
 * Who answers for a matter in a unit: what {@link Routing.route} answers, without the steps.
 *
 * Units: `unit` the number of the unit in the list the table was compiled from, `column` of `column`.
 * Cost: O(1).
 */
export const answer = (table: RoutingTable, unit: number, column: number): Routing.AtUnit => {
  const { rows, cells, matters, answers } = table
  const row = rows[unit] ?? -1
  return row < 0 ? nobody : (answers[cells[row * matters.size + column] as number] as Routing.AtUnit)
}
