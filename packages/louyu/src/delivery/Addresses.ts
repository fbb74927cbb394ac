import { type Case, State as Cases } from "@louyu/casework"
import type { Identifier } from "@louyu/kernel"
import { Relation, View } from "@louyu/organisation"
import type { Notifications } from "@louyu/profiles"
import { Completeness, type Directory } from "@louyu/roles"
import type * as Hours from "./Hours.ts"

type UnitId = Identifier.UnitId

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

const around = (view: View.View, place: UnitId): ReadonlyArray<UnitId> => [
  place,
  ...View.ancestors(view, "location", place)
]

/** Where a message goes. Shape: without `people` it is for whoever reads the channel. */
export interface Address {
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

/** Where what a rule tells of a fact goes, or the reason why it goes nowhere. */
export const of = (
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
