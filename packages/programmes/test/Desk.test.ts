import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { PactEvent, Pacts, Places } from "../src/index.ts"
import { day } from "./scene.ts"

describe("a broken history", () => {
  it("D-14 a fact of a pact nobody drafted is a defect that names what is broken", () => {
    const signed = Schema.decodeUnknownSync(PactEvent.Event)({
      _tag: "PactSigned",
      pact: "p",
      version: 1,
      by: { unit: "a" },
      on: "2022-01-01"
    })
    expect(() => Pacts.decider.evolve(Pacts.decider.initial, signed)).toThrow(/^invariant: the pact p /u)
  })

  it("F-07 what was never booked cannot be taken back or moved up, and changes nothing", () => {
    const places = Places.make<string>(1, 0)
    expect(Places.withdraw(places, "p", { on: day("2022-01-01") })).toBe(places)
    expect(Places.moveUp(places, "p", day("2022-01-01"))).toBe(places)
    expect(Places.happened(places, "p", { on: day("2022-01-01") }, "placed")).toBe(false)
  })
})
