import { type Instance, overlap, weekOf } from "./Instance.ts"

/**
 * Who serves what while a roster is being made. Changed in place by the one solver that made it.
 *
 * Shape: a day or week of a member is at `member * days + day - firstDay` (or weeks).
 */
export interface Board {
  readonly instance: Instance
  readonly serves: Uint8Array
  readonly counts: Float64Array
  /** How many members each lot has. */
  readonly filled: Float64Array
  readonly firstDay: number
  readonly days: number
  readonly onDay: Uint16Array
  readonly weeks: number
  readonly inWeek: Uint16Array
  /** The lots of each day, as first and last place among all lots. */
  readonly lotsOfDay: ReadonlyMap<number, readonly [from: number, to: number]>
}

const lotsByDay = ({ lots }: Instance): ReadonlyMap<number, readonly [number, number]> => {
  const found = new Map<number, readonly [number, number]>()
  for (const [n, { day }] of lots.entries()) found.set(day, [found.get(day)?.[0] ?? n, n + 1])
  return found
}

/** A board on which nobody serves yet, but for what is fixed. */
export const empty = (instance: Instance): Board => {
  const { members, lots, fixedDays } = instance
  const known = [...lots.map(({ day }) => day), ...fixedDays.flat()]
  let firstDay = known[0] ?? 0
  let lastDay = firstDay
  for (const day of known) {
    firstDay = Math.min(firstDay, day)
    lastDay = Math.max(lastDay, day)
  }
  const days = lastDay - firstDay + 1
  const weeks = weekOf(lastDay) - weekOf(firstDay) + 1
  const board: Board = {
    instance,
    serves: new Uint8Array(members * lots.length),
    counts: new Float64Array(members),
    filled: new Float64Array(lots.length),
    firstDay,
    days,
    onDay: new Uint16Array(members * days),
    weeks,
    inWeek: new Uint16Array(members * weeks),
    lotsOfDay: lotsByDay(instance)
  }
  for (const [member, own] of fixedDays.entries()) for (const day of own) mark(board, member, day, 1)
  return board
}

const mark = ({ days, firstDay, onDay, weeks, inWeek }: Board, member: number, day: number, by: 1 | -1): void => {
  const atDay = member * days + day - firstDay
  const atWeek = member * weeks + weekOf(day) - weekOf(firstDay)
  onDay[atDay] = (onDay[atDay] ?? 0) + by
  inWeek[atWeek] = (inWeek[atWeek] ?? 0) + by
}

/** Lets a member serve a lot, or no longer. */
export const set = (board: Board, member: number, lot: number, serving: boolean): void => {
  const { instance, serves, counts, filled } = board
  const by = serving ? 1 : -1
  serves[member * instance.lots.length + lot] = serving ? 1 : 0
  counts[member] = (counts[member] ?? 0) + by
  filled[lot] = (filled[lot] ?? 0) + by
  mark(board, member, instance.lots[lot]?.day ?? 0, by)
}

const rested = (board: Board, member: number, day: number, restDays: number): boolean => {
  const { days, firstDay, onDay } = board
  const from = Math.max(0, day - restDays - firstDay)
  const to = Math.min(days - 1, day + restDays - firstDay)
  for (let at = from; at <= to; at++) if ((onDay[member * days + at] ?? 0) > 0) return false
  return true
}

const elsewhere = (board: Board, member: number, lot: number, day: number): boolean => {
  const { instance, serves, lotsOfDay, days, firstDay, onDay } = board
  if ((onDay[member * days + day - firstDay] ?? 0) === 0) return false
  const { lots } = instance
  const [from, to] = lotsOfDay.get(day) ?? [0, 0]
  for (let other = from; other < to; other++) {
    const [a, b] = [lots[lot], lots[other]]
    if (serves[member * lots.length + other] === 1 && a && b && overlap(a, b)) return true
  }
  return false
}

/** Tells whether a member may serve a lot beside all that it serves now. */
export const fits = (board: Board, member: number, lot: number): boolean => {
  const { instance, serves, weeks, firstDay, inWeek } = board
  const { lots, able, maxPerWeek, restDays } = instance
  const at = member * lots.length + lot
  if (able[at] !== 1 || serves[at] === 1) return false
  const day = lots[lot]?.day ?? 0
  const week = member * weeks + weekOf(day) - weekOf(firstDay)
  if (maxPerWeek !== undefined && (inWeek[week] ?? 0) >= maxPerWeek) return false
  if (restDays !== undefined && !rested(board, member, day, restDays)) return false
  return !elsewhere(board, member, lot, day)
}

/** How many places stay empty. */
export const unfilled = ({ instance, filled }: Board): number =>
  instance.lots.reduce((sum, { need }, lot) => sum + need - (filled[lot] ?? 0), 0)

/** The lots a member serves. */
export const servedBy = ({ instance, serves }: Board, member: number): Array<number> => {
  const found: Array<number> = []
  const length = instance.lots.length
  for (let lot = 0; lot < length; lot++) if (serves[member * length + lot] === 1) found.push(lot)
  return found
}

/** Takes over who serves what. */
export const load = (board: Board, serves: Uint8Array): void => {
  const { instance } = board
  const length = instance.lots.length
  for (let at = 0; at < serves.length; at++) {
    if (serves[at] === board.serves[at]) continue
    set(board, Math.floor(at / length), at % length, serves[at] === 1)
  }
}
