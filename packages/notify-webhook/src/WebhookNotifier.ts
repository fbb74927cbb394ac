import type { Message, Notifier } from "@louyu/ports"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { cloudEvent } from "./cloudEvent.ts"
import { post, type Reply } from "./exchange.ts"
import { type Reach, type Resolve, resolve as systemResolve } from "./guard.ts"
import * as Signature from "./Signature.ts"

export type { Reach, Resolve } from "./guard.ts"

/**
 * Where the webhooks of one channel go.
 *
 * Shape: `secrets` are `whsec_…`, all of them sign, so that a new one may be brought in beside the old. `reach` is
 * `public` if not given: https and addresses of the internet only. `loopback` is for tests, and allows plain http and
 * this machine as well.
 */
export interface Endpoint {
  readonly address: Redacted.Redacted<string>
  readonly secrets: readonly [Redacted.Redacted<string>, ...ReadonlyArray<Redacted.Redacted<string>>]
  readonly reach?: Reach
}

/**
 * What the adapter needs.
 *
 * Units: milliseconds, 15,000 if not given; bytes of UTF-8, 65,536 if not given, which every intermediary of CloudEvents
 * must pass on. Shape: `resolve` stands for the machine's own look-up of names.
 */
export interface Options {
  readonly channels: ReadonlyMap<Message.ChannelId, Endpoint>
  readonly timeLimitMillis?: number
  readonly bodyLimitBytes?: number
  readonly resolve?: Resolve
}

const dayMillis = 86_400_000

const waitOf = (retryAfter: string | undefined, now: number): number | undefined => {
  if (retryAfter === undefined) return undefined
  const millis = /^\d{1,9}$/u.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now
  return Number.isFinite(millis) ? Math.min(Math.max(millis, 0), dayMillis) : undefined
}

// A request that will be refused in the same way as often as it comes.
const hopeless = new Set([400, 405, 406, 411, 413, 414, 415, 422, 431])

const byStatus = (status: number, afterMillis: number | undefined): Notifier.Outcome => {
  if (status >= 200 && status < 300) return { _tag: "sent" }
  const reason = `HTTP ${status}`
  if (status === 410) return { _tag: "channelDisabled", reason }
  if (hopeless.has(status)) return { _tag: "rejected", reason }
  return afterMillis === undefined ? { _tag: "retry", reason } : { _tag: "retry", reason, afterMillis }
}

const outcome = (reply: Reply, now: number): Notifier.Outcome => {
  switch (reply._tag) {
    case "answered":
      return byStatus(reply.status, waitOf(reply.retryAfter, now))
    case "forbidden":
      return { _tag: "channelDisabled", reason: "address not allowed" }
    case "notReached":
      return { _tag: "retry", reason: reply.reason }
    case "lost":
      return { _tag: "unknown", reason: reply.reason }
  }
}

const addressOf = ({ address, reach }: Endpoint): URL | undefined => {
  const url = URL.parse(Redacted.value(address))
  const protocols = reach === "loopback" ? ["https:", "http:"] : ["https:"]
  return url !== null && protocols.includes(url.protocol) && url.username === "" && url.password === ""
    ? url
    : undefined
}

const disabled = (reason: string): Effect.Effect<Notifier.Outcome> =>
  Effect.succeed({ _tag: "channelDisabled", reason })

/**
 * Sends messages to other systems as signed webhooks.
 *
 * Shape: `webhook-id` is the delivery key, so a receiver knows a repetition. Redirects are not followed and may be tried
 * again; 410 disables the channel; any other answer but 2xx may be tried again, after the time it asks for, or, where it
 * finds fault with the request itself (400, 413, 422, …), rejects the message.
 * Source: Standard Webhooks 1.0.0, CloudEvents 1.0.2.
 */
export const make = (options: Options): Notifier.Adapter => {
  const { bodyLimitBytes = 65_536, channels, resolve = systemResolve, timeLimitMillis = 15_000 } = options
  const send = (message: Message.Message): Effect.Effect<Notifier.Outcome> =>
    Effect.gen(function* () {
      const endpoint = channels.get(message.channel)
      if (endpoint === undefined) return yield* disabled("no such channel")
      const address = addressOf(endpoint)
      if (address === undefined) return yield* disabled("address not valid")
      const body = cloudEvent(message)
      const length = Buffer.byteLength(body)
      if (length > bodyLimitBytes) return { _tag: "rejected", reason: `${length} of at most ${bodyLimitBytes} bytes` }
      const timestamp = Math.floor((yield* Clock.currentTimeMillis) / 1000)
      const signature = Signature.write(endpoint.secrets, { id: message.key, timestamp, body })
      if (signature === undefined) return yield* disabled("secret not valid")
      const headers = {
        "content-type": "application/cloudevents+json; charset=utf-8",
        "user-agent": "louyu",
        "webhook-id": message.key,
        "webhook-timestamp": String(timestamp),
        "webhook-signature": signature
      }
      const reach = endpoint.reach ?? "public"
      const reply = yield* post({ address, headers, body, reach, resolve, timeLimitMillis })
      return outcome(reply, yield* Clock.currentTimeMillis)
    })
  return { kind: "webhook", limits: { rate: undefined }, send }
}
