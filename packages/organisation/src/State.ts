import type { CivilDate, Identifier } from "@louyu/kernel"
import { Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import * as Chain from "./Chain.ts"
import type { AllianceId, Party, Standing } from "./Command.ts"
import type { AllianceFormed } from "./Event.ts"
import * as Lineage from "./Lineage.ts"
import * as Links from "./Links.ts"
import { AllianceNotFound, UnitNotAlive, UnitNotFound } from "./OrganisationError.ts"
import * as Register from "./Register.ts"
import type { Line } from "./Structure.ts"
import * as Unit from "./Unit.ts"

type UnitId = Identifier.UnitId

/** Several bodies that work together, led by one of them (P-15, P-16). */
export interface Alliance {
  readonly id: AllianceId
  readonly origin: typeof AllianceFormed.Type
  readonly life: Period.Period
  readonly lead: Timeline.Timeline<UnitId>
}

/** Which units took the place of which, and when. */
export interface Succession {
  readonly on: CivilDate.CivilDate
  readonly sort: "merge" | "split"
  readonly before: ReadonlyArray<UnitId>
  readonly after: ReadonlyArray<UnitId>
}

/** Who takes part in a functional body, and where they come from (building, property company, residents: P-08). */
export interface Participation {
  readonly member: Party
  readonly origin?: string
}

/** Who guides a unit, and for what. */
export interface Guidance {
  readonly guide: Party
  readonly purpose: string
}

/**
 * The organisation of one tenant with its whole history: who exists, and the five kinds of relation between them.
 *
 * Immutable: a change makes a new state that shares all that stayed the same, so old states stay readable.
 */
export interface State {
  readonly units: HashMap.HashMap<UnitId, Unit.Unit>
  // Every unit that ever had this one as superior, per line.
  readonly below: Readonly<Record<Line, HashMap.HashMap<UnitId, Chain.Chain<UnitId>>>>
  readonly homes: Links.Links<Standing>
  readonly participation: Links.Links<Participation>
  readonly coverage: Links.Links<true>
  readonly grids: Links.Links<true>
  // One relation for each purpose: a guide may guide a unit for several.
  readonly guidance: HashMap.HashMap<string, Links.Links<Party>>
  readonly alliances: HashMap.HashMap<AllianceId, Alliance>
  readonly alliedUnits: Links.Links<true>
  readonly identifiers: Register.Register
  readonly chatGroups: Register.Register
  readonly successions: Chain.Chain<Succession>
  // Not a fact: what views compiled from earlier states are good for.
  readonly lineage: Lineage.Lineage
}

/** The organisation before anything happened. */
export const initial: State = {
  units: HashMap.empty(),
  below: { command: HashMap.empty(), location: HashMap.empty() },
  homes: Links.empty(),
  participation: Links.empty(),
  coverage: Links.empty(),
  grids: Links.empty(),
  guidance: HashMap.empty(),
  alliances: HashMap.empty(),
  alliedUnits: Links.empty(),
  identifiers: Register.empty,
  chatGroups: Register.empty,
  successions: undefined,
  lineage: Lineage.begin()
}

/** The unit of an id, whether it exists today or not. */
export const unit = (state: State, id: UnitId): Unit.Unit | undefined =>
  Option.getOrUndefined(HashMap.get(state.units, id))

/** The unit of an id that must exist on a date. */
export const living = (
  state: State,
  id: UnitId,
  on: CivilDate.CivilDate
): Result.Result<Unit.Unit, UnitNotFound | UnitNotAlive> => {
  const found = unit(state, id)
  if (found === undefined) return Result.fail(new UnitNotFound({ unit: id }))
  return Unit.isAlive(found, on)
    ? Result.succeed(found)
    : Result.fail(new UnitNotAlive({ unit: id, on, from: found.life.from, to: found.life.to }))
}

/** The unit of an id that must exist on every day of a period. */
export const livingThroughout = (
  state: State,
  id: UnitId,
  period: Period.Period
): Result.Result<Unit.Unit, UnitNotFound | UnitNotAlive> =>
  Result.flatMap(living(state, id, period.from), (found) =>
    found.life.to === undefined || (period.to !== undefined && period.to <= found.life.to)
      ? Result.succeed(found)
      : Result.fail(new UnitNotAlive({ unit: id, on: found.life.to, from: found.life.from, to: found.life.to }))
  )

/** Every unit that ever stood directly below a unit, with the days it did. */
export function* everBelow(
  state: State,
  line: Line,
  id: UnitId
): IterableIterator<readonly [Unit.Unit, Timeline.Entry<UnitId>]> {
  // A unit that left and came back for good is in the list once for each time.
  for (const childId of new Set(Chain.items(Option.getOrUndefined(HashMap.get(state.below[line], id))))) {
    const child = unit(state, childId)
    if (child === undefined) continue
    for (const entry of child.superior[line]) if (entry.value === id) yield [child, entry]
  }
}

/** The one text that stands for a unit or person as source of a link. */
export const partyKey = (party: Party): string => ("unit" in party ? `unit ${party.unit}` : `person ${party.person}`)

/** The guidance for one purpose. */
export const guidanceFor = (state: State, purpose: string): Links.Links<Party> =>
  Option.getOrElse(HashMap.get(state.guidance, purpose), () => Links.empty<Party>())

/** Who guides a unit on a date, and for what; a unit may have several guides (R1-10). */
export const guidanceOf = (state: State, id: UnitId, on: CivilDate.CivilDate): ReadonlyArray<Guidance> =>
  [...HashMap.entries(state.guidance)]
    .flatMap(([purpose, links]) => Links.sources(links, id, on).map((end) => ({ guide: end.value, purpose })))
    .sort((a, b) => (a.purpose < b.purpose ? -1 : a.purpose > b.purpose ? 1 : 0))

/** The units a unit or person guides on a date, and for what. */
export const guidedBy = (
  state: State,
  guide: Party,
  on: CivilDate.CivilDate
): ReadonlyArray<{ readonly unit: string; readonly purpose: string }> =>
  [...HashMap.entries(state.guidance)].flatMap(([purpose, links]) =>
    Links.targets(links, partyKey(guide), on).map((end) => ({ unit: end.id, purpose }))
  )

/** An identifier of another system, or a chat group, as the one text it is registered under. */
export const registerKey = (scheme: string, value: string): string => JSON.stringify([scheme, value])

/** Changes one unit. */
export const update = (state: State, id: UnitId, change: (unit: Unit.Unit) => Unit.Unit): State => {
  const before = unit(state, id)
  // A fact about a unit that was never set up is a broken log; the reader of the log reports it, the fold goes on.
  return before === undefined ? state : { ...state, units: HashMap.set(state.units, id, change(before)) }
}

/** Sets who is above a unit on the days of a period, and remembers it from above. */
export const setSuperior = (
  state: State,
  line: Line,
  id: UnitId,
  superior: UnitId | undefined,
  period: Period.Period
): State => {
  const before = unit(state, id)
  if (before === undefined) return state
  const days = before.superior[line]
  const after = superior === undefined ? Timeline.clear(days, period) : Timeline.set(days, period, superior)
  const next = { ...before, superior: { ...before.superior, [line]: after } }
  const units = HashMap.set(state.units, id, next)
  if (superior === undefined || days.some((entry) => entry.value === superior)) return { ...state, units }
  const chain = Option.getOrUndefined(HashMap.get(state.below[line], superior))
  const below = { ...state.below, [line]: HashMap.set(state.below[line], superior, Chain.prepend(chain, id)) }
  return { ...state, units, below }
}

/** The members of an alliance on a date. */
export const alliedOn = (state: State, id: AllianceId, on: CivilDate.CivilDate): ReadonlyArray<UnitId> =>
  Links.sources(state.alliedUnits, id, on).map((end) => end.id as UnitId)

/** The alliance of an id, whether it exists today or not. */
export const alliance = (state: State, id: AllianceId): Alliance | undefined =>
  Option.getOrUndefined(HashMap.get(state.alliances, id))

/** The alliance of an id that must exist on a date. */
export const livingAlliance = (
  state: State,
  id: AllianceId,
  on: CivilDate.CivilDate
): Result.Result<Alliance, AllianceNotFound> => {
  const found = alliance(state, id)
  return found !== undefined && Period.contains(found.life, on)
    ? Result.succeed(found)
    : Result.fail(new AllianceNotFound({ alliance: id, on }))
}
