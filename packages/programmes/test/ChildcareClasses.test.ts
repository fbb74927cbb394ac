import { describe, expect, it } from "vitest"
import { ChildcareClass, ChildcareClasses, ClassCommand, ClassEvent, Code } from "../src/index.ts"
import { day, facts, stage, there } from "./scene.ts"

const desk = stage(ChildcareClasses.decider, ClassCommand.Command, facts, { class: "summer" })
const open = (fields: object = {}) =>
  desk.to("OpenClass", "2021-06-01", {
    names: { zh: "红领巾学堂" },
    place: "changcheng",
    season: "summer",
    courses: [
      { course: "wushu", names: { zh: "武术" }, capacity: 1 },
      { course: "calligraphy", names: { zh: "书法" } }
    ],
    bands: ["6-8", "9-11"],
    room: { capacity: 2, waiting: 1 },
    from: "2021-07-05",
    to: "2021-08-28",
    ...fields
  })
const enrol = (on: string, child: string, band = "6-8") => desk.to("EnrolChild", on, { child, band })
const choose = (on: string, child: string, course = "wushu") => desk.to("ChooseCourse", on, { child, course })
const withdraw = (on: string, child: string) => desk.to("WithdrawChild", on, { child })
const get = (state: ChildcareClass.State) => there(ChildcareClass.get(state, Code.ClassId.make("summer")))
const two = desk.after([open(), enrol("2021-06-02", "c1"), enrol("2021-06-03", "c2")])

