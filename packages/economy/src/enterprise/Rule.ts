import { Check, type CivilDate, type Identifier, Period, PersonalData } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import type { Words } from "../EnterpriseCatalogue.ts"
import type { EnterpriseCommand } from "../EnterpriseCommand.ts"
import {
  type EnterpriseError,
  EnterpriseTextPersonal,
  EnterpriseUnknown,
  KindUnknown,
  type Measure,
  NumberNegative,
  type WordList
} from "../EnterpriseError.ts"
import type { EnterpriseEvent } from "../EnterpriseEvent.ts"
import * as Register from "../EnterpriseRegister.ts"

/** What the register needs to know of the rest of the city. */
export interface Facts {
  /** Whether a unit of the organisation exists on a date. */
  readonly exists: (unit: Identifier.UnitId, on: CivilDate.CivilDate) => boolean
}

/** What a command leads to: the facts, in order, or the reason it is refused. */
export type Decision = Result.Result<ReadonlyArray<EnterpriseEvent>, EnterpriseError>

/** A check that lets a command go on, or the reason it does not. */
export type Checked = Check.Check<EnterpriseError>

/** What every rule can use besides the register. */
export interface Context {
  readonly words: Words
  readonly facts: Facts
}

/** The rules that answer some commands. */
export type Decisions<Tag extends EnterpriseCommand["_tag"]> = {
  readonly [K in Tag]: (
    context: Context,
    register: Register.EnterpriseRegister,
    command: Extract<EnterpriseCommand, { readonly _tag: K }>
  ) => Decision
}

/** What some facts change. */
export type Effects<Tag extends EnterpriseEvent["_tag"]> = {
  readonly [K in Tag]: (
    register: Register.EnterpriseRegister,
    event: Extract<EnterpriseEvent, { readonly _tag: K }>
  ) => Register.EnterpriseRegister
}

/** Nothing changes. */
export const nothing: Decision = Result.succeed([])

/** Nothing is wrong. */
export const fine: Checked = Check.fine

/** One fact, when the checks pass; the first that fails is the reason it is refused, later ones are not made. */
export const fact = (event: EnterpriseEvent, ...checks: ReadonlyArray<() => Checked>): Decision =>
  Result.map(Check.all(...checks), () => [event])

/** Demands that a unit exists on one of some dates. */
export const existing = (
  { facts }: Context,
  unit: Identifier.UnitId,
  on: CivilDate.CivilDate,
  ...others: ReadonlyArray<CivilDate.CivilDate>
): Checked =>
  facts.exists(unit, on) || others.some((day) => facts.exists(unit, day))
    ? fine
    : Result.fail(new EnterpriseUnknown({ unit, on }))

/** Demands that a word is in one of the city's lists. */
export const worded = ({ words }: Context, list: Exclude<WordList, "levels">, id: string): Checked =>
  words[list].has(id) ? fine : Result.fail(new KindUnknown({ list, id, known: [...words[list].keys()] }))

/** Demands that a number that was given is not negative. */
export const counted = (unit: string, measure: Measure, value: number | undefined): Checked =>
  value === undefined || value >= 0 ? fine : Result.fail(new NumberNegative({ unit, measure }))

/** Demands that an end comes after its beginning. */
export const ordered = (from: CivilDate.CivilDate, to: CivilDate.CivilDate | undefined): Checked =>
  Result.map(Period.make(from, to), () => undefined)

/** Demands that texts hold nothing that leads to a person. */
export const impersonal = (unit: string, ...texts: ReadonlyArray<string | undefined>): Checked => {
  const traces = texts.flatMap((text) => (text === undefined ? [] : PersonalData.traces(text)))
  return traces.length === 0 ? fine : Result.fail(new EnterpriseTextPersonal({ unit, traces: [...new Set(traces)] }))
}

/** Changes what is known of one enterprise. */
export const change = (
  register: Register.EnterpriseRegister,
  id: Identifier.UnitId,
  f: (known: Register.Enterprise) => Partial<Register.Enterprise>
): Register.EnterpriseRegister => {
  const known = Register.enterprise(register, id)
  return { ...register, enterprises: HashMap.set(register.enterprises, id, { ...known, ...f(known) }) }
}
