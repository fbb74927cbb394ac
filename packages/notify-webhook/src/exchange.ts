import { type IncomingMessage, Agent as PlainAgent, request as plainRequest, type RequestOptions } from "node:http"
import { Agent, request as secureRequest } from "node:https"
import { isIP } from "node:net"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { forbidden, guarded, mayReach, type Reach, type Resolve } from "./guard.ts"

/** One request of a webhook. */
export interface Posting {
  readonly address: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly reach: Reach
  readonly resolve: Resolve
  readonly timeLimitMillis: number
}

/** What became of it. Shape: `notReached` when nothing was said to the other side, `lost` when no status came back. */
export type Reply =
  | { readonly _tag: "answered"; readonly status: number; readonly retryAfter: string | undefined }
  | { readonly _tag: "forbidden" }
  | { readonly _tag: "notReached"; readonly reason: string }
  | { readonly _tag: "lost"; readonly reason: string }

// The status alone counts, but whoever answers may finish its sentence, up to here.
const longestAnswer = 65_536

const codeOf = (error: Error): string => ("code" in error && typeof error.code === "string" ? error.code : "")

// What is known of an attempt while it runs.
class Progress {
  connected = false
  reply: Reply | undefined

  failed(error: Error): Reply {
    if (this.reply !== undefined) return this.reply
    const code = codeOf(error)
    if (code === forbidden) return { _tag: "forbidden" }
    if (this.connected) return { _tag: "lost", reason: "connection lost" }
    const reason = /^(?:CERT_|DEPTH_|ERR_TLS|SELF_SIGNED|UNABLE_TO)/u.test(code)
      ? "certificate not trusted"
      : "not reached"
    return { _tag: "notReached", reason }
  }

  late(): Reply {
    return (
      this.reply ??
      (this.connected
        ? { _tag: "lost", reason: "no answer in time" }
        : { _tag: "notReached", reason: "not reached in time" })
    )
  }

  answered(response: IncomingMessage): Reply {
    const given = response.headers["retry-after"]
    this.reply = { _tag: "answered", status: response.statusCode ?? 0, retryAfter: given }
    return this.reply
  }
}

const exchange = (posting: Posting, progress: Progress): Effect.Effect<Reply> =>
  Effect.callback((resume) => {
    const { address, body, headers, reach, resolve } = posting
    const secure = address.protocol === "https:"
    const options: RequestOptions = {
      method: "POST",
      headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
      // A connection of its own: one kept open may lead to an address nobody checked for this request.
      agent: secure ? new Agent({ keepAlive: false }) : new PlainAgent({ keepAlive: false }),
      lookup: guarded(reach, resolve)
    }
    const request = secure ? secureRequest(address, options) : plainRequest(address, options)
    request.on("socket", (socket) =>
      socket.once(secure ? "secureConnect" : "connect", () => (progress.connected = true))
    )
    request.on("error", (error) => resume(Effect.succeed(progress.failed(error))))
    request.on("response", (response) => {
      const reply = progress.answered(response)
      let length = 0
      response.on("data", (chunk: Buffer) => {
        length += chunk.length
        if (length > longestAnswer) request.destroy()
      })
      response.on("error", () => request.destroy())
      response.on("close", () => resume(Effect.succeed(reply)))
    })
    request.end(body)
    return Effect.sync(() => {
      request.destroy()
    })
  })

/** Sends one request to a checked address, follows nothing, and tells what became of it within the time limit. */
export const post = (posting: Posting): Effect.Effect<Reply> =>
  Effect.suspend(() => {
    // Sockets look up names only; an address that stands in the URL itself is checked here.
    const host = posting.address.hostname.replace(/^\[|\]$/gu, "")
    if (isIP(host) !== 0 && !mayReach(host, posting.reach)) return Effect.succeed<Reply>({ _tag: "forbidden" })
    const progress = new Progress()
    return Effect.map(
      Effect.timeoutOption(exchange(posting, progress), posting.timeLimitMillis),
      Option.getOrElse(() => progress.late())
    )
  })
