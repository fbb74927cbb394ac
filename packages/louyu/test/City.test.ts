import { describe, expect, it } from "@effect/vitest"
import { CivilDate, EventEnvelope, Identifier, Text } from "@louyu/kernel"
import { Structure, View } from "@louyu/organisation"
import { EventStore } from "@louyu/ports"
import { type Profile, Profiles } from "@louyu/profiles"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Schema from "effect/Schema"
import * as TestClock from "effect/testing/TestClock"
import { City, type CityDomain } from "../src/index.ts"

const day = CivilDate.make
const unit = Identifier.UnitId.make
const by = { actor: "clerk-1" }
const profile = Profiles.pinghu
const tenant = "pinghu"

const establish = (id: string, kind: string, within?: string): CityDomain.Command => ({
  _tag: "EstablishUnit",
  unit: unit(id),
  kind: Structure.KindId.make(kind),
  name: Text.of(id),
  from: day("2020-01-01"),
  ...(within === undefined ? {} : { within: unit(within) })
})
const places = [
  establish("city", "city"),
  establish("street", "street", "city"),
  establish("one", "building", "street"),
  establish("two", "building", "street"),
  establish("f1", "floor", "one")
]
const move = (to: string, from: string): CityDomain.Command => ({
  _tag: "RelocateUnit",
  unit: unit("f1"),
  within: unit(to),
  from: day(from)
})

