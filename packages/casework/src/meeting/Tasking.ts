import { CivilDate, type Identifier } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import {
  BodyIdTaken,
  DispatchNotAllowed,
  ItemFollowUpMissing,
  ItemNotDone,
  NotTaskLead,
  TaskHasLead
} from "../BodyError.ts"
import * as State from "../BodyState.ts"
import * as Rule from "./Rule.ts"

// Only the body that may dispatch does: a unit named at the founding, or the members of some parties.
const dispatching = (body: State.Body, by: Identifier.UnitId, on: CivilDate.CivilDate) => (): Rule.Checked => {
  const { kind, dispatcher, body: id } = body.founded
  const allowed =
    kind.dispatch.by === "named" ? (dispatcher === undefined ? [] : [dispatcher]) : [...kind.dispatch.parties]
  const party = State.party(body, by, on)
  const may =
    kind.dispatch.by === "named" ? by === dispatcher : party !== undefined && kind.dispatch.parties.includes(party)
  return Rule.demand(may, () => new DispatchNotAllowed({ body: id, by, allowed }))
}

const leading =
  ({ task, lead }: State.Task, by: Identifier.UnitId) =>
  (): Rule.Checked =>
    Rule.demand(lead === by, () => new NotTaskLead({ task, by, lead: lead ?? "" }))

const done = (body: State.Body, item: State.Item) => (): Rule.Checked =>
  Rule.demand(
    State.isDone(body, item),
    () =>
      new ItemNotDone({
        item: item.item,
        open: State.tasksOf(body, item)
          .filter(({ standing }) => standing !== "fulfilled")
          .map(({ task }) => task)
      })
  )

export const checks: Rule.Checks<
  | "DispatchItem"
  | "PublishWorkList"
  | "ClaimTask"
  | "AcceptTask"
  | "ReportTask"
  | "ReturnTask"
  | "FulfilTask"
  | "FollowUpItem"
  | "CloseItem"
  | "ObserveResult"
> = {
  DispatchItem: (_facts, body, { item, task, names, by, to, assisting = [], due, on }) =>
    Rule.all(
      dispatching(body, by, on),
      () => Result.map(Rule.itemFor(body, item, "DispatchItem", on), () => undefined),
      Rule.free(State.task(body, task), "task", task),
      Rule.seated(body, on, to, ...assisting),
      Rule.inOrder("task", task, due ?? on, on),
      Rule.impersonal(task, names.zh, names.en)
    ),
  PublishWorkList: (_facts, body, { year, tasks, on }) => {
    const ids = tasks.map(({ task }) => task)
    const taken = ids.find((id, at) => ids.indexOf(id) !== at || State.task(body, id) !== undefined)
    return Rule.all(
      Rule.free(State.workList(body, year), "year", String(year)),
      () => (taken === undefined ? Rule.fine : Result.fail(new BodyIdTaken({ sort: "task", id: taken }))),
      ...tasks.map(({ task, due }) => Rule.inOrder("task", task, due ?? on, on)),
      Rule.impersonal(String(year), ...tasks.flatMap(({ names }) => [names.zh, names.en]))
    )
  },
  ClaimTask: (_facts, body, { task: id, by, on }) =>
    Result.flatMap(Rule.known(State.task(body, id), "task", id), ({ lead }) =>
      lead !== undefined
        ? Result.fail(new TaskHasLead({ task: id, lead }))
        : Rule.all(
            () => Result.map(Rule.taskFor(body, id, "ClaimTask", on), () => undefined),
            Rule.seated(body, on, by)
          )
    ),
  AcceptTask: (_facts, body, { task, by, on }) =>
    Result.flatMap(Rule.taskFor(body, task, "AcceptTask", on), (one) => leading(one, by)()),
  ReportTask: (_facts, body, { task, by, text, on }) =>
    Result.flatMap(Rule.taskFor(body, task, "ReportTask", on), (one) =>
      Rule.all(leading(one, by), Rule.impersonal(task, text))
    ),
  ReturnTask: (_facts, body, { task, by, reason, on }) =>
    Result.flatMap(Rule.taskFor(body, task, "ReturnTask", on), (one) =>
      Rule.all(leading(one, by), Rule.impersonal(task, reason))
    ),
  FulfilTask: (_facts, body, { task, by, on }) =>
    Result.flatMap(Rule.taskFor(body, task, "FulfilTask", on), (one) => leading(one, by)()),
  FollowUpItem: (_facts, body, { item: id, on }) =>
    Result.flatMap(Rule.itemFor(body, id, "FollowUpItem", on), (item) => done(body, item)()),
  CloseItem: (_facts, body, { item: id, on }) =>
    Result.flatMap(Rule.itemFor(body, id, "CloseItem", on), (item) =>
      Rule.all(done(body, item), () =>
        Rule.demand(
          !body.founded.kind.followUp || item.followUps.at(-1)?.satisfied === true,
          () => new ItemFollowUpMissing({ item: id })
        )
      )
    ),
  ObserveResult: (_facts, body, { item, on }) =>
    Result.map(Rule.itemFor(body, item, "ObserveResult", on), () => undefined)
}

