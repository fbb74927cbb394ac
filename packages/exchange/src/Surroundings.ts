import type { BodyKind, Case, Flow } from "@louyu/casework"
import { type CivilDate, Identifier } from "@louyu/kernel"
import type { PairingCommand } from "@louyu/programmes"
import type { Pipeline } from "@louyu/recruitment"
import type { RoleScheme } from "@louyu/roles"
import * as Schema from "effect/Schema"
import type { Context } from "./Context.ts"
import type { Step } from "./Report.ts"

type UnitId = Identifier.UnitId
type Day = CivilDate.CivilDate
type SchemeId = RoleScheme.SchemeId

/** What the rows read so far, and what is known elsewhere, say about where units lie and what is in force there. */
export interface Surroundings {
  /** A unit and the places around it on a day, the nearest first. */
  readonly around: (unit: UnitId, on: Day) => ReadonlyArray<UnitId>
  /** The building a unit is or lies in, where the folder sets it up. */
  readonly building: (unit: UnitId, on: Day) => UnitId | undefined
  /** The schemes in force in the roster of a unit on a day. */
  readonly inForce: (roster: UnitId, on: Day) => ReadonlyArray<SchemeId>
  /** The first day after one and before another on which a roster gives a scheme up, as far as the folder says. */
  readonly gaveUp: (roster: UnitId, scheme: SchemeId, after: Day, before: Day) => Day | undefined
  /** The place that keeps a plan or sweep. */
  readonly careOf: (planOrSweep: string) => UnitId | undefined
  /** The pipeline a prospect is in. */
  readonly pipelineOf: (prospect: string) => Pipeline.PipelineId | undefined
  /** The flow a case goes under, and whom to tell what becomes of it. */
  readonly caseOf: (id: string) => Raised | undefined
  /** The kind of a body. */
  readonly kindOf: (body: string) => BodyKind.BodyKind | undefined
  /** The date of a meeting of a body. */
  readonly dateOf: (body: string, meeting: string) => Day | undefined
  /** Whose wish it is. */
  readonly ownerOf: (wish: string) => Identifier.PersonId | undefined
  /** What a commitment of a pairing brings in. */
  readonly commitmentOf: (pairing: string, commitment: string) => PairingCommand.Commitment["kind"] | undefined
}

/** A case as a row raises it. */
export interface Raised {
  readonly flow: Flow.FlowId
  readonly raiser: Case.Party
}

interface Since<A> {
  readonly from: Day
  readonly value: A
}

const add = <K, A>(lists: Map<K, Array<A>>, key: K, value: A): void => {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

/** What holds on a day of values that each hold from a day on. Before the first day the first one counts. */
const at = <A>(days: ReadonlyArray<Since<A>>, on: Day): A | undefined =>
  (days.findLast(({ from }) => from <= on) ?? days[0])?.value

const byDay = <A>(days: ReadonlyArray<Since<A>> = []): ReadonlyArray<Since<A>> =>
  days.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))

interface Gathered {
  readonly places: ReadonlyMap<string, ReadonlyArray<Since<UnitId | undefined>>>
  readonly kinds: ReadonlyMap<string, string>
  // By roster and layer; a layer without a scheme from a day on has `undefined` there.
  readonly schemes: ReadonlyMap<string, ReadonlyMap<string, ReadonlyArray<Since<SchemeId | undefined>>>>
  readonly cares: ReadonlyMap<string, UnitId>
  readonly pipelines: ReadonlyMap<string, Pipeline.PipelineId>
  readonly cases: ReadonlyMap<string, Raised>
  readonly bodies: ReadonlyMap<string, BodyKind.BodyKind>
  readonly meetings: ReadonlyMap<string, Day>
  readonly wishes: ReadonlyMap<string, Identifier.PersonId>
  readonly commitments: ReadonlyMap<string, PairingCommand.Commitment["kind"]>
}

