import { CivilDate, type Identifier, Money, Period } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import type { PartyKind } from "./BodyCode.ts"
import type { Body, Item, Meeting, Task } from "./BodyState.ts"
import * as State from "./BodyState.ts"

type Date = CivilDate.CivilDate

/** A share with what it is made of. Shape: `value` is `undefined` when nothing could be counted. */
export interface Share {
  readonly numerator: number
  readonly denominator: number
  readonly value: number | undefined
}

const share = (numerator: number, denominator: number): Share => ({
  numerator,
  denominator,
  value: denominator === 0 ? undefined : numerator / denominator
})

const byDate = (a: Meeting, b: Meeting): number => CivilDate.compare(a.date, b.date) || (a.meeting < b.meeting ? -1 : 1)

/** The meetings that were held in a period, by date. */
export const held = ({ meetings }: Body, period: Period.Period): ReadonlyArray<Meeting> =>
  [...HashMap.values(meetings)]
    .filter(({ date, present }) => present.length > 0 && Period.contains(period, date))
    .toSorted(byDate)

/**
 * The calendar months without a regular meeting, as their first days: of a body that meets monthly, from the month it
 * was founded in to the last one that is over.
 *
 * Shape: none for a body without a cadence. A meeting that nobody came to, and an extraordinary one, do not count.
 * Source: D-06.
 */
export const monthsWithout = (body: Body, asOf: Date): ReadonlyArray<Date> => {
  if (body.founded.kind.cadence !== "monthly") return []
  const regular = [...HashMap.values(body.meetings)].filter(
    ({ sort, present, date }) => sort === "regular" && present.length > 0 && date <= asOf
  )
  const met = new Set(regular.map(({ date }) => CivilDate.startOfMonth(date)))
  const missing: Array<Date> = []
  const running = CivilDate.startOfMonth(asOf)
  for (let month = CivilDate.startOfMonth(body.founded.on); month < running; month = CivilDate.addMonths(month, 1)) {
    if (!met.has(month)) missing.push(month)
  }
  return missing
}

/** A party with fewer members than its kind of body wants. */
export interface Missing {
  readonly party: PartyKind
  readonly seated: number
  readonly wanted: number
}

/** The parties that lack members on a date, in the order of the kind. Source: P-27, D-06. */
export const missingSeats = (body: Body, on: Date): ReadonlyArray<Missing> => {
  const members = State.members(body, on)
  return body.founded.kind.seats.flatMap(({ party, min }) => {
    const seated = members.filter((one) => one.party === party).length
    return seated < min ? [{ party, seated, wanted: min }] : []
  })
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)

/** The tasks that were handed out, or published, and are not done, by id. Source: D-06, W-19. */
export const openTasks = ({ tasks }: Body): ReadonlyArray<Task> =>
  [...HashMap.values(tasks)]
    .filter(({ standing }) => standing !== "fulfilled")
    .toSorted((a, b) => byId({ id: a.task }, { id: b.task }))

/** The open tasks whose day is past, by id. */
export const overdueTasks = (body: Body, asOf: Date): ReadonlyArray<Task> =>
  openTasks(body).filter(({ due }) => due !== undefined && due < asOf)

const items = (body: Body, keep: (item: Item) => boolean): ReadonlyArray<Item> =>
  [...HashMap.values(body.items)].filter(keep).toSorted((a, b) => byId({ id: a.item }, { id: b.item }))

/** What was agreed and is handed out to nobody, by id. Source: D-06. */
export const undispatched = (body: Body): ReadonlyArray<Item> =>
  items(body, ({ standing, tasks, insufficient }) => standing === "agreed" && tasks.length <= insufficient)

/** The matters that are closed and were closed in a period for the last time, by id. Source: D-06 (8 solved). */
export const solved = (body: Body, period: Period.Period): ReadonlyArray<Item> =>
  items(body, ({ standing, closings }) => {
    const last = closings.at(-1)
    return standing === "closed" && last !== undefined && Period.contains(period, last)
  })

/**
 * The share of the matters raised in a period that are closed as things stand, of those that were not rejected.
 *
 * Source: P-27, A-18.
 */
