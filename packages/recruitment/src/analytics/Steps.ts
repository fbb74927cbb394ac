/** Times: in half the room as long as they are days, in all of it from the first that is not. */
export type Times = Int32Array | Float64Array

/** A column of times as wide as another. */
export const times = (like: Times, room: number): Times =>
  like instanceof Int32Array ? new Int32Array(room) : new Float64Array(room)

/** The same times, wider where one comes that would not fit. */
export const widened = (all: Times, at: number): Times =>
  (at | 0) !== at && all instanceof Int32Array ? Float64Array.from(all) : all

/**
 * The steps of all subjects, those of one side by side, in order.
 *
 * A subject has a block whose size follows from how many steps it has: the next power of two. A block that is full moves
 * into one of twice the size and leaves its own to others, so that appending costs a constant on average and reading a
 * journey touches one place in memory.
 */
export interface Steps {
  stage: Uint8Array
  at: Times
  used: number
  /** The first free block of every size, -1 when there is none; a free block holds the next one in its first time. */
  readonly free: Int32Array
}

export const make = (): Steps => ({
  stage: new Uint8Array(1024),
  at: new Int32Array(1024),
  used: 0,
  free: new Int32Array(32).fill(-1)
})

/** How large a column becomes that must hold so many: little slack, for there may be many. */
export const roomFor = (needed: number): number => Math.ceil(needed * 1.25) + 64

const sizeClass = (capacity: number): number => 31 - Math.clz32(capacity)

const capacityOf = (length: number): number => (length <= 2 ? 2 : 1 << (32 - Math.clz32(length - 1)))

const take = (steps: Steps, capacity: number): number => {
  const kind = sizeClass(capacity)
  const reused = steps.free[kind] as number
  if (reused >= 0) {
    steps.free[kind] = steps.at[reused] as number
    return reused
  }
  const start = steps.used
  steps.used += capacity
  return start
}

const release = (steps: Steps, start: number, capacity: number): void => {
  const kind = sizeClass(capacity)
  steps.at[start] = steps.free[kind] as number
  steps.free[kind] = start
}

/** Where the blocks of all subjects begin, and how many steps are in them. */
interface Blocks {
  readonly start: Uint32Array
  readonly length: Uint32Array
}

/**
 * Moves all steps into larger columns where there is no room for a block twice as large as one of so many steps.
 *
 * They are copied anyway, so they are put in the order of the subjects: reading all of them then reads memory from one
 * end to the other, which is three times as fast as here and there. Free blocks are gone after it.
 */
export const reserve = (steps: Steps, { start, length }: Blocks, rows: number, block: number): void => {
  const needed = Math.max(2, block * 2)
  if (steps.used + needed <= steps.at.length) return
  let sum = needed
  for (let row = 0; row < rows; row++) if (length[row] !== 0) sum += capacityOf(length[row] as number)
  const stage = new Uint8Array(roomFor(sum))
  const at = times(steps.at, stage.length)
  let used = 0
  for (let row = 0; row < rows; row++) {
    const count = length[row] as number
    const from = start[row] as number
    if (count === 0) continue
    for (let step = 0; step < count; step++) {
      stage[used + step] = steps.stage[from + step] as number
      at[used + step] = steps.at[from + step] as number
    }
    start[row] = used
    used += capacityOf(count)
  }
  Object.assign(steps, { stage, at, used })
  steps.free.fill(-1)
}

/** Makes room for a step more in a block with so many, where it was reserved; gives where the block begins now. */
export const grow = (steps: Steps, start: number, length: number): number => {
  if (length === 0) return take(steps, 2)
  if (length < 2 || (length & (length - 1)) !== 0) return start
  const moved = take(steps, length * 2)
  steps.stage.copyWithin(moved, start, start + length)
  steps.at.copyWithin(moved, start, start + length)
  release(steps, start, length)
  return moved
}
