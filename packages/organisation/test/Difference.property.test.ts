import type { CivilDate } from "@louyu/kernel"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Difference } from "../src/index.ts"
import * as Day from "../src/testing/Day.ts"
import * as AnyTown from "./anyTown.ts"

const date = fc.constantFrom(...AnyTown.window)

/** What a day says of names, superiors and the like, one line of plain facts for each unit and sort. */
type Snapshot = ReadonlyMap<string, string>

const name = (day: Day.Day, unit: string): string | undefined => {
  const [zh, en] = Day.value(day, "name", unit)?.split("/") ?? []
  return zh === undefined || en === "" ? zh : `${zh} / ${en}`
}

const listed = (texts: ReadonlyArray<string>): string | undefined =>
  texts.length === 0 ? undefined : AnyTown.sorted(texts).join(", ")

const readings: Readonly<Record<string, (day: Day.Day, unit: string) => string | undefined>> = {
  renamed: name,
  moved: (day, unit) => Day.superior(day, "command", unit),
  relocated: (day, unit) => Day.superior(day, "location", unit),
  memberCounts: (day, unit) => Day.value(day, "counts", unit)?.replace("+", " + "),
  members: (day, unit) => listed(Day.to(day, "home", unit).map(({ subject }) => subject)),
  cover: (day, unit) => listed(Day.about(day, "cover", unit).map(({ object }) => object)),
  grid: (day, unit) => listed(Day.about(day, "grid", unit).map(({ object }) => object)),
  participation: (day, unit) => listed(Day.to(day, "participation", unit).map(({ subject }) => subject)),
  alliance: (day, unit) => listed(Day.to(day, "allied", unit).map(({ subject }) => subject)),
  lead: (day, unit) => listed(Day.about(day, "lead", unit).map(({ object }) => object)),
  alias: (day, unit) => listed(Day.about(day, "alias", unit).map(({ object }) => object.replace(" ", ": ")))
}

const snapshot = (day: Day.Day): Snapshot => {
  const subjects = new Set([...day.facts.values()].flatMap(({ subject, object }) => [subject, object]))
  return new Map(
    [...subjects].flatMap((unit) =>
      Object.entries(readings).flatMap(([sort, read]) => {
        const value = read(day, unit)
        return value === undefined ? [] : [[`${sort} ${unit}`, value] as const]
      })
    )
  )
}

const dayOf = (town: AnyTown.Town, on: CivilDate.CivilDate): Snapshot => snapshot(AnyTown.dayOf(town, on).day)

const keyOf = ({ sort, unit }: Difference.Change): string =>
  `${sort === "established" || sort === "dissolved" ? "renamed" : sort} ${unit}`

const plain = (snapshot: Snapshot): ReadonlyArray<string> =>
  AnyTown.sorted([...snapshot].map(([key, value]) => `${key} = ${value}`))

describe("differences", () => {
  it("R1-4 a day is not different from itself", () => {
    fc.assert(
      fc.property(AnyTown.towns, date, ({ state }, on) => {
        expect(Difference.between(state, on, on)).toEqual([])
      }),
      { numRuns: 60 }
    )
  })

  it("R1-4 there and back is the same the other way round, in the same order", () => {
    const opposite: Readonly<Record<string, string>> = { established: "dissolved", dissolved: "established" }
    fc.assert(
      fc.property(AnyTown.towns, date, date, ({ state }, a, b) => {
        const back = Difference.between(state, b, a).map(({ sort, ...change }) => ({
          ...change,
          sort: opposite[sort] ?? sort,
          before: change.after,
          after: change.before
        }))
        expect(back).toEqual(Difference.between(state, a, b))
      }),
      { numRuns: 80 }
    )
  })

  it("R1-4 what one day says, changed by the differences, is what the other says", () => {
    fc.assert(
      fc.property(AnyTown.towns, date, date, (town, a, b) => {
        const changed = new Map(dayOf(town, a))
        for (const change of Difference.between(town.state, a, b)) {
          const key = keyOf(change)
          if (!((key.split(" ")[0] as string) in readings)) continue
          const isAlliance = change.unit === "a1" || change.unit === "a2"
          if (isAlliance && key.startsWith("renamed")) continue
          expect([key, changed.get(key)]).toEqual([key, change.before])
          if (change.after === undefined) changed.delete(key)
          else changed.set(key, change.after)
        }
        expect(plain(changed)).toEqual(plain(dayOf(town, b)))
      }),
      { numRuns: 80 }
    )
  })

  it("R1-4 of a unit that exists on one of the days only, it says that it was set up or dissolved, once", () => {
    fc.assert(
      fc.property(AnyTown.towns, date, date, (town, a, b) => {
        const [was, is] = [a, b].map((on) => new Set(Day.living(AnyTown.dayOf(town, on).day)))
        const told = (wanted: string) =>
          Difference.between(town.state, a, b).flatMap(({ sort, unit }) =>
            sort === wanted && unit !== "a1" && unit !== "a2" ? [unit] : []
          )
        expect(AnyTown.sorted(told("established"))).toEqual(
          AnyTown.sorted([...(is ?? [])].filter((unit) => was?.has(unit) === false))
        )
        expect(AnyTown.sorted(told("dissolved"))).toEqual(
          AnyTown.sorted([...(was ?? [])].filter((unit) => is?.has(unit) === false))
        )
      }),
      { numRuns: 80 }
    )
  })
})
