import { Identifier } from "@louyu/kernel"
import { ConsoleNotifier } from "@louyu/notify-console"
import { Message } from "@louyu/ports"
import * as Redacted from "effect/Redacted"
import { describe, expect, it } from "vitest"

const person = Identifier.PersonId.make("person-7")
const message: Message.Message = {
  key: Message.DeliveryKey.make("delivery-1"),
  channel: Message.ChannelId.make("tower-east"),
  language: "en",
  title: "Meeting of the\ncouncil",
  body: [
    {
      _tag: "paragraph",
      line: [
        { _tag: "text", text: "Bring your " },
        { _tag: "strong", text: "keys" }
      ]
    },
    { _tag: "quote", line: [{ _tag: "text", text: "as agreed\u001b[31m" }] },
    { _tag: "list", items: [[{ _tag: "link", text: "Agenda", href: "https://example.com/a" }]] }
  ],
  mentions: [{ _tag: "everybody" }, { _tag: "person", person, handle: Redacted.make("handle-7") }],
  recipients: [{ person, address: Redacted.make("seven@example.com") }],
  urgency: "high",
  invitation: {
    uid: "meeting-1",
    sequence: 0,
    method: "request",
    summary: "Council",
    place: "Room 3",
    begins: Date.UTC(2026, 11, 1, 1),
    ends: Date.UTC(2026, 11, 1, 2, 30)
  }
}

describe("a message on a console", () => {
  it("is written in English, with ids for people and no way to steer the terminal", () => {
    expect(ConsoleNotifier.write(message)).toBe(
      [
        `[tower-east] Urgent Meeting of the council #${Message.reference(message.key)}`,
        "  Bring your keys",
        "  > as agreed [31m",
        "  - Agenda ( https://example.com/a )",
        "  Invitation: Council, Room 3, 2026-12-01T01:00Z – 2026-12-01T02:30Z",
        "  Calls: everybody, person-7",
        "  To: person-7",
        ""
      ].join("\n")
    )
  })

  it("is written in Chinese where the message is", () => {
    const written = ConsoleNotifier.write({ ...message, language: "zh" })
    for (const word of ["紧急 Meeting", "日程: Council", "提醒: 所有人, person-7", "致: person-7"]) {
      expect(written).toContain(word)
    }
  })

  it("has its own words in English where the message is in a further language", () => {
    expect(ConsoleNotifier.write({ ...message, language: "pt" })).toBe(ConsoleNotifier.write(message))
    expect(ConsoleNotifier.write({ ...message, language: "zh-Hant" })).toContain("紧急 Meeting")
  })
})