describe("City", () => {
  it.effect("R1-4 shows the organisation on any date, past and future", () =>
    Effect.gen(function* () {
      const city = yield* City.open({ tenant, profile })
      yield* city.dispatchAll(places, by)
      yield* city.dispatch(move("two", "2025-07-01"), by)
      const where = (on: string) =>
        Effect.map(city.organisation.on(day(on)), (view) => View.superior(view, "location", unit("f1")))
      expect(yield* where("2019-12-31")).toBeUndefined()
      expect(yield* where("2025-06-30")).toBe("one")
      expect(yield* where("2025-07-01")).toBe("two")
      expect(yield* where("2099-01-01")).toBe("two")
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("loading the same commands twice changes nothing", () =>
    Effect.gen(function* () {
      const city = yield* City.open({ tenant, profile })
      const first = yield* city.dispatchAll(places, by)
      expect(first).toMatchObject({ version: 6, events: [{ _tag: "ProfileAdopted" }, ...Array(5).fill({})] })
      expect(yield* city.dispatchAll(places, by)).toEqual({ version: 6, events: [], ids: [] })
      expect(yield* city.organisation.version()).toBe(6)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R1-19 two clerks who looked at the same version cannot both change it unseen", () =>
    Effect.gen(function* () {
      const city = yield* City.open({ tenant, profile })
      yield* city.dispatchAll(places, by)
      const seen = yield* city.organisation.version()
      yield* city.dispatch(move("two", "2025-07-01"), { actor: "clerk-1", expectedVersion: seen })
      const late = yield* Effect.flip(
        city.dispatch(move("one", "2025-08-01"), { actor: "clerk-2", expectedVersion: seen })
      )
      expect(late).toMatchObject({ code: "ports/VersionConflict", expected: seen, actual: seen + 1 })
      expect(yield* city.organisation.version()).toBe(seen + 1)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R1-14 names the rule that refuses, in both languages, and writes nothing", () =>
    Effect.gen(function* () {
      const city = yield* City.open({ tenant, profile })
      yield* city.dispatchAll(places, by)
      const refused = yield* Effect.flip(
        city.dispatch({ _tag: "RelocateUnit", unit: unit("one"), within: unit("f1"), from: day("2025-01-01") }, by)
      )
      expect(refused).toMatchObject({ code: expect.stringMatching(/^organisation\//u) })
      expect(refused.text.zh).not.toBe("")
      expect(refused.text.en).not.toBe("")
      expect(yield* city.organisation.version()).toBe(6)
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("knows what day it is where the city is", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.UTC(2026, 10, 22, 20))
      const city = yield* City.open({ tenant, profile })
      expect(yield* city.today()).toBe("2026-11-23")
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("is a service, open as long as its layer", () =>
    Effect.gen(function* () {
      const city = yield* City.City
      yield* city.dispatchAll(places, by)
      expect(View.units(yield* city.organisation.on(day("2025-01-01")))).toHaveLength(5)
    }).pipe(Effect.provide(City.layer({ tenant, profile }).pipe(Layer.provide(MemoryStore.layer))))
  )
})

const version = (v: number, zh = "平湖"): Profile.Profile => ({ ...profile, version: v, names: Text.of(zh) })

describe("City and what comes from outside", () => {
  it.effect("R1-16 lists every place that is wrong, deep inside too, in both languages", () =>
    Effect.gen(function* () {
      const city = yield* City.open({ tenant, profile })
      const wrong = yield* Effect.flip(
        city.dispatchUnknown(
          {
            _tag: "FormBranch",
            unit: "no blanks",
            kind: "",
            name: { en: "Branch" },
            from: "2026-2-3",
            formation: "triple",
            enterprises: [],
            memberCounts: { full: -1, probationary: 0.5 },
            udner: "street"
          },
          by
        )
      )
      const faults = wrong._tag === "CommandInvalid" ? wrong.faults : []
      expect(faults.map(({ path }) => path)).toEqual([
        "udner",
        "unit",
        "kind",
        "name.zh",
        "formation",
        "enterprises.0",
        "memberCounts.full",
        "memberCounts.probationary",
        "from"
      ])
      expect(Object.fromEntries(faults.map(({ path, text }) => [path, text]))).toMatchObject({
        unit: { en: expect.stringContaining("must be an id"), zh: expect.stringContaining("应为编号") },
        kind: { en: expect.stringContaining("must be a code"), zh: expect.stringContaining("应为代码") },
        "name.zh": { en: "is missing", zh: "缺少此项" },
        formation: { en: 'must be "single" or "joint"', zh: '应为 "single" 或 "joint"' },
        "memberCounts.full": { en: "must be at least 0", zh: "不得小于 0" },
        "memberCounts.probationary": { en: "must be a whole number", zh: "应为整数" },
        from: { en: "must be a date, YYYY-MM-DD", zh: "应为日期 YYYY-MM-DD" }
      })
      // A sentence in Chinese tells no place in English only, and the other way round.
      for (const { text } of faults) expect(text.zh).toMatch(/\p{Script=Han}/u)
      for (const { text } of faults) expect(text.en).not.toMatch(/\p{Script=Han}/u)
      expect(wrong.text.en).toContain("memberCounts.full must be at least 0")
      expect((yield* city.history()).entries).toEqual([])
    }).pipe(Effect.provide(MemoryStore.layer))
  )
})

describe("City and its profile", () => {
  it.effect("opening writes nothing; the first facts record by which profile they were accepted", () =>
    Effect.gen(function* () {
      const city = yield* City.open({ tenant, profile })
      expect((yield* city.history()).entries).toEqual([])
      yield* city.dispatch(establish("city", "city"), by)
      const types = (yield* city.history()).entries.map((entry) => entry.event._tag)
      expect(types).toEqual(["ProfileAdopted", "UnitEstablished"])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("once adopted, a profile need not be given again", () =>
    Effect.gen(function* () {
      expect(yield* Effect.flip(City.open({ tenant }))).toMatchObject({ code: "louyu/ProfileMissing", tenant })
      const city = yield* City.open({ tenant, profile })
      yield* city.dispatch({ _tag: "AdoptProfile", profile }, by)
      expect((yield* city.dispatch({ _tag: "AdoptProfile", profile }, by)).events).toEqual([])
      const again = yield* City.open({ tenant })
      expect(yield* again.profile()).toEqual(profile)
      yield* again.dispatch(establish("city", "city"), by)
      expect(yield* Effect.flip(again.dispatch(establish("x", "spaceport"), by))).toMatchObject({
        code: "organisation/KindUnknown"
      })
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("a newer version is taken up, an older one refused, also by a process that opened before", () =>
    Effect.gen(function* () {
      const old = yield* City.open({ tenant, profile: version(1) })
      yield* old.dispatch(establish("city", "city"), by)
      const next = yield* City.open({ tenant, profile: version(2) })
      // What changes nothing records nothing, not even that the profile is newer.
      expect(yield* next.dispatch(establish("city", "city"), by)).toEqual({ version: 2, events: [], ids: [] })
      const { events } = yield* next.dispatch(establish("street", "street", "city"), by)
      expect(events.map((event) => event._tag)).toEqual(["ProfileAdopted", "UnitEstablished"])
      expect(yield* Effect.flip(old.dispatch(establish("two", "street", "city"), by))).toMatchObject({
        code: "louyu/ProfileOutdated",
        version: 1,
        adopted: 2
      })
      expect((yield* old.profile()).version).toBe(2)
      expect(yield* Effect.flip(City.open({ tenant, profile: version(1) }))).toMatchObject({
        code: "louyu/ProfileOutdated"
      })
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("other contents under the same version, another profile, and one that contradicts itself are refused", () =>
    Effect.gen(function* () {
      const city = yield* City.open({ tenant, profile: version(1) })
      yield* city.dispatch(establish("city", "city"), by)
      const opening = (given: Profile.Profile) => Effect.flip(City.open({ tenant, profile: given }))
      expect(yield* opening(version(1, "别名"))).toMatchObject({ code: "louyu/ProfileAltered", version: 1 })
      expect(yield* opening(Profiles.generic)).toMatchObject({ code: "louyu/ProfileForeign", adopted: "pinghu" })
      const { structure } = profile
      const kinds = [structure.kinds[0], ...structure.kinds] as const
      expect(yield* opening({ ...version(2), structure: { ...structure, kinds } })).toMatchObject({
        code: "louyu/ProfileUnsound",
        problems: [{ code: "profiles/IdRepeated" }]
      })
      expect((yield* city.history()).entries).toHaveLength(2)
    }).pipe(Effect.provide(MemoryStore.layer))
  )
})

describe("City and a log it cannot read", () => {
  const append = (type: string, data: Schema.JsonObject) =>
    Effect.gen(function* () {
      const store = yield* EventStore.EventStore
      const id = Identifier.EventId.make(`x-${type}`)
      const actor = Identifier.ActorId.make("clerk-1")
      const recordedAt = EventEnvelope.Timestamp.make("2026-11-22T08:30:00.000Z")
      const event = { id, type, schemaVersion: 1, recordedAt, actor, data }
      yield* store.append(Identifier.TenantId.make(tenant), Identifier.StreamId.make("organisation"), "any", [event])
    })

  it.effect("fails with a typed problem and stays as it was", () =>
    Effect.gen(function* () {
      const city = yield* City.open({ tenant, profile })
      yield* city.dispatchAll(places, by)
      yield* append("UnitPainted", { unit: "one" })
      expect(yield* Effect.flip(city.catchUp())).toMatchObject({ code: "louyu/EventTypeUnknown", version: 7 })
      expect(yield* Effect.flip(City.open({ tenant }))).toMatchObject({ code: "louyu/EventTypeUnknown" })
      expect(yield* city.organisation.version()).toBe(6)
      expect(yield* Effect.flip(city.dispatch(move("two", "2025-07-01"), by))).toMatchObject({
        code: "louyu/EventTypeUnknown"
      })
    }).pipe(Effect.provide(MemoryStore.layer))
  )
})
