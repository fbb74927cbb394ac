import { describe, expect, it } from "@effect/vitest"
import { Case, Command as CaseCommand, InBuilding } from "@louyu/casework"
import { Frame } from "@louyu/economy"
import { type Profile, Profiles } from "@louyu/profiles"
import { ActivityCommand, ActivityReview, Code, WorkLine, WorkLineCommand } from "@louyu/programmes"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { City } from "../src/index.ts"
import { day, district, establish } from "./support/places.ts"

const by = { actor: "clerk-1" }
const command = Schema.decodeUnknownSync(
  Schema.Union([...ActivityCommand.Command.members, ...CaseCommand.Command.members, ...WorkLineCommand.Command.members])
)
const plan = (activity: string, host: string, themes: ReadonlyArray<string>) =>
  command({
    _tag: "PlanActivity",
    activity,
    names: { zh: activity },
    form: "lecture",
    audience: "enterprises",
    themes,
    hosts: [host],
    date: "2023-03-01",
    on: "2023-01-05"
  })
const frameOf = (city: City.Open, id: string) =>
  Effect.map(city.economy.settings(), ({ frames }) => {
    const frame = frames.find((one) => one.id === id)
    if (frame === undefined) throw new Error(`the frame ${id} is declared`)
    return frame
  })

// Each with another word that means one of its tags.
const sets: ReadonlyArray<readonly [string, Profile.Profile, string, ReadonlyArray<string>, string, string]> = [
  [
    "P-03 the four communities of Pinghu",
    Profiles.pinghu,
    "fourCommunities",
    ["value", "interest", "governance", "responsibility"],
    "责任共同体",
    "responsibility"
  ],
  [
    "W-03 the three capacities of Wuhan",
    Profiles.wuhan,
    "threeCapacities",
    ["productivity", "service", "organisation"],
    "引领保障力",
    "service"
  ],
  [
    "D-01 the three themes of Daoli's brand",
    Profiles.harbinDaoli,
    "themes",
    ["service", "governance", "development"],
    "发展",
    "development"
  ],
  [
    "F-14 the six mosts of Chancheng",
    Profiles.foshanZumiao,
    "sixMost",
    ["identity", "convenience", "centrality", "vitality", "safety", "happiness"],
    "最平安",
    "safety"
  ]
]

