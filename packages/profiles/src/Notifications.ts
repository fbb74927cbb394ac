import { Text, TimeWindow } from "@louyu/kernel"
import * as Schema from "effect/Schema"

const code = Schema.String.check(Schema.isPattern(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u))
const kind = Schema.String.check(Schema.isPattern(/^[a-z][A-Za-z0-9-]{0,31}$/u))
const positive = Schema.Int.check(Schema.isGreaterThan(0))

/** A channel: which kind of adapter, and what the adapter knows it by. */
export const ChannelRef = Schema.Struct({ kind, channel: code })
export type ChannelRef = typeof ChannelRef.Type

/**
 * Who is told.
 *
 * Shape: `group` is the chat group bound to the place of the fact, or to the nearest unit above that has one (P-05);
 * `role` are those who hold a post of the role there, or at the nearest unit above that has one, each by themselves;
 * `raisers` are those who raised the case the fact is about and whatever was merged into it, a unit in its group and a
 * person by itself (R5-12); `answering` are those who answer for that case now (R5-20); `channel` is always the same.
 */
export const Audience = Schema.Union([
  Schema.TaggedStruct("group", {}),
  Schema.TaggedStruct("role", { role: code, over: ChannelRef }),
  Schema.TaggedStruct("raisers", { over: ChannelRef }),
  Schema.TaggedStruct("answering", { over: ChannelRef }),
  Schema.TaggedStruct("channel", { over: ChannelRef })
]).pipe(Schema.toTaggedUnion("_tag"))
export type Audience = typeof Audience.Type

/**
 * Which facts are told to whom, and how.
 *
 * Shape: `events` are types of events; `where` are values their fields must have; `place` is the field that names the
 * unit a fact is about, without it the place of the case it is about. In `title` and `text`, `{field}` stands for a field of the fact and `{place}` for the name of
 * the place; nothing else of a fact is told. With `hours` a message waits until then; with `digestMinutes` what happens
 * within so many minutes goes out as one message.
 */
export const NotificationRule = Schema.Struct({
  id: code,
  names: Text.Text,
  events: Schema.NonEmptyArray(Schema.NonEmptyString),
  where: Schema.optionalKey(Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite, Schema.Boolean]))),
  place: Schema.optionalKey(Schema.NonEmptyString),
  to: Audience,
  title: Text.Text,
  text: Text.Text,
  urgency: Schema.optionalKey(Schema.Literals(["low", "normal", "high"])),
  hours: Schema.optionalKey(
    Schema.Struct({
      open: TimeWindow.TimeOfDay,
      close: TimeWindow.TimeOfDay,
      workdays: Schema.optionalKey(Schema.Boolean)
    }).check(
      Schema.makeFilter((w) => (w.open < w.close ? undefined : { path: ["close"], issue: "close must be after open" }))
    )
  ),
  digestMinutes: Schema.optionalKey(positive)
})
export type NotificationRule = typeof NotificationRule.Type

/** What stands for a field in a title or text. */
export const placeholder = /\{([A-Za-z][A-Za-z0-9.]*)\}/gu

/** The fields a title or text names, in any of its languages. */
export const placeholders = (text: Text.Text): ReadonlyArray<string> => [
  ...new Set([...Text.wordings(text).join("").matchAll(placeholder)].map(([, name]) => name ?? ""))
]

/**
 * Who is told what in a city.
 *
 * Shape: `groups` says by which kind of adapter the groups of a chat channel are reached (`wechat` by `wecom`); `alerts`
 * is where somebody learns that a channel no longer works. A message is tried `attempts` times within `hours`.
 */
export const Notifications = Schema.Struct({
  rules: Schema.Array(NotificationRule),
  groups: Schema.optionalKey(Schema.Record(Schema.String, kind)),
  alerts: Schema.optionalKey(ChannelRef),
  budget: Schema.optionalKey(Schema.Struct({ attempts: positive, hours: positive }))
})
export type Notifications = typeof Notifications.Type
