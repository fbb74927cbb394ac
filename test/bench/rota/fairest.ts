import { CivilDate } from "@louyu/kernel"
import { type RosterGeneration, RosterPlan } from "@louyu/stations"
import type { Highs } from "highs"
import { datesOf, type Rota } from "./rosters.ts"

type Entry = readonly [column: number, value: number]
type Row = { readonly least: number; readonly most: number; readonly entries: ReadonlyArray<Entry> }

const infinity = Number.POSITIVE_INFINITY

/** How uneven the fairest rota is that leaves no place empty, by a mixed integer program that keeps all its rules. */
export const unevenness = (highs: Highs, rota: Rota, shares: ReadonlyArray<RosterGeneration.Share>): number => {
  const { members, maxPerWeek, restDays = 0 } = rota.plan
  const dates = datesOf(rota)
  const days = dates.map((date) => CivilDate.toEpochDay(date))
  const serving = members.map((member) =>
    dates.flatMap((date, day) => (RosterPlan.absence(member, date) === undefined ? [day] : []))
  )
  const costs: Array<number> = []
  const column = (cost: number): number => costs.push(cost) - 1
  const rows: Array<Row> = []
  const onDay = dates.map((): Array<Entry> => [])
  for (const [m, able] of serving.entries()) {
    const mine = new Map(able.map((day) => [day, column(0)]))
    for (const [day, one] of mine) onDay[day]?.push([one, 1])
    const among = (some: ReadonlyArray<number>): ReadonlyArray<Entry> =>
      some.flatMap((day): ReadonlyArray<Entry> => {
        const one = mine.get(day)
        return one === undefined ? [] : [[one, 1]]
      })
    // Every day with those that come before it has rested from it.
    for (const [n, day] of able.entries()) {
      const near = able.slice(n).filter((other) => (days[other] ?? 0) - (days[day] ?? 0) <= restDays)
      if (near.length > 1) rows.push({ least: -infinity, most: 1, entries: among(near) })
    }
    const weeks = Map.groupBy(able, (day) => Math.floor(((days[day] ?? 0) + 3) / 7))
    if (maxPerWeek !== undefined) {
      for (const week of weeks.values()) rows.push({ least: -infinity, most: maxPerWeek, entries: among(week) })
    }
    // A turn more costs more than the one before, so they are taken in order.
    const owed = shares[m]?.owed ?? 1
    const turns = Array.from({ length: able.length }, (_, k): Entry => [column((2 * k + 1 - 2 * owed) / owed), -1])
    rows.push({ least: 0, most: 0, entries: [...among(able), ...turns] })
  }
  for (const entries of onDay) rows.push({ least: rota.stations, most: rota.stations, entries })
  const starts = Int32Array.from({ length: rows.length + 1 })
  for (const [n, { entries }] of rows.entries()) starts[n + 1] = (starts[n] ?? 0) + entries.length
  return highs.withModel((model) => {
    model.options.set({ output_flag: false, time_limit: 120 })
    model.passModel({
      numCols: costs.length,
      numRows: rows.length,
      colCost: Float64Array.from(costs),
      colLower: new Float64Array(costs.length),
      colUpper: new Float64Array(costs.length).fill(1),
      rowLower: Float64Array.from(rows, ({ least }) => least),
      rowUpper: Float64Array.from(rows, ({ most }) => most),
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols: costs.length,
        starts,
        indices: Int32Array.from(rows.flatMap(({ entries }) => entries.map(([at]) => at))),
        values: Float64Array.from(rows.flatMap(({ entries }) => entries.map(([, value]) => value)))
      },
      integrality: new Int32Array(costs.length).fill(1)
    })
    model.run()
    // Without a turn everybody is as far below as it owes.
    return model.getObjectiveValue() + shares.reduce((sum, { owed }) => sum + owed, 0)
  })
}
