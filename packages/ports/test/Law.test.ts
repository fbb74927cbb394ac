import { type EventStore, StoreError, type Vault } from "@louyu/ports"
import { eventStoreLaws, Law, ModelStore } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { describe, expect, it } from "vitest"
import { mutants } from "./mutants/index.ts"

const lawOf = (id: string): Law.Law<EventStore.EventStore> => {
  const law = eventStoreLaws.find((l) => l.id === id)
  if (law === undefined) throw new Error(`there is no law ${id}`)
  return law
}

const good = () => ModelStore.layer
const backwards = mutants.find((m) => m.fault === "stores a batch backwards")
const faulty = () => backwards?.layer ?? good()

const judge = (
  id: string,
  layer: () => Layer.Layer<EventStore.EventStore | Vault.Vault, unknown>,
  limits: ReadonlyArray<Law.Limit>
) => Effect.runPromise(Effect.result(Law.judge(lawOf(id), layer, limits)))

describe("a declared limit", () => {
  it("excuses an adapter from the law it names", async () => {
    const limits = [{ law: "append-versions", reason: "stores batches backwards" }]
    expect(await judge("append-versions", faulty, limits)).toMatchObject({ _tag: "Success" })
  })

  it("excuses from no other law", async () => {
    const limits = [{ law: "append-any", reason: "stores batches backwards" }]
    expect(await judge("append-versions", faulty, limits)).toMatchObject({ failure: { _tag: "LawBroken" } })
  })

  it("fails when the law is kept in fact", async () => {
    const limits = [{ law: "append-versions", reason: "was so once" }]
    expect(await judge("append-versions", good, limits)).toMatchObject({
      failure: { _tag: "LimitInvalid", why: "stale" }
    })
  })

  it("fails without a reason", async () => {
    const limits = [{ law: "append-versions", reason: "  " }]
    expect(await judge("append-versions", faulty, limits)).toMatchObject({
      failure: { _tag: "LimitInvalid", why: "noReason" }
    })
  })

  it("fails when it names no law", () => {
    const limits = [{ law: "append-version", reason: "misspelt" }]
    expect(Law.unknownLimits(eventStoreLaws, limits)).toMatchObject([{ law: "append-version", why: "unknownLaw" }])
    expect(Law.unknownLimits(eventStoreLaws, [{ law: "append-versions", reason: "well spelt" }])).toEqual([])
  })

  it("does not excuse a store that cannot be opened", async () => {
    const broken = () => Layer.effectContext(Effect.fail(new StoreError.StoreMissing({ store: "city.louyu" })))
    const limits = [{ law: "append-versions", reason: "stores batches backwards" }]
    expect(await judge("append-versions", broken, limits)).toMatchObject({ failure: { _tag: "StoreMissing" } })
  })
})

describe("a law", () => {
  it("says what it expected and what it got", async () => {
    const verdict = await judge("append-versions", faulty, [])
    expect(verdict).toMatchObject({ failure: { code: "ports/LawBroken", claim: "the stream" } })
  })

  it("gets a store of its own each time", async () => {
    const twice = Effect.andThen(Law.judge(lawOf("append-versions"), good), Law.judge(lawOf("append-versions"), good))
    expect(await Effect.runPromise(Effect.result(twice))).toMatchObject({ _tag: "Success" })
  })
})
