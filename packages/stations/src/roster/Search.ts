import * as Board from "./Board.ts"
import { gain, unevenness } from "./Instance.ts"

/** How good a board is: places that stay empty, then unevenness, then turns that are new. Shape: less is better. */
export type Worth = readonly [empty: number, unevenness: number, fresh: number]

const tolerance = 1e-9

/** Negative when the first is better; unevenness that differs by less than a 10^-9 of it counts as the same. */
export const compare = (a: Worth, b: Worth): number => {
  const even = a[1] - b[1]
  return a[0] - b[0] || (Math.abs(even) <= tolerance * Math.max(1, a[1], b[1]) ? 0 : even) || a[2] - b[2]
}

/** How good a board is. */
export const worth = (board: Board.Board): Worth => {
  const { instance, serves, counts } = board
  let fresh = 0
  for (const [at, serving] of serves.entries()) if (serving === 1 && instance.before[at] !== 1) fresh++
  return [Board.unfilled(board), unevenness(instance, counts), fresh]
}

interface Hunt {
  readonly board: Board.Board
  readonly seats: ReadonlyArray<number>
  best: Worth
  serves: Uint8Array
  left: number
}

// The least that can come of what is seated so far: the rest goes to whomever it weighs least for, rules or no rules.
const least = ({ board, seats }: Hunt, at: number): number => {
  const { instance } = board
  const counts = Float64Array.from(board.counts)
  for (let n = at; n < seats.length; n++) {
    let best = 0
    for (let member = 1; member < instance.members; member++) {
      if (gain(instance, member, counts[member] ?? 0) < gain(instance, best, counts[best] ?? 0)) best = member
    }
    counts[best] = (counts[best] ?? 0) + 1
  }
  return unevenness(instance, counts)
}

// Members of one lot are seated in order, so that no two ways to seat the same members are tried.
const seat = (hunt: Hunt, at: number, empty: number, from: number): void => {
  const { board, seats } = hunt
  if (hunt.left-- < 0 || empty > hunt.best[0]) return
  const lot = seats[at]
  if (lot === undefined) {
    const found = worth(board)
    if (compare(found, hunt.best) >= 0) return
    hunt.best = found
    hunt.serves = Uint8Array.from(board.serves)
    return
  }
  if (empty === hunt.best[0] && least(hunt, at) > hunt.best[1] * (1 + tolerance) + tolerance) return
  const follows = seats[at + 1] === lot
  for (let member = from; member < board.instance.members; member++) {
    if (!Board.fits(board, member, lot)) continue
    Board.set(board, member, lot, true)
    seat(hunt, at + 1, empty, follows ? member + 1 : 0)
    Board.set(board, member, lot, false)
  }
  // Left empty, with the other seats of the lot that would follow: which of them are empty makes no difference.
  const rest = seats.findIndex((other, n) => n > at && other !== lot)
  const next = rest < 0 ? seats.length : rest
  seat(hunt, next, empty + next - at, 0)
}

/**
 * The best board there is, by trying all that could be better than one that is known.
 *
 * Shape: `undefined` when there is too much to try: more than 20 places, or more than 3 × 10^5 steps.
 */
export const best = (known: Board.Board): Uint8Array | undefined => {
  const { instance } = known
  const seats = instance.lots.flatMap(({ need }, lot) => Array.from({ length: need }, () => lot))
  if (seats.length > 20) return undefined
  const hunt: Hunt = {
    board: Board.empty(instance),
    seats,
    best: worth(known),
    serves: Uint8Array.from(known.serves),
    left: 300_000
  }
  seat(hunt, 0, 0, 0)
  return hunt.left < 0 ? undefined : hunt.serves
}
