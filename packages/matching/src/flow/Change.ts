import * as Result from "effect/Result"
import { type AllocationError, type CapacityRejected, EntryUnknown } from "../AllocationError.ts"
import * as Candidates from "./Candidates.ts"
import * as Network from "./Network.ts"
import * as Places from "./Places.ts"
import type { Candidate, Need } from "./Problem.ts"
import * as Scale from "./Scale.ts"
import * as Simplex from "./Simplex.ts"
import * as Solver from "./Solver.ts"

// Everything again, on a wider scale; the numbers of needs stay.
const rescale = (solver: Solver.Solver, scale: Scale.Scale): void => {
  const { network, needs, places } = solver
  const first = [0]
  const [place, score]: [Array<number>, Array<number>] = [[], []]
  for (const [number, need] of needs.entries()) {
    if (need !== undefined) {
      for (const arc of Solver.candidateArcs(network, number)) {
        place.push(network.place[arc] as number)
        score.push(Solver.scoreOf(solver, need, arc))
      }
    }
    first.push(place.length)
  }
  const capacity = network.capacity
  solver.scale = scale
  solver.network = Network.make({ over: places.over, capacity, penalty: scale.penalty }, needs.length, place.length)
  const [from, to] = [Int32Array.from(place), Int32Array.from(score)]
  for (const [number, need] of needs.entries()) {
    const [begins, ends] = [first[number], first[number + 1]]
    if (need === undefined) Network.addNeed(solver.network, 0, [], [])
    else Solver.addNeed(solver, need, from.subarray(begins, ends), to.subarray(begins, ends))
  }
}

/**
 * Adds a need with its candidates, or gives a need other candidates; then the optimum again.
 *
 * Fails: see `AllocationError`; then nothing has changed.
 */
export const put = (
  solver: Solver.Solver,
  need: Need,
  candidates: ReadonlyArray<Candidate>
): Result.Result<Solver.Solver, AllocationError> => {
  const wrong = Candidates.checkNeed(need)
  if (wrong !== undefined) return Result.fail(wrong)
  const sorted = Candidates.make(candidates, new Map([[need.id, 0]]), solver.places)
  if (Result.isFailure(sorted)) return Result.fail(sorted.failure)
  const { place, score } = sorted.success
  const extent = Solver.widened(solver.extent, need, Math.max(0, ...score), solver.fairness)
  const fits = Scale.covers(solver.scale, extent)
  const scale = fits ? Result.succeed(solver.scale) : Solver.scaleFor(extent, solver.places.names.length)
  if (Result.isFailure(scale)) return Result.fail(scale.failure)
  solver.extent = extent
  const old = takeOut(solver, need.id)
  if (!fits) rescale(solver, scale.success)
  const number = Solver.addNeed(solver, need, place, score)
  solver.needs[number] = need
  solver.numbers.set(need.id, number)
  Simplex.optimise(solver.network)
  if (old !== undefined) Simplex.forget(solver.network, old)
  return Result.succeed(solver)
}

const takeOut = (solver: Solver.Solver, id: string): number | undefined => {
  const number = solver.numbers.get(id)
  const need = number === undefined ? undefined : solver.needs[number]
  if (number === undefined || need === undefined) return undefined
  Simplex.withdraw(solver.network, number)
  solver.needs[number] = undefined
  solver.numbers.delete(id)
  solver.extent = { ...solver.extent, units: solver.extent.units - (need.quantity ?? 1) }
  return number
}

/**
 * Takes a need out; then the optimum again.
 *
 * Fails: `EntryUnknown`.
 */
export const remove = (solver: Solver.Solver, id: string): Result.Result<Solver.Solver, EntryUnknown> => {
  const number = takeOut(solver, id)
  if (number === undefined) return Result.fail(new EntryUnknown({ what: "need", id }))
  Simplex.optimise(solver.network)
  Simplex.forget(solver.network, number)
  return Result.succeed(solver)
}

/**
 * Gives an offer, or one of its slots, another capacity; then the optimum again.
 *
 * Fails: `EntryUnknown`, `CapacityRejected`.
 */
export const setCapacity = (
  solver: Solver.Solver,
  offer: string,
  slot: string | undefined,
  capacity: number
): Result.Result<Solver.Solver, EntryUnknown | CapacityRejected> => {
  const place = Places.find(solver.places, offer, slot)
  if (Result.isFailure(place)) return Result.fail(place.failure)
  const right = Places.checked(offer, slot, capacity)
  if (Result.isFailure(right)) return Result.fail(right.failure)
  Simplex.setCapacity(solver.network, place.success, capacity)
  Simplex.optimise(solver.network)
  return Result.succeed(solver)
}
