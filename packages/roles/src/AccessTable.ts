import { CivilDate, type Identifier } from "@louyu/kernel"
import type { AccessPolicy } from "./AccessPolicy.ts"
import type * as Directory from "./Directory.ts"
import * as Grant from "./Grant.ts"
import type { Level } from "./RoleScheme.ts"

/**
 * One right as numbers: whose it is, the part of the preorder it reaches, what it is worth for each class of records, and
 * the days it holds.
 *
 * Shape: a unit lies in a right's reach when its place in the preorder is from `enter` up to, but not, `exit`; `kind` is
 * a row of the table's `levels`.
 * Units: `from` and `to` days since 1970-01-01, `to` exclusive.
 */
export interface Right {
  readonly person: number
  readonly enter: number
  readonly exit: number
  readonly kind: number
  readonly from: number
  readonly to: number
}

/**
 * The rights of many people, compiled for checks by the million: for a filter in a query, or a gate in front of a service.
 *
 * Shape: it answers "may this person see this much of this unit on this day", and nothing about single fields; whoever
 * shows a record asks for a decision. Immutable.
 * Cost: 20 bytes a right.
 */
export interface AccessTable {
  readonly offsets: Int32Array
  /** Five numbers a right: enter, exit, kind, from, to. */
  readonly rights: Int32Array
  readonly levels: Uint8Array
  readonly classes: number
}

const width = 5
const forever = 2 ** 31 - 1

/**
 * Compiles rights.
 *
 * Shape: `levels` has a row for every kind of right and a column for every class of records.
 * Cost: O(people + rights).
 */
export const compile = (
  people: number,
  rights: ReadonlyArray<Right>,
  levels: ReadonlyArray<ReadonlyArray<Level>>
): AccessTable => {
  const offsets = new Int32Array(people + 1)
  for (const { person } of rights) offsets[person + 1] = (offsets[person + 1] ?? 0) + 1
  for (let i = 0; i < people; i++) offsets[i + 1] = (offsets[i + 1] ?? 0) + (offsets[i] ?? 0)
  const next = offsets.slice(0, people)
  const packed = new Int32Array(rights.length * width)
  for (const { person, enter, exit, kind, from, to } of rights) {
    const at = next[person] ?? 0
    packed.set([enter, exit, kind, from, Math.min(to, forever)], at * width)
    next[person] = at + 1
  }
  const classes = levels.reduce((most, row) => Math.max(most, row.length), 0)
  const worth = new Uint8Array(levels.length * classes)
  for (const [kind, row] of levels.entries()) worth.set(row, kind * classes)
  return { offsets, rights: packed, levels: worth, classes }
}

/** The rights of a city on one date for one purpose, and the numbers people and classes of records have in the table. */
export interface Compiled {
  readonly table: AccessTable
  /** A person without rights has none. */
  readonly people: ReadonlyMap<Identifier.PersonId, number>
  /** A class that must not be read for the purpose has none. */
  readonly classes: ReadonlyMap<string, number>
}

/**
 * Compiles the rights everybody has on the directory's date for a purpose: by appointment, acting, ex officio or given.
 *
 * Shape: `reach` gives the part of a preorder a unit and everything within it fill; a unit without one is left out. What is
 * allowed at a level is what {@link Access.decide} shows of fields of that level that do not stay anywhere. The table
 * holds for the directory's day and no other.
 * Cost: O(people x posts held).
 */
export const of = (
  directory: Directory.Directory,
  policy: AccessPolicy,
  purpose: string,
  reach: (unit: Identifier.UnitId) => readonly [enter: number, exit: number] | undefined
): Compiled => {
  const columns = policy.classes.filter(({ purposes }) => purposes.includes(purpose)).map(({ id }) => id)
  const people = new Map(
    [...new Set([...directory.byPerson.keys(), ...directory.grantsOf.keys()])].map((p, i) => [p, i])
  )
  const from = CivilDate.toEpochDay(directory.on)
  const kinds = new Map<string, number>()
  const levels: Array<ReadonlyArray<Level>> = []
  const kindOf = (grant: Grant.Grant): number => {
    const row = columns.map((one) => Grant.levelFor(grant, one))
    const known = kinds.get(row.join())
    if (known !== undefined) return known
    kinds.set(row.join(), levels.length)
    return levels.push(row) - 1
  }
  const rights: Array<Right> = []
  for (const [person, number] of people) {
    for (const grant of Grant.of(directory, person)) {
      const part = reach(grant.unit)
      if (part === undefined || (grant.purpose !== undefined && grant.purpose !== purpose)) continue
      rights.push({ person: number, enter: part[0], exit: part[1], kind: kindOf(grant), from, to: from + 1 })
    }
  }
  const classes = new Map(columns.map((id, column) => [id, column]))
  return { table: compile(people.size, rights, levels), people, classes }
}

/**
 * Tells whether a person may see a class of records of a unit up to a level on a day. Nobody may see anything without a
 * right that reaches the unit.
 *
 * Units: `place` the unit's place in the preorder, `day` since 1970-01-01.
 * Cost: O(rights of the person), no walk.
 * Source: R2-15, P-41; performance rows 6 and G7.
 */
export const allows = (
  table: AccessTable,
  person: number,
  place: number,
  recordClass: number,
  level: Level,
  day: number
): boolean => {
  const { offsets, rights, levels, classes } = table
  // A class the table does not know would be read from the next kind of right.
  if (recordClass < 0 || recordClass >= classes) return false
  const end = (offsets[person + 1] as number) * width
  for (let at = (offsets[person] as number) * width; at < end; at += width) {
    if (
      (rights[at] as number) <= place &&
      place < (rights[at + 1] as number) &&
      (rights[at + 3] as number) <= day &&
      day < (rights[at + 4] as number) &&
      (levels[(rights[at + 2] as number) * classes + recordClass] as number) >= level
    ) {
      return true
    }
  }
  return false
}

/**
 * The parts of the preorder in which a person may see a class of records up to a level on a day, in order and without
 * touching: a filter for any number of units.
 *
 * Cost: O(rights of the person x log).
 */
export const reach = (
  table: AccessTable,
  person: number,
  recordClass: number,
  level: Level,
  day: number
): ReadonlyArray<readonly [enter: number, exit: number]> => {
  const { offsets, rights, levels, classes } = table
  if (recordClass < 0 || recordClass >= classes) return []
  const parts: Array<[number, number]> = []
  for (let i = offsets[person] as number; i < (offsets[person + 1] as number); i++) {
    const [enter = 0, exit = 0, kind = 0, from = 0, to = 0] = rights.subarray(i * width, (i + 1) * width)
    if (from <= day && day < to && (levels[kind * classes + recordClass] as number) >= level) parts.push([enter, exit])
  }
  const joined: Array<[number, number]> = []
  for (const [enter, exit] of parts.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last !== undefined && enter <= last[1]) last[1] = Math.max(last[1], exit)
    else joined.push([enter, exit])
  }
  return joined
}
