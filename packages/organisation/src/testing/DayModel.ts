import type { CivilDate } from "@louyu/kernel"
import type { Party } from "../Command.ts"
import type { Event } from "../Event.ts"
import * as Day from "./Day.ts"

interface MutableDay extends Day.Day {
  readonly facts: Map<string, Day.Fact>
}

/**
 * The organisation in the plainest form there is: for every day of a window the facts that hold on it.
 *
 * Events are applied day by day with nothing but insertions and removals, so that timelines, links and indexes can be
 * compared with something that has none of them.
 */
export type DayModel = ReadonlyArray<Day.Day>

const put = (day: MutableDay, relation: string, subject: string, object = "", value = ""): void => {
  day.facts.set(Day.key(relation, subject, object), Day.fact(relation, subject, object, value))
}

const remove = (day: MutableDay, matches: (fact: Day.Fact) => boolean): void => {
  for (const [key, fact] of day.facts) if (matches(fact)) day.facts.delete(key)
}

const only = (day: MutableDay, relation: string, subject: string, object: string, value = ""): void => {
  remove(day, (fact) => fact.relation === relation && fact.subject === subject)
  put(day, relation, subject, object, value)
}

const partyKey = (party: Party): string => ("unit" in party ? `unit ${party.unit}` : `person ${party.person}`)
const register = (scheme: string, value: string): string => `["${scheme}","${value}"]`

const identify = (day: MutableDay, unit: string, scheme: string, value: string): void => {
  put(day, "identifier", unit, register(scheme, value))
  only(day, "identifier-holder", register(scheme, value), unit)
}

const freeChat = (day: MutableDay, unit: string): void => {
  remove(day, (fact) => fact.relation === "chat" && fact.subject === unit)
  remove(day, (fact) => fact.relation === "chat-holder" && fact.object === unit)
}

// What others have to do with a unit ends with it; who stands below it or is led by it had to be seen to before.
const staysBehind = new Set(["command", "location", "lead", "merge", "split"])
const close = (day: MutableDay, unit: string): void => {
  const names = new Set([unit, `unit ${unit}`])
  remove(day, (fact) => fact.relation !== "merge" && fact.relation !== "split" && names.has(fact.subject))
  remove(day, (fact) => !staysBehind.has(fact.relation) && fact.object === unit)
}

type Apply = (day: MutableDay) => void

const perDay = (event: Event): Apply => {
  switch (event._tag) {
    case "UnitEstablished":
      return (day) => {
        put(day, "alive", event.unit)
        put(day, "kind", event.unit, "", event.kind)
        put(day, "name", event.unit, "", `${event.name.zh}/${event.name.en ?? ""}`)
        if (event.nature !== undefined) put(day, "nature", event.unit, "", event.nature)
        if (event.formation !== undefined) put(day, "formation", event.unit, "", event.formation)
        if (event.under !== undefined) put(day, "command", event.unit, event.under)
        if (event.within !== undefined) put(day, "location", event.unit, event.within)
        for (const [set, option] of Object.entries(event.classes ?? {}))
          put(day, `class:${set}`, event.unit, "", option)
        for (const { scheme, value } of event.identifiers ?? []) identify(day, event.unit, scheme, value)
      }
    case "UnitRenamed":
      return (day) => put(day, "name", event.unit, "", `${event.name.zh}/${event.name.en ?? ""}`)
    case "AliasAdded":
      return (day) => put(day, "alias", event.unit, `${event.sort} ${event.alias}`)
    case "UnitReclassified":
      return (day) => {
        if (event.kind !== undefined) put(day, "kind", event.unit, "", event.kind)
        if (event.nature !== undefined) put(day, "nature", event.unit, "", event.nature)
        if (event.formation !== undefined) put(day, "formation", event.unit, "", event.formation)
        for (const [set, option] of Object.entries(event.classes ?? {}))
          put(day, `class:${set}`, event.unit, "", option)
      }
    case "UnitMoved":
    case "UnitRelocated": {
      const [line, superior] = event._tag === "UnitMoved" ? ["command", event.under] : ["location", event.within]
      return (day) => {
        remove(day, (fact) => fact.relation === line && fact.subject === event.unit)
        if (superior !== undefined) put(day, line, event.unit, superior)
      }
    }
    case "UnitDissolved":
      return (day) => close(day, event.unit)
    case "UnitsMerged":
      return (day) => put(day, "merge", event.units.join("+"), event.into)
    case "UnitSplit":
      return (day) => put(day, "split", event.unit, event.parts.join("+"))
    case "BodyJoined":
      return (day) => put(day, "participation", partyKey(event.member), event.body, event.origin ?? "")
    case "BodyLeft":
      return (day) => void day.facts.delete(Day.key("participation", partyKey(event.member), event.body))
    case "MemberAffiliated":
      return (day) => only(day, "home", event.person, event.branch, event.standing)
    case "MembershipEnded":
      return (day) => remove(day, (fact) => fact.relation === "home" && fact.subject === event.person)
    case "MemberCountsSet":
      return (day) => put(day, "counts", event.unit, "", `${event.full}+${event.probationary}`)
    case "EnterpriseCovered":
      return (day) => only(day, "cover", event.enterprise, event.branch)
    case "CoverEnded":
      return (day) => void day.facts.delete(Day.key("cover", event.enterprise, event.branch))
    default:
      return furtherPerDay(event)
  }
}

