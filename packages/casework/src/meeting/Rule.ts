import { Check, type CivilDate, type Identifier } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import type { ItemId, MeetingId, TaskId } from "../BodyCode.ts"
import type { Command } from "../BodyCommand.ts"
import {
  BodyActionNotAllowed,
  type BodyError,
  BodyIdTaken,
  BodyOutOfOrder,
  BodyPartUnknown,
  BodyTextPersonal,
  NotSeated,
  type Sort
} from "../BodyError.ts"
import type { Event } from "../BodyEvent.ts"
import * as State from "../BodyState.ts"

type Date = CivilDate.CivilDate

/** What bodies need to know of the rest of the city. */
export interface Facts {
  /** Whether a unit exists on a date. */
  readonly exists: (unit: Identifier.UnitId, on: CivilDate.CivilDate) => boolean
}

/** A check that lets a command go on, or the reason it does not. */
export type Checked = Check.Check<BodyError>

/** The checks of some commands to a body that is there. */
export type Checks<Tag extends Command["_tag"]> = {
  readonly [K in Tag]: (facts: Facts, body: State.Body, command: Extract<Command, { readonly _tag: K }>) => Checked
}

/** What some facts change in their body. */
export type Effects<Tag extends Event["_tag"]> = {
  readonly [K in Tag]: (body: State.Body, event: Extract<Event, { readonly _tag: K }>) => State.Body
}

/** Nothing is wrong. */
export const fine: Checked = Check.fine

/** The first check that fails, if any; later ones are not made. */
export const all: (...checks: ReadonlyArray<() => Checked>) => Checked = Check.all

/** Demands that something holds. */
export const demand: (holds: boolean, problem: () => BodyError) => Checked = Check.demand

/** Demands that something is known. */
export const known = <A>(value: A | undefined, sort: Sort, id: string): Result.Result<A, BodyPartUnknown> =>
  value === undefined ? Result.fail(new BodyPartUnknown({ sort, id })) : Result.succeed(value)

/** Demands that an id is not taken yet. */
export const free = (value: unknown, sort: Sort, id: string) => (): Checked =>
  demand(value === undefined, () => new BodyIdTaken({ sort, id }))

/** Demands that a unit exists on a date. */
export const existing =
  ({ exists }: Facts, unit: Identifier.UnitId, on: Date) =>
  (): Checked =>
    demand(exists(unit, on), () => new BodyPartUnknown({ sort: "unit", id: unit }))

/** Demands that units sit in a body on a date; those nobody names are no matter. */
export const seated =
  (body: State.Body, on: Date, ...units: ReadonlyArray<Identifier.UnitId | undefined>) =>
  (): Checked => {
    const stranger = units.find((unit) => unit !== undefined && State.party(body, unit, on) === undefined)
    return stranger === undefined ? fine : Result.fail(new NotSeated({ body: body.founded.body, unit: stranger, on }))
  }

/** Demands that nothing later is known. */
export const inOrder = (sort: Sort, id: string, on: Date, last: Date) => (): Checked =>
  demand(on >= last, () => new BodyOutOfOrder({ sort, id, on, last }))

/** Demands that texts hold nothing that leads to a person. */
export const impersonal =
  (id: string, ...texts: ReadonlyArray<string | undefined>) =>
  (): Checked =>
    Check.impersonal(texts, (traces) => new BodyTextPersonal({ id, traces }))

const itemActions: Record<State.Item["standing"], ReadonlyArray<Command["_tag"]>> = {
  open: ["CarryItemOver", "MakeProposal", "DecideItem"],
  agreed: ["DispatchItem", "FollowUpItem", "CloseItem"],
  rejected: [],
  closed: ["FollowUpItem", "ObserveResult"]
}
const taskActions: Record<State.Task["standing"], ReadonlyArray<Command["_tag"]>> = {
  offered: ["ClaimTask"],
  assigned: ["AcceptTask", "ReturnTask"],
  accepted: ["ReportTask", "ReachMilestone", "FulfilTask", "ReturnTask"],
  fulfilled: []
}

/** A matter with which something can be done now, on a day that is not before what is known of it. */
export const itemFor = (
  body: State.Body,
  id: ItemId,
  action: Command["_tag"],
  on: Date
): Result.Result<State.Item, BodyError> =>
  Result.flatMap(known(State.item(body, id), "item", id), (item): Result.Result<State.Item, BodyError> => {
    const allowed = itemActions[item.standing]
    if (!allowed.includes(action)) {
      return Result.fail(new BodyActionNotAllowed({ sort: "item", id, standing: item.standing, action, allowed }))
    }
    return Result.map(inOrder("item", id, on, item.last)(), () => item)
  })

/** A task with which something can be done now, on a day that is not before what is known of it. */
export const taskFor = (
  body: State.Body,
  id: TaskId,
  action: Command["_tag"],
  on: Date
): Result.Result<State.Task, BodyError> =>
  Result.flatMap(known(State.task(body, id), "task", id), (task): Result.Result<State.Task, BodyError> => {
    const allowed = taskActions[task.standing]
    if (!allowed.includes(action)) {
      return Result.fail(new BodyActionNotAllowed({ sort: "task", id, standing: task.standing, action, allowed }))
    }
    return Result.map(inOrder("task", id, on, task.last)(), () => task)
  })

/** A meeting that has not ended. */
export const meetingFor = (
  body: State.Body,
  id: MeetingId,
  action: Command["_tag"]
): Result.Result<State.Meeting, BodyError> =>
  Result.flatMap(known(State.meeting(body, id), "meeting", id), (meeting): Result.Result<State.Meeting, BodyError> => {
    const over = new BodyActionNotAllowed({ sort: "meeting", id, standing: "adjourned", action, allowed: [] })
    return meeting.adjourned === undefined ? Result.succeed(meeting) : Result.fail(over)
  })

/** Changes a meeting of a body. */
export const changeMeeting = (
  body: State.Body,
  id: MeetingId,
  f: (one: State.Meeting) => State.Meeting
): State.Body => ({
  ...body,
  meetings: HashMap.modify(body.meetings, id, f)
})

/** Changes a matter of a body, on a day. */
export const changeItem = (body: State.Body, id: ItemId, on: Date, f: (one: State.Item) => State.Item): State.Body => ({
  ...body,
  items: HashMap.modify(body.items, id, (one) => ({ ...f(one), last: on }))
})

/** Changes a task of a body, on a day. */
export const changeTask = (body: State.Body, id: TaskId, on: Date, f: (one: State.Task) => State.Task): State.Body => ({
  ...body,
  tasks: HashMap.modify(body.tasks, id, (one) => ({ ...f(one), last: on }))
})
