import { Check, type CivilDate, type Identifier, Period, PersonalData } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import type { LeaseId } from "../Lease.ts"
import * as RentRoll from "../RentRoll.ts"
import type { SpaceId } from "../Space.ts"
import { LeaseNotFound, NotePersonal, SpaceNotFound, type TenancyError } from "../TenancyError.ts"
import type { TenancyEvent } from "../TenancyEvent.ts"

/** What a rent roll needs to know of the rest of the city. */
export interface Facts {
  /** Whether a place or an enterprise exists on a date. */
  readonly exists: (unit: Identifier.UnitId, on: CivilDate.CivilDate) => boolean
}

/** What a command leads to: the facts, in order, or the reason it is refused. */
export type Decision = Result.Result<ReadonlyArray<TenancyEvent>, TenancyError>

/** A check that lets a command go on, or the reason it does not. */
export type Checked = Check.Check<TenancyError>

/** Nothing changes. */
export const nothing: Decision = Result.succeed([])

/** Nothing is wrong. */
export const fine: Checked = Check.fine

/** Nothing is wrong, or the reason. */
export const unless = (problem: TenancyError | undefined): Checked =>
  problem === undefined ? fine : Result.fail(problem)

/** The first check that fails, if any; later ones are not made. */
export const all: (...checks: ReadonlyArray<() => Checked>) => Checked = Check.all

/** Tells a fact when the checks pass. */
export const tell = (event: TenancyEvent, ...checks: ReadonlyArray<() => Checked>): Decision =>
  Result.map(all(...checks), () => [event])

/** Tells a fact that was not told before: the same once more is no news, whatever came after it. */
export const news = (history: ReadonlyArray<TenancyEvent>, event: TenancyEvent, decide: () => Decision): Decision =>
  history.some((one) => Equal.equals(one, event)) ? nothing : decide()

/** Demands that a space is known. */
export const space = (
  roll: RentRoll.RentRoll,
  id: SpaceId,
  on: CivilDate.CivilDate
): Result.Result<RentRoll.SpaceKnown, SpaceNotFound> => {
  const known = RentRoll.space(roll, id)
  return known === undefined ? Result.fail(new SpaceNotFound({ space: id, on })) : Result.succeed(known)
}

/** Demands that a lease is known. */
export const lease = (roll: RentRoll.RentRoll, id: LeaseId): Result.Result<RentRoll.LeaseKnown, LeaseNotFound> => {
  const known = RentRoll.lease(roll, id)
  return known === undefined ? Result.fail(new LeaseNotFound({ lease: id })) : Result.succeed(known)
}

/** Demands that a lease was not annulled. */
export const valid = ({ signed, annulled }: RentRoll.LeaseKnown): Checked =>
  unless(annulled === undefined ? undefined : new LeaseNotFound({ lease: signed.lease }))

/** Demands that all days of a period are days of the space. */
export const within = ({ registered, life }: RentRoll.SpaceKnown, period: Period.Period): Checked => {
  if (Period.encloses(life, period)) return fine
  const on = Period.contains(life, period.from) ? (life.to ?? period.from) : period.from
  return Result.fail(new SpaceNotFound({ space: registered.space, on }))
}

/** Demands that an end comes after its beginning. */
export const ordered = (from: CivilDate.CivilDate, to: CivilDate.CivilDate | undefined): Checked =>
  Result.map(Period.make(from, to), () => undefined)

/** Demands that a text holds nothing that leads to a person. */
export const impersonal = (id: string, text: string): Checked => {
  const traces = PersonalData.traces(text)
  return unless(traces.length === 0 ? undefined : new NotePersonal({ id, traces }))
}
