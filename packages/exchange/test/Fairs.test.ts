import { Decider } from "@louyu/kernel"
import { Command, Fair, Matching, Project, State } from "@louyu/matching"
import { Profiles } from "@louyu/profiles"
import { describe, expect, it } from "vitest"
import type { Report } from "../src/index.ts"
import { brief } from "./folder.ts"
import { asked, city, posted, wrong } from "./posts.ts"

const catalogue = Profiles.pinghu.catalogue ?? { categories: [] }
const decider = Matching.decider(catalogue)
const facts = { exists: () => true }
const tags: ReadonlySet<string> = new Set(Object.keys(Command.Command.cases))
const isMatching = (step: Report.Step): step is Report.MatchingStep => tags.has(step.command._tag)

/** Loads a folder into empty lists, and then once more. */
const loaded = (files: Readonly<Record<string, string>>) => {
  const report = posted(files)
  const commands = report.steps.filter(isMatching).map(({ command }) => command)
  const once = Decider.run(decider, decider.initial, commands, facts)
  const twice = Decider.run(decider, once.state, commands, facts)
  return { findings: report.findings.map(brief), once, twice }
}

const table = (head: string, ...rows: ReadonlyArray<string>) => `${[head, ...rows].join("\n")}\n`
const number = (n: number) => String(n).padStart(3, "0")
const institutions = Array.from({ length: 10 }, (_, i) => `bank-${i + 1}`)
const merchants = Array.from({ length: 200 }, (_, i) => `m-${number(i + 1)}`)
const units = [...institutions, ...merchants].map((id) => `${id},enterprise,示例${id},,b-1`)

const fairHead = "fair,scope,invited,institutions,on,product,name,name_en,least,most,subsidy"
const fair = `f-1,cbd,30000,${institutions.join(";")},2022-06-14,credit,小额信用贷,Unsecured small loan,20万,50万,50`
const cameHead = "fair,enterprise,on,institution,application,product,amount,decided,granted"

describe("fairs.csv and consultations.csv", () => {
  it("W-05 a finance fair of ten institutions reaches about 200 of about 30,000 merchants, and loads twice as once", () => {
    const came = merchants.map((merchant, i) => {
      const bank = institutions[i % institutions.length]
      // Every tenth applies, and every twentieth gets what it asked for.
      const applied = i % 10 === 0 ? `a-${i},credit,30万,2022-07-01,${i % 20 === 0 ? "30万" : ""}` : ",,,,"
      return `f-1,${merchant},2022-06-14,${bank},${applied}`
    })
    const { findings, once, twice } = loaded({
      "units.csv": `${city}${units.join("\n")}\n`,
      "fairs.csv": table(fairHead, fair),
      "consultations.csv": table(cameHead, ...came)
    })
    expect([findings, once.failures, twice.failures, twice.events]).toEqual([[], [], [], []])
    const held = State.fair(once.state, Fair.FairId.make("f-1"))
    expect(held?.opened.products).toEqual([
      {
        code: "credit",
        names: { zh: "小额信用贷", en: "Unsecured small loan" },
        least: 20_000_000,
        most: 50_000_000,
        subsidy: 50
      }
    ])
    expect(held && Fair.outcome(held)).toEqual({
      invited: 30_000,
      reached: 200,
      applied: 20,
      granted: 10,
      reach: 200 / 30_000,
      conversion: 0.1
    })
  })

  it("a row for each product, and what differs between them is refused", () => {
    const other = fair.replace("credit,小额信用贷,Unsecured small loan,20万,50万,50", "bridge,过桥贷,,0,1000万,")
    const files = { "units.csv": `${city}${units.join("\n")}\n`, "fairs.csv": table(fairHead, fair, other) }
    expect(wrong(files)).toEqual([])
    expect(asked(files).at(-1)).toMatchObject({
      products: [{ code: "credit" }, { code: "bridge", most: 1_000_000_000 }]
    })
    expect(wrong({ ...files, "fairs.csv": table(fairHead, fair, other.replace("30000", "20000")) })).toEqual([
      "error fairs.csv 3 invited RowsDisagree"
    ])
  })

  it.each([
    ["f-1,e-1,2022-06-14,,,,,,", ["institution ChangeMissing"]],
    ["f-1,e-1,2022-06-14,,a-1,,,,", ["product CellMissing", "amount CellMissing"]],
    ["f-1,e-1,2022-06-14,pc-1,,,30万,,", ["application CellMissing"]],
    ["f-1,e-1,2022-06-14,pc-1,,,,2022-07-01,", ["application CellMissing"]],
    ["f-1,e-1,2022-06-14,,a-1,credit,30万,,30万", ["decided CellMissing"]],
    ["f-1,e-1,2022-06-14,,a-1,credit,-1,,", ["amount NumberInvalid"]],
    ["f-1,e-1,2022-06-14,e-9,,,,,", ["institution ReferenceUnknown"]]
  ])("what is missing is named: %s", (row, expected) => {
    expect(wrong({ "consultations.csv": table(cameHead, row) })).toEqual(
      expected.map((one) => `error consultations.csv 2 ${one}`)
    )
  })

  it("a subsidy is at most all of the interest", () => {
    const files = { "fairs.csv": table(fairHead, "f,cbd,9,pc-1,2022-06-14,x,贷,,1,2,101") }
    expect(wrong(files)).toEqual(["error fairs.csv 2 subsidy NumberInvalid"])
    expect(posted(files).findings[0]?.problem.text.en).toBe("This must be a whole number from 0 to 100.")
  })
})

