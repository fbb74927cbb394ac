// Inner levels hold levels, the lowest level holds values; which is which follows from `shift`, never from the content.
interface Slots<A> extends ReadonlyArray<A | Slots<A> | undefined> {}

/**
 * A few values at whole-number keys, as an immutable value: a change copies one short path and shares the rest.
 *
 * Shape: a tree with 32 slots a level; `size` is the number of keys that have a value. Values are never `undefined`.
 */
export interface ForestSparse<A> {
  readonly size: number
  readonly shift: number
  readonly slots: Slots<A>
}

/** No values. */
export const empty: ForestSparse<never> = { size: 0, shift: 0, slots: [] }

/** Greater than every key; the answer of {@link next} when no key follows. */
export const end = 0x7fff_ffff

/** The value at a key, or `undefined`. Cost: O(log keys). */
export const get = <A>(sparse: ForestSparse<A>, key: number): A | undefined => {
  if (key >>> sparse.shift > 31) return undefined
  let slots = sparse.slots
  for (let shift = sparse.shift; shift > 0; shift -= 5) {
    const below = slots[(key >>> shift) & 31] as Slots<A> | undefined
    if (below === undefined) return undefined
    slots = below
  }
  return slots[key & 31] as A | undefined
}

interface Update<A> {
  readonly keys: ReadonlyArray<number>
  readonly change: (before: A | undefined, index: number) => A
  fresh: number
}

// Rewrites the keys in [from, to) below one level; keys that share a slot share the copy of what is below.
const rewrite = <A>(
  slots: Slots<A> | undefined,
  shift: number,
  update: Update<A>,
  from: number,
  to: number
): Slots<A> => {
  const { keys } = update
  const copy = slots === undefined ? new Array<A | Slots<A> | undefined>(32) : slots.slice()
  for (let at = from; at < to; ) {
    const slot = ((keys[at] as number) >>> shift) & 31
    const before = copy[slot]
    if (shift === 0) {
      if (before === undefined) update.fresh++
      copy[slot] = update.change(before as A | undefined, at++)
      continue
    }
    let behind = at + 1
    while (behind < to && (((keys[behind] as number) >>> shift) & 31) === slot) behind++
    copy[slot] = rewrite(before as Slots<A> | undefined, shift - 5, update, at, behind)
    at = behind
  }
  return copy
}

/**
 * Sets the values at several keys, which rise, from the values before.
 *
 * Cost: O(keys log size) time and new memory, less when keys are near each other.
 */
export const update = <A>(
  sparse: ForestSparse<A>,
  keys: ReadonlyArray<number>,
  change: (before: A | undefined, index: number) => A
): ForestSparse<A> => {
  const last = keys.at(-1)
  if (last === undefined) return sparse
  let { shift, slots } = sparse
  while (last >>> shift > 31) {
    slots = slots.length === 0 ? slots : [slots]
    shift += 5
  }
  const all: Update<A> = { keys, change, fresh: 0 }
  const written = rewrite(slots, shift, all, 0, keys.length)
  return { size: sparse.size + all.fresh, shift, slots: written }
}

/** Sets the value at a key. Cost: O(log size), and as much new memory. */
export const set = <A>(sparse: ForestSparse<A>, key: number, value: A): ForestSparse<A> =>
  update(sparse, [key], () => value)

const erase = <A>(slots: Slots<A>, shift: number, key: number): Slots<A> | undefined => {
  const copy = slots.slice()
  const slot = (key >>> shift) & 31
  copy[slot] = shift === 0 ? undefined : erase(copy[slot] as Slots<A>, shift - 5, key)
  return copy.some((below) => below !== undefined) ? copy : undefined
}

/** Takes the value at a key away. Cost: O(log keys). */
export const remove = <A>(sparse: ForestSparse<A>, key: number): ForestSparse<A> => {
  if (get(sparse, key) === undefined) return sparse
  const slots = erase(sparse.slots, sparse.shift, key)
  return slots === undefined ? empty : { size: sparse.size - 1, shift: sparse.shift, slots }
}

const find = <A>(slots: Slots<A>, shift: number, from: number): number => {
  let rest = from & ((1 << shift) - 1)
  for (let slot = from >>> shift; slot < slots.length; slot++) {
    const below = slots[slot]
    if (below !== undefined) {
      if (shift === 0) return slot
      const found = find(below as Slots<A>, shift - 5, rest)
      if (found !== end) return (slot << shift) | found
    }
    rest = 0
  }
  return end
}

/** The smallest key from a key on that has a value, or {@link end}. Cost: O(log keys). */
export const next = <A>(sparse: ForestSparse<A>, from: number): number =>
  from >>> sparse.shift > 31 ? end : find(sparse.slots, sparse.shift, from)

/** All keys, rising. Cost: O(size log keys). */
export const keys = <A>(sparse: ForestSparse<A>): Array<number> => {
  const all: Array<number> = []
  for (let key = next(sparse, 0); key !== end; key = next(sparse, key + 1)) all.push(key)
  return all
}
