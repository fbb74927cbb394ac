import { describe, expect, it } from "@effect/vitest"
import { Period } from "@louyu/kernel"
import { Category, Demand, Command as MatchingCommand, State } from "@louyu/matching"
import { Integrity, View } from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import {
  ActivityCommand,
  ActivityReview,
  AnnualList,
  AnnualListCommand,
  ChildcareClass,
  ClassCommand,
  Code
} from "@louyu/programmes"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { City } from "../src/index.ts"
import { day, establish, unit } from "./support/places.ts"

const by = { actor: "clerk-1" }
const command = Schema.decodeUnknownSync(
  Schema.Union([
    ...ActivityCommand.Command.members,
    ...AnnualListCommand.Command.members,
    ...ClassCommand.Command.members,
    ...MatchingCommand.Command.members
  ])
)
const code = <A, E extends { readonly code: string }>(refused: Effect.Effect<A, E>) =>
  Effect.map(Effect.flip(refused), (problem) => problem.code)
const base: ReadonlyArray<City.Command> = [
  establish("city", "city"),
  establish("district", "district", { within: "city" }),
  establish("committee", "district-committee", { within: "district" }),
  establish("cluster", "cluster", { within: "district" }),
  establish("joint", "comprehensive-committee", { within: "cluster", under: "committee" }),
  establish("changcheng", "building", { within: "cluster" }),
  establish("firm", "enterprise", { within: "changcheng" }),
  establish("other", "enterprise", { within: "changcheng" })
]
const need = (id: string, category: string, on: string, more: object = {}) =>
  command({
    _tag: "RegisterNeed",
    need: id,
    raiser: "firm",
    category,
    text: "希望开设",
    place: "changcheng",
    urgency: 2,
    quantity: 1,
    origin: "survey",
    ...more,
    on
  })

