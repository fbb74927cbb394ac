import * as Result from "effect/Result"
import type { AllocationError, CapacityRejected, EntryUnknown } from "./AllocationError.ts"
import * as Change from "./flow/Change.ts"
import type { Allocation, Candidate, Need, Problem } from "./flow/Problem.ts"
import * as Report from "./flow/Report.ts"
import * as Solver from "./flow/Solver.ts"
import * as Verify from "./flow/Verify.ts"

export type { Network } from "./flow/Network.ts"
export type { Places } from "./flow/Places.ts"
export type {
  Allocation,
  Assignment,
  Branch,
  Candidate,
  Certificate,
  Fairness,
  Leaf,
  Lost,
  Moved,
  Need,
  Offer,
  PlacePrice,
  Problem,
  Proof,
  Slot,
  Unmet
} from "./flow/Problem.ts"
export type { Extent, Scale } from "./flow/Scale.ts"
export type { Solver } from "./flow/Solver.ts"
export type { Tree } from "./flow/Tree.ts"
export type { Flaw } from "./flow/Verify.ts"

// Enough for hundreds of needs in each other's way; a problem that needs more is better told than waited for.
const questions = 20_000

/**
 * Assigns needs to offers so that nothing better exists.
 *
 * Shape: first as many accepted matches as possible stay; then the sum over all units met of weight x (score + points for
 * waiting) is the highest possible; then as many units as possible are met. A need that waited longer than `after` days is
 * never left out for one of the same weight and candidates that waited less. The same problem gives the same allocation
 * in whatever order its lists are. A need that may be divided and has accepted parts in several offers is given as one
 * need a part.
 * Units: `effort` is the number of questions asked for needs that may not be divided; beyond it, `proved` is false.
 * Fails: `EntryRepeated`, `EntryUnknown`, `CapacityRejected`, `ScoreOutOfRange`, `NeedRejected`, `FairnessRejected`,
 * `AllocationTooLarge`.
 * Cost: a second and a half for 10^5 needs with 20 candidates each, of which two thirds find the optimum; growth little more
 * than linear. See BENCHMARK.md.
 * Source: R3-11, R3-12, invariant 9; network simplex after Cunningham (1976).
 *
 * ```ts
 * const problem: Allocation.Problem = {
 *   needs: [{ id: "n1", weight: 1, waiting: 3 }, { id: "n2", weight: 2, waiting: 0 }],
 *   offers: [{ id: "legal-advice", capacity: 1 }],
 *   candidates: [
 *     { need: "n1", offer: "legal-advice", score: 900 },
 *     { need: "n2", offer: "legal-advice", score: 600 }
 *   ]
 * }
 * const allocation = Result.getOrThrow(Allocation.solve(problem))
 * allocation.assignments // => [{ need: "n2", offer: "legal-advice", quantity: 1, score: 600 }]
 * allocation.unmet[0]?.lost // => [{ offer: "legal-advice", worth: 900, price: 1200, to: "n2" }]
 * Allocation.verify(problem, allocation) // => []
 * ```
 */
export const solve = (problem: Problem, effort = questions): Result.Result<Allocation, AllocationError> =>
  Result.map(Solver.begin(problem), (solver) => Report.make(solver, effort))

/**
 * Says what speaks against an allocation, without solving anything: by its certificate's prices alone.
 *
 * Shape: empty when the allocation is allowed and proved to be the best.
 * Cost: O(candidates), for every leaf of a proof about whole quantities.
 * Source: complementary slackness; weak duality for whole quantities.
 */
export const verify = (problem: Problem, allocation: Allocation): ReadonlyArray<Verify.Flaw> =>
  Verify.make(problem, allocation)

/**
 * Begins an allocation that is kept optimal while needs and capacities change one by one.
 *
 * Shape: the solver changes in place and belongs to one owner.
 * Fails: as {@link solve}.
 */
export const begin = (problem: Problem): Result.Result<Solver.Solver, AllocationError> => Solver.begin(problem)

/**
 * Adds a need with its candidates, or gives one that is there another shape or other candidates.
 *
 * Fails: as {@link solve}; then nothing has changed.
 * Cost: a look at all candidates and a few pivots: two milliseconds at 10^4 needs. Where the need is larger in weight or
 * kind than all before, everything is solved anew.
 */
export const put = (
  solver: Solver.Solver,
  need: Need,
  candidates: ReadonlyArray<Candidate>
): Result.Result<Solver.Solver, AllocationError> => Change.put(solver, need, candidates)

/**
 * Takes a need out.
 *
 * Fails: `EntryUnknown`.
 * Cost: as {@link put}.
 */
export const remove = (solver: Solver.Solver, need: string): Result.Result<Solver.Solver, EntryUnknown> =>
  Change.remove(solver, need)

/**
 * Gives an offer, or one of its slots, another capacity.
 *
 * Fails: `EntryUnknown`, `CapacityRejected`.
 * Cost: as {@link put}, and more where much has to find another place.
 */
export const setCapacity = (
  solver: Solver.Solver,
  at: { readonly offer: string; readonly slot?: string },
  capacity: number
): Result.Result<Solver.Solver, EntryUnknown | CapacityRejected> =>
  Change.setCapacity(solver, at.offer, at.slot, capacity)

/** The allocation a solver has come to, with all reasons and the certificate; see {@link solve}. */
export const current = (solver: Solver.Solver, effort = questions): Allocation => Report.make(solver, effort)
