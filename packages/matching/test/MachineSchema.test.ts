import { MachineSchema } from "@louyu/kernel"
import { Arbitrary } from "@louyu/kernel/testing"
import { Ajv2020 } from "ajv/dist/2020.js"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Command from "../src/Command.ts"
import * as Need from "../src/Need.ts"
import * as ServiceList from "../src/ServiceList.ts"
import { item, list, need } from "./scene.ts"

// The validator frowns upon lists that must not be empty; what it accepts is not changed by that.
const accepts = (id: string, shape: Schema.Constraint) =>
  new Ajv2020({ strict: false, validateFormats: false }).compile(MachineSchema.of(id, shape))

const lists = accepts("urn:louyu:service-list", ServiceList.ServiceList)
const needs = accepts("urn:louyu:need", Need.Need)
const eligible = { eligibility: { _tag: "withinLast", field: "settledOn", amount: 12, unit: "months" } }
const published = {
  id: "services",
  version: 1,
  names: { zh: "服务清单" },
  items: [item("S-1", "tax"), item("S-2", "loan", eligible)]
}

const id = fc.constantFrom("a", "楼", "need-7", "x.y_z")
const wanted = fc
  .record({ from: Arbitrary.civilDate(), windows: fc.constant([{ weekdays: [6, 7], open: "11:30", close: "13:30" }]) })
  .map((one) => ({ ...one, to: "9999-01-01" }))
const sent = fc.record(
  {
    need: id,
    raiser: id,
    category: id,
    text: fc.constantFrom("午间用餐不便", "Charging, please"),
    place: id,
    urgency: fc.integer({ min: 1, max: 5 }),
    quantity: fc.integer({ min: 1 }),
    divisible: fc.boolean(),
    audience: id,
    wanted,
    origin: fc.constantFrom(...Need.NeedOrigin.literals),
    stage: id,
    on: Arbitrary.civilDate()
  },
  { requiredKeys: ["need", "raiser", "text", "place", "urgency", "quantity", "origin", "on"] }
)

describe("the published machine schema", () => {
  it("R3-21 describes itself as JSON Schema 2020-12, and accepts a service list with conditions", () => {
    const schema = MachineSchema.of("urn:louyu:service-list", ServiceList.ServiceList)
    expect(schema).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "urn:louyu:service-list"
    })
    expect(lists(published)).toBe(true)
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
  })

  it.each([
    ["an item without owners", { ...published, items: [{ ...item("S-1", "tax"), owners: [] }] }],
    ["a domain there is not", { ...published, items: [{ ...item("S-1", "tax"), domain: "military" }] }],
    ["a condition there is not", { ...published, items: [item("S-1", "tax", { eligibility: { _tag: "maybe" } })] }],
    ["a field nobody knows", { ...published, secret: 1 }],
    ["a version that is no number", { ...published, version: "1" }]
  ])("R3-21 refuses %s, as the decoder does", (_what, input) => {
    expect(lists(input)).toBe(false)
    const decoded = Schema.decodeUnknownResult(ServiceList.ServiceList, { onExcessProperty: "error" })(input)
    expect(decoded._tag).toBe("Failure")
  })

  it("R3-21 accepts whatever a need may be, and every command it is sent as", () => {
    const commands = accepts("urn:louyu:matching-command", Command.Command)
    fc.assert(
      fc.property(sent, (one) => {
        Schema.decodeUnknownSync(Need.Need)(one)
        expect([needs(one), needs.errors]).toEqual([true, null])
        expect(commands({ _tag: "RegisterNeed", ...one })).toBe(true)
        expect(commands({ _tag: "ForgetNeed", ...one })).toBe(false)
      }),
      { numRuns: 50 }
    )
    expect(commands(list(1, [item("S-1", "tax")]))).toBe(true)
    expect(commands(need("n1", "tax", { urgency: 6 }))).toBe(false)
  })
})
