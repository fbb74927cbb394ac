import { readdirSync, readFileSync } from "node:fs"
import { Integrity, View } from "@louyu/organisation"
import { describe, expect, it } from "vitest"
import { Profiles } from "../src/index.ts"
import { everyKind } from "./support/world.ts"

const cities = Profiles.all.filter(({ id }) => id !== "generic" && id !== "divisions")
const folder = new URL("../src/presets/", import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith(".ts"))
const camel = (id: string) => id.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase())

/** Everything that is local about a city: the file named like it, and those whose names begin so. */
const localOf = (id: string) =>
  files
    .filter((name) => name.startsWith(camel(id)))
    .map((name) => readFileSync(new URL(name, folder), "utf8"))
    .join("")

// A line of a comment, then whatever stands in quotes: neither is code.
const bare = (source: string) =>
  source
    .replace(/\/\*[\s\S]*?\*\//gu, "")
    .replace(/\/\/.*$/gmu, "")
    .replace(/"(?:[^"\\]|\\.)*"|`[^`]*`/gu, '""')

const code = /=>|\b(?:function|return|if|else|for|while|switch|class|new|throw|let|var|await|try)\b|&&|\|\||\?/u

describe("the cities of the sources", () => {
  it("are seven, each with a profile of its own", () => {
    expect(cities.map(({ id }) => id)).toEqual([
      "pinghu",
      "wuhan",
      "xiangyang",
      "huangshi",
      "yichang",
      "harbin-daoli",
      "foshan-zumiao"
    ])
  })

  it.each(cities)("$id is told in fewer than 200 lines of data, without a line of code", ({ id }) => {
    const source = localOf(id)
    expect(source).not.toBe("")
    expect(source.split("\n").length).toBeLessThan(200)
    expect(bare(source)).not.toMatch(code)
  })

  it("a line of code would be seen", () => {
    expect(bare('const a = "x => y" // if\n')).not.toMatch(code)
    expect(bare("const a = list.map((one) => one.id)")).toMatch(code)
    expect(bare("const a = known ? 1 : 2")).toMatch(code)
  })

  it.each(cities)("$id says in both languages what is local about it", ({ about }) => {
    expect(about?.zh).toMatch(/\p{Script=Han}{10}/u)
    expect(about?.en).toMatch(/\w+ \w+ \w+/u)
  })

  it.each(cities)("R1-1 H-35 in $id a unit of every kind can be set up, and stands where it may", ({ structure }) => {
    const { done, view } = everyKind(structure)
    expect(new Set(done)).toEqual(new Set(structure.kinds.map(({ id }) => id)))
    const wrong = Integrity.report(view).filter(
      ({ severity, code: found }) => severity === "error" && found !== "gridGap"
    )
    expect(wrong).toEqual([])
  })

  it.each(cities)("H-02 in $id a building is a place in the city and bodies have their seat in it", ({ structure }) => {
    const { view } = everyKind(structure)
    const [building] = View.units(view).filter(({ id }) => View.archetype(view, id) === "building")
    expect(building && View.path(view, "location", building.id)[0]).toBe("city")
    const seats = structure.kinds.filter(({ within = [] }) => within.some((place) => place === "building"))
    expect(seats.map(({ archetype }) => archetype)).toEqual(expect.arrayContaining(["branch", "enterprise", "station"]))
  })

  it.each(cities)("1.6 in $id every sort of matter goes to a post there is", ({ casework, schemes = [] }) => {
    const posts = new Set<string>(schemes.flatMap(({ roles }) => roles.map((role) => role.code)))
    const routes = (casework?.flows ?? []).flatMap(({ categories }) => categories.map(({ route }) => route))
    expect(routes.length).toBeGreaterThan(0)
    expect(routes.filter((route) => !posts.has(route))).toEqual([])
  })

  it.each(cities)("R2-13 in $id a notice of a new lead goes to a post there is", ({ notifications, schemes = [] }) => {
    const posts = schemes.flatMap(({ roles }) => roles.map((role): string => role.code))
    const roles = (notifications?.rules ?? []).flatMap(({ to }) => (to._tag === "role" ? [to.role] : []))
    expect(roles).not.toEqual([])
    expect(posts).toEqual(expect.arrayContaining(roles))
  })

  it("no two cities have the same kinds, levels, posts and flows", () => {
    const shape = ({ structure, schemes, casework }: (typeof cities)[number]) =>
      JSON.stringify([structure.kinds, structure.levels, schemes, casework?.flows])
    expect(new Set(cities.map(shape)).size).toBe(cities.length)
  })
})
