import { Check, type CivilDate, type Identifier, type Text } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as StationCatalogue from "./StationCatalogue.ts"
import {
  type CommonError,
  type Sort,
  StationIdTaken,
  StationOutOfOrder,
  StationPartUnknown,
  StationTextPersonal
} from "./StationError.ts"

/** A check of what is common to all that is told of stations. */
export type Checked = Check.Check<CommonError>

/** Demands that something holds. */
export const that: <Problem>(holds: boolean, problem: () => Problem) => Check.Check<Problem> = Check.demand

/** Demands that something is known. */
export const known = <A>(value: A | undefined, sort: Sort, id: string): Result.Result<A, StationPartUnknown> =>
  value === undefined ? Result.fail(new StationPartUnknown({ sort, id })) : Result.succeed(value)

/** Demands that something is there, where only that matters. */
export const there = (holds: boolean, sort: Sort, id: string): Checked =>
  that(holds, () => new StationPartUnknown({ sort, id }))

/** Demands that an id is not taken yet. */
export const free = (value: unknown, sort: Sort, id: string): Checked =>
  that(value === undefined, () => new StationIdTaken({ sort, id }))

/** Demands that every id is one the catalogue names. */
export const named = (all: ReadonlyArray<{ readonly id: string }>, sort: Sort, ids: ReadonlyArray<string>): Checked => {
  const stranger = ids.find((id) => StationCatalogue.find(all, id) === undefined)
  return stranger === undefined ? Check.fine : Result.fail(new StationPartUnknown({ sort, id: stranger }))
}

/** Whether a unit exists on a date. */
export type Exists = (unit: Identifier.UnitId, on: CivilDate.CivilDate) => boolean

/** Demands that units exist on a date; those nobody names are no matter. */
export const existing = (
  exists: Exists,
  on: CivilDate.CivilDate,
  ...units: ReadonlyArray<Identifier.UnitId | undefined>
): Checked => {
  const stranger = units.find((unit) => unit !== undefined && !exists(unit, on))
  return stranger === undefined ? Check.fine : Result.fail(new StationPartUnknown({ sort: "unit", id: stranger }))
}

/** Demands that nothing later is known. */
export const inOrder = (sort: Sort, id: string, on: CivilDate.CivilDate, last: CivilDate.CivilDate): Checked =>
  that(on >= last, () => new StationOutOfOrder({ sort, id, on, last }))

/** Demands that texts hold nothing that leads to a person. */
export const impersonal = (id: string, ...texts: ReadonlyArray<string | Text.Text | undefined>): Checked =>
  Check.impersonal(
    texts.flatMap((text) => (typeof text === "object" ? [text.zh, text.en] : [text])),
    (traces) => new StationTextPersonal({ id, traces })
  )
