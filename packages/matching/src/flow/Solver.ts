import * as Result from "effect/Result"
import { type AllocationError, AllocationTooLarge, EntryRepeated, FairnessRejected } from "../AllocationError.ts"
import * as Candidates from "./Candidates.ts"
import * as Network from "./Network.ts"
import * as Places from "./Places.ts"
import type { Fairness, Need, Problem } from "./Problem.ts"
import * as Scale from "./Scale.ts"
import * as Simplex from "./Simplex.ts"

/**
 * An allocation that is kept optimal while needs and capacities change one by one.
 *
 * Shape: changes in place, so it belongs to one owner; everything read from it is a value of its own.
 */
export interface Solver {
  readonly fairness: Fairness | undefined
  readonly places: Places.Places
  /** By number in the network; nothing where a need was taken out. */
  readonly needs: Array<Need | undefined>
  readonly numbers: Map<string, number>
  /** What the needs so far ask of a scale; only units shrink again. */
  extent: Scale.Extent
  scale: Scale.Scale
  network: Network.Network
}

const checkFairness = (fairness: Fairness | undefined): FairnessRejected | undefined => {
  if (fairness === undefined) return undefined
  const { after, perDay } = fairness
  if (!(Number.isSafeInteger(after) && after >= 0)) return new FairnessRejected({ field: "after", value: after })
  if (!(Number.isSafeInteger(perDay) && perDay >= 1)) return new FairnessRejected({ field: "perDay", value: perDay })
  return undefined
}

// Room to grow, so that the next need rarely asks for another scale.
const roomy = (most: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, most)))

/** What a scale must cover when there is one need more. */
export const widened = (
  extent: Scale.Extent,
  need: Need,
  bestScore: number,
  fairness: Fairness | undefined
): Scale.Extent => ({
  units: extent.units + (need.quantity ?? 1),
  most: Math.max(extent.most, Scale.points(need, bestScore, fairness)),
  anyHeld: extent.anyHeld || need.held !== undefined,
  whole: extent.whole || Scale.isWhole(need)
})

/**
 * A scale with room to grow, if there is any.
 *
 * Fails: `AllocationTooLarge`.
 */
export const scaleFor = (extent: Scale.Extent, places: number): Result.Result<Scale.Scale, AllocationTooLarge> => {
  const spacious = Scale.make({ ...extent, most: roomy(extent.most), units: roomy(extent.units) }, places)
  const [scale, largest] = spacious[1] <= Scale.limit ? spacious : Scale.make(extent, places)
  return largest <= Scale.limit
    ? Result.succeed(scale)
    : Result.fail(new AllocationTooLarge({ largest, limit: Scale.limit }))
}

interface Numbered {
  readonly needs: ReadonlyArray<Need>
  readonly numbers: Map<string, number>
}

const numberNeeds = (given: ReadonlyArray<Need>): Result.Result<Numbered, AllocationError> => {
  const needs = given.toSorted(Places.byId)
  const numbers = new Map<string, number>()
  for (const need of needs) {
    if (numbers.has(need.id)) return Result.fail(new EntryRepeated({ what: "need", id: need.id }))
    const wrong = Candidates.checkNeed(need)
    if (wrong !== undefined) return Result.fail(wrong)
    numbers.set(need.id, numbers.size)
  }
  return Result.succeed({ needs, numbers })
}

const nothing: Scale.Extent = { units: 0, most: 0, anyHeld: false, whole: false }

const extentOf = (
  needs: ReadonlyArray<Need | undefined>,
  { first, score }: Candidates.Candidates,
  fairness: Fairness | undefined
): Scale.Extent =>
  needs.reduce<Scale.Extent>((extent, need, number) => {
    if (need === undefined) return extent
    let best = 0
    for (let at = first[number] as number; at < (first[number + 1] as number); at++)
      best = Math.max(best, score[at] as number)
    return widened(extent, need, best, fairness)
  }, nothing)

/** Adds a need to the network, still unmet. */
export const addNeed = (solver: Solver, need: Need, place: Int32Array, score: Int32Array): number => {
  const { scale, fairness, places, network } = solver
  const worths = new Float64Array(place.length)
  const start = Scale.points(need, 0, fairness) * scale.point + 1
  const perPoint = need.weight * scale.point
  for (let index = 0; index < place.length; index++) {
    const { offer, slot } = places.names[place[index] as number] ?? { offer: "" }
    const held = Scale.keeps(need, offer, slot) ? scale.held : 0
    worths[index] = held + (score[index] as number) * perPoint + start
  }
  return Network.addNeed(network, need.quantity ?? 1, place, worths)
}

const fill = (solver: Solver, { first, place, score }: Candidates.Candidates): void => {
  for (const [number, need] of solver.needs.entries()) {
    const [from, to] = [first[number], first[number + 1]]
    if (need !== undefined) addNeed(solver, need, place.subarray(from, to), score.subarray(from, to))
  }
}

/**
 * Sets a problem up and solves it, whole quantities aside.
 *
 * Fails: see `AllocationError`.
 */
export const begin = ({ needs, offers, candidates, fairness }: Problem): Result.Result<Solver, AllocationError> => {
  const unfair = checkFairness(fairness)
  if (unfair !== undefined) return Result.fail(unfair)
  const places = Places.make(offers)
  if (Result.isFailure(places)) return Result.fail(places.failure)
  const numbered = numberNeeds(needs)
  if (Result.isFailure(numbered)) return Result.fail(numbered.failure)
  const sorted = Candidates.make(candidates, numbered.success.numbers, places.success)
  if (Result.isFailure(sorted)) return Result.fail(sorted.failure)
  const extent = extentOf(numbered.success.needs, sorted.success, fairness)
  const scale = scaleFor(extent, places.success.names.length)
  if (Result.isFailure(scale)) return Result.fail(scale.failure)
  const { penalty } = scale.success
  const solver: Solver = {
    fairness,
    places: places.success,
    needs: [...numbered.success.needs],
    numbers: numbered.success.numbers,
    extent,
    scale: scale.success,
    network: Network.make({ ...places.success, penalty }, needs.length, candidates.length)
  }
  fill(solver, sorted.success)
  Simplex.optimise(solver.network)
  return Result.succeed(solver)
}

/** The arcs of a need's candidates; the first arc of a need stands for staying unmet. */
export const candidateArcs = ({ first, end }: Network.Network, need: number): ReadonlyArray<number> => {
  const from = (first[need] as number) + 1
  return Array.from({ length: (end[need] as number) - from }, (_, index) => from + index)
}

/** What a unit of a candidate counts in the total. */
export const pointsOf = ({ scale, places, network }: Solver, need: Need, arc: number): number => {
  const { offer, slot } = places.names[network.place[arc] as number] ?? { offer: "" }
  const held = Scale.keeps(need, offer, slot) ? scale.held : 0
  return ((network.value[arc] as number) - held - 1) / scale.point
}

/** The score of a candidate, read back from what it is worth. */
export const scoreOf = (solver: Solver, need: Need, arc: number): number =>
  pointsOf(solver, need, arc) / need.weight - Scale.bonus(need, solver.fairness)
