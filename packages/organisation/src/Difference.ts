import type { CivilDate, Identifier, Text } from "@louyu/kernel"
import { Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Links from "./Links.ts"
import type { Alliance, State } from "./State.ts"
import * as Unit from "./Unit.ts"

type UnitId = Identifier.UnitId
type Date = CivilDate.CivilDate

/**
 * What can be different about a unit, or an alliance, between two dates.
 *
 * Shape: `members` are the people whose home a branch is, `memberCounts` the numbers stated for it; `cover` is the
 * branch of an enterprise, `grid` the micro-grid of a place, `participation` who takes part in a body, `guidance` who
 * guides a unit and for what, `alliance` and `lead` who belongs to an alliance and who leads it.
 */
export type ChangeSort =
  | "established"
  | "dissolved"
  | "renamed"
  | "alias"
  | "identifier"
  | "reclassified"
  | "moved"
  | "relocated"
  | "memberCounts"
  | "chatGroup"
  | "members"
  | "cover"
  | "grid"
  | "participation"
  | "guidance"
  | "alliance"
  | "lead"

/** One difference: what it was, and what it is; `undefined` for nothing. People are named by id. */
export interface Change {
  readonly unit: UnitId
  readonly sort: ChangeSort
  readonly before: string | undefined
  readonly after: string | undefined
}

// What a unit or alliance says of one thing on a date; `undefined` when it does not exist or says nothing.
interface Aspect<Of> {
  readonly sort: ChangeSort
  readonly read: (of: Of, on: Date) => string | undefined
}

const listed = (texts: ReadonlyArray<string>): string | undefined =>
  texts.length === 0 ? undefined : texts.toSorted().join(", ")

const written = (name: Text.Text | undefined): string | undefined =>
  name === undefined ? undefined : name.en === undefined ? name.zh : `${name.zh} / ${name.en}`

const whatItIs = (unit: Unit.Unit, on: Date): string | undefined => {
  const kind = Timeline.at(unit.kind, on)
  if (kind === undefined) return undefined
  const classes = Object.entries(unit.classes)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([set, days]) => [set, Timeline.at(days, on)] as const)
  return [
    kind,
    Timeline.at(unit.nature, on),
    Timeline.at(unit.formation, on),
    ...classes.map(([set, option]) => (option === undefined ? undefined : `${set}: ${option}`))
  ]
    .filter((one) => one !== undefined)
    .join(", ")
}

const counts = (unit: Unit.Unit, on: Date): string | undefined => {
  const stated = Timeline.at(unit.counts, on)
  return stated === undefined ? undefined : `${stated.full} + ${stated.probationary}`
}

const chatGroup = (unit: Unit.Unit, on: Date): string | undefined => {
  const bound = Timeline.at(unit.chatGroup, on)
  return bound === undefined ? undefined : `${bound.channel} ${bound.group}`
}

const aspects: ReadonlyArray<Aspect<Unit.Unit>> = [
  { sort: "renamed", read: (unit, on) => written(Timeline.at(unit.name, on)) },
  {
    sort: "alias",
    read: (unit, on) => listed(Unit.holding(unit.aliases, on).map(({ sort, text }) => `${sort}: ${text}`))
  },
  {
    sort: "identifier",
    read: (unit, on) => listed(Unit.holding(unit.identifiers, on).map(({ scheme, value }) => `${scheme}: ${value}`))
  },
  { sort: "reclassified", read: whatItIs },
  { sort: "moved", read: (unit, on) => Timeline.at(unit.superior.command, on) },
  { sort: "relocated", read: (unit, on) => Timeline.at(unit.superior.location, on) },
  { sort: "memberCounts", read: counts },
  { sort: "chatGroup", read: chatGroup }
]

const allianceAspects: ReadonlyArray<Aspect<Alliance>> = [
  { sort: "lead", read: (alliance, on) => Timeline.at(alliance.lead, on) }
]

const changed = <Of extends { readonly id: UnitId }>(
  of: Of,
  wanted: ReadonlyArray<Aspect<Of>>,
  from: Date,
  to: Date
): ReadonlyArray<Change> =>
  wanted.flatMap(({ sort, read }) => {
    const [before, after] = [read(of, from), read(of, to)]
    return before === after ? [] : [{ unit: of.id, sort, before, after }]
  })

const ofUnit = (unit: Unit.Unit, from: Date, to: Date): ReadonlyArray<Change> => {
  const [was, is] = [Unit.isAlive(unit, from), Unit.isAlive(unit, to)]
  const name = (on: Date) => written(Timeline.at(unit.name, on))
  if (!was && !is) return []
  if (was && is) return changed(unit, aspects, from, to)
  const life: Change = {
    unit: unit.id,
    sort: is ? "established" : "dissolved",
    before: name(from),
    after: name(to)
  }
  // Its name says so already; where it stood, and what it was, is told too.
  return [life, ...changed(unit, aspects, from, to).filter(({ sort }) => sort !== "renamed")]
}

const ofAlliance = (alliance: Alliance, from: Date, to: Date): ReadonlyArray<Change> => {
  const [was, is] = [Period.contains(alliance.life, from), Period.contains(alliance.life, to)]
  const name = written(alliance.origin.name)
  const changes = changed(alliance, allianceAspects, from, to)
  if (was === is) return changes
  const life: Change = {
    unit: alliance.id,
    sort: is ? "established" : "dissolved",
    before: was ? name : undefined,
    after: is ? name : undefined
  }
  return [life, ...changes]
}

// What a relation says of each source, or of each target, on the two dates.
const ofLinks = <V>(
  links: Links.Links<V>,
  sort: ChangeSort,
  from: Date,
  to: Date,
  end: "source" | "target",
  write: (id: string) => string = (id) => id
): ReadonlyArray<Change> =>
  [...(end === "source" ? HashMap.keys(links.bySource) : HashMap.keys(links.byTarget))].flatMap((id) => {
    const read = (on: Date) =>
      listed(
        (end === "source" ? Links.targets(links, id, on) : Links.sources(links, id, on)).map((one) => write(one.id))
      )
    const [before, after] = [read(from), read(to)]
    return before === after ? [] : [{ unit: id as UnitId, sort, before, after }]
  })

const byUnit = (a: Change, b: Change): number => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0)

/**
 * What is different on one date from another.
 *
 * Shape: the units in the order they were set up, then alliances and relations by unit; one change at most for each unit
 * and sort, but for guidance, which has one for each purpose. Changes in between that were taken back do not show. With
 * the dates the other way round it says the same the other way round.
 * Cost: O(units and links ever).
 * Source: R1-4, P-09.
 */
export const between = (state: State, from: Date, to: Date): ReadonlyArray<Change> => {
  const units = [...HashMap.values(state.units)].sort((a, b) => a.index - b.index)
  const related = [
    ...[...HashMap.values(state.alliances)].flatMap((alliance) => ofAlliance(alliance, from, to)),
    ...ofLinks(state.coverage, "cover", from, to, "source"),
    ...ofLinks(state.grids, "grid", from, to, "source"),
    ...ofLinks(state.participation, "participation", from, to, "target"),
    ...[...HashMap.entries(state.guidance)].flatMap(([purpose, links]) =>
      ofLinks(links, "guidance", from, to, "target", (guide) => `${purpose}: ${guide}`)
    ),
    ...ofLinks(state.alliedUnits, "alliance", from, to, "target"),
    ...ofLinks(state.homes, "members", from, to, "target")
  ]
  return [...units.flatMap((unit) => ofUnit(unit, from, to)), ...related.sort(byUnit)]
}
