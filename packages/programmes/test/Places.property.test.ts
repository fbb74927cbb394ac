import { CivilDate, Identifier } from "@louyu/kernel"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  Activities,
  Activity,
  ActivityCommand,
  ChildcareClass,
  ChildcareClasses,
  ClassCommand,
  Code,
  Places
} from "../src/index.ts"
import { day, facts, stage, there } from "./scene.ts"

const { to, after, run } = stage(Activities.decider, ActivityCommand.Command, facts, { activity: "a" })
const id = Code.ActivityId.make("a")

interface Model {
  capacity: number
  readonly waitingLimit: number | undefined
  readonly placed: Set<string>
  waiting: Array<string>
}

// What somebody with pencil and paper does: a list of those who have a place, and a list of those who wait.
const fill = (model: Model): void => {
  while (model.placed.size < model.capacity) {
    const first = model.waiting.shift()
    if (first === undefined) return
    model.placed.add(first)
  }
}

const steps: Record<string, (model: Model, person: string, number: number) => boolean> = {
  register: (model, person) => {
    if (model.placed.has(person) || model.waiting.includes(person)) return false
    if (
      model.placed.size >= model.capacity &&
      model.waiting.length >= (model.waitingLimit ?? Number.POSITIVE_INFINITY)
    ) {
      return false
    }
    model.waiting.push(person)
    fill(model)
    return true
  },
  withdraw: (model, person) => {
    const there = model.placed.delete(person) || model.waiting.includes(person)
    model.waiting = model.waiting.filter((one) => one !== person)
    fill(model)
    return there
  },
  resize: (model, _person, number) => {
    if (number < model.placed.size) return false
    model.capacity = number
    fill(model)
    return true
  }
}

const people = ["p1", "p2", "p3", "p4", "p5", "p6"]
const story = fc.array(
  fc.record({
    what: fc.constantFrom("register", "register", "register", "withdraw", "withdraw", "resize"),
    person: fc.constantFrom(...people),
    number: fc.integer({ min: 1, max: 5 })
  }),
  { maxLength: 40, size: "max" }
)
const room = fc.record({ capacity: fc.integer({ min: 1, max: 4 }), waiting: fc.nat(3) }, { requiredKeys: ["capacity"] })

// Every command on a day of its own: the same on the same day is a repetition.
const dayOf = (n: number): string => CivilDate.addDays(day("2026-01-02"), n)

const plan = (given: object) =>
  to("PlanActivity", "2026-01-01", {
    names: { zh: "午间瑜伽" },
    form: "noonHour",
    audience: "staff",
    hosts: ["union"],
    date: "2026-12-31",
    room: given
  })

const tags: Record<string, ActivityCommand.Command["_tag"]> = {
  register: "RegisterParticipant",
  withdraw: "WithdrawParticipant",
  resize: "ResizeActivity"
}

