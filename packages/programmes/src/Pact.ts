import { type CivilDate, type Identifier, Rate, Text } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import { type Code, keyOf, type PactId, type Participant } from "./Code.ts"
import * as Desk from "./Desk.ts"
import type { Clause } from "./PactCommand.ts"
import type * as Event from "./PactEvent.ts"

type Date = CivilDate.CivilDate

/** A signature, which binds to its version and to no other. */
export interface Signature {
  readonly by: Participant
  readonly on: Date
}

/** A version of a pact. */
export interface Version {
  readonly version: number
  readonly clauses: ReadonlyArray<Clause>
  readonly drafted: Date
  readonly adopted: Date | undefined
  readonly signatures: HashMap.HashMap<string, Signature>
}

/** A pact with all its versions, the first first. Source: D-14. */
export interface Pact extends Desk.Story<Event.Event> {
  readonly drafted: Event.PactDrafted
  readonly versions: ReadonlyArray<Version>
}

/** The pacts of a city. Immutable. */
export type State = Desk.Stories<Pact>

/** A pact. Cost: O(log n). */
export const get = (state: State, id: PactId): Pact | undefined => Desk.get(state, id)

/** The pacts of a place. Cost: O(pacts). */
export const at = (state: State, place: Identifier.UnitId): ReadonlyArray<Pact> =>
  [...HashMap.values(state)].filter(({ drafted }) => drafted.place === place)

/** A version of a pact. */
export const version = ({ versions }: Pact, number: number): Version | undefined => versions[number - 1]

/** The version in force: the last that was adopted; `undefined` when none was. */
export const inForce = ({ versions }: Pact): Version | undefined =>
  versions.findLast(({ adopted }) => adopted !== undefined)

/** The version that was in force on a date. */
export const inForceOn = ({ versions }: Pact, on: Date): Version | undefined =>
  versions.findLast(({ adopted }) => adopted !== undefined && adopted <= on)

/** Somebody's signature under a version; `undefined` when it was not signed. */
export const signature = (pact: Pact, number: number, by: Participant): Signature | undefined => {
  const found = version(pact, number)
  return found === undefined ? undefined : Option.getOrUndefined(HashMap.get(found.signatures, keyOf(by)))
}

/** Those who signed a version, by the day they did. */
export const signatures = (pact: Pact, number: number): ReadonlyArray<Signature> =>
  [...HashMap.values(version(pact, number)?.signatures ?? HashMap.empty<string, Signature>())].toSorted((a, b) =>
    a.on === b.on ? (keyOf(a.by) < keyOf(b.by) ? -1 : 1) : a.on < b.on ? -1 : 1
  )

/** Those who signed an earlier version and have still to sign the one in force. Source: D-14. */
export const toSignAgain = (pact: Pact): ReadonlyArray<Participant> => {
  const now = inForce(pact)
  if (now === undefined) return []
  const found = new Map<string, Participant>()
  for (const { signatures: signed } of pact.versions) {
    for (const [key, { by }] of signed) if (!HashMap.has(now.signatures, key)) found.set(key, by)
  }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, by]) => by)
}

/** The share of those who should sign that signed a version. Source: D-14. */
export const signed = (pact: Pact, number: number, invited: ReadonlyArray<Participant>): Rate.Rate =>
  Rate.of(
    invited.filter((by) => signature(pact, number, by) !== undefined).length,
    invited.length,
    Text.of("应签署方", "parties that should sign")
  )

/** What a version changes of the one before: codes of clauses that are new, gone, or say something else. */
export interface Changes {
  readonly added: ReadonlyArray<Code>
  readonly removed: ReadonlyArray<Code>
  readonly changed: ReadonlyArray<Code>
}

/** What a version changes of the one before it; everything is new in the first. */
export const changes = (pact: Pact, number: number): Changes => {
  const before = new Map((version(pact, number - 1)?.clauses ?? []).map(({ clause, text }) => [clause, text]))
  const after = new Map((version(pact, number)?.clauses ?? []).map(({ clause, text }) => [clause, text]))
  return {
    added: [...after.keys()].filter((code) => !before.has(code)),
    removed: [...before.keys()].filter((code) => !after.has(code)),
    changed: [...after].flatMap(([code, text]) => (before.has(code) && before.get(code) !== text ? [code] : []))
  }
}
