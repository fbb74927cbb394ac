import { describe, expect, it } from "@effect/vitest"
import { Period, Share } from "@louyu/kernel"
import { Figure, View } from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import {
  AnnualList,
  AnnualListCommand,
  Code,
  Pairing,
  PairingCommand,
  VolunteeringCommand,
  Wish,
  WishCommand
} from "@louyu/programmes"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { City } from "../src/index.ts"
import { day, district, establish, unit } from "./support/places.ts"

const by = { actor: "clerk-1" }
const options = { tenant: "t1", profile: Profiles.pinghu }
const command = Schema.decodeUnknownSync(
  Schema.Union([
    ...AnnualListCommand.Command.members,
    ...PairingCommand.Command.members,
    ...VolunteeringCommand.Command.members,
    ...WishCommand.Command.members
  ])
)
const code = <A, E extends { readonly code: string }>(tried: Effect.Effect<A, E>) =>
  Effect.map(Effect.flip(tried), (problem) => problem.code)

describe("what people of a city promise each other", () => {
  it.effect("N-14 a team claims a wish, a member carries it out, and only its owner says that it is fulfilled", () =>
    Effect.gen(function* () {
      const city = yield* City.open(options)
      const to = (_tag: string, on: string, fields: object = {}) => command({ _tag, wish: "w-1", ...fields, on })
      const team = { place: "one", team: "youth" }
      const volunteers = (_tag: string, fields: object) =>
        command({ _tag, ...team, ...fields, from: "2024-01-02", on: "2024-01-02" })
      yield* city.dispatchAll(
        [
          ...district,
          volunteers("FormVolunteerTeam", { names: { zh: "青年志愿服务队" } }),
          volunteers("JoinVolunteerTeam", { person: "p-1" }),
          to("PostWish", "2024-03-01", { owner: "resident-1", kind: "lamp", place: "one" }),
          to("ClaimWish", "2024-03-02", { by: team })
        ],
        by
      )
      const fulfil = (who: string, on: string) => to("FulfilWish", on, { by: { person: who } })
      expect(yield* code(city.dispatch(fulfil("stranger", "2024-03-03"), by))).toBe("programmes/NotClaimant")
      yield* city.dispatch(fulfil("p-1", "2024-03-03"), by)
      const confirm = (who: string, satisfied: boolean, on: string) => to("ConfirmWish", on, { by: who, satisfied })
      expect(yield* code(city.dispatch(confirm("p-1", true, "2024-03-04"), by))).toBe("programmes/NotWishOwner")
      const standing = Effect.map(city.programmes.wishes(), (wishes) => [...Wish.all(wishes)].map((w) => w.standing))
      yield* city.dispatch(confirm("resident-1", false, "2024-03-04"), by)
      expect(yield* standing).toEqual(["claimed"])
      yield* city.dispatchAll([fulfil("p-1", "2024-03-05"), confirm("resident-1", true, "2024-03-06")], by)
      expect(yield* standing).toEqual(["confirmed"])
      const rates = Wish.rates(yield* city.programmes.wishes(), Period.ofYear(2024))
      expect(rates.fulfilled).toMatchObject({ numerator: 1, denominator: 1 })
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "N-15 a practical project is promised, goes up to the city by its benefit, is told until it is done, and renewed",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open(options)
        const to = (_tag: string, on: string, fields: object = {}, year = 2024) =>
          command({ _tag, committee: "cbd-committee", year, ...fields, on })
        const promised = {
          names: { zh: "暑期托班" },
          promise: "年内办成",
          beneficiaries: { value: 200, qualifier: "about" }
        }
        const project = { project: "childcare" }
        const marks = ["breadth", "lasting", "demand"].map((criterion) => ({ criterion, mark: 95 }))
        const adopt = to("AdoptListItem", "2024-01-10", {
          ...project,
          ...promised,
          milestones: [{ milestone: "rooms", names: { zh: "腾出场地" }, by: "2024-05-01" }]
        })
        const open = to("OpenAnnualList", "2024-01-05")
        yield* city.dispatchAll([...district, open, adopt, to("PublishAnnualList", "2024-02-01")], by)
        const late = to("AdoptListItem", "2024-02-02", { project: "late", ...promised })
        expect(yield* code(city.dispatch(late, by))).toBe("programmes/ProgrammeActionNotAllowed")
        const early = to("PromoteListItem", "2024-02-02", { ...project, to: "city" })
        expect(yield* code(city.dispatch(early, by))).toBe("programmes/NominationMissing")
        yield* city.dispatchAll(
          [
            to("NominateListItem", "2024-03-01", { ...project, to: "city" }),
            to("ScoreListItem", "2024-03-02", { ...project, marks }),
            to("PromoteListItem", "2024-03-03", { ...project, to: "city" }),
            to("ReportListItem", "2024-04-01", {
              ...project,
              percent: 60,
              served: { value: 120, qualifier: "exact" }
            })
          ],
          by
        )
        const item = Effect.map(city.programmes.annualLists(), (all) => {
          const list = AnnualList.get(all, unit("cbd-committee"), 2024)
          const found = list && AnnualList.item(list, Code.ProjectId.make("childcare"))
          if (found === undefined) throw new Error("the project is known")
          return found
        })
        expect(AnnualList.progress(yield* item)).toBe(60)
        expect(AnnualList.late(yield* item, day("2024-05-02")).map(({ milestone }) => milestone)).toEqual(["rooms"])
        expect(AnnualList.promoted(yield* city.programmes.annualLists(), 2024, "city")).toMatchObject({
          numerator: 1,
          denominator: 1
        })
        const again = { ...promised, project: "childcare-2", renews: { year: 2024, project: "childcare" } }
        yield* city.dispatchAll(
          [
            to("ReachListMilestone", "2024-06-01", { ...project, milestone: "rooms" }),
            to("CompleteListItem", "2024-09-01", project),
            to("OpenAnnualList", "2025-01-05", {}, 2025),
            to("AdoptListItem", "2025-01-10", again, 2025)
          ],
          by
        )
        expect([(yield* item).standing, AnnualList.progress(yield* item)]).toEqual(["completed", 100])
        expect(AnnualList.completed(yield* city.programmes.annualLists(), 2024)).toMatchObject({ numerator: 1 })
        const { adopted, reports } = yield* item
        expect(adopted.beneficiaries).toEqual({ value: 200, qualifier: "about" })
        expect(reports.map(({ served }) => served)).toEqual([{ value: 120, qualifier: "exact" }])
        // What is renewed is found from the promise it carries on, which has to be an earlier one.
        const renewed = (year: number, project: string) =>
          Effect.map(city.programmes.annualLists(), (all) =>
            AnnualList.renewals(all, unit("cbd-committee"), { year, project: Code.ProjectId.make(project) }).map(
              (one) => `${one.adopted.year} ${one.adopted.project}`
            )
          )
        expect([yield* renewed(2024, "childcare"), yield* renewed(2025, "childcare-2")]).toEqual([
          ["2025 childcare-2"],
          []
        ])
        const loop = { ...promised, project: "loop", renews: { year: 2025, project: "childcare-2" } }
        expect(yield* code(city.dispatch(to("AdoptListItem", "2025-01-11", loop, 2025), by))).toBe(
          "programmes/RenewalNotLater"
        )
      }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "N-18 units of two lines sign a pairing for a term and bring in what they promised, and neither line changes",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open(options)
        const lines = [
          ...district,
          establish("estate", "community", { within: "street" }),
          establish("yuntian", "community-committee", { within: "estate", under: "street-committee" })
        ]
        yield* city.dispatchAll(lines, by)
        const before = yield* city.organisation.on(day("2024-06-01"))
        const to = (_tag: string, on: string, fields: object = {}) => command({ _tag, pairing: "p", ...fields, on })
        const sign = (who: string, on: string) => to("SignPairing", on, { unit: who })
        const party = (who: string, line: string) => ({ unit: who, line })
        const propose = (parties: ReadonlyArray<object>) =>
          to("ProposePairing", "2024-01-10", {
            names: { zh: "结对共建" },
            parties,
            commitments: [{ commitment: "hall", by: "yuntian", kind: "venue", quantity: 40 }],
            from: "2024-02-01",
            to: "2025-02-01"
          })
        const alike = propose([party("cbd-committee", "community"), party("yuntian", "community")])
        expect(yield* code(city.dispatch(alike, by))).toBe("programmes/LinesNotDifferent")
        const proposed = propose([party("cbd-committee", "building"), party("yuntian", "community")])
        yield* city.dispatchAll([proposed, sign("cbd-committee", "2024-01-20")], by)
        const deliver = to("RecordPairingDelivery", "2024-05-02", {
          commitment: "hall",
          delivery: "d1",
          quantity: 10,
          date: "2024-05-01"
        })
        expect(yield* code(city.dispatch(deliver, by))).toBe("programmes/PairingNotSigned")
        yield* city.dispatchAll([sign("yuntian", "2024-01-25"), deliver], by)
        const pairings = yield* city.programmes.pairings()
        const [pairing] = Pairing.of(pairings, unit("cbd-committee"), day("2024-06-01"))
        if (pairing === undefined) throw new Error("the pairing is in force")
        expect(Pairing.inForce(pairing)).toEqual({ from: "2024-02-01", to: "2025-02-01" })
        expect(Pairing.commitments(pairing).map(({ share }) => Share.percent(share, 1))).toEqual(["25.0"])
        expect(Pairing.expiring(pairings, day("2025-01-10"), 30).map(({ days }) => days)).toEqual([22])
        expect(Pairing.of(pairings, unit("yuntian"), day("2025-02-01"))).toEqual([])

        const after = yield* city.organisation.on(day("2024-06-01"))
        for (const id of ["cbd-committee", "yuntian", "street-committee"].map((one) => unit(one))) {
          expect(View.path(after, "command", id)).toEqual(View.path(before, "command", id))
          expect(Figure.members(after, id)).toEqual(Figure.members(before, id))
        }
      }).pipe(Effect.provide(MemoryStore.layer))
  )
})