const projectHead =
  "project,name,split_from,category,place,needs,sponsors,on,resource,quantity,approved,merged_into,merged"
const needs = table(
  "need,unit,matter,on,origin",
  ...["n-1", "n-2", "n-3"].map((id) => `${id},e-1,共享办公,2022-05-01,走访`)
)
const seats = table(
  "resource,name,owner,kind,category,place,capacity,counted_in,per,from",
  "seats,工位,e-1,工位,共享办公,b-1,40,座,同时,2022-03-01"
)
const whole = "p-1,共享工区,,共享办公,b-1,n-1;n-2;n-3,e-1,2022-06-01,seats,20,2022-06-05,,"

describe("projects.csv", () => {
  const files = (...rows: ReadonlyArray<string>) => ({
    "needs.csv": needs,
    "resources.csv": seats,
    "projects.csv": table(projectHead, whole, ...rows)
  })
  const project = (state: State.State, id: string) => State.project(state, Project.ProjectId.make(id))

  it("R3-13 a part split off has a course of its own, and the folder can be loaded again", () => {
    const { findings, once, twice } = loaded(files("p-2,会议间,p-1,,,n-3,,2022-06-10,seats,5,2022-06-10,,"))
    expect([findings, once.failures, twice.failures, twice.events]).toEqual([[], [], [], []])
    expect(project(once.state, "p-1")).toMatchObject({ needs: ["n-1", "n-2"], status: "approved" })
    expect(project(once.state, "p-2")).toMatchObject({
      needs: ["n-3"],
      status: "approved",
      commitments: [{ resource: "seats", quantity: 5 }],
      project: { category: "shared-space", sponsors: ["e-1"], names: { zh: "会议间" } },
      history: [{ project: "p-1", how: "split" }]
    })
  })

  it("R3-13 a part may be split off on the day of the proposal, and be merged back", () => {
    const { findings, once, twice } = loaded(files("p-2,会议间,p-1,,,n-3,,2022-06-01,,,,p-1,2022-07-01"))
    expect([findings, once.failures, twice.failures, twice.events]).toEqual([[], [], [], []])
    expect(project(once.state, "p-1")?.needs).toEqual(["n-1", "n-2", "n-3"])
    expect(project(once.state, "p-2")?.status).toBe("merged")
  })

  it.each([
    ["p-2,会议间,p-1,共享办公,,n-3,e-1,2022-06-10,,,,,", ["category CellExcluded", "sponsors CellExcluded"]],
    ["p-2,会议间,,,b-1,n-3,,2022-06-10,,,,,", ["category CellMissing", "sponsors CellMissing"]]
  ])("what a part has of the whole is left empty, and needed of any other: %s", (row, expected) => {
    expect(wrong(files(row))).toEqual(expected.map((one) => `error projects.csv 3 ${one}`))
  })
})
