import { Case, State as Cases } from "@louyu/casework"
import { EventEnvelope, Identifier, Text } from "@louyu/kernel"
import { Relation, View } from "@louyu/organisation"
import { Message } from "@louyu/ports"
import { Notifications } from "@louyu/profiles"
import { Completeness, type Directory } from "@louyu/roles"
import * as Schema from "effect/Schema"
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

/** What planning has to know of a city on the day of a fact. */
export interface Surroundings extends Hours.Local {
  readonly organisation: View.View
  readonly directory: Directory.Directory
  /** What is known of a case now. */
  readonly caseOf: (id: Case.CaseId) => Cases.State
  /** Who answers for a case. */
  readonly answering: (known: Cases.CaseKnown) => ReadonlyArray<Identifier.PersonId>
}

/** Why a fact that a rule is about is told to nobody. */
export type Untold = "noPlace" | "noCase" | "noGroup" | "noAdapter" | "nobody"

/** What comes of a fact under a rule: deliveries, or the reason there are none. */
export interface Planned {
  readonly rule: Notifications.NotificationRule
  readonly fact: Fact
  readonly plans: ReadonlyArray<Plan>
  readonly untold: Untold | undefined
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

const around = (view: View.View, place: UnitId): ReadonlyArray<UnitId> => [
  place,
  ...View.ancestors(view, "location", place)
]

interface Address {
  readonly over: Notifications.ChannelRef
  readonly people?: readonly [Identifier.PersonId, ...ReadonlyArray<Identifier.PersonId>]
}

// A message about a place goes to the group bound to it, or to the nearest unit above that has one (P-05).
const group = (
  { groups = {} }: Notifications.Notifications,
  { organisation: view }: Surroundings,
  place: UnitId | undefined
): ReadonlyArray<Address> | Untold => {
  if (place === undefined) return "noPlace"
  const grid = Relation.gridOf(view, place)
  const units = grid === undefined ? around(view, place) : [grid, ...around(view, place)]
  const bound = units.flatMap((unit) => Relation.chatGroup(view, unit) ?? [])[0]
  if (bound === undefined) return "noGroup"
  const kind = Object.hasOwn(groups, bound.channel) ? groups[bound.channel] : undefined
  return kind === undefined ? "noAdapter" : [{ over: { kind, channel: bound.group } }]
}

const each = (
  over: Notifications.ChannelRef,
  people: ReadonlyArray<Identifier.PersonId>
): ReadonlyArray<Address> | Untold =>
  people.length === 0 ? "nobody" : [...new Set(people)].map((person) => ({ over, people: [person] as const }))

// Whoever raised it for somebody else is the one they talk to; both ways of raising have somebody to be told.
const raisers = (
  notifications: Notifications.Notifications,
  over: Notifications.ChannelRef,
  surroundings: Surroundings,
  known: Cases.CaseKnown
): ReadonlyArray<Address> | Untold => {
  const parties = Cases.toTell(known)
  const people = each(
    over,
    parties.flatMap(({ person }) => person ?? [])
  )
  const groups = parties.flatMap(({ unit, person }) =>
    person === undefined ? [group(notifications, surroundings, unit)] : []
  )
  const all = [people, ...groups]
  const found = all.filter((one) => typeof one !== "string").flat()
  const channels = found.map(({ over: { kind, channel }, people: who = [] }) => [kind, channel, ...who].join(" "))
  const once = found.filter((_, at) => channels.indexOf(channels[at] ?? "") === at)
  return once.length > 0 ? once : (all.findLast((one) => typeof one === "string") ?? "nobody")
}

const holders = (
  over: Notifications.ChannelRef,
  role: string,
  { directory, organisation: view }: Surroundings,
  place: UnitId | undefined
): ReadonlyArray<Address> | Untold => {
  if (place === undefined) return "noPlace"
  for (const unit of around(view, place)) {
    const people = Completeness.of(directory, unit)
      .filter(({ at }) => at.role.code === role)
      .flatMap((one) => one.holders.map(({ person }) => person))
    if (people.length > 0) return each(over, people)
  }
  return "nobody"
}

const addresses = (
  notifications: Notifications.Notifications,
  { to }: Notifications.NotificationRule,
  around_: Surroundings,
  place: UnitId | undefined,
  known: Cases.State
): ReadonlyArray<Address> | Untold => {
  switch (to._tag) {
    case "group":
      return group(notifications, around_, place)
    case "role":
      return holders(to.over, to.role, around_, place)
    case "raisers":
      return known === undefined ? "noCase" : raisers(notifications, to.over, around_, known)
    case "answering":
      return known === undefined ? "noCase" : each(to.over, around_.answering(known))
    case "channel":
      return [{ over: to.over }]
  }
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
  surroundings: Surroundings,
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
      const found = addresses(notifications, rule, surroundings, place, known)
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
