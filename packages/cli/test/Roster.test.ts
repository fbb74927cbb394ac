import { describe, expect, it } from "vitest"
import { ask, names, questions, recorded, staffed, store } from "./support/staffed.ts"

describe("louyu roster", () => {
  it("R2-1 R2-9 R2-10 shows every post, held or not, and by what right", async () => {
    using shop = await staffed()
    const { answer } = await ask(shop, "roster", "cc")
    const posts = new Map<string, { filling: string; vacantSince: string | null; holders: ReadonlyArray<object> }>(
      answer.units.flatMap((one: { unit: { id: string }; posts: ReadonlyArray<{ role: string }> }) =>
        one.posts.map((post) => [`${post.role} ${one.unit.id}`, post])
      )
    )
    expect(posts.size).toBe(answer.posts)
    expect(posts.get("secretary cc")?.holders).toMatchObject([
      { person: "p-20", by: "exOfficio", via: { role: "twoNewSecretary", unit: { id: "east" } } }
    ])
    expect(posts.get("partyBuildingGuide cbd")?.holders).toMatchObject([
      { person: "p-30", by: "seconded", secondedFrom: { id: "party" }, until: "2027-01-16" }
    ])
    expect(posts.get("investmentLiaison b1")?.holders).toMatchObject([
      { person: "p-6", by: "acting", absent: ["p-4", "p-5"], caretaking: false }
    ])
    expect(posts.get("buildingChief b2")).toMatchObject({
      filling: "actingOnly",
      holders: [{ person: "p-11", caretaking: true }]
    })
    expect(posts.get("communityInformationOfficer b1")).toMatchObject({ filling: "vacant", vacantSince: "2026-03-01" })
  })

  it("R2-7 P-07 tells which version of which scheme is in force, and since when", async () => {
    using shop = await staffed()
    const inForce = async (on: string) => (await ask(shop, "roster", "b1", "--on", on)).answer.schemes
    expect(await inForce("2021-12-31")).toMatchObject([
      { layer: "operating", scheme: "oneHeadSixStaff", version: 1, since: "2020-01-01", adoptedBy: { id: "b1" } }
    ])
    expect(await inForce("2022-01-01")).toMatchObject([
      { layer: "operating", scheme: "twoHeadsFourStaff", version: 1, since: "2022-01-01" }
    ])
  })

  it("R2-2 tells everybody who ever held a role, under every scheme there was", async () => {
    using shop = await staffed()
    const { answer } = await ask(shop, "roster", "b1", "--history", "buildingChief")
    expect(answer.history).toMatchObject([
      { person: "p-0", post: { scheme: "oneHeadSixStaff" }, from: "2020-01-01", to: "2021-07-01" },
      { person: "p-1", post: { scheme: "oneHeadSixStaff" }, from: "2021-07-01", to: "2022-01-01" },
      { person: "p-1", post: { scheme: "twoHeadsFourStaff" }, from: "2022-01-01", to: null }
    ])
    const acted = await ask(shop, "roster", "b2", "--history", "buildingChief")
    expect(acted.answer.history).toMatchObject([
      { person: "p-10", by: "appointed", absent: null },
      { person: "p-11", by: "acting", absent: null }
    ])
    expect((await ask(shop, "roster", "b1")).answer.history).toBeNull()
  })
})

describe("names", () => {
  it("R2-19 are never in an answer to somebody who does not say who they are", async () => {
    using shop = await staffed()
    for (const [, argv] of questions.filter(([, words]) => !words.includes("--as"))) {
      for (const form of [["--json"], ["--lang", "zh"]]) {
        const { out } = await shop.run([...argv, ...store, ...form])
        for (const name of names) expect(out).not.toContain(name)
      }
    }
  })

  it("P-41 are shown as far as the reader may see them, and every reading leaves a trace without the name", async () => {
    using shop = await staffed()
    const before = await recorded(shop)
    const shown = async (...argv: ReadonlyArray<string>) => {
      const { answer } = await ask(shop, "roster", "cc", ...argv)
      const holders = answer.units.flatMap((unit: { posts: ReadonlyArray<{ holders: ReadonlyArray<object> }> }) =>
        unit.posts.flatMap((post) => post.holders)
      )
      return new Map(
        holders.map((one: { person: string; name?: string; withheld?: string }) => [
          one.person,
          one.name ?? one.withheld
        ])
      )
    }
    const all = await shown("--as", "p-1", "--purpose", "service")
    expect(all.get("p-2")).toBe("欧阳小二")
    expect(all.get("p-20")).toBe("refused")
    expect(all.get("p-6")).toBe("erased")
    expect(all.get("p-12")).toBe("unknown")
    const masked = await shown("--as", "p-40", "--purpose", "service")
    expect(masked.get("p-2")).toBe("欧阳**")
    const stranger = await shown("--as", "p-99", "--purpose", "service")
    expect(stranger.get("p-2")).toBe("refused")

    const traces = (await recorded(shop)).slice(before.length)
    const readers = traces.map(({ actor, event }) => [event._tag, actor])
    expect(readers.every(([tag, actor]) => tag === "RecordRead" && (actor === "p-1" || actor === "p-40"))).toBe(true)
    // p-1 p-2 p-3 p-8 p-40 live in the building, and each is read once though some hold several posts.
    expect(traces).toHaveLength(10)
    for (const name of names) expect(JSON.stringify(traces)).not.toContain(name)
  })

  it("R2-16 are read by the rights of today, whatever date is asked about", async () => {
    using shop = await staffed()
    const read = async (person: string) => {
      const { answer } = await ask(shop, "roster", "b1", "--on", "2021-01-01", "--as", person, "--purpose", "service")
      return [answer.on, answer.reading.on, answer.units[0].posts[0].holders[0].name]
    }
    // p-0 was the chief then and is nothing now; p-1 is the chief now.
    expect(await read("p-0")).toEqual(["2021-01-01", "2026-11-22", undefined])
    expect(await read("p-1")).toEqual(["2021-01-01", "2026-11-22", "钱零"])
  })

  it("are asked of a store that keeps the trace, never of a folder", async () => {
    using shop = await staffed()
    const { code, out } = await shop.run([
      "roster",
      "b1",
      "--folder",
      "city",
      "--as",
      "p-1",
      "--purpose",
      "service",
      "--json"
    ])
    expect(code).toBe(2)
    expect(JSON.parse(out).error).toMatchObject({ code: "cli/TraceUnkept", folder: "city" })
  })
})

