import { it as effectIt } from "@effect/vitest"
import { KernelError, Problem, Text } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"

class DeskTaken extends Problem.define(
  "stations",
  "DeskTaken"
)<{ readonly desk: string; readonly until?: string }>((e) => ({
  zh: `工位 ${e.desk} 已被占用，请另选一个。`,
  en: `Desk ${e.desk} is taken; choose another one.`
})) {}

describe("Problem", () => {
  it("names itself for machines and explains itself in both languages", () => {
    const problem = new DeskTaken({ desk: "A-12" })
    expect(problem).toMatchObject({ _tag: "DeskTaken", code: "stations/DeskTaken", desk: "A-12" })
    expect(problem.text).toEqual({
      zh: "工位 A-12 已被占用，请另选一个。",
      en: "Desk A-12 is taken; choose another one."
    })
    expect(problem.message).toBe("Desk A-12 is taken; choose another one.")
    expect(problem).toBeInstanceOf(Error)
  })

  it("becomes JSON with its fields, code and text, and nothing of the machinery of an error", () => {
    const json = Problem.toJson(new DeskTaken({ desk: "A-12", until: "2026-12-01" }))
    expect(JSON.parse(JSON.stringify(json))).toEqual({
      desk: "A-12",
      until: "2026-12-01",
      code: "stations/DeskTaken",
      text: { zh: "工位 A-12 已被占用，请另选一个。", en: "Desk A-12 is taken; choose another one." }
    })
  })

  it("can be told from any other value", () => {
    expect(Problem.isProblem(new DeskTaken({ desk: "A-12" }))).toBe(true)
    for (const other of [undefined, null, "stations/DeskTaken", new Error("taken"), { _tag: "DeskTaken" }]) {
      expect(Problem.isProblem(other)).toBe(false)
    }
  })

  effectIt.effect("fails an Effect when it is yielded, and is caught by its tag", () =>
    Effect.gen(function* () {
      const caught = yield* Effect.gen(function* () {
        return yield* new DeskTaken({ desk: "A-12" })
      }).pipe(Effect.catchTag("DeskTaken", (problem) => Effect.succeed(problem.desk)))
      expect(caught).toBe("A-12")
    })
  )
})

// One of each; the compiler asks for a sample when a new one is added.
const samples: { readonly [Name in keyof typeof KernelError]: ReadonlyArray<KernelError.KernelError> } = {
  CivilDateInvalid: [new KernelError.CivilDateInvalid({ input: "2026-02-30" })],
  PeriodReversed: [new KernelError.PeriodReversed({ from: "2026-02-01", to: "2026-01-01" })],
  PeriodsOverlap: [new KernelError.PeriodsOverlap({ from: "2026-02-01", to: undefined })],
  CalendarYearUnknown: [
    new KernelError.CalendarYearUnknown({
      calendar: "china",
      year: 2027,
      knownFrom: "2004-01-01",
      knownTo: "2026-12-31"
    })
  ],
  CalendarInvalid: (["coverageReversed", "coverageGap", "dayOutside", "dayTwice", "hoursTwice"] as const).flatMap(
    (reason) => [
      new KernelError.CalendarInvalid({ calendar: "own", reason }),
      new KernelError.CalendarInvalid({ calendar: "own", reason, date: "2026-01-01" })
    ]
  ),
  CalendarHoursMissing: [new KernelError.CalendarHoursMissing({ calendar: "own" })],
  UsccMalformed: (["length", "character", "division", "identityNumber"] as const).map(
    (reason) => new KernelError.UsccMalformed({ reason, length: 18 })
  ),
  UsccCheckFailed: [new KernelError.UsccCheckFailed({ expected: "3", found: "9" })],
  OrganisationCodeCheckFailed: [new KernelError.OrganisationCodeCheckFailed({ expected: "4", found: "5" })],
  DivisionCodeMalformed: [new KernelError.DivisionCodeMalformed({ length: 7 })],
  GridCodeMalformed: [new KernelError.GridCodeMalformed({ scheme: "cell-15", expected: 15, length: 14 })],
  IndustryCodeMalformed: (["form", "unknown", "letter"] as const).map(
    (reason) => new KernelError.IndustryCodeMalformed({ edition: "GB/T 4754-2017", reason })
  ),
  CountMalformed: (["form", "notWhole"] as const).map((reason) => new KernelError.CountMalformed({ reason })),
  MoneyMalformed: (["form", "partOfFen"] as const).map((reason) => new KernelError.MoneyMalformed({ reason })),
  MoneyOutOfRange: [new KernelError.MoneyOutOfRange({})],
  MoneyWeightsInvalid: [new KernelError.MoneyWeightsInvalid({}), new KernelError.MoneyWeightsInvalid({ index: 2 })]
}

describe("Every failure of the kernel", () => {
  it("has a code of its own, made of the package and its name", () => {
    for (const [name, problems] of Object.entries(samples)) {
      for (const problem of problems) expect([problem._tag, problem.code]).toEqual([name, `kernel/${name}`])
    }
    expect(Object.keys(samples).sort()).toEqual(Object.keys(KernelError).sort())
  })

  it("speaks both languages, to the end of the sentence and without holes", () => {
    for (const problem of Object.values(samples).flat()) {
      const { zh, en } = problem.text
      expect(zh).toMatch(/^[^a-z]*\p{Script=Han}.*。$/u)
      expect(en).toMatch(/^[A-Z"].*\.$/u)
      expect(en).not.toMatch(/\p{Script=Han}{3,}/u)
      expect(Text.both(problem.text)).not.toMatch(/undefined|NaN|\[object/u)
    }
  })

  it("becomes JSON and back without losing a field", () => {
    for (const problem of Object.values(samples).flat()) {
      const json = Problem.toJson(problem)
      expect(JSON.parse(JSON.stringify(json))).toEqual(json)
    }
  })
})
