import { WebhookNotifier } from "@louyu/notify-webhook"
import { Message } from "@louyu/ports"
import { Trial } from "@louyu/ports/testing"
import { type Request, serve, type Vendor } from "@louyu/ports/testing/http"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { Webhook } from "standardwebhooks"

export const channel = Message.ChannelId.make("lift-vendor")
export const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
const path = "/hooks/an-invented-token"
const timeLimitMillis = 1_000

const Event = Schema.fromJsonString(
  Schema.Struct({
    specversion: Schema.Literal("1.0"),
    id: Schema.NonEmptyString,
    source: Schema.NonEmptyString,
    type: Schema.NonEmptyString,
    data: Schema.Json
  })
)
const decode = Schema.decodeUnknownSync(Event)
const { body, title } = Message.Message.fields
const decodeWords = Schema.decodeUnknownSync(Schema.Struct({ title, body }))

const header = ({ headers }: Request, name: string): string => String(headers[name])

/** What a verified webhook tells its reader. */
const read: Vendor["read"] = (request) => {
  if (request.method !== "POST" || request.path !== path) return { status: 404, body: "" }
  if (!header(request, "content-type").startsWith("application/cloudevents+json")) return { status: 415, body: "" }
  const named = ["webhook-id", "webhook-timestamp", "webhook-signature"]
  try {
    new Webhook(secret).verify(request.body, Object.fromEntries(named.map((name) => [name, header(request, name)])))
  } catch {
    return { status: 401, body: "" }
  }
  const key = header(request, "webhook-id")
  const event = decode(request.body)
  if (event.type !== "louyu.message") return { key, text: JSON.stringify(event.data) }
  const words = decodeWords(event.data)
  const lines = words.body.flatMap((block) => (block._tag === "list" ? block.items : [block.line]))
  const texts = lines.flatMap((line) =>
    line.flatMap((one) => (one._tag === "link" ? [one.text, one.href] : [one.text]))
  )
  return { key, text: [words.title, ...texts].join("\n") }
}

/** A receiver of webhooks that verifies them with another implementation. */
export const receiver: Vendor = {
  read,
  accepts: { status: 204, body: "" },
  refuses: { status: 422, body: "no such lift" },
  slowsDown: { status: 429, headers: { "retry-after": "30" }, body: "" },
  disabled: { status: 410, body: "gone" }
}

/** An adapter and a receiver on this machine. */
export const trial = Layer.effect(
  Trial.Trial,
  Effect.gen(function* () {
    const { base, stage } = yield* serve(receiver)
    const endpoint: WebhookNotifier.Endpoint = {
      address: Redacted.make(base + path),
      secrets: [Redacted.make(secret)],
      reach: "loopback"
    }
    return Trial.Trial.of({
      adapter: WebhookNotifier.make({ channels: new Map([[channel, endpoint]]), timeLimitMillis }),
      stage,
      channel,
      secrets: [base + path, path.slice(1), secret, secret.slice("whsec_".length)],
      timeLimitMillis,
      slowDownMillis: 30_000
    })
  })
)
