import { Markup, type Message, type Notifier, Parts, Posting, Series } from "@louyu/ports"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { verdict } from "./codes.ts"
import { signature } from "./signature.ts"

export { signature } from "./signature.ts"

/** Where Feishu's interface is. */
export const feishu = "https://open.feishu.cn"
/** Where the interface of Lark is, its edition for other countries. */
export const lark = "https://open.larksuite.com"

/**
 * A robot in a group.
 *
 * Shape: `token` is the end of the address that Feishu shows; `secret` where the robot checks signatures; `keyword` where
 * it checks for keywords: it then stands at the end of every part.
 */
export interface Channel {
  readonly token: Redacted.Redacted<string>
  readonly secret?: Redacted.Redacted<string>
  readonly keyword?: string
}

/**
 * The robots that messages go through, by channel.
 *
 * Shape: `baseUrl` is `feishu` unless said otherwise. Units: `timeLimitMillis` for one request, 10,000 unless said
 * otherwise; when the parts of a long message take longer, the next attempt sends the rest.
 */
export interface Options {
  readonly channels: ReadonlyMap<Message.ChannelId, Channel>
  readonly baseUrl?: string
  readonly timeLimitMillis?: number
}

type Tag =
  | { readonly tag: "text"; readonly text: string }
  | { readonly tag: "a"; readonly text: string; readonly href: string }
  | { readonly tag: "at"; readonly user_id: string }

const prefix = { paragraph: "", quote: "> ", item: "• ", more: "  " } as const

// A post says what is a link and what is text, so that no character means anything else.
const tags = ({ kind, line }: Markup.Row): ReadonlyArray<Tag> => [
  ...(prefix[kind] === "" ? [] : [{ tag: "text", text: prefix[kind] } as const]),
  ...line.map(
    (one): Tag => (one._tag === "link" ? { tag: "a", text: one.text, href: one.href } : { tag: "text", text: one.text })
  )
]

const jsonBytes = (value: unknown): number => Markup.bytes(JSON.stringify(value))
const measure: Parts.Measure = { row: (row) => jsonBytes(tags(row)) + 1, between: () => 0 }

// Robots know people by their ids, not by their numbers, and a handle is never everybody.
const userId = /^(?!all$|\+?\d{11,15}$)[\w-]{1,64}$/iu

const mentions = (message: Message.Message): ReadonlyArray<Tag> =>
  (message.mentions ?? []).flatMap((one): ReadonlyArray<Tag> => {
    if (one._tag === "everybody") return [{ tag: "at", user_id: "all" }]
    const handle = one.handle === undefined ? "" : Redacted.value(one.handle)
    return userId.test(handle) ? [{ tag: "at", user_id: handle }] : []
  })

const limit = 20_000
// What stands around the rows: names of fields, time and signature, brackets.
const reserved = 400
const longestTitle = 300
const most = 20

// A short title stands above every part; a long one is divided like the rest.
const headed = (message: Message.Message): readonly [title: string | undefined, rows: ReadonlyArray<Markup.Row>] => {
  const rows = Parts.title(message)
  const text = rows.flatMap(({ line }) => line.map((one) => one.text)).join("")
  return rows.length === 1 && jsonBytes(text) <= longestTitle ? [text, []] : [undefined, rows]
}

const bodies = (message: Message.Message, keyword: string | undefined): ReadonlyArray<object> | undefined => {
  const [title, above] = headed(message)
  const called = mentions(message)
  const room = limit - reserved - longestTitle - jsonBytes(called)
  const parts = Parts.numbered(
    message,
    [...above, ...Markup.rows(message.body)],
    { measure, limit: room, most },
    keyword
  )
  return parts?.map((part, index) => {
    const content = [...(index === 0 && called.length > 0 ? [called] : []), ...part.map(tags)]
    return { msg_type: "post", content: { post: { zh_cn: { ...(title === undefined ? {} : { title }), content } } } }
  })
}

/**
 * Makes an adapter for robots in Feishu or Lark groups.
 *
 * Shape: a message is a post of at most 20,000 bytes as JSON; what is longer comes in up to twenty numbered parts. Strong
 * words are shown as others. A mention's handle is the id of a user, not a number.
 * Units: 5 messages in 3 seconds, which keeps both to 5 in a second and to 100 in a minute.
 */
export const make = ({ baseUrl = feishu, channels, timeLimitMillis = 10_000 }: Options): Notifier.Adapter => {
  const series = Series.make({ timeLimitMillis })
  const post = Effect.fnUntraced(function* ({ secret, token }: Channel, body: object) {
    const seconds = Math.floor((yield* Clock.currentTimeMillis) / 1000)
    const signed = secret === undefined ? {} : { timestamp: `${seconds}`, sign: signature(seconds, secret) }
    const answer = yield* Posting.request({
      address: Redacted.make(`${baseUrl}/open-apis/bot/v2/hook/${encodeURIComponent(Redacted.value(token))}`),
      body: { ...signed, ...body },
      timeLimitMillis
    })
    return Posting.outcome(answer, verdict)
  })
  const send = (message: Message.Message): Effect.Effect<Notifier.Outcome> => {
    const channel = channels.get(message.channel)
    if (channel === undefined) return Effect.succeed({ _tag: "channelDisabled", reason: "no such channel" })
    const parts = bodies(message, channel.keyword)
    if (parts === undefined) return Effect.succeed({ _tag: "rejected", reason: "too long" })
    return series.send(
      message,
      parts.map((part) => post(channel, part))
    )
  }
  return {
    kind: "feishu",
    limits: { rate: { messages: 5, perMillis: 3_000 } },
    send: (message) => Effect.suspend(() => send(message))
  }
}
