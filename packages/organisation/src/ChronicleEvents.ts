import type * as Steps from "./ChronicleSteps.ts"

/**
 * Entries of histories in order of time instead of by node.
 *
 * Shape: event `i` happens to `node[i]` on `day[i]` and sets `value[i]`; days never fall.
 */
export interface ChronicleEvents {
  readonly node: Int32Array
  readonly day: Int32Array
  readonly value: Float64Array
}

// The order of days that makes them rise; equal days keep their order. Two passes over 16 bits each.
const rising = (days: Int32Array): Uint32Array => {
  let order = new Uint32Array(days.length).map((_, index) => index)
  for (const shift of [0, 16]) {
    const digit = (index: number): number => (((days[index] as number) ^ 0x8000_0000) >>> shift) & 0xffff
    const slots = new Uint32Array(0x1_0001)
    for (const index of order) {
      const slot = digit(index) + 1
      slots[slot] = (slots[slot] as number) + 1
    }
    for (let slot = 0; slot < 0x1_0000; slot++) slots[slot + 1] = (slots[slot + 1] as number) + (slots[slot] as number)
    const sorted = new Uint32Array(order.length)
    for (const index of order) {
      const slot = digit(index)
      const to = slots[slot] as number
      slots[slot] = to + 1
      sorted[to] = index
    }
    order = sorted
  }
  return order
}

/** The entries after a day in order of time. Cost: O(entries). */
export const after = (columns: Steps.ChronicleColumns, day: number): ChronicleEvents => {
  const { offsets, from, values } = columns
  const nodes: Array<number> = []
  const entries: Array<number> = []
  for (let node = 0; node + 1 < offsets.length; node++) {
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) {
      if ((from[at] as number) <= day) continue
      nodes.push(node)
      entries.push(at)
    }
  }
  const order = rising(Int32Array.from(entries, (at) => from[at] as number))
  return {
    node: Int32Array.from(order, (index) => nodes[index] as number),
    day: Int32Array.from(order, (index) => from[entries[index] as number] as number),
    value: Float64Array.from(order, (index) => values[entries[index] as number] as number)
  }
}
