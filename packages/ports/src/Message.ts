import { Identifier, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"

export { reference } from "./reference.ts"

const words = Schema.NonEmptyString
const Secret = Schema.RedactedFromValue(Schema.NonEmptyString)

/** Names a channel of an adapter: a group, an application, an endpoint. Its address and keys are the adapter's own. */
export const ChannelId = Identifier.UnitId.pipe(Schema.brand("ChannelId"))
export type ChannelId = typeof ChannelId.Type

/** The same for every attempt at one delivery, and for no other. */
export const DeliveryKey = Schema.String.check(Schema.isPattern(/^[A-Za-z0-9_-]{1,64}$/u)).pipe(
  Schema.brand("DeliveryKey")
)
export type DeliveryKey = typeof DeliveryKey.Type

/** Where a link leads. Shape: `http` and `https` only. */
export const Href = Schema.String.check(Schema.isMaxLength(2000), Schema.isPattern(/^https?:\/\/[^\s<>"]+$/u))

/** A stretch of text within a line. */
export const Inline = Schema.Union([
  Schema.TaggedStruct("text", { text: words }),
  Schema.TaggedStruct("strong", { text: words }),
  Schema.TaggedStruct("link", { text: words, href: Href })
]).pipe(Schema.toTaggedUnion("_tag"))
export type Inline = typeof Inline.Type

const line = Schema.NonEmptyArray(Inline)

/** A part of a body: what every channel can show somehow, and no more. */
export const Block = Schema.Union([
  Schema.TaggedStruct("paragraph", { line }),
  Schema.TaggedStruct("quote", { line }),
  Schema.TaggedStruct("list", { items: Schema.NonEmptyArray(line) })
]).pipe(Schema.toTaggedUnion("_tag"))
export type Block = typeof Block.Type

/** Whom a message in a group calls by name. Shape: `handle` is what the channel knows the person by. */
export const Mention = Schema.Union([
  Schema.TaggedStruct("everybody", {}),
  Schema.TaggedStruct("person", { person: Identifier.PersonId, handle: Schema.optionalKey(Secret) })
]).pipe(Schema.toTaggedUnion("_tag"))
export type Mention = typeof Mention.Type

/** Somebody a message is addressed to, with the address the vault gave for this one purpose. */
export const Recipient = Schema.Struct({ person: Identifier.PersonId, address: Secret })
export type Recipient = typeof Recipient.Type

// The years 0 to 9999, which is what calendars and ISO 8601 can write.
const instant = Schema.Int.check(Schema.isBetween({ minimum: -62_167_219_200_000, maximum: 253_402_300_799_999 }))

/**
 * An appointment that goes along with a message.
 *
 * Shape: the same `uid` with a higher `sequence` changes or cancels it. Units: instants in milliseconds since 1970.
 * Source: RFC 5546.
 */
export const Invitation = Schema.Struct({
  uid: words,
  sequence: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
  method: Schema.Literals(["request", "cancel"]),
  summary: words,
  place: Schema.optionalKey(words),
  begins: instant,
  ends: instant
}).check(
  Schema.makeFilter((one) =>
    one.begins < one.ends ? undefined : { path: ["ends"], issue: "ends must be after begins" }
  )
)
export type Invitation = typeof Invitation.Type

/** The fact a message is about, for channels that are read by machines. Units: `time` in milliseconds since 1970. */
export const About = Schema.Struct({
  id: words,
  type: words,
  source: words,
  subject: Schema.optionalKey(words),
  time: instant,
  data: Schema.Json
})
export type About = typeof About.Type

/**
 * What is to be told, to whom and over which channel.
 *
 * Shape: `recipients` for channels that reach single people, `mentions` for groups; a channel leaves out what it cannot
 * show and says nothing else instead. Nothing in title and body leads to a person: names stand in `mentions` and
 * `recipients`, whose addresses are `Redacted`.
 */
export const Message = Schema.Struct({
  key: DeliveryKey,
  channel: ChannelId,
  language: Text.Tag,
  title: words,
  body: Schema.NonEmptyArray(Block),
  mentions: Schema.optionalKey(Schema.Array(Mention)),
  recipients: Schema.optionalKey(Schema.NonEmptyArray(Recipient)),
  urgency: Schema.Literals(["low", "normal", "high"]),
  invitation: Schema.optionalKey(Invitation),
  about: Schema.optionalKey(About)
})
export type Message = typeof Message.Type

/** A line of plain text. */
export const plain = (text: string): Block => ({ _tag: "paragraph", line: [{ _tag: "text", text }] })

/** The texts of a message as its readers must see them, in order: the title, then those of the body. */
export const texts = (message: Message): ReadonlyArray<string> => [
  message.title,
  ...lines(message.body).flatMap((inlines) => inlines.map(({ text }) => text))
]

/** The addresses its links lead to, in order. */
export const hrefs = (message: Message): ReadonlyArray<string> =>
  lines(message.body).flatMap((inlines) => inlines.flatMap((one) => (one._tag === "link" ? [one.href] : [])))

const lines = (body: Message["body"]): ReadonlyArray<ReadonlyArray<Inline>> =>
  body.flatMap((block) => (block._tag === "list" ? block.items : [block.line]))
