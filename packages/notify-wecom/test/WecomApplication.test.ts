import { Identifier } from "@louyu/kernel"
import { AccessToken, WecomApplication } from "@louyu/notify-wecom"
import { Message, type Notifier } from "@louyu/ports"
import * as Http from "@louyu/ports/testing/http"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/testing/TestClock"
import { describe, expect, it } from "vitest"
import { Application, answers, interfaceOf } from "./ApplicationServer.ts"

const channel = Message.ChannelId.make("tower-east")
const message = (addresses: ReadonlyArray<string>, more: Partial<Message.Message> = {}): Message.Message => {
  const [first, ...others] = addresses.map((address, index) => ({
    person: Identifier.PersonId.make(`person-${index}`),
    address: Redacted.make(address)
  }))
  return {
    key: Message.DeliveryKey.make("d-1"),
    channel,
    language: "zh",
    title: "派单",
    body: [Message.plain("A座 3F 电梯异响")],
    urgency: "normal",
    ...(first === undefined ? {} : { recipients: [first, ...others] }),
    ...more
  }
}

interface Office {
  readonly application: Application
  readonly send: (message: Message.Message) => Effect.Effect<Notifier.Outcome>
  readonly stage: Http.HttpStage
}

const office = <A>(
  use: (office: Office) => Effect.Effect<A>,
  change: (application: Application) => Partial<WecomApplication.Channel> = () => ({})
): Promise<A> => {
  const run = Effect.gen(function* () {
    const application = new Application()
    const { agentId, corpId, secret } = application
    const stage = yield* Http.serve(interfaceOf(application))
    const credentials = { agentId, corpId, secret: Redacted.make(secret), ...change(application) }
    const { send } = WecomApplication.make({
      channels: new Map([[channel, credentials]]),
      baseUrl: stage.base,
      timeLimitMillis: 1_000
    })
    return yield* use({ application, send, stage })
  })
  return Effect.runPromise(run.pipe(Effect.scoped, Effect.provide(TestClock.layer())))
}

const one = message(["invented.one"])
const tokenRequests = ({ stage }: Office) => stage.requests.filter(({ method }) => method === "GET").length

describe("a message of an application", () => {
  it("R4-21 goes to members by id, as text with links, protected against being delivered twice", async () => {
    const { given, outcome } = await office(({ application, send }) =>
      Effect.map(
        send(
          message(["invented.one", "invented-two"], {
            body: [{ _tag: "paragraph", line: [{ _tag: "link", text: "单 <1>", href: "https://example.com/1" }] }]
          })
        ),
        (outcome) => ({ outcome, given: application.given })
      )
    )
    expect(outcome).toEqual({ _tag: "sent", receipt: "msg-1" })
    expect(given).toEqual([
      {
        touser: "invented.one|invented-two",
        content: `派单\n<a href="https://example.com/1">单 <\u20601></a>\n编号 ${Message.reference(one.key)}`,
        duplicateCheck: 1
      }
    ])
  })

  it("names the recipients it did not reach, by their place", async () => {
    const outcome = await office(
      ({ send }) => send(message(["nobody|else", "Unknown.Member", "invented.one", "invented-two", "@all"])),
      (application) => {
        application.unlicensed = ["invented-two"]
        return {}
      }
    )
    expect(outcome).toEqual({
      _tag: "sent",
      receipt: "msg-1",
      refused: [
        { recipient: 0, reason: "address not valid", permanent: true },
        { recipient: 1, reason: "not in reach", permanent: true },
        { recipient: 3, reason: "not licensed", permanent: false },
        { recipient: 4, reason: "address not valid", permanent: true }
      ]
    })
  })

  it.each([
    ["nobody", [], "no recipient with a valid address"],
    ["everybody", ["@all", "ALL"], "no recipient with a valid address"],
    ["strangers only", ["stranger"], "81013 no recipient in reach"],
    ["a crowd", Array.from({ length: 1_001 }, (_, index) => `member-${index}`), "more than 1,000 recipients"]
  ])("is rejected when it is for %s", async (_, addresses, reason) => {
    expect(await office(({ send }) => send(message(addresses)))).toEqual({ _tag: "rejected", reason })
  })

  it("has each part delivered, and who was left out once", async () => {
    const { contents, outcome } = await office(({ application, send }) =>
      Effect.map(
        send(message(["invented.one", "stranger"], { body: [Message.plain("电梯 ".repeat(700))] })),
        (outcome) => ({
          outcome,
          contents: application.given.map(({ content }) => content)
        })
      )
    )
    expect(outcome).toEqual({
      _tag: "sent",
      receipt: "msg-1 msg-2 msg-3",
      refused: [{ recipient: 1, reason: "not in reach", permanent: true }]
    })
    expect(contents.map((content) => content.split(" ").at(-1))).toEqual(["1/3", "2/3", "3/3"])
    expect(contents.join("").split("电梯").length - 1).toBe(700)
  })
})

