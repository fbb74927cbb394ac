import { describe, expect, it } from "vitest"
import * as Inventory from "./Inventory.ts"
import { fromJson, type Outcome, type Run, update } from "./Outcome.ts"
import * as Page from "./Page.ts"
import { gather, leading } from "./Proof.ts"
import * as Verdict from "./Verdict.ts"

const inventory = Inventory.make({
  families: [
    { family: "P", en: "Place", zh: "地方", items: { "P-01": ["One", "一"], "P-02": ["Two", "二"] } },
    { family: "R1", en: "Others", zh: "同类", items: { "R1-1": ["Levels", "层级"] } }
  ],
  questions: { "A-01": ["Which", "哪个"] }
})

const test = (title: string, state: Outcome["state"] = "passed", around: ReadonlyArray<string> = []): Outcome => ({
  file: "packages/roles/test/Posts.test.ts",
  titles: [...around, title],
  state
})
const green = (...outcomes: ReadonlyArray<Outcome>): Run => ({ outcomes, green: true })
const red = (...outcomes: ReadonlyArray<Outcome>): Run => ({ outcomes, green: false })

const proved = [test("P-01 P-02 A-01 a post stands empty"), test("R1-1 levels are data")]
const pageOf = (outcomes: ReadonlyArray<Outcome>): string => Page.write(inventory, gather(outcomes))
const kinds = (run: Run, page = pageOf(run.outcomes)): ReadonlyArray<string> =>
  Verdict.judge(inventory, run, page).map(({ kind }) => kind)

describe("an id", () => {
  it("counts where a title begins with it, and several may lead one title", () => {
    expect(leading("P-17 H-10 R3-15 A-14b a station has one main")).toEqual(["P-17", "H-10", "R3-15", "A-14b"])
    expect(leading("a station, P-17, has one main")).toEqual([])
    expect(leading("UTF-8 is read")).toEqual([])
    expect(leading("P-17")).toEqual(["P-17"])
  })

  it("with a slip in it is still seen as one, so that it can be refused", () => {
    expect(leading("P-1 H-10, R3-15: a station")).toEqual(["P-1", "H-10,", "R3-15:"])
  })

  it("is proved by a block whose title begins with it, unless one of its tests fails", () => {
    const block = (state: Outcome["state"]) => [test("a", "passed", ["P-01 posts"]), test("b", state, ["P-01 posts"])]
    const state = (outcomes: ReadonlyArray<Outcome>) => gather(outcomes).get("P-01")
    expect(state(block("passed"))).toEqual([{ file: proved[0]?.file, title: "P-01 posts …", state: "passed" }])
    expect(state(block("skipped"))?.[0]?.state).toBe("passed")
    expect(state(block("failed"))?.[0]?.state).toBe("failed")
  })

  it("that a test and its block both have is proved by the test", () => {
    const found = gather([test("P-01 it stands", "passed", ["P-01 posts"]), test("other", "failed", ["P-01 posts"])])
    expect(found.get("P-01")?.map(({ title, state }) => [title, state])).toEqual([
      ["P-01 it stands", "passed"],
      ["P-01 posts …", "failed"]
    ])
  })
})

describe("a run of every test", () => {
  it("is accepted when everything is proved and the page says so", () => {
    expect(kinds(green(...proved))).toEqual([])
  })

  it("is refused when the page is not there, or says something else", () => {
    expect(Verdict.judge(inventory, green(...proved), undefined).map(({ kind }) => kind)).toEqual(["outOfDate"])
    expect(kinds(green(...proved, test("P-01 one more")), pageOf(proved))).toEqual(["outOfDate"])
    expect(kinds(green(...proved), pageOf([...proved, test("P-01 one less")]))).toEqual(["outOfDate"])
  })

  it("is refused when an item has no test, also when the page admits it", () => {
    expect(kinds(green(...proved.slice(0, 1)))).toEqual(["unproved"])
    expect(pageOf(proved.slice(0, 1))).toContain("| R1-1 | Levels | 层级 |  | 0 | ✗ missing |")
  })

  it("is refused when the only test of an item fails, and then the page is not judged", () => {
    const failing = [proved[0] ?? test(""), test("R1-1 levels are data", "failed")]
    expect(kinds(red(...failing), "old")).toEqual(["unproved"])
    expect(Verdict.judge(inventory, red(...failing), "old")[0]?.en).toBe("R1-1 Levels: the tests that prove it fail")
    expect(pageOf(failing)).toContain("| R1-1 | Levels | 层级 |  | 0 | ✗ missing |")
  })

  it("is refused when the only test of an item is skipped, although it keeps its place on the page", () => {
    const skipped = [proved[0] ?? test(""), test("R1-1 levels are data", "skipped")]
    expect(kinds(green(...skipped))).toEqual(["unproved"])
    expect(pageOf(skipped)).toContain("| [R1-1](#r1-1) | Levels | 层级 | roles | 1 | ✗ missing |")
  })

  it("reads the same on a machine where one of several tests of an item is skipped", () => {
    const both = (state: Outcome["state"]) => [...proved, test("P-01 as the standard has it", state)]
    expect(pageOf(both("skipped"))).toBe(pageOf(both("passed")))
  })

  it("is refused when a title begins with an id that does not exist, once for each title", () => {
    const slip = [test("P-99 P-01 a post"), test("a", "passed", ["P-1 posts"]), test("b", "passed", ["P-1 posts"])]
    expect(kinds(green(...proved, ...slip))).toEqual(["unknownId", "unknownId"])
    expect(Verdict.judge(inventory, green(...proved, ...slip), "")[0]?.en).toContain("there is no P-99")
  })

  it("says what to do in both languages", () => {
    const said = Verdict.tell(Verdict.judge(inventory, green(...proved.slice(0, 1)), undefined))
    expect(said).toContain("R1-1 Levels: no test that ran proves it; write one whose title begins with the id")
    expect(said).toContain("请写一条标题以该编号开头的测试")
    expect(said).toContain("run pnpm scope and commit the page")
    expect(said).toContain("请运行 pnpm scope 并提交该页")
  })
})

