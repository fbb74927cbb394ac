import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as Commands from "../src/Commands.ts"
import { folder, stored } from "./support/cases.ts"
import { instant, Workshop } from "./support/shell.ts"

describe("louyu tick", () => {
  it("R5-6 R5-7 R5-14 tells cases what bodies did, records when they are due, and takes what is overdue one level up", async () => {
    const { shop, ask } = await stored()
    using _ = shop
    const { code, answer } = await ask("tick")
    expect(code).toBe(0)
    expect(answer).toEqual({
      at: "2026-11-22T16:30:00+08:00",
      told: ["c3"],
      dated: ["c2", "c10", "c3", "c1", "c4"],
      escalated: [
        {
          case: "c2",
          to: { id: "building", names: { zh: "楼长·议事厅", en: "Building chief, council hall" } },
          breach: false
        },
        { case: "c10", to: { id: "street", names: { zh: "街道", en: "Street" } }, breach: false }
      ],
      stuck: []
    })
    const told = (await ask("case", "c3")).answer
    expect(told.case.stage.id).toBe("dispatched")
    expect(told.matter.handler.id).toBe("wy")
    expect((await ask("case", "c1")).answer.due.kept).toBe(true)
    const escalated = (await ask("case", "c2")).answer
    expect(escalated.case.level.id).toBe("building")
    expect(escalated.escalations).toMatchObject([{ cause: "wholeOverdue", from: { id: "microGrid" } }])
  })

  it("R5-6 comes to rest as minutes go by, and then does nothing", async () => {
    const { shop } = await stored()
    using _ = shop
    const at = async (minute: number, ...form: ReadonlyArray<string>) =>
      (await shop.run(["tick", "--store", "sqlite:store.db", ...form], { now: () => instant + minute * 60_000 })).out
    const changed: Array<number> = []
    for (let minute = 0; minute < 5; minute++) {
      const { told, dated, escalated } = JSON.parse(await at(minute, "--json"))
      changed.push(told.length + dated.length + escalated.length)
    }
    expect(changed[0]).toBeGreaterThan(0)
    expect(changed.slice(3)).toEqual([0, 0])
    expect(await at(5, "--lang", "en")).toContain("There was nothing to do.")
  })

  it("R5-4 tells of a case beyond the calendar, which keeps no other waiting", async () => {
    using shop = new Workshop()
    shop.casework({ "cases.csv": "late,councilChamber,年末事项,,b1,other,desk,e1,,,,2026-12-31 09:00" })
    expect((await shop.run(["load", "cases", "--store", "sqlite:store.db"])).code).toBe(0)
    const now = () => Date.parse("2026-12-31T10:00+08:00")
    const { code, out } = await shop.run(["tick", "--store", "sqlite:store.db", "--json"], { now })
    const { stuck, escalated } = JSON.parse(out)
    expect([code, stuck.map((one: { case: string; code: string }) => [one.case, one.code])]).toEqual([
      0,
      [
        // What a body handed out comes to its case only now, and begins a stage that ends next year.
        ["c3", "kernel/CalendarYearUnknown"],
        ["late", "kernel/CalendarYearUnknown"]
      ]
    ])
    expect(escalated.length).toBeGreaterThan(0)
    const shown = await shop.run(["tick", "--store", "sqlite:store.db", "--lang", "zh"], { now })
    expect(shown.out).toMatch(/未能处理 late .*\[kernel\/CalendarYearUnknown\]/u)
  })

  it("has the documented shape, and says the same to people in each language", async () => {
    const { shop } = await stored()
    using _ = shop
    const { out } = await shop.run(["tick", "--store", "sqlite:store.db", "--json"])
    const schema = Commands.named("tick")?.answer ?? Schema.Never
    const answer = JSON.parse(out)
    const decoded = Schema.decodeUnknownSync(schema)(answer, { onExcessProperty: "error" })
    expect(Schema.encodeUnknownSync(schema)(decoded)).toEqual(answer)
    for (const language of ["zh", "en"]) {
      const fresh = await stored()
      using other = fresh.shop
      const shown = await other.run(["tick", "--store", "sqlite:store.db", "--lang", language])
      expect(shown.err).toBe("")
      await expect(shown.out).toMatchFileSnapshot(`golden/tick.${language}.txt`)
    }
  })

  it("needs a store that it can write to", async () => {
    const { shop } = await stored()
    using _ = shop
    const { code, out } = await shop.run(["tick", "--json"])
    expect([code, JSON.parse(out).error.code]).toEqual([2, "cli/OptionMissing"])
    const asked = await shop.run(["tick", "--folder", folder, "--json"])
    expect([asked.code, JSON.parse(asked.out).error.code]).toEqual([2, "cli/OptionUnknown"])
    const missing = await shop.run(["tick", "--store", "sqlite:none.db", "--tenant", "cases", "--json"])
    expect(missing.code).toBe(3)
  })
})