describe("places and waiting lists", () => {
  it("F-07 never more have a place than there are, nobody waits beside a free one, and who waits moves up in order", () => {
    fc.assert(
      fc.property(room, story, (given, all) => {
        const model: Model = { capacity: given.capacity, waitingLimit: given.waiting, placed: new Set(), waiting: [] }
        let state = after([plan(given)])
        for (const [n, { what, person, number }] of all.entries()) {
          const command = to(
            tags[what] ?? "HoldActivity",
            dayOf(n),
            what === "resize" ? { capacity: number } : { participant: { person } }
          )
          const done = run([command], state)
          state = done.state
          expect(done.failures.length === 0, `${n} ${what}`).toBe(steps[what]?.(model, person, number))
          const { places } = there(Activity.get(state, id))
          const name = (one: Code.Participant) => ("person" in one ? one.person : "")
          expect(Places.placed(places).map(name).toSorted()).toEqual([...model.placed].toSorted())
          expect(Places.waiting(places).map(name)).toEqual(model.waiting)
          expect([places.placed, places.waiting]).toEqual([model.placed.size, model.waiting.length])
          expect(places.placed <= there(places.capacity)).toBe(true)
        }
      }),
      { numRuns: 120 }
    )
  })

  it("H-17 a childcare class never has more children than places, and its waiting list moves up in order", () => {
    const school = stage(ChildcareClasses.decider, ClassCommand.Command, facts, { class: "k" })
    const own: Record<string, ClassCommand.Command["_tag"]> = {
      register: "EnrolChild",
      withdraw: "WithdrawChild",
      resize: "ResizeClass"
    }
    const open = (given: object) =>
      school.to("OpenClass", "2026-01-01", {
        names: { zh: "暑期班" },
        place: "tower",
        season: "summer",
        courses: [],
        bands: ["6-8"],
        room: given,
        from: "2026-12-01",
        to: "2026-12-31"
      })
    fc.assert(
      fc.property(room, story, (given, all) => {
        const model: Model = { capacity: given.capacity, waitingLimit: given.waiting, placed: new Set(), waiting: [] }
        let state = school.after([open(given)])
        for (const [n, { what, person, number }] of all.entries()) {
          const fields = what === "resize" ? { capacity: number } : { child: person }
          const done = school.run(
            [school.to(own[what] ?? "OpenClass", dayOf(n), what === "register" ? { ...fields, band: "6-8" } : fields)],
            state
          )
          state = done.state
          expect(done.failures.length === 0, `${n} ${what}`).toBe(steps[what]?.(model, person, number))
          const { places } = there(ChildcareClass.get(state, Code.ClassId.make("k")))
          expect(Places.placed(places).toSorted()).toEqual([...model.placed].toSorted())
          expect(Places.waiting(places)).toEqual(model.waiting)
        }
      }),
      { numRuns: 60 }
    )
  })

  it("F-07 never have more come than have a place, whoever withdraws when", () => {
    const tags: Record<string, ActivityCommand.Command["_tag"]> = {
      register: "RegisterParticipant",
      withdraw: "WithdrawParticipant",
      resize: "RecordParticipation"
    }
    fc.assert(
      fc.property(room, story, (given, all) => {
        const held = all.map(({ what, person, number }, n) =>
          to(tags[what] ?? "HoldActivity", "2026-12-31", {
            participant: { person },
            request: `${n}`,
            ...(what === "resize" ? { present: number > 1 } : {})
          })
        )
        const { state } = run(held, after([plan(given)]))
        const one = there(Activity.get(state, id))
        const came = people.filter((name) => Activity.cameTo(one, { person: Identifier.PersonId.make(name) }))
        expect(came.length).toBe(one.present)
        const placed = Places.placed(one.places).flatMap((who) => ("person" in who ? [String(who.person)] : []))
        expect(placed).toEqual(expect.arrayContaining(came))
      }),
      { numRuns: 60 }
    )
  })

  it("F-07 ten thousand places come free at no more cost when ten thousand have left the waiting list", () => {
    const on = { on: day("2026-01-02") }
    const names = Array.from({ length: 10_000 }, (_, n) => `p${n}`)
    let places = Places.make<string>(names.length, undefined)
    let movedUp = 0
    for (const one of names) places = Places.book(places, one, one, "placed", on)
    for (const one of names) places = Places.book(places, `${one}w`, one, "waiting", on)
    for (const one of names) places = Places.withdraw(places, `${one}w`, on)
    for (const one of names) {
      places = Places.withdraw(places, one, on)
      movedUp += Places.next(places, 1).length
    }
    expect([places.placed, places.waiting, movedUp]).toEqual([0, 0, 0])
  })

  it("F-07 twenty thousand who leave a waiting list from its middle leave it in order for the rest", () => {
    const on = { on: day("2026-01-02") }
    let places = Places.book(Places.make<string>(1, undefined), "first", "first", "placed", on)
    const all = Array.from({ length: 20_000 }, (_, n) => `w${n}`)
    for (const one of all) places = Places.book(places, one, one, "waiting", on)
    for (const [n, one] of all.entries()) if (n % 4 !== 3) places = Places.withdraw(places, one, on)
    places = Places.withdraw(places, "first", on)
    expect(Places.next(places, 2).map(({ key }) => key)).toEqual(["w3", "w7"])
    places = Places.moveUp(places, "w3", on.on)
    expect([Places.placed(places), Places.waiting(places).length]).toEqual([["w3"], 4_999])
  })
})
