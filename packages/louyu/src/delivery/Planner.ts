import { Case } from "@louyu/casework"
import { EventEnvelope, Identifier, Text } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import { Message } from "@louyu/ports"
import { Notifications } from "@louyu/profiles"
import * as Schema from "effect/Schema"
import * as Addresses from "./Addresses.ts"
import type { Command } from "./Delivery.ts"
import { fingerprint } from "./fingerprint.ts"
import * as Hours from "./Hours.ts"
import * as Template from "./Template.ts"

type UnitId = Identifier.UnitId
type Plan = Extract<Command, { readonly _tag: "PlanDelivery" }>

/** A recorded fact, as rules see it. */
export interface Fact {
  readonly id: Identifier.EventId
  readonly recordedAt: EventEnvelope.Timestamp
  readonly event: { readonly _tag: string } & Readonly<Record<string, unknown>>
}

/** What comes of a fact under a rule: deliveries, or the reason there are none. */
export interface Planned {
  readonly rule: Notifications.NotificationRule
  readonly fact: Fact
  readonly plans: ReadonlyArray<Plan>
  readonly untold: Addresses.Untold | undefined
}

const isUnitId = Schema.is(Identifier.UnitId)
const isCaseId = Schema.is(Case.CaseId)

const fieldOf = (event: Fact["event"], path: string): unknown =>
  path.split(".").reduce<unknown>((value, name) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined
    return Object.entries(value).find(([key]) => key === name)?.[1]
  }, event)

const matches = ({ events, where = {} }: Notifications.NotificationRule, { event }: Fact): boolean =>
  events.includes(event._tag) && Object.entries(where).every(([path, value]) => fieldOf(event, path) === value)

const isText = Schema.is(Text.Text)

// Of a field only what can be said in a word is told: texts, numbers and names.
const said = (value: unknown, view: View.View, language: Text.Tag): string | undefined => {
  if (typeof value === "number") return String(value)
  if (isText(value)) return Text.read(value, language)
  if (typeof value !== "string") return undefined
  return isUnitId(value) && View.unit(view, value) !== undefined ? Text.read(View.label(view, value), language) : value
}

const valuesOf =
  (rule: Notifications.NotificationRule, { event }: Fact, place: UnitId | undefined, view: View.View) =>
  (language: Text.Tag): Template.Values => {
    const names = [rule.title, rule.text].flatMap(Notifications.placeholders)
    const known = names.flatMap((name) => {
      const value = said(fieldOf(event, name), view, language)
      return value === undefined ? [] : [[name, value] as const]
    })
    const label = place === undefined ? [] : [["place", Text.read(View.label(view, place), language)] as const]
    return Object.fromEntries([...known, ...label])
  }

const minute = 60_000

/** The same by itself, for a fact whose batch went out before it was planned. */
export const alone = (plan: Plan): Plan => ({
  ...plan,
  key: Message.DeliveryKey.make(fingerprint(plan.key, plan.item.event)),
  notBefore: plan.at
})

/**
 * What a fact comes to under the rules of a city: what is told to whom, from when on.
 *
 * Shape: one for every rule the fact falls under. Keys follow from the fact, the rule and the channel, so planning the
 * same fact again plans nothing new. Of the fact only what the templates name is told.
 */
export const plan = (
  notifications: Notifications.Notifications,
  fact: Fact,
  surroundings: Addresses.Surroundings,
  at: number
): ReadonlyArray<Planned> =>
  notifications.rules
    .filter((rule) => matches(rule, fact))
    .map((rule): Planned => {
      const { organisation: view } = surroundings
      const about = fieldOf(fact.event, "case")
      const known = isCaseId(about) ? surroundings.caseOf(about) : undefined
      const named = rule.place === undefined ? known?.raised.place : fieldOf(fact.event, rule.place)
      const place = isUnitId(named) && View.unit(view, named) !== undefined ? named : undefined
      const found = Addresses.of(notifications, rule, surroundings, place, known)
      if (typeof found === "string") return { rule, fact, plans: [], untold: found }
      const values = valuesOf(rule, fact, place, view)
      // By when it was recorded, not by when it is planned: planning again gives the same window.
      const recorded = EventEnvelope.toEpochMillis(fact.recordedAt)
      const window = rule.digestMinutes === undefined ? undefined : rule.digestMinutes * minute
      const ends = window === undefined ? at : Math.max(at, (Math.floor(recorded / window) + 1) * window)
      const batch = window === undefined ? String(fact.id) : `window ${Math.floor(recorded / window)}`
      const plans = found.map(({ over, people }): Plan => {
        const to = [rule.id, over.kind, over.channel, ...(people ?? [])]
        return {
          _tag: "PlanDelivery",
          over,
          key: Message.DeliveryKey.make(fingerprint(...to, batch)),
          rule: rule.id,
          title: Template.fill(rule.title, values),
          item: {
            event: fact.id,
            text: Template.fill(rule.text, values),
            ...(place === undefined ? {} : { place })
          },
          urgency: rule.urgency ?? "normal",
          ...(people === undefined ? {} : { people }),
          notBefore: Hours.from(rule.hours, surroundings, ends),
          at
        }
      })
      return { rule, fact, plans, untold: undefined }
    })
