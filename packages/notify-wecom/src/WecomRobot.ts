import { Markup, type Message, type Notifier, Parts, Posting, Series } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { codeOf, ofRobot } from "./codes.ts"

/** A robot in a group. Shape: `key` is the one in the address that WeCom shows when the robot is made. */
export interface Channel {
  readonly key: Redacted.Redacted<string>
}

/**
 * The robots that messages go through, by channel.
 *
 * Shape: `baseUrl` is where the vendor's interface is, `https://qyapi.weixin.qq.com` unless said otherwise. Units:
 * `timeLimitMillis` for one request, 10,000 unless said otherwise; when the parts of a long message take longer, the
 * next attempt sends the rest.
 */
export interface Options {
  readonly channels: ReadonlyMap<Message.ChannelId, Channel>
  readonly baseUrl?: string
  readonly timeLimitMillis?: number
}

interface Called {
  readonly mentioned_list: ReadonlyArray<string>
  readonly mentioned_mobile_list: ReadonlyArray<string>
}

const mobile = /^\+?\d{11,15}$/u
// A handle is one person's: whatever the channel would take for everybody is none.
const userId = /^(?!@?all$)[\w.@-]{1,64}$/iu

const called = (message: Message.Message): Called | undefined => {
  const mentions = message.mentions ?? []
  const handles = mentions.flatMap((one) =>
    one._tag === "person" && one.handle !== undefined ? [Redacted.value(one.handle)] : []
  )
  const everybody = mentions.some(({ _tag }) => _tag === "everybody") ? ["@all"] : []
  const people = handles.filter((handle) => !mobile.test(handle) && userId.test(handle))
  const lists = {
    mentioned_list: [...people, ...everybody],
    mentioned_mobile_list: handles.filter((one) => mobile.test(one))
  }
  return lists.mentioned_list.length + lists.mentioned_mobile_list.length === 0 ? undefined : lists
}

const markdown = Markup.markdown("\n")
// A robot takes twenty messages in a minute; what needs more of them is no message.
const most = 20

// Only text calls people by name, and only text shows every character as it is.
const bodies = (message: Message.Message): ReadonlyArray<unknown> | undefined => {
  const rows = [...Parts.title(message), ...Markup.rows(message.body)]
  const lists = called(message)
  if (lists === undefined && Markup.isLiteral(rows)) {
    const parts = Parts.numbered(message, rows, { measure: Parts.measured(markdown), limit: 4096, most })
    return parts?.map((part) => ({ msgtype: "markdown", markdown: { content: Markup.write(part, markdown) } }))
  }
  const parts = Parts.numbered(message, rows, { measure: Parts.measured(Markup.plainText), limit: 2048, most })
  return parts?.map((part, index) => ({
    msgtype: "text",
    text: { content: Markup.write(part, Markup.plainText), ...(index === 0 ? lists : {}) }
  }))
}

const verdict = (body: Readonly<Record<string, unknown>>): Notifier.Outcome | undefined => {
  const code = codeOf(body)
  if (code === undefined) return undefined
  return code === 0 ? { _tag: "sent" } : Posting.meaning(ofRobot, code)
}

/**
 * Makes an adapter for robots in WeCom groups.
 *
 * Shape: a message is Markdown of at most 4,096 bytes, or text of at most 2,048 when it calls people by name or holds
 * characters that Markdown would read as marks; what is longer comes in up to twenty numbered parts. A mention's handle
 * is a mobile number or the id of a member.
 * Units: 20 messages in a minute.
 */
export const make = ({
  baseUrl = "https://qyapi.weixin.qq.com",
  channels,
  timeLimitMillis = 10_000
}: Options): Notifier.Adapter => {
  const series = Series.make({ timeLimitMillis })
  const post = (key: string, body: unknown) =>
    Effect.map(
      Posting.request({
        address: Redacted.make(`${baseUrl}/cgi-bin/webhook/send?key=${encodeURIComponent(key)}`),
        body,
        timeLimitMillis
      }),
      (answer) => Posting.outcome(answer, verdict)
    )
  const send = (message: Message.Message): Effect.Effect<Notifier.Outcome> => {
    const channel = channels.get(message.channel)
    if (channel === undefined) return Effect.succeed({ _tag: "channelDisabled", reason: "no such channel" })
    const parts = bodies(message)
    if (parts === undefined) return Effect.succeed({ _tag: "rejected", reason: "too long" })
    return series.send(
      message,
      parts.map((part) => post(Redacted.value(channel.key), part))
    )
  }
  return {
    kind: "wecom",
    limits: { rate: { messages: 20, perMillis: 60_000 } },
    send: (message) => Effect.suspend(() => send(message))
  }
}
