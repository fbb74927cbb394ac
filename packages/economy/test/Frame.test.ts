import { Count } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Frame from "../src/Frame.ts"
import * as Frames from "../src/Frames.ts"
import { rate } from "./figureScene.ts"

const ids = ({ dimensions }: Frame.Frame) => dimensions.map(({ id }) => id)
const grouped = <A>(frame: Frame.Frame, things: ReadonlyArray<Frame.Tagged<A>>): Frame.Grouped<A> =>
  Result.getOrThrow(Frame.group(frame, things))

describe("frames", () => {
  it("H-01 the four goals count what is done for each, with its outcome", () => {
    expect(ids(Frames.fourGoals)).toEqual(["service", "enterprise", "building", "industry"])
    const { things, groups, untagged } = grouped(Frames.fourGoals, [
      { value: "micro-wishes", tags: ["service"], outcome: 10 },
      { value: "visits", tags: ["service", "enterprise"], outcome: Count.atLeast(20) },
      { value: "chain day", tags: ["industry", "industry"] },
      { value: "lift", tags: [] }
    ])
    expect(things).toBe(4)
    expect(groups.map(({ dimension, count, outcome }) => [dimension.id, count, outcome])).toEqual([
      ["service", 2, { value: 30, qualifier: "atLeast" }],
      ["enterprise", 1, { value: 20, qualifier: "atLeast" }],
      ["building", 0, undefined],
      ["industry", 1, undefined]
    ])
    expect(untagged).toEqual(["lift"])
  })

  it("W-03 A-16 the three capacities are found under either wording", () => {
    expect(ids(Frames.threeCapacities)).toEqual(["productivity", "service", "organisation"])
    const read = (word: string) => Frame.read(Frames.threeCapacities, word)?.id
    expect(["服务力", "引领保障力", "引領保障力", "Leadership and guarantee", "service"].map(read)).toEqual(
      new Array(5).fill("service")
    )
    expect(["生產力", "组织力", "活力"].map(read)).toEqual(["productivity", "organisation", undefined])
  })

  it("P-32 five ecologies group figures, and four words follow talent from coming to staying", () => {
    expect(ids(Frames.fiveEcologies)).toEqual(["industry", "innovation", "talent", "office", "service"])
    expect(ids(Frames.talentCycle)).toEqual(["introduce", "cultivate", "use", "retain"])
    const figure = rate("taxGrowth", 15, 100)
    const { groups } = grouped(Frames.fiveEcologies, [{ value: figure, tags: ["industry"] }])
    expect(groups[0]?.values).toEqual([figure])
  })

  it("F-16 F-14 P-03 five talent actions, six goals and four communities are declared", () => {
    expect(ids(Frames.talentActions)).toEqual(["introduce", "cultivate", "motivate", "serve", "guarantee"])
    expect(Frames.sixMost.dimensions.map(({ names }) => names.zh)).toEqual([
      "最佛山",
      "最便捷",
      "最中心",
      "最活力",
      "最平安",
      "最幸福"
    ])
    expect(ids(Frames.fourCommunities)).toEqual(["value", "interest", "governance", "responsibility"])
    const decode = Schema.decodeUnknownSync(Frame.Frame)
    for (const frame of Frames.list) expect(decode(frame)).toEqual(frame)
  })

  it("H-01 a tag that is none of the frame's is refused with what it has; a city may declare its own frame", () => {
    const wrong = Frame.group(Frames.fourGoals, [{ value: 1, tags: ["joy"] }])
    expect(Result.isFailure(wrong) && wrong.failure).toMatchObject({
      code: "economy/DimensionUnknown",
      frame: "fourGoals",
      known: ["service", "enterprise", "building", "industry"]
    })
    const own = { id: "own", names: { zh: "自定" }, dimensions: [{ id: "joy", names: { zh: "快乐" } }] as const }
    expect(grouped(own, [{ value: 1, tags: ["joy"] }]).groups[0]?.count).toBe(1)
  })

  it("count every thing once among the untagged or in each of its dimensions", () => {
    const tags = fc.array(fc.constantFrom(...ids(Frames.fiveEcologies)), { maxLength: 4 })
    fc.assert(
      fc.property(fc.array(fc.record({ tags, outcome: fc.nat({ max: 9 }) }), { maxLength: 20 }), (all) => {
        const { things, groups, untagged } = grouped(
          Frames.fiveEcologies,
          all.map((one, value) => ({ value, ...one }))
        )
        expect(things).toBe(all.length)
        expect(new Set([...untagged, ...groups.flatMap(({ values }) => values)]).size).toBe(all.length)
        for (const { dimension, count, outcome } of groups) {
          const own = all.filter((one) => one.tags.includes(dimension.id))
          expect(count).toBe(own.length)
          const sum = own.reduce((total, one) => total + one.outcome, 0)
          expect(outcome).toEqual(own.length === 0 ? undefined : { value: sum, qualifier: "exact" })
        }
      }),
      { numRuns: 200, seed: 402 }
    )
  })
})