describe("what staff ask for", () => {
  const courses = ["wushu", "skating", "calligraphy", "chess"]
  const { catalogue } = Profiles.wuhan
  const profile = {
    ...Profiles.wuhan,
    ...(catalogue === undefined
      ? {}
      : {
          catalogue: {
            ...catalogue,
            categories: [
              ...catalogue.categories,
              ...courses.map((id) => ({
                id: Category.CategoryId.make(id),
                names: { zh: id },
                parent: Category.CategoryId.make("childcare")
              }))
            ]
          }
        })
  }

  it.effect(
    "H-19 their opinions are asked first, and choose the courses: what is wanted most is offered, and nothing else",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open({ tenant: "t1", profile })
        const surveyed = [
          need("n1", "wushu", "2021-05-10", { quantity: 6 }),
          need("n2", "wushu", "2021-05-11", { raiser: "other", quantity: 4 }),
          need("n3", "skating", "2021-05-11", { quantity: 5 }),
          need("n4", "calligraphy", "2021-05-12", { raiser: "other", quantity: 5 }),
          need("n5", "calligraphy", "2021-05-12"),
          need("n6", "calligraphy", "2021-05-13"),
          // Raised when the class had long been opened: it chooses nothing of this one.
          need("late", "chess", "2021-07-20", { quantity: 30, origin: "selfRaised" })
        ]
        yield* city.dispatchAll([...base, ...surveyed], by)
        const wanted = (on: string) =>
          Effect.map(city.matching.lists(), ({ lists, catalogue: known }) =>
            Demand.byCategory(lists, known.categories, day(on)).filter(({ category }) => courses.includes(category))
          )
        const chosen = yield* wanted("2021-06-01")
        expect(chosen.map(({ category, needs, raisers, quantity }) => [category, needs, raisers, quantity])).toEqual([
          ["calligraphy", 3, 2, 7],
          ["wushu", 2, 2, 10],
          ["skating", 1, 1, 5]
        ])
        const open = command({
          _tag: "OpenClass",
          class: "red-scarf",
          names: { zh: "红领巾学堂" },
          place: "changcheng",
          season: "summer",
          courses: chosen.slice(0, 2).map(({ category, quantity }) => ({
            course: category,
            names: { zh: category },
            capacity: quantity
          })),
          bands: ["6-8"],
          room: { capacity: 20 },
          from: "2021-07-05",
          to: "2021-08-28",
          on: "2021-06-10"
        })
        const enrol = command({ _tag: "EnrolChild", class: "red-scarf", child: "kid-1", band: "6-8", on: "2021-06-11" })
        yield* city.dispatchAll([open, enrol], by)
        const classes = yield* city.programmes.classes()
        const red = ChildcareClass.get(classes, Code.ClassId.make("red-scarf"))
        if (red === undefined) throw new Error("the class is open")
        expect(red.opened.courses.map(({ course, capacity }) => [course, capacity])).toEqual([
          ["calligraphy", 7],
          ["wushu", 10]
        ])
        // Whoever asked did so before anything was offered.
        const { lists } = yield* city.matching.lists()
        const asked = [...State.needs(lists)].filter(({ need: { origin } }) => origin === "survey")
        expect(asked.every(({ need: { on } }) => on < red.opened.on)).toBe(true)
        const choose = (course: string) =>
          command({ _tag: "ChooseCourse", class: "red-scarf", child: "kid-1", course, on: "2021-06-12" })
        yield* city.dispatch(choose("wushu"), by)
        expect(yield* code(city.dispatch(choose("skating"), by))).toBe("programmes/ProgrammePartUnknown")
        expect((yield* wanted("2021-07-20"))[0]?.category).toBe("calligraphy")
        expect((yield* wanted("2021-07-20")).at(-1)).toMatchObject({ category: "skating", needs: 1 })
        expect(yield* wanted("2021-05-09")).toEqual([])
      }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "W-09 what was asked for becomes a practical matter and is told as solved, once it is, and not before",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open({ tenant: "t1", profile: Profiles.wuhan })
        const to = (_tag: string, on: string, fields: object = {}) =>
          command({ _tag, committee: "joint", year: 2021, ...fields, on })
        // Test points, advice on policy at the door, and meals for those who live near by.
        const matters = ["test-point", "policy-at-the-door", "meals"]
        yield* city.dispatchAll(
          [
            ...base,
            to("OpenAnnualList", "2021-01-05"),
            ...matters.map((project) =>
              to("AdoptListItem", "2021-01-10", {
                project,
                names: { zh: project },
                promise: "年内办成",
                beneficiaries: { value: 300, qualifier: "about" },
                milestones: [{ milestone: "place", names: { zh: "落实场所" }, by: "2021-05-01" }]
              })
            ),
            to("PublishAnnualList", "2021-02-01")
          ],
          by
        )
        const solved = Effect.map(city.programmes.annualLists(), (all) => AnnualList.completed(all, 2021))
        const none = yield* solved
        expect([none.numerator, none.denominator]).toEqual([0, 3])
        const complete = (project: string, on: string) => to("CompleteListItem", on, { project })
        const reach = (project: string, on: string) => to("ReachListMilestone", on, { project, milestone: "place" })
        expect(yield* code(city.dispatch(complete("meals", "2021-03-01"), by))).toBe("programmes/MilestonesOpen")
        expect(yield* code(city.dispatch(complete("parking", "2021-03-01"), by))).toBe(
          "programmes/ProgrammePartUnknown"
        )
        yield* city.dispatchAll(
          [
            ...matters.slice(0, 2).map((project) => reach(project, "2021-03-01")),
            ...matters.slice(0, 2).map((project) => complete(project, "2021-04-01"))
          ],
          by
        )
        const two = yield* solved
        expect([two.numerator, two.denominator]).toEqual([2, 3])
        const list = AnnualList.get(yield* city.programmes.annualLists(), unit("joint"), 2021)
        const standing = matters.map((project) => {
          const found = list && AnnualList.item(list, Code.ProjectId.make(project))
          return found && [found.standing, AnnualList.late(found, day("2021-05-02")).length]
        })
        expect(standing).toEqual([
          ["completed", 0],
          ["completed", 0],
          ["published", 1]
        ])
      }).pipe(Effect.provide(MemoryStore.layer))
  )
})

