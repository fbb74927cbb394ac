import { inspect } from "node:util"
import { Profiles } from "@louyu/profiles"
import * as Redacted from "effect/Redacted"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Finding } from "../src/index.ts"
import { brief } from "./folder.ts"
import { posted, wrong } from "./posts.ts"

const people = (...lines: ReadonlyArray<string>) => ({ "people.csv": [...lines, ""].join("\n") })
const heading = "person,unit,class,name,mobile,email,duty,further"

const shown = (files: Readonly<Record<string, string>>) =>
  posted(files).people.map(({ person, entry: { unit, class: of, name, mobile, further = {} } }) => ({
    person,
    unit,
    of,
    name: Redacted.value(name),
    mobile: mobile && Redacted.value(mobile),
    further: Object.fromEntries(Object.entries(further).map(([field, value]) => [field, Redacted.value(value)]))
  }))

describe("people.csv", () => {
  it("says who people are, apart from the commands", () => {
    const files = people(
      "人员,单元,类别,姓名,手机,邮箱,职务,其他信息",
      "p-1,b-1,,示例甲,10000000001,p-1@example.com,楼长,",
      "p-2,b-1,党员,示例乙,,,,standing=正式；politicalStatus：群众"
    )
    expect(shown(files)).toEqual([
      {
        person: "p-1",
        unit: "b-1",
        of: "contact",
        name: "示例甲",
        mobile: "10000000001",
        further: { email: "p-1@example.com", duty: "楼长" }
      },
      {
        person: "p-2",
        unit: "b-1",
        of: "member",
        name: "示例乙",
        mobile: undefined,
        further: { standing: "正式", politicalStatus: "群众" }
      }
    ])
    expect(posted(files).steps.filter(({ origin }) => origin.file === "people.csv")).toEqual([])
    expect(posted(files).people.map(({ origin }) => origin)).toEqual([
      { file: "people.csv", row: 2 },
      { file: "people.csv", row: 3 }
    ])
  })

  it.each([
    ["nobody's name", "p-1,b-1,,,,,,", "error people.csv 2 name CellMissing"],
    ["no unit", "p-1,b-9,,示例甲,,,,", "error people.csv 2 unit UnitUnlisted"],
    ["no class", "p-1,b-1,friend,示例甲,,,,", "error people.csv 2 class ChoiceUnknown"],
    ["a field nobody may see", "p-1,b-1,minor,示例甲,10000000001,,,", "error people.csv 2 mobile FieldUnknown"],
    ["another one", "p-1,b-1,,示例甲,,,,shoe=42", "error people.csv 2 further FieldUnknown"],
    ["no pair", "p-1,b-1,,示例甲,,,,10000000001", "error people.csv 2 further PairInvalid"],
    ["a field that has a column", "p-1,b-1,,示例甲,,,,mobile=1", "error people.csv 2 further FieldUnknown"],
    ["a formula", "p-1,b-1,,=示例甲,,,,", "error people.csv 2 name FormulaRefused"]
  ])("finds %s", (_, row, expected) => {
    expect(wrong(people(heading, row))).toEqual([expected])
  })

  it("finds somebody who stands there twice", () => {
    expect(wrong(people("person,unit,name", "p-1,b-1,示例甲", "p-2,b-1,示例乙", "p-1,b-1,示例丙"))).toEqual([
      "error people.csv 4 person PersonRepeated"
    ])
  })

  const posts = { "appointments.csv": "unit,role,person,from\nb-1,楼长,p-1,2022-05-01\nb-1,楼长,p-1,2023-05-01\n" }

  it("R2-19 warns of people on posts whom it does not list, once each, and only where there is such a file", () => {
    expect(wrong(posts)).toEqual([])
    expect(wrong({ ...posts, ...people("person,unit,name", "p-1,b-1,示例甲") })).toEqual([])
    expect(wrong({ ...posts, ...people("person,unit,name", "p-2,b-1,示例甲") })).toEqual([
      "warning appointments.csv 2 PersonUnlisted"
    ])
  })
})

describe("R2-19 what stands in people.csv", () => {
  const secret = "甲秘"
  const everythingSaid = (files: Readonly<Record<string, string>>): string => {
    // The profile is a preset: there is nothing of a folder in it.
    const { profile, ...report } = posted(files)
    expect(profile).toBe(Profiles.pinghu)
    const findings = report.findings.flatMap((finding) => [
      Finding.format(finding, "zh"),
      Finding.format(finding, "en"),
      JSON.stringify(Finding.toJson(finding))
    ])
    return [...findings, JSON.stringify(report), inspect(report, { depth: 9 })].join("\n")
  }

  it("is never repeated, wherever it stands and whatever is wrong with it", () => {
    const cell = fc.constantFrom(
      "",
      "p-1",
      "b-1",
      secret,
      `${secret}=1`,
      `=${secret}`,
      `${secret}\u0007`,
      "x".repeat(300)
    )
    const row = fc.tuple(cell, cell, cell, cell, cell, cell, cell, cell).map((cells) => {
      // The id of a person is no secret.
      const [person = "", ...others] = cells
      return [person.includes(secret) ? "p-1" : person, ...others].join(",")
    })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        expect(everythingSaid(people(heading, ...rows))).not.toContain(secret)
      }),
      { numRuns: 300 }
    )
  })

  it.each([
    ["the headings are forgotten", [`p-1,b-1,${secret}`]],
    ["a heading is wrong", [`person,unit,name,${secret}`, "p-1,b-1,示例甲,1"]],
    ["a quotation mark is wrong", [`p-1,b-1,${secret}`, `p-2,b-1,"${secret}`]],
    ["a row is too long", [heading, `p-1,b-1,,${secret},,,,,${secret}`]]
  ])("is never repeated where %s", (_, lines) => {
    const files = people(...lines)
    expect(posted(files).errors).toBeGreaterThan(0)
    expect(everythingSaid(files)).not.toContain(secret)
  })

  it("is pointed at by the number of its column where the heading is none", () => {
    expect(posted(people(`person,unit,name,${secret}`)).findings.map(brief)).toEqual([
      "error people.csv 1 #4 ColumnUnknown"
    ])
  })
})
