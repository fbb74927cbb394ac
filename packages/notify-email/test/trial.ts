import { Identifier } from "@louyu/kernel"
import { EmailNotifier } from "@louyu/notify-email"
import { Message } from "@louyu/ports"
import { Trial } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { password, postOffice, user } from "./PostOffice.ts"

export const channel = Message.ChannelId.make("desk-of-the-tower")
export const sender = "tower@example.com"

/** The mailbox of the desk, on a server of this machine. */
export const mailbox = (port: number): EmailNotifier.Mailbox => ({
  host: "127.0.0.1",
  port,
  security: "none",
  credentials: { user: Redacted.make(user), password: Redacted.make(password) },
  from: { name: "东塔 Tower", address: Redacted.make(sender) }
})

export const recipient = (name: string): Message.Recipient => ({
  person: Identifier.PersonId.make(`person-${name}`),
  address: Redacted.make(`${name}@example.com`)
})

const timeLimitMillis = 1_000

/** An adapter and a mail server on this machine. */
export const trial = Layer.effect(
  Trial.Trial,
  Effect.gen(function* () {
    const office = yield* postOffice()
    return Trial.Trial.of({
      adapter: EmailNotifier.make({ channels: new Map([[channel, mailbox(office.port)]]), timeLimitMillis }),
      stage: office.stage,
      channel,
      recipients: [recipient("keeper"), recipient("porter")],
      secrets: [user, password, sender],
      timeLimitMillis
    })
  })
)
