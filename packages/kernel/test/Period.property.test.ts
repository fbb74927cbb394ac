import { CivilDate, Period } from "@louyu/kernel"
import { Law, PeriodLaws } from "@louyu/kernel/testing"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"

describe("Period keeps every law", () => {
  for (const law of PeriodLaws.laws) {
    it(law.name, () => {
      law.check(Period)
    })
  }
})

const orSame = (to: CivilDate.CivilDate | undefined, from: CivilDate.CivilDate): Period.Period =>
  to === undefined ? { from } : { from, to }

const mutants: ReadonlyArray<readonly [mistake: string, law: string, PeriodLaws.Subject]> = [
  [
    "make takes a period without a day",
    "make refuses a period that does not end after it begins",
    { ...Period, make: (from, to) => (to === from ? Result.succeed({ from, to }) : Period.make(from, to)) }
  ],
  [
    "ofYear leaves out the last day",
    "ofDay and ofYear hold the days they are named for",
    { ...Period, ofYear: (year) => ({ from: CivilDate.startOfYear(year), to: CivilDate.make(`${year}-12-31`) }) }
  ],
  [
    "ofDay holds the next day too",
    "ofDay and ofYear hold the days they are named for",
    { ...Period, ofDay: (date) => ({ from: date, to: CivilDate.addDays(date, 2) }) }
  ],
  [
    "contains takes the end in",
    "contains the days of the period",
    { ...Period, contains: ({ from, to }, date) => from <= date && (to === undefined || date <= to) }
  ],
  [
    "encloses looks at beginnings only",
    "encloses a period whose days it has all",
    { ...Period, encloses: (outer, inner) => Period.contains(outer, inner.from) }
  ],
  [
    "overlaps counts meeting as sharing",
    "overlaps a period with which it shares a day",
    { ...Period, overlaps: (a, b) => Period.overlaps(a, b) || a.to === b.from || b.to === a.from }
  ],
  [
    "meets looks both ways",
    "meets a period that begins on the day after its last",
    { ...Period, meets: (a, b) => a.to === b.from || b.to === a.from }
  ],
  [
    "compare puts endless periods first",
    "compare is a total order by beginning, then by end",
    {
      ...Period,
      compare: (a, b) => CivilDate.compare(a.from, b.from) || ((a.to ?? "") < (b.to ?? "") ? -1 : a.to === b.to ? 0 : 1)
    }
  ],
  [
    "intersect takes the later end",
    "intersect has the days both have",
    {
      ...Period,
      intersect: (a, b) => {
        const shared = Period.intersect(a, b)
        return shared === undefined
          ? undefined
          : orSame(a.to === undefined || b.to === undefined ? undefined : CivilDate.max(a.to, b.to), shared.from)
      }
    }
  ],
  [
    "subtract forgets what is left behind the hole",
    "subtract leaves the days the other has not, in whole periods",
    { ...Period, subtract: (period, hole) => Period.subtract(period, hole).slice(0, 1) }
  ],
  [
    "days counts the end",
    "days and lastDay say how long it is",
    { ...Period, days: (period) => Period.days(period) + 1 }
  ],
  ["lastDay is the end", "days and lastDay say how long it is", { ...Period, lastDay: ({ to }) => to }],
  [
    "format writes the last day",
    "format writes beginning and end",
    { ...Period, format: (period) => `${period.from}/${Period.lastDay(period) ?? ".."}` }
  ]
]

describe("Every law of periods can be broken", () => {
  it.each(mutants)("when %s", (_mistake, name, mutant) => {
    const law = PeriodLaws.laws.filter((candidate) => candidate.name === name)
    expect(Law.brokenBy(law, mutant)).toEqual([name])
  })

  it("and there is a mutant for each", () => {
    const rejected = new Set(mutants.map(([, law]) => law))
    expect(PeriodLaws.laws.map(({ name }) => name).filter((name) => !rejected.has(name))).toEqual([])
  })
})
