import * as Result from "effect/Result"
import { EntryRepeated, EntryUnknown, NeedRejected, ScoreOutOfRange } from "../AllocationError.ts"
import * as Places from "./Places.ts"
import type { Candidate, Need } from "./Problem.ts"

/** The candidates of all needs: those of need `n` from `first[n]` to `first[n + 1]`, in the order of places. */
export interface Candidates {
  readonly first: Int32Array
  readonly place: Int32Array
  readonly score: Int32Array
}

/** Checks the numbers of a need. */
export const checkNeed = (need: Need): NeedRejected | undefined => {
  const { id, quantity = 1, weight, waiting } = need
  const wrong = (field: NeedRejected["field"], value: number, least: number): NeedRejected | undefined =>
    Number.isSafeInteger(value) && value >= least ? undefined : new NeedRejected({ need: id, field, value })
  return wrong("quantity", quantity, 1) ?? wrong("weight", weight, 1) ?? wrong("waiting", waiting, 0)
}

const isScore = (score: number): boolean => Number.isInteger(score) && score >= 0 && score <= 1000

type Wrong = EntryUnknown | ScoreOutOfRange | EntryRepeated

// Sorts the few candidates of one need by place where they lie; finds one that is there twice.
const sortWithin = (place: Int32Array, score: Int32Array, from: number, to: number): number => {
  for (let at = from + 1; at < to; at++) {
    const [movedPlace, movedScore] = [place[at] as number, score[at] as number]
    let hole = at
    while (hole > from && (place[hole - 1] as number) > movedPlace) {
      place[hole] = place[hole - 1] as number
      score[hole] = score[hole - 1] as number
      hole--
    }
    place[hole] = movedPlace
    score[hole] = movedScore
  }
  for (let at = from + 1; at < to; at++) if (place[at] === place[at - 1]) return at
  return -1
}

/**
 * Sorts candidates by need and place.
 *
 * Shape: `numbers` gives each need its number below `needs`.
 * Fails: `EntryUnknown`, `ScoreOutOfRange`, `EntryRepeated` when the same candidate is given twice.
 * Cost: O(candidates); a need with many sorts in O(own²), they are about twenty.
 */
export const make = (
  candidates: ReadonlyArray<Candidate>,
  numbers: ReadonlyMap<string, number>,
  places: Places.Places
): Result.Result<Candidates, Wrong> => {
  const needs = numbers.size
  const ofNeed = new Int32Array(candidates.length)
  const first = new Int32Array(needs + 1)
  let [lastId, last]: readonly [string, number] = ["", numbers.get("") ?? -1]
  for (const [index, { need, offer, score }] of candidates.entries()) {
    if (need !== lastId) [lastId, last] = [need, numbers.get(need) ?? -1]
    if (last < 0) return Result.fail(new EntryUnknown({ what: "need", id: need }))
    if (!isScore(score)) return Result.fail(new ScoreOutOfRange({ need, offer, score }))
    ofNeed[index] = last
    first[last + 1] = (first[last + 1] as number) + 1
  }
  for (let need = 0; need < needs; need++) first[need + 1] = (first[need + 1] as number) + (first[need] as number)
  const place = new Int32Array(candidates.length)
  const score = new Int32Array(candidates.length)
  const next = first.slice()
  for (const [index, candidate] of candidates.entries()) {
    const found = Places.find(places, candidate.offer, candidate.slot)
    if (Result.isFailure(found)) return Result.fail(found.failure)
    const need = ofNeed[index] as number
    const at = next[need] as number
    next[need] = at + 1
    place[at] = found.success
    score[at] = candidate.score
  }
  for (const [id, need] of numbers) {
    const twice = sortWithin(place, score, first[need] as number, first[need + 1] as number)
    if (twice < 0) continue
    const { offer, slot } = places.names[place[twice] as number] ?? { offer: "" }
    const name = slot === undefined ? offer : `${offer} / ${slot}`
    return Result.fail(new EntryRepeated({ what: "candidate", id: `${id} / ${name}` }))
  }
  return Result.succeed({ first, place, score })
}
