import type { Contender } from "./contender.ts"
import { type Move, never, type Workload } from "./workload.ts"

// The least that can be done by hand for exactly this workload: arrays, one pass, no checks, parents known to have
// smaller numbers than their children, at most one move a unit, answers summed on the way and never handed out.

/** Today's forest as preorder intervals with running sums. */
export interface Today {
  readonly parent: Int32Array
  readonly order: Int32Array
  readonly enter: Int32Array
  readonly exit: Int32Array
  readonly depth: Int32Array
  readonly running: Float64Array
}

export const build = ({ today, area, count }: Workload): Today => {
  const parent = today.slice()
  const size = new Int32Array(count).fill(1)
  for (let node = count - 1; node > 0; node--) {
    const above = parent[node] as number
    size[above] = (size[above] as number) + (size[node] as number)
  }
  const order = new Int32Array(count)
  const enter = new Int32Array(count)
  const exit = new Int32Array(count)
  const depth = new Int32Array(count)
  const next = new Int32Array(count)
  for (let node = 0; node < count; node++) {
    const above = parent[node] as number
    const at = above < 0 ? 0 : (next[above] as number)
    const end = at + (size[node] as number)
    if (above >= 0) {
      next[above] = end
      depth[node] = (depth[above] as number) + 1
    }
    order[at] = node
    enter[node] = at
    exit[node] = end
    next[node] = at + 1
  }
  const running = new Float64Array(count + 1)
  for (let at = 0; at < count; at++) running[at + 1] = (running[at] as number) + (area[order[at] as number] as number)
  return { parent, order, enter, exit, depth, running }
}

/** The sums of all subtrees on all days. */
export interface History {
  readonly offsets: Int32Array
  readonly days: Int32Array
  readonly sums: Float64Array
}

const sumsOf = (parent: Int32Array, area: Float64Array): Float64Array => {
  const sums = area.slice()
  for (let node = parent.length - 1; node > 0; node--) {
    const above = parent[node] as number
    sums[above] = (sums[above] as number) + (sums[node] as number)
  }
  return sums
}

const byDay = ({ count, movedOn }: Workload): Int32Array => {
  const movers = new Int32Array(count).map((_, node) => node).filter((node) => movedOn[node] !== never)
  const keys = Float64Array.from(movers, (node) => (movedOn[node] as number) * count + node).sort()
  return Int32Array.from(keys, (key) => key % count)
}

export const buildHistory = (workload: Workload): History => {
  const { count, first, area, movedOn, movedTo } = workload
  const parent = first.slice()
  const sums = sumsOf(first, area)
  let room = 8 * count
  let nodes = new Int32Array(room)
  let days = new Int32Array(room)
  let values = new Float64Array(room)
  const lastPoint = new Int32Array(count)
  let points = 0
  for (let node = 0; node < count; node++) {
    nodes[points] = node
    values[points] = sums[node] as number
    lastPoint[node] = points++
  }
  const climb = (from: number, by: number, day: number): void => {
    for (let at = from; at >= 0; at = parent[at] as number) {
      const sum = (sums[at] as number) + by
      sums[at] = sum
      const last = lastPoint[at] as number
      if (days[last] === day) values[last] = sum
      else {
        nodes[points] = at
        days[points] = day
        values[points] = sum
        lastPoint[at] = points++
      }
    }
  }
  for (const node of byDay(workload)) {
    const day = movedOn[node] as number
    climb(parent[node] as number, -(sums[node] as number), day)
    parent[node] = movedTo[node] as number
    climb(parent[node] as number, sums[node] as number, day)
    if (points + 1000 < room) continue
    room *= 2
    const wider = [new Int32Array(room), new Int32Array(room), new Float64Array(room)] as const
    wider[0].set(nodes)
    wider[1].set(days)
    wider[2].set(values)
    ;[nodes, days, values] = wider
  }
  const offsets = new Int32Array(count + 1)
  for (let point = 0; point < points; point++) {
    const slot = (nodes[point] as number) + 1
    offsets[slot] = (offsets[slot] as number) + 1
  }
  for (let node = 0; node < count; node++) offsets[node + 1] = (offsets[node + 1] as number) + (offsets[node] as number)
  const next = offsets.slice()
  const history = { offsets, days: new Int32Array(points), sums: new Float64Array(points) }
  for (let point = 0; point < points; point++) {
    const node = nodes[point] as number
    const at = next[node] as number
    next[node] = at + 1
    history.days[at] = days[point] as number
    history.sums[at] = values[point] as number
  }
  return history
}

const sumOn = ({ offsets, days, sums }: History, node: number, day: number): number => {
  let low = offsets[node] as number
  let high = offsets[node + 1] as number
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((days[middle] as number) <= day) low = middle + 1
    else high = middle
  }
  return sums[low - 1] as number
}

const pathSum = ({ parent, depth }: Today, from: number, to: number): number => {
  let [a, b, sum] = [from, to, 0]
  while (a !== b) {
    if ((depth[a] as number) >= (depth[b] as number)) {
      sum += a
      a = parent[a] as number
    } else {
      sum += b
      b = parent[b] as number
    }
  }
  return sum + a
}

/** Makes moves in place, on arrays of its own, and returns the sum of what was asked. */
export const move = (workload: Workload, moves: ReadonlyArray<Move>): (() => number) => {
  const parent = workload.today.slice()
  const sums = sumsOf(parent, workload.area)
  const climb = (from: number, by: number): void => {
    for (let at = from; at >= 0; at = parent[at] as number) sums[at] = (sums[at] as number) + by
  }
  return () => {
    let sum = 0
    for (const { node, parent: under, asked } of moves) {
      const weight = sums[node] as number
      climb(parent[node] as number, -weight)
      parent[node] = under
      climb(under, weight)
      sum += sums[asked] as number
      for (let at = under; at >= 0; at = parent[at] as number) sum += at
    }
    return sum
  }
}

export const contender = (workload: Workload, today: Today, history: History): Contender => {
  const { parent, order, enter, exit, running } = today
  const { first, movedOn, movedTo } = workload
  const parentOn = (node: number, day: number): number =>
    day < (movedOn[node] as number) ? (first[node] as number) : (movedTo[node] as number)
  return {
    name: "limit",
    answers: {
      ancestors: (node) => {
        let sum = 0
        for (let at = parent[node] as number; at >= 0; at = parent[at] as number) sum += at
        return sum
      },
      descendants: (node) => {
        let sum = 0
        const end = exit[node] as number
        for (let at = (enter[node] as number) + 1; at < end; at++) sum += order[at] as number
        return sum
      },
      "roll-up": (node) => (running[exit[node] as number] as number) - (running[enter[node] as number] as number),
      path: (node, other) => pathSum(today, node, other),
      "ancestors on a day": (node, _, day) => {
        let sum = 0
        for (let at = parentOn(node, day); at >= 0; at = parentOn(at, day)) sum += at
        return sum
      },
      "roll-up on a day": (node, _, day) => sumOn(history, node, day)
    }
  }
}