describe("childcare classes", () => {
  it("H-16 an enrolment over capacity goes on the waiting list, and is refused where there is none or it is full", () => {
    expect(desk.decide(two, enrol("2021-06-04", "c3"))).toMatchObject([{ _tag: "ChildEnrolled", standing: "waiting" }])
    const three = desk.after([enrol("2021-06-04", "c3")], two)
    expect(desk.decide(three, enrol("2021-06-05", "c4"))).toBe("PlacesFull")
    const strict = desk.after([open({ room: { capacity: 1, waiting: 0 } }), enrol("2021-06-02", "c1")])
    expect(desk.decide(strict, enrol("2021-06-03", "c2"))).toBe("PlacesFull")
    expect(desk.decide(three, withdraw("2021-06-06", "c1"))).toMatchObject([
      { _tag: "ChildWithdrawn", child: "c1" },
      { _tag: "ChildMovedUp", child: "c3" }
    ])
    expect(desk.decide(three, desk.to("ResizeClass", "2021-06-06", { capacity: 5 }))).toHaveLength(2)
    expect(desk.decide(three, desk.to("ResizeClass", "2021-06-06", { capacity: 1 }))).toBe("CapacityBelowPlaced")
  })

  it("H-16 a course takes children of the class only, and no more than it has room for", () => {
    const chosen = desk.after([choose("2021-06-10", "c1")], two)
    expect(desk.decide(chosen, choose("2021-06-11", "c2"))).toBe("PlacesFull")
    expect(desk.decide(chosen, choose("2021-06-11", "c2", "calligraphy"))).toHaveLength(1)
    const strange = desk.run([choose("2021-06-11", "c9"), withdraw("2021-06-11", "c9")], chosen).failures
    expect(strange).toMatchObject([{ failure: { standing: "missing" } }, { failure: { standing: "missing" } }])
    expect(desk.decide(chosen, choose("2021-06-11", "c1", "chess"))).toBe("ProgrammePartUnknown")
    expect(desk.decide(chosen, choose("2021-06-11", "c1"))).toBe("ProgrammeActionNotAllowed")
    const left = desk.after([withdraw("2021-06-12", "c1")], chosen)
    expect(desk.decide(left, choose("2021-06-13", "c2"))).toHaveLength(1)
  })

  it("H-16 H-17 H-18 a class names the practical project that promised it and the pact under which it is managed", () => {
    const practicalProject = { committee: "wuchang", year: 2021, project: "childcare" }
    const state = desk.after([open({ practicalProject, coManagement: "four-parties" })])
    expect(get(state).opened).toMatchObject({ practicalProject, coManagement: "four-parties" })
  })

  it("H-16 a class admits the ages it says, while it lasts", () => {
    expect(desk.decide(two, enrol("2021-06-05", "c5", "12-14"))).toBe("BandNotAdmitted")
    expect(desk.decide(two, enrol("2021-08-28", "c5"))).toBe("OutsideTerm")
    expect(ChildcareClass.running(two, day("2021-08-27")).length).toBe(1)
    expect(ChildcareClass.running(two, day("2021-08-28"))).toEqual([])
  })

  it("H-16 a child is an id that tells nothing: no name and no telephone number passes for one", () => {
    expect(() => enrol("2021-06-05", "小明")).toThrow()
    expect(() => enrol("2021-06-05", "XiaoMing")).toThrow()
    expect(() => enrol("2021-06-05", "c5", "7")).toThrow()
    expect(desk.decide(two, enrol("2021-06-05", "13800005678"))).toBe("ProgrammeTextPersonal")
    expect(Object.keys(ClassEvent.ChildEnrolled.fields).toSorted()).toEqual([
      "_tag",
      "band",
      "child",
      "class",
      "on",
      "request",
      "standing"
    ])
    const refused = desk.run([enrol("2021-06-04", "c1"), choose("2021-06-04", "c77")], two).failures
    expect(refused.map(({ failure }) => JSON.stringify({ ...failure, text: failure.text })).join()).not.toMatch(
      /c1|c77/u
    )
  })

  it("H-16 what is shown to everybody is numbers, and none so small that it leads to a child", () => {
    const many = Array.from({ length: 7 }, (_, n) => enrol("2021-06-02", `c${n}`, n < 5 ? "6-8" : "9-11"))
    const state = desk.after([
      open({ room: { capacity: 8 } }),
      ...many,
      ...[0, 1, 2].map((n) => choose("2021-06-03", `c${n}`, "calligraphy")),
      choose("2021-06-03", "c6", "wushu")
    ])
    expect(ChildcareClass.summarise(get(state))).toMatchObject({
      capacity: 8,
      enrolled: 7,
      waiting: 0,
      courses: [{ course: "calligraphy", children: 3 }]
    })
    expect(ChildcareClass.summarise(get(state), 1).bands).toHaveLength(2)
  })

  it("H-16 a band too small to be shown cannot be worked out from the others either", () => {
    const shown = (...sizes: ReadonlyArray<number>) => {
      const bands = ["3-5", "6-8", "9-11", "12-14"]
      const all = sizes.flatMap((size, b) =>
        Array.from({ length: size }, (_, n) => enrol("2021-06-02", `c${b}-${n}`, bands[b]))
      )
      const state = desk.after([open({ bands, room: { capacity: 50 } }), ...all])
      return ChildcareClass.summarise(get(state)).bands.map(({ children }) => children)
    }
    expect(shown(5, 3, 4, 0)).toEqual([5, 3, 4])
    expect(shown(5, 1, 4, 0)).toEqual([5])
    expect(shown(5, 1, 4, 2)).toEqual([5, 4])
    expect(shown(7, 0, 0, 2)).toEqual([])
    expect(shown(2, 0, 0, 0)).toEqual([])
  })

  it("H-16 a child that comes back on the day it left chooses its courses again, and is in them", () => {
    const second = { child: "c1", request: "2" }
    const story = [
      open(),
      enrol("2021-06-02", "c1"),
      choose("2021-06-02", "c1"),
      withdraw("2021-06-02", "c1"),
      desk.to("EnrolChild", "2021-06-02", { ...second, band: "6-8" }),
      desk.to("ChooseCourse", "2021-06-02", { ...second, course: "wushu" })
    ]
    const state = desk.after(story)
    expect(ChildcareClass.course(get(state), Code.Code.make("wushu"))?.places.placed).toBe(1)
    expect(desk.run(story, state)).toMatchObject({ events: [], failures: [] })
  })

  it("H-16 the same child told with another age on that day is no repetition, and is refused", () => {
    expect(desk.decide(two, enrol("2021-06-02", "c1"))).toEqual([])
    expect(desk.decide(two, enrol("2021-06-02", "c1", "9-11"))).toBe("ProgrammeActionNotAllowed")
  })

  it("H-16 what tells two requests apart stays beside the child for good, so it is no name", () => {
    const named = (request: string) => () => desk.to("EnrolChild", "2021-06-05", { child: "c5", band: "6-8", request })
    for (const name of ["张小明", "ZhangXiaoming", "小明2"]) expect(named(name)).toThrow()
    expect(desk.decide(two, named("2")())).toHaveLength(1)
  })

  it("H-16 every fact that names a child is sensitive, and no other is", () => {
    const { events } = desk.run([
      open({ room: { capacity: 1 } }),
      enrol("2021-06-02", "c1"),
      enrol("2021-06-02", "c2"),
      choose("2021-06-03", "c1"),
      withdraw("2021-06-04", "c1"),
      desk.to("ResizeClass", "2021-06-05", { capacity: 4 })
    ])
    expect(events).toHaveLength(7)
    for (const event of events)
      expect([event._tag, ClassEvent.isSensitive(event)]).toEqual([event._tag, "child" in event])
  })
})
