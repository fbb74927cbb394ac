import { Markup, Message, type Notifier, Parts, Posting, Series } from "@louyu/ports"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { verdict } from "./codes.ts"
import { signature } from "./signature.ts"

export { signature } from "./signature.ts"

/**
 * A robot in a group.
 *
 * Shape: `token` is the one in the address that DingTalk shows; `secret` (`SEC…`) where the robot checks signatures;
 * `keyword` where it checks for keywords: it then stands at the end of every part.
 */
export interface Channel {
  readonly token: Redacted.Redacted<string>
  readonly secret?: Redacted.Redacted<string>
  readonly keyword?: string
}

/**
 * The robots that messages go through, by channel.
 *
 * Shape: `baseUrl` is where the vendor's interface is, `https://oapi.dingtalk.com` unless said otherwise. Units:
 * `timeLimitMillis` for one request, 10,000 unless said otherwise; when the parts of a long message take longer, the
 * next attempt sends the rest.
 */
export interface Options {
  readonly channels: ReadonlyMap<Message.ChannelId, Channel>
  readonly baseUrl?: string
  readonly timeLimitMillis?: number
}

const mobile = /^\+?[\d-]{8,20}$/u
// A handle is one person's: whatever the channel would take for everybody is none.
const userId = /^(?!all$)[\w.$-]{1,64}$/iu
const isHandle = (handle: string): boolean => mobile.test(handle) || userId.test(handle)

interface Called {
  readonly handles: ReadonlyArray<string>
  readonly everybody: boolean
}

const called = (message: Message.Message): Called => {
  const mentions = message.mentions ?? []
  return {
    handles: mentions
      .flatMap((one) => (one._tag === "person" && one.handle !== undefined ? [Redacted.value(one.handle)] : []))
      .filter(isHandle),
    everybody: mentions.some(({ _tag }) => _tag === "everybody")
  }
}

// Only who is named in the text is called.
const naming = ({ handles }: Called): ReadonlyArray<Markup.Row> =>
  handles.length === 0
    ? []
    : [{ kind: "paragraph", block: -4, line: [{ _tag: "text", text: handles.map((one) => `@${one}`).join(" ") }] }]

const at = ({ everybody, handles }: Called, content: string, index: number): unknown => {
  const named = new Set(content.match(/@[\w.$+-]+/gu) ?? [])
  const here = handles.filter((handle) => named.has(`@${handle}`))
  return {
    atMobiles: here.filter((one) => mobile.test(one)),
    atUserIds: here.filter((one) => !mobile.test(one)),
    isAtAll: everybody && index === 0
  }
}

const limit = 20_000
// What stands around the text: names of fields, the title of the preview, brackets.
const reserved = 600
const most = 20
const markdown = Markup.markdown("  \n")
const escapedBytes = (text: string): number => Markup.bytes(JSON.stringify(text)) - 2

// The list of conversations shows it; the text has the whole title.
const preview = (message: Message.Message): string => {
  const words = Parts.title(message).flatMap(({ line }) => line.map(({ text }) => text))
  return [...words.join(" ").trim()].slice(0, 40).join("") || Message.reference(message.key)
}

const listBytes = ({ handles }: Called): number => escapedBytes(handles.join('","'))

const bodies = (message: Message.Message, keyword: string | undefined): ReadonlyArray<unknown> | undefined => {
  const people = called(message)
  const rows = [...Parts.title(message), ...naming(people), ...Markup.rows(message.body)]
  const literal =
    Markup.isLiteral(rows) && (keyword === undefined || Markup.isLiteral(Markup.rows([Message.plain(keyword)])))
  const style = literal ? markdown : Markup.plainText
  const bounds = { measure: Parts.measured(style, escapedBytes), limit: limit - reserved - listBytes(people), most }
  const parts = Parts.numbered(message, rows, bounds, keyword)
  return parts?.map((part, index) => {
    const content = Markup.write(part, style)
    const calls = { at: at(people, content, index) }
    return literal
      ? { msgtype: "markdown", markdown: { title: preview(message), text: content }, ...calls }
      : { msgtype: "text", text: { content }, ...calls }
  })
}

/**
 * Makes an adapter for robots in DingTalk groups.
 *
 * Shape: a message is Markdown, or text where it holds characters that Markdown would read as marks, of at most 20,000
 * bytes as JSON; what is longer comes in up to twenty numbered parts. A mention's handle is a mobile number or the id of
 * a user.
 * Units: 20 messages in a minute; whoever sends more is shut out for ten.
 */
export const make = ({
  baseUrl = "https://oapi.dingtalk.com",
  channels,
  timeLimitMillis = 10_000
}: Options): Notifier.Adapter => {
  const series = Series.make({ timeLimitMillis })
  const post = Effect.fnUntraced(function* ({ secret, token }: Channel, body: unknown) {
    const now = yield* Clock.currentTimeMillis
    const signed = secret === undefined ? {} : { timestamp: `${now}`, sign: signature(now, secret) }
    const query = new URLSearchParams({ access_token: Redacted.value(token), ...signed })
    const answer = yield* Posting.request({
      address: Redacted.make(`${baseUrl}/robot/send?${query}`),
      body,
      contentType: "application/json;charset=utf-8",
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
    kind: "dingtalk",
    limits: { rate: { messages: 20, perMillis: 60_000 } },
    send: (message) => Effect.suspend(() => send(message))
  }
}
