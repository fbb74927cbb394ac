import type { Message } from "@louyu/ports"
import * as Effect from "effect/Effect"
import MailComposer from "nodemailer/lib/mail-composer"
import { body, flat } from "./body.ts"
import * as Calendar from "./Calendar.ts"

/** Who writes to whom, and when. Shape: `to` is shown to those who get it; units of `stamp`: milliseconds since 1970. */
export interface Sheet {
  readonly message: Message.Message
  readonly from: { readonly name?: string; readonly address: string }
  readonly to: string | undefined
  readonly stamp: number
}

/** The same for every attempt at a delivery, so that mailboxes know a repetition. */
export const messageId = (message: Message.Message, from: string): string =>
  `<${message.key}@${from.slice(from.lastIndexOf("@") + 1)}>`

const event = ({ from, message, stamp, to }: Sheet) => {
  const { invitation } = message
  if (invitation === undefined || to === undefined) return {}
  const content = Calendar.write({ invitation, organizer: from.address, attendee: to, stamp })
  return { icalEvent: { method: invitation.method.toUpperCase(), filename: "invite.ics", content } }
}

/** A message as it goes over the wire. */
export const mail = (sheet: Sheet): Effect.Effect<Buffer, "notComposed"> => {
  const { from, message, stamp, to } = sheet
  const { html, text } = body(message)
  const composer = new MailComposer({
    from: { name: flat(from.name ?? ""), address: from.address },
    to: to === undefined ? "Undisclosed recipients:;" : { name: "", address: to },
    subject: flat(message.title),
    messageId: messageId(message, from.address),
    date: new Date(stamp),
    text,
    html,
    headers: {
      "Auto-Submitted": "auto-generated",
      "Content-Language": message.language === "zh" ? "zh-CN" : message.language,
      ...(message.urgency === "normal" ? {} : { Importance: message.urgency })
    },
    ...event(sheet),
    disableFileAccess: true,
    disableUrlAccess: true
  })
  // Why it could not be written is the composer's own affair, and may hold what was to be written.
  return Effect.callback<Buffer, "notComposed">((resume) => {
    composer
      .compile()
      .build((_, built) => resume(built === undefined ? Effect.fail("notComposed") : Effect.succeed(built)))
  })
}
