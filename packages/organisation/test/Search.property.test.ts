import { Fold, Identifier, Text } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Event, Organisation, Search, State, Structure } from "../src/index.ts"
import { day } from "./town.ts"

// Names of few characters, Simplified and Traditional, so that they contain each other often.
const character = fc.constantFrom("楼", "樓", "宇", "万", "萬", "A", "ａ", " ", "·", "1")
const name = fc
  .array(character, { minLength: 1, maxLength: 5 })
  .map((characters) => characters.join(""))
  .filter((text) => Fold.fold(text) !== "")
const unit = fc.constantFrom("u1", "u2", "u3", "u4", "u5").map((id) => Identifier.UnitId.make(id))
const date = fc.nat(8).map(day)

const event: fc.Arbitrary<Event.Event> = fc.oneof(
  fc.tuple(unit, name, fc.option(name, { nil: undefined }), date).map(([id, zh, en, from]) => ({
    _tag: "UnitRenamed" as const,
    unit: id,
    name: Text.of(zh, en),
    from
  })),
  fc
    .tuple(unit, name, date, fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }))
    .map(([id, alias, from, days]) => ({
      _tag: "AliasAdded" as const,
      unit: id,
      alias,
      sort: "short" as const,
      from,
      ...(days === undefined ? {} : { to: day(12 + days) })
    })),
  fc.tuple(unit, date).map(([id, on]) => ({ _tag: "UnitDissolved" as const, unit: id, on })),
  unit.map((id) => ({ _tag: "MemberCountsSet" as const, unit: id, full: 1, probationary: 0, from: day(0) }))
)

const kind = Structure.KindId.make("building")
const founded = fc.tuple(name, name, name, name, name).map((names) =>
  names.map(
    (zh, index): Event.Event => ({
      _tag: "UnitEstablished",
      unit: Identifier.UnitId.make(`u${index + 1}`),
      kind,
      name: Text.of(zh),
      from: day(0)
    })
  )
)
const histories = fc.tuple(founded, fc.array(event, { maxLength: 12 })).map(([first, later]) => [...first, ...later])

const fold = (events: ReadonlyArray<Event.Event>): State.State => events.reduce(Organisation.evolve, State.initial)

interface Named {
  readonly unit: string
  readonly name: string
  readonly period: { readonly from: string; readonly to?: string }
}

/** All names units ever bore, one after another. */
const names = (state: State.State): ReadonlyArray<Named> =>
  [...HashMap.values(state.units)].flatMap((one) => [
    ...one.name.flatMap(({ value, ...period }) =>
      [value.zh, ...(value.en === undefined ? [] : [value.en])].map((text) => ({ unit: one.id, name: text, period }))
    ),
    ...one.aliases.map(({ text, sort: _, ...period }) => ({ unit: one.id, name: text, period }))
  ])

/** The same answer by looking at every name. */
const naive = (state: State.State, on: string, text: string): ReadonlyArray<Search.Hit> => {
  const needle = Fold.fold(text)
  const hits = names(state).flatMap((one) => {
    const folded = Fold.fold(one.name)
    if (needle === "" || !folded.includes(needle)) return []
    const match = folded === needle ? "exact" : folded.startsWith(needle) ? "prefix" : "part"
    const current = one.period.from <= on && (one.period.to === undefined || on < one.period.to)
    return [{ ...one, current, match } as Search.Hit]
  })
  const ranks = ["exact", "prefix", "part"]
  const key = (hit: Search.Hit) => [ranks.indexOf(hit.match), hit.current ? 0 : 1, hit.name.length]
  const order = (a: Search.Hit, b: Search.Hit) =>
    (key(a)[0] ?? 0) - (key(b)[0] ?? 0) || (key(a)[1] ?? 0) - (key(b)[1] ?? 0) || (key(a)[2] ?? 0) - (key(b)[2] ?? 0)
  const best = new Map<string, Search.Hit>()
  for (const hit of hits) {
    const known = best.get(hit.unit)
    if (known === undefined || order(hit, known) < 0) best.set(hit.unit, hit)
  }
  return [...best.values()].sort((a, b) => order(a, b) || (a.unit < b.unit ? -1 : 1))
}

describe("search", () => {
  it("R1-12 finds what looking at every name ever borne finds, in the same order", () => {
    fc.assert(
      fc.property(histories, name, date, (events, text, on) => {
        const state = fold(events)
        expect(Search.find(state, on, text)).toEqual(naive(state, on, text))
      }),
      { numRuns: 400 }
    )
  })

  it("R1-12 finds every name ever borne by the whole, a beginning or any part of it, in either script", () => {
    fc.assert(
      fc.property(histories, date, fc.nat(), fc.nat(), fc.nat(), (events, on, which, from, length) => {
        const state = fold(events)
        const borne = names(state)
        const one = borne[which % borne.length]
        if (one === undefined) throw new Error("five units have at least five names")
        const characters = [...Fold.fold(one.name)]
        const start = from % characters.length
        const part = characters.slice(start, start + 1 + (length % (characters.length - start))).join("")
        const other = part.replaceAll("楼", "樓").replaceAll("万", "萬").toUpperCase()
        const find = (text: string) => Search.find(state, on, text).map((hit) => hit.unit as string)
        expect(find(one.name)).toContain(one.unit)
        expect(find(part)).toContain(one.unit)
        expect(find(other)).toEqual(find(part))
        expect(Search.find(state, on, one.name).find((hit) => hit.unit === one.unit)?.match).toBe("exact")
      }),
      { numRuns: 300 }
    )
  })

  it("R1-12 finds the same in a state reached step by step, searched on the way, as in one folded afresh", () => {
    fc.assert(
      fc.property(
        founded,
        fc.array(fc.tuple(event, fc.boolean()), { maxLength: 40 }),
        name,
        date,
        (first, steps, text, on) => {
          let state = fold(first)
          const events = [...first]
          const past: Array<readonly [State.State, number]> = []
          for (const [step, searched] of steps) {
            state = Organisation.evolve(state, step)
            events.push(step)
            if (!searched) continue
            past.push([state, events.length])
            expect(Search.find(state, on, text)).toEqual(naive(state, on, text))
          }
          // Older states, and states that branch off them, are not confused by what came later.
          for (const [old, length] of past) {
            expect(Search.find(old, on, text)).toEqual(naive(fold(events.slice(0, length)), on, text))
            const aside = Organisation.evolve(old, {
              _tag: "UnitRenamed",
              unit: Identifier.UnitId.make("u1"),
              name: Text.of(text),
              from: day(0)
            })
            expect(Search.find(aside, on, text)).toEqual(naive(aside, on, text))
          }
          expect(Search.find(state, on, text)).toEqual(Search.find(fold(events), on, text))
        }
      ),
      { numRuns: 150 }
    )
  })

  it("R1-12 the hits asked for are the first of all hits", () => {
    fc.assert(
      fc.property(histories, name, date, fc.nat(6), (events, text, on, limit) => {
        const state = fold(events)
        expect(Search.find(state, on, text, limit)).toEqual(Search.find(state, on, text).slice(0, limit))
      }),
      { numRuns: 100 }
    )
  })
})
