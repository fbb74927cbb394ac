import type { CivilDate } from "@louyu/kernel"
import type { Command } from "../Command.ts"
import type { Structure } from "../Structure.ts"
import * as Day from "./Day.ts"
import * as DayRules from "./DayRules.ts"

/** Whether a command should be accepted; `undefined` where only the rules themselves can tell. */
export type Verdict = "accept" | "refuse" | undefined

type Days = ReadonlyArray<Day.Day>
type Change = (facts: Map<string, Day.Fact>) => void
type Of<Tag extends Command["_tag"]> = Extract<Command, { readonly _tag: Tag }>

const dayOf = (days: Days, on: CivilDate.CivilDate): Day.Day | undefined => days.find((day) => day.on === on)

// The days from a date on for which something stays as it is on that date, so that what is planned for later is kept.
const until = (days: Days, from: CivilDate.CivilDate, read: (day: Day.Day) => string): Days => {
  const later = days.filter((day) => day.on >= from)
  const [first] = later
  if (first === undefined) return []
  const end = later.findIndex((day) => read(day) !== read(first))
  return end < 0 ? later : later.slice(0, end)
}

const changed = (days: Days, change: Change): Days =>
  days.map((day) => {
    const facts = new Map(day.facts)
    change(facts)
    return { on: day.on, facts }
  })

/** Lets the change happen in the plainest way, and asks every day whether that broke a rule. */
const tried = (structure: Structure, days: Days): Verdict =>
  Day.distinct(days).every((day) => DayRules.breaches(structure, day).length === 0) ? "accept" : "refuse"

const only = (facts: Map<string, Day.Fact>, fact: Day.Fact | undefined, relation: string, subject: string): void => {
  for (const [key, one] of facts) if (one.relation === relation && one.subject === subject) facts.delete(key)
  if (fact !== undefined) facts.set(Day.key(fact.relation, fact.subject, fact.object), fact)
}

const moved = (structure: Structure, days: Days, command: Of<"MoveUnit" | "RelocateUnit">): Verdict => {
  const { unit, from } = command
  const [line, target] =
    command._tag === "MoveUnit" ? (["command", command.under] as const) : (["location", command.within] as const)
  const first = dayOf(days, from)
  if (first === undefined || !Day.isAlive(first, unit)) return "refuse"
  const same = (day: Day.Day) => `${Day.isAlive(day, unit)} ${Day.superior(day, line, unit)}`
  const fact = target === undefined ? undefined : Day.fact(line, unit, target)
  return tried(
    structure,
    changed(until(days, from, same), (facts) => only(facts, fact, line, unit))
  )
}

const affiliated = (structure: Structure, days: Days, command: Of<"AffiliateMember">): Verdict => {
  const { person, branch, standing, from } = command
  const first = dayOf(days, from)
  if (first === undefined || !Day.isAlive(first, branch)) return "refuse"
  const home = (day: Day.Day) =>
    Day.about(day, "home", person)
      .map((fact) => fact.object)
      .join()
  return tried(
    structure,
    changed(
      until(days, from, (day) => `${Day.isAlive(day, branch)} ${home(day)}`),
      (facts) => only(facts, Day.fact("home", person, branch, standing), "home", person)
    )
  )
}

const counted = (structure: Structure, days: Days, command: Of<"SetMemberCounts">): Verdict => {
  const { unit, full, probationary, from } = command
  const first = dayOf(days, from)
  if (first === undefined || !Day.isAlive(first, unit)) return "refuse"
  return tried(
    structure,
    changed(
      until(days, from, (day) => `${Day.isAlive(day, unit)} ${Day.value(day, "counts", unit)}`),
      (facts) => only(facts, Day.fact("counts", unit, "", `${full}+${probationary}`), "counts", unit)
    )
  )
}

const assigned = (structure: Structure, days: Days, { grid, places, from }: Of<"AssignToGrid">): Verdict => {
  const first = dayOf(days, from)
  if (first === undefined || ![grid, ...places].every((unit) => Day.isAlive(first, unit))) return "refuse"
  let after = days
  for (const place of places) {
    const same = (day: Day.Day) =>
      `${Day.isAlive(day, grid)} ${Day.isAlive(day, place)} ${Day.about(day, "grid", place)[0]?.object}`
    const held = new Map(
      changed(until(after, from, same), (facts) => only(facts, Day.fact("grid", place, grid), "grid", place)).map(
        (day) => [day.on, day]
      )
    )
    after = after.map((day) => held.get(day.on) ?? day)
    // One place after the other, so that a grid is not refused for what it gives up itself.
    if (tried(structure, after) === "refuse") return "refuse"
  }
  return "accept"
}

