import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import * as CivilDate from "../CivilDate.ts"
import type * as Period from "../Period.ts"
import type * as Timeline from "../Timeline.ts"
import * as Arbitrary from "./Arbitrary.ts"
import * as DayModel from "./DayModel.ts"
import * as Law from "./Law.ts"

/** What the laws are about: the module `Timeline`, or something that claims to do the same. */
export type Subject = Omit<typeof Timeline, "schema">

type Value = { readonly grade: string }
type Line = Timeline.Timeline<Value>

// Values are made anew each time, so that a timeline that compares them by identity is found out.
const value: fc.Arbitrary<Value> = fc.constantFrom("A", "B", "C").map((grade) => ({ grade }))
const line = Arbitrary.timeline(value)
const period = Arbitrary.period()
const date = Arbitrary.civilDate({
  from: CivilDate.addDays(Arbitrary.shortSpan.from, -10),
  to: CivilDate.addDays(Arbitrary.shortSpan.to, 20)
})

const model = DayModel.fromTimeline

// Compares day by day, then looks at the form: the same days can be written in many ways, of which one is right.
const means = <A>(actual: Timeline.Timeline<A>, expected: DayModel.DayModel<A>, what: string): void => {
  Law.same(model(actual), expected, what)
  for (const [i, entry] of actual.entries()) {
    const before = actual[i - 1]
    const after = entry.to === undefined || entry.from < entry.to
    const inOrder = before === undefined || (before.to !== undefined && before.to <= entry.from)
    const joined = before !== undefined && before.to === entry.from && Equal.equals(before.value, entry.value)
    if (!after || !inOrder || joined || ("to" in entry && entry.to === undefined)) {
      throw new Error(`${what}: not in normal form: ${fc.stringify(actual)}`)
    }
  }
}

const law = Law.make<Subject, [Line, Line, Period.Period, CivilDate.CivilDate, Value]>
const arbitraries = [line, line, period, date, value] as const

const reading: ReadonlyArray<Law.Law<Subject>> = [
  law("empty never has a value, and since has one from its date on", arbitraries, (subject, _a, _b, _p, on, v) => {
    means(subject.empty<Value>(), new Map(), "empty")
    means(subject.since(on, v), DayModel.written(new Map(), { from: on }, v), "since")
  }),
  law("at reads the value of the day", arbitraries, (subject, a) => {
    const expected = model(a)
    for (const day of DayModel.days) Law.same(subject.at(a, day), expected.get(day), `at ${day}`)
  }),
  law("entryAt reads the entry that holds on the day", arbitraries, (subject, a) => {
    for (const day of DayModel.days) {
      const expected = a.find((entry) => DayModel.daysIn(entry).includes(day))
      Law.same(subject.entryAt(a, day), expected, `entryAt ${day}`)
    }
  }),
  law("changes are the days that differ from the day before", arbitraries, (subject, a) => {
    Law.same(subject.changes(a), DayModel.changes(model(a)), "changes")
  }),
  law("nextChange is the first change after the day", arbitraries, (subject, a, _b, _p, on) => {
    const expected = DayModel.changes(model(a)).find((change) => change.on > on)?.on
    Law.same(subject.nextChange(a, on), expected, `nextChange after ${on}`)
  }),
  law("gaps are the days of the period without a value", arbitraries, (subject, a, _b, within) => {
    const gaps = subject.gaps(a, within)
    const known = model(a)
    const expected = DayModel.daysIn(within).filter((day) => !known.has(day))
    Law.same(gaps.flatMap(DayModel.daysIn), expected, "gaps")
    // Each as long as it can be: no two of them meet.
    for (const [i, gap] of gaps.entries()) if (gap.from === gaps[i - 1]?.to) throw new Error("gaps: two of them meet")
  })
]

const writing: ReadonlyArray<Law.Law<Subject>> = [
  law("set changes the days of the period and no other", arbitraries, (subject, a, _b, p, _on, v) => {
    means(subject.set(a, p, v), DayModel.written(model(a), p, v), "set")
  }),
  law("clear takes the value from the days of the period and from no other", arbitraries, (subject, a, _b, p) => {
    means(subject.clear(a, p), DayModel.written(model(a), p), "clear")
  }),
  law("setFrom changes the days up to the next known change", arbitraries, (subject, a, _b, _p, from, v) => {
    const to = DayModel.changes(model(a)).find((change) => change.on > from)?.on
    const until = to === undefined ? { from } : { from, to }
    means(subject.setFrom(a, from, v), DayModel.written(model(a), until, v), "setFrom")
  }),
  law("endAt leaves nothing from the day on", arbitraries, (subject, a, _b, _p, from) => {
    means(subject.endAt(a, from), DayModel.written(model(a), { from }), "endAt")
  }),
  law("restrict leaves nothing outside the period", arbitraries, (subject, a, _b, p) => {
    const inside = new Set(DayModel.daysIn(p))
    const before = model(a)
    const expected = DayModel.fromDays((day) => (inside.has(day) ? before.get(day) : undefined))
    means(subject.restrict(a, p), expected, "restrict")
  }),
  law("map changes every value and joins what becomes equal", arbitraries, (subject, a) => {
    const f = ({ grade }: Value): Value => ({ grade: grade === "C" ? "A" : grade })
    const before = model(a)
    const valueOn = (day: CivilDate.CivilDate): Value | undefined => {
      const value = before.get(day)
      return value === undefined ? undefined : f(value)
    }
    means(subject.map(a, f), DayModel.fromDays(valueOn), "map")
  })
]

