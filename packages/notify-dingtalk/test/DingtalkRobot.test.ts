import { Identifier } from "@louyu/kernel"
import { DingtalkRobot } from "@louyu/notify-dingtalk"
import { Message, type Notifier } from "@louyu/ports"
import * as Http from "@louyu/ports/testing/http"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/testing/TestClock"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { codes, tells } from "../src/codes.ts"
import { type Given, type Robot, replies, robot, said } from "./RobotServer.ts"

const channel = Message.ChannelId.make("tower-east")
const token = "566cc69da782ec-invented"
const message = (more: Partial<Message.Message> = {}): Message.Message => ({
  key: Message.DeliveryKey.make("d-1"),
  channel,
  language: "zh",
  title: "月例会提醒",
  body: [Message.plain("B座 2F")],
  urgency: "normal",
  ...more
})
const mention = (handle?: string): Message.Mention => ({
  _tag: "person",
  person: Identifier.PersonId.make("person-7"),
  ...(handle === undefined ? {} : { handle: Redacted.make(handle) })
})
const ending = `编号 ${Message.reference(message().key)}`

interface Setup {
  readonly robot?: Partial<Robot>
  readonly channel?: Partial<DingtalkRobot.Channel>
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
      const { send } = DingtalkRobot.make({ channels, baseUrl: base, timeLimitMillis: 2_000 })
      return { outcomes: yield* Effect.forEach(messages, send), given }
    }).pipe(Effect.scoped)
  )
}
const answered = async (reply: Http.Reply): Promise<Notifier.Outcome | undefined> => {
  const { outcomes } = await told([message()], { replaced: (vendor) => ({ ...vendor, read: () => reply }) })
  return outcomes[0]
}

describe("a message to a DingTalk group", () => {
  it("R4-21 is Markdown with its reference", async () => {
    const body: Message.Message["body"] = [
      { _tag: "quote", line: [{ _tag: "text", text: "B座\n2F" }] },
      { _tag: "list", items: [[{ _tag: "link", text: "查看", href: "https://example.com/1?a=b&c=d" }]] }
    ]
    const { given, outcomes } = await told([message({ body })])
    expect(outcomes).toEqual([{ _tag: "sent" }])
    const content = `**月例会提醒**\n\n> B座  \n> 2F\n\n- [查看](https://example.com/1?a=b&c=d)\n\n${ending}`
    expect(given).toEqual([
      { msgtype: "markdown", title: "月例会提醒", content, atMobiles: [], atUserIds: [], isAtAll: false }
    ])
  })

  it("names whom it calls in its text, numbers and ids apart", async () => {
    const mentions: ReadonlyArray<Message.Mention> = [
      mention("10000000000"),
      mention("invented.member"),
      mention("all"),
      mention("a b"),
      mention(),
      { _tag: "everybody" }
    ]
    const { given } = await told([message({ mentions })])
    const content = `**月例会提醒**\n\n@10000000000 @invented.member\n\nB座 2F\n\n${ending}`
    expect(given).toEqual([
      {
        msgtype: "markdown",
        title: "月例会提醒",
        content,
        atMobiles: ["10000000000"],
        atUserIds: ["invented.member"],
        isAtAll: true
      }
    ])
  })

  it("is text when its words hold what Markdown reads as marks", async () => {
    const { given } = await told([message({ body: [Message.plain("*B座* 1_2_3")] })])
    expect(given.map(({ content, msgtype }) => [msgtype, content])).toEqual([
      ["text", `月例会提醒\n*B座* 1_2_3\n${ending}`]
    ])
  })

  it("calls people in one part only, and has the keyword in every part", async () => {
    const body: Message.Message["body"] = [Message.plain("电梯 ".repeat(4_000))]
    const mentions: ReadonlyArray<Message.Mention> = [mention("10000000000"), { _tag: "everybody" }]
    const { given, outcomes } = await told([message({ body, mentions })], {
      robot: { keyword: "楼宇" },
      channel: { keyword: "楼宇" }
    })
    expect(outcomes).toEqual([{ _tag: "sent" }])
    expect(given.map(({ atMobiles, isAtAll }) => [atMobiles, isAtAll])).toEqual([
      [["10000000000"], true],
      [[], false]
    ])
    expect(given.map(({ content }) => content.split("\n").at(-1))).toEqual([1, 2].map((n) => `楼宇 ${ending} ${n}/2`))
  })

  it("R4-21 is divided so that every request is within the limit in bytes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("电梯", 'lift "3" ', "🏢", "。", "*", "3F\n", "\\"), {
          minLength: 500,
          maxLength: 9_000
        }),
        async (words) => {
          const { outcomes } = await told([message({ body: [Message.plain(words.join(""))] })])
          // The server refuses what is too long.
          expect(outcomes).toEqual([{ _tag: "sent" }])
        }
      ),
      { numRuns: 15, seed: 6 }
    )
  })

  it("is the twenty-first in a minute and to be tried again after ten", async () => {
    const messages = Array.from({ length: 21 }, (_, index) => message({ key: Message.DeliveryKey.make(`d-${index}`) }))
    const { given, outcomes } = await told(messages, { robot: { perMinute: 20 } })
    expect(given.length).toBe(20)
    expect(outcomes.at(-1)).toEqual({ _tag: "retry", reason: "130101 too many in a minute", afterMillis: 600_000 })
  })
})