const gather = (steps: ReadonlyArray<Step>, layerOf: (scheme: SchemeId) => string | undefined): Gathered => {
  const places = new Map<string, Array<Since<UnitId | undefined>>>()
  const kinds = new Map<string, string>()
  const schemes = new Map<string, Map<string, Array<Since<SchemeId | undefined>>>>()
  const cares = new Map<string, UnitId>()
  const pipelines = new Map<string, Pipeline.PipelineId>()
  const cases = new Map<string, Raised>()
  const bodies = new Map<string, BodyKind.BodyKind>()
  const meetings = new Map<string, Day>()
  const wishes = new Map<string, Identifier.PersonId>()
  const commitments = new Map<string, PairingCommand.Commitment["kind"]>()
  const note = (roster: UnitId, layer: string | undefined, since: Since<SchemeId | undefined>): void => {
    if (layer === undefined) return
    const layers = schemes.get(roster) ?? new Map<string, Array<Since<SchemeId | undefined>>>()
    schemes.set(roster, layers)
    add(layers, layer, since)
  }
  for (const { command } of steps) {
    switch (command._tag) {
      case "EstablishUnit":
      case "FormBranch":
        kinds.set(command.unit, command.kind)
        add(places, command.unit, { from: command.from, value: command.within })
        break
      case "RelocateUnit":
        add(places, command.unit, { from: command.from, value: command.within })
        break
      case "AdoptScheme":
        note(command.roster, layerOf(command.scheme), { from: command.from, value: command.scheme })
        break
      case "DropScheme":
        note(command.roster, command.layer, { from: command.on, value: undefined })
        break
      case "PlanVisits":
        cares.set(command.plan, command.care)
        break
      case "StartSweep":
        cares.set(command.sweep, command.care)
        break
      case "OpenProspect":
        pipelines.set(command.prospect, command.pipeline)
        break
      case "RaiseCase":
        cases.set(command.case, { flow: command.flow, raiser: command.behalfOf ?? command.by })
        break
      case "FoundBody":
        bodies.set(command.body, command.kind)
        break
      case "ScheduleMeeting":
      case "CallMeeting":
        meetings.set(`${command.body} ${command.meeting}`, command.date)
        break
      case "PostWish":
        wishes.set(command.wish, command.owner)
        break
      case "ProposePairing":
        for (const { commitment, kind } of command.commitments)
          commitments.set(`${command.pairing} ${commitment}`, kind)
        break
      default:
    }
  }
  return { places, kinds, schemes, cares, pipelines, cases, bodies, meetings, wishes, commitments }
}

const isUnitId = Schema.is(Identifier.UnitId)

/** Looks around among the rows read so far. Cost: O(rows), once. */
export const make = (steps: ReadonlyArray<Step>, context: Context): Surroundings => {
  const { elsewhere, roles, archetypes } = context
  const layerOf = (scheme: string) => roles?.entry(scheme)?.layer
  const { places, kinds, schemes, cares, pipelines, cases, bodies, meetings, wishes, commitments } = gather(
    steps,
    layerOf
  )
  const layersOf = (roster: UnitId) =>
    schemes.get(roster) ?? new Map<string, ReadonlyArray<Since<SchemeId | undefined>>>()

  const placeOf = (unit: UnitId, on: Day): UnitId | undefined => {
    const own = places.get(unit)
    if (own !== undefined) return at(byDay(own), on)
    const found = elsewhere.within(unit, on)
    return found !== undefined && isUnitId(found) ? found : undefined
  }
  const around = (unit: UnitId, on: Day): ReadonlyArray<UnitId> => {
    const path = new Set<UnitId>()
    for (let next: UnitId | undefined = unit; next !== undefined && !path.has(next); next = placeOf(next, on)) {
      path.add(next)
    }
    return [...path]
  }
  const inForce = (roster: UnitId, on: Day): ReadonlyArray<SchemeId> => {
    const layers = [...layersOf(roster)].map(([layer, days]) => ({
      layer,
      days: byDay(days).filter((one) => one.from <= on)
    }))
    const said = layers.filter(({ days }) => days.length > 0)
    const told = new Set(said.map(({ layer }) => layer))
    const before = elsewhere.schemes(roster, on).flatMap((id) => roles?.entry(id) ?? [])
    return [
      ...said.flatMap(({ days }) => days.at(-1)?.value ?? []),
      ...before.filter(({ layer }) => !told.has(layer)).map(({ id }) => id)
    ]
  }
  return {
    around,
    building: (unit, on) => around(unit, on).find((one) => archetypes.get(kinds.get(one) ?? "") === "building"),
    inForce,
    gaveUp: (roster, scheme, after, before) => {
      const days = byDay(layersOf(roster).get(layerOf(scheme) ?? ""))
      return days.find(({ from, value }) => after < from && from < before && value !== scheme)?.from
    },
    careOf: (planOrSweep) => cares.get(planOrSweep),
    pipelineOf: (prospect) => pipelines.get(prospect),
    caseOf: (id) => cases.get(id),
    kindOf: (body) => bodies.get(body),
    dateOf: (body, meeting) => meetings.get(`${body} ${meeting}`),
    ownerOf: (wish) => wishes.get(wish),
    commitmentOf: (pairing, commitment) => commitments.get(`${pairing} ${commitment}`)
  }
}
