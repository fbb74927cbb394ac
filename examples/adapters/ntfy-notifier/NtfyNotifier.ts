import { Markup, type Message, type Notifier, Parts, Posting, Series } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { headerText } from "./headerText.ts"
import { type Delivery, post } from "./post.ts"

/**
 * A topic that messages are published to.
 *
 * Shape: 1 to 64 letters, digits, `_` or `-`; `token` is an access token that may publish there.
 */
export interface Channel {
  readonly topic: string
  readonly token: Redacted.Redacted<string>
}

/**
 * The topics that messages go to, by channel, and the server that keeps them.
 *
 * Shape: `baseUrl` has no slash at its end. Units: `timeLimitMillis` for one request, 10,000 unless said otherwise; every
 * part of a long message is a request.
 */
export interface Options {
  readonly baseUrl: string
  readonly channels: ReadonlyMap<Message.ChannelId, Channel>
  readonly timeLimitMillis?: number
}

const priority = { low: "2", normal: "3", high: "4" } as const
const style = Markup.plainText
// What is longer becomes an attachment that few readers open.
const bounds: Parts.Bounds = { measure: Parts.measured(style), limit: 4_096, most: 20 }
const longestTitleBytes = 200

/** Headers and text of every part, or `undefined` when it takes too many. */
const parts = (message: Message.Message) => {
  const above = Parts.title(message)
  const title = Markup.write(above, style)
  const isShort = above.length === 1 && Markup.bytes(title) <= longestTitleBytes
  const rows = [...(isShort ? [] : above), ...Markup.rows(message.body)]
  const headers = { priority: priority[message.urgency], ...(isShort ? { title: headerText(title) } : {}) }
  return Parts.numbered(message, rows, bounds)?.map((part) => ({ headers, text: Markup.write(part, style) }))
}

const disabled = (reason: string): Notifier.Outcome => ({ _tag: "channelDisabled", reason })

// Whatever the status says is said by the ports; only success has a shape of its own.
const verdict = ({ event, id }: Readonly<Record<string, unknown>>): Notifier.Outcome | undefined =>
  event === "message" && typeof id === "string" ? { _tag: "sent", receipt: id } : undefined

/**
 * Makes an adapter for an ntfy server.
 *
 * Shape: a message is plain text of at most 4,096 bytes; what is longer comes in up to twenty numbered parts. Mentions,
 * recipients and invitations are left out. Units: the server lets one visitor send a message in 5 seconds.
 */
export const make = ({ baseUrl, channels, timeLimitMillis = 10_000 }: Options): Notifier.Adapter => {
  const series = Series.make({ timeLimitMillis })
  const send = (message: Message.Message): Effect.Effect<Notifier.Outcome> => {
    const channel = channels.get(message.channel)
    if (channel === undefined) return Effect.succeed(disabled("no such channel"))
    if (!/^[\w-]{1,64}$/u.test(channel.topic)) return Effect.succeed(disabled("topic not valid"))
    if (!/^[\x21-\x7e]+$/u.test(Redacted.value(channel.token))) return Effect.succeed(disabled("token not valid"))
    const address = `${baseUrl}/${channel.topic}`
    const deliver = (part: Pick<Delivery, "headers" | "text">): Effect.Effect<Notifier.Outcome> =>
      Effect.map(post({ ...part, address, token: channel.token, timeLimitMillis }), (answer) =>
        Posting.outcome(answer, verdict)
      )
    const all = parts(message)
    return all === undefined
      ? Effect.succeed({ _tag: "rejected", reason: "too long" })
      : series.send(message, all.map(deliver))
  }
  return {
    kind: "ntfy",
    limits: { rate: { messages: 12, perMillis: 60_000 } },
    send: (message) => Effect.suspend(() => send(message))
  }
}
