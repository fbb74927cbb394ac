import type { Message } from "@louyu/ports"

// What may not stand in a URI reference is written as its bytes.
const reference = (source: string): string =>
  source.toWellFormed().replace(/[^!#$%&'()*+,/:;=?@\w.~-]/gu, (one) => encodeURIComponent(one))

const instant = (millis: number): string => new Date(millis).toISOString()

const words = ({ body, invitation, language, title, urgency }: Message.Message) => ({
  language,
  title,
  body,
  urgency,
  ...(invitation === undefined
    ? {}
    : { invitation: { ...invitation, begins: instant(invitation.begins), ends: instant(invitation.ends) } })
})

/**
 * What a webhook carries: the fact that the message is about, for machines, or the message itself where it is about none.
 *
 * Shape: a CloudEvents 1.0 event as JSON text. People are not in it but as the fact itself names them.
 */
export const cloudEvent = (message: Message.Message): string => {
  const { about, channel, key } = message
  return JSON.stringify(
    about === undefined
      ? {
          specversion: "1.0",
          id: key,
          source: reference(`/channels/${channel}`),
          type: "louyu.message",
          datacontenttype: "application/json",
          data: words(message)
        }
      : {
          specversion: "1.0",
          id: about.id,
          source: reference(about.source),
          type: about.type,
          ...(about.subject === undefined ? {} : { subject: about.subject }),
          time: instant(about.time),
          datacontenttype: "application/json",
          data: about.data
        }
  )
}
