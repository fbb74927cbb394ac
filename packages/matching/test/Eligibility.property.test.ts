import { CivilDate, IndustryCode } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Condition } from "../src/Condition.ts"
import * as Criteria from "../src/Criteria.ts"
import * as Eligibility from "../src/Eligibility.ts"
import * as EligibilityTable from "../src/EligibilityTable.ts"
import { type Field, read, sizes, type Values } from "../src/Field.ts"
import { conditions, fields, setting, values } from "./conditions.ts"

type Truth = boolean | undefined

// The least way to say what a condition means, written apart from the package: truth as 0, 1/2 and 1.
const grade = (truth: Truth): number => (truth === undefined ? 0.5 : truth ? 1 : 0)
const truthOf = (number: number): Truth => (number === 0.5 ? undefined : number === 1)

const inRange = <A>(value: A, low: A | undefined, high: A | undefined, notAbove: (a: A, b: A) => boolean): boolean =>
  (low === undefined || notAbove(low, value)) && (high === undefined || notAbove(value, high))

const plain = (condition: Condition, known: Values): Truth => {
  switch (condition._tag) {
    case "not":
      return truthOf(1 - grade(plain(condition.condition, known)))
    case "all":
      return truthOf(Math.min(...condition.conditions.map((one) => grade(plain(one, known)))))
    case "any":
      return truthOf(Math.max(...condition.conditions.map((one) => grade(plain(one, known)))))
  }
  const field = fields.find(({ id }) => id === condition.field) as Field
  const value = read(field, known)
  if (value === undefined) return undefined
  switch (condition._tag) {
    case "oneOf":
      return condition.values.some((one) => one === value)
    case "hasAny":
      return condition.values.filter((one) => (value as ReadonlyArray<string>).includes(one)).length > 0
    case "hasAll":
      return condition.values.filter((one) => !(value as ReadonlyArray<string>).includes(one)).length === 0
    case "numberBetween":
      return inRange(value as number, condition.atLeast, condition.atMost, (a, b) => a <= b)
    case "dateBetween":
      return inRange(value as string, condition.from, condition.to, (a, b) => a <= b) && value !== condition.to
    case "withinLast": {
      const day = value as CivilDate.CivilDate
      const back =
        condition.unit === "days"
          ? CivilDate.addDays(setting.on, -condition.amount)
          : CivilDate.addMonths(setting.on, -condition.amount)
      return CivilDate.daysBetween(back, day) > 0 && CivilDate.daysBetween(day, setting.on) >= 0
    }
    case "placeWithin":
      return setting.isWithin?.(value as string, condition.unit)
    case "sizeBetween":
      return inRange(
        sizes.indexOf(value as (typeof sizes)[number]),
        condition.atLeast === undefined ? undefined : sizes.indexOf(condition.atLeast),
        condition.atMost === undefined ? undefined : sizes.indexOf(condition.atMost),
        (a, b) => a <= b
      )
    case "industryIn": {
      const code = value as IndustryCode.IndustryCode
      const edition = IndustryCode.edition2017
      if (code.edition !== edition.id) return undefined
      if (condition.codes.some((one) => IndustryCode.contains(edition, one, code))) return true
      return condition.codes.some((one) => one.edition !== edition.id) ? undefined : false
    }
  }
}

const criteriaOf = (condition: Condition): Criteria.Criteria => Result.getOrThrow(Criteria.of(fields, condition))
const verdictOf = (truth: Truth): Eligibility.Verdict => (truth === undefined ? "unknown" : truth ? "eligible" : "not")

const at = (condition: unknown, path: string): unknown =>
  path === ""
    ? condition
    : path.split(".").reduce<unknown>((node, step) => (node as Readonly<Record<string, unknown>>)[step], condition)

describe("Eligibility", () => {
  it("R3-3 says of every condition and everybody what the logic of three values says", () => {
    fc.assert(
      fc.property(conditions, values, (condition, known) => {
        const criteria = criteriaOf(condition)
        expect(Eligibility.evaluate(criteria, known, setting).verdict).toBe(verdictOf(plain(condition, known)))
        expect(Eligibility.verdict(criteria, known, setting)).toBe(verdictOf(plain(condition, known)))
      }),
      { numRuns: 3000 }
    )
  })

  it("R3-12 names conditions that fail or are unknown, by a path that leads to them, and none when eligible", () => {
    fc.assert(
      fc.property(conditions, values, (condition, known) => {
        const { verdict, unmet } = Eligibility.evaluate(criteriaOf(condition), known, setting)
        expect(unmet.length === 0).toBe(verdict === "eligible")
        if (verdict === "not") expect(unmet.some((one) => one.verdict === "not")).toBe(true)
        for (const one of unmet) {
          const named = at(condition, one.path) as Condition
          const negations = one.path.split(".").filter((step) => step === "condition").length
          const truth = plain(named, known)
          expect(named).toHaveProperty("field", one.field)
          expect(truth).toBe(one.verdict === "unknown" ? undefined : negations % 2 === 1)
        }
      }),
      { numRuns: 1500 }
    )
  })

  it("R3-3 learning what was unknown never takes back a verdict", () => {
    fc.assert(
      fc.property(conditions, values, fc.nat(), (condition, known, which) => {
        const ids = Object.keys(known)
        const { [ids[which % ids.length] as string]: _, ...less } = known
        const criteria = criteriaOf(condition)
        const before = Eligibility.verdict(criteria, less, setting)
        if (before !== "unknown") expect(Eligibility.verdict(criteria, known, setting)).toBe(before)
      }),
      { numRuns: 1500 }
    )
  })
})

describe("EligibilityTable", () => {
  it("R3-3 R3-11 says of every pair what evaluating the pair says", () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(conditions, { nil: undefined }), { maxLength: 70 }),
        fc.array(values, { maxLength: 6 }),
        (offered, asking) => {
          const table = Result.getOrThrow(EligibilityTable.compile(fields, offered, setting))
          for (const known of asking) {
            const answer = EligibilityTable.ask(table, known)
            const verdicts = offered.map((_, service) => EligibilityTable.verdict(answer, service))
            const expected = offered.map((one) => (one === undefined ? "eligible" : verdictOf(plain(one, known))))
            expect(verdicts).toEqual(expected)
            const open = expected.flatMap((verdict, service) => (verdict === "eligible" ? [service] : []))
            expect(EligibilityTable.eligible(answer)).toEqual(open)
          }
        }
      ),
      { numRuns: 300 }
    )
  })

  it("R3-3 the same over more services than one block holds, in any order of asking", () => {
    const offered = fc.sample(conditions, { numRuns: 2500, seed: 11 })
    const asking = fc.sample(values, { numRuns: 40, seed: 12 })
    const table = Result.getOrThrow(EligibilityTable.compile(fields, offered, setting))
    let answer: EligibilityTable.Answer | undefined
    for (const known of [...asking, ...asking.toReversed()]) {
      answer = EligibilityTable.ask(table, known, answer)
      const written = answer
      const differing = offered.flatMap((one, service) =>
        EligibilityTable.verdict(written, service) === verdictOf(plain(one, known)) ? [] : [service]
      )
      expect(differing).toEqual([])
      expect(answer.eligible.length).toBe(Math.ceil(offered.length / 32))
    }
  })
})
