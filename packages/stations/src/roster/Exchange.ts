import * as Board from "./Board.ts"
import { gain, relief, weekOf } from "./Instance.ts"

interface Hunt {
  readonly board: Board.Board
  /** What a turn more must weigh less than. */
  readonly limit: number
  readonly asked: Set<number>
  readonly work: { left: number }
}

const weigh = ({ instance, counts }: Board.Board, member: number): number => gain(instance, member, counts[member] ?? 0)

const byNeed = (board: Board.Board): ReadonlyArray<number> =>
  Array.from({ length: board.instance.members }, (_, member) => member).sort(
    (a, b) => weigh(board, a) - weigh(board, b) || a - b
  )

// Somebody takes the lot beside all it serves; or takes it for another one, which then wants somebody.
const place = (hunt: Hunt, lot: number, depth: number): boolean => {
  const { board, limit, asked, work } = hunt
  asked.add(lot)
  const members = byNeed(board)
  work.left -= members.length
  for (const member of members) {
    if (weigh(board, member) >= limit) break
    if (!Board.fits(board, member, lot)) continue
    Board.set(board, member, lot, true)
    return true
  }
  if (depth === 0) return false
  return members.some((member) => trade(hunt, member, lot, depth))
}

const inTheWay = ({ instance }: Board.Board, own: number, lot: number): boolean => {
  const { lots, restDays = 0, maxPerWeek } = instance
  const [a, b] = [lots[own]?.day ?? 0, lots[lot]?.day ?? 0]
  return Math.abs(a - b) <= restDays || (maxPerWeek !== undefined && weekOf(a) === weekOf(b))
}

const trade = (hunt: Hunt, member: number, lot: number, depth: number): boolean => {
  const { board, asked, work } = hunt
  const { able, lots } = board.instance
  const at = member * lots.length + lot
  if (work.left < 0 || able[at] !== 1 || board.serves[at] === 1) return false
  const fitting = Board.fits(board, member, lot)
  for (const own of Board.servedBy(board, member)) {
    work.left--
    // Where it is only in the way of its own turns, giving up one far from there is of no help.
    if (asked.has(own) || !(fitting || inTheWay(board, own, lot))) continue
    Board.set(board, member, own, false)
    if (Board.fits(board, member, lot)) {
      Board.set(board, member, lot, true)
      if (place(hunt, own, depth - 1)) return true
      Board.set(board, member, lot, false)
    }
    Board.set(board, member, own, true)
  }
  return false
}

const depth = 3

const fill = (board: Board.Board, work: { left: number }): void => {
  for (const [lot, { need }] of board.instance.lots.entries()) {
    while ((board.filled[lot] ?? 0) < need && work.left > 0) {
      if (!place({ board, limit: Number.POSITIVE_INFINITY, asked: new Set(), work }, lot, depth)) break
    }
  }
}

const relieve = (board: Board.Board, member: number, work: { left: number }): boolean => {
  const limit = relief(board.instance, member, board.counts[member] ?? 0)
  for (const lot of Board.servedBy(board, member)) {
    if (work.left < 0) return false
    Board.set(board, member, lot, false)
    if (place({ board, limit, asked: new Set(), work }, lot, depth)) return true
    Board.set(board, member, lot, true)
  }
  return false
}

/**
 * Fills places and evens counts by chains of up to four members, under all rules; where rules are such that no network says
 * them all, there is no promise that this finds the best.
 *
 * Shape: stops when it is good enough, and gives up after about 3 × 10^7 steps.
 */
export const improve = (board: Board.Board, enough: (board: Board.Board) => boolean): void => {
  const work = { left: 30_000_000 }
  fill(board, work)
  for (let going = true; going && work.left > 0 && !enough(board); ) {
    going = byNeed(board)
      .toReversed()
      .some((member) => (board.counts[member] ?? 0) > 0 && relieve(board, member, work))
  }
}
