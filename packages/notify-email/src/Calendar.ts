import type { Message } from "@louyu/ports"

/** An invitation as one calendar event, from somebody to somebody. Units: `stamp` in milliseconds since 1970. */
export interface Invited {
  readonly invitation: Message.Invitation
  readonly organizer: string
  readonly attendee: string
  readonly stamp: number
}

const longestLine = 75
const encoder = new TextEncoder()

/**
 * Folds a content line so that no line has more than 75 bytes, and none ends within a character.
 *
 * ```ts
 * Calendar.fold("SUMMARY:" + "楼".repeat(30)).split("\r\n").length // => 2
 * ```
 */
export const fold = (line: string): string => {
  let folded = ""
  let length = 0
  for (const character of line) {
    const bytes = encoder.encode(character).length
    if (length + bytes > longestLine) {
      folded += "\r\n "
      length = 1
    }
    folded += character
    length += bytes
  }
  return folded
}

/**
 * Text as a property may hold it: separators escaped, line breaks written as `\n`, no other control characters.
 *
 * ```ts
 * Calendar.escaped("Room 3; east, 2nd\nfloor") // => "Room 3\\; east\\, 2nd\\nfloor"
 * ```
 */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/gu, "\n")
    .replace(/(?!\n)\p{Cc}/gu, " ")
    .replace(/[\\;,]/gu, "\\$&")
    .replaceAll("\n", "\\n")

const instant = (millis: number): string => `${new Date(millis).toISOString().replace(/[-:]|\.\d{3}/gu, "")}`

// What an address may hold and a URI must not.
const mailto = (address: string): string =>
  `mailto:${address.replace(/[^\w.!$'*+@~-]/gu, (one) => encodeURIComponent(one))}`

/**
 * Writes an invitation, or takes it back.
 *
 * Shape: RFC 5545 with CRLF line ends, instants in UTC; the method is REQUEST or CANCEL, and must be that of the mail
 * part too. Source: RFC 5546, RFC 6047.
 */
export const write = ({ attendee, invitation, organizer, stamp }: Invited): string => {
  const { begins, ends, method, place, sequence, summary, uid } = invitation
  const cancels = method === "cancel"
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Louyu//notify-email//EN",
    `METHOD:${cancels ? "CANCEL" : "REQUEST"}`,
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${instant(stamp)}`,
    `DTSTART:${instant(begins)}`,
    `DTEND:${instant(ends)}`,
    `SUMMARY:${escaped(summary)}`,
    ...(place === undefined ? [] : [`LOCATION:${escaped(place)}`]),
    `STATUS:${cancels ? "CANCELLED" : "CONFIRMED"}`,
    `ORGANIZER:${mailto(organizer)}`,
    `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=${cancels ? "FALSE" : "TRUE"}:${mailto(attendee)}`,
    "END:VEVENT",
    "END:VCALENDAR"
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join("")
}
