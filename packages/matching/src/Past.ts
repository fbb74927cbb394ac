import type { CivilDate } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import type { Fair } from "./Fair.ts"
import type * as Match from "./Match.ts"
import type { NeedId } from "./Need.ts"
import type * as State from "./State.ts"

type Date = CivilDate.CivilDate

const lastSaid = <A>(all: ReadonlyArray<State.Said<A>>, on: Date): State.Said<A> | undefined =>
  all.findLast((one) => one.on <= on)

/** A day, unless it is still to come. */
const by = (day: Date | undefined, on: Date): Date | undefined => (day !== undefined && day <= on ? day : undefined)

const statusOf = ({ status, accepted, ended }: Match.Match, isDelivered: boolean, on: Date): Match.Status => {
  if (by(ended, on) !== undefined) return status
  if (isDelivered) return "delivered"
  return by(accepted, on) === undefined ? "proposed" : "accepted"
}

const match = (known: Match.Match, on: Date): Match.Match => {
  const deliveries = known.deliveries.filter((one) => one.on <= on)
  const ratings = known.ratings.filter((one) => one.on <= on)
  const ended = by(known.ended, on)
  return {
    proposal: known.proposal,
    status: statusOf(known, deliveries.length > 0, on),
    accepted: by(known.accepted, on),
    ended,
    reason: ended === undefined ? undefined : known.reason,
    delivered: deliveries.reduce((sum, { quantity }) => sum + quantity, 0),
    deliveries,
    ratings,
    followUp: ratings.findLast((one) => one.followUp !== undefined)?.followUp ?? false
  }
}

const need = (known: State.NeedKnown, matches: State.State["matches"], on: Date): State.NeedKnown => {
  const ended = by(known.ended, on)
  const sort = lastSaid(known.categories, on)
  return {
    need: known.need,
    category: sort?.value ?? known.need.category,
    classified: sort?.on ?? known.need.on,
    status: ended === undefined ? "open" : known.status,
    ended,
    reason: ended === undefined ? undefined : known.reason,
    project: lastSaid(known.projects, on)?.value,
    matches: known.matches.filter((id) => HashMap.has(matches, id)),
    categories: known.categories.filter((one) => one.on <= on),
    projects: known.projects.filter((one) => one.on <= on)
  }
}

/** The needs of a project after some joined and some left. */
const needsOf = (joinings: ReadonlyArray<State.Joining>): ReadonlyArray<NeedId> => {
  const needs = new Set<NeedId>()
  for (const { joined, left } of joinings) {
    for (const one of joined) needs.add(one)
    for (const one of left) needs.delete(one)
  }
  return [...needs]
}

const project = (known: State.ProjectKnown, on: Date): State.ProjectKnown => {
  const joinings = known.joinings.filter((one) => one.on <= on)
  const [approved, promoted, ended] = [known.approved, known.promoted, known.ended].map((day) => by(day, on))
  const progress = lastSaid(known.progress, on)
  return {
    project: known.project,
    needs: needsOf(joinings),
    commitments: known.commitments
      .filter(({ since }) => since <= on)
      .map((one) => ({ ...one, released: by(one.released, on) })),
    status: ended !== undefined ? known.status : approved === undefined ? "proposed" : "approved",
    approved,
    published: by(known.published, on),
    standing: promoted === undefined ? "local" : "key",
    promoted,
    percent: progress?.value ?? 0,
    reported: progress?.on ?? known.project.on,
    ended,
    reason: ended === undefined ? undefined : known.reason,
    history: known.history.filter((one) => one.on <= on),
    joinings,
    progress: known.progress.filter((one) => one.on <= on)
  }
}

const fair = ({ opened, consultations, applications, decisions }: Fair, on: Date): Fair => ({
  opened,
  consultations: consultations.filter((one) => one.on <= on),
  applications: applications.filter((one) => one.on <= on),
  decisions: decisions.filter((one) => one.on <= on)
})

/** What there was by a day, as it was then. */
const kept = <K, A>(all: HashMap.HashMap<K, A>, day: (one: A) => Date, on: Date, then: (one: A) => A) =>
  HashMap.filterMap(all, (one) => (day(one) <= on ? Result.succeed(then(one)) : Result.failVoid))

/**
 * The lists as they stood at the end of a day: what was met, agreed on or completed later is not yet.
 *
 * Shape: needs, matches, projects, fairs and when items were found right. What is to be had (lists, offerings and resources) is
 * asked by day anyway, and stays.
 * Cost: O(all that was ever recorded of them).
 * Source: P-23, invariant 9.
 */
export const asOf = (state: State.State, on: Date): State.State => {
  const matches = kept(
    state.matches,
    ({ proposal }) => proposal.on,
    on,
    (one) => match(one, on)
  )
  return {
    ...state,
    assured: HashMap.map(state.assured, (days) => days.filter((day) => day <= on)),
    matches,
    needs: kept(
      state.needs,
      ({ need }) => need.on,
      on,
      (one) => need(one, matches, on)
    ),
    projects: kept(
      state.projects,
      ({ project }) => project.on,
      on,
      (one) => project(one, on)
    ),
    fairs: kept(
      state.fairs,
      ({ opened }) => opened.on,
      on,
      (one) => fair(one, on)
    )
  }
}
