import { CivilDate, Period, type Rate, Text, type WorkCalendar } from "@louyu/kernel"
import { type Activity, ActivityCommand, ActivityForms, ActivityReview, Programme } from "@louyu/programmes"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as FigureShown from "./FigureShown.ts"
import * as Naming from "./Naming.ts"
import { Word } from "./ProspectBook.ts"
import type * as Scene from "./Scene.ts"
import * as Share from "./Share.ts"

const { field, Count } = Answer

/** An activity as answers list it. */
export const Row = Schema.Struct({
  ...Word.fields,
  form: field(Word, "what sort of activity it is"),
  date: field(CivilDate.CivilDate, "its day"),
  open: field(Schema.NullOr(Schema.String), "when it begins, `HH:MM`, or `null`"),
  close: field(Schema.NullOr(Schema.String), "when it ends, or `null`"),
  extended: field(
    Schema.NullOr(Schema.Literals(["noon", "evening", "weekend", "holiday"])),
    "outside usual hours, and how; `null` within them, and where the calendar does not know the day"
  ),
  place: field(Schema.NullOr(Answer.Unit), "where, or `null`"),
  hosts: field(Schema.Array(Answer.Unit), "who holds it"),
  audience: field(ActivityCommand.Audience, "for whom"),
  project: field(
    Schema.NullOr(
      Schema.Struct({
        programme: field(Schema.String, "the programme"),
        project: field(Schema.String, "its service project")
      })
    ),
    "what it belongs to, or `null`"
  ),
  standing: field(Schema.Literals(["planned", "held", "cancelled"]), "whether it took place"),
  capacity: field(Schema.NullOr(Count), "how many places it has; `null` for any number"),
  placed: field(Count, "places taken"),
  waiting: field(Count, "who wait for one"),
  present: field(Count, "those of the places taken who came, as far as that was taken down"),
  attended: field(Schema.NullOr(FigureShown.Quantity), "how many came, as it was told as one number; or `null`")
}).annotate({ identifier: "Activity" })
export type Row = typeof Row.Type

const placesAsOf = (places: Activity.Activity["places"], on: CivilDate.CivilDate): Activity.Activity["places"] => {
  let [placed, waiting] = [0, 0]
  for (const { turns } of HashMap.values(places.bookings)) {
    const last = turns.findLast((turn) => turn.on <= on)?.what
    if (last === "placed" || last === "movedUp") placed++
    if (last === "waiting") waiting++
  }
  return { ...places, placed, waiting }
}

/**
 * An activity with what was so at the end of a day; `undefined` before it was planned.
 *
 * Shape: its date, and how many places it has, are those known now.
 */
export const asOf = (one: Activity.Activity, on: CivilDate.CivilDate): Activity.Activity | undefined => {
  if (one.planned.on > on) return undefined
  const then = { ...one, places: placesAsOf(one.places, on) }
  const isOver = [...one.told].some(
    (event) => event.on <= on && (event._tag === "ActivityHeld" || event._tag === "ActivityCancelled")
  )
  return one.standing === "planned" || isOver ? then : { ...then, standing: "planned", present: 0, attended: undefined }
}

/** An activity as answers list it. */
export const row =
  ({ view }: Scene.Scene, calendar: WorkCalendar.WorkCalendar) =>
  (one: Activity.Activity): Row => {
    const { planned, date, window, standing, places, present, attended } = one
    const { activity, names, form, place, hosts, audience, project } = planned
    return {
      id: activity,
      names,
      form: { id: form, names: ActivityForms.names(form) ?? Text.of(form) },
      date,
      open: window?.open ?? null,
      close: window?.close ?? null,
      extended: Result.getOrUndefined(ActivityReview.extended(one, calendar)) ?? null,
      place: place === undefined ? null : Naming.unit(view, place),
      hosts: hosts.map((host) => Naming.unit(view, host)),
      audience,
      project: project ?? null,
      standing,
      capacity: places.capacity ?? null,
      placed: places.placed,
      waiting: places.waiting,
      present,
      attended: attended ?? null
    }
  }

/** Activities in numbers. */
export const Sum = Schema.Struct({
  activities: field(Count, "activities, those called off left out"),
  held: field(Share.Share, "those that took place"),
  joint: field(Share.Share, "those several hosts hold together"),
  free: field(Share.Share, "those that cost nothing"),
  came: field(Share.Share, "those who came, of the places taken at activities that were held"),
  waiting: field(Count, "who wait for a place"),
  outcomes: field(Count, "needs, cases, projects and others that came of them")
})
export type Sum = typeof Sum.Type

/** Sums activities up. */
export const sum = (all: ReadonlyArray<Activity.Activity>, on: CivilDate.CivilDate): Sum => {
  const { activities, held, joint, free, came, waiting, outcomes } = ActivityReview.summarise(all)
  const dated = (rate: Rate.Rate) => Share.of({ ...rate, on })
  return {
    activities,
    held: dated(held),
    joint: dated(joint),
    free: dated(free),
    came: dated(came),
    waiting,
    outcomes
  }
}

const Reached = Schema.Struct({
  declared: field(FigureShown.Quantity, "how many it was said to have"),
  registered: field(Count, "how many are registered"),
  short: field(Count, "how many are missing")
})

/** A programme with its service projects. */
export const Running = Schema.Struct({
  ...Word.fields,
  departments: field(Schema.Array(Answer.Unit), "the departments that carry it"),
  projects: field(
    Schema.Array(
      Schema.Struct({
        ...Word.fields,
        lead: field(Schema.NullOr(Answer.Unit), "the department that leads it on the day; `null` outside its life"),
        activities: field(Count, "its activities, whenever they are"),
        held: field(Count, "those that took place")
      })
    ),
    "its service projects by id"
  ),
  activities: field(Count, "its activities, whenever they are"),
  size: field(
    Schema.Struct({
      departments: field(Schema.NullOr(Reached), "departments, or `null` when nothing was declared"),
      projects: field(Schema.NullOr(Reached), "service projects, likewise"),
      activities: field(Schema.NullOr(Reached), "activities, likewise")
    }),
    "what was declared of its size, held against what is registered"
  )
})
export type Running = typeof Running.Type

const runningOf =
  ({ view, on }: Scene.Scene, all: ReadonlyArray<Activity.Activity>) =>
  (programme: Programme.Programme): Running => {
    const { launched, departments } = programme
    const own = all.filter(({ planned }) => planned.project?.programme === launched.programme)
    const { departments: many, projects, activities } = Programme.size(programme, own.length)
    return {
      id: launched.programme,
      names: launched.names,
      departments: departments.map((one) => Naming.unit(view, one)),
      projects: Programme.projects(programme).map(({ opened }) => {
        const lead = Programme.lead(programme, opened.project, on)
        const some = own.filter(({ planned }) => planned.project?.project === opened.project)
        return {
          id: opened.project,
          names: opened.names,
          lead: lead === undefined ? null : Naming.unit(view, lead),
          activities: some.length,
          held: some.filter(({ standing }) => standing === "held").length
        }
      }),
      activities: own.length,
      size: { departments: many ?? null, projects: projects ?? null, activities: activities ?? null }
    }
  }

/** The programmes that run on a day, by id. */
export const running = (
  scene: Scene.Scene,
  programmes: Programme.State,
  all: ReadonlyArray<Activity.Activity>
): ReadonlyArray<Running> =>
  [...HashMap.values(programmes)]
    .filter((one) => Period.contains(Programme.life(one), scene.on))
    .map(runningOf(scene, all))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
