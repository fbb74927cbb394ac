import { readFileSync } from "node:fs"
import { EventEnvelope } from "@louyu/kernel"
import { Event as OrganisationEvent } from "@louyu/organisation"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { CityDomain, EventCodec } from "../src/index.ts"

const decodeEnvelope = Schema.decodeUnknownSync(EventEnvelope.EventEnvelope)

// Bytes as a store kept them when the shape of events was version 1. This file is never changed, only added to.
const kept = readFileSync(new URL("./fixtures/stored-v1.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => decodeEnvelope(JSON.parse(line)))

const codec = EventCodec.make<CityDomain.Event>({
  event: CityDomain.Event,
  schemaVersion: OrganisationEvent.schemaVersion
})

const envelope = (type: string, data: Schema.Json, schemaVersion = 1) =>
  decodeEnvelope({ ...kept[0], version: 3, type, data, schemaVersion })

describe("stored events", () => {
  it("of version 1 read for ever, every type there is among them", () => {
    for (const stored of kept) {
      const event = Result.getOrThrow(codec.decode(stored))
      expect(event._tag).toBe(stored.type)
      const { type, data, schemaVersion } = codec.encode(event)
      expect({ type, schemaVersion }).toEqual({ type: stored.type, schemaVersion: OrganisationEvent.schemaVersion })
      expect(data).toEqual(stored.data)
    }
    expect([...new Set(kept.map((stored) => stored.type))].sort()).toEqual(Object.keys(CityDomain.Event.cases).sort())
  })

  it("build a state by evolving alone, whatever the rules say today", () => {
    const { initial, evolve } = CityDomain.decider("t1", undefined)
    const state = kept.reduce((before, stored) => evolve(before, Result.getOrThrow(codec.decode(stored))), initial)
    expect(state.adopted?.id).toBe("generic")
  })

  it("of an unknown type are a typed error that names type and place", () => {
    const failure = Result.getOrThrow(Result.flip(codec.decode(envelope("UnitPainted", {}))))
    expect(failure).toMatchObject({
      code: "louyu/EventTypeUnknown",
      stream: "organisation",
      version: 3,
      type: "UnitPainted",
      text: { zh: expect.stringContaining("升级"), en: expect.stringContaining("upgrade") }
    })
  })

  it("of a newer shape are a typed error that names both versions", () => {
    const failure = Result.getOrThrow(Result.flip(codec.decode(envelope("UnitMoved", {}, 9))))
    expect(failure).toMatchObject({ code: "louyu/EventTooNew", schemaVersion: 9, supported: 1, type: "UnitMoved" })
  })

  it("with contents that do not fit are a typed error that lists every place", () => {
    const bad = envelope("UnitMoved", { unit: "", from: "2026-02-30" })
    const failure = Result.getOrThrow(Result.flip(codec.decode(bad)))
    expect(failure).toMatchObject({
      code: "louyu/EventUnreadable",
      type: "UnitMoved",
      faults: [{ path: "unit" }, { path: "from" }]
    })
    for (const data of [null, 7, "x", [1]]) {
      expect(Result.isFailure(codec.decode(envelope("UnitMoved", data)))).toBe(true)
    }
  })
})

describe("upcasters", () => {
  const Renamed = Schema.TaggedStruct("FloorLet", { floor: Schema.Int, tenant: Schema.String })
  const versions = EventCodec.make<typeof Renamed.Type>({
    event: { cases: { FloorLet: Renamed } },
    schemaVersion: 4,
    upcasters: [
      { type: "StoreyLet", from: 1, upcast: ({ storey, ...rest }) => ({ ...rest, floor: storey ?? null }) },
      { type: "StoreyLet", from: 2, renamedTo: "FloorLet", upcast: (data) => data },
      { type: "FloorLet", from: 3, upcast: (data) => ({ tenant: "unknown", ...data }) }
    ]
  })

  it("bring an event up version by version, through a change of name", () => {
    const ends = [
      versions.decode(envelope("StoreyLet", { storey: 3 }, 1)),
      versions.decode(envelope("StoreyLet", { floor: 3 }, 2)),
      versions.decode(envelope("FloorLet", { floor: 3 }, 3)),
      versions.decode(envelope("FloorLet", { floor: 3, tenant: "unknown" }, 4))
    ]
    for (const end of ends) {
      expect(end).toEqual(Result.succeed({ _tag: "FloorLet", floor: 3, tenant: "unknown" }))
    }
  })

  it("do not touch an event of the version they end at", () => {
    expect(Result.isFailure(versions.decode(envelope("FloorLet", { floor: 3 }, 4)))).toBe(true)
    expect(Result.isFailure(versions.decode(envelope("StoreyLet", { floor: 3 }, 3)))).toBe(true)
  })

  it("an event that breaks its own schema is a bug and never written", () => {
    expect(() => versions.encode({ _tag: "FloorLet", floor: 1.5, tenant: "x" })).toThrow()
  })
})
