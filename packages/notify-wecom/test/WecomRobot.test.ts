import { Identifier } from "@louyu/kernel"
import { WecomRobot } from "@louyu/notify-wecom"
import { Message, type Notifier } from "@louyu/ports"
import * as Http from "@louyu/ports/testing/http"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ofApplication, ofRobot } from "../src/codes.ts"
import { type Given, replies, robot, said } from "./RobotServer.ts"

const channel = Message.ChannelId.make("tower-east")
const key = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa"
const message = (more: Partial<Message.Message> = {}): Message.Message => ({
  key: Message.DeliveryKey.make("d-1"),
  channel,
  language: "zh",
  title: "派单",
  body: [Message.plain("A座 3F 电梯异响")],
  urgency: "normal",
  ...more
})
const mention = (handle?: string): Message.Mention => ({
  _tag: "person",
  person: Identifier.PersonId.make("person-7"),
  ...(handle === undefined ? {} : { handle: Redacted.make(handle) })
})

/** What became of messages, and what the robot was given. */
const told = (
  messages: ReadonlyArray<Message.Message>,
  vendor: (given: Array<Given>) => Http.Vendor = (given) => robot(key, given),
  sentKey = key
): Promise<{ readonly outcomes: ReadonlyArray<Notifier.Outcome>; readonly given: ReadonlyArray<Given> }> => {
  const given: Array<Given> = []
  return Effect.runPromise(
    Effect.gen(function* () {
      const { base } = yield* Http.serve(vendor(given))
      const channels = new Map([[channel, { key: Redacted.make(sentKey) }]])
      const { send } = WecomRobot.make({ channels, baseUrl: base, timeLimitMillis: 2_000 })
      return { outcomes: yield* Effect.forEach(messages, send), given }
    }).pipe(Effect.scoped)
  )
}
const answered = async (reply: Http.Reply): Promise<Notifier.Outcome | undefined> => {
  const { outcomes } = await told([message()], (given) => ({ ...robot(key, given), read: () => reply }))
  return outcomes[0]
}

