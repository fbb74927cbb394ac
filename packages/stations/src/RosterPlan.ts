import { Check, CivilDate, Identifier, Period, Text, TimeWindow } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Days from "./Days.ts"
import { ShiftId, ThemeId } from "./RosterCode.ts"
import {
  CycleOpen,
  NeededBeyondMembers,
  RosterMemberUnknown,
  type RosterPlanError,
  RosterThemesOverlap,
  RosterWordTwice
} from "./RosterError.ts"
import { StationId } from "./StationCode.ts"

const date = CivilDate.CivilDate
const { UnitId } = Identifier

/** The days of a shift: those meant by `on`, with listed dates added and others taken out; without `on` only listed dates. */
export const ShiftDays = Schema.Struct({
  on: Schema.optionalKey(Days.Days),
  also: Schema.optionalKey(Schema.Array(date)),
  except: Schema.optionalKey(Schema.Array(date))
})
export type ShiftDays = typeof ShiftDays.Type

/**
 * A shift: which stations somebody is on duty at, in which window of which days.
 *
 * Shape: `needed` organisations at each station; only `members` serve it where that is given.
 */
export const Shift = Schema.Struct({
  shift: ShiftId,
  names: Text.Text,
  stations: Schema.NonEmptyArray(StationId),
  window: TimeWindow.TimeWindow,
  days: ShiftDays,
  needed: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 999 })),
  members: Schema.optionalKey(Schema.NonEmptyArray(UnitId))
})
export type Shift = typeof Shift.Type

/**
 * An organisation that takes its turns.
 *
 * Shape: `sharePercent` is 100 when left out, 200 for a double share, 50 for half of one. While it is `excused` it owes
 * nothing, as before it joined or after it left; while it is `unavailable` it owes its share all the same, on other days. `carried` is what it had more (or, below
 * zero, less) than its share in earlier cycles.
 * Units: `carried` in hundredths of a turn.
 */
export const Member = Schema.Struct({
  unit: UnitId,
  sharePercent: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1000 }))),
  carried: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: -1_000_000, maximum: 1_000_000 }))),
  excused: Schema.optionalKey(Schema.Array(Period.Period)),
  unavailable: Schema.optionalKey(Schema.Array(Period.Period)),
  unavailableWeekdays: Schema.optionalKey(Schema.Array(Days.Weekday))
})
export type Member = typeof Member.Type

/** What a week or month of duty is about. */
export const Theme = Schema.Struct({ theme: ThemeId, names: Text.Text })
export type Theme = typeof Theme.Type

/** Themes by turns, one a week or a month from the beginning of the cycle on; or each on its own dates. */
export const Themes = Schema.Union([
  Schema.Struct({ every: Schema.Literals(["week", "month"]), themes: Schema.NonEmptyArray(Theme) }),
  Schema.Struct({ dated: Schema.NonEmptyArray(Schema.Struct({ ...Theme.fields, period: Period.Period })) })
])
export type Themes = typeof Themes.Type

/**
 * Who takes turns where, when, and under which rules.
 *
 * Shape: `maxPerWeek` turns of a member in a week from Monday on; `restDays` free days between two turns of a member, 0 for
 * one turn a day at most. Without either a member is still never at two stations at once. Members check in up to
 * `checkInMinutes` before their shift begins, 60 when left out, and until it ends.
 * Source: P-19, R3-15, R3-19.
 */
export const RosterPlan = Schema.Struct({
  cycle: Period.Period,
  members: Schema.NonEmptyArray(Member),
  shifts: Schema.NonEmptyArray(Shift),
  themes: Schema.optionalKey(Themes),
  maxPerWeek: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 999 }))),
  restDays: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 366 }))),
  checkInMinutes: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1440 })))
})
export type RosterPlan = typeof RosterPlan.Type

type Checked = Check.Check<RosterPlanError>

const firstTwice = (ids: ReadonlyArray<string>): string | undefined => {
  const seen = new Set<string>()
  return ids.find((id) => seen.size === seen.add(id).size)
}

const once = (sort: "member" | "shift" | "station" | "theme", ids: ReadonlyArray<string>) => (): Checked => {
  const id = firstTwice(ids)
  return id === undefined ? Check.fine : Result.fail(new RosterWordTwice({ sort, id }))
}

