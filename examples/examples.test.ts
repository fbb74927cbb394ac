import { readdirSync, readFileSync } from "node:fs"
import { CityFolder } from "@louyu/exchange"
import { describe, expect, it } from "vitest"

const folder = new URL("./", import.meta.url)
const folders = readdirSync(folder, { withFileTypes: true })
  .filter((one) => one.isDirectory() && one.name !== "node_modules")
  .map(({ name }) => name)

describe("the examples", () => {
  it("are all on their page", () => {
    const page = readFileSync(new URL("README.md", folder), "utf8")
    const listed = [...page.matchAll(/^\| \[([a-z-]+)\]\(\1\)/gmu)].map(([, name]) => name)
    expect(listed.toSorted()).toEqual(folders.filter((name) => name !== "story").toSorted())
  })

  it("use, among them, every file about cases, bodies that deliberate and whistles", () => {
    const used = new Set(
      ["pinghu", "wuhan-council", "harbin", "foshan"].flatMap((name) => readdirSync(new URL(`${name}/city/`, folder)))
    )
    const about = /^(?:case|bod|seats|chairs|meetings|agenda|proposals|tasks|task-steps|whistle)/u
    const known = CityFolder.columns.map(({ file }) => file).filter((file) => about.test(file))
    expect(known.length).toBe(15)
    expect(known.filter((file) => !used.has(file))).toEqual([])
  })
})
