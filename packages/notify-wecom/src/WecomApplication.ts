import { Markup, type Message, type Notifier, Parts, Posting, Series } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as AccessToken from "./AccessToken.ts"
import { codeOf, ofApplication, ofOldToken } from "./codes.ts"

/** An application of a corporation, as its administrator sees it. */
export interface Channel extends AccessToken.Credentials {
  readonly agentId: number
}

/**
 * The applications that messages go through, by channel.
 *
 * Shape: `baseUrl` is where the vendor's interface is, `https://qyapi.weixin.qq.com` unless said otherwise; `tokens` is
 * for processes that share them. Units: `timeLimitMillis` for one request, 10,000 unless said otherwise.
 */
export interface Options {
  readonly channels: ReadonlyMap<Message.ChannelId, Channel>
  readonly baseUrl?: string
  readonly timeLimitMillis?: number
  readonly tokens?: AccessToken.Source
}

// Text knows one mark, a link in angle brackets; an invisible joiner keeps any other bracket from beginning one.
const harmless = (text: string): string => text.replaceAll("<", "<\u2060")

// Text is shown everywhere, Markdown only in WeCom itself.
const style: Markup.Style = {
  ...Markup.plainText,
  inline: (one) => {
    const text = harmless(one.text)
    if (one._tag !== "link") return text
    return /[&']/u.test(one.href) ? `${text} ( ${one.href} )` : `<a href="${one.href}">${text}</a>`
  }
}

const most = 20
const mostRecipients = 1_000
const member = /^(?!@?all$)[\w.@-]{1,64}$/iu

interface Addressed {
  readonly names: ReadonlyArray<string>
  readonly refused: ReadonlyArray<Refused>
}
type Refused = NonNullable<Extract<Notifier.Outcome, { readonly _tag: "sent" }>["refused"]>[number]

const addressed = (message: Message.Message): Addressed => {
  const names = (message.recipients ?? []).map(({ address }) => Redacted.value(address))
  return {
    names,
    refused: names.flatMap((name, recipient) =>
      member.test(name) ? [] : [{ recipient, reason: "address not valid", permanent: true }]
    )
  }
}

const listed = (value: unknown): ReadonlyArray<string> =>
  typeof value === "string" ? value.split("|").map((one) => one.toLowerCase()) : []

const verdict =
  ({ names, refused }: Addressed) =>
  (body: Readonly<Record<string, unknown>>): Notifier.Outcome | undefined => {
    const code = codeOf(body)
    if (code === undefined) return undefined
    if (code !== 0) return Posting.meaning(ofApplication, code)
    const [invalid, unlicensed] = [listed(body.invaliduser), listed(body.unlicenseduser)]
    const without = names.flatMap((name, recipient): ReadonlyArray<Refused> => {
      if (invalid.includes(name.toLowerCase())) return [{ recipient, reason: "not in reach", permanent: true }]
      return unlicensed.includes(name.toLowerCase()) ? [{ recipient, reason: "not licensed", permanent: false }] : []
    })
    const [first, ...others] = [...refused, ...without].sort((a, b) => a.recipient - b.recipient)
    const { msgid } = body
    return {
      _tag: "sent",
      ...(typeof msgid === "string" && msgid !== "" ? { receipt: msgid } : {}),
      ...(first === undefined ? {} : { refused: [first, ...others] })
    }
  }

const bodies = (
  message: Message.Message,
  agentId: number,
  { names }: Addressed
): ReadonlyArray<unknown> | undefined => {
  const rows = [...Parts.title(message), ...Markup.rows(message.body)]
  const parts = Parts.numbered(message, rows, { measure: Parts.measured(style), limit: 2048, most })
  return parts?.map((part) => ({
    touser: names.filter((name) => member.test(name)).join("|"),
    msgtype: "text",
    agentid: agentId,
    text: { content: Markup.write(part, style) },
    safe: 0,
    // The same text within half an hour is the same delivery, for the reference is in it.
    enable_duplicate_check: 1,
    duplicate_check_interval: 1800
  }))
}

const isOld = (answer: Posting.Answer): boolean =>
  answer._tag === "answered" && answer.body !== undefined && ofOldToken.has(codeOf(answer.body) ?? 0)

/**
 * Makes an adapter for messages of a WeCom application to single members.
 *
 * Shape: an address is the id of a member; the message is text of at most 2,048 bytes with links, in up to twenty
 * numbered parts. The token is fetched when it is first needed, kept until shortly before it expires, and renewed once
 * when it is refused. Attempts at one delivery within half an hour reach a member once.
 * Units: 16 messages in a minute, for WeCom drops what is above 30 in a minute or 1,000 in an hour without a word.
 */
export const make = ({
  baseUrl = "https://qyapi.weixin.qq.com",
  channels,
  timeLimitMillis = 10_000,
  tokens = AccessToken.make({ baseUrl, timeLimitMillis })
}: Options): Notifier.Adapter => {
  const series = Series.make({ timeLimitMillis })
  const request = (token: Redacted.Redacted<string>, body: unknown) =>
    Posting.request({
      address: Redacted.make(
        `${baseUrl}/cgi-bin/message/send?access_token=${encodeURIComponent(Redacted.value(token))}`
      ),
      body,
      timeLimitMillis
    })
  const post = Effect.fnUntraced(function* (channel: Channel, body: unknown, to: Addressed) {
    const first = yield* tokens.get(channel)
    if (first._tag === "refused") return first.outcome
    const answer = yield* request(first.token, body)
    if (!isOld(answer)) return Posting.outcome(answer, verdict(to))
    yield* tokens.drop(channel, first.token)
    const second = yield* tokens.get(channel)
    if (second._tag === "refused") return second.outcome
    return Posting.outcome(yield* request(second.token, body), verdict(to))
  })
  const send = (message: Message.Message): Effect.Effect<Notifier.Outcome> => {
    const rejected = (reason: string) => Effect.succeed({ _tag: "rejected", reason } as const)
    const channel = channels.get(message.channel)
    if (channel === undefined) return Effect.succeed({ _tag: "channelDisabled", reason: "no such channel" })
    const to = addressed(message)
    if (to.names.length === to.refused.length) return rejected("no recipient with a valid address")
    if (to.names.length > mostRecipients) return rejected("more than 1,000 recipients")
    const parts = bodies(message, channel.agentId, to)
    if (parts === undefined) return rejected("too long")
    return series.send(
      message,
      parts.map((part) => post(channel, part, to))
    )
  }
  return {
    kind: "wecom-application",
    limits: { rate: { messages: 16, perMillis: 60_000 } },
    send: (message) => Effect.suspend(() => send(message))
  }
}
