import { Calendar } from "@louyu/notify-email"
import type { Message } from "@louyu/ports"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const invitation: Message.Invitation = {
  uid: "meeting-7@tower",
  sequence: 2,
  method: "request",
  summary: "Council; floors 3, 4\nand 5",
  place: "东塔三层会议室",
  begins: Date.UTC(2026, 11, 1, 1),
  ends: Date.UTC(2026, 11, 1, 2, 30)
}
const people = { organizer: "tower@example.com", attendee: "keeper@example.com", stamp: Date.UTC(2026, 10, 23) }
const bytes = (text: string): number => new TextEncoder().encode(text).length
const unfold = (text: string): string => text.replaceAll("\r\n ", "")

describe("an invitation", () => {
  it("is a calendar event as RFC 5545 and 5546 want it", () => {
    expect(unfold(Calendar.write({ invitation, ...people }))).toBe(
      [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Louyu//notify-email//EN",
        "METHOD:REQUEST",
        "BEGIN:VEVENT",
        "UID:meeting-7@tower",
        "SEQUENCE:2",
        "DTSTAMP:20261123T000000Z",
        "DTSTART:20261201T010000Z",
        "DTEND:20261201T023000Z",
        "SUMMARY:Council\\; floors 3\\, 4\\nand 5",
        "LOCATION:东塔三层会议室",
        "STATUS:CONFIRMED",
        "ORGANIZER:mailto:tower@example.com",
        "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:keeper@example.com",
        "END:VEVENT",
        "END:VCALENDAR",
        ""
      ].join("\r\n")
    )
  })

  it("is taken back with the same UID and a higher sequence", () => {
    const { place: _, ...rest } = invitation
    const written = Calendar.write({ invitation: { ...rest, sequence: 3, method: "cancel" }, ...people })
    for (const line of ["METHOD:CANCEL", "UID:meeting-7@tower", "SEQUENCE:3", "STATUS:CANCELLED"]) {
      expect(written).toContain(`${line}\r\n`)
    }
    expect(written).not.toContain("LOCATION")
  })

  it("writes an address so that a URI can hold it", () => {
    const attendee = "o'neil+lift?cc=50%&x@example.com"
    expect(unfold(Calendar.write({ invitation, ...people, attendee }))).toContain(
      ":mailto:o'neil+lift%3Fcc%3D50%25%26x@example.com\r\n"
    )
  })

  it("has no line of more than 75 bytes, none that ends within a character, and unfolds to what it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const folded = Calendar.fold(`SUMMARY:${Calendar.escaped(text)}`)
        for (const line of folded.split("\r\n")) {
          expect(bytes(line)).toBeLessThanOrEqual(75)
          expect(line.isWellFormed()).toBe(true)
        }
        expect(unfold(folded)).toBe(`SUMMARY:${Calendar.escaped(text)}`)
      })
    )
  })

  it("uses lines as far as they go", () => {
    expect(Calendar.fold("x".repeat(75))).toBe("x".repeat(75))
    expect(Calendar.fold("x".repeat(76))).toBe(`${"x".repeat(75)}\r\n x`)
    expect(
      Calendar.fold("x".repeat(75 + 74 + 1))
        .split("\r\n")
        .map(bytes)
    ).toEqual([75, 75, 2])
  })

  it("lets no text begin a line of its own", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (summary, place) => {
        const written = Calendar.write({ invitation: { ...invitation, summary, place }, ...people })
        expect(unfold(written).split("\r\n").length).toBe(18)
        expect(unfold(written).replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u)
      })
    )
    expect(Calendar.escaped("a\r\nATTENDEE:b\rc\u0000d")).toBe("a\\nATTENDEE:b\\nc d")
  })
})