const reclassified = (structure: Structure, days: Days, command: Of<"ReclassifyUnit">): Verdict => {
  const { unit, from, kind, nature, formation, classes } = command
  const first = dayOf(days, from)
  if (first === undefined || !Day.isAlive(first, unit)) return "refuse"
  if (kind !== undefined && !structure.kinds.some((one) => one.id === kind)) return "refuse"
  if (Object.values(classes ?? {}).includes("galaxy")) return "refuse"
  let after = days
  for (const [relation, value] of Object.entries({ kind, nature, formation })) {
    if (value === undefined) continue
    const same = (day: Day.Day) => `${Day.isAlive(day, unit)} ${Day.value(day, relation, unit)}`
    const held = new Map(
      changed(until(after, from, same), (facts) =>
        only(facts, Day.fact(relation, unit, "", value), relation, unit)
      ).map((day) => [day.on, day])
    )
    after = after.map((day) => held.get(day.on) ?? day)
  }
  return tried(structure, after)
}

const joined = (structure: Structure, days: Days, command: Of<"JoinBody">): Verdict => {
  const { body, member, from, to } = command
  const first = dayOf(days, from)
  const units = "unit" in member ? [body, member.unit] : [body]
  if (first === undefined || !units.every((unit) => Day.isAlive(first, unit)) || new Set(units).size < units.length) {
    return "refuse"
  }
  if (to !== undefined && to <= from) return "refuse"
  const party = "unit" in member ? `unit ${member.unit}` : `person ${member.person}`
  const fact = Day.fact("participation", party, body)
  const key = Day.key("participation", party, body)
  const same = (day: Day.Day) => (to === undefined ? `${day.facts.get(key)?.value}` : `${day.on < to}`)
  const lives = (day: Day.Day) => units.every((unit) => Day.isAlive(day, unit))
  return tried(
    structure,
    changed(
      until(days, from, (day) => `${lives(day)} ${same(day)}`),
      (facts) => facts.set(key, fact)
    )
  )
}

const established = (structure: Structure, days: Days, command: Of<"EstablishUnit">): Verdict => {
  const { unit, kind, under, within, from, to, identifiers, classes } = command
  if (days.some((day) => Day.isAlive(day, unit)) || (identifiers ?? []).length > 0) return undefined
  const known = structure.kinds.find((one) => one.id === kind)
  if (known === undefined || (to !== undefined && to <= from)) return "refuse"
  if (Object.values(classes ?? {}).includes("galaxy")) return "refuse"
  const nature = command.nature ?? known.nature
  return tried(
    structure,
    changed(
      days.filter((day) => day.on >= from && (to === undefined || day.on < to)),
      (facts) => {
        const added = [
          Day.fact("alive", unit),
          Day.fact("kind", unit, "", kind),
          ...(nature === undefined ? [] : [Day.fact("nature", unit, "", nature)]),
          ...(under === undefined ? [] : [Day.fact("command", unit, under)]),
          ...(within === undefined ? [] : [Day.fact("location", unit, within)])
        ]
        for (const fact of added) facts.set(Day.key(fact.relation, fact.subject, fact.object), fact)
      }
    )
  )
}

/**
 * Whether a command should be accepted, found out without any rule of the organisation: the change is made in the
 * plainest way on every day it speaks of, and accepted when no day breaks a rule then.
 */
export const of = (structure: Structure, days: Days, command: Command): Verdict => {
  switch (command._tag) {
    case "MoveUnit":
    case "RelocateUnit":
      return moved(structure, days, command)
    case "AffiliateMember":
      return affiliated(structure, days, command)
    case "SetMemberCounts":
      return counted(structure, days, command)
    case "AssignToGrid":
      return assigned(structure, days, command)
    case "ReclassifyUnit":
      return reclassified(structure, days, command)
    case "JoinBody":
      return joined(structure, days, command)
    case "EstablishUnit":
      return established(structure, days, command)
    default:
      return undefined
  }
}
