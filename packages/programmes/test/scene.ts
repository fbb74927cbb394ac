import { CivilDate, Decider, type Problem } from "@louyu/kernel"
import { DeciderLaws } from "@louyu/kernel/testing"
import * as HashMap from "effect/HashMap"
import * as HashSet from "effect/HashSet"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import { Benefit } from "../src/index.ts"

export const day = CivilDate.make

/** Units exist unless they are called `no…`; so do projects, series and teams; `m…` are members of every team. */
export const facts = {
  exists: (id: string) => !id.startsWith("no"),
  hasProject: (_programme: string, id: string) => !id.startsWith("no"),
  hasSeries: (id: string) => !id.startsWith("no"),
  hasTeam: (_place: string, id: string) => !id.startsWith("no"),
  isInTeam: (_place: string, _team: string, person: string) => person.startsWith("m"),
  benefit: Benefit.common
}

type Fields = Record<string, unknown>

/** A decider, spoken to as from outside. */
export const stage = <C extends { readonly _tag: string }, S, E, F extends Problem.Problem, X>(
  decider: Decider.Decider<C, S, E, F, X>,
  schema: Schema.Codec<C, unknown>,
  known: X,
  same: Fields = {}
) => {
  const decode = Schema.decodeUnknownSync(schema)
  const to = (_tag: C["_tag"], on: string, fields: Fields = {}): C => decode({ _tag, ...same, ...fields, on })
  const run = (commands: ReadonlyArray<C>, from: S = decider.initial) => Decider.run(decider, from, commands, known)
  /** The state after commands, none of which may be refused. */
  const after = (commands: ReadonlyArray<C>, from: S = decider.initial): S => {
    const { state, failures } = run(commands, from)
    if (failures[0] !== undefined) throw new Error(`command ${failures[0].index}: ${failures[0].failure.text.en}`)
    return state
  }
  /** What one command comes to: its facts, or the tag of the problem. */
  const decide = (state: S, command: C): ReadonlyArray<E> | F["_tag"] => {
    const decided = decider.decide(state, command, known)
    return Result.isSuccess(decided) ? decided.success : decided.failure._tag
  }
  return { to, run, after, decide }
}

/** The first of what there is; nothing there is a failure of the test. */
export const there = <A>(value: A | undefined): A => {
  if (value === undefined) throw new Error("nothing there")
  return value
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A state as plain data, in one order, however its maps came about. */
export const plain = (value: unknown): unknown => {
  if (HashMap.isHashMap(value)) {
    return [...value].map(([key, one]) => [String(key), plain(one)] as const).sort(([a], [b]) => byText(a, b))
  }
  if (HashSet.isHashSet(value)) return [...value].map((one) => fc.stringify(one)).sort(byText)
  if (value instanceof Map) return [...value].map(([key, one]) => [key, plain(one)])
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]))
}

/** Days of a spring. */
export const days = Array.from({ length: 60 }, (_, n) => CivilDate.addDays(day("2026-03-01"), n))
export const anyDay = fc.constantFrom(...days)

/** A command of some tag whose fields are any of those given, on any day. */
export const any = <C>(
  schema: Schema.Codec<C, unknown>,
  _tag: string,
  fields: Record<string, fc.Arbitrary<unknown>>,
  weight = 1
) => {
  const decode = Schema.decodeUnknownSync(schema)
  return {
    weight,
    arbitrary: fc.record({ on: anyDay, ...fields }).map((made): C => {
      const given = Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined))
      return decode({ _tag, ...given })
    })
  }
}

/** What every decider of this package promises, and that a history told again is no news. */
export const prove = <C, S, E, F, X>(
  decider: Decider.Decider<C, S, E, F, X>,
  event: Schema.Codec<E, unknown>,
  command: fc.Arbitrary<C>,
  known: X
): void => {
  const laws = DeciderLaws.laws<C, S, E, F, X>({
    commands: () => command,
    facts: fc.constant(known),
    event,
    observe: plain,
    maxLength: 15
  })
  for (const law of laws) {
    it(law.name, () => {
      law.check(decider)
    })
  }
  it("a whole history told again in its order gives no events and no errors", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60, size: "max" }), (commands) => {
        const first = Decider.run(decider, decider.initial, commands, known)
        const refused = new Set(first.failures.map(({ index }) => index))
        const accepted = commands.filter((_, index) => !refused.has(index))
        const again = Decider.run(decider, first.state, accepted, known)
        expect([again.events, again.failures]).toEqual([[], []])
      }),
      { numRuns: 40 }
    )
  })
}
