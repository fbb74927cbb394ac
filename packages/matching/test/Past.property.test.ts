import { CivilDate, Decider } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Command } from "../src/Command.ts"
import type { Event } from "../src/Event.ts"
import * as Past from "../src/Past.ts"
import { ResourceId } from "../src/Resource.ts"
import * as State from "../src/State.ts"
import { resources, start, told } from "./histories.ts"
import { day, decider, facts } from "./scene.ts"

// A commitment is made with its project, whenever it begins.
const dayOf = (event: Event, state: State.State): CivilDate.CivilDate => {
  if (event._tag === "ResourceCommitted") return State.project(state, event.project)?.project.on ?? event.from
  return "on" in event ? event.on : event.from
}

const sorted = <A>(all: Iterable<A>, id: (one: A) => string): ReadonlyArray<A> =>
  [...all].toSorted((a, b) => (id(a) < id(b) ? -1 : 1))

const shown = (state: State.State) => ({
  needs: sorted(State.needs(state), ({ need }) => need.need),
  matches: sorted(State.matches(state), ({ proposal }) => proposal.match),
  projects: sorted(State.projects(state), ({ project }) => project.project),
  uses: resources.map((id) => State.usesOf(state, { _tag: "resource", resource: ResourceId.make(id) }))
})

describe("Past.asOf", () => {
  it("P-23 says of any day what is known when only the events up to that day are told", () => {
    const met = new Set<string>()
    fc.assert(
      fc.property(told({ min: 0, max: 2 }), fc.nat({ max: 60 }), (commands, number) => {
        const { state, events } = Decider.run(decider, start, commands, facts)
        const on = CivilDate.addDays(day("2022-02-15"), number)
        const until = events.filter((event) => dayOf(event, state) <= on)
        expect(shown(Past.asOf(state, on))).toEqual(shown(Decider.fold(decider, until, start)))
        for (const { _tag } of events) met.add(_tag)
      }),
      { numRuns: 1000, seed: 106 }
    )
    // Everything that is asked about came up.
    expect([...met]).toEqual(
      expect.arrayContaining(["MatchRated", "ProjectSplit", "ProjectsMerged", "ProjectCompleted"])
    )
  })

  it("is what is recorded when everything has happened, and asked twice changes nothing more", () => {
    fc.assert(
      fc.property(told({ min: 0, max: 2 }), fc.nat({ max: 60 }), (commands, number) => {
        const { state } = Decider.run(decider, start, commands, facts)
        expect(shown(Past.asOf(state, day("2030-01-01")))).toEqual(shown(state))
        const on = CivilDate.addDays(day("2022-02-15"), number)
        const once = Past.asOf(state, on)
        expect(shown(Past.asOf(once, on))).toEqual(shown(once))
      }),
      { numRuns: 300, seed: 107 }
    )
  })
})

describe("a history told in the order of its days", () => {
  it("R3-13 told again changes nothing and is not refused", () => {
    // Of two amounts said of one day the later word counts, whenever it is heard: that is no history.
    const isSaidOnce = ({ _tag }: Command) => _tag !== "ResizeResource"
    fc.assert(
      fc.property(told({ min: 1, max: 2 }), (commands) => {
        let state = start
        const accepted = commands.filter(isSaidOnce).filter((command) => {
          const decided = decider.decide(state, command, facts)
          if (Result.isFailure(decided)) return false
          state = Decider.fold(decider, decided.success, state)
          return true
        })
        const again = Decider.run(decider, state, accepted, facts)
        expect([again.failures, again.events]).toEqual([[], []])
      }),
      { numRuns: 1000, seed: 108 }
    )
  })
})
