import * as Board from "./Board.ts"
import * as Exchange from "./Exchange.ts"
import * as Flow from "./Flow.ts"
import { gain, type Instance, relief, unevenness } from "./Instance.ts"
import * as Network from "./Network.ts"
import * as Search from "./Search.ts"
import { stay } from "./Stay.ts"
import { deal } from "./Turns.ts"

/** Members who together have at least, or at most, so many turns in every roster that leaves no more places empty. */
export interface Forced {
  readonly sort: "atLeast" | "atMost"
  readonly members: ReadonlyArray<number>
  readonly turns: number
}

/** Who serves what, and what is known of how good that is. */
export interface Solution {
  readonly serves: Uint8Array
  readonly counts: Float64Array
  /** How it was proved, or that there is only a bound. */
  readonly method: "flow" | "search" | "bound"
  readonly empty: number
  readonly emptyAtLeast: number
  readonly unevenness: number
  readonly unevennessAtLeast: number
  readonly forced: ReadonlyArray<Forced>
  /** Whether no roster as full and as even lets more turns stay where they were. */
  readonly fewestMoves: boolean
}

const sum = (members: ReadonlyArray<number>, counts: Float64Array, taken: Float64Array): number =>
  members.reduce((total, member) => total + (counts[member] ?? 0) + (taken[member] ?? 0), 0)

// Where somebody has more than another could take over, the rules force it: no chain of exchanges leads from one to the other.
const forcedBy = (flow: Flow.Flow): ReadonlyArray<Forced> => {
  const { network, counts } = flow
  const { instance } = network
  const members = Array.from({ length: instance.members }, (_, member) => member)
  const up = members.map((member) => gain(instance, member, counts[member] ?? 0))
  const down = members.map((member) =>
    (counts[member] ?? 0) > 0 ? relief(instance, member, counts[member] ?? 0) : Number.NEGATIVE_INFINITY
  )
  const [least, most] = [Math.min(...up), Math.max(...down)]
  if (most <= least) return []
  const above = Flow.reach(
    flow,
    members.filter((member) => down[member] === most),
    true
  )
  const below = Flow.reach(
    flow,
    members.filter((member) => up[member] === least),
    false
  )
  return [
    { sort: "atLeast", members: above, turns: sum(above, counts, instance.taken) },
    { sort: "atMost", members: below, turns: sum(below, counts, instance.taken) }
  ]
}

const solved = (board: Board.Board, flow: Flow.Flow, method: Solution["method"], fewestMoves: boolean): Solution => {
  const { instance } = board
  const emptyAtLeast = instance.lots.reduce((total, { need }, lot) => total + need - (flow.filled[lot] ?? 0), 0)
  const [empty, uneven] = Search.worth(board)
  const proved = method !== "bound"
  return {
    serves: board.serves,
    counts: board.counts,
    method,
    empty,
    emptyAtLeast: proved ? empty : emptyAtLeast,
    unevenness: uneven,
    // Places that stay empty let others have it more even: the bound of the full network says nothing then.
    unevennessAtLeast: proved ? uneven : empty === emptyAtLeast ? unevenness(instance, flow.counts) : 0,
    forced: empty === emptyAtLeast ? forcedBy(flow) : [],
    fewestMoves
  }
}

const boardOf = (instance: Instance, serves: Uint8Array): Board.Board => {
  const board = Board.empty(instance)
  Board.load(board, serves)
  return board
}

const throughFlow = (instance: Instance, flow: Flow.Flow): Solution => {
  const moves = instance.before.includes(1) ? stay(flow) : true
  return solved(boardOf(instance, Network.served(flow.network)), flow, "flow", moves)
}

// As full and as even as the network that leaves rules out can be: then nothing is better.
const meets = (board: Board.Board, { filled, counts }: Flow.Flow): boolean => {
  const { instance } = board
  if (instance.lots.some((_, lot) => (board.filled[lot] ?? 0) < (filled[lot] ?? 0))) return false
  return Search.compare([0, unevenness(instance, board.counts), 0], [0, unevenness(instance, counts), 0]) === 0
}

const throughExchange = (dealt: Board.Board, flow: Flow.Flow): Solution => {
  const { instance } = dealt
  const kept = instance.before.includes(1)
  Exchange.improve(dealt, (board) => meets(board, flow))
  const exact = meets(dealt, flow) && !kept ? undefined : Search.best(dealt)
  if (exact !== undefined) return solved(boardOf(instance, exact), flow, "search", true)
  return solved(dealt, flow, meets(dealt, flow) ? "flow" : "bound", !kept)
}

/**
 * Who serves what: as many places filled as can be, then as even as can be, then as much as before as can be.
 *
 * Shape: `flow` proves the first two for any size where the rules nest (no double booking of windows that are all on at once
 * or apart, one turn a day, turns a week), and also where a bound that leaves rules out is met; `search` proves all three of
 * up to 20 places. Else `bound`: a roster that keeps every rule, with bounds that none beats.
 * Cost: dealing O(lots × members × log members), then O(members × lots) for each turn that is moved.
 */
export const solve = (instance: Instance): Solution => {
  const dealt = Board.empty(instance)
  deal(dealt)
  const flow = Flow.start(Network.make(Board.empty(instance), dealt.serves))
  Flow.cover(flow)
  Flow.even(flow)
  return flow.network.whole ? throughFlow(instance, flow) : throughExchange(dealt, flow)
}
