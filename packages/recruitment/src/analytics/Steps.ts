/**
 * The steps of all subjects, those of one side by side, in order.
 *
 * A subject has a block whose size follows from how many steps it has: the next power of two. A block that is full moves
 * into one of twice the size and leaves its own to others, so that appending costs a constant on average and reading a
 * journey touches one place in memory.
 */
export interface Steps {
  stage: Uint8Array
  at: Float64Array
  used: number
  /** The first free block of every size, -1 when there is none; a free block holds the next one in its first time. */
  readonly free: Int32Array
}

export const make = (): Steps => ({
  stage: new Uint8Array(1024),
  at: new Float64Array(1024),
  used: 0,
  free: new Int32Array(32).fill(-1)
})

/** How large a column becomes that must hold so many: little slack, for there may be many. */
export const roomFor = (needed: number): number => Math.ceil(needed * 1.25) + 64

const sizeClass = (capacity: number): number => 31 - Math.clz32(capacity)

const take = (steps: Steps, capacity: number): number => {
  const kind = sizeClass(capacity)
  const reused = steps.free[kind] as number
  if (reused >= 0) {
    steps.free[kind] = steps.at[reused] as number
    return reused
  }
  const start = steps.used
  steps.used += capacity
  if (steps.used > steps.at.length) {
    const room = roomFor(steps.used)
    const stage = new Uint8Array(room)
    stage.set(steps.stage)
    steps.stage = stage
    const at = new Float64Array(room)
    at.set(steps.at)
    steps.at = at
  }
  return start
}

const release = (steps: Steps, start: number, capacity: number): void => {
  const kind = sizeClass(capacity)
  steps.at[start] = steps.free[kind] as number
  steps.free[kind] = start
}

/** Makes room for a step more in a block with so many; gives where the block begins now. */
export const grow = (steps: Steps, start: number, length: number): number => {
  if (length === 0) return take(steps, 2)
  if (length < 2 || (length & (length - 1)) !== 0) return start
  const moved = take(steps, length * 2)
  steps.stage.copyWithin(moved, start, start + length)
  steps.at.copyWithin(moved, start, start + length)
  release(steps, start, length)
  return moved
}
