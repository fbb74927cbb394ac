import { it } from "@effect/vitest"
import { Identifier } from "@louyu/kernel"
import { WebhookNotifier } from "@louyu/notify-webhook"
import { Message } from "@louyu/ports"
import { type Reply, serve } from "@louyu/ports/testing/http"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { describe, expect } from "vitest"
import { channel, receiver, secret } from "./trial.ts"

const message: Message.Message = {
  key: Message.DeliveryKey.make("delivery-1"),
  channel,
  language: "en",
  title: "A lift is out of order",
  body: [Message.plain("Lift 3 stands still.")],
  urgency: "normal"
}
const endpoint = (address: string, more: Partial<WebhookNotifier.Endpoint> = {}): WebhookNotifier.Endpoint => ({
  address: Redacted.make(address),
  secrets: [Redacted.make(secret)],
  ...more
})
const one = (given: WebhookNotifier.Endpoint, more: Partial<WebhookNotifier.Options> = {}) =>
  WebhookNotifier.make({ channels: new Map([[channel, given]]), timeLimitMillis: 300, ...more })

/** The outcome of sending to a server that gives one reply to everything. */
const answered = (reply: Reply) =>
  Effect.gen(function* () {
    const server = yield* serve({ ...receiver, read: () => reply })
    return yield* one(endpoint(`${server.base}/hook`, { reach: "loopback" })).send(message)
  })

describe("a webhook", () => {
  it.effect("carries the fact it is about as a CloudEvent", () =>
    Effect.gen(function* () {
      const server = yield* serve({ ...receiver, read: () => receiver.accepts })
      const about: Message.About = {
        id: "event-9",
        type: "CaseOpened",
        source: "/cities/平湖",
        subject: "case-3",
        time: Date.UTC(2026, 10, 22, 8, 30),
        data: { place: "building-1", kind: "lift" }
      }
      yield* one(endpoint(`${server.base}/hook?to=1`, { reach: "loopback" })).send({ ...message, about })
      expect(server.requests.map(({ method, path }) => [method, path])).toEqual([["POST", "/hook?to=1"]])
      expect(server.requests[0]?.headers["content-type"]).toBe("application/cloudevents+json; charset=utf-8")
      expect(JSON.parse(server.requests[0]?.body ?? "")).toEqual({
        specversion: "1.0",
        id: "event-9",
        source: "/cities/%E5%B9%B3%E6%B9%96",
        type: "CaseOpened",
        subject: "case-3",
        time: "2026-11-22T08:30:00.000Z",
        datacontenttype: "application/json",
        data: about.data
      })
    })
  )

  it.effect("tells nobody whom else the message calls or goes to", () =>
    Effect.gen(function* () {
      const server = yield* serve({ ...receiver, read: () => receiver.accepts })
      const person = Identifier.PersonId.make("person-7")
      yield* one(endpoint(`${server.base}/hook`, { reach: "loopback" })).send({
        ...message,
        mentions: [{ _tag: "person", person, handle: Redacted.make("handle-7") }],
        recipients: [{ person, address: Redacted.make("seven@example.com") }]
      })
      expect(server.requests.length).toBe(1)
      expect(JSON.stringify(server.requests)).not.toMatch(/person-7|handle-7|seven@|redacted/u)
    })
  )

  const replies: ReadonlyArray<readonly [Reply, unknown]> = [
    [{ status: 200, body: "anything" }, { _tag: "sent" }],
    [
      { status: 302, headers: { location: "/elsewhere" }, body: "" },
      { _tag: "retry", reason: "HTTP 302" }
    ],
    [
      { status: 404, body: "" },
      { _tag: "retry", reason: "HTTP 404" }
    ],
    [
      { status: 410, body: "" },
      { _tag: "channelDisabled", reason: "HTTP 410" }
    ],
    [
      { status: 413, body: "" },
      { _tag: "rejected", reason: "HTTP 413" }
    ],
    [
      { status: 429, headers: { "retry-after": "7" }, body: "" },
      { _tag: "retry", reason: "HTTP 429", afterMillis: 7_000 }
    ],
    [
      { status: 502, headers: { "retry-after": "0" }, body: "" },
      { _tag: "retry", reason: "HTTP 502", afterMillis: 0 }
    ],
    [
      { status: 503, headers: { "retry-after": "soon" }, body: "" },
      { _tag: "retry", reason: "HTTP 503" }
    ],
    // The test clock stands at the beginning of 1970.
    [
      { status: 504, headers: { "retry-after": "Thu, 01 Jan 1970 00:02:00 GMT" }, body: "" },
      { _tag: "retry", reason: "HTTP 504", afterMillis: 120_000 }
    ],
    [
      { status: 429, headers: { "retry-after": "999999999" }, body: "" },
      { _tag: "retry", reason: "HTTP 429", afterMillis: 86_400_000 }
    ]
  ]
  it.effect.each(replies)("answered by %j", ([reply, expected]) =>
    Effect.map(answered(reply), (outcome) => expect(outcome).toEqual(expected))
  )

  it.effect("is not read beyond what an answer needs", () =>
    Effect.map(answered({ status: 201, body: "x".repeat(5_000_000) }), (outcome) =>
      expect(outcome).toEqual({ _tag: "sent" })
    )
  )

  it.effect("longer than its limit is rejected, in bytes of UTF-8, and not sent", () =>
    Effect.gen(function* () {
      const server = yield* serve(receiver)
      const long = { ...message, body: [Message.plain("梯".repeat(30_000))] as const }
      const outcome = yield* one(endpoint(`${server.base}/hook`, { reach: "loopback" })).send(long)
      expect(outcome).toEqual({ _tag: "rejected", reason: expect.stringMatching(/^90\d{3} of at most 65536 bytes$/u) })
      expect(server.requests).toEqual([])
    })
  )
})

