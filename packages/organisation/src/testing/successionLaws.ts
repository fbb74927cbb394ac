import { Law } from "@louyu/kernel/testing"
import * as Result from "effect/Result"
import * as Archetype from "../Archetype.ts"
import type { Command } from "../Command.ts"
import type { OrganisationDecider } from "../Organisation.ts"
import * as Arbitrary from "./Arbitrary.ts"
import * as Day from "./Day.ts"
import * as DayReading from "./DayReading.ts"
import * as DayRules from "./DayRules.ts"
import * as Example from "./Example.ts"
import * as Story from "./Story.ts"

type Of<Tag extends Command["_tag"]> = Extract<Command, { readonly _tag: Tag }>
type Succession = Of<"MergeUnits" | "SplitUnit">

const law = Law.make<OrganisationDecider, [ReadonlyArray<Command>]>
const histories = [Arbitrary.commands()] as const
const { structure } = Example

const memberCounts = (day: Day.Day, unit: string): readonly [number, number] => {
  const stated = Day.value(day, "counts", unit)
  if (stated !== undefined) {
    const [full = 0, probationary = 0] = stated.split("+").map(Number)
    return [full, probationary]
  }
  const homes = Day.to(day, "home", unit)
  const full = homes.filter((fact) => fact.value === "full").length
  return [full, homes.length - full]
}

const totals = (day: Day.Day, units: Iterable<string>): readonly [number, number] => {
  let [full, probationary] = [0, 0]
  for (const unit of units) {
    const [more, others] = memberCounts(day, unit)
    full += more
    probationary += others
  }
  return [full, probationary]
}

/** The units a succession turns into each other: those that close, their heirs and the parts. */
const involved = (command: Succession): ReadonlySet<string> =>
  command._tag === "MergeUnits"
    ? new Set([...command.units, command.into])
    : new Set([
        command.unit,
        ...command.parts.map((part) => part.unit),
        ...(command.remainderTo === undefined ? [] : [command.remainderTo])
      ])

const handedOver = /^(home|cover|participation|guides:.*|allied|lead|grid|command|location)$/u
// Of these a unit has its own, which it does not leave to its heir: where it stands, and whose it is itself.
const itsOwn = new Set(["cover", "grid", "command", "location"])

/**
 * What others have to do with some units, taken as one: nothing of it may be lost or invented when they merge or split.
 */
const asOne = (day: Day.Day, units: ReadonlySet<string>): ReadonlyArray<string> => {
  const merged = (name: string): string =>
    units.has(name) ? "*" : name.startsWith("unit ") && units.has(name.slice(5)) ? "unit *" : name
  const facts = [...day.facts.values()].filter((fact) => handedOver.test(fact.relation))
  const seen = facts.flatMap((fact) => {
    const [subject, object] = [merged(fact.subject), merged(fact.object)]
    const isInner = object === "*" && (subject === "*" || subject === "unit *")
    return isInner || (subject === "*" && itsOwn.has(fact.relation))
      ? []
      : [`${fact.relation} ${subject} ${object} ${fact.relation === "home" ? fact.value : ""}`]
  })
  return [...new Set(seen)].sort()
}

const isSuccession = (command: Command): command is Succession =>
  command._tag === "MergeUnits" || command._tag === "SplitUnit"

/** Days from the succession on. */
const daysOf = (turn: Story.Turn, command: Succession) =>
  Arbitrary.window
    .filter((on) => on >= command.on)
    .map((on) => ({ on, before: DayReading.of(turn.before, on), after: DayReading.of(turn.after, on) }))

const lives = (day: Day.Day, units: Iterable<string>): boolean => [...units].every((unit) => Day.isAlive(day, unit))

const isPart = (command: Of<"SplitUnit">, unit: string | undefined): boolean =>
  command.parts.some((part) => part.unit === unit)

// An heir that ends by plan ends what it inherited; until then nothing may be missing.
const closing = (command: Succession): ReadonlyArray<string> =>
  command._tag === "MergeUnits"
    ? [...command.units, command.into]
    : [command.unit, ...(isPart(command, command.remainderTo) ? [] : [command.remainderTo ?? command.unit])]

