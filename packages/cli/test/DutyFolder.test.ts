import { appendFileSync, cpSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { Workshop } from "./support/shell.ts"

const folder = fileURLToPath(new URL("./fixtures/duty", import.meta.url))

const ask = async (...argv: ReadonlyArray<string>) => {
  using shop = new Workshop()
  const { code, out } = await shop.run([...argv, "--folder", folder, "--json"])
  return { code, answer: JSON.parse(out) }
}

interface Named {
  readonly id: string
}

describe("a city folder with stations, rosters and what people do together", () => {
  it("P-17 P-24 H-23 tells its stations, which are open, and what can be had there", async () => {
    const { answer } = await ask("stations", "--items", "--open-at", "2026-11-23T12:30")
    expect(answer.totals).toMatchObject({ mains: 1, subs: 1, alone: 1 })
    expect(
      answer.doors.map(({ station, open, note }: { station: Named; open: boolean; note: string }) => [
        station.id,
        open,
        note
      ])
    ).toEqual([
      ["centre", true, null],
      ["red", true, null],
      ["self", true, "always"]
    ])
    expect(answer.items).toMatchObject([{ station: { id: "self" }, available: 1, items: [{ item: { id: "gas" } }] }])
  })

  it("P-19 tells who is on duty by the roster it generated, fairly", async () => {
    const [day] = (await ask("duty", "--on", "2026-11-23")).answer.days
    expect(day.turns.map(({ unit }: { unit: Named }) => unit.id).toSorted()).toEqual(["jobs", "tax"])
    const { members, proof, found } = (await ask("rota", "review", "winter")).answer
    expect(members.map(({ assigned }: { assigned: number }) => assigned)).toEqual([20, 20])
    expect([proof.method, found]).toEqual(["flow", []])
  })

  it("W-12 H-17 D-14 tells wishes, practical projects and pacts", async () => {
    expect((await ask("wishes")).answer.standings).toMatchObject({ posted: 1, claimed: 1 })
    expect((await ask("projects", "--annual")).answer.annual.completed).toMatchObject({ numerator: 1, denominator: 2 })
    expect((await ask("agreements")).answer.pacts).toMatchObject([{ id: "civility", version: 1, signatures: 1 }])
  })

  it("P-19 says the same from a store it was loaded into, again and again", async () => {
    using shop = new Workshop()
    cpSync(folder, join(shop.folder, "city"), { recursive: true })
    for (const events of [42, 0]) {
      const { code, out } = await shop.run(["load", "city", "--store", "sqlite:store.db", "--json"])
      expect([code, JSON.parse(out).events]).toEqual([0, events])
    }
    for (const argv of [["stations"], ["duty", "--on", "2026-11-23"], ["wishes"], ["agreements"], ["projects"]]) {
      const { out } = await shop.run([...argv, "--store", "sqlite:store.db", "--json"])
      expect(JSON.parse(out)).toEqual((await ask(...argv)).answer)
    }
  })

  const slips: ReadonlyArray<readonly [file: string, row: string, code: string]> = [
    ["stations.csv", "two,redCollarStation,第二主站,,b2,cbd,,,,,,2026-01-05,", "stations/ClusterHasMain"],
    ["hours.csv", "red,noon,workdays,12:00-13:00,2026-01-05", "exchange/HoursOverlap"],
    ["wish-claims.csv", "w3,e2,2026-10-06", "programmes/WishAlreadyClaimed"]
  ]
  it.each(slips)("is told at its row of a slip in %s", async (file, row, code) => {
    using shop = new Workshop()
    const copy = join(shop.folder, "city")
    cpSync(folder, copy, { recursive: true })
    appendFileSync(join(copy, file), `${row}\n`)
    const checked = await shop.run(["check", "city", "--json"])
    expect([checked.code, JSON.parse(checked.out).findings.map((one: { code: string }) => one.code)]).toEqual([
      1,
      expect.arrayContaining([code])
    ])
    const asked = await shop.run(["duty", "--folder", "city", "--json"])
    expect([asked.code, JSON.parse(asked.out).error.code]).toEqual([1, "cli/FolderUnsound"])
  })
})
