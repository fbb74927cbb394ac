import { CivilDate, type Identifier, Text } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import type * as Command from "../BodyCommand.ts"
import {
  BodyIdTaken,
  DispatchNotAllowed,
  ItemFollowUpMissing,
  ItemNotDone,
  MilestonePassed,
  NotTaskLead,
  PartyMissing,
  TaskHasLead,
  WorkListTooLong
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

// Who carries something together is all there, once it is said what each of them does (H-18).
const joint =
  (body: State.Body, { task, to, assisting = [], duties, on }: typeof Command.DispatchItem.Type) =>
  (): Rule.Checked => {
    if (duties === undefined) return Rule.fine
    const units = [...(to === undefined ? [] : [to]), ...assisting, ...duties.map(({ unit }) => unit)]
    const there = units.map((unit) => State.party(body, unit, on))
    const parties = (body.founded.kind.jointParties ?? []).filter((party) => !there.includes(party))
    return Rule.demand(parties.length === 0, () => new PartyMissing({ task, parties }))
  }

const distinct =
  <Id extends string>(sort: "task" | "milestone", ids: ReadonlyArray<Id>, isTaken = (_id: Id): boolean => false) =>
  (): Rule.Checked => {
    const taken = ids.find((id, at) => ids.indexOf(id) !== at || isTaken(id))
    return taken === undefined ? Rule.fine : Result.fail(new BodyIdTaken({ sort, id: taken }))
  }

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
  | "ReachMilestone"
  | "ReturnTask"
  | "FulfilTask"
  | "FollowUpItem"
  | "CloseItem"
  | "ObserveResult"
> = {
  DispatchItem: (_facts, body, command) => {
    const { item, task, names, by, to, assisting = [], duties = [], due, on } = command
    return Rule.all(
      dispatching(body, by, on),
      () => Result.map(Rule.itemFor(body, item, "DispatchItem", on), () => undefined),
      Rule.free(State.task(body, task), "task", task),
      Rule.seated(body, on, to, ...assisting, ...duties.map(({ unit }) => unit)),
      joint(body, command),
      Rule.inOrder("task", task, due ?? on, on),
      Rule.impersonal(task, ...Text.wordings(names), ...duties.map(({ duty }) => duty))
    )
  },
  PublishWorkList: (_facts, body, { year, tasks, on }) => {
    const { body: id, kind } = body.founded
    const max = kind.yearlyTasks ?? tasks.length
    const milestones = tasks.flatMap((one) => one.milestones ?? [])
    const texts = [...tasks, ...milestones].flatMap(({ names }) => Text.wordings(names))
    return Rule.all(
      Rule.free(State.workList(body, year), "year", String(year)),
      () => Rule.demand(tasks.length <= max, () => new WorkListTooLong({ body: id, year, listed: tasks.length, max })),
      distinct(
        "task",
        tasks.map(({ task }) => task),
        (task) => State.task(body, task) !== undefined
      ),
      ...tasks.map(({ milestones: steps = [] }) =>
        distinct(
          "milestone",
          steps.map(({ milestone }) => milestone)
        )
      ),
      ...tasks.map(({ task, due }) => Rule.inOrder("task", task, due ?? on, on)),
      ...milestones.map(({ milestone, by }) => Rule.inOrder("milestone", milestone, by ?? on, on)),
      Rule.impersonal(String(year), ...texts)
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
  ReachMilestone: (_facts, body, { task, milestone: id, by, on }) =>
    Result.flatMap(Rule.taskFor(body, task, "ReachMilestone", on), (one) =>
      Rule.all(leading(one, by), () =>
        Result.flatMap(
          Rule.known(
            one.milestones.find(({ milestone }) => milestone === id),
            "milestone",
            id
          ),
          ({ reached }) =>
            reached === undefined ? Rule.fine : Result.fail(new MilestonePassed({ task, milestone: id, on: reached }))
        )
      )
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
  fields: Pick<State.Task, "task" | "of" | "names" | "due" | "dispatched"> &
    Partial<Pick<State.Task, "by" | "lead" | "assisting" | "duties">>,
  milestones: ReadonlyArray<Command.Milestone> = []
): State.Task => ({
  by: undefined,
  lead: undefined,
  assisting: [],
  duties: [],
  milestones: milestones.map((one) => ({ ...one, reached: undefined })),
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
  | "MilestoneReached"
  | "TaskReturned"
  | "TaskFulfilled"
  | "ItemFollowedUp"
  | "ItemClosed"
  | "ResultObserved"
> = {
  ItemDispatched: (body, { item, task: id, names, by, to, assisting = [], duties = [], due, on }) =>
    Rule.changeItem(
      offered(body, task({ task: id, of: { item }, names, due, by, lead: to, assisting, duties, dispatched: on })),
      item,
      on,
      (one) => ({ ...one, tasks: [...one.tasks, id] })
    ),
  WorkListPublished: (body, { year, tasks, on }) =>
    tasks.reduce(
      (now, { task: id, names, due, milestones }) =>
        offered(now, task({ task: id, of: { year }, names, due, dispatched: on }, milestones)),
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
  MilestoneReached: (body, { task: id, milestone, on }) =>
    Rule.changeTask(body, id, on, (one) => ({
      ...one,
      milestones: one.milestones.map((step) => (step.milestone === milestone ? { ...step, reached: on } : step))
    })),
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
