import type { Message, Notifier } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { SMTPConnectionOptions } from "nodemailer/lib/smtp-connection"
import { type Addressed, addressed, addressOf } from "./addresses.ts"
import { type Delivery, deliver } from "./deliver.ts"
import { messageId } from "./mail.ts"
import { type Copy, together } from "./verdict.ts"

/**
 * The mailbox a channel writes from.
 *
 * Shape: `security` is `tls` from the first byte (port 465), `startTls` (port 587; nothing is said before it), or `none`,
 * for a relay beside you: a password is then only given to this machine itself. `authority` is the certificate of an
 * authority of your own. Which server takes which sender, and from which machine, is the server's affair.
 */
export interface Mailbox {
  readonly host: string
  readonly port: number
  readonly security: "tls" | "startTls" | "none"
  readonly credentials?: { readonly user: Redacted.Redacted<string>; readonly password: Redacted.Redacted<string> }
  readonly from: { readonly name?: string; readonly address: Redacted.Redacted<string> }
  readonly authority?: string
  readonly clientName?: string
}

/** What the adapter needs. Units: milliseconds, 60,000 if not given, for servers look through a mail before they answer. */
export interface Options {
  readonly channels: ReadonlyMap<Message.ChannelId, Mailbox>
  readonly timeLimitMillis?: number
}

const isHere = (host: string): boolean => ["127.0.0.1", "::1", "localhost"].includes(host)

const connectionOf = (mailbox: Mailbox, timeLimitMillis: number): SMTPConnectionOptions => ({
  host: mailbox.host,
  port: mailbox.port,
  secure: mailbox.security === "tls",
  requireTLS: mailbox.security === "startTls",
  ignoreTLS: mailbox.security === "none",
  name: mailbox.clientName,
  tls: mailbox.authority === undefined ? {} : { ca: mailbox.authority },
  // The whole attempt is ended from outside before any of these ends.
  connectionTimeout: timeLimitMillis * 2,
  greetingTimeout: timeLimitMillis * 2,
  dnsTimeout: timeLimitMillis * 2,
  socketTimeout: timeLimitMillis * 2
})

/** Why a channel cannot be used at all. */
const unusable = (mailbox: Mailbox | undefined): string | undefined => {
  if (mailbox === undefined) return "no such channel"
  if (addressOf(mailbox.from.address) === undefined) return "sender not valid"
  const open = mailbox.security === "none" && mailbox.credentials !== undefined && !isHere(mailbox.host)
  return open ? "password would be sent openly" : undefined
}

const deliveryOf = (
  message: Message.Message,
  mailbox: Mailbox,
  good: ReadonlyArray<Addressed>,
  timeLimitMillis: number
): Delivery => {
  const { credentials, from } = mailbox
  const address = addressOf(from.address) ?? ""
  return {
    message,
    from: from.name === undefined ? { address } : { name: from.name, address },
    connection: connectionOf(mailbox, timeLimitMillis),
    credentials:
      credentials === undefined
        ? undefined
        : { user: Redacted.value(credentials.user), password: Redacted.value(credentials.password) },
    // An invitation names the one who is invited; anything else goes to all at once.
    groups: message.invitation === undefined ? [good] : good.map((one) => [one]),
    timeLimitMillis
  }
}

/**
 * Sends messages by e-mail, to the recipients named in them.
 *
 * Shape: one mail to all recipients, who do not see each other, or one for each when there is an invitation. `sent` means
 * that the server took it for those who are not `refused`, and not that anybody has it. The Message-ID is made of the
 * delivery key. Fails: never; 4xx and what keeps the server from being reached are `retry`, 5xx `rejected`, a refused
 * password or sender `channelDisabled`, silence after the text went out `unknown`.
 * Source: RFC 5321, RFC 5322, RFC 6047.
 */
export const make = ({ channels, timeLimitMillis = 60_000 }: Options): Notifier.Adapter => ({
  kind: "email",
  limits: { rate: undefined },
  send: (message) =>
    Effect.suspend((): Effect.Effect<Notifier.Outcome> => {
      const mailbox = channels.get(message.channel)
      const reason = unusable(mailbox)
      if (mailbox === undefined || reason !== undefined) {
        return Effect.succeed({ _tag: "channelDisabled", reason: reason ?? "no such channel" })
      }
      const { bad, good } = addressed(message.recipients ?? [])
      const invalid: Copy = { recipients: bad, outcome: { _tag: "rejected", reason: "address not valid" } }
      const others = bad.length === 0 ? [] : [invalid]
      if (good.length === 0) return Effect.succeed(together(others, ""))
      const delivery = deliveryOf(message, mailbox, good, timeLimitMillis)
      return Effect.map(deliver(delivery), (copies) =>
        together([...copies, ...others], messageId(message, delivery.from.address))
      )
    })
})
