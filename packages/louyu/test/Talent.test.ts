import { describe, expect, it } from "@effect/vitest"
import { Frame } from "@louyu/economy"
import { Profiles } from "@louyu/profiles"
import { Prospect, Command as RecruitmentCommand, State } from "@louyu/recruitment"
import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { City } from "../src/index.ts"
import { day, establish } from "./support/places.ts"

const by = { actor: "clerk-1" }
const command = Schema.decodeUnknownSync(RecruitmentCommand.Command)
const talent = Profiles.foshanZumiao.pipelines?.find(({ id }) => id === "talent")

describe("talent of a building", () => {
  it.effect(
    "F-16 is introduced, cultivated, motivated, served and guaranteed: five actions, each with who is there",
    () =>
      Effect.gen(function* () {
        if (talent === undefined) throw new Error("the pipeline is in the profile")
        const city = yield* City.open({ tenant: "t1", profile: Profiles.foshanZumiao })
        const open = (n: number) =>
          command({
            _tag: "OpenProspect",
            prospect: `t${n}`,
            pipeline: "talent",
            contact: `person-${n}`,
            place: "tower",
            source: "fair",
            on: "2022-01-10"
          })
        const advance = (n: number, to: string, on: string) =>
          command({ _tag: "AdvanceProspect", prospect: `t${n}`, to, on })
        const won = (n: number) => command({ _tag: "WinProspect", prospect: `t${n}`, on: "2022-02-01" })
        // Each goes on for some of the five; the last was found and not introduced.
        const ways = [
          ["cultivated", "honoured", "served", "guaranteed"],
          ["cultivated", "honoured"],
          ["cultivated"],
          []
        ]
        yield* city.dispatchAll(
          [
            establish("city", "city"),
            establish("district", "district", { within: "city" }),
            establish("street", "street", { within: "district" }),
            establish("tower", "building", { within: "street" }),
            command({ _tag: "AdoptPipeline", pipeline: talent, from: "2022-01-01" }),
            ...[...ways.keys(), ways.length].map(open),
            ...[...ways.keys()].map(won),
            ...ways.flatMap((stages, n) => stages.map((to, at) => advance(n, to, `2022-0${at + 3}-01`)))
          ],
          by
        )
        const prospects = yield* city.recruitment.prospects()
        const phaseOf = new Map(talent.stages.map(({ id, phase }) => [String(id), phase]))
        const actions = (on: string) => {
          const known = [...State.prospects(prospects)].flatMap((one) => {
            const stage = State.stageOn(one, day(on))
            const phase = stage === undefined ? undefined : phaseOf.get(stage)
            return phase === undefined ? [] : [{ value: one.opened.prospect, tags: [phase] }]
          })
          return Effect.map(city.economy.settings(), ({ frames }) => {
            const frame = frames.find(({ id }) => id === "talentActions")
            if (frame === undefined) throw new Error("the actions are declared")
            return Result.getOrThrow(Frame.group(frame, known)).groups.map(({ dimension, count }) => [
              dimension.id,
              count
            ])
          })
        }
        expect(yield* actions("2022-12-31")).toEqual([
          ["introduce", 2],
          ["cultivate", 1],
          ["motivate", 1],
          ["serve", 0],
          ["guarantee", 1]
        ])
        expect(yield* actions("2022-04-01")).toEqual([
          ["introduce", 2],
          ["cultivate", 1],
          ["motivate", 2],
          ["serve", 0],
          ["guarantee", 0]
        ])
        expect(State.prospect(prospects, Prospect.ProspectId.make("t4"))?.won).toBeUndefined()
        const code = (refused: ReturnType<typeof command>) =>
          Effect.map(Effect.flip(city.dispatch(refused, by)), (e) => e.code)
        // Nobody is cultivated who was not introduced, and a person is an id and not a name.
        expect(yield* code(advance(4, "served", "2022-06-01"))).toBe("recruitment/MoveNotAllowed")
        const named = command({
          _tag: "OpenProspect",
          prospect: "t9",
          pipeline: "talent",
          names: { zh: "王示例" },
          source: "fair",
          on: "2022-01-10"
        })
        expect(yield* code(named)).toBe("recruitment/NameNotFitting")
      }).pipe(Effect.provide(MemoryStore.layer))
  )
})
