import { describe, expect, it } from "@effect/vitest"
import { TenancyCommand } from "@louyu/economy"
import { State as Lists, Command as MatchingCommand, Matchmaking, Need } from "@louyu/matching"
import { Profiles } from "@louyu/profiles"
import { PipelinePresets, Prospect, Command as RecruitmentCommand, State, Stay, Staying } from "@louyu/recruitment"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { City } from "../src/index.ts"
import { day, district, establish, unit } from "./support/places.ts"

const by = { actor: "clerk-1" }
const options = { tenant: "t1", profile: Profiles.pinghu }
const command = Schema.decodeUnknownSync(
  Schema.Union([...RecruitmentCommand.Command.members, ...Stay.StayCommand.members])
)

const lists = Schema.decodeUnknownSync(MatchingCommand.Command)
const spaces = Schema.decodeUnknownSync(TenancyCommand.TenancyCommand)

const adopt = command({ _tag: "AdoptPipeline", pipeline: PipelinePresets.investment, from: "2022-01-01" })
const lead = command({
  _tag: "OpenProspect",
  prospect: "p1",
  pipeline: "investment",
  names: { zh: "示例科技" },
  source: "visit",
  intent: { buildings: ["one"], least: 200, most: 300, tenure: "rent" },
  on: "2022-02-01"
})
const office = command({
  _tag: "OpenOffice",
  office: "f1-office",
  place: "f1",
  names: { zh: "过渡办公" },
  seats: 20,
  rooms: 2,
  freeMonths: 3,
  from: "2022-01-01"
})
const stay = command({
  _tag: "StartStay",
  stay: "s1",
  office: "f1-office",
  prospect: "p1",
  seats: 6,
  rooms: 1,
  from: "2022-03-01"
})

describe("firms that come to a city", () => {
  it.effect(
    "H-26 R4-10 a lead stays in a transitional office, settles, and is a tenant with its plan; again changes nothing",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open(options)
        const all = [
          ...district,
          establish("newcomer", "enterprise", { within: "f1", from: "2022-05-20" }),
          adopt,
          lead,
          office,
          ...["assessed", "negotiating", "transitional"].map((to, n) =>
            command({ _tag: "AdvanceProspect", prospect: "p1", to, on: `2022-02-1${n}` })
          ),
          stay,
          command({ _tag: "EndStay", stay: "s1", outcome: "settled", tenant: "newcomer", on: "2022-05-20" }),
          command({ _tag: "AdvanceProspect", prospect: "p1", to: "signed", evidence: ["contract"], on: "2022-05-10" }),
          command({
            _tag: "PlanFollowUp",
            prospect: "p1",
            followUp: "f1",
            what: "办理执照",
            due: "2022-06-01",
            on: "2022-05-12"
          }),
          command({ _tag: "WinProspect", prospect: "p1", tenant: "newcomer", on: "2022-05-20" })
        ]
        yield* city.dispatchAll(all, by)
        expect((yield* city.dispatchAll(all, by)).events).toEqual([])
        const [tenant] = State.ofTenant(yield* city.recruitment.prospects(), unit("newcomer"))
        expect(tenant).toMatchObject({ stage: "movedIn", won: "2022-05-20", followUps: [{ what: "办理执照" }] })
        const stays = yield* city.recruitment.stays()
        expect(Staying.settlement(stays, day("2022-12-31"))).toMatchObject({ ended: 1, settled: 1, rate: 1 })
      }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "R4-13 a building that is not there yet cannot be wanted, and nothing is recorded of what was refused",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open(options)
        yield* city.dispatchAll([...district, adopt], by)
        const wish = command({ ...lead, intent: { buildings: ["three"] } })
        const refused = yield* Effect.flip(city.dispatch(wish, by))
        expect(refused).toMatchObject({ code: "recruitment/NotFound", sort: "unit", id: "three" })
        expect([...State.prospects(yield* city.recruitment.prospects())]).toEqual([])
      }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect("R4-12 R4-13 what a lead looks for is held against what is vacant, with what fits and what misses", () =>
    Effect.gen(function* () {
      const city = yield* City.open(options)
      const space = (id: string, place: string, area: number) =>
        spaces({ _tag: "RegisterSpace", space: id, place, label: { zh: id }, area, from: "2020-01-01" })
      yield* city.dispatchAll(
        [...district, adopt, lead, space("801", "f1", 250), space("802", "f1", 90), space("201", "two", 260)],
        by
      )
      const [best, second, ...rest] = yield* city.recruitment.openings(
        Prospect.ProspectId.make("p1"),
        day("2022-03-01")
      )
      expect(best?.vacancies.map((one) => one.space)).toEqual(["801"])
      expect([best?.misses, second?.misses.length]).toEqual([[], 1])
      expect(rest.length).toBeGreaterThan(0)
      expect(yield* city.recruitment.openings(Prospect.ProspectId.make("nobody"), day("2022-03-01"))).toEqual([])
    }).pipe(Effect.provide(MemoryStore.layer))
  )

  it.effect(
    "D-08 what firms need follows the stage they are in: who begins gets registration in one stop, who grows does not",
    () =>
      Effect.gen(function* () {
        const city = yield* City.open(options)
        const founding = { _tag: "oneOf", field: "stage", values: ["founding"] }
        const list = lists({
          _tag: "AdoptServiceList",
          list: {
            id: "one-stop",
            version: 1,
            names: { zh: "一站式服务" },
            items: [
              {
                code: "S-1",
                names: { zh: "注册落户帮办" },
                domain: "government",
                category: "registration",
                owners: ["street-committee"],
                channels: ["doorstep"],
                eligibility: founding
              }
            ]
          },
          from: "2022-01-01"
        })
        const offered = lists({ _tag: "OfferItem", list: "one-stop", item: "S-1", place: "one", from: "2022-01-01" })
        const need = (id: string, stage?: string) =>
          lists({
            _tag: "RegisterNeed",
            need: id,
            raiser: "firm",
            category: "registration",
            text: "办理营业执照",
            place: "one",
            urgency: 3,
            quantity: 1,
            origin: "visit",
            ...(stage === undefined ? {} : { stage }),
            on: "2022-02-01"
          })
        yield* city.dispatchAll(
          [...district, list, offered, need("n1", "founding"), need("n2", "mature"), need("n3")],
          by
        )
        const market = yield* city.matching.market(day("2022-03-01"))
        const verdict = (id: string) => {
          const known = Lists.need(market.state, Need.NeedId.make(id))
          if (known === undefined) throw new Error("the need is known")
          const [best] = Matchmaking.candidates(market, known)
          const [barred] = Matchmaking.barred(market, known)
          return best === undefined
            ? `barred by ${barred?.unmet[0]?.field}`
            : best.unknown.length === 0
              ? "open"
              : "not known"
        }
        expect(["n1", "n2", "n3"].map(verdict)).toEqual(["open", "barred by stage", "not known"])
      }).pipe(Effect.provide(MemoryStore.layer))
  )
})
