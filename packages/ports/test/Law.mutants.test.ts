import { Law, ModelStore, storeLaws } from "@louyu/ports/testing"
import { describeLaws } from "@louyu/ports/testing/vitest"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { describe, expect, it } from "vitest"
import { mutants } from "./mutants/index.ts"

describeLaws("the plain model", storeLaws, () => ModelStore.layer)

describe("a faulty store is found out", () => {
  for (const { fault, brokenLaws, layer } of mutants) {
    it(`${fault}: ${brokenLaws.join(", ")}`, async () => {
      expect(brokenLaws).not.toEqual([])
      for (const id of brokenLaws) {
        const law = storeLaws.find((l) => l.id === id)
        if (law === undefined) throw new Error(`there is no law ${id}`)
        const exit = await Effect.runPromise(Effect.exit(Law.judge(law, () => layer)))
        expect(exit._tag, `${id} must reject it`).toBe("Failure")
        // A faulty store that crashes proves nothing about the law.
        if (Exit.isFailure(exit)) expect(Cause.hasDies(exit.cause), Cause.pretty(exit.cause)).toBe(false)
      }
    })
  }

  it("every law rejects at least one of them", () => {
    const proved = new Set(mutants.flatMap((m) => m.brokenLaws))
    expect(storeLaws.map((law) => law.id).filter((id) => !proved.has(id))).toEqual([])
  })

  it("laws have ids of their own, and so do faults", () => {
    expect(new Set(storeLaws.map((law) => law.id)).size).toBe(storeLaws.length)
    expect(new Set(mutants.map((m) => m.fault)).size).toBe(mutants.length)
  })
})