describe("tags by which a city looks at what it does", () => {
  for (const [title, profile, id, tags, word, meant] of sets) {
    it.effect(`${title} are its tags and no others: what is done for each is found and counted`, () =>
      Effect.gen(function* () {
        const city = yield* City.open({ tenant: "t1", profile })
        const [first = "", second = ""] = tags
        const of = (activity: string, themes: ReadonlyArray<string>) => plan(activity, "host", themes)
        yield* city.dispatchAll(
          [
            establish("city", "city"),
            establish("host", "department", { within: "city" }),
            ...tags.map((tag) => of(`for-${tag}`, [tag])),
            of("for-two", [first, second]),
            of("for-none", [])
          ],
          by
        )
        const frame = yield* frameOf(city, id)
        expect(frame.dimensions.map((one) => one.id)).toEqual(tags)
        expect(Frame.read(frame, word)?.id).toBe(meant)
        const activities = yield* city.programmes.activities()
        const tagged = ActivityReview.list(activities).map(({ planned }) => ({
          value: planned.activity,
          tags: planned.themes ?? []
        }))
        const { things, groups, untagged } = Result.getOrThrow(Frame.group(frame, tagged))
        // What is for two counts for both, and once among all.
        expect([things, untagged]).toEqual([tags.length + 2, ["for-none"]])
        expect(groups.map(({ count }) => count)).toEqual(tags.map((_, n) => (n < 2 ? 2 : 1)))
        for (const { dimension, values } of groups) {
          const found = ActivityReview.list(activities, { theme: dimension.id })
          expect(found.map(({ planned }) => planned.activity)).toEqual(values)
        }
        const strange = Frame.group(frame, [...tagged, { value: "stray", tags: ["glory"] }])
        expect(Result.isFailure(strange) && strange.failure).toMatchObject({
          _tag: "DimensionUnknown",
          dimension: "glory",
          known: tags
        })
      }).pipe(Effect.provide(MemoryStore.layer))
    )
  }

  it.effect("P-36 the ten measures of Pinghu have a name and a number, and that none of them is listed is told", () =>
    Effect.gen(function* () {
      const city = yield* City.open({ tenant: "t1", profile: Profiles.pinghu })
      const line = { workLine: "pinghu-ten" }
      yield* city.dispatchAll(
        [
          ...district,
          command({
            _tag: "DeclareWorkLine",
            ...line,
            names: { zh: "平湖十条" },
            groups: [{ group: "measure", names: { zh: "措施" }, declared: { value: 10, qualifier: "exact" } }],
            on: "2023-01-05"
          }),
          plan("explained", "cbd-committee", ["pinghuTen"])
        ],
        by
      )
      expect(Frame.read(yield* frameOf(city, "slogans"), "平湖十条")?.id).toBe("pinghuTen")
      const measures = Effect.map(city.programmes.workLines(), (all) => {
        const known = WorkLine.get(all, Code.WorkLineId.make("pinghu-ten"))
        if (known === undefined) throw new Error("the work line is declared")
        return WorkLine.check(known, day("2023-03-01")).map(({ entries, state }) => [entries, state])
      })
      expect(yield* measures).toEqual([[0, "short"]])
      const enter = (n: number, group = "measure") =>
        command({
          _tag: "EnterWorkLineEntry",
          ...line,
          group,
          entry: `m${n}`,
          names: { zh: `第${n}条` },
          from: "2023-02-01",
          on: "2023-02-01"
        })
      yield* city.dispatchAll(
        Array.from({ length: 10 }, (_, n) => enter(n + 1)),
        by
      )
      expect(yield* measures).toEqual([[10, "complete"]])
      expect((yield* Effect.flip(city.dispatch(enter(1, "slogan"), by))).code).toBe("programmes/ProgrammePartUnknown")
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "D-15 what the committee hands out is orbit and what the building settles is spin: each has its share",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open({ tenant: "t1", profile: Profiles.pinghu })
        const at = (moment: string) => Date.parse(`2024-${moment}:00+08:00`)
        const to = (one: string, _tag: string, moment: string, fields: object = {}) =>
          command({ _tag, case: one, ...fields, at: at(moment) })
        const raised = (one: string, difficulty: string) => [
          to(one, "RaiseCase", "03-04T09:00", {
            flow: "propertyCouncilHall",
            title: "门禁失灵",
            place: "one",
            category: "safety",
            channel: "visit",
            by: { unit: "firm" }
          }),
          to(one, "AcceptCase", "03-04T10:00"),
          to(one, "ClassifyCase", "03-04T11:00", { scope: "individual", difficulty, category: "safety" })
        ]
        const done = (one: string) => [
          to(one, "StartCase", "03-06T09:00"),
          to(one, "ResolveCase", "03-06T10:00", { result: "已修好" }),
          to(one, "CloseCase", "03-06T11:00", { reason: "solved" })
        ]
        yield* city.dispatchAll(
          [
            ...district,
            ...raised("spin", "ordinary"),
            ...done("spin"),
            ...raised("orbit", "difficult"),
            to("orbit", "EscalateCase", "03-04T12:00", { to: "building", cause: "beyondMeans" }),
            to("orbit", "EscalateCase", "03-04T13:00", { to: "committee", cause: "beyondMeans" }),
            to("orbit", "DispatchCase", "03-05T09:00", { by: "cbd-committee", to: "janitors" }),
            ...done("orbit")
          ],
          by
        )
        const { flows } = Profiles.pinghu.casework ?? {}
        const hall = flows?.find(({ id }) => id === "propertyCouncilHall")
        if (hall === undefined) throw new Error("the flow is declared")
        const cases = yield* city.casework.cases()
        const year = { from: at("01-01T00:00"), to: at("12-31T00:00"), asOf: at("12-31T00:00") }
        const { share, levels, breaches } = InBuilding.of(hall, cases, year)
        expect([share.numerator, share.denominator, breaches]).toEqual([1, 2, []])
        expect(levels.flatMap(({ level, share: one }) => (one.numerator > 0 ? [level] : []))).toEqual([
          "microGrid",
          "committee"
        ])
        const handed = (id: string) => cases.get(Case.CaseId.make(id))?.dispatches.map(({ by: body }) => body)
        expect([handed("orbit"), handed("spin")]).toEqual([["cbd-committee"], []])
        // One level is not skipped: what goes up goes up step by step.
        yield* city.dispatchAll(raised("leap", "difficult"), by)
        const leap = to("leap", "EscalateCase", "03-04T12:00", { to: "street", cause: "beyondMeans" })
        expect((yield* Effect.flip(city.dispatch(leap, by))).code).toBe("casework/LevelSkipped")
      }).pipe(Effect.provide(MemoryStore.layer))
  )
})
