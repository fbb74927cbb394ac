import { Check, type CivilDate, type Identifier, Period } from "@louyu/kernel"
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

/** Demands that texts and ids hold nothing that leads to a person. */
export const impersonal =
  (sort: Sort, ...texts: ReadonlyArray<string | undefined>) =>
  (): Checked =>
    Check.impersonal(texts, (traces) => new ProgrammeTextPersonal({ sort, traces }))

/** The period of two dates, the second of which may be open. */
export const period = (from: Date, to: Date | undefined): Period.Period => (to === undefined ? { from } : { from, to })
