import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as CivilDate from "../CivilDate.ts"
import type * as Period from "../Period.ts"
import * as Arbitrary from "./Arbitrary.ts"
import * as DayModel from "./DayModel.ts"
import * as Law from "./Law.ts"

/** What the laws are about: the module `Period`, or something that claims to do the same. */
export type Subject = typeof Period

const period = Arbitrary.period()
const date = Arbitrary.civilDate({
  from: CivilDate.addDays(Arbitrary.shortSpan.from, -10),
  to: CivilDate.addDays(Arbitrary.shortSpan.to, 20)
})
const law = Law.make<Subject, [Period.Period, Period.Period, CivilDate.CivilDate]>
const arbitraries = [period, period, date] as const

const days = DayModel.daysIn

const making: ReadonlyArray<Law.Law<Subject>> = [
  Law.make("make refuses a period that does not end after it begins", [date, date], (subject: Subject, from, to) => {
    const made = subject.make(from, to)
    Law.same(Result.isSuccess(made), from < to, "make")
    if (Result.isSuccess(made)) Law.same(made.success, { from, to }, "make")
    Law.same(Schema.is(subject.Period)({ from, to }), from < to, "the schema")
    Law.same(Result.getOrUndefined(subject.make(from)), { from }, "make without end")
    Law.same(subject.since(from), { from }, "since")
  }),
  Law.make("ofDay and ofYear hold the days they are named for", [date], (subject: Subject, on) => {
    Law.same(days(subject.ofDay(on)), [on], "ofDay")
    const year = CivilDate.year(on)
    const expected = { from: CivilDate.startOfYear(year), to: CivilDate.startOfYear(year + 1) }
    Law.same(subject.ofYear(year), expected, "ofYear")
  })
]

const comparing: ReadonlyArray<Law.Law<Subject>> = [
  law("contains the days of the period", arbitraries, (subject, a) => {
    Law.same(
      DayModel.days.filter((day) => subject.contains(a, day)),
      days(a),
      "contains"
    )
  }),
  law("encloses a period whose days it has all", arbitraries, (subject, a, b) => {
    const ofA = new Set(days(a))
    Law.same(
      subject.encloses(a, b),
      days(b).every((day) => ofA.has(day)),
      "encloses"
    )
  }),
  law("overlaps a period with which it shares a day", arbitraries, (subject, a, b) => {
    const ofA = new Set(days(a))
    Law.same(
      subject.overlaps(a, b),
      days(b).some((day) => ofA.has(day)),
      "overlaps"
    )
  }),
  law("meets a period that begins on the day after its last", arbitraries, (subject, a, b) => {
    const last = days(a).at(-1)
    const next = a.to === undefined || last === undefined ? undefined : CivilDate.addDays(last, 1)
    Law.same(subject.meets(a, b), next === days(b)[0], "meets")
    if (a.to !== undefined) Law.same(subject.meets(a, { from: a.to }), true, "meets")
  }),
  Law.make(
    "compare is a total order by beginning, then by end",
    [period, period, period],
    (subject: Subject, a, b, c) => {
      const sign = (x: Period.Period, y: Period.Period) => Math.sign(subject.compare(x, y))
      Law.same(sign(a, b) + sign(b, a), 0, "compare the other way round")
      Law.same(sign(a, b) === 0, a.from === b.from && a.to === b.to, "compare of equals")
      if (sign(a, b) <= 0 && sign(b, c) <= 0) Law.same(sign(a, c) <= 0, true, "compare in a row")
      if (a.from !== b.from) Law.same(sign(a, b), a.from < b.from ? -1 : 1, "compare by beginning")
      else if (days(a).length !== days(b).length)
        Law.same(sign(a, b), Math.sign(days(a).length - days(b).length), "by end")
    }
  )
]

const cutting: ReadonlyArray<Law.Law<Subject>> = [
  law("intersect has the days both have", arbitraries, (subject, a, b) => {
    const ofA = new Set(days(a))
    const shared = subject.intersect(a, b)
    Law.same(
      shared === undefined ? [] : days(shared),
      days(b).filter((day) => ofA.has(day)),
      "intersect"
    )
    Law.same(shared, subject.intersect(b, a), "intersect the other way round")
  }),
  law("subtract leaves the days the other has not, in whole periods", arbitraries, (subject, a, b) => {
    const ofB = new Set(days(b))
    const left = subject.subtract(a, b)
    Law.same(
      left.flatMap(days),
      days(a).filter((day) => !ofB.has(day)),
      "subtract"
    )
    for (const part of left)
      if (part.to !== undefined && part.to <= part.from) throw new Error("subtract: an empty part")
  }),
  law("days and lastDay say how long it is", arbitraries, (subject, a) => {
    const endless = a.to === undefined
    Law.same(subject.days(a), endless ? Number.POSITIVE_INFINITY : days(a).length, "days")
    Law.same(subject.lastDay(a), endless ? undefined : days(a).at(-1), "lastDay")
  }),
  law("format writes beginning and end", arbitraries, (subject, a) => {
    Law.same(subject.format(a).split("/"), [a.from, a.to ?? ".."], "format")
  })
]

/** What half-open periods promise, compared with lists of days. */
export const laws: ReadonlyArray<Law.Law<Subject>> = [...making, ...comparing, ...cutting]