const offered = (body: State.Body, task: State.Task): State.Body => ({
  ...body,
  tasks: HashMap.set(body.tasks, task.task, task)
})

const task = (
  fields: Pick<State.Task, "task" | "of" | "names" | "due" | "by" | "lead" | "assisting" | "dispatched">
): State.Task => ({
  ...fields,
  claimed: false,
  accepted: undefined,
  reports: [],
  returns: [],
  fulfilled: undefined,
  standing: fields.lead === undefined ? "offered" : "assigned",
  last: fields.dispatched
})

export const effects: Rule.Effects<
  | "ItemDispatched"
  | "WorkListPublished"
  | "TaskClaimed"
  | "TaskAccepted"
  | "TaskReported"
  | "TaskReturned"
  | "TaskFulfilled"
  | "ItemFollowedUp"
  | "ItemClosed"
  | "ResultObserved"
> = {
  ItemDispatched: (body, { item, task: id, names, by, to, assisting = [], due, on }) =>
    Rule.changeItem(
      offered(body, task({ task: id, of: { item }, names, due, by, lead: to, assisting, dispatched: on })),
      item,
      on,
      (one) => ({ ...one, tasks: [...one.tasks, id] })
    ),
  WorkListPublished: (body, { year, tasks, on }) =>
    tasks.reduce(
      (now, { task: id, names, due }) =>
        offered(
          now,
          task({ task: id, of: { year }, names, due, by: undefined, lead: undefined, assisting: [], dispatched: on })
        ),
      {
        ...body,
        workLists: HashMap.set(
          body.workLists,
          year,
          tasks.map(({ task: id }) => id)
        )
      }
    ),
  // Whoever takes a task up by itself has accepted it.
  TaskClaimed: (body, { task: id, by, on }) =>
    Rule.changeTask(body, id, on, (one) => ({ ...one, lead: by, claimed: true, accepted: on, standing: "accepted" })),
  TaskAccepted: (body, { task: id, on }) =>
    Rule.changeTask(body, id, on, (one) => ({ ...one, accepted: on, standing: "accepted" })),
  TaskReported: (body, { task: id, text, on }) =>
    Rule.changeTask(body, id, on, (one) => ({ ...one, reports: [...one.reports, { text, on }] })),
  TaskReturned: (body, { task: id, by, reason, on }) =>
    Rule.changeTask(body, id, on, (one) => ({
      ...one,
      lead: undefined,
      claimed: false,
      accepted: undefined,
      returns: [...one.returns, { by, reason, on }],
      standing: "offered"
    })),
  TaskFulfilled: (body, { task: id, on }) => {
    const now = Rule.changeTask(body, id, on, (one) => ({ ...one, fulfilled: on, standing: "fulfilled" }))
    const of = State.task(now, id)?.of
    if (of === undefined || !("item" in of)) return now
    // Tasks of one matter may be told of in any order: the matter keeps its latest day.
    const last = State.item(now, of.item)?.last ?? on
    return Rule.changeItem(now, of.item, CivilDate.max(last, on), (one) => one)
  },
  ItemFollowedUp: (body, { item, satisfied, on }) =>
    Rule.changeItem(body, item, on, (one) => ({
      ...one,
      followUps: [...one.followUps, { satisfied, on }],
      standing: satisfied ? one.standing : "agreed",
      insufficient: satisfied ? one.insufficient : one.tasks.length
    })),
  ItemClosed: (body, { item, on }) =>
    Rule.changeItem(body, item, on, (one) => ({ ...one, closings: [...one.closings, on], standing: "closed" })),
  ResultObserved: (body, { item, recurrences, on }) =>
    Rule.changeItem(body, item, on, (one) => ({
      ...one,
      observations: [...one.observations, { recurrences, on }]
    }))
}
