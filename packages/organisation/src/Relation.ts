import type { Identifier } from "@louyu/kernel"
import { Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Chain from "./Chain.ts"
import type { Standing } from "./Command.ts"
import * as Links from "./Links.ts"
import * as State from "./State.ts"
import type { Formation } from "./Structure.ts"
import * as Unit from "./Unit.ts"
import * as View from "./View.ts"

type UnitId = Identifier.UnitId
type PersonId = Identifier.PersonId

/** The one home branch of a person on the date, and the standing there (invariant 2). */
export const home = (
  view: View.View,
  person: PersonId
): { readonly branch: UnitId; readonly standing: Standing } | undefined => {
  const found = Links.targets(view.state.homes, person, view.on)[0]
  return found === undefined ? undefined : { branch: found.id as UnitId, standing: found.value }
}

/** The people whose home a branch is on the date, by id. */
export const members = (
  view: View.View,
  branch: UnitId
): ReadonlyArray<{ readonly person: PersonId; readonly standing: Standing }> =>
  Links.sources(view.state.homes, branch, view.on)
    .map((end) => ({ person: end.id as PersonId, standing: end.value }))
    .sort((a, b) => (a.person < b.person ? -1 : 1))

/** Who takes part in a functional body on the date (P-08). */
export const participants = (view: View.View, body: UnitId): ReadonlyArray<State.Participation> =>
  Links.sources(view.state.participation, body, view.on)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((end) => end.value)

/**
 * How many take part in a functional body, by where they come from: building, property company, residents …
 *
 * Shape: those whose origin nobody stated stand under the empty text.
 * Source: P-08.
 */
export const participantsByOrigin = (view: View.View, body: UnitId): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { origin = "" } of participants(view, body)) counts.set(origin, (counts.get(origin) ?? 0) + 1)
  return counts
}

/** The functional bodies a unit or person takes part in on the date. */
export const takesPartIn = (view: View.View, party: Parameters<typeof State.partyKey>[0]): ReadonlyArray<UnitId> =>
  Links.targets(view.state.participation, State.partyKey(party), view.on).map((end) => end.id as UnitId)

/** Who guides a unit on the date, and for what (R1-10). */
export const guides = (view: View.View, unit: UnitId): ReadonlyArray<State.Guidance> =>
  State.guidanceOf(view.state, unit, view.on)

/** The units a unit or person guides on the date, and for what (F-11, P-34, A-13). */
export const guidedBy = (
  view: View.View,
  guide: Parameters<typeof State.partyKey>[0]
): ReadonlyArray<{ readonly unit: UnitId; readonly purpose: string }> =>
  State.guidedBy(view.state, guide, view.on).map(({ unit, purpose }) => ({ unit: unit as UnitId, purpose }))

/** The branch that covers an enterprise on the date. */
export const coveringBranch = (view: View.View, enterprise: UnitId): UnitId | undefined =>
  Links.targets(view.state.coverage, enterprise, view.on)[0]?.id as UnitId | undefined

/** The enterprises a branch covers on the date, by id. */
export const coveredBy = (view: View.View, branch: UnitId): ReadonlyArray<UnitId> =>
  Links.sources(view.state.coverage, branch, view.on)
    .map((end) => end.id as UnitId)
    .sort()

/** Whether a branch is single- or joint-built on the date; where nobody said, what it covers decides (P-09). */
export const formation = (view: View.View, branch: UnitId): Formation | undefined => {
  const stated = Timeline.at(State.unit(view.state, branch)?.formation ?? [], view.on)
  if (stated !== undefined) return stated
  const covered = coveredBy(view, branch).length
  return covered === 0 ? undefined : covered === 1 ? "single" : "joint"
}

/** The micro-grid a place belongs to on the date: its own, or that of the nearest place around it that has one (P-05). */
export const gridOf = (view: View.View, place: UnitId): UnitId | undefined => {
  for (const one of [place, ...View.ancestors(view, "location", place)]) {
    const grid = Links.targets(view.state.grids, one, view.on)[0]
    if (grid !== undefined) return grid.id as UnitId
  }
  return undefined
}

/** The places given to a micro-grid on the date, by id; what lies in them belongs to it too. */
export const placesOf = (view: View.View, grid: UnitId): ReadonlyArray<UnitId> =>
  Links.sources(view.state.grids, grid, view.on)
    .map((end) => end.id as UnitId)
    .sort()

/** The chat group bound to a unit on the date (P-05, N-17). */
export const chatGroup = (view: View.View, unit: UnitId): Unit.ChatGroup | undefined =>
  Timeline.at(State.unit(view.state, unit)?.chatGroup ?? [], view.on)

/** An alliance as it is on the date. */
export interface AllianceOn {
  readonly id: State.Alliance["id"]
  readonly alliance: State.Alliance
  readonly lead: UnitId | undefined
  readonly members: ReadonlyArray<UnitId>
}

/** An alliance on the date: who leads it and who belongs to it (P-15, P-16). */
export const alliance = (view: View.View, id: State.Alliance["id"]): AllianceOn | undefined => {
  const found = State.livingAlliance(view.state, id, view.on)
  if (found._tag === "Failure") return undefined
  const members = State.alliedOn(view.state, id, view.on).toSorted()
  return { id, alliance: found.success, lead: Timeline.at(found.success.lead, view.on), members }
}

/** The alliances a unit belongs to on the date. */
export const alliancesOf = (view: View.View, unit: UnitId): ReadonlyArray<State.Alliance["id"]> =>
  Links.targets(view.state.alliedUnits, unit, view.on).map((end) => end.id as State.Alliance["id"])

/** All alliances that exist on the date, by id (P-15, P-16). */
export const alliances = (view: View.View): ReadonlyArray<AllianceOn> =>
  [...HashMap.keys(view.state.alliances)].toSorted().flatMap((id) => alliance(view, id) ?? [])

/** The identifiers a unit has in other systems on the date (R1-11). */
export const identifiers = (view: View.View, unit: UnitId): ReadonlyArray<Unit.Identification> =>
  Unit.holding(State.unit(view.state, unit)?.identifiers ?? [], view.on)

/** The names a unit is also known by on the date (R1-12). */
export const aliases = (view: View.View, unit: UnitId): ReadonlyArray<Unit.Alias> =>
  Unit.holding(State.unit(view.state, unit)?.aliases ?? [], view.on)

/** The merges and splits a unit took part in, oldest first (R1-6). */
export const successions = (view: View.View, unit: UnitId): ReadonlyArray<State.Succession> =>
  [...Chain.items(view.state.successions)]
    .filter((one) => one.before.includes(unit) || one.after.includes(unit))
    .reverse()
