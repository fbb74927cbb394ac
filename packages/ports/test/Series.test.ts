import { Message, type Notifier, Series } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/testing/TestClock"
import { describe, expect, it } from "vitest"

const message = (key: string, channel = "east"): Message.Message => ({
  key: Message.DeliveryKey.make(key),
  channel: Message.ChannelId.make(channel),
  language: "en",
  title: "About the lift",
  body: [Message.plain("It stands still.")],
  urgency: "normal"
})
const busy: Notifier.Outcome = { _tag: "retry", reason: "busy" }
const sent: Notifier.Outcome = { _tag: "sent" }

/** Parts that note that they are sent and answer as told, one answer for each time. */
const parts = (sendings: Array<number>, answers: ReadonlyArray<ReadonlyArray<Notifier.Outcome>>) => {
  const left = answers.map((some) => [...some])
  return left.map((some, index) =>
    Effect.sync(() => {
      sendings.push(index + 1)
      return some.shift() ?? sent
    })
  )
}

describe("the parts of a message", () => {
  it("are sent in order until one is not taken, and go on from there", async () => {
    const sendings: Array<number> = []
    const series = Series.make({ timeLimitMillis: 10_000 })
    const three = parts(sendings, [[], [busy, { _tag: "unknown", reason: "timed out" }], []])
    const outcomes = await Effect.runPromise(Effect.forEach([1, 2, 3, 4], () => series.send(message("d-1"), three)))
    expect(outcomes.map(({ _tag }) => _tag)).toEqual(["retry", "unknown", "sent", "sent"])
    // The fourth is a message of its own again.
    expect(sendings).toEqual([1, 2, 2, 2, 3, 1, 2, 3])
  })

  it("of another key, channel or number begin anew", async () => {
    const sendings: Array<number> = []
    const series = Series.make({ timeLimitMillis: 10_000 })
    const two = parts(sendings, [[], [busy, busy, busy]])
    await Effect.runPromise(
      Effect.gen(function* () {
        for (const one of [message("d-1"), message("d-2"), message("d-1", "west")]) yield* series.send(one, two)
        yield* series.send(message("d-1"), parts(sendings, [[], [], []]))
      })
    )
    expect(sendings).toEqual([1, 2, 1, 2, 1, 2, 1, 2, 3])
  })

  it("are forgotten of the oldest unfinished delivery when there are too many", async () => {
    const sendings: Array<number> = []
    const series = Series.make({ timeLimitMillis: 10_000, remembered: 1 })
    const two = parts(sendings, [[], [busy, busy, sent]])
    await Effect.runPromise(Effect.forEach(["d-1", "d-2", "d-1"], (key) => series.send(message(key), two)))
    expect(sendings).toEqual([1, 2, 1, 2, 1, 2])
  })

  it("are left for the next attempt when time is up, but never the first of them", async () => {
    const sendings: Array<number> = []
    const series = Series.make({ timeLimitMillis: 1_000 })
    const slow = parts(sendings, [[], [], []]).map((part) => Effect.andThen(TestClock.adjust("600 millis"), part))
    const outcomes = await Effect.runPromise(
      Effect.forEach([1, 2], () => series.send(message("d-1"), slow)).pipe(Effect.provide(TestClock.layer()))
    )
    expect(outcomes).toEqual([{ _tag: "retry", reason: "out of time, more parts to come", afterMillis: 0 }, sent])
    expect(sendings).toEqual([1, 2, 3])
  })

  it("are one receipt and one list of recipients that were left out", async () => {
    const refused = (recipient: number) => ({ recipient, reason: "not in reach", permanent: true })
    const outcome = await Effect.runPromise(
      Series.make({ timeLimitMillis: 10_000 }).send(
        message("d-1"),
        parts(
          [],
          [
            [{ _tag: "sent", receipt: "a", refused: [refused(2)] }],
            [{ _tag: "sent", receipt: "b", refused: [refused(0), refused(2)] }]
          ]
        )
      )
    )
    expect(outcome).toEqual({ _tag: "sent", receipt: "a b", refused: [refused(0), refused(2)] })
  })
})
