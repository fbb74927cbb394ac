import { days, ids, type Prospects, regions } from "./prospects.ts"
import type { Asking, Rows } from "./questions.ts"

/** Steps one prospect after another, and in which stages each ever was: made for these questions and for no change. */
interface Grouped {
  readonly starts: Int32Array
  readonly stage: Uint8Array
  readonly at: Int32Array
  readonly ever: Uint16Array
  readonly region: Uint8Array
}

const group = (all: Prospects): Grouped => {
  const amount = all.region.length
  const starts = new Int32Array(amount + 1)
  for (const subject of all.subjects) starts[subject + 1] = (starts[subject + 1] as number) + 1
  for (let subject = 0; subject < amount; subject++) {
    starts[subject + 1] = (starts[subject + 1] as number) + (starts[subject] as number)
  }
  const places = starts.slice()
  const [stage, at, ever] = [new Uint8Array(all.amount), new Int32Array(all.amount), new Uint16Array(amount)]
  for (let step = 0; step < all.amount; step++) {
    const subject = all.subjects[step] as number
    const place = places[subject] as number
    places[subject] = place + 1
    stage[place] = all.stages[step] as number
    at[place] = all.at[step] as number
    ever[subject] = (ever[subject] as number) | (1 << (all.stages[step] as number))
  }
  return { starts, stage, at, ever, region: all.region }
}

const reached = ({ ever }: Grouped): ReadonlyArray<number> => {
  const sums = new Float64Array(ids.length)
  for (const bits of ever)
    for (let stage = 0; stage < ids.length; stage++) sums[stage] = (sums[stage] as number) + ((bits >> stage) & 1)
  return [...sums]
}

const longest = 64

const dwell = ({ starts, stage, at }: Grouped): Rows => {
  const spells = new Uint32Array(ids.length * longest)
  for (let subject = 0; subject < starts.length - 1; subject++) {
    const last = (starts[subject + 1] as number) - 1
    for (let step = starts[subject] as number; step < last; step++) {
      const place = (stage[step] as number) * longest + (at[step + 1] as number) - (at[step] as number)
      spells[place] = (spells[place] as number) + 1
    }
  }
  return ids.flatMap((_, number) => {
    const own = spells.subarray(number * longest, (number + 1) * longest)
    const count = own.reduce((sum, each) => sum + each, 0)
    const sum = own.reduce((all, each, length) => all + each * length, 0)
    const rank = (wanted: number): number => {
      let length = -1
      for (let left = wanted; left > 0; ) left -= own[++length] as number
      return length
    }
    return count === 0 ? [] : [[number, count, sum / count, rank(Math.ceil(count / 2)), rank(Math.ceil(count * 0.9))]]
  })
}

const cohorts = ({ starts, stage, at, ever, region }: Grouped): Rows => {
  const cells = new Uint32Array((Math.floor(days / 30) + 1) * regions * 2)
  for (let subject = 0; subject < region.length; subject++) {
    const first = starts[subject] as number
    const began = at[first] as number
    const cell = (Math.floor(began / 30) * regions + (region[subject] as number)) * 2
    cells[cell] = (cells[cell] as number) + 1
    if ((((ever[subject] as number) >> 6) & 1) === 0) continue
    let step = first
    while (stage[step] !== 6) step++
    if ((at[step] as number) - began <= 90) cells[cell + 1] = (cells[cell + 1] as number) + 1
  }
  return Array.from({ length: cells.length / 2 }, (_, cell) => [
    Math.floor(cell / regions),
    cell % regions,
    cells[cell * 2] as number,
    cells[cell * 2 + 1] as number
  ]).filter(([, , began]) => (began ?? 0) > 0)
}

const past = ({ starts, stage, at, region }: Grouped): ReadonlyArray<number> => {
  const sums = new Float64Array(ids.length)
  for (let subject = 0; subject < region.length; subject++) {
    const own = region[subject]
    if (own !== 1 && own !== 4 && own !== 7) continue
    let bits = 0
    for (let step = starts[subject] as number; step < (starts[subject + 1] as number); step++) {
      if ((at[step] as number) > days / 2) break
      const bit = 1 << (stage[step] as number)
      if ((bits & bit) === 0) sums[stage[step] as number] = (sums[stage[step] as number] as number) + 1
      bits |= bit
    }
  }
  return [...sums]
}

export const open = (all: Prospects): Asking => {
  const grouped = group(all)
  return {
    name: "limit",
    reached: () => reached(grouped),
    dwell: () => dwell(grouped),
    cohorts: () => cohorts(grouped),
    past: () => past(grouped)
  }
}
