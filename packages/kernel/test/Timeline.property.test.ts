import { CivilDate, Timeline } from "@louyu/kernel"
import { Arbitrary, Law, TimelineLaws } from "@louyu/kernel/testing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

describe("Timeline keeps every law", () => {
  for (const law of TimelineLaws.laws) {
    it(law.name, () => {
      law.check(Timeline)
    })
  }

  it("comes back from storage as it was", () => {
    const schema = Timeline.schema(Schema.Int)
    fc.assert(
      fc.property(Arbitrary.timeline(fc.nat(2)), (line) => {
        const stored: unknown = JSON.parse(JSON.stringify(Schema.encodeSync(schema)(line)))
        expect(Schema.decodeUnknownSync(schema)(stored)).toEqual(line)
      })
    )
  })
})

const dayLater = <A extends { readonly from: CivilDate.CivilDate }>(entry: A): A => ({
  ...entry,
  from: CivilDate.addDays(entry.from, 1)
})

// Each mutant carries one mistake that is easily made.
const mutants: ReadonlyArray<readonly [mistake: string, law: string, TimelineLaws.Subject]> = [
  [
    "since begins a day late",
    "empty never has a value, and since has one from its date on",
    { ...Timeline, since: (from, value) => Timeline.since(from, value).map(dayLater) }
  ],
  [
    "at takes the last day in",
    "at reads the value of the day",
    { ...Timeline, at: (line, date) => line.find((e) => e.from <= date && (e.to === undefined || date <= e.to))?.value }
  ],
  [
    "entryAt forgets that entries end",
    "entryAt reads the entry that holds on the day",
    { ...Timeline, entryAt: (line, date) => line.filter((e) => e.from <= date).at(-1) }
  ],
  [
    "changes forgets what ends before a gap",
    "changes are the days that differ from the day before",
    { ...Timeline, changes: (line) => Timeline.changes(line).filter(({ after }) => after !== undefined) }
  ],
  [
    "nextChange counts the day itself",
    "nextChange is the first change after the day",
    { ...Timeline, nextChange: (line, after) => Timeline.nextChange(line, CivilDate.addDays(after, -1)) }
  ],
  [
    "nextChange sees beginnings only",
    "nextChange is the first change after the day",
    { ...Timeline, nextChange: (line, after) => line.find((e) => e.from > after)?.from }
  ],
  [
    "gaps forgets the days after the last entry",
    "gaps are the days of the period without a value",
    { ...Timeline, gaps: (line, within) => Timeline.gaps(line, within).filter(({ to }) => to !== within.to) }
  ],
  [
    "gaps come in single days",
    "gaps are the days of the period without a value",
    {
      ...Timeline,
      gaps: (line, within) =>
        Timeline.gaps(line, within).flatMap((gap) => {
          const second = CivilDate.addDays(gap.from, 1)
          if (gap.to !== undefined && gap.to <= second) return [gap]
          return [
            { from: gap.from, to: second },
            { ...gap, from: second }
          ]
        })
    }
  ],
  [
    "set loses what it overlaps in part",
    "set changes the days of the period and no other",
    {
      ...Timeline,
      set: (line, period, value) => [
        ...line.filter((e) => e.to !== undefined && e.to <= period.from),
        { ...period, value },
        ...line.filter((e) => period.to !== undefined && e.from >= period.to)
      ]
    }
  ],
  [
    "set does not join equal neighbours",
    "set changes the days of the period and no other",
    {
      ...Timeline,
      set: (line, period, value) =>
        [...Timeline.clear(line, period), { ...period, value }].sort((a, b) => CivilDate.compare(a.from, b.from))
    }
  ],
  [
    "clear drops whole entries",
    "clear takes the value from the days of the period and from no other",
    {
      ...Timeline,
      clear: (line, period) =>
        line.filter(
          (e) => (e.to !== undefined && e.to <= period.from) || (period.to !== undefined && period.to <= e.from)
        )
    }
  ],
  [
    "setFrom wipes out what was planned for later",
    "setFrom changes the days up to the next known change",
    { ...Timeline, setFrom: (line, from, value) => Timeline.set(line, { from }, value) }
  ],
  [
    "endAt ends what holds and keeps what was planned",
    "endAt leaves nothing from the day on",
    {
      ...Timeline,
      endAt: (line, date) => {
        const to = Timeline.nextChange(line, date)
        return Timeline.clear(line, to === undefined ? { from: date } : { from: date, to })
      }
    }
  ],
  [
    "restrict keeps whole entries",
    "restrict leaves nothing outside the period",
    { ...Timeline, restrict: (line, period) => line.filter((e) => Timeline.restrict([e], period).length > 0) }
  ],
  [
    "map does not join what becomes equal",
    "map changes every value and joins what becomes equal",
    { ...Timeline, map: (line, f) => line.map((e) => ({ ...e, value: f(e.value) })) }
  ],
  [
    "zip pairs entries by place",
    "zip has both values where both have one",
    {
      ...Timeline,
      zip: (a, b) =>
        a.flatMap((left, i) => {
          const right = b[i]
          return right === undefined ? [] : [...Timeline.zip([left], [right])]
        })
    }
  ],
  [
    "overlaps does not join neighbouring days",
    "overlaps are the days on which both have a value",
    {
      ...Timeline,
      overlaps: (a, b) => Timeline.zip(a, b).map(({ from, to }) => (to === undefined ? { from } : { from, to }))
    }
  ],
  [
    "fromEntries trusts the order it is given",
    "fromEntries puts pieces in any order together",
    { ...Timeline, fromEntries: (entries) => Result.succeed([...entries]) }
  ],
  [
    "fromEntries takes overlaps",
    "fromEntries refuses entries that share a day, and only those",
    {
      ...Timeline,
      fromEntries: <A>(entries: Iterable<Timeline.Entry<A>>) => {
        let line = Timeline.empty<A>()
        for (const { value, ...on } of entries) line = Timeline.set(line, on, value)
        return Result.succeed(line)
      }
    }
  ],
  [
    "fromEntries takes empty entries",
    "fromEntries refuses an entry that does not end after it begins",
    { ...Timeline, fromEntries: (entries) => Timeline.fromEntries([...entries].filter((e) => e.from !== e.to)) }
  ],
  [
    "map writes into what it is given",
    "no function changes the timelines it is given",
    {
      ...Timeline,
      map: (line, f) => {
        const mapped = Timeline.map(line, f)
        for (const entry of line) Object.assign(entry, { from: entry.from })
        return mapped
      }
    }
  ],
  [
    "values are compared by identity",
    "set changes the days of the period and no other",
    {
      ...Timeline,
      set: <A>(
        line: Timeline.Timeline<A>,
        period: { from: CivilDate.CivilDate; to?: CivilDate.CivilDate },
        value: A
      ) => {
        const boxed = Timeline.map(line, (held) => ({ held, key: Symbol() }))
        return Timeline.set(boxed, period, { held: value, key: Symbol() }).map((e) => ({ ...e, value: e.value.held }))
      }
    }
  ]
]

describe("Every law of timelines can be broken", () => {
  it.each(mutants)("when %s", (_mistake, name, mutant) => {
    const law = TimelineLaws.laws.filter((candidate) => candidate.name === name)
    expect(Law.brokenBy(law, mutant)).toEqual([name])
  })

  it("and there is a mutant for each", () => {
    const rejected = new Set(mutants.map(([, law]) => law))
    expect(TimelineLaws.laws.map(({ name }) => name).filter((name) => !rejected.has(name))).toEqual([])
  })
})
