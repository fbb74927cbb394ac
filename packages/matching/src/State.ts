import type { CivilDate, Period } from "@louyu/kernel"
import { Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import type { Capacity, Use, WeeklyWindow } from "./Capacity.ts"
import type { CategoryId } from "./Category.ts"
import type { Fair, FairId } from "./Fair.ts"
import * as Match from "./Match.ts"
import type { Need, NeedId } from "./Need.ts"
import type { Commitment, Origin, Project, ProjectId, Standing } from "./Project.ts"
import type { Resource, ResourceId } from "./Resource.ts"
import type { ItemCode, ListId } from "./ServiceItem.ts"
import type { ServiceList } from "./ServiceList.ts"

type Date = CivilDate.CivilDate

/** An item of a list offered at a place, for a time. */
export interface Offering extends Match.ItemAt {
  readonly capacity: Capacity | undefined
  readonly windows: ReadonlyArray<WeeklyWindow>
  readonly life: Period.Period
}

/** A resource, how much there is of it over time, and how long it is there. */
export interface ResourceKnown {
  readonly resource: Resource
  readonly amounts: Timeline.Timeline<number>
  readonly life: Period.Period
}

/** Something that was said on a day, and holds until something else is said. */
export interface Said<A> {
  readonly on: Date
  readonly value: A
}

/**
 * A need with what became of it.
 *
 * Shape: `project` is the open project it is in, or the one that met it; `categories` and `projects` are all that was ever said of either.
 */
export interface NeedKnown {
  readonly need: Need
  readonly category: CategoryId | undefined
  readonly classified: Date
  readonly status: "open" | "met" | "closed"
  readonly ended: Date | undefined
  readonly reason: string | undefined
  readonly project: ProjectId | undefined
  readonly matches: ReadonlyArray<Match.MatchId>
  readonly categories: ReadonlyArray<Said<CategoryId>>
  readonly projects: ReadonlyArray<Said<ProjectId | undefined>>
}

/** What a project takes of a resource, since it has it and until it was released. */
export interface Committed extends Commitment {
  readonly since: Date
  readonly released: Date | undefined
}

/** Where a project stands. */
export type ProjectStatus = "proposed" | "approved" | "completed" | "cancelled" | "merged"

/** Needs that joined a project on a day, and needs that left it. */
export interface Joining {
  readonly on: Date
  readonly joined: ReadonlyArray<NeedId>
  readonly left: ReadonlyArray<NeedId>
}

/**
 * A project with what became of it.
 *
 * Shape: `history` tells where its needs came from and went; `joinings` and `progress` are all that was ever said of its needs and of how far
 * it has come.
 */
export interface ProjectKnown {
  readonly project: Omit<Project, "needs">
  readonly needs: ReadonlyArray<NeedId>
  readonly commitments: ReadonlyArray<Committed>
  readonly status: ProjectStatus
  readonly approved: Date | undefined
  readonly published: Date | undefined
  readonly standing: Standing
  readonly promoted: Date | undefined
  readonly percent: number
  readonly reported: Date
  readonly ended: Date | undefined
  readonly reason: string | undefined
  readonly history: ReadonlyArray<typeof Origin.Type>
  readonly joinings: ReadonlyArray<Joining>
  readonly progress: ReadonlyArray<Said<number>>
}

/** The three lists of a city, service lists and fairs, with their whole history. Immutable. */
export interface State {
  readonly lists: HashMap.HashMap<ListId, Timeline.Timeline<ServiceList>>
  /** By key of the item: the days on which it was found right, oldest first. */
  readonly assured: HashMap.HashMap<string, ReadonlyArray<Date>>
  /** By key of the offer, oldest first. */
  readonly offerings: HashMap.HashMap<string, ReadonlyArray<Offering>>
  readonly resources: HashMap.HashMap<ResourceId, ResourceKnown>
  readonly needs: HashMap.HashMap<NeedId, NeedKnown>
  readonly matches: HashMap.HashMap<Match.MatchId, Match.Match>
  /** By key of the offer: the matches that were ever proposed for it. */
  readonly byOffer: HashMap.HashMap<string, ReadonlyArray<Match.MatchId>>
  readonly projects: HashMap.HashMap<ProjectId, ProjectKnown>
  readonly byResource: HashMap.HashMap<ResourceId, ReadonlyArray<ProjectId>>
  readonly fairs: HashMap.HashMap<FairId, Fair>
}

/** The lists nobody wrote in yet. */
export const initial: State = {
  lists: HashMap.empty(),
  assured: HashMap.empty(),
  offerings: HashMap.empty(),
  resources: HashMap.empty(),
  needs: HashMap.empty(),
  matches: HashMap.empty(),
  byOffer: HashMap.empty(),
  projects: HashMap.empty(),
  byResource: HashMap.empty(),
  fairs: HashMap.empty()
}

const get = <K, V>(map: HashMap.HashMap<K, V>, key: K): V | undefined => Option.getOrUndefined(HashMap.get(map, key))

/** A service list in the version of a date. */
export const list = (state: State, id: ListId, on: Date): ServiceList | undefined =>
  Timeline.at(get(state.lists, id) ?? Timeline.empty<ServiceList>(), on)

/** All versions of a service list over time. */
export const versions = (state: State, id: ListId): Timeline.Timeline<ServiceList> => get(state.lists, id) ?? []

/** The key under which it is known when an item was last found right. */
export const assuranceKey = (list: ListId, item: ItemCode): string => `${list} ${item}`

/** When an item was last found right. */
export const assuredOn = (state: State, list: ListId, item: ItemCode): Date | undefined =>
  get(state.assured, assuranceKey(list, item))?.at(-1)

/** Everything ever offered under the key of an offer. */
export const offerings = (state: State, key: string): ReadonlyArray<Offering> => get(state.offerings, key) ?? []

/** A resource. */
export const resource = (state: State, id: ResourceId): ResourceKnown | undefined => get(state.resources, id)

/** A need. */
export const need = (state: State, id: NeedId): NeedKnown | undefined => get(state.needs, id)

/** A match. */
export const match = (state: State, id: Match.MatchId): Match.Match | undefined => get(state.matches, id)

/** A project. */
export const project = (state: State, id: ProjectId): ProjectKnown | undefined => get(state.projects, id)

/** A fair. */
export const fair = (state: State, id: FairId): Fair | undefined => get(state.fairs, id)

/** Every need. */
export const needs = (state: State): Iterable<NeedKnown> => HashMap.values(state.needs)
/** Every match. */
export const matches = (state: State): Iterable<Match.Match> => HashMap.values(state.matches)
/** Every project. */
export const projects = (state: State): Iterable<ProjectKnown> => HashMap.values(state.projects)
/** Every resource. */
export const resources = (state: State): Iterable<ResourceKnown> => HashMap.values(state.resources)
/** Everything that was ever offered of the service lists. */
export const allOfferings = (state: State): ReadonlyArray<Offering> => [...HashMap.values(state.offerings)].flat()

/** The matches of a need. */
export const matchesOf = (state: State, id: NeedId): ReadonlyArray<Match.Match> =>
  (need(state, id)?.matches ?? []).flatMap((one) => match(state, one) ?? [])

const openEnd = (from: Date, to: Date | undefined): Period.Period => (to === undefined ? { from } : { from, to })

/**
 * How much there is of a resource on a day; before its first day, what there is then.
 *
 * Shape: a year or week in which a resource is registered begins before the resource does.
 */
export const amountOn = (amounts: Timeline.Timeline<number>, day: Date): number =>
  Timeline.at(amounts, day) ?? amounts[0]?.value ?? 0

/** What takes of an offer: matches that were accepted and projects that were not given up. */
export const usesOf = (state: State, offer: Match.Offer): ReadonlyArray<Use> => {
  const taken = (get(state.byOffer, Match.keyOf(offer)) ?? []).flatMap((id): ReadonlyArray<Use> => {
    const known = match(state, id)
    if (known === undefined || !Match.isCommitted(known)) return []
    const { quantity, from, to } = known.proposal
    return [{ quantity, period: openEnd(from, to) }]
  })
  if (offer._tag === "item") return taken
  const planned = (get(state.byResource, offer.resource) ?? []).flatMap((id) => {
    const known = project(state, id)
    if (known === undefined || known.status === "cancelled" || known.status === "merged") return []
    return known.commitments
      .filter((one) => one.resource === offer.resource && one.released === undefined)
      .map(({ quantity, from, to }): Use => ({ quantity, period: openEnd(from, to) }))
  })
  return [...taken, ...planned]
}

/** How much of a need is wanted, agreed on and delivered (R3-9). */
export interface Amounts {
  readonly needed: number
  readonly committed: number
  readonly delivered: number
  /** What nobody has agreed to yet. */
  readonly open: number
}

/** The amounts of a need. */
export const amounts = (state: State, known: NeedKnown): Amounts => {
  const all = matchesOf(state, known.need.need).filter(Match.isCommitted)
  const committed = all.reduce((sum, { proposal }) => sum + proposal.quantity, 0)
  const delivered = all.reduce((sum, one) => sum + one.delivered, 0)
  const needed = known.need.quantity
  return { needed, committed, delivered, open: Math.max(0, needed - committed) }
}
