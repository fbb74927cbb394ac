import { CivilDate, IndustryCode } from "@louyu/kernel"
import * as fc from "fast-check"
import type { Condition } from "../src/Condition.ts"
import type { Setting } from "../src/Eligibility.ts"
import { type Field, sizes, type Values } from "../src/Field.ts"

const field = (id: string, type: Field["type"], zh: string, en: string): Field => ({ id, type, names: { zh, en } })

/** The fields conditions are drawn over: two of the types that behave most differently. */
export const fields: ReadonlyArray<Field> = [
  field("stage", "choice", "发展阶段", "Stage"),
  field("kind", "choice", "主体类型", "Kind"),
  field("qualifications", "set", "资质", "Qualifications"),
  field("memberships", "set", "所属组织", "Memberships"),
  { ...field("staff", "number", "员工数", "Staff"), unit: { zh: "人", en: "people" } },
  field("area", "number", "面积", "Area"),
  field("settledOn", "date", "入驻日", "Settled on"),
  field("place", "place", "所在地", "Place"),
  field("size", "size", "规模", "Size"),
  field("industry", "industry", "行业", "Industry")
]

const codes = ["a", "b", "c", "constructor"]
const editions = [IndustryCode.edition2017.id, IndustryCode.edition2017.id, "GB/T 4754-2011"]
const industry = fc.record({
  edition: fc.constantFrom(...editions),
  code: fc.constantFrom("I", "65", "651", "6513", "J", "66")
})
const date = fc.integer({ min: 0, max: 120 }).map((days) => CivilDate.addDays(CivilDate.make("2026-02-01"), days))
const amount = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.constantFrom(0.1 + 0.2, 0.3, -0, Number.MAX_VALUE, Number.MIN_VALUE)
)
// Where places lie: the first is in the others named behind it.
const within: ReadonlyMap<string, ReadonlyArray<string>> = new Map([
  ["room", ["floor", "tower"]],
  ["floor", ["tower"]],
  ["tower", []]
])

export const setting: Setting = {
  on: CivilDate.make("2026-04-15"),
  isWithin: (place, unit) => (within.has(place) ? place === unit || within.get(place)?.includes(unit) : undefined)
}

const some = fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 })
const range = <A>(one: fc.Arbitrary<A>, less: (a: A, b: A) => boolean) =>
  fc.tuple(one, one, fc.constantFrom("both", "low", "high")).map(([a, b, kept]) => {
    const [low, high] = less(b, a) ? [b, a] : [a, b]
    return { ...(kept === "high" ? {} : { low }), ...(kept === "low" ? {} : { high }) }
  })
const smaller = <A extends number | string>(a: A, b: A): boolean => a < b

const numbers = range(amount, smaller).map(({ low, high }) => ({
  ...(low === undefined ? {} : { atLeast: low }),
  ...(high === undefined ? {} : { atMost: high })
}))
const dates = range(date, smaller).map(({ low, high }) => ({
  ...(low === undefined ? {} : { from: low }),
  // The end is no part of the range.
  ...(high === undefined ? {} : { to: CivilDate.addDays(high, 1) })
}))
const sizeRange = range(fc.constantFrom(...sizes), (a, b) => sizes.indexOf(a) < sizes.indexOf(b)).map(
  ({ low, high }) => ({
    ...(low === undefined ? {} : { atLeast: low }),
    ...(high === undefined ? {} : { atMost: high })
  })
)

const atom: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({ _tag: fc.constant("oneOf"), field: fc.constantFrom("stage", "kind"), values: some }),
  fc.record({
    _tag: fc.constantFrom("hasAny", "hasAll"),
    field: fc.constantFrom("qualifications", "memberships"),
    values: some
  }),
  fc
    .tuple(fc.constantFrom("staff", "area"), numbers)
    .map(([id, bounds]) => ({ _tag: "numberBetween", field: id, ...bounds })),
  dates.map((bounds) => ({ _tag: "dateBetween", field: "settledOn", ...bounds })),
  fc.record({
    _tag: fc.constant("withinLast"),
    field: fc.constant("settledOn"),
    amount: fc.integer({ min: 1, max: 3 }),
    unit: fc.constantFrom("days", "months")
  }),
  fc.record({
    _tag: fc.constant("placeWithin"),
    field: fc.constant("place"),
    unit: fc.constantFrom("tower", "floor", "far")
  }),
  sizeRange.map((bounds) => ({ _tag: "sizeBetween", field: "size", ...bounds })),
  fc.record({
    _tag: fc.constant("industryIn"),
    field: fc.constant("industry"),
    codes: fc.array(industry, { minLength: 1, maxLength: 2 })
  })
)

const { condition } = fc.letrec((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    atom,
    atom,
    fc.record({
      _tag: fc.constantFrom("all", "any"),
      conditions: fc.array(tie("condition"), { minLength: 1, maxLength: 4 })
    }),
    fc.record({ _tag: fc.constant("not"), condition: tie("condition") })
  )
}))

/** Conditions over the fields, nested at random. */
export const conditions: fc.Arbitrary<Condition> = condition.map((made) => made as Condition)

const maybe = <A>(one: fc.Arbitrary<A>) => fc.option(one, { nil: undefined, freq: 4 })

/** What is known about somebody; now and then nothing, or something the field cannot hold. */
export const values: fc.Arbitrary<Values> = fc.record({
  stage: maybe(fc.constantFrom(...codes, "z")),
  kind: maybe(fc.oneof(fc.constantFrom(...codes), fc.constant(7))),
  qualifications: maybe(fc.uniqueArray(fc.constantFrom(...codes, "z"), { maxLength: 4 })),
  memberships: maybe(fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 4 })),
  staff: maybe(fc.oneof(amount, fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY))),
  area: maybe(amount),
  settledOn: maybe(fc.oneof(date, fc.constant("2026-02-30"))),
  place: maybe(fc.constantFrom("room", "floor", "tower", "elsewhere")),
  size: maybe(fc.constantFrom(...sizes, "huge")),
  industry: maybe(industry)
})
