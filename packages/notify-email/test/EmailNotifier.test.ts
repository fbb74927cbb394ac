import { it } from "@effect/vitest"
import { EmailNotifier } from "@louyu/notify-email"
import { Message } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { describe, expect } from "vitest"
import { certificate, key } from "./certificate.ts"
import * as Mime from "./Mime.ts"
import { postOffice } from "./PostOffice.ts"
import { channel, mailbox, recipient, sender } from "./trial.ts"

const message: Message.Message = {
  key: Message.DeliveryKey.make("delivery-1"),
  channel,
  language: "zh",
  title: "三号电梯停运，请走东侧楼梯；恢复时间另行通知",
  body: [
    {
      _tag: "paragraph",
      line: [
        { _tag: "text", text: "Lift <3> & \n" },
        { _tag: "strong", text: "east" }
      ]
    },
    { _tag: "quote", line: [{ _tag: "link", text: "case", href: "https://example.com/?a=1&b='2'" }] },
    { _tag: "list", items: [[{ _tag: "text", text: "one\nand more" }], [{ _tag: "text", text: "two" }]] }
  ],
  recipients: [recipient("keeper")],
  urgency: "high"
}
const invitation: Message.Invitation = {
  uid: "meeting-7",
  sequence: 0,
  method: "request",
  summary: "Council",
  begins: Date.UTC(2026, 11, 1, 1),
  ends: Date.UTC(2026, 11, 1, 2)
}
const send = (given: EmailNotifier.Mailbox, more: Partial<Message.Message> = {}) =>
  EmailNotifier.make({ channels: new Map([[channel, given]]), timeLimitMillis: 5_000 }).send({ ...message, ...more })

describe("a mail", () => {
  it.live("has its title as subject, its key as id, and says that nobody need answer", () =>
    Effect.gen(function* () {
      const office = yield* postOffice()
      expect(yield* send(mailbox(office.port))).toEqual({ _tag: "sent", receipt: "<delivery-1@example.com>" })
      const [{ from, mail, to } = { from: "", to: [], mail: undefined }] = office.mails
      expect([from, to]).toEqual([sender, ["keeper@example.com"]])
      const names = ["subject", "from", "to", "message-id", "auto-submitted", "content-language", "importance"]
      expect(names.map((name) => mail?.headers.get(name))).toEqual([
        message.title,
        `东塔 Tower <${sender}>`,
        "keeper@example.com",
        "<delivery-1@example.com>",
        "auto-generated",
        "zh-CN",
        "high"
      ])
    })
  )

  it.live("says in which language it is, also where Louyu's own words are in another", () =>
    Effect.gen(function* () {
      const office = yield* postOffice()
      yield* send(mailbox(office.port), { language: "pt" })
      const mail = office.mails[0]?.mail
      expect(mail?.headers.get("content-language")).toBe("pt")
      expect(mail && Mime.find(mail, "text/html")?.text).toContain('<html lang="pt">')
      expect(mail && Mime.find(mail, "text/plain")?.text).toContain("Reference")
    })
  )

  it.live("has the same text as plain text and as HTML, where nothing of it is markup", () =>
    Effect.gen(function* () {
      const office = yield* postOffice()
      yield* send(mailbox(office.port))
      const mail = office.mails[0]?.mail
      const reference = Message.reference(message.key)
      expect(mail && Mime.find(mail, "text/plain")?.text.replaceAll("\r\n", "\n").trim()).toBe(
        `Lift <3> & \neast\n\n> case ( https://example.com/?a=1&b='2' )\n\n- one\n  and more\n- two\n\n编号 ${reference}`
      )
      const html = mail && Mime.find(mail, "text/html")?.text
      expect(html).toContain("<p>Lift &lt;3&gt; &amp; <br><strong>east</strong></p>")
      expect(html).toContain('<blockquote><a href="https://example.com/?a=1&amp;b=&#39;2&#39;">case</a></blockquote>')
      expect(html).toContain("<ul><li>one<br>and more</li><li>two</li></ul>")
      expect(html).toContain(`<small>编号 ${reference}</small>`)
    })
  )

  it.live("to several people is one mail that shows none of them to the others", () =>
    Effect.gen(function* () {
      const office = yield* postOffice()
      const recipients = [recipient("keeper"), recipient("porter"), recipient("keeper")] as const
      expect(yield* send(mailbox(office.port), { recipients })).toMatchObject({ _tag: "sent" })
      expect(office.mails.map(({ to }) => to)).toEqual([["keeper@example.com", "porter@example.com"]])
      expect(office.mails[0]?.mail.headers.get("to")).toBe("Undisclosed recipients:;")
      expect(office.mails[0]?.raw).not.toContain("porter")
    })
  )

  it.live("with an invitation is one mail for each, who is named in it", () =>
    Effect.gen(function* () {
      const office = yield* postOffice()
      const recipients = [recipient("keeper"), recipient("porter")] as const
      yield* send(mailbox(office.port), { recipients, invitation })
      yield* send(mailbox(office.port), { recipients, invitation: { ...invitation, sequence: 1, method: "cancel" } })
      expect(office.mails.map(({ to }) => to)).toEqual(
        Array(2)
          .fill([["keeper@example.com"], ["porter@example.com"]])
          .flat()
      )
      const events = office.mails.map(({ mail, raw, to }) => {
        const part = Mime.find(mail, "text/calendar")
        const lines = part?.text.replaceAll("\r\n ", "").split("\r\n") ?? []
        expect(lines.filter((line) => line.startsWith("ATTENDEE")).map((line) => line.split("mailto:")[1])).toEqual(to)
        expect(raw.includes("invite.ics")).toBe(true)
        const method = /method=(\w+)/u.exec(part?.type ?? "")?.[1]
        return [method, ...lines.filter((line) => /^(?:METHOD|UID|SEQUENCE):/u.test(line))]
      })
      const [request, cancel] = [
        ["REQUEST", "METHOD:REQUEST", "UID:meeting-7", "SEQUENCE:0"],
        ["CANCEL", "METHOD:CANCEL", "UID:meeting-7", "SEQUENCE:1"]
      ]
      expect(events).toEqual([request, request, cancel, cancel])
    })
  )

  it.live("cannot be given headers or files by its texts or its sender's name", () =>
    Effect.gen(function* () {
      const office = yield* postOffice()
      const evil = "x\r\nBcc: thief@example.com\r\n\r\nbody"
      const given = mailbox(office.port)
      yield* send({ ...given, from: { ...given.from, name: evil } }, { title: evil, body: [Message.plain(evil)] })
      expect(office.mails.map(({ to }) => to)).toEqual([["keeper@example.com"]])
      expect(office.mails[0]?.mail.headers.has("bcc")).toBe(false)
      expect(office.mails[0]?.mail.headers.get("subject")).toBe("x Bcc: thief@example.com body")
    })
  )
})

