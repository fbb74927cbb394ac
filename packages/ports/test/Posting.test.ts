import { type Notifier, Posting } from "@louyu/ports"
import * as Http from "@louyu/ports/testing/http"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { describe, expect, it } from "vitest"

const ok: Http.Reply = { status: 200, body: '{"code":0}' }
const vendor = (reply: Http.Reply): Http.Vendor => ({
  read: () => reply,
  accepts: ok,
  refuses: ok,
  slowsDown: ok,
  disabled: ok
})
const read = ({ code }: Readonly<Record<string, unknown>>): Notifier.Outcome | undefined =>
  code === 0 ? { _tag: "sent" } : typeof code === "number" ? { _tag: "rejected", reason: `${code}` } : undefined

const asked = (reply: Http.Reply, body?: unknown) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const { base, requests } = yield* Http.serve(vendor(reply))
      const address = Redacted.make(`${base}/a?key=b`)
      const answer = yield* Posting.request({
        address,
        timeLimitMillis: 2_000,
        ...(body === undefined ? {} : { body })
      })
      return { answer, requests, outcome: Posting.outcome(answer, read) }
    }).pipe(Effect.scoped)
  )
const outcome = async (reply: Http.Reply) => (await asked(reply, {})).outcome
const toAddress = (address: string) =>
  Effect.runPromise(
    Effect.map(Posting.request({ address: Redacted.make(address), timeLimitMillis: 2_000 }), (answer) => ({
      answer,
      outcome: Posting.outcome(answer, read)
    }))
  )

describe("a request", () => {
  it("with a body is a POST of JSON on a connection of its own, without one a GET", async () => {
    const { answer, requests } = await asked(ok, { text: "楼" })
    expect(
      requests.map(({ body, headers, method, path }) => [
        method,
        path,
        body,
        headers["content-type"],
        headers.connection
      ])
    ).toEqual([["POST", "/a?key=b", '{"text":"楼"}', "application/json", "close"]])
    expect(answer).toEqual({ _tag: "answered", status: 200, body: { code: 0 }, afterMillis: undefined })
    expect((await asked(ok)).requests.map(({ method }) => method)).toEqual(["GET"])
  })

  it("that reaches nobody may be tried again", async () => {
    // Nobody listens any more on a port that a server has just given back.
    const port = await Effect.runPromise(Effect.map(Http.serve(vendor(ok)), ({ base }) => base).pipe(Effect.scoped))
    expect(await toAddress(port)).toEqual({
      answer: { _tag: "notReached", reason: "not reached" },
      outcome: { _tag: "retry", reason: "not reached" }
    })
  })

  it.each(["", "nonsense", "ftp://127.0.0.1/", "file:///etc/hosts"])("to %j has no address", async (address) => {
    expect(await toAddress(address)).toEqual({
      answer: { _tag: "noAddress", reason: "address not valid" },
      outcome: { _tag: "channelDisabled", reason: "address not valid" }
    })
  })

  it("is not answered by more than an answer holds", async () => {
    const { answer } = await asked({ status: 200, body: `{"code":0,"more":"${"x".repeat(70_000)}"}` })
    expect(answer).toEqual({ _tag: "answered", status: 200, body: undefined, afterMillis: undefined })
  })
})

describe("the outcome of an answer", () => {
  it.each([
    [408, "retry"],
    [425, "retry"],
    [429, "retry"],
    [500, "retry"],
    [502, "retry"],
    [503, "retry"],
    [504, "unknown"],
    [520, "unknown"],
    [301, "channelDisabled"],
    [307, "channelDisabled"],
    [401, "channelDisabled"],
    [403, "channelDisabled"],
    [404, "channelDisabled"],
    [400, "rejected"],
    [413, "rejected"]
  ])("with HTTP %i and no verdict is %s", async (status, tag) => {
    const html = { status, headers: { "content-type": "text/html" }, body: "<html></html>" }
    expect(await outcome(html)).toEqual({ _tag: tag, reason: `HTTP ${status}` })
  })

  it("with a verdict is the vendor's, but success only with HTTP 200 to 299", async () => {
    expect(await outcome({ status: 400, body: '{"code":7}' })).toEqual({ _tag: "rejected", reason: "7" })
    expect(await outcome({ status: 201, body: '{"code":0}' })).toEqual({ _tag: "sent" })
    expect(await outcome({ status: 500, body: '{"code":0}' })).toEqual({ _tag: "unknown", reason: "HTTP 500" })
  })

  it("waits as long as the answer says", async () => {
    const limited = (after: string) => outcome({ status: 429, headers: { "retry-after": after }, body: "" })
    expect(await limited("7")).toEqual({ _tag: "retry", reason: "HTTP 429", afterMillis: 7_000 })
    expect(await limited("soon")).toEqual({ _tag: "retry", reason: "HTTP 429" })
  })
})
