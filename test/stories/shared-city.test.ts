import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { CivilDate } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import { PostgresStore } from "@louyu/store-postgres"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { openCity } from "louyu"
import { afterAll, describe, expect, it } from "vitest"
import { startServer } from "../bench/postgres/server.ts"
import { louyu } from "./shell.ts"

const units = `编号,类型,名称,上级,所在,起始日期
qh,市,清河市,,,2020/1/1
xh,街道,西湖街道,,qh,2020/1/1
ytd,楼宇,云天大厦,,xh,2020/1/1
`

const server = await startServer()
const folder = mkdtempSync(join(tmpdir(), "louyu-story-"))
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server.stop()
})

const tower = (unit: string) => ({
  _tag: "EstablishUnit",
  unit,
  kind: "building",
  name: { zh: `云塔 ${unit}` },
  from: "2024-01-01"
})

describe("several services share a city in PostgreSQL", () => {
  it("each decides on what the others recorded, and nothing is lost", async () => {
    const place = { server: Redacted.make(await server.database()) }
    await Effect.runPromise(PostgresStore.create(place))
    const open = () => openCity({ tenant: "harbour", profile: Profiles.generic, store: PostgresStore.layer(place) })
    await using first = await open()
    await using second = await open()
    await first.dispatchUnknown(tower("t-0"), { actor: "clerk-1" })
    const more = Array.from({ length: 6 }, (_, n) =>
      (n % 2 === 0 ? first : second).dispatchUnknown(tower(`t-${n + 1}`), { actor: `clerk-${n % 2}` })
    )
    await Promise.all(more)
    const again = await second.dispatchUnknown(tower("t-1"), { actor: "clerk-2" })
    expect(again.events).toEqual([])
    await first.catchUp()
    for (const city of [first, second]) {
      const view = await city.organisation.on(CivilDate.make("2026-06-01"))
      expect(View.units(view).map((unit) => unit.id)).toHaveLength(7)
    }
  })

  it("a clerk loads, asks and migrates it by its address, whose password nobody is shown", async () => {
    const url = await server.database()
    const { password } = new URL(url)
    const said: Array<string> = []
    const ask = async (line: string) => {
      const { code, out, err } = await louyu(folder, line)
      said.push(out, err)
      return { code, out, err }
    }
    const stores = [`--store postgres:${url}`, `--store ${url}?schema=second`]
    expect(await ask("init qinghe --profile pinghu")).toMatchObject({ code: 0 })
    writeFileSync(join(folder, "qinghe", "units.csv"), units)
    for (const store of stores) {
      expect((await ask(`tree ${store}`)).code).not.toBe(0)
      expect(await ask(`load qinghe ${store} --dry-run`)).toMatchObject({ code: 0, err: "" })
      expect(await ask(`load qinghe ${store}`)).toMatchObject({ code: 0, err: "" })
      expect(await ask(`load qinghe ${store}`)).toMatchObject({ code: 0, out: expect.stringContaining("没有变化") })
      expect(await ask(`load qinghe ${store} --json`)).toMatchObject({ code: 0 })
      expect((await ask(`tree ${store} --line location`)).out).toContain("云天大厦")
      expect((await ask(`migrate ${store}`)).out).toContain("无需升级")
    }
    const wrong = [
      url.replace("postgres:", "postgre:"),
      url.replace("@", "/"),
      url.replace("@", "#"),
      url.replace(/\/[^/]*$/u, "/no-such-city"),
      url.replace(/:\d+\//u, ":1/"),
      url.replace("louyu:", "nobody:")
    ]
    for (const store of wrong) expect((await ask(`tree --store ${store}`)).code).not.toBe(0)
    expect(password).not.toBe("")
    expect(said.join("\n")).not.toContain(password)
    expect(said.join("\n")).toContain("postgres://127.0.0.1:")
  })
})
