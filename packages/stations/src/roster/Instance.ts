/**
 * Slots that are the same to every member: one day, one window, one circle of members who may serve them.
 *
 * Units: `day` in days since 1970-01-01; `open` and `close` in minutes of the day.
 */
export interface Lot {
  readonly day: number
  readonly open: number
  readonly close: number
  /** How many members are still wanted. */
  readonly need: number
}

/**
 * A roster as numbers: which members may serve which lots, how much each owes, and the rules that bind them.
 *
 * Shape: what stands per member and lot is at `member * lots.length + lot`. Lots are in order of day and opening.
 * Units: `owed` and `carried` in hundredths of a turn, whole; `taken` in turns that count already.
 */
export interface Instance {
  readonly members: number
  readonly lots: ReadonlyArray<Lot>
  readonly owed: Float64Array
  readonly carried: Float64Array
  readonly taken: Float64Array
  /** 1 where a member may serve a lot as far as that lot alone is concerned, what is fixed included. */
  readonly able: Uint8Array
  /** 1 where a member served a lot before and would better stay. */
  readonly before: Uint8Array
  readonly maxPerWeek: number | undefined
  readonly restDays: number | undefined
  /** Days on which members are on duty whatever comes of this. */
  readonly fixedDays: ReadonlyArray<ReadonlyArray<number>>
}

/** Weeks since some Monday. Units: `day` in days since 1970-01-01, a Thursday. */
export const weekOf = (day: number): number => Math.floor((day + 3) / 7)

/** Tells whether two lots are on at once. */
export const overlap = (a: Lot, b: Lot): boolean => a.day === b.day && a.open < b.close && b.open < a.close

/**
 * What one turn more weighs for a member that has some: the divisor method of Webster and Sainte-Laguë, for which the sum
 * over all turns is least when the squares of what is had beyond what is owed, per turn owed, are least.
 */
export const gain = ({ owed, carried, taken }: Instance, member: number, turns: number): number =>
  (2 * ((carried[member] ?? 0) + 100 * ((taken[member] ?? 0) + turns)) + 100) / (owed[member] ?? 1)

/** What a member that has some turns is relieved of with one of them. */
export const relief = (instance: Instance, member: number, turns: number): number => gain(instance, member, turns - 1)

/**
 * How uneven counts are: the sum over members of the square of what each has beyond what it owes, per turn owed.
 *
 * Units: in turns.
 */
export const unevenness = ({ members, owed, carried, taken }: Instance, counts: ArrayLike<number>): number => {
  let sum = 0
  for (let member = 0; member < members; member++) {
    const due = owed[member] ?? 1
    const excess = (carried[member] ?? 0) + 100 * ((taken[member] ?? 0) + (counts[member] ?? 0)) - due
    sum += (excess * excess) / (100 * due)
  }
  return sum
}