describe("what becomes of a mail", () => {
  const recipients = [recipient("keeper"), recipient("gone"), recipient("full"), recipient("gone")] as const

  it.live("it is sent when some take it, and the others are named by their place", () =>
    Effect.gen(function* () {
      const office = yield* postOffice()
      office.refusing.set("gone", 550).set("full", 452)
      expect(yield* send(mailbox(office.port), { recipients })).toEqual({
        _tag: "sent",
        receipt: "<delivery-1@example.com>",
        refused: [
          { recipient: 1, reason: "SMTP 550 5.1.1", permanent: true },
          { recipient: 2, reason: "SMTP 452 4.2.2", permanent: false },
          { recipient: 3, reason: "SMTP 550 5.1.1", permanent: true }
        ]
      })
    })
  )

  it.live("so it is with invitations, and with addresses that are none", () =>
    Effect.gen(function* () {
      const office = yield* postOffice()
      office.refusing.set("gone", 550).set("full", 452)
      const bad = { ...recipient("x"), address: Redacted.make("x@example.com>\r\nRCPT TO:<thief@example.com") }
      const some = [bad, recipient("gone"), recipient("keeper"), recipient("full")] as const
      expect(yield* send(mailbox(office.port), { recipients: some, invitation })).toEqual({
        _tag: "sent",
        receipt: "<delivery-1@example.com>",
        refused: [
          { recipient: 0, reason: "address not valid", permanent: true },
          { recipient: 1, reason: "SMTP 550 5.1.1", permanent: true },
          { recipient: 3, reason: "SMTP 452 4.2.2", permanent: false }
        ]
      })
      expect(office.mails.map(({ to }) => to)).toEqual([["keeper@example.com"]])
    })
  )

  it.live("when nobody takes it, it may be tried again if one of them may take it later", () =>
    Effect.gen(function* () {
      const office = yield* postOffice()
      office.refusing.set("gone", 550).set("full", 452)
      const to = (...names: readonly [string, ...ReadonlyArray<string>]) => {
        const [first, ...others] = names
        return send(mailbox(office.port), { recipients: [recipient(first), ...others.map(recipient)] })
      }
      expect(yield* to("gone")).toEqual({ _tag: "rejected", reason: "SMTP 550 5.1.1" })
      expect(yield* to("gone", "full")).toEqual({ _tag: "retry", reason: "SMTP 452 4.2.2" })
      expect(office.mails).toEqual([])
    })
  )

  it.live("without a recipient it is rejected", () =>
    Effect.gen(function* () {
      const { recipients: _, ...rest } = message
      const adapter = EmailNotifier.make({ channels: new Map([[channel, mailbox(1)]]) })
      expect(yield* adapter.send(rest)).toEqual({ _tag: "rejected", reason: "no recipients" })
    })
  )

  it.live("larger than the server says it takes, it is rejected and not given out", () =>
    Effect.gen(function* () {
      const office = yield* postOffice({ size: 2_000 })
      const outcome = yield* send(mailbox(office.port), { body: [Message.plain("long ".repeat(2_000))] })
      expect(outcome).toEqual({ _tag: "rejected", reason: "SMTP 552" })
      expect(office.mails).toEqual([])
    })
  )
})