describe("the page", () => {
  it("is the same in whatever order the tests ran", () => {
    const more = [...proved, test("P-01 another"), { ...test("P-01 elsewhere"), file: "examples/pinghu/a.test.ts" }]
    expect(pageOf(more.toReversed())).toBe(pageOf(more))
  })

  it("names where an item is proved and every title, and keeps what a title has of markdown", () => {
    const page = pageOf([...proved, { ...test("P-01 <b> *or* [c]"), file: "examples/pinghu/a.test.ts" }])
    expect(page).toContain("3 items, of which 3 are proved")
    expect(page).toContain("| [P-01](#p-01) | One | 一 | examples, roles | 2 | ✓ pass |")
    expect(page).toContain("- [roles/Posts.test.ts](../packages/roles/test/Posts.test.ts)\n  - P-01 P-02 A-01 a post")
    expect(page).toContain("  - P-01 \\<b\\> \\*or\\* \\[c\\]")
  })
})

describe("what vitest has written", () => {
  it("is read as outcomes, with every other state as skipped", () => {
    const assertion = (title: string, status: string) => ({ ancestorTitles: ["a block"], title, status })
    const assertionResults = [assertion("P-01 a", "passed"), assertion("b", "failed"), assertion("c", "pending")]
    const written = { success: false, testResults: [{ name: "/there/packages/a/test/A.test.ts", assertionResults }] }
    expect(fromJson(JSON.stringify(written), "/there")).toEqual({
      green: false,
      outcomes: [
        { file: "packages/a/test/A.test.ts", titles: ["a block", "P-01 a"], state: "passed" },
        { file: "packages/a/test/A.test.ts", titles: ["a block", "b"], state: "failed" },
        { file: "packages/a/test/A.test.ts", titles: ["a block", "c"], state: "skipped" }
      ]
    })
  })
})

describe("tests run again", () => {
  const elsewhere = { ...test("P-02 there"), file: "packages/roles/test/Routing.test.ts" }

  it("replace what their file told before, and leave the rest", () => {
    const renamed = update(green(test("P-01 old"), elsewhere), green(test("P-01 new")))
    expect(renamed).toEqual({ outcomes: [elsewhere, test("P-01 new")], green: true })
  })

  it("make a run green again that was red only because of them", () => {
    const before = red(test("P-01 it", "failed"), elsewhere)
    expect(update(before, green(test("P-01 it"))).green).toBe(true)
    expect(update(before, green({ ...elsewhere, titles: ["P-02 here"] })).green).toBe(false)
    expect(update(before, red(test("P-01 it", "failed"))).green).toBe(false)
    expect(update(red(elsewhere), green(test("P-01 it"))).green).toBe(false)
  })
})

describe("the inventory", () => {
  const all = Inventory.read()
  const count = (pattern: RegExp): number => Inventory.items(all).filter(({ id }) => pattern.test(id)).length

  it("has every mechanism, figure, feature and gap", () => {
    expect(count(/^[PHWDF]-\d\d$/u)).toBe(133)
    expect([/^P-/u, /^H-/u, /^W-/u, /^D-/u, /^F-/u].map(count)).toEqual([42, 35, 22, 15, 19])
    expect([/^G-\d\d$/u, /^N-\d+$/u].map(count)).toEqual([13, 19])
    expect([/^R1-/u, /^R2-/u, /^R3-/u, /^R4-/u, /^R5-/u].map(count)).toEqual([19, 19, 21, 21, 23])
    expect(Inventory.items(all)).toHaveLength(133 + 13 + 19 + 103)
  })

  it("numbers every family from one without a gap, and names every item in both languages", () => {
    for (const { items } of all.families) {
      expect(items.map(({ id }) => Number(id.split("-")[1]))).toEqual(items.map((_, index) => index + 1))
      for (const { en, zh } of items) {
        expect(en).toMatch(/^[A-Z\d][^|]+$/u)
        expect(zh).toMatch(/\p{Script=Han}/u)
      }
    }
  })
})
