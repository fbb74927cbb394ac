import { readdir, rm } from "node:fs/promises"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { layers } from "./arrows.ts"
import { allowed, build, canaries } from "./canaries.ts"
import { type Cruise, follow } from "./cruise.ts"
import { ruleSet } from "./rules.ts"

const root = new URL("../../", import.meta.url).pathname

describe("the arrows of the architecture", () => {
  it("hold in every package", async () => {
    const cruise = await follow(["packages"], root)
    expect(cruise.modules).toBeGreaterThan(20)
    expect(cruise.dependencies).toBeGreaterThan(20)
    expect(cruise.violations).toEqual([])
  })

  it("name every package that exists", async () => {
    const folders = await readdir(`${root}packages`)
    expect(folders.filter((folder) => !(folder in layers))).toEqual([])
  })
})

describe("a canary that breaks a rule on purpose", () => {
  let tree = ""
  let cruise: Cruise
  beforeAll(async () => {
    tree = await build()
    cruise = await follow(["packages"], tree)
  })
  afterAll(() => rm(tree, { recursive: true, force: true }))

  const reported = (file: string): ReadonlyArray<string> =>
    cruise.violations.filter((violation) => violation.from === file).map((violation) => violation.rule)

  it("exists for every rule", () => {
    const rules = (ruleSet.forbidden ?? []).map((rule) => rule.name)
    expect(rules.length).toBeGreaterThan(30)
    expect(new Set(canaries.map((canary) => canary.rule))).toEqual(new Set(rules))
  })

  it("is reported by its rule", () => {
    expect(canaries.length).toBeGreaterThan(100)
    expect(canaries.filter(({ rule, file }) => !reported(file).includes(rule))).toEqual([])
  })

  it("is told from what is allowed", () => {
    expect(allowed.length).toBeGreaterThan(30)
    expect(allowed.filter(({ file }) => reported(file).length > 0)).toEqual([])
  })
})
