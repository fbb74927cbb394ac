import { existsSync, readdirSync, readFileSync } from "node:fs"
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

  it("use, among them, every file a city folder may hold", () => {
    const cities = folders.filter((name) => existsSync(new URL(`${name}/city/`, folder)))
    const used = new Set(cities.flatMap((name) => readdirSync(new URL(`${name}/city/`, folder))))
    const known = CityFolder.columns.map(({ file }) => file)
    expect(known.length).toBeGreaterThan(100)
    expect(known.filter((file) => !used.has(file))).toEqual([])
  })
})
