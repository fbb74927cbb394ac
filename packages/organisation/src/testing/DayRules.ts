import * as Archetype from "../Archetype.ts"
import type { Kind, Line, Structure } from "../Structure.ts"
import * as Day from "./Day.ts"
import * as DayTree from "./DayTree.ts"

/** A rule of the organisation, asked of one day: a line for everything that breaks it. */
export interface DayRule {
  readonly name: string
  readonly breaches: (structure: Structure, day: Day.Day) => Iterable<string>
}

const lines = ["command", "location"] as const

const kinds = new WeakMap<Structure, ReadonlyMap<string, Kind>>()

/** The kind of a unit on a day. */
export const kindOf = (structure: Structure, day: Day.Day, unit: string): Kind | undefined => {
  const known = kinds.get(structure) ?? new Map(structure.kinds.map((kind) => [kind.id, kind]))
  kinds.set(structure, known)
  return known.get(Day.value(day, "kind", unit) ?? "")
}

const archetypeOf = (structure: Structure, day: Day.Day, unit: string) => kindOf(structure, day, unit)?.archetype

const show = ({ relation, subject, object }: Day.Fact): string => `${relation} ${subject} ${object}`

const isFunctional = (day: Day.Day, unit: string): boolean => Day.value(day, "nature", unit) === "functional"

const nameOfParty = (party: string): string | undefined => (party.startsWith("unit ") ? party.slice(5) : undefined)

// Which ends of a relation are units; what is not listed here speaks of one unit, its subject.
const unitEnds = (fact: Day.Fact): ReadonlyArray<string> => {
  switch (fact.relation.split(":")[0]) {
    case "command":
    case "location":
    case "cover":
    case "grid":
      return [fact.subject, fact.object]
    case "home":
    case "lead":
    case "identifier-holder":
    case "chat-holder":
      return [fact.object]
    case "participation":
    case "guides":
      return [nameOfParty(fact.subject) ?? fact.object, fact.object]
    case "alliance":
    case "merge":
    case "split":
      return []
    default:
      return [fact.subject]
  }
}

/** Whether a kind may stand below another, read straight from the words of the structure. */
const mayStand = (structure: Structure, line: Line, kind: Kind, superior: Kind): boolean => {
  const listed = line === "command" ? kind.under : kind.within
  const ids = structure.levels[line].map((level) => level.id as string)
  const [own, above] = [kind.level?.[line], superior.level?.[line]]
  if (listed === undefined && own === undefined) return false
  if (listed !== undefined && !listed.includes(superior.id)) return false
  if (own === undefined) return true
  if (above === undefined) return listed !== undefined
  const [low, high] = [ids.indexOf(own), ids.indexOf(above)]
  return high < low && structure.levels[line].every((level, rank) => rank <= high || rank >= low || level.skippable)
}

const alive: DayRule = {
  name: "everything that holds, holds between units that exist",
  breaches: function* (_structure, day) {
    for (const fact of day.facts.values()) {
      for (const unit of unitEnds(fact)) if (!Day.isAlive(day, unit)) yield `${unit} does not exist: ${show(fact)}`
    }
  }
}

const forest: DayRule = {
  name: "both lines are forests: one superior, no circle",
  breaches: function* (_structure, day) {
    for (const line of lines) {
      for (const { subject } of Day.all(day, line)) {
        if (Day.about(day, line, subject).length > 1) yield `${subject} has two superiors in ${line}`
        if (DayTree.ancestors(day, line, subject).includes(subject)) yield `${subject} stands above itself in ${line}`
      }
    }
  }
}

const placed: DayRule = {
  name: "every superior is of a kind and on a level that the structure allows",
  breaches: function* (structure, day) {
    for (const line of lines) {
      for (const { subject, object } of Day.all(day, line)) {
        const [kind, superior] = [kindOf(structure, day, subject), kindOf(structure, day, object)]
        const fits = kind !== undefined && superior !== undefined && mayStand(structure, line, kind, superior)
        if (!fits) yield `${subject} (${kind?.id}) may not stand below ${object} (${superior?.id}) in ${line}`
      }
    }
  }
}

const onePer: DayRule = {
  name: "a place has at most one unit of a kind of which it may have one",
  breaches: function* (structure, day) {
    for (const { subject, object } of Day.all(day, "location")) {
      const kind = kindOf(structure, day, subject)
      if (!kind?.onePer?.some((id) => id === Day.value(day, "kind", object))) continue
      const others = DayTree.children(day, "location", object).filter((one) => Day.value(day, "kind", one) === kind.id)
      if (others.length > 1) yield `${object} has ${others.join(" and ")} (${kind.id})`
    }
  }
}

const homes: DayRule = {
  name: "a person has one home, a Party body that is not functional",
  breaches: function* (structure, day) {
    for (const { subject, object } of Day.all(day, "home")) {
      const archetype = archetypeOf(structure, day, object)
      if (Day.about(day, "home", subject).length > 1) yield `${subject} has two homes`
      if (archetype === undefined || !Archetype.isPartyBody(archetype)) yield `${subject} is at home in a ${archetype}`
      if (isFunctional(day, object)) yield `functional ${object} holds ${subject}`
    }
  }
}