const conserving: ReadonlyArray<Law.Law<OrganisationDecider>> = [
  law(
    "merging and splitting lose nobody and nothing: what was the units' is still theirs, taken as one",
    histories,
    (subject, commands) => {
      for (const turn of Story.turns(subject, commands)) {
        const { command } = turn
        if (!isSuccession(command) || !Story.isNews(turn)) continue
        const units = involved(command)
        for (const { on, before, after } of daysOf(turn, command)) {
          if (!lives(before, closing(command))) continue
          Law.same(asOne(after, units), asOne(before, units), `${command._tag} seen on ${on}`)
        }
      }
    }
  ),
  law("merging and splitting change no number of members", histories, (subject, commands) => {
    for (const turn of Story.turns(subject, commands)) {
      const { command } = turn
      if (!isSuccession(command) || !Story.isNews(turn)) continue
      const units = involved(command)
      for (const { on, before, after } of daysOf(turn, command)) {
        if (!lives(before, closing(command))) continue
        Law.same(totals(after, units), totals(before, units), `${command._tag} seen on ${on}`)
      }
    }
  }),
  law("closing a unit leaves everybody a superior, a place, a home and a number", histories, (subject, commands) => {
    for (const turn of Story.turns(subject, commands)) {
      const { command } = turn
      if (command._tag !== "DissolveUnit" || !Story.isNews(turn)) continue
      for (const on of Arbitrary.window) {
        const [before, after] = [DayReading.of(turn.before, on), DayReading.of(turn.after, on)]
        for (const relation of ["command", "location", "home"]) {
          const subjects = (day: Day.Day) =>
            Day.all(day, relation)
              .map((fact) => fact.subject)
              .filter((one) => one !== command.unit && one !== command.subordinatesTo && one !== command.occupantsTo)
          Law.same(new Set(subjects(after)), new Set(subjects(before)), `${relation} on ${on}`)
        }
        const { unit: closed, membersTo } = command
        const counted = Day.living(before).filter((unit) => {
          const archetype = DayRules.kindOf(structure, before, unit)?.archetype
          const isPassing = membersTo !== undefined && (unit === closed || unit === membersTo)
          return isPassing || (archetype !== undefined && Archetype.isPartyBody(archetype))
        })
        Law.same(totals(after, counted), totals(before, counted), `members on ${on}`)
      }
    }
  })
]

/** What stands against closing a unit on a day. */
const dependants = (turn: Story.Turn, command: Of<"DissolveUnit">): boolean =>
  Arbitrary.window.some((on) => {
    if (on < command.on) return false
    const day = DayReading.of(turn.before, on)
    const { unit, subordinatesTo, occupantsTo, membersTo } = command
    return (
      (subordinatesTo === undefined && Day.to(day, "command", unit).length > 0) ||
      (occupantsTo === undefined && Day.to(day, "location", unit).length > 0) ||
      (membersTo === undefined && Day.to(day, "home", unit).length > 0) ||
      Day.to(day, "lead", unit).length > 0
    )
  })

const founding = (turn: Story.Turn, branch: string, formation: string, on: string): void => {
  const date = Arbitrary.window.find((one) => one === on)
  if (date === undefined) return
  const day = DayReading.of(turn.after, date)
  const count = Day.to(day, "cover", branch).length
  const limit =
    DayRules.kindOf(structure, day, branch)?.maximumEnterprises ?? structure.branchRules.jointMaximumEnterprises
  const [full] = memberCounts(day, branch)
  const isRight = formation === "single" ? count === 1 : count >= 2 && count <= limit
  Law.same({ isRight, count }, { isRight: true, count }, `${formation} ${branch} on ${on}`)
  const minimum = formation === "single" ? structure.branchRules.singleMinimum : structure.branchRules.jointMinimum
  Law.same(full >= minimum, true, `${branch} with ${full} members`)
  Law.same(Day.value(day, "formation", branch), formation, `the formation of ${branch}`)
}

const refusing: ReadonlyArray<Law.Law<OrganisationDecider>> = [
  law(
    "a unit on which something depends is not closed unless that gets a home in the same command",
    histories,
    (subject, commands) => {
      for (const turn of Story.turns(subject, commands)) {
        const { command } = turn
        if (command._tag !== "DissolveUnit" || !dependants(turn, command)) continue
        Law.same(Story.events(turn), [], `closing ${command.unit}`)
      }
    }
  ),
  law(
    "a branch is founded single for one enterprise, joint for two up to a limit, with enough full members",
    histories,
    (subject, commands) => {
      for (const turn of Story.turns(subject, commands)) {
        const { command } = turn
        if (!Story.isNews(turn)) continue
        if (command._tag === "FormBranch") founding(turn, command.unit, command.formation, command.from)
        if (command._tag === "ReorganiseBranch") founding(turn, command.branch, command.formation, command.from)
      }
    }
  ),
  law("a branch that falls below what its founding asked for lives on", histories, (subject, commands) => {
    for (const { command, before, decided } of Story.turns(subject, commands)) {
      const isLosing = command._tag === "EndMembership" || (command._tag === "SetMemberCounts" && command.full === 0)
      if (!isLosing || Result.isSuccess(decided)) continue
      const isTooSmall = decided.failure._tag === "BranchTooSmall" || decided.failure._tag === "EnterpriseCountRejected"
      Law.same(isTooSmall, false, `${command._tag} in ${Story.shown(before).length} facts`)
    }
  })
]

/** What is promised when units take the place of others, are closed, or are founded as branches. */
export const successionLaws: ReadonlyArray<Law.Law<OrganisationDecider>> = [...conserving, ...refusing]
