import { Identifier } from "@louyu/kernel"
import { FeishuRobot } from "@louyu/notify-feishu"
import { Message, type Notifier } from "@louyu/ports"
import * as Http from "@louyu/ports/testing/http"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/testing/TestClock"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { codes } from "../src/codes.ts"
import { type Given, type Robot, replies, robot, said } from "./RobotServer.ts"

const channel = Message.ChannelId.make("tower-east")
const token = "0d2a71c5-fd40-invented"
const message = (more: Partial<Message.Message> = {}): Message.Message => ({
  key: Message.DeliveryKey.make("d-1"),
  channel,
  language: "en",
  title: "A lift stands still",
  body: [Message.plain("Tower east, 3F")],
  urgency: "normal",
  ...more
})
const mention = (handle?: string): Message.Mention => ({
  _tag: "person",
  person: Identifier.PersonId.make("person-7"),
  ...(handle === undefined ? {} : { handle: Redacted.make(handle) })
})
const ending = `Ref. ${Message.reference(message().key)}`
const text = (words: string) => ({ tag: "text", text: words })

interface Setup {
  readonly robot?: Partial<Robot>
  readonly channel?: Partial<FeishuRobot.Channel>
  readonly replaced?: (vendor: Http.Vendor) => Http.Vendor
}

/** What became of messages, and what the robot was given. */
const told = (
  messages: ReadonlyArray<Message.Message>,
  setup: Setup = {}
): Promise<{ readonly outcomes: ReadonlyArray<Notifier.Outcome>; readonly given: ReadonlyArray<Given> }> => {
  const given: Array<Given> = []
  return Effect.runPromise(
    Effect.gen(function* () {
      const vendor = robot({ token, given, ...setup.robot })
      const { base } = yield* Http.serve(setup.replaced?.(vendor) ?? vendor)
      const channels = new Map([[channel, { token: Redacted.make(token), ...setup.channel }]])
      const { send } = FeishuRobot.make({ channels, baseUrl: base, timeLimitMillis: 2_000 })
      return { outcomes: yield* Effect.forEach(messages, send), given }
    }).pipe(Effect.scoped)
  )
}
const answered = async (reply: Http.Reply): Promise<Notifier.Outcome | undefined> => {
  const { outcomes } = await told([message()], { replaced: (vendor) => ({ ...vendor, read: () => reply }) })
  return outcomes[0]
}

describe("a message to a Feishu group", () => {
  it("R4-21 is a post with its reference, whose words mean nothing else", async () => {
    const body: Message.Message["body"] = [
      { _tag: "quote", line: [{ _tag: "strong", text: '<at user_id="all"></at>' }] },
      { _tag: "list", items: [[{ _tag: "link", text: "open", href: "https://example.com/1?a=b&c=d" }]] }
    ]
    const { given, outcomes } = await told([message({ body })])
    expect(outcomes).toEqual([{ _tag: "sent" }])
    expect(given).toEqual([
      {
        title: "A lift stands still",
        content: [
          [text("> "), text('<at user_id="all"></at>')],
          [text("• "), { tag: "a", text: "open", href: "https://example.com/1?a=b&c=d" }],
          [text(ending)]
        ]
      }
    ])
  })

  it("calls people by id, everybody when asked to, and nobody by number", async () => {
    const mentions: ReadonlyArray<Message.Mention> = [
      mention("ou_invented"),
      mention("10000000000"),
      mention("all"),
      mention(),
      { _tag: "everybody" }
    ]
    const { given } = await told([message({ mentions })])
    expect(given.map(({ content }) => content[0])).toEqual([
      [
        { tag: "at", user_id: "ou_invented" },
        { tag: "at", user_id: "all" }
      ]
    ])
  })

  it("has title and keyword in every part and calls people in the first", async () => {
    const { given, outcomes } = await told(
      [message({ body: [Message.plain("电梯 ".repeat(4_000))], mentions: [mention("ou_invented")] })],
      { robot: { keyword: "楼宇" }, channel: { keyword: "楼宇" } }
    )
    expect(outcomes).toEqual([{ _tag: "sent" }])
    expect(given.map(({ title }) => title)).toEqual(Array(2).fill("A lift stands still"))
    expect(given.map(({ content }) => content.flat().filter(({ tag }) => tag === "at").length)).toEqual([1, 0])
    expect(given.map(({ content }) => content.at(-1))).toEqual([1, 2].map((n) => [text(`楼宇 ${ending} ${n}/2`)]))
  })

  it("R4-21 is divided so that every request is within 20,000 bytes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("电梯", 'lift "3" ', "🏢", "。", "*", "3F\n", "\\"), {
          minLength: 500,
          maxLength: 9_000
        }),
        fc.string({ unit: fc.constantFrom("东", "a", '"', " "), minLength: 1, maxLength: 400 }),
        async (words, title) => {
          const given: Array<number> = []
          const { outcomes } = await told([message({ title, body: [Message.plain(words.join(""))] })], {
            robot: { secret: "s".repeat(40) },
            channel: { secret: Redacted.make("s".repeat(40)) },
            replaced: (vendor) => ({
              ...vendor,
              read: (request) => {
                given.push(Buffer.byteLength(request.body))
                return vendor.read(request)
              }
            })
          })
          expect(outcomes).toEqual([{ _tag: "sent" }])
          expect(given.filter((size) => size > 20_000)).toEqual([])
        }
      ),
      { numRuns: 15, seed: 6 }
    )
  })

  it("fills its requests to the limit and not beyond, with the longest title and a signature", async () => {
    const sizes: Array<number> = []
    const secret = "s".repeat(40)
    await told([message({ title: "东".repeat(99), body: [Message.plain("a".repeat(50_000))] })], {
      robot: { secret },
      channel: { secret: Redacted.make(secret) },
      replaced: (vendor) => ({
        ...vendor,
        read: (request) => {
          sizes.push(Buffer.byteLength(request.body))
          return vendor.read(request)
        }
      })
    })
    expect(sizes.map((size) => size <= 20_000)).toEqual([true, true, true])
    expect(Math.max(...sizes)).toBeGreaterThan(19_500)
  })

  it("is one of too many in a second and to be tried again", async () => {
    const messages = Array.from({ length: 6 }, (_, index) => message({ key: Message.DeliveryKey.make(`d-${index}`) }))
    const { given, outcomes } = await told(messages, { robot: { limited: true, now: () => 1_763_868_000_000 } })
    expect(given.length).toBe(5)
    expect(outcomes.at(-1)).toEqual({ _tag: "retry", reason: "11232 too many in a minute", afterMillis: 60_000 })
  })

  it("is one of a rate that keeps to both limits of the robot", async () => {
    const { limits } = FeishuRobot.make({ channels: new Map() })
    const { messages, perMillis } = limits.rate ?? { messages: Number.POSITIVE_INFINITY, perMillis: 1 }
    expect(messages).toBeLessThanOrEqual(5)
    expect(perMillis).toBeGreaterThanOrEqual(1_000)
    expect((messages * 60_000) / perMillis).toBeLessThanOrEqual(100)
  })
})

