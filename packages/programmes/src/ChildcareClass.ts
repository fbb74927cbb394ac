import { type CivilDate, type Identifier, Period, Rate, Text } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import type { AgeBand, ChildId, Course } from "./ClassCommand.ts"
import type * as Event from "./ClassEvent.ts"
import type { ClassId, Code } from "./Code.ts"
import * as Desk from "./Desk.ts"
import * as Places from "./Places.ts"

type Date = CivilDate.CivilDate

/** A childcare class with its enrolments. Shape: a child is an id and a band of age, and nothing else. Source: H-17. */
export interface ChildcareClass extends Desk.Story<Event.Event> {
  readonly opened: Event.ClassOpened
  readonly places: Places.Places<ChildId>
  readonly bands: HashMap.HashMap<ChildId, AgeBand>
  /** By course: the children in it. */
  readonly courses: HashMap.HashMap<Code, Places.Places<ChildId>>
}

/** The childcare classes of a city. Immutable. */
export type State = Desk.Stories<ChildcareClass>

/** A class. Cost: O(log n). */
export const get = (state: State, id: ClassId): ChildcareClass | undefined => Desk.get(state, id)

/** The days of a class. */
export const life = ({ opened }: ChildcareClass): Period.Period => ({ from: opened.from, to: opened.to })

/** How a child's enrolment stands; `undefined` when there was none. Cost: O(log n). */
export const enrolment = ({ places }: ChildcareClass, child: ChildId): Places.Booking<ChildId> | undefined =>
  Places.booking(places, child)

/** A course, and the places in it. */
export const course = (
  { opened, courses }: ChildcareClass,
  id: Code
): { readonly course: Course; readonly places: Places.Places<ChildId> } | undefined => {
  const found = opened.courses.find((one) => one.course === id)
  const places = Option.getOrUndefined(HashMap.get(courses, id))
  return found === undefined || places === undefined ? undefined : { course: found, places }
}

/** What a class shows to everybody: numbers, and none that is small enough to lead to a child. */
export interface Summary {
  readonly capacity: number
  readonly enrolled: number
  readonly waiting: number
  readonly taken: Rate.Rate
  /** Children by age; bands with fewer than `smallest` of them are left out, and one more where they could be told. */
  readonly bands: ReadonlyArray<InBand>
  readonly courses: ReadonlyArray<{ readonly course: Code; readonly children: number }>
}

interface InBand {
  readonly band: AgeBand
  readonly children: number
}

// What is not shown can be told from what is, since every child has a band: it must be none, or enough, together.
const withoutRest = (bands: ReadonlyArray<InBand>, all: number, smallest: number): ReadonlyArray<InBand> => {
  const shown = bands.filter(({ children }) => children >= smallest).toSorted((a, b) => b.children - a.children)
  const rest = all - shown.reduce((sum, { children }) => sum + children, 0)
  return rest > 0 && rest < smallest ? shown.slice(0, -1) : shown
}

/**
 * The figures of a class, without any child.
 *
 * Shape: a band of age, or a course, with fewer children than `smallest` (3 when left out) is not shown; nor are the bands
 * from which the rest of the class could be worked out to be fewer.
 * Cost: O(children).
 * Source: H-17.
 */
export const summarise = (one: ChildcareClass, smallest = 3): Summary => {
  const { opened, places, bands } = one
  const children = new Map<AgeBand, number>()
  for (const child of Places.placed(places)) {
    const band = Option.getOrUndefined(HashMap.get(bands, child))
    if (band !== undefined) children.set(band, (children.get(band) ?? 0) + 1)
  }
  const bandsOf = [...new Set(opened.bands)].map((band) => ({ band, children: children.get(band) ?? 0 }))
  const shown = new Set(withoutRest(bandsOf, places.placed, smallest).map(({ band }) => band))
  const capacity = places.capacity ?? opened.room.capacity
  return {
    capacity,
    enrolled: places.placed,
    waiting: places.waiting,
    taken: Rate.of(places.placed, capacity, Text.of("名额", "places")),
    bands: bandsOf.filter(({ band }) => shown.has(band)),
    courses: opened.courses.flatMap(({ course: id }) => {
      const some = course(one, id)?.places.placed ?? 0
      return some < smallest ? [] : [{ course: id, children: some }]
    })
  }
}

/** The classes that run on a date, of one place or all. Cost: O(classes). */
export const running = (state: State, on: Date, place?: Identifier.UnitId): ReadonlyArray<ChildcareClass> =>
  [...HashMap.values(state)]
    .filter((one) => Period.contains(life(one), on) && (place === undefined || one.opened.place === place))
    .sort((a, b) => (a.opened.class < b.opened.class ? -1 : 1))