describe("the token of an application", () => {
  it("is fetched once for many messages at once", async () => {
    const { outcomes, requests } = await office((one) =>
      Effect.map(
        Effect.forEach(
          Array.from({ length: 8 }, (_, index) =>
            message(["invented.one"], { key: Message.DeliveryKey.make(`d-${index}`) })
          ),
          one.send,
          { concurrency: "unbounded" }
        ),
        (outcomes) => ({ outcomes: outcomes.map(({ _tag }) => _tag), requests: tokenRequests(one) })
      )
    )
    expect(outcomes).toEqual(Array(8).fill("sent"))
    expect(requests).toBe(1)
  })

  it("is asked for once, too, when many wait for it and it is refused", async () => {
    const { outcomes, requests } = await office(
      (all) =>
        Effect.map(
          Effect.forEach([1, 2, 3, 4, 5], () => all.send(one), { concurrency: "unbounded" }),
          (outcomes) => ({
            outcomes,
            requests: tokenRequests(all)
          })
        ),
      (application) => {
        application.refusal = answers.badAddress
        return {}
      }
    )
    const expected = { _tag: "channelDisabled", reason: "token: 60020 address not in the trusted list" }
    expect(outcomes).toEqual(Array(5).fill(expected))
    expect(requests).toBe(1)
  })

  it("is kept until five minutes before it expires", async () => {
    const counts = await office((all) =>
      Effect.gen(function* () {
        const counts: Array<number> = []
        for (const wait of ["0 seconds", "6899 seconds", "1 second"] as const) {
          yield* TestClock.adjust(wait)
          yield* all.send(one)
          counts.push(tokenRequests(all))
        }
        return counts
      })
    )
    expect(counts).toEqual([1, 1, 2])
  })

  it.each(["expired", "badToken", "badSecret"] as const)(
    "is renewed once when a message is answered with %s",
    async (said) => {
      const { outcome, requests } = await office((all) =>
        Effect.gen(function* () {
          all.application.oldToken = answers[said]
          yield* all.send(one)
          // Somebody else asked for a token, and ours no longer counts.
          all.application.tokens += 1
          const outcome = yield* all.send(one)
          return { outcome, requests: all.stage.requests.map(({ method }) => method) }
        })
      )
      expect(outcome).toEqual({ _tag: "sent", receipt: "msg-2" })
      expect(requests).toEqual(["GET", "POST", "POST", "GET", "POST"])
    }
  )

  it("is not renewed again when the new one is refused as well", async () => {
    const { outcome, requests } = await office((all) =>
      Effect.gen(function* () {
        const before = all.stage.requests.length
        const tokens = {
          get: () => Effect.succeed({ _tag: "granted" as const, token: Redacted.make("never good") }),
          drop: () => Effect.void
        }
        const { agentId, corpId, secret } = all.application
        const { send } = WecomApplication.make({
          channels: new Map([[channel, { agentId, corpId, secret: Redacted.make(secret) }]]),
          baseUrl: all.stage.base,
          tokens
        })
        const outcome = yield* send(one)
        return { outcome, requests: all.stage.requests.length - before }
      })
    )
    expect(outcome).toEqual({ _tag: "channelDisabled", reason: "42001 token expired" })
    expect(requests).toBe(2)
  })

  it.each([
    [
      "a secret that is not valid",
      answers.badSecret,
      { _tag: "channelDisabled", reason: "token: 40001 secret not valid" }
    ],
    [
      "too many requests",
      { status: 429, headers: { "retry-after": "9" }, body: "" },
      { _tag: "retry", reason: "token: HTTP 429", afterMillis: 9000 }
    ],
    ["a page of a gateway", { status: 502, body: "<html></html>" }, { _tag: "retry", reason: "token: HTTP 502" }],
    [
      "success without a token",
      { status: 200, body: '{"errcode":0,"errmsg":"ok"}' },
      { _tag: "retry", reason: "token: answer not understood" }
    ],
    [
      "a token without its time",
      { status: 200, body: '{"errcode":0,"access_token":"a"}' },
      { _tag: "retry", reason: "token: answer not understood" }
    ]
  ])("that is answered with %s leaves the message unsent", async (_, refusal, expected) => {
    const { outcome, given } = await office(
      ({ application, send }) => Effect.map(send(one), (outcome) => ({ outcome, given: application.given })),
      (application) => {
        application.refusal = refusal
        return {}
      }
    )
    expect([outcome, given]).toEqual([expected, []])
  })

  it("that never comes leaves the message unsent, and it may be tried again", async () => {
    const outcome = await Effect.runPromise(
      Effect.gen(function* () {
        const { base, stage } = yield* Http.serve(interfaceOf(new Application()))
        yield* stage.behave("hangs")
        const tokens = AccessToken.make({ baseUrl: base, timeLimitMillis: 50 })
        const { send } = WecomApplication.make({
          channels: new Map([[channel, { agentId: 1, corpId: "wwinvented", secret: Redacted.make("secret") }]]),
          baseUrl: base,
          tokens
        })
        return yield* send(one)
      }).pipe(Effect.scoped)
    )
    expect(outcome).toEqual({ _tag: "retry", reason: "token: timed out" })
  })

  it("is dropped only while it is the one held", async () => {
    const requests = await Effect.runPromise(
      Effect.gen(function* () {
        const application = new Application()
        const { base, requests } = yield* Http.serve(interfaceOf(application))
        const tokens = AccessToken.make({ baseUrl: base, timeLimitMillis: 1_000 })
        const credentials = { corpId: application.corpId, secret: Redacted.make(application.secret) }
        yield* tokens.get(credentials)
        yield* tokens.drop(credentials, Redacted.make("another"))
        yield* tokens.get(credentials)
        yield* tokens.drop(credentials, Redacted.make("token-1+/="))
        yield* tokens.get(credentials)
        return requests.length
      }).pipe(Effect.scoped)
    )
    expect(requests).toBe(2)
  })
})
