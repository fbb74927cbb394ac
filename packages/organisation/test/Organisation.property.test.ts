import { DeciderLaws } from "@louyu/kernel/testing"
import { Command, Event, Organisation } from "@louyu/organisation"
import { Arbitrary, Day, DayReading, Example, OrganisationLaws, Story } from "@louyu/organisation/testing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const decider = Organisation.decider(Example.structure)
const seed = 20_261_122

// As many histories as fit the time; the dear laws look at every day of every state, or at every pair of units.
const runs = new Map<string, number>([
  ...OrganisationLaws.stateLaws.map((law) => [law.name, 70] as const),
  ...OrganisationLaws.commandLaws.map((law) => [law.name, 60] as const),
  ...OrganisationLaws.repeatLaws.map((law) => [law.name, 300] as const),
  ...OrganisationLaws.successionLaws.map((law) => [law.name, 150] as const),
  ...OrganisationLaws.viewLaws.map((law) => [law.name, 12] as const)
])

describe("laws of the organisation", () => {
  for (const law of OrganisationLaws.all) {
    it(law.name, () => {
      expect(() => law.check(decider, { seed, numRuns: runs.get(law.name) ?? 50 })).not.toThrow()
    })
  }
})

describe("laws of every decider", () => {
  // A few days are enough to tell two states apart that differ at all; every day would be read a million times.
  const days = [Example.day(-1), Example.day(0), Example.day(4), Example.day(12)]
  const laws = DeciderLaws.laws({
    commands: () => Arbitrary.command,
    facts: fc.constant(undefined),
    event: Event.Event,
    observe: (state: ReturnType<typeof Story.begin>["state"]) =>
      days.flatMap((on) => Day.lines(DayReading.of(state, on)).map((line) => `${on} ${line}`)),
    maxLength: 25
  })
  const begun = { ...decider, initial: Story.begin(decider).state }
  for (const law of laws) {
    it(law.name, () => {
      expect(() => law.check(begun, { seed, numRuns: 12 })).not.toThrow()
    })
  }
})

describe("histories", () => {
  const histories = fc.sample(Arbitrary.commands(), { numRuns: 300, seed })
  const turns = histories.flatMap((commands) => [...Story.turns(decider, commands)])

  it("are made of commands that decode as they are", () => {
    const decode = Schema.decodeUnknownResult(Command.Command)
    for (const command of histories.flat()) expect(Result.getOrThrow(decode(command))).toEqual(command)
  })

  it("reach every command, accepted and refused", () => {
    const tags = Object.keys(Command.Command.cases).sort()
    const accepted = turns.filter(Story.isNews).map((turn) => turn.command._tag)
    const refused = turns.filter((turn) => Result.isFailure(turn.decided)).map((turn) => turn.command._tag)
    expect([...new Set(accepted)].sort()).toEqual(tags)
    expect([...new Set(refused)].sort()).toEqual(tags)
  })

  it("reach every fact", () => {
    const facts = turns.flatMap(Story.events).map((event) => event._tag)
    expect([...new Set(facts)].sort()).toEqual(Object.keys(Event.Event.cases).sort())
  })

  it("are accepted and refused in turn: neither is rare", () => {
    const share = turns.filter(Story.isNews).length / turns.length
    expect(share).toBeGreaterThan(0.25)
    expect(share).toBeLessThan(0.75)
  })
})
