import { Message, type Notifier } from "@louyu/ports"
import { type HttpStage, serve } from "@louyu/ports/testing/http"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { describe, expect, it } from "vitest"
import { headerText } from "./headerText.ts"
import { NtfyNotifier } from "./index.ts"
import { channel, ntfy } from "./trial.ts"

const message: Message.Message = {
  key: Message.DeliveryKey.make("delivery-1"),
  channel,
  language: "zh",
  title: "三号电梯停运",
  body: [Message.plain("维修人员 17:30 到。")],
  urgency: "high"
}

const tried = (
  topic: NtfyNotifier.Channel,
  one: Message.Message = message
): Promise<{ outcome: Notifier.Outcome; requests: HttpStage["requests"] }> =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const { base, requests } = yield* serve(ntfy)
        const notifier = NtfyNotifier.make({ baseUrl: base, channels: new Map([[channel, topic]]) })
        return { outcome: yield* notifier.send(one), requests }
      })
    )
  )

const good: NtfyNotifier.Channel = { topic: "tower-east-5Qz", token: Redacted.make("tk_an_invented_token") }

describe("a message to a topic", () => {
  it("is posted as text, with title and priority as headers and the token as bearer", async () => {
    const { outcome, requests } = await tried(good)
    expect(outcome).toEqual({ _tag: "sent", receipt: "hwQ2YpKdmg" })
    expect(requests).toMatchObject([
      {
        method: "POST",
        path: "/tower-east-5Qz",
        headers: {
          authorization: "Bearer tk_an_invented_token",
          priority: "4",
          title: "=?UTF-8?B?5LiJ5Y+355S15qKv5YGc6L+Q?="
        },
        body: `维修人员 17:30 到。\n编号 ${Message.reference(message.key)}`
      }
    ])
  })

  it("carries a long title above its text instead of in a header", async () => {
    const title = "电梯停运 ".repeat(40).trim()
    const { outcome, requests } = await tried(good, { ...message, title })
    expect(outcome._tag).toBe("sent")
    expect(requests[0]?.headers.title).toBeUndefined()
    expect(requests[0]?.body.startsWith(`${title}\n`)).toBe(true)
  })

  it("disables the channel without a word to the server where topic or token cannot be ones", async () => {
    for (const [wrong, reason] of [
      [{ ...good, topic: "../admin" }, "topic not valid"],
      [{ ...good, token: Redacted.make("tk\r\nx-forged: 1") }, "token not valid"]
    ] as const) {
      const { outcome, requests } = await tried(wrong)
      expect(outcome).toEqual({ _tag: "channelDisabled", reason })
      expect(requests).toEqual([])
    }
  })

  it("disables the channel when the token may not publish there", async () => {
    const { outcome } = await tried({ ...good, token: Redacted.make("tk_revoked") })
    expect(outcome).toEqual({ _tag: "channelDisabled", reason: "HTTP 403" })
  })
})

describe("a header's text", () => {
  it("stays as it is in ASCII, and is encoded words of at most 75 characters, each whole, otherwise", () => {
    expect(headerText("Lift 3")).toBe("Lift 3")
    expect(headerText("=?not encoded")).toBe("=?UTF-8?B?PT9ub3QgZW5jb2RlZA==?=")
    const words = headerText("🏢楼".repeat(30)).split(" ")
    expect(words.length).toBeGreaterThan(3)
    for (const word of words) {
      expect(word.length).toBeLessThanOrEqual(75)
      expect(Buffer.from(word.slice(10, -2), "base64").toString("utf8")).not.toContain("\ufffd")
    }
  })
})
