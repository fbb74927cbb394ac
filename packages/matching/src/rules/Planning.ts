import type { CivilDate } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { type MatchingError, NeedInProject, NotFound, NotPossible, ProjectIncomplete } from "../MatchingError.ts"
import type { NeedId } from "../Need.ts"
import type { ProjectId } from "../Project.ts"
import * as State from "../State.ts"
import { roomFor } from "./Listing.ts"
import { open } from "./Needing.ts"
import * as Rule from "./Rule.ts"

const isOpen = ({ status }: State.ProjectKnown): boolean => status === "proposed" || status === "approved"

/** Demands that a project stands where something can be done about it. */
export const running = (
  state: State.State,
  id: ProjectId,
  action: string,
  fits: (known: State.ProjectKnown) => boolean = isOpen
): Result.Result<State.ProjectKnown, MatchingError> =>
  Result.flatMap(Rule.known(State.project(state, id), "project", id), (known) =>
    fits(known)
      ? Result.succeed(known)
      : Result.fail(new NotPossible({ sort: "project", id, status: known.status, action }))
  )

/** Demands that needs are open and in no open project but the one they may be in. */
export const free = (state: State.State, needs: ReadonlyArray<NeedId>, action: string, may?: ProjectId): Rule.Checked =>
  Rule.all(
    ...needs.map(
      (id) => () =>
        Result.flatMap(
          open(state, id, action),
          ({ project }): Rule.Checked =>
            project === undefined || project === may ? Rule.fine : Result.fail(new NeedInProject({ need: id, project }))
        )
    )
  )

const wasIn = ({ project }: State.NeedKnown, id: ProjectId): boolean => project === id

export const decisions: Rule.Decisions<
  "ProposeProject" | "JoinNeeds" | "CommitResource" | "ReleaseResource" | "ApproveProject" | "ReportProgress"
> = {
  ProposeProject: (context, state, { _tag, ...project }) => {
    const { project: id, needs, on, place, category, sponsors } = project
    const before = State.project(state, id)
    const { needs: _needs, ...plan } = project
    return Rule.entered("project", id, before?.project, plan, () => {
      const checked = Rule.all(
        () => Rule.existing(context, place, on),
        () => Rule.sorted(context, category),
        ...sponsors.map((sponsor) => () => Rule.existing(context, sponsor, on)),
        () => free(state, needs, "ProposeProject")
      )
      return Rule.when(checked, () => Rule.facts({ _tag: "ProjectProposed", ...project }))
    })
  },
  JoinNeeds: (_context, state, { _tag, ...fields }) => {
    const { project: id, needs, on } = fields
    const known = State.project(state, id)
    // What joined by then and left again is no news either: it went on into another project.
    const left = new Set(known?.joinings.flatMap((one) => (on <= one.on ? one.left : [])))
    const joined = needs.every((need) => {
      const one = State.need(state, need)
      return one !== undefined && (wasIn(one, id) || known?.needs.includes(need) === true || left.has(need))
    })
    if (known !== undefined && joined) return Rule.nothing
    return Result.flatMap(running(state, id, "JoinNeeds"), () =>
      Rule.when(free(state, needs, "JoinNeeds", id), () => Rule.facts({ _tag: "NeedsJoined", ...fields }))
    )
  },
  CommitResource: (_context, state, { _tag, ...fields }) => {
    const { project: id, ...commitment } = fields
    const { resource, quantity, from, to } = commitment
    const before = State.project(state, id)
    const same = before?.commitments.some(({ released: _released, since: _since, ...one }) =>
      Equal.equals(one, commitment)
    )
    if (same === true) return Rule.nothing
    return Result.flatMap(running(state, id, "CommitResource"), () => {
      const use = { quantity, period: to === undefined ? { from } : { from, to } }
      const checked = Rule.all(
        () => Rule.ordered(from, to),
        () => roomFor(state, { _tag: "resource", resource }, use, from)
      )
      return Rule.when(checked, () => Rule.facts({ _tag: "ResourceCommitted", ...fields }))
    })
  },
  ReleaseResource: (_context, state, { _tag, ...fields }) =>
    Result.flatMap(Rule.known(State.project(state, fields.project), "project", fields.project), ({ commitments }) => {
      const own = commitments.filter((one) => one.resource === fields.resource)
      if (own.length === 0) return Result.fail(new NotFound({ sort: "resource", id: fields.resource }))
      return own.every(({ released }) => released !== undefined)
        ? Rule.nothing
        : Rule.facts({ _tag: "ResourceReleased", ...fields })
    }),
  ApproveProject: (_context, state, { project: id, on }) => {
    if (State.project(state, id)?.approved !== undefined) return Rule.nothing
    return Result.flatMap(running(state, id, "ApproveProject"), ({ commitments, needs }): Rule.Decision => {
      const missing = [
        ...(needs.length === 0 ? (["needs"] as const) : []),
        ...(commitments.every(({ released }) => released !== undefined) ? (["resources"] as const) : [])
      ]
      if (missing.length > 0) return Result.fail(new ProjectIncomplete({ project: id, missing }))
      return Rule.facts({ _tag: "ProjectApproved", project: id, on })
    })
  },
  ReportProgress: (_context, state, { _tag, ...fields }) => {
    const { project: id, percent, on } = fields
    const before = State.project(state, id)
    if (before !== undefined && (before.percent === percent || on < before.reported)) return Rule.nothing
    return Result.flatMap(
      running(state, id, "ReportProgress", ({ status }) => status === "approved"),
      () => Rule.facts({ _tag: "ProgressReported", ...fields })
    )
  }
}

