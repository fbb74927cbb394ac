import { join } from "node:path"
import { CivilDate } from "@louyu/kernel"
import { SqliteStore } from "@louyu/store-sqlite"
import { openCity } from "louyu"
import { describe, expect, it } from "vitest"
import { Workshop } from "./support/shell.ts"

const name = "示例甲"
const posts = {
  "schemes.csv": "roster,scheme,from\nb1,一长六员,2020-01-01\nb1,双长四员,2022-03-01\n",
  "appointments.csv":
    "unit,role,person,from,to\nb1,楼长,p-1,2020-01-01,2023-06-01\nb1,楼长,p-2,2023-06-01,\nb1,招商联络员,p-3,2022-03-01,\n",
  "visit-plans.csv": "plan,unit,role,target,from\nv,b1,党群指导员,e1,2022-05-02\n",
  "visits.csv": "visit,plan,unit,by,on,need,matter\nv-1,v,e1,p-1,2022-05-09,n-1,parking\n",
  "people.csv": `person,unit,name,mobile\np-1,b1,${name},10000000001\np-2,b1,${name},\np-3,b1,${name},\n`
}

const load = async (shop: Workshop, folder: string, ...more: ReadonlyArray<string>) => {
  const { code, out } = await shop.run(["load", folder, "--store", "sqlite:store.db", "--json", ...more])
  return { code, out, answer: JSON.parse(out) }
}

const open = (shop: Workshop) =>
  openCity({ tenant: "lake-city", store: SqliteStore.layer({ file: join(shop.folder, "store.db") }) })

describe("a folder with posts, visits and people", () => {
  it("is decided and loaded as one, and changes nothing the second time", async () => {
    using shop = new Workshop()
    shop.city(posts)
    const check = await shop.run(["check", "city", "--json"])
    expect(JSON.parse(check.out)).toMatchObject({ commands: 32, events: 40, people: 3, errors: 0, warnings: 0 })
    const first = await load(shop, "city")
    expect(first.answer).toMatchObject({ created: true, events: 40, people: 3, version: 31, facts: 40 })
    const second = await load(shop, "city")
    expect(second.answer).toMatchObject({ created: false, events: 0, people: 3, version: 31, facts: 40 })
    const rehearsal = await load(shop, "city", "--dry-run")
    expect(rehearsal.answer).toMatchObject({ events: 0, people: 3, facts: 40 })
    for (const { out } of [check, first, second, rehearsal]) expect(out).not.toContain(name)
  })

  it("R2-19 puts names into the vault, where only who may read sees them", async () => {
    using shop = new Workshop()
    shop.city(posts)
    await load(shop, "city")
    await using city = await open(shop)
    const reading = { purpose: "service", on: CivilDate.make("2024-01-01") }
    expect(await city.people.read("p-1", { by: "p-2", ...reading })).toEqual({
      _tag: "Seen",
      fields: { name, mobile: "10000000001" }
    })
    await expect(city.people.read("p-1", { by: "p-9", ...reading })).rejects.toMatchObject({ _tag: "AccessDenied" })
  })

  it("leaves out who was erased, with a warning at the row, and loads the rest", async () => {
    using shop = new Workshop()
    shop.city(posts)
    await load(shop, "city")
    {
      await using city = await open(shop)
      await city.people.erase("p-2")
    }
    const left = expect.objectContaining({
      severity: "warning",
      file: "people.csv",
      row: 3,
      code: "ports/PersonErased"
    })
    for (const more of [["--dry-run"], []]) {
      const { code, answer } = await load(shop, "city", ...more)
      expect(code).toBe(0)
      expect(answer).toMatchObject({ events: 0, people: 2, errors: 0, warnings: 1, findings: [left] })
    }
  })

  it("puts what the rules of posts and visits refuse at its row, and writes nothing of anything", async () => {
    using shop = new Workshop()
    const wrong = {
      "appointments.csv": "unit,role,person,from\nb1,楼长,p-1,2022-03-01\nb1,楼长,p-2,2023-06-01\n",
      "visits.csv": "visit,plan,unit,by,on\nv-1,v,e2,p-1,2022-05-09\n"
    }
    shop.city({ ...posts, ...wrong })
    const { code, answer } = await load(shop, "city")
    expect(code).toBe(1)
    expect(answer).toMatchObject({ created: false, events: 0, people: 0, errors: 2, facts: 0 })
    expect(answer.findings).toEqual([
      expect.objectContaining({ file: "appointments.csv", row: 3, code: "roles/PostOccupied" }),
      expect.objectContaining({ file: "visits.csv", row: 2, code: "visits/UnitNotIncluded" })
    ])
    expect((await shop.run(["tree", "--store", "sqlite:store.db"])).code).toBe(3)
  })

  it("may be a single file that speaks of units, schemes and posts which only the store knows", async () => {
    using shop = new Workshop()
    shop.city(posts)
    await load(shop, "city")
    const others = ["units", "branches", "names", "moves", "activities", "member-counts", "terms"]
    const none = Object.fromEntries(others.map((file) => [`${file}.csv`, undefined]))
    // The liaison leaves, and the next one comes: the row has its end now.
    const rows = "unit,role,person,from,to\nb1,招商联络员,p-3,2022-03-01,2024-01-01\nb1,招商联络员,p-4,2024-01-01,\n"
    shop.city({ ...none, "appointments.csv": rows }, "news")
    expect((await load(shop, "news")).answer).toMatchObject({ events: 2, errors: 0, warnings: 0 })
    expect((await load(shop, "news")).answer).toMatchObject({ events: 0 })
  })

  it("can be asked directly, without a store", async () => {
    using shop = new Workshop()
    shop.city(posts)
    const { code, out } = await shop.run(["roster", "b1", "--folder", "city", "--on", "2024-01-01", "--json"])
    expect(code).toBe(0)
    expect(out).toContain('"p-2"')
    expect(out).not.toContain('"p-1"')
  })
})