const counts: DayRule = {
  name: "members are counted only in Party bodies that are not functional, and in enterprises",
  breaches: function* (structure, day) {
    for (const { subject } of Day.all(day, "counts")) {
      const archetype = archetypeOf(structure, day, subject)
      if (archetype !== undefined && Archetype.isEnterprise(archetype)) continue
      if (archetype === undefined || !Archetype.isPartyBody(archetype)) yield `a ${archetype}, ${subject}, has counts`
      if (isFunctional(day, subject)) yield `functional ${subject} has counts`
    }
  }
}

const coverage: DayRule = {
  name: "an enterprise is covered by at most one branch, which is not functional",
  breaches: function* (structure, day) {
    for (const { subject, object } of Day.all(day, "cover")) {
      const [enterprise, branch] = [archetypeOf(structure, day, subject), archetypeOf(structure, day, object)]
      if (Day.about(day, "cover", subject).length > 1) yield `${subject} is covered twice`
      if (enterprise === undefined || !Archetype.isEnterprise(enterprise)) yield `${subject} is a ${enterprise}`
      if (branch === undefined || !Archetype.isBranch(branch)) yield `${object} covers ${subject} and is a ${branch}`
      if (isFunctional(day, object)) yield `functional ${object} covers ${subject}`
    }
  }
}

const participation: DayRule = {
  name: "nobody takes part in an entity body or in a place",
  breaches: function* (structure, day) {
    for (const { subject, object } of Day.all(day, "participation")) {
      const archetype = archetypeOf(structure, day, object)
      if (Day.value(day, "nature", object) === "entity") yield `${subject} takes part in the entity ${object}`
      if (archetype === undefined || Archetype.isPlace(archetype)) yield `${subject} takes part in the place ${object}`
    }
  }
}

const buildingOf = (structure: Structure, day: Day.Day, unit: string): string | undefined =>
  [unit, ...DayTree.ancestors(day, "location", unit)].find((one) => archetypeOf(structure, day, one) === "building")

const grids: DayRule = {
  name: "micro-grids never overlap, and hold places of their own building",
  breaches: function* (structure, day) {
    for (const { subject: place, object: grid } of Day.all(day, "grid")) {
      const archetype = archetypeOf(structure, day, place)
      if (Day.about(day, "grid", place).length > 1) yield `${place} belongs to two grids`
      if (archetypeOf(structure, day, grid) !== "microGrid") yield `${grid} is no micro-grid and has ${place}`
      if (archetype === undefined || archetype === "microGrid" || !Archetype.isPlace(archetype)) {
        yield `${place} in ${grid} is a ${archetype}`
      }
      for (const around of DayTree.ancestors(day, "location", place)) {
        const other = Day.about(day, "grid", around)[0]?.object
        if (other !== undefined && other !== grid) yield `${place} (${grid}) lies in ${around} (${other})`
      }
      const building = buildingOf(structure, day, place)
      if (building === undefined || building !== buildingOf(structure, day, grid)) {
        yield `${place} lies in ${building}, its grid ${grid} does not`
      }
    }
  }
}

const alliances: DayRule = {
  name: "every alliance has one lead, a member of it; members belong to alliances that exist",
  breaches: function* (_structure, day) {
    for (const { subject: alliance } of Day.all(day, "alliance")) {
      const leads = Day.about(day, "lead", alliance).map((fact) => fact.object)
      if (leads.length !== 1) yield `${alliance} is led by ${leads.length} units`
      for (const lead of leads) {
        if (!day.facts.has(Day.key("allied", lead, alliance))) yield `${lead} leads ${alliance} without being a member`
      }
    }
    for (const { subject, object } of Day.all(day, "allied")) {
      if (!day.facts.has(Day.key("alliance", object, ""))) yield `${subject} belongs to ${object}, which has ended`
    }
  }
}

// What only one unit can hold stands twice in the state, at the unit and in a register; both have to say the same.
const held = (name: string, relation: string, holder: string): DayRule => ({
  name,
  breaches: function* (_structure, day) {
    for (const { subject, object } of Day.all(day, relation)) {
      const rivals = Day.to(day, relation, object).filter((fact) => fact.subject !== subject)
      for (const rival of rivals) yield `${object} belongs to ${subject} and ${rival.subject}`
      if (!day.facts.has(Day.key(holder, object, subject))) yield `${object} of ${subject} is not registered`
    }
    for (const { subject, object } of Day.all(day, holder)) {
      if (!day.facts.has(Day.key(relation, object, subject)))
        yield `${subject} is registered for ${object}, which has none`
    }
  }
})

/** Everything that has to hold on every day, past and future. Source: domain 1.6, invariants 1 to 5; P-05, H-04, P-16. */
export const rules: ReadonlyArray<DayRule> = [
  alive,
  forest,
  placed,
  onePer,
  homes,
  counts,
  coverage,
  participation,
  grids,
  alliances,
  held("an external identifier belongs to one unit", "identifier", "identifier-holder"),
  held("a chat group serves one unit", "chat", "chat-holder")
]

/** All that is wrong with a day, rule by rule. */
export const breaches = (structure: Structure, day: Day.Day): ReadonlyArray<string> =>
  rules.flatMap((rule) => Array.from(rule.breaches(structure, day), (breach) => `${day.on} ${rule.name}: ${breach}`))
