import type { Instant } from "@louyu/kernel"
import * as Result from "effect/Result"
import { MergeNotPossible } from "./CaseworkError.ts"
import type { Command } from "./Command.ts"
import { type CaseKnown, isOpen, toTell } from "./State.ts"

/** A command to each of two cases, of which both or neither are to be carried out. */
export type Both = readonly [Command, Command]

/**
 * Makes one case part of another: what each of them is told.
 *
 * Shape: whoever raised the first is listed with the second, so that they are told what becomes of it.
 * Fails: `MergeNotPossible` when either is over, they are one, or the first took in others itself.
 * Source: R5-12.
 */
export const merge = (
  known: CaseKnown,
  into: CaseKnown,
  at: Instant.Instant
): Result.Result<Both, MergeNotPossible> => {
  const [id, other] = [known.raised.case, into.raised.case]
  const [first, ...rest] = toTell(known)
  const possible = id !== other && isOpen(known) && isOpen(into) && known.absorbed.length === 0
  if (!possible || first === undefined) return Result.fail(new MergeNotPossible({ case: id, with: other }))
  return Result.succeed([
    { _tag: "MergeCase", case: id, into: other, at },
    { _tag: "AbsorbCase", case: other, absorbed: id, raisers: [first, ...rest], at }
  ])
}

/**
 * Takes a merge back: what each of the two cases is told.
 *
 * Fails: `MergeNotPossible` when the first is no part of the second.
 * Source: R5-12.
 */
export const undo = (known: CaseKnown, from: CaseKnown, at: Instant.Instant): Result.Result<Both, MergeNotPossible> => {
  const [id, other] = [known.raised.case, from.raised.case]
  const isPart = known.merged?.into === other && from.absorbed.some((one) => one.case === id)
  if (!isPart) return Result.fail(new MergeNotPossible({ case: id, with: other }))
  return Result.succeed([
    { _tag: "UnmergeCase", case: id, at },
    { _tag: "SeparateCase", case: other, absorbed: id, at }
  ])
}
