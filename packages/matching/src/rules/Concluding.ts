import type { CivilDate } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import { NotFound, NotPossible, ProjectIncomplete } from "../MatchingError.ts"
import type { ProjectId } from "../Project.ts"
import * as State from "../State.ts"
import { change, free, move, put, running } from "./Planning.ts"
import * as Rule from "./Rule.ts"

type Tag = "PublishProject" | "PromoteProject" | "CompleteProject" | "CancelProject" | "MergeProjects" | "SplitProject"

export const decisions: Rule.Decisions<Tag> = {
  PublishProject: (_context, state, { project: id, on }) => {
    if (State.project(state, id)?.published !== undefined) return Rule.nothing
    return Result.flatMap(running(state, id, "PublishProject"), ({ project }): Rule.Decision => {
      const known = (project.beneficiaries ?? []).length > 0
      if (!known) return Result.fail(new ProjectIncomplete({ project: id, missing: ["beneficiaries"] }))
      return Rule.facts({ _tag: "ProjectPublished", project: id, on })
    })
  },
  PromoteProject: (_context, state, { project: id, on }) => {
    const before = State.project(state, id)
    if (before?.standing === "key") return Rule.nothing
    return Result.flatMap(running(state, id, "PromoteProject"), ({ published }): Rule.Decision => {
      const unpublished = new NotPossible({ sort: "project", id, status: "unpublished", action: "PromoteProject" })
      return published === undefined
        ? Result.fail(unpublished)
        : Rule.facts({ _tag: "ProjectPromoted", project: id, on })
    })
  },
  CompleteProject: (_context, state, { project: id, on }) => {
    if (State.project(state, id)?.status === "completed") return Rule.nothing
    return Result.flatMap(
      running(state, id, "CompleteProject", ({ status }) => status === "approved"),
      () => Rule.facts({ _tag: "ProjectCompleted", project: id, on })
    )
  },
  CancelProject: (_context, state, { _tag, ...fields }) => {
    const { project: id, reason } = fields
    const before = State.project(state, id)
    if (before?.status === "cancelled" && before.reason === reason) return Rule.nothing
    return Result.flatMap(running(state, id, "CancelProject"), () =>
      Rule.when(Rule.impersonal(id, reason), () => Rule.facts({ _tag: "ProjectCancelled", ...fields }))
    )
  },
  MergeProjects: (_context, state, { _tag, ...fields }) => {
    const { project: id, into } = fields
    const target = State.project(state, into)
    const done = target?.history.some((one) => one.project === id && one.how === "merged")
    if (done === true) return Rule.nothing
    if (id === into) {
      return Result.fail(new NotPossible({ sort: "project", id, status: "itself", action: "MergeProjects" }))
    }
    return Result.flatMap(running(state, id, "MergeProjects"), () =>
      Result.flatMap(running(state, into, "MergeProjects"), () => Rule.facts({ _tag: "ProjectsMerged", ...fields }))
    )
  },
  SplitProject: (_context, state, { _tag, ...fields }) => {
    const { project: id, part, needs } = fields
    const before = State.project(state, part)
    if (before?.history.some((one) => one.project === id && one.how === "split") === true) return Rule.nothing
    return Result.flatMap(running(state, id, "SplitProject"), (known): Rule.Decision => {
      if (before !== undefined) {
        return Result.fail(
          new NotPossible({ sort: "project", id: part, status: before.status, action: "SplitProject" })
        )
      }
      const stranger = needs.find((need) => !known.needs.includes(need))
      if (stranger !== undefined) return Result.fail(new NotFound({ sort: "need", id: stranger }))
      if (known.needs.every((need) => needs.includes(need))) {
        return Result.fail(new ProjectIncomplete({ project: id, missing: ["needs"] }))
      }
      return Rule.when(free(state, needs, "SplitProject", id), () => Rule.facts({ _tag: "ProjectSplit", ...fields }))
    })
  }
}

const end = (
  state: State.State,
  id: ProjectId,
  status: State.ProjectStatus,
  on: CivilDate.CivilDate,
  reason?: string
): State.State => change(state, id, () => ({ status, ended: on, reason }))

export const effects: Rule.Effects<
  "ProjectPublished" | "ProjectPromoted" | "ProjectCompleted" | "ProjectCancelled" | "ProjectsMerged" | "ProjectSplit"
> = {
  ProjectPublished: (state, { project: id, on }) => change(state, id, () => ({ published: on })),
  ProjectPromoted: (state, { project: id, on }) => change(state, id, () => ({ standing: "key", promoted: on })),
  ProjectCompleted: (state, { project: id, on }) => {
    const needs = State.project(state, id)?.needs ?? []
    return put(end(state, id, "completed", on), needs, (known) =>
      known.status === "open" ? { status: "met", ended: on } : {}
    )
  },
  ProjectCancelled: (state, { project: id, on, reason }) =>
    move(end(state, id, "cancelled", on, reason), State.project(state, id)?.needs ?? [], undefined, on),
  ProjectsMerged: (state, { project: id, into, on }) => {
    const gone = State.project(state, id)
    if (gone === undefined) return state
    const later = change(end(state, id, "merged", on), into, (known) => ({
      needs: [...new Set([...known.needs, ...gone.needs])],
      commitments: [...known.commitments, ...gone.commitments.map((one) => ({ ...one, since: on }))],
      history: [...known.history, { project: id, how: "merged", on }],
      joinings: [...known.joinings, { on, joined: gone.needs, left: [] }]
    }))
    const taken = gone.commitments.reduce(
      (all, { resource }) => HashMap.modify(all, resource, (users) => [...new Set([...users, into])]),
      later.byResource
    )
    return move({ ...later, byResource: taken }, gone.needs, into, on)
  },
  ProjectSplit: (state, { project: id, part, names, needs, budget, beneficiaries, on }) => {
    const whole = State.project(state, id)
    if (whole === undefined) return state
    const { beneficiaries: _all, budget: _budget, ...rest } = whole.project
    const made: State.ProjectKnown = {
      ...whole,
      project: {
        ...rest,
        project: part,
        names,
        on,
        ...(budget === undefined ? {} : { budget }),
        ...(beneficiaries === undefined ? {} : { beneficiaries })
      },
      needs: [...needs],
      commitments: [],
      status: "proposed",
      approved: undefined,
      published: undefined,
      standing: "local",
      promoted: undefined,
      percent: 0,
      reported: on,
      history: [{ project: id, how: "split", on }],
      joinings: [{ on, joined: needs, left: [] }],
      progress: []
    }
    const projects = HashMap.set(state.projects, part, made)
    const left = change({ ...state, projects }, id, (known) => ({
      needs: known.needs.filter((need) => !needs.includes(need)),
      history: [...known.history, { project: part, how: "split", on }],
      joinings: [...known.joinings, { on, joined: [], left: needs }]
    }))
    return move(left, needs, part, on)
  }
}
