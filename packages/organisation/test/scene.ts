import { type CivilDate, Problem } from "@louyu/kernel"
import { type Command, type Event, Organisation } from "@louyu/organisation"
import { Example, Story } from "@louyu/organisation/testing"
import * as Result from "effect/Result"
import { expect } from "vitest"
import { after } from "./town.ts"

type Commands = ReadonlyArray<Command.Command>
type Date = CivilDate.CivilDate

const { structure, unit } = Example
const decider = Organisation.decider(structure)

/** The facts a command leads to after others, all of which must be accepted. */
export const facts = (before: Commands, command: Command.Command): ReadonlyArray<Event.Event> =>
  Result.getOrThrow(decider.decide(after(before), command))

/**
 * Why a command is refused after others, as its fields and texts.
 *
 * Looks, too, that nothing has changed, that the same answer is given again, and that both languages name the ids.
 */
export const failure = (before: Commands, command: Command.Command) => {
  const state = after(before)
  const shown = Story.shown(state)
  const decided = decider.decide(state, command)
  if (Result.isSuccess(decided)) throw new Error(`${JSON.stringify(command)} was accepted`)
  expect(decider.decide(state, command)).toEqual(decided)
  expect(Story.shown(state)).toEqual(shown)
  return explained(decided.failure)
}

// What an error speaks of; counts, limits and words of ours are not ids.
const idFields = ["unit", "superior", "other", "place", "grid", "branch", "enterprise", "alliance", "kind", "of", "on"]

/** The fields of an error, once both its texts are known to be there and to name what it speaks of. */
export const explained = (problem: Problem.Problem) => {
  const json = Problem.toJson(problem)
  expect(json.code).toMatch(/^(organisation|kernel)\/[A-Z][A-Za-z]+$/)
  for (const text of [json.text.zh, json.text.en]) {
    expect(text.length).toBeGreaterThan(5)
    for (const field of idFields) {
      const value = json[field]
      if (typeof value === "string" && value !== "") expect(text).toContain(value)
    }
  }
  expect(json.text.zh).toMatch(/\p{Script=Han}/u)
  expect(json.text.zh).not.toBe(json.text.en)
  return { ...json, _tag: problem._tag }
}

/** Puts a unit under another, or under none. */
export const move = (id: string, under: string | undefined, from: Date): Command.Command => ({
  _tag: "MoveUnit",
  unit: unit(id),
  ...(under === undefined ? {} : { under: unit(under) }),
  from
})

/** Puts a unit into a place, or into none. */
export const relocate = (id: string, within: string | undefined, from: Date): Command.Command => ({
  _tag: "RelocateUnit",
  unit: unit(id),
  ...(within === undefined ? {} : { within: unit(within) }),
  from
})

/** Closes a unit. */
export const dissolve = (
  id: string,
  on: Date,
  heirs: { readonly subordinatesTo?: string; readonly occupantsTo?: string; readonly membersTo?: string } = {}
): Command.Command => ({
  _tag: "DissolveUnit",
  unit: unit(id),
  on,
  ...(heirs.subordinatesTo === undefined ? {} : { subordinatesTo: unit(heirs.subordinatesTo) }),
  ...(heirs.occupantsTo === undefined ? {} : { occupantsTo: unit(heirs.occupantsTo) }),
  ...(heirs.membersTo === undefined ? {} : { membersTo: unit(heirs.membersTo) })
})

/** Changes what a unit is. */
export const reclassify = (
  id: string,
  from: Date,
  what: Omit<Extract<Command.Command, { readonly _tag: "ReclassifyUnit" }>, "_tag" | "unit" | "from">
): Command.Command => ({ _tag: "ReclassifyUnit", unit: unit(id), from, ...what })
