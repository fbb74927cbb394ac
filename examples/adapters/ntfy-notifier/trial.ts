import { Message } from "@louyu/ports"
import { Trial } from "@louyu/ports/testing"
import { type Request, serve, type Vendor } from "@louyu/ports/testing/http"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { make } from "./NtfyNotifier.ts"

export const channel = Message.ChannelId.make("tower-east")
const topic = "tower-east-5Qz"
const token = "tk_an_invented_token"
const timeLimitMillis = 1_000

/** A header as its reader sees it: encoded words decoded, the blanks between them gone. Source: RFC 2047. */
const decoded = (header: string): string =>
  header
    .replace(/\?=\s+=\?/gu, "?==?")
    .replace(/=\?UTF-8\?B\?([\w+/=]*)\?=/gu, (_, word: string) => Buffer.from(word, "base64").toString("utf8"))

const problem = (code: number, error: string, headers: Readonly<Record<string, string>> = {}) => ({
  status: Math.floor(code / 100),
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify({ code, http: Math.floor(code / 100), error })
})

/** What a request brings that keeps the documented rules, or what the server says to one that does not. */
const arrivalOf = ({ body, headers, method, path }: Request): ReturnType<Vendor["read"]> => {
  if (method !== "POST" || path !== `/${topic}`) return problem(40401, "page not found")
  if (headers.authorization !== `Bearer ${token}`) return problem(40301, "forbidden")
  if (!/^[1-5]$/u.test(String(headers.priority))) return problem(40007, "invalid priority parameter")
  if (!body.isWellFormed() || body.includes("\ufffd")) return problem(40011, "message must be UTF-8 encoded")
  if (Buffer.byteLength(body) > 4_096) return problem(40014, "attachments not allowed")
  const title = typeof headers.title === "string" ? [decoded(headers.title)] : []
  return { text: [...title, body.trim()].join("\n") }
}

/** A server that keeps ntfy's rules. */
export const ntfy: Vendor = {
  read: arrivalOf,
  accepts: {
    status: 200,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ id: "hwQ2YpKdmg", time: 1_800_000_000, event: "message", topic })
  },
  refuses: problem(40011, "message must be UTF-8 encoded"),
  slowsDown: problem(42901, "limit reached: too many requests", { "retry-after": "30" }),
  disabled: problem(40301, "forbidden")
}

/** An adapter and a server of its own on this machine. */
export const trial = Layer.effect(
  Trial.Trial,
  Effect.gen(function* () {
    const { base, stage } = yield* serve(ntfy)
    const channels = new Map([[channel, { topic, token: Redacted.make(token) }]])
    return Trial.Trial.of({
      adapter: make({ baseUrl: base, channels, timeLimitMillis }),
      stage,
      channel,
      secrets: [token, topic, base],
      timeLimitMillis,
      slowDownMillis: 30_000
    })
  })
)
