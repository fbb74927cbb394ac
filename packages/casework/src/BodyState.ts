import { type CivilDate, type Identifier, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as HashSet from "effect/HashSet"
import * as Option from "effect/Option"
import type { BodyId, CaseRef, ItemId, MeetingId, PartyKind, ProposalId, TaskId } from "./BodyCode.ts"
import type * as Command from "./BodyCommand.ts"
import type * as Event from "./BodyEvent.ts"
import * as BodyKind from "./BodyKind.ts"

type Date = CivilDate.CivilDate
type UnitId = Identifier.UnitId

/** A meeting of a body. Shape: it is held when somebody is `present`. */
export interface Meeting {
  readonly meeting: MeetingId
  readonly sort: "regular" | "extraordinary"
  readonly date: Date
  /** Why an extraordinary meeting was called, and by whom. */
  readonly called: { readonly by: UnitId; readonly matter: string } | undefined
  readonly items: ReadonlyArray<ItemId>
  readonly present: ReadonlyArray<UnitId>
  readonly adjourned: Date | undefined
}

/** A proposal on a matter. */
export interface Proposal {
  readonly proposal: ProposalId
  readonly by: UnitId
  readonly text: string
  readonly contributions: ReadonlyArray<Command.Contribution>
  readonly on: Date
}

/** What a meeting decided on a matter. */
export interface Decision {
  readonly meeting: MeetingId
  readonly outcome: "agreed" | "rejected" | "deferred"
  readonly proposal: ProposalId | undefined
  readonly on: Date
}

/** A matter with all that became of it. */
export interface Item {
  readonly item: ItemId
  readonly subject: Command.Subject
  readonly by: UnitId | undefined
  readonly raised: Date
  readonly meetings: ReadonlyArray<MeetingId>
  readonly proposals: ReadonlyArray<Proposal>
  readonly decisions: ReadonlyArray<Decision>
  readonly tasks: ReadonlyArray<TaskId>
  /** How many of its tasks a visit found not to have sufficed. */
  readonly insufficient: number
  readonly followUps: ReadonlyArray<{ readonly satisfied: boolean; readonly on: Date }>
  /** Every time it was closed; one that was taken up again may have several. */
  readonly closings: ReadonlyArray<Date>
  readonly observations: ReadonlyArray<{ readonly recurrences: number; readonly on: Date }>
  readonly standing: "open" | "agreed" | "rejected" | "closed"
  /** The last day on which something moved it. */
  readonly last: Date
}

/** A milestone of a task, and when it was reached, if it was. */
export interface MilestoneKnown extends Command.Milestone {
  readonly reached: Date | undefined
}

/** A task: of a matter, or of the list of a year. Shape: it has one lead, or none yet. */
export interface Task {
  readonly task: TaskId
  readonly of: { readonly item: ItemId } | { readonly year: number }
  readonly names: { readonly zh: string; readonly en?: string }
  readonly by: UnitId | undefined
  readonly lead: UnitId | undefined
  readonly claimed: boolean
  readonly assisting: ReadonlyArray<UnitId>
  /** What each of several parties does for it. */
  readonly duties: ReadonlyArray<Command.Duty>
  readonly milestones: ReadonlyArray<MilestoneKnown>
  readonly due: Date | undefined
  readonly dispatched: Date
  readonly accepted: Date | undefined
  readonly reports: ReadonlyArray<{ readonly text: string; readonly on: Date }>
  /** Who gave it back, and why. */
  readonly returns: ReadonlyArray<{ readonly by: UnitId; readonly reason: string; readonly on: Date }>
  readonly fulfilled: Date | undefined
  readonly standing: "offered" | "assigned" | "accepted" | "fulfilled"
  readonly last: Date
}

/** Who chairs a body. Shape: without `person` it is whoever acts for the unit. */
export interface Chair {
  readonly unit: UnitId
  readonly person?: Identifier.PersonId
}

/** A body with its whole history. */
export interface Body {
  readonly founded: typeof Event.BodyFounded.Type
  readonly members: HashMap.HashMap<UnitId, Timeline.Timeline<PartyKind>>
  readonly elected: Timeline.Timeline<Chair>
  readonly meetings: HashMap.HashMap<MeetingId, Meeting>
  readonly items: HashMap.HashMap<ItemId, Item>
  readonly tasks: HashMap.HashMap<TaskId, Task>
  readonly workLists: HashMap.HashMap<number, ReadonlyArray<TaskId>>
  /** The date of the last meeting that was held; who sits up to then is settled. */
  readonly lastHeld: Date | undefined
  /** Everything that was recorded, so that what is said again is no news. */
  readonly told: HashSet.HashSet<Event.Event>
}

/** The bodies of a city, each with its state. Immutable. */
export interface State {
  readonly bodies: HashMap.HashMap<BodyId, Body>
  /** By kind and place: the body there, where there can be only one. */
  readonly places: HashMap.HashMap<string, BodyId>
  /** The matters that are about a case. */
  readonly cases: HashMap.HashMap<CaseRef, ReadonlyArray<{ readonly body: BodyId; readonly item: ItemId }>>
}

/** A city in which nobody deliberates yet. */
export const initial: State = { bodies: HashMap.empty(), places: HashMap.empty(), cases: HashMap.empty() }

/** The body that was just founded. */
export const founding = (founded: typeof Event.BodyFounded.Type): Body => ({
  founded,
  members: HashMap.empty(),
  elected: Timeline.empty(),
  meetings: HashMap.empty(),
  items: HashMap.empty(),
  tasks: HashMap.empty(),
  workLists: HashMap.empty(),
  lastHeld: undefined,
  told: HashSet.empty()
})

const get = <K, V>(map: HashMap.HashMap<K, V>, key: K): V | undefined => Option.getOrUndefined(HashMap.get(map, key))

/** A body. */
export const body = (state: State, id: BodyId): Body | undefined => get(state.bodies, id)

/** Every body, in no order. */
export const bodies = (state: State): Iterable<Body> => HashMap.values(state.bodies)

/** The body of a kind at a place, where there can be only one. */
export const at = (state: State, kind: string, place: UnitId): BodyId | undefined =>
  get(state.places, `${kind} ${place}`)

/** The matters that are about a case, with what became of them: how a decision goes back to its case (R5-14). */
export const ofCase = (state: State, ref: CaseRef): ReadonlyArray<{ readonly body: BodyId; readonly item: Item }> =>
  (get(state.cases, ref) ?? []).flatMap(({ body: id, item: itemId }) => {
    const there = body(state, id)
    const found = there === undefined ? undefined : item(there, itemId)
    return found === undefined ? [] : [{ body: id, item: found }]
  })

/** A meeting of a body. */
export const meeting = ({ meetings }: Body, id: MeetingId): Meeting | undefined => get(meetings, id)

/** A matter of a body. */
export const item = ({ items }: Body, id: ItemId): Item | undefined => get(items, id)

/** A task of a body. */
export const task = ({ tasks }: Body, id: TaskId): Task | undefined => get(tasks, id)

/** The tasks of a body's list for a year; `undefined` when none was published. */
export const workList = (of: Body, year: number): ReadonlyArray<Task> | undefined =>
  get(of.workLists, year)?.flatMap((id) => task(of, id) ?? [])

/** The party a unit sits for on a date; `undefined` when it does not sit. */
export const party = ({ members }: Body, unit: UnitId, on: Date): PartyKind | undefined =>
  Timeline.at(get(members, unit) ?? Timeline.empty<PartyKind>(), on)

/** The times a unit sat in a body, and for which party. */
export const terms = ({ members }: Body, unit: UnitId): Timeline.Timeline<PartyKind> => get(members, unit) ?? []

/** The units that sit in a body on a date, by id. */
export const members = (of: Body, on: Date): ReadonlyArray<{ readonly unit: UnitId; readonly party: PartyKind }> =>
  [...HashMap.keys(of.members)].toSorted().flatMap((unit) => {
    const sits = party(of, unit, on)
    return sits === undefined ? [] : [{ unit, party: sits }]
  })

/** Who chairs a body on a date; `undefined` when nobody does. */
export const chair = (of: Body, on: Date): Chair | undefined => {
  const rule = of.founded.kind.chair
  if (rule === undefined) return undefined
  if (rule.by === "election") return Timeline.at(of.elected, on)
  const found = members(of, on).find(({ party: sits }) => sits === rule.party)
  return found === undefined ? undefined : { unit: found.unit }
}

/** Whether enough members came to a meeting, and how many that is. */
export interface Attendance {
  readonly present: number
  readonly members: number
  readonly needed: number
  readonly reached: boolean
}

/** The quorum of a meeting: of those who sit on its date. */
export const quorum = (of: Body, { date, present }: Meeting): Attendance => {
  const seated = members(of, date).length
  const least = BodyKind.needed(of.founded.kind.quorum, seated)
  return { present: present.length, members: seated, needed: least, reached: present.length >= least }
}

/** The tasks of a matter, in the order they were handed out. */
export const tasksOf = (of: Body, { tasks }: Item): ReadonlyArray<Task> => tasks.flatMap((id) => task(of, id) ?? [])

/** Whether all that was handed out for a matter is done, and anything was since it was last found not to suffice. */
export const isDone = (of: Body, one: Item): boolean =>
  one.tasks.length > one.insufficient && tasksOf(of, one).every(({ standing }) => standing === "fulfilled")
