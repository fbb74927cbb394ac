import { Identifier } from "@louyu/kernel"
import { ConsoleNotifier } from "@louyu/notify-console"
import { Message } from "@louyu/ports"
import { Trial } from "@louyu/ports/testing"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"

const channel = Message.ChannelId.make("tower-east")
const timeLimitMillis = 100
const can: ReadonlyArray<Trial.Behaviour> = ["accepts", "unreachable", "hangs"]

/** A console whose sink behaves. */
export const trial = Layer.effect(
  Trial.Trial,
  Effect.sync(() => {
    let behaviour: Trial.Behaviour = "accepts"
    let reached = Deferred.makeUnsafe<void>()
    const arrived: Array<Trial.Arrival> = []
    const sink = (text: string) =>
      Effect.suspend(() => {
        Deferred.doneUnsafe(reached, Effect.void)
        if (behaviour === "hangs") return Effect.never
        if (behaviour === "unreachable") return Effect.fail(`cannot write ${text}`)
        return Effect.sync(() => void arrived.push({ text }))
      })
    const stage: Trial.Stage = {
      behave: (...behaviours) =>
        Effect.suspend(() => {
          const missing = behaviours.find((one) => !can.includes(one))
          if (missing !== undefined) return Effect.fail(new Trial.BehaviourMissing({ behaviour: missing }))
          behaviour = behaviours[0]
          reached = Deferred.makeUnsafe<void>()
          return Effect.void
        }),
      arrived: Effect.sync(() => [...arrived]),
      strayed: Effect.succeed(0),
      reached: Effect.suspend(() => Deferred.await(reached)),
      deserted: Effect.void
    }
    const person = Identifier.PersonId.make("person-7")
    return Trial.Trial.of({
      adapter: ConsoleNotifier.make({ sink, channels: [channel], timeLimitMillis }),
      stage,
      channel,
      recipients: [{ person, address: Redacted.make("keeper@example.com") }],
      mentions: [{ _tag: "person", person, handle: Redacted.make("handle-of-the-keeper") }, { _tag: "everybody" }],
      secrets: [],
      timeLimitMillis
    })
  })
)