describe("a message to a WeCom group", () => {
  it("R4-21 is Markdown with its reference when it calls nobody by name", async () => {
    const body: Message.Message["body"] = [
      { _tag: "quote", line: [{ _tag: "text", text: "A座 3F" }] },
      {
        _tag: "list",
        items: [[{ _tag: "link", text: "查看", href: "https://example.com/1?a=b&c=d" }], [{ _tag: "text", text: "二" }]]
      }
    ]
    const { given, outcomes } = await told([message({ body })])
    expect(outcomes).toEqual([{ _tag: "sent" }])
    const content = `**派单**\n\n> A座 3F\n\n- [查看](https://example.com/1?a=b&c=d)\n- 二\n\n编号 ${Message.reference(message().key)}`
    expect(given).toEqual([{ msgtype: "markdown", content }])
  })

  it("is text when it calls people by name, members by id and others by number", async () => {
    const mentions: ReadonlyArray<Message.Mention> = [
      mention("invented.member"),
      mention("10000000000"),
      mention(),
      { _tag: "everybody" }
    ]
    const { given } = await told([message({ mentions })])
    expect(given).toEqual([
      {
        msgtype: "text",
        content: `派单\nA座 3F 电梯异响\n编号 ${Message.reference(message().key)}`,
        mentioned_list: ["invented.member", "@all"],
        mentioned_mobile_list: ["10000000000"]
      }
    ])
  })

  it("calls nobody when the handle of one person means everybody", async () => {
    const { given } = await told([message({ mentions: [mention("@all"), mention("ALL"), mention("a b")] })])
    expect(given.map(({ msgtype }) => msgtype)).toEqual(["markdown"])
  })

  it("is text when its words hold what Markdown reads as marks", async () => {
    const { given } = await told([message({ body: [Message.plain("<@all> *A座*")] })])
    expect(given.map(({ content, msgtype }) => [msgtype, content.includes("<@all> *A座*")])).toEqual([["text", true]])
  })

  it("calls people in the first part only", async () => {
    const body: Message.Message["body"] = [Message.plain("电梯 ".repeat(500))]
    const { given } = await told([message({ body, mentions: [mention("invented.member")] })])
    expect(given.map(({ mentioned_list }) => mentioned_list)).toEqual([["invented.member"], undefined])
  })

  it("R4-21 is divided so that every part is within the limit in bytes and numbered", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("电梯", "lift ", "🏢", "。", "*", "3F\n"), { minLength: 500, maxLength: 2_500 }),
        async (words) => {
          const { given, outcomes } = await told([message({ body: [Message.plain(words.join(""))] })])
          // The server refuses what is too long.
          expect(outcomes).toEqual([{ _tag: "sent" }])
          const numbers = given.map(({ content }) => content.split(" ").at(-1))
          if (given.length > 1) expect(numbers).toEqual(given.map((_, index) => `${index + 1}/${given.length}`))
        }
      ),
      { numRuns: 20, seed: 6 }
    )
  })

  it("is rejected when it would take more parts than a robot takes in a minute", async () => {
    const { given, outcomes } = await told([message({ body: [Message.plain("电梯".repeat(20_000))] })])
    expect([outcomes, given]).toEqual([[{ _tag: "rejected", reason: "too long" }], []])
  })

  it("goes on with the part that was not taken when it is sent again", async () => {
    const long = message({ body: [Message.plain("电梯 ".repeat(1_500))] })
    let count = 0
    const { given, outcomes } = await told([long, long, long], (given) => {
      const vendor = robot(key, given)
      return {
        ...vendor,
        read: (request) => {
          count += 1
          return count === 2 ? replies.tooMany : vendor.read(request)
        }
      }
    })
    expect(outcomes.map(({ _tag }) => _tag)).toEqual(["retry", "sent", "sent"])
    expect(given.map(({ content }) => content.split(" ").at(-1))).toEqual(["1/3", "2/3", "3/3", "1/3", "2/3", "3/3"])
  })

  it("is the twenty-first in a minute and to be tried again after it", async () => {
    const messages = Array.from({ length: 21 }, (_, index) => message({ key: Message.DeliveryKey.make(`d-${index}`) }))
    const { given, outcomes } = await told(messages, (given) => robot(key, given, 20))
    expect(given.length).toBe(20)
    expect(outcomes.at(-1)).toEqual({ _tag: "retry", reason: "45009 too many in a minute", afterMillis: 60_000 })
  })

  it("finds a channel disabled whose key is not valid", async () => {
    const { outcomes } = await told([message()], undefined, "another")
    expect(outcomes).toEqual([{ _tag: "channelDisabled", reason: "93000 key not valid or robot removed" }])
  })
})

describe("an answer of WeCom", () => {
  const documented = {
    retry: [-1, 45009, 45033],
    channelDisabled: [93000],
    rejected: [40007, 40008, 40033, 40035, 40058, 40063, 41006, 44004, 45002, 45008]
  }

  it.each(Object.entries(documented).flatMap(([tag, codes]) => codes.map((code) => [code, tag] as const)))(
    "with the code %i is %s",
    async (code, tag) => {
      expect((await answered(said(code, "whatever")))?._tag).toBe(tag)
    }
  )

  it("has no code in the tables but the documented ones", () => {
    expect([...ofRobot.keys()].sort()).toEqual(Object.values(documented).flat().sort())
    const ofTokens = [40001, 40013, 40014, 40056, 42001, 60020, 81013]
    expect([...ofApplication.keys()].sort()).toEqual([...ofRobot.keys(), ...ofTokens].sort())
  })

  it("with any other code is never sent", async () => {
    expect(await answered(said(12345, "ok"))).toEqual({ _tag: "rejected", reason: "12345 unknown code" })
  })

  it("with a malformed message is rejected without repeating the vendor's words", async () => {
    expect(await answered(replies.badJson)).toEqual({ _tag: "rejected", reason: "40035 parameter not valid" })
  })

  it.each([
    "",
    "ok",
    "[]",
    "null",
    "{}",
    '{"errmsg":"ok"}',
    '{"errcode":"0"}',
    '{"errcode":null}',
    '{"errcode":0.5}',
    '{"errcode":0'
  ])("is unknown when it is %j", async (body) => {
    expect(await answered({ status: 200, body })).toEqual({ _tag: "unknown", reason: "answer not understood" })
  })
})
