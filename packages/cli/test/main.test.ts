import { spawn } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { edited, loaded, Workshop } from "./support/shell.ts"

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url))

interface Ended {
  readonly code: number | null
  readonly signal: string | null
  readonly out: string
  readonly err: string
}

const start = (shop: Workshop, argv: ReadonlyArray<string>) => {
  const child = spawn(process.execPath, [main, ...argv], {
    cwd: shop.folder,
    env: { ...process.env, LANG: "en_US.UTF-8", LC_ALL: "" }
  })
  const texts = { out: "", err: "" }
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    texts.out += text
  })
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    texts.err += text
  })
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, ...texts }))
  })
  return { child, ended }
}

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve))
}

describe("the louyu program", () => {
  it("gives the shell an exit code: good, bad input, wrong usage, environment", async () => {
    using shop = await loaded()
    shop.city({ "moves.csv": "unit,line,superior,from\ne4,location,nowhere,2023-06-01\n" }, "bad")
    const runs = [
      ["tree", "--store", "sqlite:store.db"],
      ["check", "bad"],
      ["tree", "--stroe", "x"],
      ["tree", "--store", "sqlite:none.db"]
    ].map((argv) => start(shop, argv).ended)
    const ended = await Promise.all(runs)
    expect(ended.map(({ code }) => code)).toEqual([0, 1, 2, 3])
    expect(ended.map(({ err }) => err !== "")).toEqual([false, false, true, true])
    expect(ended[0]?.out).toContain("└─ Lakeside Joint Branch")
    // Neither warnings of the runtime nor traces of its stack.
    for (const { err } of ended) expect(err).not.toMatch(/Warning|at .*\.ts/u)
  })

  it("ends quietly when its reader has had enough", async () => {
    using shop = new Workshop()
    const rows = Array.from({ length: 3_000 }, (_, i) => `n${i},enterprise,示例第${i}公司,,,f1,,,2021-01-01,`)
    shop.city({ "units.csv": edited("units.csv", undefined, rows.join("\n")) })
    const { child, ended } = start(shop, ["tree", "--folder", "city", "--line", "location", "--depth", "9", "--json"])
    child.stdout.once("data", () => child.stdout.destroy())
    const { code, signal, err } = await ended
    expect({ code, signal, err }).toEqual({ code: 0, signal: null, err: "" })
  })

  it("ended by Ctrl-C during a load, leaves nothing written and no store made", async () => {
    using shop = await loaded()
    const rows = Array.from({ length: 10_000 }, (_, i) => `n${i},enterprise,示例第${i}公司,,,f1,,,2021-01-01,`)
    shop.city({ "units.csv": edited("units.csv", undefined, rows.join("\n")) }, "large")

    const fresh = start(shop, ["load", "large", "--store", "sqlite:fresh.db"])
    await until(() => existsSync(join(shop.folder, "fresh.db")))
    fresh.child.kill("SIGINT")
    expect(await fresh.ended).toMatchObject({ code: 130, signal: null, out: "" })
    expect(readdirSync(shop.folder).filter((name) => name.startsWith("fresh"))).toEqual([])

    const into = start(shop, ["load", "large", "--store", "sqlite:store.db"])
    await until(() => existsSync(join(shop.folder, "store.db-shm")))
    into.child.kill("SIGINT")
    const { code, err } = await into.ended
    expect(code).toBe(130)
    expect(err).toContain("nothing was written")
    const { out } = await shop.run(["load", "city", "--store", "sqlite:store.db", "--dry-run", "--json"])
    expect(JSON.parse(out)).toMatchObject({ events: 0, version: 31 })
  })
})