describe("where a webhook may go", () => {
  const forbidden: ReadonlyArray<string> = [
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://0177.0.0.1/",
    "https://[::ffff:169.254.169.254]/",
    "https://169.254.169.254/latest/meta-data/",
    "https://10.0.0.7/"
  ]
  it.effect.each(forbidden)("not to %s", (address) =>
    Effect.map(one(endpoint(address)).send(message), (outcome) =>
      expect(outcome).toEqual({ _tag: "channelDisabled", reason: "address not allowed" })
    )
  )

  const invalid: ReadonlyArray<string> = [
    "http://example.com/hook",
    "https://user:word@example.com/",
    "file:///etc/passwd",
    "example.com",
    ""
  ]
  it.effect.each(invalid)("“%s” is not an address to send to", (address) =>
    Effect.map(one(endpoint(address)).send(message), (outcome) =>
      expect(outcome).toEqual({ _tag: "channelDisabled", reason: "address not valid" })
    )
  )

  it.effect("a name is resolved once, and its forbidden address not connected to", () =>
    Effect.gen(function* () {
      const server = yield* serve(receiver)
      const asked: Array<string> = []
      const resolve: WebhookNotifier.Resolve = (name, answer) => {
        asked.push(name)
        answer(null, [{ address: "127.0.0.1", family: 4 }])
      }
      const { port } = new URL(server.base)
      const outcome = yield* one(endpoint(`https://hooks.example.com:${port}/`), { resolve }).send(message)
      expect(outcome).toEqual({ _tag: "channelDisabled", reason: "address not allowed" })
      expect(asked).toEqual(["hooks.example.com"])
      expect(server.requests).toEqual([])
      const there = endpoint(`http://hooks.example.com:${port}/hooks/an-invented-token`, { reach: "loopback" })
      yield* one(there, { resolve }).send(message)
      expect(asked).toEqual(["hooks.example.com", "hooks.example.com"])
      expect(server.requests[0]?.headers.host).toBe(`hooks.example.com:${port}`)
    })
  )

  it.effect("a name that nobody knows may be tried again", () =>
    Effect.gen(function* () {
      const resolve: WebhookNotifier.Resolve = (_, answer) =>
        answer(Object.assign(new Error(), { code: "ENOTFOUND" }), [])
      const outcome = yield* one(endpoint("https://hooks.example.com/"), { resolve }).send(message)
      expect(outcome).toEqual({ _tag: "retry", reason: "not reached" })
    })
  )

  it.effect("a server that cannot prove who it is gets nothing", () =>
    Effect.gen(function* () {
      const server = yield* serve(receiver)
      const address = server.base.replace("http:", "https:")
      const outcome = yield* one(endpoint(`${address}/hook`, { reach: "loopback" })).send(message)
      expect(outcome).toEqual({ _tag: "retry", reason: "not reached" })
      expect(server.requests).toEqual([])
    })
  )

  it.effect("nothing is signed with a secret that is none", () =>
    Effect.gen(function* () {
      const server = yield* serve(receiver)
      const given = endpoint(`${server.base}/hook`, { reach: "loopback", secrets: [Redacted.make("hunter2")] })
      expect(yield* one(given).send(message)).toEqual({ _tag: "channelDisabled", reason: "secret not valid" })
      expect(server.requests).toEqual([])
    })
  )
})