describe("the signature of Feishu", () => {
  const secret = "invented"

  it("is the one of the documents", () => {
    expect(FeishuRobot.signature(1599360473, Redacted.make("demo-secret"))).toBe(
      "3/MaVZ8JLIy4TUG+7KSFJqvUkTKd+HWY8g+56DZWq8s="
    )
  })

  it("is taken by a robot that checks it", async () => {
    const { outcomes } = await told([message()], { robot: { secret }, channel: { secret: Redacted.make(secret) } })
    expect(outcomes).toEqual([{ _tag: "sent" }])
  })

  it.each([undefined, "other"])("disables the channel when it is made with %s", async (other) => {
    const { outcomes } = await told([message()], {
      robot: { secret },
      channel: other === undefined ? {} : { secret: Redacted.make(other) }
    })
    expect(outcomes).toEqual([{ _tag: "channelDisabled", reason: "19021 signature not valid, or the clock is wrong" }])
  })

  it("follows the clock, which may differ by an hour", async () => {
    const at = (millis: number) =>
      Effect.gen(function* () {
        const now = 1_763_868_000_000
        const { base } = yield* Http.serve(robot({ token, secret, now: () => now }))
        const channels = new Map([[channel, { token: Redacted.make(token), secret: Redacted.make(secret) }]])
        const { send } = FeishuRobot.make({ channels, baseUrl: base })
        yield* TestClock.setTime(now + millis)
        return (yield* send(message()))._tag
      }).pipe(Effect.scoped, Effect.provide(TestClock.layer()))
    expect(await Effect.runPromise(Effect.forEach([-3_600_000, 3_600_999, 3_601_000], at))).toEqual([
      "sent",
      "sent",
      "channelDisabled"
    ])
  })
})

describe("an answer of Feishu", () => {
  const documented = {
    retry: [11232, 99991400],
    channelDisabled: [19001, 19021, 19022, 19024],
    rejected: [9499, 19002, 19036]
  }

  it.each(Object.entries(documented).flatMap(([tag, some]) => some.map((code) => [code, tag] as const)))(
    "with the code %i is %s, with HTTP 200 and 400",
    async (code, tag) => {
      expect((await answered(said(code, "whatever")))?._tag).toBe(tag)
      expect((await answered(said(code, "whatever", 400)))?._tag).toBe(tag)
    }
  )

  it("has no code in the table but the documented ones", () => {
    expect([...codes.keys()].sort()).toEqual(Object.values(documented).flat().sort())
  })

  it("of an old robot says it in the second pair of fields; where there is a code, it counts", async () => {
    expect(await answered(replies.okOfOldRobots)).toEqual({ _tag: "sent" })
    expect((await answered({ status: 200, body: '{"StatusCode":19001,"StatusMessage":"invalid"}' }))?._tag).toBe(
      "channelDisabled"
    )
    expect((await answered({ status: 200, body: '{"code":9499,"StatusCode":0}' }))?._tag).toBe("rejected")
    expect((await answered({ status: 200, body: '{"code":"0","StatusCode":0}' }))?._tag).toBe("unknown")
  })

  it("that throttles names the seconds to wait in a header", async () => {
    expect(await answered(replies.throttled)).toEqual({
      _tag: "retry",
      reason: "99991400 too many",
      afterMillis: 7_000
    })
  })

  it("with any other code is never sent", async () => {
    expect(await answered(said(12345, "success"))).toEqual({ _tag: "rejected", reason: "12345 unknown code" })
  })

  it("of success is no success outside HTTP 200 to 299", async () => {
    expect(await answered({ ...replies.ok, status: 500 })).toEqual({ _tag: "unknown", reason: "HTTP 500" })
  })

  it.each(["", "ok", "[]", "{}", '{"msg":"success"}', '{"code":null,"StatusCode":0}', '{"code":0'])(
    "is unknown when it is %j",
    async (body) => {
      expect(await answered({ status: 200, body })).toEqual({ _tag: "unknown", reason: "answer not understood" })
    }
  )
})
