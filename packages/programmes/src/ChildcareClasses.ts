import type { Decider } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import { BandNotAdmitted, CapacityBelowPlaced, PlacesFull } from "./ActivityError.ts"
import * as ChildcareClass from "./ChildcareClass.ts"
import type { ChildId, Command } from "./ClassCommand.ts"
import type { ClassOpened, Event } from "./ClassEvent.ts"
import * as Desk from "./Desk.ts"
import * as Places from "./Places.ts"
import type { ProgrammesError } from "./ProgrammesError.ts"
import * as Rule from "./Rule.ts"

export type { Facts } from "./Rule.ts"

type Of<Tag extends Command["_tag"]> = Extract<Command, { readonly _tag: Tag }>

const start = (opened: ClassOpened): ChildcareClass.ChildcareClass => {
  return {
    ...Desk.begun<Event>(opened.on),
    opened,
    places: Places.make(opened.room.capacity, opened.room.waiting),
    bands: HashMap.empty(),
    courses: HashMap.fromIterable(
      opened.courses.map(({ course, capacity }) => [course, Places.make<ChildId>(capacity, 0)] as const)
    )
  }
}

const notOver = ({ opened }: ChildcareClass.ChildcareClass, on: ClassOpened["on"]) =>
  Rule.within("class", opened.class, on, Rule.period(opened.on, opened.to))

const room = (id: string, places: Places.Places<ChildId>) => (): Rule.Checked =>
  Rule.demand(
    Places.offer(places) !== "full",
    () => new PlacesFull({ id, capacity: places.capacity ?? 0, waiting: places.waiting })
  )

const standingOf = (places: Places.Places<ChildId>, { child }: { readonly child: ChildId }) =>
  Places.booking(places, child)?.standing ?? "missing"

// How an enrolment must stand; the child itself is never named in a refusal.
const enrolled = (
  places: Places.Places<ChildId>,
  command: Of<"EnrolChild" | "WithdrawChild" | "ChooseCourse">,
  ...allowed: ReadonlyArray<"placed" | "waiting">
) => Rule.standing("enrolment", command.class, standingOf(places, command), command._tag, ...allowed)

// Where there was none yet, or none is left.
const unenrolled = (places: Places.Places<ChildId>, command: Of<"EnrolChild" | "ChooseCourse">) =>
  Rule.standing("enrolment", command.class, standingOf(places, command), command._tag, "missing", "withdrawn")

const choosing = (one: ChildcareClass.ChildcareClass, command: Of<"ChooseCourse">): Rule.Checked =>
  Rule.known(ChildcareClass.course(one, command.course), "course", command.course, ({ places }) =>
    Rule.all(
      notOver(one, command.on),
      enrolled(one.places, command, "placed"),
      unenrolled(places, command),
      room(command.course, places)
    )
  )

const movedUp = (
  { places }: ChildcareClass.ChildcareClass,
  count: number,
  { class: id, on }: { readonly class: ClassOpened["class"]; readonly on: ClassOpened["on"] }
): ReadonlyArray<Event> =>
  Places.next(places, count).map(({ key: child }) => ({ _tag: "ChildMovedUp", class: id, child, on }))

/**
 * The rules of childcare classes: never more children than places, those who wait in order, minors only by id.
 *
 * Shape: a command that is obeyed gives one fact with its fields, and one for every child that is moved up by it; what
 * was said before, word for word, gives none.
 * Cost: O(log n) a command, besides those it moves up.
 * Source: H-17.
 */
export const decider: Decider.Decider<Command, ChildcareClass.State, Event, ProgrammesError, Rule.Facts> = Desk.decider<
  Command,
  ChildcareClass.ChildcareClass,
  Event,
  Rule.Facts,
  "OpenClass",
  "ClassOpened"
>({
  sort: "class",
  key: (said) => said.class,
  anyOrder: true,
  tags: {
    OpenClass: "ClassOpened",
    EnrolChild: "ChildEnrolled",
    WithdrawChild: "ChildWithdrawn",
    ChooseCourse: "CourseChosen",
    ResizeClass: "ClassResized"
  },
  opens: "OpenClass",
  start,
  opening: ({ class: id, place, courses, from, to, on }, facts) =>
    Rule.all(
      Rule.ordered(from, to),
      Rule.notBefore("class", id, from, on),
      Rule.distinct(
        "course",
        courses.map(({ course }) => course)
      ),
      Rule.existing(facts, from, [place])
    ),
  checks: {
    EnrolChild: (one, command) =>
      Rule.all(
        notOver(one, command.on),
        () =>
          Rule.demand(
            one.opened.bands.includes(command.band),
            () => new BandNotAdmitted({ class: command.class, band: command.band, admitted: one.opened.bands })
          ),
        unenrolled(one.places, command),
        room(command.class, one.places)
      ),
    WithdrawChild: (one, command) =>
      Rule.all(notOver(one, command.on), enrolled(one.places, command, "placed", "waiting")),
    ChooseCourse: choosing,
    ResizeClass: (one, { class: id, capacity, on }) =>
      Rule.all(notOver(one, on), () =>
        Rule.demand(
          capacity >= one.places.placed,
          () => new CapacityBelowPlaced({ id, capacity, placed: one.places.placed })
        )
      )
  },
  // Enrolments remember themselves, child by child.
  remembered: ["ChildEnrolled", "ChildWithdrawn", "ChildMovedUp", "CourseChosen"],
  obeyed: {
    EnrolChild: ({ places }, command) =>
      Places.happened(places, command.child, { ...command, as: command.band }, "placed", "waiting"),
    WithdrawChild: ({ places }, command) => Places.happened(places, command.child, command, "withdrawn"),
    ChooseCourse: (one, command) => {
      const found = ChildcareClass.course(one, command.course)
      return found !== undefined && Places.happened(found.places, command.child, command, "placed")
    }
  },
  answers: {
    EnrolChild: ({ places }, { _tag, ...fields }) => [
      { _tag: "ChildEnrolled", ...fields, standing: Places.offer(places) === "placed" ? "placed" : "waiting" }
    ],
    WithdrawChild: (one, { _tag, ...fields }) => {
      const frees = Places.booking(one.places, fields.child)?.standing === "placed"
      return [{ _tag: "ChildWithdrawn", ...fields }, ...movedUp(one, frees ? 1 : 0, fields)]
    },
    ResizeClass: (one, { _tag, ...fields }) => [
      { _tag: "ClassResized", ...fields },
      ...movedUp(one, fields.capacity - one.places.placed, fields)
    ]
  },
  effects: {
    ChildEnrolled: (one, { child, band, standing, ...asked }) => ({
      ...one,
      places: Places.book(one.places, child, child, standing, { ...asked, as: band }),
      bands: HashMap.set(one.bands, child, band)
    }),
    ChildWithdrawn: (one, { child, ...asked }) => ({
      ...one,
      places: Places.withdraw(one.places, child, asked),
      courses: HashMap.map(one.courses, (places) => Places.withdraw(places, child, asked))
    }),
    ChildMovedUp: (one, { child, on }) => ({ ...one, places: Places.moveUp(one.places, child, on) }),
    CourseChosen: (one, { course, child, ...asked }) => ({
      ...one,
      courses: HashMap.modify(one.courses, course, (places) => Places.book(places, child, child, "placed", asked))
    }),
    ClassResized: (one, { capacity }) => ({ ...one, places: Places.resize(one.places, capacity) })
  }
})
