import type { Decider } from "@louyu/kernel"
import * as EnterpriseCatalogue from "./EnterpriseCatalogue.ts"
import type { EnterpriseCommand } from "./EnterpriseCommand.ts"
import type { EnterpriseError } from "./EnterpriseError.ts"
import type { EnterpriseEvent } from "./EnterpriseEvent.ts"
import * as EnterpriseRegister from "./EnterpriseRegister.ts"
import * as Qualifying from "./enterprise/Qualifying.ts"
import type { Context, Decision, Decisions, Effects, Facts } from "./enterprise/Rule.ts"
import * as Supporting from "./enterprise/Supporting.ts"
import * as Telling from "./enterprise/Telling.ts"

export type { Facts } from "./enterprise/Rule.ts"

type Register = EnterpriseRegister.EnterpriseRegister

const decisions: Decisions<EnterpriseCommand["_tag"]> = {
  ...Telling.decisions,
  ...Qualifying.decisions,
  ...Supporting.decisions
}
const effects: Effects<EnterpriseEvent["_tag"]> = { ...Telling.effects, ...Qualifying.effects, ...Supporting.effects }

// The tables are total by their types; only the link between a tag and its own handler is lost in the look-up.
const decideAny = decisions as Record<
  EnterpriseCommand["_tag"],
  (context: Context, register: Register, command: EnterpriseCommand) => Decision
>
const evolveAny = effects as Record<string, (register: Register, event: EnterpriseEvent) => Register>

/** Adds a fact to the register. Needs no catalogue: facts stay facts when the words change. Cost: O(log n). */
export const evolve = (register: Register, event: EnterpriseEvent): Register =>
  evolveAny[event._tag]?.(register, event) ?? register

/** The write side of what is told about the enterprises of a city. */
export type EnterpriseDecider = Decider.Decider<
  EnterpriseCommand,
  EnterpriseRegister.EnterpriseRegister,
  EnterpriseEvent,
  EnterpriseError,
  Facts
>

/**
 * The rules by which things are told about enterprises, in the words of a city.
 *
 * Shape: a command that says nothing new gives no events. No rule spans two enterprises, so a stream may hold all of
 * them or one.
 * Cost: O(log n) and what was told of the same enterprise.
 * Source: H-27, H-29, P-26; domain 2.5.
 */
export const decider = (catalogue: EnterpriseCatalogue.EnterpriseCatalogue): EnterpriseDecider => {
  const words = EnterpriseCatalogue.words(catalogue)
  return {
    initial: EnterpriseRegister.initial,
    evolve,
    decide: (register, command, facts) => decideAny[command._tag]({ words, facts }, register, command)
  }
}
