import { type CivilDate, type Identifier, type Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as HashSet from "effect/HashSet"
import * as Option from "effect/Option"
import type * as Event from "./Event.ts"
import type { Liaison, PoolRule } from "./Liaison.ts"
import type { Pipeline, PipelineId, StageId } from "./Pipeline.ts"
import type { Contact, FollowUp, Prospect, ProspectId } from "./Prospect.ts"

type Date = CivilDate.CivilDate
type PersonId = Identifier.PersonId

/** How a prospect came to a stage. */
export type How = "opened" | "forward" | "back" | "reopened" | "newVersion"

/** A stage a prospect came to, and when. Shape: it lasts until the next one, or until the prospect went out. */
export interface Step {
  readonly stage: StageId
  readonly from: Date
  readonly how: How
}

/** A time during which a prospect is left alone. Shape: without `to` it still is. */
export interface Parking {
  readonly from: Date
  readonly until: Date | undefined
  readonly to: Date | undefined
  readonly reason: string
}

/** A way a prospect went out, from which stage and why, and when it was taken up again, if it was. */
export interface Departure {
  readonly exit: string
  readonly reason: string
  readonly stage: StageId
  readonly on: Date
  readonly reopened: Date | undefined
}

/** Something planned, and how it ended. */
export interface FollowUpKnown extends FollowUp {
  readonly closed: { readonly on: Date; readonly done: boolean } | undefined
}

/** A paper on file. */
export interface Filed {
  readonly evidence: string
  readonly reference: string | undefined
  readonly on: Date
}

/** A time at which a prospect went back to the pool, and from whom. */
export interface Released {
  readonly liaison: PersonId
  readonly on: Date
  readonly reason: "idle" | "handOver" | "request" | "retired"
}

/** A prospect with all that became of it. */
export interface ProspectKnown {
  readonly opened: Prospect
  /** What is known of it now, with what was said later. */
  readonly prospect: Prospect
  readonly amended: ReadonlyArray<typeof Event.ProspectAmended.Type>
  readonly standing: "open" | "parked" | "gone" | "merged"
  readonly stage: StageId
  readonly steps: ReadonlyArray<Step>
  readonly parkings: ReadonlyArray<Parking>
  readonly departures: ReadonlyArray<Departure>
  readonly holders: Timeline.Timeline<PersonId>
  readonly released: ReadonlyArray<Released>
  readonly contacts: ReadonlyArray<Contact>
  readonly followUps: ReadonlyArray<FollowUpKnown>
  readonly filed: ReadonlyArray<Filed>
  readonly won: Date | undefined
  readonly tenant: { readonly unit: Identifier.UnitId; readonly on: Date } | undefined
  readonly merged: { readonly into: ProspectId; readonly on: Date } | undefined
  readonly absorbed: ReadonlyArray<ProspectId>
  /** The last day on which something moved it. */
  readonly last: Date
}

/** Somebody who looks after prospects, over time. */
export interface LiaisonKnown {
  readonly terms: Timeline.Timeline<Liaison>
  /** The days on which they stopped; whoever begins again may have several. */
  readonly retired: ReadonlyArray<Date>
  readonly optOuts: ReadonlyArray<Period.Period>
  /** What was given to them, oldest first. */
  readonly picks: ReadonlyArray<{ readonly prospect: ProspectId; readonly on: Date }>
}

/** The prospects of a city with their whole history. Immutable. */
export interface State {
  readonly pipelines: HashMap.HashMap<PipelineId, Timeline.Timeline<Pipeline>>
  readonly rules: HashMap.HashMap<PipelineId, Timeline.Timeline<PoolRule>>
  readonly liaisons: HashMap.HashMap<PersonId, LiaisonKnown>
  readonly prospects: HashMap.HashMap<ProspectId, ProspectKnown>
  /** By pipeline and sign (code, folded name, contact): the prospects that bear it. */
  readonly signs: HashMap.HashMap<string, ReadonlyArray<ProspectId>>
  /** What each liaison looks after that is neither won nor gone. */
  readonly held: HashMap.HashMap<PersonId, HashSet.HashSet<ProspectId>>
  readonly tenants: HashMap.HashMap<Identifier.UnitId, ReadonlyArray<ProspectId>>
}

/** A city nobody has heard of yet. */
export const initial: State = {
  pipelines: HashMap.empty(),
  rules: HashMap.empty(),
  liaisons: HashMap.empty(),
  prospects: HashMap.empty(),
  signs: HashMap.empty(),
  held: HashMap.empty(),
  tenants: HashMap.empty()
}

const get = <K, V>(map: HashMap.HashMap<K, V>, key: K): V | undefined => Option.getOrUndefined(HashMap.get(map, key))

/** All versions of a pipeline over time. */
export const versions = (state: State, id: PipelineId): Timeline.Timeline<Pipeline> => get(state.pipelines, id) ?? []

/** A pipeline in the version of a date. */
export const pipeline = (state: State, id: PipelineId, on: Date): Pipeline | undefined =>
  Timeline.at(versions(state, id), on)

/** The rule of the pool of a pipeline on a date. */
export const poolRule = (state: State, id: PipelineId, on: Date): PoolRule | undefined =>
  Timeline.at(get(state.rules, id) ?? Timeline.empty<PoolRule>(), on)

/** All rules of the pool of a pipeline over time. */
export const poolRules = (state: State, id: PipelineId): Timeline.Timeline<PoolRule> => get(state.rules, id) ?? []

/** A prospect. */
export const prospect = (state: State, id: ProspectId): ProspectKnown | undefined => get(state.prospects, id)

/** Every prospect, in no order. */
export const prospects = (state: State): Iterable<ProspectKnown> => HashMap.values(state.prospects)

/** Somebody who looks after prospects. */
export const liaison = (state: State, id: PersonId): LiaisonKnown | undefined => get(state.liaisons, id)

/** Everybody who looks, or looked, after prospects. */
export const liaisons = (state: State): Iterable<readonly [PersonId, LiaisonKnown]> => state.liaisons

/** The prospects somebody looks after that are neither won nor gone. */
export const heldBy = (state: State, id: PersonId): HashSet.HashSet<ProspectId> =>
  get(state.held, id) ?? HashSet.empty<ProspectId>()

/** How many prospects somebody looks after that are neither won nor gone. */
export const load = (state: State, id: PersonId): number => HashSet.size(heldBy(state, id))

/** The prospects that became a unit of the city, with their plans and contacts (R4-10). */
export const ofTenant = (state: State, unit: Identifier.UnitId): ReadonlyArray<ProspectKnown> =>
  (get(state.tenants, unit) ?? []).flatMap((id) => prospect(state, id) ?? [])

/** Who looks after a prospect on a date. */
export const holder = ({ holders }: ProspectKnown, on: Date): PersonId | undefined => Timeline.at(holders, on)

/** The prospects that bear a sign. */
export const bearers = (state: State, sign: string): ReadonlyArray<ProspectId> => get(state.signs, sign) ?? []

/** The last step of a prospect on a day; `undefined` when it was not there yet. */
export const stepOn = ({ steps }: ProspectKnown, on: Date): Step | undefined => steps.findLast(({ from }) => from <= on)

/** Whether a prospect was there on a day, neither gone nor merged into another. */
export const isThere = ({ opened, departures, merged }: ProspectKnown, on: Date): boolean =>
  opened.on <= on &&
  (merged === undefined || on < merged.on) &&
  departures.every((one) => on < one.on || (one.reopened !== undefined && one.reopened <= on))

/** The stage of a prospect on a day; `undefined` when it was not there. */
export const stageOn = (known: ProspectKnown, on: Date): StageId | undefined =>
  isThere(known, on) ? stepOn(known, on)?.stage : undefined

/** Whether a prospect was left alone on a day. */
export const isParked = ({ parkings }: ProspectKnown, on: Date): boolean =>
  parkings.some(({ from, to }) => from <= on && (to === undefined || on < to))
