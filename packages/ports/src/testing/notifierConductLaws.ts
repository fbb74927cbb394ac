import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Option from "effect/Option"
import * as Message from "../Message.ts"
import { attempt, compose, demand, graceMillis, within } from "./attempt.ts"
import { type Law, same } from "./Law.ts"
import { Trial } from "./Trial.ts"

const names = ["alpha", "bravo", "carol", "delta"] as const

/** How an adapter conducts itself whatever the other side does. */
export const notifierConductLaws: ReadonlyArray<Law<Trial>> = [
  {
    id: "notify-lazy",
    title: "a send that is made but not run sends nothing",
    check: Effect.gen(function* () {
      const { adapter, stage } = yield* Trial
      yield* stage.behave("accepts")
      const made = adapter.send(yield* compose())
      yield* same("arrived", yield* stage.arrived, [])
      yield* made
      yield* same("the number of arrivals", (yield* stage.arrived).length, 1)
    })
  },
  {
    id: "notify-limits",
    title: "the rate, where there is one, is of whole messages in a stretch of time",
    check: Effect.gen(function* () {
      const { kind, limits } = (yield* Trial).adapter
      const { rate } = limits
      const good = rate === undefined || (Number.isInteger(rate.messages) && rate.messages > 0 && rate.perMillis > 0)
      yield* demand("the rate", good, "more than none, in more than no time", JSON.stringify(rate))
      yield* demand("the kind", /^[a-z][a-z0-9-]*$/u.test(kind), "a name in small letters", kind)
    })
  },
  {
    id: "notify-interrupted",
    title: "an attempt that is interrupted, or runs out of time, ends and leaves no connection open",
    check: Effect.gen(function* () {
      const { adapter, stage, timeLimitMillis } = yield* Trial
      const message = yield* compose()
      for (const interrupts of [true, false]) {
        yield* stage.behave("hangs")
        const fiber = yield* Effect.forkDetach(adapter.send(message))
        const seen = yield* Effect.timeoutOption(stage.reached, timeLimitMillis + graceMillis)
        yield* demand("the request arrives", Option.isSome(seen), "a request", "none")
        if (interrupts) yield* Effect.forkDetach(Fiber.interrupt(fiber))
        const exit = yield* within(timeLimitMillis, fiber)
        yield* demand("the attempt ends", Option.isSome(exit), "an end", "none")
        const left = yield* Effect.timeoutOption(stage.deserted, timeLimitMillis + graceMillis)
        yield* demand("the connection is closed", Option.isSome(left), "no connection", "one that stays open")
      }
    })
  },
  {
    id: "notify-concurrent",
    title: "messages sent at once do not mix, and each has the outcome of its own",
    check: Effect.gen(function* () {
      const { stage } = yield* Trial
      yield* stage.behave("accepts", "refuses", "accepts", "refuses")
      const outcomes = yield* Effect.forEach(
        names,
        (name) =>
          Effect.flatMap(
            compose({ key: name, title: `About ${name}`, body: [Message.plain(`It is ${name}.`)] }),
            attempt
          ),
        { concurrency: "unbounded" }
      )
      const arrivals = yield* stage.arrived
      const about = arrivals.map(({ text }) => names.filter((name) => text.includes(name)))
      yield* same(
        "messages in one arrival",
        about.map((some) => some.length),
        [1, 1]
      )
      const sent = names.filter((_, index) => outcomes[index]?._tag === "sent")
      yield* same(
        "those that were sent, and those that arrived",
        sent,
        names.filter((name) => about.flat().includes(name))
      )
    })
  }
]
