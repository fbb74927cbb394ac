import { CivilDate, IndustryCode } from "@louyu/kernel"
import { Condition, Criteria, Eligibility, EligibilityTable } from "@louyu/matching"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { fields, setting } from "./conditions.ts"

const read = (condition: unknown): Condition.Condition => Schema.decodeUnknownSync(Condition.Condition)(condition)
const ask = (condition: unknown, values: Parameters<typeof Eligibility.evaluate>[1], on = setting.on) =>
  Eligibility.evaluate(Result.getOrThrow(Criteria.of(fields, read(condition))), values, { ...setting, on })
const errorOf = (condition: unknown, known = fields) => {
  const made = Criteria.of(known, read(condition))
  return Result.isFailure(made) ? made.failure : undefined
}

const newcomer = { _tag: "withinLast", field: "settledOn", amount: 3, unit: "months" }
const smallFirm = { _tag: "sizeBetween", field: "size", atMost: "small" }
const seats = {
  _tag: "all",
  conditions: [
    newcomer,
    { _tag: "any", conditions: [smallFirm, { _tag: "numberBetween", field: "staff", atMost: 20 }] },
    { _tag: "not", condition: { _tag: "hasAny", field: "memberships", values: ["incubator"] } }
  ]
}

describe("Eligibility", () => {
  it("R3-3 W-08 seats for newly arrived firms: open, not open, or not known yet", () => {
    const known = { settledOn: "2026-03-20", size: "small", memberships: [] }
    expect(ask(seats, known)).toEqual({ verdict: "eligible", unmet: [] })
    expect(ask(seats, { ...known, settledOn: "2025-12-31" }).verdict).toBe("not")
    expect(ask(seats, { settledOn: "2026-03-20", size: "small" }).verdict).toBe("unknown")
    expect(ask(seats, { settledOn: "2025-01-01" }).verdict).toBe("not")
  })

  it("R3-12 P-31 names every condition in the way in both languages, and repeats nothing about the firm", () => {
    const { verdict, unmet } = ask(seats, {
      settledOn: "2019-07-08",
      staff: 4_321,
      memberships: ["incubator", "secret club"]
    })
    expect(verdict).toBe("not")
    expect(unmet).toEqual([
      {
        path: "conditions.0",
        field: "settledOn",
        verdict: "not",
        asked: { zh: "入驻日须在最近 3 个月内", en: "Settled on must be within the last 3 months" }
      },
      {
        path: "conditions.1.conditions.0",
        field: "size",
        verdict: "unknown",
        asked: { zh: "规模须为小型及以下", en: "Size must be small or smaller" }
      },
      {
        path: "conditions.1.conditions.1",
        field: "staff",
        verdict: "not",
        asked: { zh: "员工数须不多于 20 人", en: "Staff must be at most 20 people" }
      },
      {
        path: "conditions.2.condition",
        field: "memberships",
        verdict: "not",
        asked: { zh: "所属组织不得包含 incubator", en: "Memberships must not include incubator" }
      }
    ])
    expect(JSON.stringify(unmet)).not.toMatch(/2019|4321|secret/u)
  })

  it("R3-3 newly settled counts calendar months back from the day asked, and never forwards", () => {
    const settled = (settledOn: string, on: string) => ask(newcomer, { settledOn }, CivilDate.make(on)).verdict
    expect(settled("2026-03-01", "2026-05-31")).toBe("eligible")
    expect(settled("2026-02-28", "2026-05-31")).toBe("not")
    expect(settled("2026-05-31", "2026-05-31")).toBe("eligible")
    expect(settled("2026-06-01", "2026-05-31")).toBe("not")
    expect(settled("0001-01-01", "0001-01-05")).toBe("eligible")
  })

  it("R3-3 an industry is found by its section, and not compared across editions of the classification", () => {
    const edition = IndustryCode.edition2017.id
    const software = { _tag: "industryIn", field: "industry", codes: [{ edition, code: "I" }] }
    const asked = (value: IndustryCode.IndustryCode) => ask(software, { industry: value }).verdict
    expect(asked({ edition, code: "6513" })).toBe("eligible")
    expect(asked({ edition, code: "6611" })).toBe("not")
    expect(asked({ edition: "GB/T 4754-2011", code: "6510" })).toBe("unknown")
  })

  it("R3-3 a place nobody knows leaves the question open", () => {
    const inTower = { _tag: "placeWithin", field: "place", unit: "tower" }
    expect(["room", "tower", "elsewhere"].map((place) => ask(inTower, { place }).verdict)).toEqual([
      "eligible",
      "eligible",
      "unknown"
    ])
    expect(ask(inTower, { place: "room" }).unmet).toEqual([])
  })

  it.each([
    [
      "oneOf",
      { _tag: "oneOf", field: "stage", values: ["a", "b"] },
      "发展阶段须为 a、b 之一",
      "Stage must be one of a, b"
    ],
    [
      "hasAll",
      { _tag: "hasAll", field: "qualifications", values: ["a", "b"] },
      "资质须同时包含 a、b",
      "Qualifications must include all of a, b"
    ],
    [
      "numberBetween",
      { _tag: "numberBetween", field: "staff", atLeast: 3, atMost: 9 },
      "员工数须为 3 至 9 人",
      "Staff must be 3 to 9 people"
    ],
    [
      "dateBetween",
      { _tag: "dateBetween", field: "settledOn", from: "2026-01-01", to: "2026-02-01" },
      "入驻日须不早于 2026-01-01 且早于 2026-02-01",
      "Settled on must be not before 2026-01-01, and before 2026-02-01"
    ],
    [
      "placeWithin",
      { _tag: "placeWithin", field: "place", unit: "tower" },
      "所在地须在 tower 内",
      "Place must be within tower"
    ],
    [
      "sizeBetween",
      { _tag: "sizeBetween", field: "size", atLeast: "small", atMost: "medium" },
      "规模须为小型至中型",
      "Size must be small to medium"
    ],
    [
      "industryIn",
      { _tag: "industryIn", field: "industry", codes: [{ edition: "GB/T 4754-2017", code: "65" }] },
      "行业须属于 I65",
      "Industry must be in I65"
    ]
  ])("R3-12 says in words what %s asks", (_, condition, zh, en) => {
    expect(ask(condition, {}).unmet.map(({ asked }) => asked)).toEqual([{ zh, en }])
  })
})

