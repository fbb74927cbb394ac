import { Message } from "@louyu/ports"
import * as Schema from "effect/Schema"
import { Deliveries, type Outbox, type Planner } from "louyu"
import * as Answer from "./Answer.ts"
import * as Display from "./Display.ts"
import type { Look } from "./Look.ts"

const { field } = Answer

/** A message as answers hold it. */
export const Mail = Schema.Struct({
  key: field(Schema.String, "the key of the delivery, the same for every attempt"),
  reference: field(Schema.String, "the same in short: eight digits and letters"),
  channel: field(Schema.String, "the kind of the channel, a point, and what it is known by there"),
  rule: field(Schema.String, "the rule it falls under"),
  title: field(Answer.Name, "its title"),
  lines: field(Schema.Array(Answer.Name), "what it tells, fact by fact"),
  people: field(Schema.Array(Schema.String), "the ids of those it is for, where it is for single people")
}).annotate({ identifier: "Mail" })
export type Mail = typeof Mail.Type

type Plan = Planner.Planned["plans"][number]

/** A delivery that would be planned. */
export const ofPlan = ({ key, over, rule, title, item, people }: Plan): Mail => ({
  key,
  reference: Message.reference(key),
  channel: Deliveries.nameOf(over),
  rule,
  title,
  lines: [item.text],
  people: [...(people ?? [])]
})

/** A delivery that is recorded. */
export const ofDelivery = (over: Plan["over"], one: Outbox.DeliveryKnown): Mail => ({
  key: one.key,
  reference: Message.reference(one.key),
  channel: Deliveries.nameOf(over),
  rule: one.rule,
  title: one.title,
  lines: one.items.map(({ text }) => text),
  people: [...one.people]
})

/** A message on a few lines: where it goes and its title, then what it tells. */
export const lines = (look: Look, { channel, reference, title, lines: told, people }: Mail): ReadonlyArray<string> => [
  `${look.paint("dim", `[${channel}]`)} ${Display.plain(look.text(title))} ${look.paint("dim", `#${reference}`)}`,
  ...told.map((text) => `  ${Display.plain(look.text(text))}`),
  ...(people.length === 0 ? [] : [`  ${look.paint("dim", `${look.label("致", "to")} ${people.join(" ")}`)}`])
]
