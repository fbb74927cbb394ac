import * as Board from "./Board.ts"
import { gain } from "./Instance.ts"

/**
 * Fills a board day by day, each lot with the members to whom one turn more is due first; of several, those who wait longest,
 * then as the plan lists them.
 *
 * Shape: whoever served a lot before keeps it where that still fits.
 * Cost: O(lots × members × log members).
 */
export const deal = (board: Board.Board): void => {
  const { instance } = board
  const { members, lots, before } = instance
  const last = new Float64Array(members).fill(Number.NEGATIVE_INFINITY)
  // What is kept is set first, so that new turns are dealt around it.
  for (let at = 0; at < before.length; at++) {
    const [member, lot] = [Math.floor(at / lots.length), at % lots.length]
    const open = (board.filled[lot] ?? 0) < (lots[lot]?.need ?? 0)
    if (before[at] === 1 && open && Board.fits(board, member, lot)) Board.set(board, member, lot, true)
  }
  for (const [lot, { day, need }] of lots.entries()) {
    const wanted = need - (board.filled[lot] ?? 0)
    if (wanted > 0) {
      const candidates: Array<{ readonly member: number; readonly due: number; readonly waiting: number }> = []
      for (let member = 0; member < members; member++) {
        if (!Board.fits(board, member, lot)) continue
        const due = gain(instance, member, board.counts[member] ?? 0)
        candidates.push({ member, due, waiting: last[member] ?? 0 })
      }
      candidates.sort((a, b) => a.due - b.due || (a.waiting < b.waiting ? -1 : a.waiting > b.waiting ? 1 : 0))
      for (const { member } of candidates.slice(0, wanted)) Board.set(board, member, lot, true)
    }
    for (let member = 0; member < members; member++) {
      if (board.serves[member * lots.length + lot] === 1) last[member] = day
    }
  }
}
