import { Decider, Identifier, TimeWindow, WorkCalendar } from "@louyu/kernel"
import { Message, type Notifier } from "@louyu/ports"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Backoff from "../src/delivery/Backoff.ts"
import { fingerprint } from "../src/delivery/fingerprint.ts"
import * as Hours from "../src/delivery/Hours.ts"
import { Deliveries, type Delivery, Outbox } from "../src/index.ts"

const over = { kind: "group", channel: "one" }
const keyOf = (n: number) => Message.DeliveryKey.make(`d${n}`)
const rate = { messages: 2, perMillis: 50 }

const outcome: fc.Arbitrary<Notifier.Outcome> = fc.constantFrom(
  { _tag: "sent" } as const,
  { _tag: "retry", reason: "busy" } as const,
  { _tag: "unknown", reason: "timeout" } as const,
  { _tag: "rejected", reason: "tooLong" } as const,
  { _tag: "channelDisabled", reason: "93000" } as const
)
const attempt: fc.Arbitrary<(at: number) => Delivery.Command> = fc.oneof(
  fc.tuple(fc.nat(4), fc.nat(6), fc.nat(30)).map(
    ([n, event, wait]) =>
      (at: number): Delivery.Command => ({
        _tag: "PlanDelivery",
        over,
        key: keyOf(n),
        rule: "r",
        title: { zh: "标题" },
        item: { event: Identifier.EventId.make(`e${event}`), text: { zh: "内容" } },
        urgency: "normal",
        notBefore: at + wait,
        at
      })
  ),
  fc.tuple(fc.nat(4), fc.constantFrom("w1", "w2")).map(
    ([n, worker]) =>
      (at: number): Delivery.Command => ({
        _tag: "ClaimDelivery",
        over,
        key: keyOf(n),
        worker,
        until: at + 20,
        rate,
        at
      })
  ),
  fc
    .tuple(fc.nat(4), fc.integer({ min: 1, max: 4 }), outcome, fc.boolean())
    .map(([n, number, result, isLast]) => (at: number): Delivery.Command => {
      const end = { _tag: "EndAttempt", over, key: keyOf(n), attempt: number, outcome: result, at } as const
      return isLast ? end : { ...end, again: at + 15 }
    }),
  fc.nat(4).map(
    (n) =>
      (at: number): Delivery.Command => ({ _tag: "ReplayDelivery", over, key: keyOf(n), at })
  ),
  fc.constant((at: number): Delivery.Command => ({ _tag: "EnableChannel", over, at }))
)
const told = fc.array(attempt, { minLength: 40, maxLength: 120 }).map((attempts) => {
  const events: Array<Delivery.Event> = []
  let state = Outbox.initial
  for (const [n, make] of attempts.entries()) {
    const stepped = Decider.step(Deliveries.decider, state, make(n * 5), undefined)
    if (Result.isFailure(stepped)) continue
    events.push(...stepped.success.events)
    state = stepped.success.state
  }
  return { state, events }
})

describe("what waits for a channel", () => {
  it("is whatever was planned and neither arrived nor was given up; nothing is ever lost", () => {
    fc.assert(
      fc.property(told, ({ state, events }) => {
        const planned = new Set(events.flatMap((event) => (event._tag === "DeliveryPlanned" ? [event.key] : [])))
        expect(new Set(Outbox.all(state).map(({ key }) => key))).toEqual(planned)
        const waiting = Outbox.all(state).filter(({ status }) => status === "waiting")
        expect(new Set(state.queue)).toEqual(new Set(waiting.map(({ key }) => key)))
        expect(state.queue.length).toBe(waiting.length)
        const turns = state.queue.map((key) => Outbox.delivery(state, key)?.turn ?? -1)
        expect(turns).toEqual(turns.toSorted((a, b) => a - b))
      }),
      { numRuns: 200 }
    )
  })

  it("is tried by one at a time, in order, no faster than the channel takes it", () => {
    fc.assert(
      fc.property(told, ({ events }) => {
        let state = Outbox.initial
        const begun: Array<number> = []
        for (const event of events) {
          if (event._tag === "AttemptBegun") {
            const before = Outbox.delivery(state, event.key)
            expect(before && Outbox.underWay(before, event.at)).toBeUndefined()
            expect(Outbox.next(state)?.key).toBe(event.key)
            expect(event.at).toBeGreaterThanOrEqual(before?.notBefore ?? Number.POSITIVE_INFINITY)
            expect(begun.filter((at) => at > event.at - rate.perMillis).length).toBeLessThan(rate.messages)
            begun.push(event.at)
          }
          state = Deliveries.decider.evolve(state, event)
        }
      }),
      { numRuns: 200 }
    )
  })

  it("gets everywhere in what is tried here: sent, given up, replayed, disabled, joined", () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(told, ({ events, state }) => {
        for (const { _tag } of events) seen.add(_tag)
        if (Outbox.all(state).some((one) => Outbox.duplicates(one) > 0)) seen.add("duplicate")
      }),
      { numRuns: 200 }
    )
    expect([...seen]).toEqual(
      expect.arrayContaining([
        "DeliveryGivenUp",
        "DeliveryReplayed",
        "ChannelDisabled",
        "ChannelEnabled",
        "DeliveryJoined",
        "duplicate"
      ])
    )
  })
})