describe("Requirement", () => {
  it.each([
    [{ _tag: "numberBetween", field: "staff", atLeast: 3 }, "员工数须少于 3 人", "Staff must be less than 3 people"],
    [{ _tag: "numberBetween", field: "area", atMost: 9 }, "面积须多于 9", "Area must be more than 9"],
    [
      { _tag: "numberBetween", field: "area", atLeast: 3, atMost: 9 },
      "面积须少于 3 或多于 9",
      "Area must be less than 3 or more than 9"
    ],
    [
      { _tag: "dateBetween", field: "settledOn", from: "2026-01-01" },
      "入驻日须早于 2026-01-01",
      "Settled on must be before 2026-01-01"
    ],
    [
      { _tag: "dateBetween", field: "settledOn", to: "2026-01-01" },
      "入驻日须不早于 2026-01-01",
      "Settled on must be not before 2026-01-01"
    ],
    [
      { _tag: "withinLast", field: "settledOn", amount: 7, unit: "days" },
      "入驻日不得在最近 7 天内",
      "Settled on must not be within the last 7 days"
    ],
    [smallFirm, "规模不得为小型及以下", "Size must not be small or smaller"]
  ])("R3-12 says the opposite in words that cannot be misread: %j", (condition, zh, en) => {
    expect(ask({ _tag: "not", condition }, {}).unmet.map(({ asked }) => asked)).toEqual([{ zh, en }])
  })
})