describe("the signature of DingTalk", () => {
  const secret = "SECinvented"

  it("is the one of the documents", () => {
    expect(DingtalkRobot.signature(1599360473000, Redacted.make("SECdemo"))).toBe(
      "tGWkA5eQOQNCNPDgphtxIoNLO+/gD8Lcb705KQoRzeY="
    )
  })

  it("is taken by a robot that checks it", async () => {
    const { outcomes } = await told([message()], { robot: { secret }, channel: { secret: Redacted.make(secret) } })
    expect(outcomes).toEqual([{ _tag: "sent" }])
  })

  it.each([
    ["is missing", undefined, "310000 timestamp not valid: check the clock"],
    ["is made with another secret", "SECother", "310000 signature not valid"]
  ])("disables the channel when it %s", async (_, other, reason) => {
    const { outcomes } = await told([message()], {
      robot: { secret },
      channel: other === undefined ? {} : { secret: Redacted.make(other) }
    })
    expect(outcomes).toEqual([{ _tag: "channelDisabled", reason }])
  })

  it("follows the clock, which may differ by an hour", async () => {
    const at = (millis: number) =>
      Effect.gen(function* () {
        const now = 1_763_868_000_000
        const { base } = yield* Http.serve(robot({ token, secret, now: () => now }))
        const channels = new Map([[channel, { token: Redacted.make(token), secret: Redacted.make(secret) }]])
        const { send } = DingtalkRobot.make({ channels, baseUrl: base })
        yield* TestClock.setTime(now + millis)
        return (yield* send(message()))._tag
      }).pipe(Effect.scoped, Effect.provide(TestClock.layer()))
    expect(await Effect.runPromise(Effect.forEach([-3_600_000, 3_600_000, 3_600_001], at))).toEqual([
      "sent",
      "sent",
      "channelDisabled"
    ])
  })
})

describe("an answer of DingTalk", () => {
  const documented = {
    retry: [-1, 130101, 410100],
    channelDisabled: [310000, 300001, 300005, 400101, 400013, 400102, 400106],
    rejected: [40035, 43002, 43004, 400105, 430101, 430102, 430103, 430104]
  }

  it.each(Object.entries(documented).flatMap(([tag, some]) => some.map((code) => [code, tag] as const)))(
    "with the code %i is %s",
    async (code, tag) => {
      expect((await answered(said(code, "whatever")))?._tag).toBe(tag)
    }
  )

  it("has no code in the table but the documented ones", () => {
    expect([...codes.keys()].sort()).toEqual(Object.values(documented).flat().sort())
    expect(tells.flatMap((one) => [...(one.codes ?? [])]).every((code) => codes.has(code))).toBe(true)
  })

  it.each([
    ["keyword", "310000 keyword missing"],
    ["timestamp", "310000 timestamp not valid: check the clock"],
    ["sign", "310000 signature not valid"],
    ["address", "310000 address not in the list"],
    ["badToken", "300005 token not valid"]
  ] as const)("says by its words what the security check found: %s", async (name, reason) => {
    expect(await answered(replies[name])).toEqual({ _tag: "channelDisabled", reason })
  })

  it("says by its words that there were too many where two tables disagree on the code", async () => {
    expect((await answered(said(300001, "send too fast")))?._tag).toBe("retry")
    expect((await answered(said(400013, "请求频率过高，已被限流")))?._tag).toBe("retry")
    expect((await answered(said(400013, "群已被解散")))?._tag).toBe("channelDisabled")
  })

  it("says by its words that the message is too long", async () => {
    expect(await answered(replies.tooLong)).toEqual({ _tag: "rejected", reason: "40035 too long" })
    expect(await answered(said(99, "message too long, exceed 20000 bytes"))).toEqual({
      _tag: "rejected",
      reason: "99 too long"
    })
  })

  it("of the gateway names the seconds to wait, also where it looks like success", async () => {
    const expected = { _tag: "retry", reason: "1111 blocked by the gateway", afterMillis: 5_000 }
    expect(await answered(replies.blocked)).toEqual(expected)
    expect(await answered({ status: 200, body: '{"errcode":0,"status":1111,"wait":5,"punish":"deny"}' })).toEqual(
      expected
    )
    expect(await answered({ status: 200, body: '{"status":1111,"wait":"5","punish":"deny"}' })).toEqual({
      _tag: "retry",
      reason: "1111 blocked by the gateway"
    })
  })

  it("with any other code is never sent", async () => {
    expect(await answered(said(12345, "ok"))).toEqual({ _tag: "rejected", reason: "12345 unknown code" })
  })

  it.each([
    "",
    "ok",
    "[]",
    "{}",
    '{"errmsg":"ok"}',
    '{"errcode":"0"}',
    '{"errcode":null}',
    '{"errcode":0',
    '{"status":1111}'
  ])("is unknown when it is %j", async (body) => {
    expect(await answered({ status: 200, body })).toEqual({ _tag: "unknown", reason: "answer not understood" })
  })
})
