import { CivilDate, Timeline } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"

const on = CivilDate.make
const names = Result.getOrThrow(
  Timeline.fromEntries([
    { from: on("2024-01-01"), to: on("2025-01-01"), value: "Old" },
    { from: on("2025-06-01"), value: "New" }
  ])
)

describe("Timeline", () => {
  it("keeps the old name for the days it held", () => {
    const days = ["2023-12-31", "2024-01-01", "2024-12-31", "2025-01-01", "2025-05-31", "2025-06-01", "2099-01-01"]
    expect(days.map((day) => Timeline.at(names, on(day)))).toEqual([
      undefined,
      "Old",
      "Old",
      undefined,
      undefined,
      "New",
      "New"
    ])
  })

  it("lists what changes when", () => {
    expect(Timeline.changes(names)).toEqual([
      { on: "2024-01-01", before: undefined, after: "Old" },
      { on: "2025-01-01", before: "Old", after: undefined },
      { on: "2025-06-01", before: undefined, after: "New" }
    ])
  })

  it("finds the gap between two entries and the endless one before a later beginning", () => {
    expect(Timeline.gaps(names, { from: on("2024-06-01") })).toEqual([{ from: "2025-01-01", to: "2025-06-01" }])
    expect(Timeline.gaps(names, { from: on("2023-01-01"), to: on("2024-02-01") })).toEqual([
      { from: "2023-01-01", to: "2024-01-01" }
    ])
    expect(Timeline.gaps(Timeline.empty(), { from: on("2024-01-01") })).toEqual([{ from: "2024-01-01" }])
  })

  it("says which entry overlaps which end", () => {
    const clash = Timeline.fromEntries([
      { from: on("2024-01-01"), value: "A" },
      { from: on("2024-03-01"), to: on("2024-04-01"), value: "B" }
    ])
    expect(Result.getOrThrow(Result.flip(clash))).toMatchObject({ _tag: "PeriodsOverlap", from: "2024-03-01" })
  })

  it("decodes a stored timeline and refuses one that is not in its form", () => {
    const schema = Timeline.schema(Schema.Struct({ name: Schema.String }))
    const decodes = (entries: unknown) => Result.isSuccess(Schema.decodeUnknownResult(schema)(entries))
    const a = { from: "2024-01-01", to: "2024-02-01", value: { name: "A" } }
    expect(decodes([])).toBe(true)
    expect(decodes([a, { from: "2024-02-01", value: { name: "B" } }])).toBe(true)
    expect(decodes([a, { from: "2024-02-01", value: { name: "A" } }])).toBe(false)
    expect(decodes([a, { from: "2024-01-31", value: { name: "B" } }])).toBe(false)
    expect(decodes([{ from: "2024-02-01", value: { name: "B" } }, a])).toBe(false)
    expect(decodes([{ ...a, to: "2024-01-01" }])).toBe(false)
    expect(decodes([{ ...a, to: "2024-02-30" }])).toBe(false)
    expect(decodes([{ ...a, value: 1 }])).toBe(false)
  })
})
