import { CivilDate, Identifier, Problem, Text } from "@louyu/kernel"
import { Structure, View } from "@louyu/organisation"
import { EventStore, StoreError } from "@louyu/ports"
import { Profiles } from "@louyu/profiles"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { describe, expect, it } from "vitest"
import { City, type CityDomain, EventIds, openCity, type PromisedCity } from "../src/index.ts"

const profile = Profiles.pinghu
const options = { tenant: "t1", profile, store: MemoryStore.layer }
const by = { actor: "clerk-1" }
const city: CityDomain.Command = {
  _tag: "EstablishUnit",
  unit: Identifier.UnitId.make("city"),
  kind: Structure.KindId.make("city"),
  name: Text.of("平湖"),
  from: CivilDate.make("2020-01-01")
}

const names = (value: object): ReadonlyArray<string> =>
  Object.entries(value).flatMap(([key, member]) =>
    typeof member === "object" && member !== null ? names(member).map((name) => `${key}.${name}`) : [key]
  )

const call = (api: PromisedCity, name: string): unknown => {
  const found = name.split(".").reduce<unknown>((value, key) => Object(value)[key], api)
  return typeof found === "function" ? found({}, by) : undefined
}

describe("openCity", () => {
  it("has every method of the Effect API under the same name, and close", async () => {
    const open = await Effect.runPromise(Effect.provide(City.open(options), MemoryStore.layer))
    await using api = await openCity(options)
    expect([...names(api)].sort()).toEqual([...names(open), "close"].sort())
  })

  it("answers with values, and rejects with the typed problem itself", async () => {
    await using api = await openCity({ ...options, ids: EventIds.sequential("e") })
    const receipt = await api.dispatch(city, by)
    expect(receipt).toMatchObject({ version: 2, ids: ["e1", "e2"] })
    const view = await api.organisation.on(CivilDate.make("2026-01-01"))
    expect(View.units(view).map((unit) => unit.id)).toEqual(["city"])
    const refused = await api.dispatchUnknown({ ...city, kind: "spaceport", unit: "x" }, by).catch((e: unknown) => e)
    expect(Problem.isProblem(refused)).toBe(true)
    expect(refused).toBeInstanceOf(Error)
    expect(refused).toMatchObject({ code: "organisation/KindUnknown", kind: "spaceport" })
    await expect(api.dispatchUnknown({ _tag: "EstablishUnit" }, by)).rejects.toMatchObject({
      code: "louyu/CommandInvalid"
    })
    await expect(api.dispatchAll([city], { actor: "" })).rejects.toMatchObject({ code: "louyu/IdInvalid" })
  })

  it("rejects with what keeps the city or its store from being opened", async () => {
    await expect(openCity({ tenant: "t1", store: MemoryStore.layer })).rejects.toMatchObject({
      code: "louyu/ProfileMissing"
    })
    const missing = Layer.effect(EventStore.EventStore, new StoreError.StoreMissing({ store: "city.db" })).pipe(
      Layer.provideMerge(MemoryStore.layer)
    )
    await expect(openCity({ ...options, store: missing })).rejects.toMatchObject({ code: "ports/StoreMissing" })
  })

  it("closes the store it opened, after what is under way, and rejects everything afterwards", async () => {
    const seen: Array<string> = []
    const store = Layer.effectDiscard(
      Effect.acquireRelease(
        Effect.sync(() => seen.push("open")),
        () => Effect.sync(() => seen.push("close"))
      )
    ).pipe(Layer.provideMerge(MemoryStore.layer))
    const api = await openCity({ ...options, store })
    const pending = api.dispatch(city, by).then(() => seen.push("dispatched"))
    await Promise.all([api.close(), api.close(), pending])
    expect(seen).toEqual(["open", "dispatched", "close"])
    const methods = names(api).filter((name) => !["tenant", "close"].includes(name))
    expect(methods.length).toBeGreaterThan(8)
    for (const name of methods) {
      await expect(call(api, name), name).rejects.toMatchObject({ code: "louyu/CityClosed", tenant: "t1" })
    }
  })

  it("works with await using", async () => {
    let closed: PromisedCity
    {
      await using api = await openCity(options)
      closed = api
      expect((await api.profile()).id).toBe("pinghu")
    }
    await expect(closed.catchUp()).rejects.toMatchObject({ code: "louyu/CityClosed" })
  })
})