const staffed =
  (members: ReadonlySet<string>) =>
  ({ shift, needed, members: own }: Shift) =>
  (): Checked => {
    const stranger = own?.find((unit) => !members.has(unit))
    if (stranger !== undefined) return Result.fail(new RosterMemberUnknown({ unit: stranger }))
    const able = own === undefined ? members.size : new Set(own).size
    return needed <= able ? Check.fine : Result.fail(new NeededBeyondMembers({ shift, needed, members: able }))
  }

const themed = (themes: Themes | undefined) => (): Checked => {
  if (themes === undefined) return Check.fine
  if ("every" in themes)
    return once(
      "theme",
      themes.themes.map(({ theme }) => theme)
    )()
  const inOrder = themes.dated.toSorted((a, b) => Period.compare(a.period, b.period))
  for (const [n, next] of inOrder.entries()) {
    const before = inOrder[n - 1]
    if (before !== undefined && Period.overlaps(before.period, next.period)) {
      return Result.fail(new RosterThemesOverlap({ themes: [before.theme, next.theme], on: next.period.from }))
    }
  }
  return Check.fine
}

/**
 * Whether a plan makes sense by itself.
 *
 * Fails: `CycleOpen` without an end; `RosterWordTwice`; `RosterMemberUnknown` for a shift kept to somebody who is no
 * member; `NeededBeyondMembers`; `RosterThemesOverlap`.
 */
export const check = ({ cycle, members, shifts, themes }: RosterPlan): Checked =>
  Check.all<RosterPlanError>(
    () => (cycle.to === undefined ? Result.fail(new CycleOpen({ from: cycle.from })) : Check.fine),
    once(
      "member",
      members.map(({ unit }) => unit)
    ),
    once(
      "shift",
      shifts.map(({ shift }) => shift)
    ),
    ...shifts.map(({ stations }) => once("station", stations)),
    ...shifts.map(staffed(new Set(members.map(({ unit }) => unit)))),
    themed(themes)
  )

/** Why a member cannot be on duty on a day, or `undefined` when it can. */
export const absence = (member: Member, on: CivilDate.CivilDate): "excused" | "unavailable" | undefined => {
  const holds = (period: Period.Period) => Period.contains(period, on)
  if (member.excused?.some(holds)) return "excused"
  const weekday = member.unavailableWeekdays?.some((one) => one === CivilDate.weekday(on)) ?? false
  return weekday || member.unavailable?.some(holds) ? "unavailable" : undefined
}

/** A member of a plan. */
export const member = (plan: RosterPlan, unit: Identifier.UnitId): Member | undefined =>
  plan.members.find((one) => one.unit === unit)

/** A shift of a plan. */
export const shift = (plan: RosterPlan, id: ShiftId): Shift | undefined => plan.shifts.find((one) => one.shift === id)

const mondays = (on: CivilDate.CivilDate): number => Math.floor((CivilDate.toEpochDay(on) + 3) / 7)
const months = (on: CivilDate.CivilDate): number => CivilDate.year(on) * 12 + CivilDate.month(on)

/**
 * The theme of a day, if it has one. Shape: weeks begin on Monday; the first theme is that of the week or month in which the
 * cycle begins.
 */
export const theme = ({ themes, cycle }: RosterPlan, on: CivilDate.CivilDate): Theme | undefined => {
  if (themes === undefined || on < cycle.from) return undefined
  if ("dated" in themes) {
    const found = themes.dated.find(({ period }) => Period.contains(period, on))
    return found === undefined ? undefined : { theme: found.theme, names: found.names }
  }
  const count = themes.every === "week" ? mondays : months
  return themes.themes[(count(on) - count(cycle.from)) % themes.themes.length]
}

/** Every text of a plan that people wrote. */
export const texts = ({ shifts, themes }: RosterPlan): ReadonlyArray<string | undefined> => {
  const named = themes === undefined ? [] : "every" in themes ? themes.themes : themes.dated
  return [...shifts, ...named].flatMap(({ names }) => [names.zh, names.en])
}
