import * as Result from "effect/Result"
import type { ColumnUnknown } from "../AnalyticsError.ts"
import * as Durations from "./Durations.ts"
import { type Chosen, column, each } from "./Scope.ts"
import type { Store } from "./Store.ts"

/** The spells of a stage, and of a code where a column was asked for. */
export interface Group {
  readonly stage: string
  readonly code: number | undefined
  readonly completed: Durations.Durations
  open: number
  longestOpen: number
}

// Places are filled as they are met: a code times all stages may be many, and most may be empty.
const groupAt = (groups: Array<Group | undefined>, place: number, ids: ReadonlyArray<string>): Group => {
  const code = Math.floor(place / ids.length)
  const made: Group = {
    stage: ids[place % ids.length] as string,
    code: code === 0 ? undefined : code - 1,
    completed: Durations.make(),
    open: 0,
    longestOpen: 0
  }
  groups[place] = made
  return made
}

export const collect = (
  store: Store,
  chosen: Chosen,
  by: string | undefined
): Result.Result<ReadonlyArray<Group>, ColumnUnknown> =>
  Result.map(by === undefined ? Result.succeed(undefined) : column(store, by), (codes) => {
    const { stage, at } = store.steps
    const { ids, terminal } = store.table
    const groups: Array<Group | undefined> = []
    const group = (place: number): Group => groups[place] ?? groupAt(groups, place, ids)
    if (codes === undefined) for (let number = 0; number < ids.length; number++) group(number)
    each(store, chosen, (row, start, known) => {
      const code = codes === undefined ? 0 : (codes[row] as number) * ids.length
      const last = start + known - 1
      for (let step = start; step < last; step++) {
        const place = code + (stage[step] as number)
        const { completed } = groups[place] ?? group(place)
        Durations.add(completed, (at[step + 1] as number) - (at[step] as number))
      }
      const now = stage[last] as number
      const there = group(code + now)
      if (terminal[now] === true) return
      there.open++
      there.longestOpen = Math.max(there.longestOpen, chosen.asOf - (at[last] as number))
    })
    return order(groups, ids.length)
  })

// By stage first and by code within, which is not the order of the places.
const order = (groups: ReadonlyArray<Group | undefined>, stages: number): ReadonlyArray<Group> =>
  groups
    .flatMap((group, place) => (group === undefined ? [] : [{ group, place }]))
    .sort((a, b) => (a.place % stages) - (b.place % stages) || a.place - b.place)
    .map(({ group }) => group)