describe("trying again", () => {
  it("waits longer each time, never less than asked for, within the budget, and the same for the same attempt", () => {
    const about = { key: "d1", planned: 0, at: 0 }
    const waits = Array.from({ length: 12 }, (_, n) => Backoff.again({ ...about, attempt: n + 1 }, undefined))
    expect(waits.slice(0, 9).every((wait) => wait !== undefined)).toBe(true)
    expect(waits.slice(9)).toEqual([undefined, undefined, undefined])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(100_000), fc.string(), (attempt, asked, key) => {
        const step = Math.min(3_600_000, 5_000 * 2 ** (attempt - 1))
        const wait = Backoff.again({ key, attempt, planned: 0, at: 0 }, asked)
        expect(wait).toBe(Backoff.again({ key, attempt, planned: 0, at: 0 }, asked))
        expect(wait).toBeGreaterThanOrEqual(Math.max(asked, step / 2))
        expect(wait).toBeLessThanOrEqual(Math.max(asked, step))
      })
    )
    const late = { key: "d1", attempt: 2, planned: 0, at: 86_399_000 }
    expect(Backoff.again(late, undefined)).toBeUndefined()
  })

  it("keys tell texts apart, and are the same on every machine", () => {
    expect(fingerprint()).toBe("6c62272e07bb014262b821756295c58d")
    expect(fingerprint("a", "bc")).not.toBe(fingerprint("ab", "c"))
    expect(fingerprint("楼宇")).toBe(fingerprint("楼宇"))
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (a, b) => {
        expect(fingerprint(...a) === fingerprint(...b)).toBe(JSON.stringify(a) === JSON.stringify(b))
        expect(Message.DeliveryKey.make(fingerprint(...a))).toHaveLength(32)
      })
    )
  })
})

describe("hours", () => {
  const time = TimeWindow.TimeOfDay.make
  const window = { open: time("08:30"), close: time("18:00"), workdays: true }
  const local = { calendar: WorkCalendar.china, timeZone: "Asia/Shanghai" }
  const at = (text: string) => Date.parse(`${text}:00+08:00`)
  const from = (text: string) =>
    new Date(Hours.from(window, local, at(text)) + 8 * 3_600_000).toISOString().slice(0, 16)

  it.each([
    ["2024-04-30T10:15", "2024-04-30T10:15"],
    ["2024-04-30T07:00", "2024-04-30T08:30"],
    // Labour Day until 5 May.
    ["2024-04-30T18:00", "2024-05-06T08:30"],
    // A make-up Sunday is worked.
    ["2024-04-27T12:00", "2024-04-28T08:30"]
  ])("a message of %s goes out at %s", (planned, out) => {
    expect(from(planned)).toBe(out)
  })

  it("a message waits in the time zone of the city, whatever the clock is set to there", () => {
    const night = { calendar: WorkCalendar.china, timeZone: "Europe/Berlin" }
    // The night in which clocks go forward.
    const out = Hours.from({ ...window, workdays: false }, night, Date.parse("2024-03-30T22:00:00Z"))
    expect(new Date(out).toISOString()).toBe("2024-03-31T06:30:00.000Z")
    expect(Hours.from(undefined, night, 5)).toBe(5)
  })
})