describe("mass bodies of a building", () => {
  it.effect(
    "F-18 F-10 are a bridge: led by the building's committee, they hold what staff come to, and needs come back of it",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open({ tenant: "t1", profile: Profiles.foshanZumiao })
        const plan = (activity: string, hosts: ReadonlyArray<string>) =>
          command({
            _tag: "PlanActivity",
            activity,
            names: { zh: activity },
            form: "communityExchange",
            audience: "staff",
            hosts,
            place: "tower",
            date: "2022-09-20",
            on: "2022-09-01"
          })
        const hold = (activity: string) => command({ _tag: "HoldActivity", activity, on: "2022-09-20" })
        yield* city.dispatchAll(
          [
            establish("city", "city"),
            establish("district", "district", { within: "city" }),
            establish("street", "street", { within: "district" }),
            establish("street-body", "street-working-committee", { within: "street" }),
            establish("tower", "building", { within: "street" }),
            establish("tower-committee", "building-committee", { within: "tower", under: "street-body" }),
            establish("union", "union-federation", { within: "tower", under: "tower-committee" }),
            establish("women", "womens-federation", { within: "tower", under: "tower-committee" }),
            establish("league", "youth-league", { within: "tower", under: "tower-committee" }),
            establish("league", "youth-league", { within: "tower", under: "tower-committee" }),
            establish("firm", "enterprise", { within: "tower" }),
            plan("birthdays", ["union"]),
            plan("mothers", ["women", "union"]),
            plan("own", ["firm"]),
            ...["birthdays", "mothers", "own"].map(hold),
            need("room", "psychologicalAid", "2022-09-21", { place: "tower", origin: "meeting" }),
            command({ _tag: "LinkActivityOutcome", activity: "mothers", outcome: { need: "room" }, on: "2022-09-21" })
          ],
          by
        )
        const view = yield* city.organisation.on(day("2022-10-01"))
        const mass = View.childrenOf(view, "command", unit("tower-committee"), { archetype: "massOrganisation" })
        expect(mass.toSorted()).toEqual(["league", "union", "women"])
        const activities = yield* city.programmes.activities()
        const { lists } = yield* city.matching.lists()
        // From the committee over its mass bodies to what they held, and from that to the needs of staff.
        const bridge = mass.toSorted().map((host) => {
          const held = ActivityReview.list(activities, { host, audience: "staff", period: Period.ofYear(2022) })
          const needs = held
            .flatMap(({ outcomes }) => outcomes)
            .flatMap((outcome) => ("need" in outcome ? [outcome.need] : []))
          return [host, held.map(({ planned }) => planned.activity), needs]
        })
        expect(bridge).toEqual([
          ["league", [], []],
          ["union", ["birthdays", "mothers"], ["room"]],
          ["women", ["mothers"], ["room"]]
        ])
        const [found] = [...State.needs(lists)]
        expect(found?.need).toMatchObject({ need: "room", raiser: "firm", category: "psychologicalAid" })
        // A building has one of each, a Party body leads it, and what nobody set up holds nothing.
        const second = establish("second", "union-federation", { within: "tower", under: "tower-committee" })
        expect(yield* code(city.dispatch(second, by))).toBe("organisation/OnePerPlace")
        yield* city.dispatch(establish("annex", "building", { within: "street" }), by)
        const astray = (under: string) => establish("loose", "union-federation", { within: "annex", under })
        expect(yield* code(city.dispatch(astray("firm"), by))).toBe("organisation/SuperiorRejected")
        yield* city.dispatch(establish("loose", "union-federation", { within: "annex" }), by)
        const report = Integrity.report(yield* city.organisation.on(day("2022-10-01")))
        expect(report.filter((one) => one.code === "orphan").map((one) => one.unit)).toEqual(["loose"])
        expect(yield* code(city.dispatch(plan("ghost", ["youth"]), by))).toBe("programmes/ProgrammePartUnknown")
      }).pipe(Effect.provide(MemoryStore.layer))
  )
})