type Further = Extract<
  Event,
  {
    readonly _tag:
      | "AllianceFormed"
      | "AllianceJoined"
      | "AllianceLeft"
      | "AllianceLed"
      | "AllianceEnded"
      | "GuidanceBegun"
      | "GuidanceEnded"
      | "PlaceAssigned"
      | "ChatGroupBound"
      | "ChatGroupUnbound"
      | "IdentifierAttached"
      | "IdentifierDetached"
      | "TermStarted"
      | "ActivityReported"
  }
>

const furtherPerDay = (event: Further): Apply => {
  switch (event._tag) {
    case "AllianceFormed":
      return (day) => {
        put(day, "alliance", event.alliance)
        put(day, "lead", event.alliance, event.lead)
        for (const member of event.members) if (Day.isAlive(day, member)) put(day, "allied", member, event.alliance)
      }
    case "AllianceJoined":
      return (day) => put(day, "allied", event.unit, event.alliance)
    case "AllianceLeft":
      return (day) => void day.facts.delete(Day.key("allied", event.unit, event.alliance))
    case "AllianceLed":
      return (day) => only(day, "lead", event.alliance, event.unit)
    case "AllianceEnded":
      return (day) => {
        remove(day, (fact) => fact.relation === "allied" && fact.object === event.alliance)
        remove(
          day,
          ({ relation, subject }) => (relation === "lead" || relation === "alliance") && subject === event.alliance
        )
      }
    case "GuidanceBegun":
      return (day) => put(day, `guides:${event.purpose}`, partyKey(event.guide), event.unit)
    case "GuidanceEnded":
      return (day) => void day.facts.delete(Day.key(`guides:${event.purpose}`, partyKey(event.guide), event.unit))
    case "PlaceAssigned":
      return (day) => only(day, "grid", event.place, event.grid)
    case "ChatGroupBound":
      return (day) => {
        freeChat(day, event.unit)
        put(day, "chat", event.unit, register(event.channel, event.group))
        only(day, "chat-holder", register(event.channel, event.group), event.unit)
      }
    case "ChatGroupUnbound":
      return (day) => freeChat(day, event.unit)
    case "IdentifierAttached":
      return (day) => identify(day, event.unit, event.scheme, event.value)
    case "IdentifierDetached": {
      const what = register(event.scheme, event.value)
      return (day) => {
        day.facts.delete(Day.key("identifier", event.unit, what))
        day.facts.delete(Day.key("identifier-holder", what, event.unit))
      }
    }
    case "TermStarted":
      return (day) => put(day, "term", event.unit, event.from)
    case "ActivityReported":
      return (day) => put(day, "activity", event.unit, event.activity)
  }
}

const sameDayOnly = new Set(["UnitsMerged", "UnitSplit", "ActivityReported"])

const concerns = (event: Event, on: CivilDate.CivilDate): boolean => {
  if (!("from" in event)) return sameDayOnly.has(event._tag) ? on === event.on : on >= event.on
  return on >= event.from && (event.to === undefined || on < event.to)
}

/** The model of days on which nothing holds. */
export const empty = (days: ReadonlyArray<CivilDate.CivilDate>): DayModel => days.map((on) => Day.of(on, []))

/** The model after further events. The model given stays as it was. */
export const replay = (model: DayModel, events: Iterable<Event>): DayModel => {
  const days = model.map((day): MutableDay => ({ on: day.on, facts: new Map(day.facts) }))
  for (const event of events) {
    const apply = perDay(event)
    for (const day of days) if (concerns(event, day.on)) apply(day)
  }
  return days
}
