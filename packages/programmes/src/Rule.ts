import { Check, CivilDate, type Identifier, Period } from "@louyu/kernel"
import * as Result from "effect/Result"
import {
  OutsideTerm,
  ProgrammeActionNotAllowed,
  ProgrammeIdTaken,
  ProgrammeOutOfOrder,
  ProgrammePartUnknown,
  type ProgrammesError,
  ProgrammeTextPersonal,
  type Sort,
  type Standing
} from "./ProgrammesError.ts"

type Date = CivilDate.CivilDate

/** What every domain of this package needs to know of the rest of the city. */
export interface Facts {
  /** Whether a unit exists on a date. */
  readonly exists: (unit: Identifier.UnitId, on: CivilDate.CivilDate) => boolean
}

/** A check that lets a command go on, or the reason it does not. */
export type Checked = Check.Check<ProgrammesError>

/** Nothing is wrong. */
export const fine: Checked = Check.fine

/** The first check that fails, if any; later ones are not made. */
export const all: (...checks: ReadonlyArray<() => Checked>) => Checked = Check.all

/** Demands that something holds. */
export const demand: (holds: boolean, problem: () => ProgrammesError) => Checked = Check.demand

/** Demands that something is known, and goes on with it. */
export const known = <A>(value: A | undefined, sort: Sort, id: string, then: (value: A) => Checked): Checked =>
  value === undefined ? Result.fail(new ProgrammePartUnknown({ sort, id })) : then(value)

/** Demands that an id is not taken yet. */
export const free = (value: unknown, sort: Sort, id: string) => (): Checked =>
  demand(value === undefined, () => new ProgrammeIdTaken({ sort, id }))

/** Demands that no id is named twice. */
export const distinct = (sort: Sort, ids: ReadonlyArray<string>) => (): Checked => {
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) return Result.fail(new ProgrammeIdTaken({ sort, id }))
    seen.add(id)
  }
  return fine
}

/** Demands that units exist on a date. */
export const existing =
  ({ exists }: Facts, on: Date, units: Iterable<Identifier.UnitId>) =>
  (): Checked => {
    for (const unit of units) {
      if (!exists(unit, on)) return Result.fail(new ProgrammePartUnknown({ sort: "unit", id: unit }))
    }
    return fine
  }

/** Demands that a date is not before another one. */
export const notBefore = (sort: Sort, id: string, on: Date, last: Date) => (): Checked =>
  demand(on >= last, () => new ProgrammeOutOfOrder({ sort, id, on, last }))

/** Demands that an end, where there is one, comes after its beginning. */
export const ordered = (from: Date, to: Date | undefined) => (): Checked =>
  Result.map(Period.make(from, to), () => undefined)

/** Demands that a date lies in a period. */
export const within =
  (sort: Sort, id: string, on: Date, { from, to }: Period.Period) =>
  (): Checked =>
    demand(on >= from && (to === undefined || on < to), () => new OutsideTerm({ sort, id, on, from, to }))

/** Demands that something stands so that a command is possible. */
export const standing =
  (sort: Sort, id: string, now: Standing, action: string, ...allowed: ReadonlyArray<Standing>) =>
  (): Checked =>
    demand(allowed.includes(now), () => new ProgrammeActionNotAllowed({ sort, id, standing: now, action }))

// Units are named as the organisation names them, by official codes too, which look like other numbers now and then.
const ofUnits = new Set(["unit", "units", "place", "hosts", "department", "departments", "lead", "committee", "by"])

const isId = (value: unknown): boolean => typeof value === "string" || (Array.isArray(value) && value.every(isId))

const wordsOf = (said: unknown): ReadonlyArray<string> => {
  if (typeof said === "string") return CivilDate.is(said) ? [] : [said]
  if (typeof said !== "object" || said === null) return []
  return Object.entries(said).flatMap(([key, value]) => (ofUnits.has(key) && isId(value) ? [] : wordsOf(value)))
}

/**
 * Demands that nothing that is said leads to a person: no text in any language, no id, no code.
 *
 * Shape: each is read alone, since two numbers beside each other are not one; ids of units are left to the organisation.
 */
export const impersonal = (sort: Sort, said: object): Checked => {
  for (const word of wordsOf(said)) {
    const found = Check.impersonal([word], (traces) => new ProgrammeTextPersonal({ sort, traces }))
    if (Result.isFailure(found)) return found
  }
  return fine
}

/** Demands that an end does not come after the one that is known already. */
export const noLater = (sort: Sort, id: string, to: Date, life: Period.Period) => (): Checked =>
  demand(
    life.to === undefined || to <= life.to,
    () => new OutsideTerm({ sort, id, on: to, from: life.from, to: life.to })
  )

/** The period of two dates, the second of which may be open. */
export const period = (from: Date, to: Date | undefined): Period.Period => (to === undefined ? { from } : { from, to })