describe("louyu vacancies", () => {
  it("R2-8 counts what the roster lists, on any date", async () => {
    using shop = await staffed()
    for (const unit of ["east", "cc", "b1", "b2", "b3"]) {
      for (const on of ["2019-12-31", "2020-07-01", "2022-06-01", "2026-04-30", "2026-11-22", "2027-03-01"]) {
        const asked = await ask(shop, "vacancies", unit, "--on", on)
        if (on < "2020") {
          expect(asked).toMatchObject({ code: 1, answer: { error: { code: "cli/UnitUnknown" } } })
          continue
        }
        const { now, posts } = asked.answer
        const roster = (await ask(shop, "roster", unit, "--on", on)).answer
        const fillings: ReadonlyArray<string> = roster.units.flatMap(
          (one: { posts: ReadonlyArray<{ filling: string }> }) => one.posts.map(({ filling }) => filling)
        )
        const count = (...of: ReadonlyArray<string>) => fillings.filter((one) => of.includes(one)).length
        expect(now).toMatchObject({
          posts: fillings.length,
          filled: count("filled"),
          short: count("short"),
          actingOnly: count("actingOnly"),
          vacant: count("vacant"),
          optional: count("optional"),
          overFilled: count("overFilled")
        })
        expect(posts).toHaveLength(count("vacant", "actingOnly", "short"))
      }
    }
  })

  it("R2-8 tells since when too few hold a post, and compares with an earlier date", async () => {
    using shop = await staffed()
    const { answer } = await ask(shop, "vacancies", "b2", "--from", "2026-01-01")
    const since = answer.posts.map((one: { post: { role: string }; filling: string; since: string | null }) => [
      one.post.role,
      one.filling,
      one.since
    ])
    expect(since).toEqual([
      ["buildingChief", "actingOnly", "2026-07-01"],
      ["investmentLiaison", "vacant", "2022-01-01"],
      ["communityInformationOfficer", "vacant", "2022-01-01"],
      ["propertyServiceOfficer", "vacant", "2022-01-01"],
      ["watchman", "short", "2026-05-01"]
    ])
    expect(answer.before).toMatchObject({ on: "2026-01-01", filled: 3, rate: 0.5 })
    expect(answer.now).toMatchObject({ on: "2026-11-22", filled: 1, rate: 1 / 6 })
    const early = await ask(shop, "vacancies", "b2", "--on", "2025-01-15")
    const watch = early.answer.posts.find((one: { post: { role: string } }) => one.post.role === "watchman")
    expect(watch).toMatchObject({ filling: "short", since: null })
  })

  it("R2-6 tells the appointments that run out within the days asked, the last of them included", async () => {
    using shop = await staffed()
    const ends = async (...argv: ReadonlyArray<string>) => {
      const { answer } = await ask(shop, "vacancies", ...argv)
      return answer.expiring.map((one: { person: string; ends: string; by: string }) => [one.person, one.ends, one.by])
    }
    expect(await ends()).toEqual([
      ["p-8", "2027-01-01", "appointment"],
      ["p-30", "2027-01-16", "appointment"]
    ])
    // From 2026-11-22 the first of January is forty days ahead.
    expect(await ends("--within", "40")).toEqual([["p-8", "2027-01-01", "appointment"]])
    expect(await ends("--within", "39")).toEqual([])
    expect(await ends("--within", "999999999")).toHaveLength(2)
  })
})
