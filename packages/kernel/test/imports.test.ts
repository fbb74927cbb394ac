import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

const source = new URL("../src/", import.meta.url)

/** The modules a module loads when it is imported, itself among them. */
const loaded = (module: URL, seen: Set<string> = new Set()): ReadonlySet<string> => {
  if (seen.has(module.href)) return seen
  seen.add(module.href)
  const text = readFileSync(module, "utf8")
  for (const [, path] of text.matchAll(/^(?:import|export)(?! type)[^"=]*?from "(\.[^"]+)"/gmu)) {
    loaded(new URL(path ?? "", module), seen)
  }
  return seen
}

const tablesOf = (module: string): ReadonlyArray<string> =>
  [...loaded(new URL(module, source))]
    .filter((href) => href.endsWith(".generated.ts"))
    .map((href) => href.split("/").at(-1) ?? "")

describe("The tables of data", () => {
  it("are loaded only by the modules that use them", () => {
    const modules = readdirSync(source).filter((name) => /^[A-Z]\w+\.ts$/u.test(name))
    const users = modules.filter((module) => tablesOf(module).length > 0)
    expect(users).toEqual(["Fold.ts", "WorkCalendar.ts"])
    expect(tablesOf("Fold.ts")).toEqual(["simplified.generated.ts"])
    expect(tablesOf("WorkCalendar.ts")).toEqual(["chineseCalendar.generated.ts"])
    expect(modules.length).toBeGreaterThan(15)
  })
})