describe("how a server is spoken to", () => {
  it.live("a password goes to no other machine openly, and to none that does not offer what was asked for", () =>
    Effect.gen(function* () {
      const office = yield* postOffice()
      const given = mailbox(office.port)
      expect(yield* send({ ...given, host: "mail.example.com" })).toEqual({
        _tag: "channelDisabled",
        reason: "password would be sent openly"
      })
      expect(yield* send({ ...given, security: "startTls" })).toMatchObject({ _tag: "retry" })
      expect(yield* send({ ...given, security: "tls" })).toMatchObject({ _tag: "retry" })
      expect(office.mails).toEqual([])
    })
  )

  it.live("a server that cannot prove who it is gets nothing", () =>
    Effect.gen(function* () {
      const office = yield* postOffice({ hideSTARTTLS: false })
      expect(yield* send({ ...mailbox(office.port), security: "startTls" })).toMatchObject({ _tag: "retry" })
      expect(office.mails).toEqual([])
    })
  )

  it.live(
    "with TLS from the first byte or after STARTTLS, and an authority of one's own, mail and password go through",
    () =>
      Effect.gen(function* () {
        for (const security of ["tls", "startTls"] as const) {
          const secure = security === "tls"
          const office = yield* postOffice({
            key,
            cert: certificate,
            hideSTARTTLS: secure,
            secure,
            allowInsecureAuth: false
          })
          const given = { ...mailbox(office.port), security, authority: certificate }
          expect(yield* send(given)).toMatchObject({ _tag: "sent" })
          expect(office.mails.length).toBe(1)
        }
      })
  )

  it.live("without credentials nobody logs in; with wrong ones, or where nobody can, the channel is disabled", () =>
    Effect.gen(function* () {
      const office = yield* postOffice()
      const { credentials: _, ...open } = mailbox(office.port)
      expect(yield* send(open)).toMatchObject({ _tag: "sent" })
      const wrong = { user: Redacted.make("somebody"), password: Redacted.make("else") }
      expect(yield* send({ ...open, credentials: wrong })).toEqual({
        _tag: "channelDisabled",
        reason: "SMTP 535 5.7.8"
      })
      const mute = yield* postOffice({ disabledCommands: ["AUTH", "STARTTLS"] })
      expect(yield* send(mailbox(mute.port))).toEqual({ _tag: "channelDisabled", reason: "SMTP 503" })
      expect(mute.mails).toEqual([])
    })
  )

  it.live("a sender that is no address disables the channel", () =>
    Effect.gen(function* () {
      const given = { ...mailbox(1), from: { address: Redacted.make("nobody") } }
      expect(yield* send(given)).toEqual({ _tag: "channelDisabled", reason: "sender not valid" })
    })
  )

  it.live("a domain in Chinese letters is written as ASCII", () =>
    Effect.gen(function* () {
      const office = yield* postOffice()
      const far = { ...recipient("x"), address: Redacted.make("keeper@例子.example.com") }
      yield* send(mailbox(office.port), { recipients: [far] })
      expect(office.mails[0]?.mail.headers.get("to")).toBe("keeper@xn--fsqu00a.example.com")
    })
  )
})
