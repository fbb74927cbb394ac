import { type CivilDate, type Count, type Identifier, Period, Rate, Text, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import type { ProgrammeId, ProjectId } from "./Code.ts"
import * as Desk from "./Desk.ts"
import type * as Event from "./ProgrammeEvent.ts"
import * as Rule from "./Rule.ts"

type Date = CivilDate.CivilDate

/** A service project of a programme. Shape: on every day of its life it has exactly one lead department. */
export interface ServiceProject {
  readonly opened: Event.ServiceProjectOpened
  readonly leads: Timeline.Timeline<Identifier.UnitId>
}

/** A programme with its departments and service projects. Source: W-02. */
export interface Programme extends Desk.Story<Event.Event> {
  readonly launched: Event.ProgrammeLaunched
  readonly departments: ReadonlyArray<Identifier.UnitId>
  readonly projects: HashMap.HashMap<ProjectId, ServiceProject>
  readonly to: Date | undefined
}

/** The programmes of a city. Immutable. */
export type State = Desk.Stories<Programme>

/** A programme. Cost: O(log n). */
export const get = (state: State, id: ProgrammeId): Programme | undefined => Desk.get(state, id)

/** Every programme, in no order. */
export const all = (state: State): Iterable<Programme> => HashMap.values(state)

/** The days of a programme. */
export const life = ({ launched, to }: Programme): Period.Period => Rule.period(launched.from, to)

/** A service project of a programme. */
export const project = ({ projects }: Programme, id: ProjectId): ServiceProject | undefined =>
  Option.getOrUndefined(HashMap.get(projects, id))

/** The service projects of a programme, by id. */
export const projects = (of: Programme): ReadonlyArray<ServiceProject> =>
  [...HashMap.values(of.projects)].toSorted((a, b) => (a.opened.project < b.opened.project ? -1 : 1))

/** The lead department of a service project on a date; `undefined` outside its life. */
export const lead = (of: Programme, id: ProjectId, on: Date): Identifier.UnitId | undefined => {
  const found = project(of, id)
  return found === undefined || !Period.contains(life(of), on) ? undefined : Timeline.at(found.leads, on)
}

/** Tells whether a programme has a service project that runs on a date: what activities ask for. */
export const hasProject = (state: State, programme: ProgrammeId, id: ProjectId, on: Date): boolean => {
  const found = get(state, programme)
  return found !== undefined && lead(found, id, on) !== undefined
}

/** A published size held against what is there. Shape: `short` is how many are missing, 0 when none. */
export interface Reached {
  readonly declared: Count.Count
  readonly registered: number
  readonly short: number
}

/**
 * What a programme declared of its size, held against what is registered; only what was declared is answered.
 *
 * Source: W-02, G-06.
 */
export const size = (
  of: Programme,
  activities: number
): { readonly departments?: Reached; readonly projects?: Reached; readonly activities?: Reached } => {
  const { departments, projects: declaredProjects, activities: declaredActivities } = of.launched.declared ?? {}
  const reached = (declared: Count.Count, registered: number): Reached => ({
    declared,
    registered,
    short: Math.max(0, declared.value - registered)
  })
  return {
    ...(departments === undefined ? {} : { departments: reached(departments, of.departments.length) }),
    ...(declaredProjects === undefined ? {} : { projects: reached(declaredProjects, HashMap.size(of.projects)) }),
    ...(declaredActivities === undefined ? {} : { activities: reached(declaredActivities, activities) })
  }
}

/** How many activities there are for each service project of a programme. Source: W-02 (about 10). */
export const perProject = (of: Programme, activities: number): Rate.Rate =>
  Rate.of(activities, HashMap.size(of.projects), Text.of("服务项目", "service projects"))
