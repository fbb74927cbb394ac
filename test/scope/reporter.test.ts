import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeEach, describe, expect, it } from "vitest"
import { root } from "../scripts/typescriptProgram.ts"
import * as Inventory from "./Inventory.ts"
import * as Page from "./Page.ts"
import { gather } from "./Proof.ts"

const folder = mkdtempSync(join(tmpdir(), "louyu-scope-trial-"))
afterAll(() => rmSync(folder, { recursive: true }))

const place = (path: string, text: string): void => {
  mkdirSync(join(folder, path, ".."), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const vitest = (...more: ReadonlyArray<string>) => {
  const config = `${root}/test/scope/trial/vitest.config.ts`
  const ran = spawnSync("vitest", ["run", "--config", config, ...more], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, SCOPE_TRIAL: folder, VITEST: undefined, VITEST_MODE: undefined }
  })
  return { status: ran.status, said: ran.stderr }
}

const page = Page.write(
  Inventory.make({
    families: [{ family: "P", en: "Place", zh: "地方", items: { "P-01": ["One", "一"], "P-02": ["Two", "二"] } }],
    questions: {}
  }),
  gather([
    { file: "one.test.js", titles: ["P-01 one is one"], state: "passed" },
    { file: "two.test.js", titles: ["two", "P-02 two is two"], state: "passed" }
  ])
)

describe("the tests of a project", () => {
  beforeEach(() => {
    place("one.test.js", `it("P-01 one is one", () => { expect(1).toBe(1) })`)
    place("two.test.js", `describe("two", () => { it("P-02 two is two", () => { expect(2).toBe(2) }) })`)
    place(Page.path, page)
  })

  it("pass when the page is what they prove", () => {
    expect(vitest()).toEqual({ status: 0, said: "" })
  })

  it("fail as a whole when the page is out of date, and say what to run", () => {
    place(Page.path, `${page}\n`)
    const { said, status } = vitest()
    expect(status).toBe(1)
    expect(said).toContain("docs/scope.md is out of date: run pnpm scope")
    expect(said).toContain("请运行 pnpm scope")
  })

  it("are not judged when only some files or some titles were asked for", () => {
    place(Page.path, "old")
    expect(vitest("one")).toEqual({ status: 0, said: "" })
    expect(vitest("-t", "P-01")).toEqual({ status: 0, said: "" })
  })

  it("fail with the item that has lost its proof, not with the page, when a test fails or a file cannot be read", () => {
    place("two.test.js", `it("P-02 two is two", () => { expect(2).toBe(3) })`)
    const failed = vitest()
    expect(failed.status).toBe(1)
    expect(failed.said).toContain("P-02 Two: the tests that prove it fail")
    expect(failed.said).not.toContain("out of date")
    place("two.test.js", "export const = ")
    const broken = vitest()
    expect(broken.status).toBe(1)
    expect(broken.said).toContain("P-02 Two: no test that ran proves it")
    expect(broken.said).not.toContain("out of date")
  })
})
