import * as Effect from "effect/Effect"
import { ChannelId } from "../Message.ts"
import type { Outcome } from "../Notifier.ts"
import { attemptFor, compose, demand } from "./attempt.ts"
import { type Law, same } from "./Law.ts"
import { type Behaviour, Trial } from "./Trial.ts"

const failure: ReadonlyArray<Outcome["_tag"]> = ["retry", "channelDisabled", "rejected"]

// Whatever went wrong, nothing has been taken, and the next message gets through.
const answers = (
  id: string,
  title: string,
  behaviour: Behaviour,
  tags: ReadonlyArray<Outcome["_tag"]>
): Law<Trial> => ({
  id,
  title,
  check: Effect.gen(function* () {
    const { stage } = yield* Trial
    yield* stage.behave(behaviour)
    yield* attemptFor(`the other side ${behaviour}`, tags, yield* compose())
    yield* same("arrived", yield* stage.arrived, [])
    yield* stage.behave("accepts")
    yield* attemptFor("the other side accepts again", ["sent"], yield* compose({ key: "delivery-2" }))
  })
})

/** Which outcome every behaviour of the other side has. */
export const notifierOutcomeLaws: ReadonlyArray<Law<Trial>> = [
  {
    id: "notify-sent",
    title: "a message that the other side takes is sent, and arrives once",
    check: Effect.gen(function* () {
      const { stage } = yield* Trial
      yield* stage.behave("accepts")
      yield* attemptFor("the other side accepts", ["sent"], yield* compose())
      yield* same("the number of arrivals", (yield* stage.arrived).length, 1)
    })
  },
  answers("notify-refused", "a message that will never be taken is rejected", "refuses", ["rejected"]),
  answers("notify-disabled", "a key or account that is no longer good disables the channel", "disabled", [
    "channelDisabled"
  ]),
  answers("notify-unreachable", "where nobody listens it may be tried again", "unreachable", ["retry"]),
  answers("notify-hangs", "an answer that never comes is unknown, and no failure", "hangs", ["unknown"]),
  answers("notify-drops", "a connection lost after the message went out is unknown, and no failure", "drops", [
    "unknown"
  ]),
  answers(
    "notify-bad-gateway",
    "a page of a gateway is no answer of the other side: it may be tried again",
    "badGateway",
    ["retry"]
  ),
  answers("notify-cut-off", "an answer that ends in the middle is unknown", "cutOff", ["unknown"]),
  answers("notify-gibberish", "an answer that means nothing is unknown", "gibberish", ["unknown"]),
  {
    id: "notify-slow-down",
    title: "a request to slow down is a retry, not before the time it names",
    check: Effect.gen(function* () {
      const { stage, slowDownMillis } = yield* Trial
      yield* stage.behave("slowsDown")
      const outcome = yield* attemptFor("the other side slows down", ["retry"], yield* compose())
      yield* same("arrived", yield* stage.arrived, [])
      const wait = outcome._tag === "retry" ? (outcome.afterMillis ?? 0) : 0
      const least = slowDownMillis ?? 0
      yield* demand("the time to wait", wait >= least, `at least ${least} ms`, `${wait} ms`)
    })
  },
  {
    id: "notify-redirects",
    title: "a redirect is not followed, for it would take the keys elsewhere, and is a failure",
    check: Effect.gen(function* () {
      const { stage } = yield* Trial
      yield* stage.behave("redirects")
      yield* attemptFor("the other side redirects", failure, yield* compose())
      yield* same("came to the other place", yield* stage.strayed, 0)
      yield* same("arrived", yield* stage.arrived, [])
    })
  },
  {
    id: "notify-unknown-channel",
    title: "a channel the adapter does not know is disabled, and nothing is sent",
    check: Effect.gen(function* () {
      const { stage } = yield* Trial
      yield* stage.behave("accepts")
      const message = { ...(yield* compose()), channel: ChannelId.make("no-such-channel") }
      yield* attemptFor("a channel nobody set up", ["channelDisabled"], message)
      yield* same("arrived", yield* stage.arrived, [])
    })
  }
]