export const closure = (body: Body, period: Period.Period): Share => {
  const accepted = items(body, ({ raised, standing }) => standing !== "rejected" && Period.contains(period, raised))
  return share(accepted.filter(({ standing }) => standing === "closed").length, accepted.length)
}

/** The closed matters whose result nobody has looked at, in a body that wants it looked at, by id. Source: W-18. */
export const unobserved = (body: Body): ReadonlyArray<Item> =>
  body.founded.kind.observe ? items(body, (item) => item.standing === "closed" && recurrences(item) === undefined) : []

/** A task of the list of a year as the public sees it. */
export interface Promised {
  readonly task: Task["task"]
  readonly names: Task["names"]
  readonly lead: Identifier.UnitId | undefined
  readonly standing: Task["standing"]
  readonly due: Date | undefined
  /** Whether its day is past and it is not done. */
  readonly overdue: boolean
  /** Milestones reached, of all. */
  readonly reached: Share
  /** The first milestone that is not reached, in the order published; none of a task that is done. */
  readonly next: State.MilestoneKnown | undefined
  /** The milestones that are not reached although their day is past. */
  readonly late: ReadonlyArray<State.MilestoneKnown>
}

const promised = ({ task, names, lead, standing, due, milestones }: Task, on: Date): Promised => {
  const open = standing === "fulfilled" ? [] : milestones.filter(({ reached }) => reached === undefined)
  return {
    task,
    names,
    lead,
    standing,
    due,
    overdue: standing !== "fulfilled" && due !== undefined && due < on,
    reached: share(milestones.filter(({ reached }) => reached !== undefined).length, milestones.length),
    next: open[0],
    late: open.filter(({ by }) => by !== undefined && by < on)
  }
}

/**
 * How far a body is with what it promised for a year, in the order published; `undefined` when it promised nothing.
 *
 * Shape: as things stand; `on` decides what is late.
 * Source: R5-15, H-17.
 */
export const promises = (body: Body, year: number, on: Date): ReadonlyArray<Promised> | undefined =>
  State.workList(body, year)?.map((task) => promised(task, on))

/**
 * How often what a matter was about came again since it was closed for the last time; `undefined` when nobody counted.
 *
 * Source: W-18.
 */
export const recurrences = ({ closings, observations }: Item): number | undefined => {
  const closed = closings.at(-1)
  const counted = observations.filter(({ on }) => closed !== undefined && on >= closed)
  return counted.length === 0 ? undefined : counted.reduce((sum, one) => sum + one.recurrences, 0)
}

/** What a member does in a body: from guest to host. Units: `fen` is the money it promised, `undefined` when no longer exact. */
export interface Participation {
  readonly unit: Identifier.UnitId
  /** The meetings it came to, of those held while it sat. */
  readonly attended: Share
  readonly proposals: number
  readonly claimed: number
  readonly fulfilled: number
  readonly fen: Money.Money | undefined
}

/**
 * What each unit that ever sat in a body did in a period, by id.
 *
 * Source: W-21.
 * Cost: O(members x (meetings + proposals + tasks)).
 */
export const participation = (body: Body, period: Period.Period): ReadonlyArray<Participation> => {
  const meetings = held(body, period)
  const proposals = [...HashMap.values(body.items)]
    .flatMap((item) => item.proposals)
    .filter(({ on }) => Period.contains(period, on))
  const tasks = [...HashMap.values(body.tasks)]
  const within = (date: Date | undefined): boolean => date !== undefined && Period.contains(period, date)
  return [...HashMap.keys(body.members)].toSorted().map((unit) => {
    const invited = meetings.filter(({ date }) => State.party(body, unit, date) !== undefined)
    const led = tasks.filter(({ lead }) => lead === unit)
    return {
      unit,
      attended: share(invited.filter(({ present }) => present.includes(unit)).length, invited.length),
      proposals: proposals.filter(({ by }) => by === unit).length,
      claimed: led.filter(({ claimed, accepted }) => claimed && within(accepted)).length,
      fulfilled: led.filter(({ fulfilled }) => within(fulfilled)).length,
      fen: Result.getOrUndefined(
        Money.sum(
          proposals.flatMap(({ contributions }) =>
            contributions.flatMap((one) => (one.by === unit && one.kind === "money" ? [one.fen] : []))
          )
        )
      )
    }
  })
}
