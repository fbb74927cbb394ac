import { CivilDate, Decider } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Network from "../src/Network.ts"
import type { Event } from "../src/StationEvent.ts"
import * as State from "../src/StationState.ts"
import * as Stations from "../src/Stations.ts"
import { alone, command, day, type Encoded, facts, id, main, open, sub, to, unit } from "./stationScene.ts"

const first = day("2022-01-01")
const days = Array.from({ length: 40 }, (_, n) => CivilDate.addDays(first, n))
const name = fc.constantFrom("a", "b", "c", "d", "e")
const cluster = fc.constantFrom("c1", "c2")
const standing = fc.oneof(
  cluster.map((one) => main(one)),
  name.map((one) => sub(one)),
  fc.constant(alone)
)

type Said = (date: string) => Encoded
const said = (weight: number, arbitrary: fc.Arbitrary<Said>) => ({ weight, arbitrary })
const one: fc.Arbitrary<Said> = fc.oneof(
  said(
    10,
    fc.tuple(name, standing).map(
      ([station, how]) =>
        (date) =>
          open(station, how, date)
    )
  ),
  said(
    3,
    name.map((station) => (date) => ({ _tag: "CloseStation", station, to: date }))
  ),
  said(
    8,
    fc.tuple(name, name).map(
      ([station, of]) =>
        (date) =>
          to("AttachStation", station, date, { main: of })
    )
  ),
  said(
    6,
    fc.tuple(name, name).map(
      ([station, of]) =>
        (date) =>
          to("ReattachStation", station, date, { main: of })
    )
  ),
  said(
    3,
    name.map((station) => (date) => to("DetachStation", station, date))
  ),
  said(
    6,
    name.map((station) => (date) => to("PromoteStation", station, date))
  ),
  said(
    4,
    fc.tuple(name, cluster).map(
      ([station, of]) =>
        (date) =>
          to("FoundNetwork", station, date, { cluster: of })
    )
  )
)
const begun = [open("a", main("c1")), open("b", main("c2")), open("c", sub("a")), open("d", sub("a")), open("e", alone)]

// Mostly in order of time, sometimes back, often on one day.
const story = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(one, fc.integer({ min: -2, max: 4 })), { minLength: 10, maxLength: 60 }))
  .map(([empty, steps]) => {
    let at = 0
    const said = steps.map(([make, step]) => {
      at = Math.min(days.length - 1, Math.max(0, at + step))
      return command(make(days[at] ?? first))
    })
    return empty ? said : [...begun.map(command), ...said]
  })

describe("networks of stations, whatever is asked", () => {
  it("invariant 7: on every day a sub belongs to one main station that is open, a main to none, a cluster has one", () => {
    const seen = new Set<string>()
    const refusals = new Set<string>()
    let promotions = 0
    fc.assert(
      fc.property(story, (commands) => {
        const { state, events, failures } = Decider.run(Stations.decider, State.initial, commands, facts)
        for (const event of events) seen.add(event._tag)
        for (const { failure } of failures) {
          refusals.add(failure.code)
          expect(failure.text.zh).not.toMatch(/undefined/u)
          expect(failure.text.en).not.toMatch(/undefined/u)
        }
        promotions += events.filter(({ _tag }) => _tag === "StationPromoted").length
        for (const date of days) {
          const mains = new Map<string, string>()
          for (const { opened, life, standing: stands } of State.stations(state)) {
            const holding = stands.filter(
              ({ from, to: until }) => from <= date && (until === undefined || date < until)
            )
            const lives = life.from <= date && (life.to === undefined || date < life.to)
            expect(holding).toHaveLength(lives ? 1 : 0)
            const now = holding[0]?.value
            if (now?.tier === "main") {
              expect(mains.get(now.cluster)).toBeUndefined()
              mains.set(now.cluster, opened.station)
            }
            if (now?.tier === "sub") expect(Network.standing(state, now.main, date)?.tier).toBe("main")
          }
          const counted = Network.totals(state, date)
          const subs = [...State.stations(state)].filter(
            (s) => Network.mainOf(state, s.opened.station, date) !== undefined
          )
          expect([counted.mains, counted.subs]).toEqual([mains.size, subs.length])
          for (const [of, station] of mains) expect(Network.mainIn(state, unit(of), date)).toBe(id(station))
          const sum = [...mains.values()].reduce((n, station) => n + Network.subsOf(state, id(station), date).length, 0)
          expect(sum).toBe(subs.length)
        }
      }),
      { numRuns: 100 }
    )
    expect(seen.size).toBe(7)
    expect(promotions).toBeGreaterThan(10)
    expect(refusals.size).toBeGreaterThan(8)
  })

  it("what was said once changes nothing when it is said again, at once or with the whole story", () => {
    fc.assert(
      fc.property(story, (commands) => {
        let state = State.initial
        const obeyed: Array<(typeof commands)[number]> = []
        const events: Array<Event> = []
        for (const asked of commands) {
          const stepped = Decider.step(Stations.decider, state, asked, facts)
          if (Result.isFailure(stepped)) continue
          state = stepped.success.state
          if (stepped.success.events.length > 0) obeyed.push(asked)
          events.push(...stepped.success.events)
          expect(Stations.decider.decide(state, asked, facts)).toEqual(Result.succeed([]))
        }
        const again = Decider.run(Stations.decider, state, obeyed, facts)
        expect([again.events, again.failures]).toEqual([[], []])
        expect(Decider.fold(Stations.decider, events)).toEqual(state)
      }),
      { numRuns: 80 }
    )
  })
})