/** Changes what is known of a project. */
export const change = (
  state: State.State,
  id: ProjectId,
  f: (known: State.ProjectKnown) => Partial<State.ProjectKnown>
): State.State => ({
  ...state,
  projects: HashMap.modify(state.projects, id, (known) => ({ ...known, ...f(known) }))
})

/** Says of needs from a day on in which open project they are, if any. */
export const move = (
  state: State.State,
  needs: ReadonlyArray<NeedId>,
  project: ProjectId | undefined,
  on: CivilDate.CivilDate
): State.State => put(state, needs, ({ projects }) => ({ project, projects: [...projects, { on, value: project }] }))

/** Changes what is known of needs. */
export const put = (
  state: State.State,
  needs: ReadonlyArray<NeedId>,
  f: (known: State.NeedKnown) => Partial<State.NeedKnown>
): State.State => ({
  ...state,
  needs: needs.reduce((all, need) => HashMap.modify(all, need, (known) => ({ ...known, ...f(known) })), state.needs)
})

export const effects: Rule.Effects<
  "ProjectProposed" | "NeedsJoined" | "ResourceCommitted" | "ResourceReleased" | "ProjectApproved" | "ProgressReported"
> = {
  ProjectProposed: (state, { _tag, needs, ...project }) => {
    const { project: id, on } = project
    const made: State.ProjectKnown = {
      project,
      needs: [...new Set(needs)],
      commitments: [],
      status: "proposed",
      approved: undefined,
      published: undefined,
      standing: "local",
      promoted: undefined,
      percent: 0,
      reported: on,
      ended: undefined,
      reason: undefined,
      history: [],
      joinings: [{ on, joined: needs, left: [] }],
      progress: []
    }
    return move({ ...state, projects: HashMap.set(state.projects, id, made) }, needs, id, on)
  },
  NeedsJoined: (state, { project: id, needs, on }) => {
    const later = change(state, id, (known) => ({
      needs: [...new Set([...known.needs, ...needs])],
      joinings: [...known.joinings, { on, joined: needs, left: [] }]
    }))
    return move(later, needs, id, on)
  },
  ResourceCommitted: (state, { _tag, project: id, ...commitment }) => {
    const { resource } = commitment
    const users = Option.getOrElse(HashMap.get(state.byResource, resource), (): ReadonlyArray<ProjectId> => [])
    const byResource = HashMap.set(state.byResource, resource, [...new Set([...users, id])])
    return change({ ...state, byResource }, id, ({ project, commitments }) => ({
      // It is made with the project, whenever it begins.
      commitments: [...commitments, { ...commitment, since: project.on, released: undefined }]
    }))
  },
  ResourceReleased: (state, { project: id, resource, on }) =>
    change(state, id, ({ commitments }) => ({
      commitments: commitments.map((one) =>
        one.resource === resource && one.released === undefined ? { ...one, released: on } : one
      )
    })),
  ProjectApproved: (state, { project: id, on }) => change(state, id, () => ({ status: "approved", approved: on })),
  ProgressReported: (state, { project: id, percent, on }) =>
    change(state, id, ({ progress }) => ({ percent, reported: on, progress: [...progress, { on, value: percent }] }))
}
