import { Text } from "@louyu/kernel"
import { Markup, Message } from "@louyu/ports"

const words = {
  zh: { to: "致", calls: "提醒", everybody: "所有人", request: "日程", cancel: "日程取消", high: "紧急" },
  en: { to: "To", calls: "Calls", everybody: "everybody", request: "Invitation", cancel: "Cancelled", high: "Urgent" }
} as const

const flat = (text: string): string =>
  Markup.rows([Message.plain(text)])
    .map((row) => Markup.writeRow(row, Markup.plainText))
    .join(" ")

const at = (millis: number): string => new Date(millis).toISOString().replace(":00.000Z", "Z")

/**
 * A message as plain text in its own language.
 *
 * Shape: the title with its channel and short reference, then the body, each line set in by two blanks. People are
 * named by their ids; addresses and handles are never written. Control characters become blanks, so that no text can
 * steer a terminal. Instants are in UTC.
 */
export const write = (message: Message.Message): string => {
  const { body, channel, invitation, key, language, mentions = [], recipients = [], title, urgency } = message
  const word = words[Text.spoken(language)]
  const named = mentions.map((one) => (one._tag === "everybody" ? word.everybody : one.person))
  const head = [`[${channel}]`, ...(urgency === "high" ? [word.high] : []), flat(title), `#${Message.reference(key)}`]
  const place = invitation?.place === undefined ? [] : [flat(invitation.place)]
  const lines = [
    ...Markup.write(Markup.rows(body), Markup.plainText).split("\n"),
    ...(invitation === undefined
      ? []
      : [
          `${word[invitation.method]}: ${[flat(invitation.summary), ...place, `${at(invitation.begins)} – ${at(invitation.ends)}`].join(", ")}`
        ]),
    ...(named.length === 0 ? [] : [`${word.calls}: ${named.join(", ")}`]),
    ...(recipients.length === 0 ? [] : [`${word.to}: ${recipients.map(({ person }) => person).join(", ")}`])
  ]
  return `${head.join(" ")}\n${lines.map((line) => `  ${line}\n`).join("")}`
}
