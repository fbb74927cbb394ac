import { CivilDate, EventEnvelope, Identifier } from "@louyu/kernel"
import { Arbitrary } from "@louyu/kernel/testing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, expectTypeOf, it } from "vitest"

const proposed = {
  id: "evt-0001",
  type: "UnitEstablished",
  schemaVersion: 1,
  recordedAt: "2026-11-22T08:30:00.000Z",
  actor: "system:import",
  correlation: "req-7",
  data: { unit: "b-01", names: { zh: "一号楼" }, levels: [1, 2.5, null, true] }
}
const stored = { tenant: "pinghu", stream: "organisation", version: 1, ...proposed }

const decode = Schema.decodeUnknownResult(EventEnvelope.EventEnvelope)
const refuses = (change: Readonly<Record<string, unknown>>) => Result.isFailure(decode({ ...stored, ...change }))

describe("EventEnvelope", () => {
  it("is decoded and encoded to the same JSON, proposed and stored", () => {
    const event = Schema.decodeUnknownSync(EventEnvelope.EventEnvelope)(stored)
    expect(Schema.encodeSync(EventEnvelope.EventEnvelope)(event)).toEqual(stored)
    const offered = Schema.decodeUnknownSync(EventEnvelope.ProposedEvent)(proposed)
    expect(JSON.parse(JSON.stringify(Schema.encodeSync(EventEnvelope.ProposedEvent)(offered)))).toEqual(proposed)
  })

  it("does without causation and correlation, and does not take them for undefined", () => {
    const { correlation, ...without } = stored
    expect(Result.isSuccess(decode(without))).toBe(true)
    expect(refuses({ correlation: undefined })).toBe(true)
    expect(correlation).toBe("req-7")
  })

  it.each([
    ["an empty id", { id: "" }],
    ["an id with a blank", { id: "evt 1" }],
    ["an id that begins with a separator", { id: "-evt" }],
    ["a tenant with a slash", { tenant: "a/b" }],
    ["a stream with a line break", { stream: "a\nb" }],
    ["version 0", { version: 0 }],
    ["a fraction of a version", { version: 1.5 }],
    ["schema version 0", { schemaVersion: 0 }],
    ["an empty type", { type: "" }],
    ["an instant without milliseconds", { recordedAt: "2026-11-22T08:30:00Z" }],
    ["an instant in another zone", { recordedAt: "2026-11-22T08:30:00.000+08:00" }],
    ["an instant on a day that does not exist", { recordedAt: "2026-02-30T08:30:00.000Z" }],
    ["an instant at an hour that does not exist", { recordedAt: "2026-02-28T24:00:00.000Z" }],
    ["data that is no JSON", { data: { at: new Date(0) } }],
    ["data that is not a number", { data: Number.NaN }],
    ["no data", { data: undefined }]
  ])("refuses %s", (_what, change) => {
    expect(refuses(change)).toBe(true)
  })

  it("takes any JSON for data and gives it back", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        const plain: unknown = JSON.parse(JSON.stringify(data))
        const event = Schema.decodeUnknownSync(EventEnvelope.EventEnvelope)({ ...stored, data: plain })
        expect(event.data).toEqual(plain)
      })
    )
  })

  it("has a JSON Schema that names what is required and the form of its texts", () => {
    const { dialect, schema } = Schema.toJsonSchemaDocument(EventEnvelope.EventEnvelope)
    expect(dialect).toBe("draft-2020-12")
    expect(schema).toMatchObject({
      type: "object",
      required: ["tenant", "stream", "version", "id", "type", "schemaVersion", "recordedAt", "actor", "data"]
    })
    const text = JSON.stringify(schema)
    expect(text).toContain("\\\\d{4}-\\\\d{2}-\\\\d{2}T")
    expect(text).toContain("{0,127}")
  })

  it("turns instants into milliseconds and back, in the order of their texts", () => {
    fc.assert(
      fc.property(Arbitrary.instant, Arbitrary.instant, (a, b) => {
        expect(EventEnvelope.toEpochMillis(a)).toBe(Date.parse(a))
        expect(EventEnvelope.fromEpochMillis(EventEnvelope.toEpochMillis(a))).toBe(a)
        const sign = Math.sign(EventEnvelope.toEpochMillis(a) - EventEnvelope.toEpochMillis(b))
        expect(a < b ? -1 : a > b ? 1 : 0).toBe(sign)
      })
    )
    for (const text of ["0001-01-01T00:00:00.000Z", "1969-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"]) {
      expect(EventEnvelope.toEpochMillis(EventEnvelope.Timestamp.make(text))).toBe(Date.parse(text))
    }
  })
})

describe("Identifier", () => {
  const isPerson = Schema.is(Identifier.PersonId)

  it("takes letters of any script, digits and a few separators", () => {
    for (const id of ["p-1", "平湖:b.01", "A", "9", "x".repeat(128)]) expect(isPerson(id)).toBe(true)
    for (const id of ["", "x".repeat(129), "a b", "a/b", "a\u0000b", "a'b", "_a", ".", "a\n"]) {
      expect(isPerson(id)).toBe(false)
    }
  })

  it("keeps kinds of ids apart for the compiler", () => {
    expectTypeOf<Identifier.UnitId>().not.toExtend<Identifier.PersonId>()
    expectTypeOf<Identifier.PersonId>().toExtend<string>()
    expect(Identifier.UnitId.make("u-1")).toBe("u-1")
  })
})

describe("JSON Schema", () => {
  it("can be made of a civil date with its form", () => {
    expect(JSON.stringify(Schema.toJsonSchemaDocument(CivilDate.CivilDate).schema)).toContain("pattern")
  })
})
