import { Law, ModelNotifier, notifierLaws } from "@louyu/ports/testing"
import { describeLaws } from "@louyu/ports/testing/vitest"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { describe, expect, it } from "vitest"
import { notifierMutants } from "./mutants/notifierMutants.ts"

describeLaws("the plain model of a notifier", notifierLaws, () => ModelNotifier.trial())

describe("a faulty notifier is found out", () => {
  for (const { fault, brokenLaws, layer } of notifierMutants) {
    it(`${fault}: ${brokenLaws.join(", ")}`, async () => {
      expect(brokenLaws).not.toEqual([])
      for (const id of brokenLaws) {
        const law = notifierLaws.find((l) => l.id === id)
        if (law === undefined) throw new Error(`there is no law ${id}`)
        const exit = await Effect.runPromise(Effect.exit(Law.judge(law, layer)))
        expect(exit._tag, `${id} must reject it`).toBe("Failure")
        if (Exit.isFailure(exit)) expect(Cause.hasDies(exit.cause), Cause.pretty(exit.cause)).toBe(false)
      }
    })
  }

  it("every law rejects at least one of them", () => {
    const proved = new Set(notifierMutants.flatMap((m) => m.brokenLaws))
    expect(notifierLaws.map((law) => law.id).filter((id) => !proved.has(id))).toEqual([])
  })

  it("laws have ids of their own, and so do faults", () => {
    expect(new Set(notifierLaws.map((law) => law.id)).size).toBe(notifierLaws.length)
    expect(new Set(notifierMutants.map((m) => m.fault)).size).toBe(notifierMutants.length)
  })
})