const together: ReadonlyArray<Law.Law<Subject>> = [
  law("zip has both values where both have one", arbitraries, (subject, a, b) => {
    const [ofA, ofB] = [model(a), model(b)]
    const expected = DayModel.fromDays((day): readonly [Value, Value] | undefined => {
      const [left, right] = [ofA.get(day), ofB.get(day)]
      return left === undefined || right === undefined ? undefined : [left, right]
    })
    means(subject.zip(a, b), expected, "zip")
  }),
  law("overlaps are the days on which both have a value", arbitraries, (subject, a, b) => {
    const [ofA, ofB] = [model(a), model(b)]
    const expected = DayModel.fromDays((day) => (ofA.has(day) && ofB.has(day) ? true : undefined))
    means(
      subject.overlaps(a, b).map((p) => ({ ...p, value: true })),
      expected,
      "overlaps"
    )
  })
]

// Cuts every entry into pieces and puts them in another order.
const pieces: fc.Arbitrary<readonly [Line, ReadonlyArray<Timeline.Entry<Value>>]> = fc
  .tuple(line, fc.array(date, { maxLength: 6 }))
  .chain(([whole, cuts]) => {
    const cut = cuts.reduce<ReadonlyArray<Timeline.Entry<Value>>>(
      (entries, at) =>
        entries.flatMap((e) =>
          e.from < at && (e.to === undefined || at < e.to)
            ? [
                { ...e, to: at },
                { ...e, from: at }
              ]
            : [e]
        ),
      whole
    )
    return fc.shuffledSubarray([...cut], { minLength: cut.length }).map((shuffled) => [whole, shuffled] as const)
  })

const entry = fc.tuple(period, value).map(([p, v]): Timeline.Entry<Value> => ({ ...p, value: v }))

const building: ReadonlyArray<Law.Law<Subject>> = [
  Law.make("fromEntries puts pieces in any order together", [pieces], (subject: Subject, [whole, shuffled]) => {
    const built = subject.fromEntries(shuffled)
    if (Result.isFailure(built)) throw new Error(`fromEntries refused: ${built.failure.message}`)
    means(built.success, model(whole), "fromEntries")
    Law.same(built.success, whole, "fromEntries")
  }),
  Law.make(
    "fromEntries refuses entries that share a day, and only those",
    [fc.array(entry, { maxLength: 4 })],
    (subject: Subject, entries) => {
      const shared = DayModel.days.some((day) => entries.filter((e) => DayModel.daysIn(e).includes(day)).length > 1)
      const built = subject.fromEntries(entries)
      Law.same(
        Result.isFailure(built) ? built.failure._tag : undefined,
        shared ? "PeriodsOverlap" : undefined,
        "refusal"
      )
    }
  ),
  Law.make(
    "fromEntries refuses an entry that does not end after it begins",
    [line, date, value],
    (subject: Subject, a, on, v) => {
      const built = subject.fromEntries([...a, { from: on, to: on, value: v }])
      Law.same(Result.isFailure(built) && built.failure._tag !== undefined, true, "refusal")
    }
  )
]

const freeze = (timeline: Line): Line => Object.freeze(timeline.map((e) => Object.freeze({ ...e })))

const manners: ReadonlyArray<Law.Law<Subject>> = [
  law("no function changes the timelines it is given", arbitraries, (subject, a, b, p, on, v) => {
    const [left, right] = [freeze(a), freeze(b)]
    subject.fromEntries(left)
    subject.set(left, p, v)
    subject.setFrom(left, on, v)
    subject.clear(left, p)
    subject.endAt(left, on)
    subject.restrict(left, p)
    subject.map(left, (x) => x)
    subject.gaps(left, p)
    subject.changes(left)
    subject.zip(left, right)
    subject.overlaps(left, right)
    Law.same(left, a, "the timeline that was given")
  })
]

/**
 * What makes a timeline trustworthy: every function does to a timeline what it would do to a list of days, and leaves it
 * in the one form in which equal timelines are equal values.
 */
export const laws: ReadonlyArray<Law.Law<Subject>> = [...reading, ...writing, ...together, ...building, ...manners]