describe("Criteria", () => {
  const wrap = (condition: unknown) => ({ _tag: "all", conditions: [smallFirm, { _tag: "not", condition }] })

  it.each([
    ["FieldUnknown", { _tag: "oneOf", field: "mood", values: ["good"] }, "mood"],
    ["ConditionMistyped", { _tag: "oneOf", field: "staff", values: ["12"] }, "staff"],
    ["BoundsInvalid", { _tag: "numberBetween", field: "staff", atLeast: 9, atMost: 3 }, "staff"],
    ["BoundsInvalid", { _tag: "numberBetween", field: "staff" }, "staff"],
    ["BoundsInvalid", { _tag: "dateBetween", field: "settledOn", from: "2026-01-01", to: "2026-01-01" }, "settledOn"],
    ["BoundsInvalid", { _tag: "sizeBetween", field: "size", atLeast: "large", atMost: "micro" }, "size"]
  ])("R3-3 refuses with %s, where it stands and in both languages", (tag, condition, field) => {
    const error = errorOf(wrap(condition))
    expect(error).toMatchObject({ _tag: tag, code: `matching/${tag}`, path: "conditions.1.condition", field })
    expect(error?.text.zh).toContain(field)
    expect(error?.text.en).toContain("conditions.1.condition")
  })

  it("R3-3 refuses a code that the field does not offer, two fields of one id, and nesting without end", () => {
    const stage = {
      id: "stage",
      type: "choice",
      names: { zh: "阶段" },
      options: [{ id: "seed", names: { zh: "初创", en: "Seed" } }]
    } as const
    expect(errorOf({ _tag: "oneOf", field: "stage", values: ["seed"] }, [stage])).toBe(undefined)
    expect(errorOf({ _tag: "oneOf", field: "stage", values: ["sead"] }, [stage])).toMatchObject({ option: "sead" })
    expect(errorOf(smallFirm, [stage, stage])?.message).toBe('Field "stage" is defined twice; keep one.')
    let deep: unknown = smallFirm
    for (let level = 0; level < 70; level++) deep = { _tag: "not", condition: deep }
    expect(errorOf(deep)?._tag).toBe("ConditionTooDeep")
    const named = Result.getOrThrow(Criteria.of([stage], read({ _tag: "oneOf", field: "stage", values: ["seed"] })))
    expect(Eligibility.evaluate(named, {}, setting).unmet[0]?.asked).toEqual({
      zh: "阶段须为初创",
      en: "阶段 must be Seed"
    })
  })
})

describe("EligibilityTable", () => {
  it("R3-3 names the service whose condition is wrong", () => {
    const made = EligibilityTable.compile(
      fields,
      [undefined, read({ _tag: "oneOf", field: "mood", values: ["x"] })],
      setting
    )
    expect(made).toMatchObject({ failure: { _tag: "FieldUnknown", path: "1" } })
  })

  it("R3-12 explains any pair, and a service for everybody is open to somebody nobody knows", () => {
    const table = Result.getOrThrow(EligibilityTable.compile(fields, [undefined, read(newcomer)], setting))
    const answer = EligibilityTable.ask(table, {})
    expect([0, 1].map((service) => EligibilityTable.verdict(answer, service))).toEqual(["eligible", "unknown"])
    expect(EligibilityTable.explain(table, {}, 1).unmet.map(({ field }) => field)).toEqual(["settledOn"])
  })

  it("R3-3 keeps its word for conditions that come to very many clauses", () => {
    const pair = (index: number) => ({
      _tag: "any",
      conditions: [
        { _tag: "numberBetween", field: "staff", atLeast: index },
        { _tag: "hasAny", field: "qualifications", values: [`q${index}`] }
      ]
    })
    const wide = { _tag: "all", conditions: Array.from({ length: 20 }, (_, index) => pair(index)) }
    const table = Result.getOrThrow(EligibilityTable.compile(fields, [read(wide), read(newcomer)], setting))
    const verdict = (staff: number, qualifications?: ReadonlyArray<string>) =>
      EligibilityTable.verdict(EligibilityTable.ask(table, { staff, qualifications }), 0)
    expect([verdict(19), verdict(18), verdict(18, []), verdict(18, ["q19"])]).toEqual([
      "eligible",
      "unknown",
      "not",
      "eligible"
    ])
  })
})
