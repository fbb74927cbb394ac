import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as Commands from "../src/Commands.ts"
import { Workshop } from "./support/shell.ts"
import { names, questions, recorded, staffed } from "./support/staffed.ts"

const store = ["--store", "sqlite:staffed.db"]

/** Asks a question in JSON. */
const ask = async (shop: Workshop, ...argv: ReadonlyArray<string>) => {
  const { code, out } = await shop.run([...argv, ...store, "--json"])
  return { code, answer: JSON.parse(out) }
}

describe("an answer about roles for people", () => {
  it.each(questions)("%s is drawn as kept in golden/, in each language", async (name, argv) => {
    for (const language of ["zh", "en"]) {
      using shop = await staffed()
      const { code, out, err } = await shop.run([...argv, ...store, "--lang", language])
      expect(err).toBe("")
      expect(code).toBe(0)
      await expect(out).toMatchFileSnapshot(`golden/${name}.${language}.txt`)
    }
  })

  it("comes in both languages for who reads both", async () => {
    using shop = await staffed()
    const { out } = await shop.run(["route", "--matter", "parking", "--at", "e1", ...store], { env: {} })
    expect(out).toContain("湖滨大厦的物业服务员负责此类事项。\n    At Lakeside Tower, the property-service officer")
  })
})

describe("an answer about roles in JSON", () => {
  it.each(questions)("%s has the documented shape and nothing besides", async (_, argv) => {
    using shop = await staffed()
    const { code, out, err } = await shop.run([...argv, ...store, "--json"])
    expect(err).toBe("")
    expect(code).toBe(0)
    const schema = Commands.named(argv[0] ?? "")?.answer ?? Schema.Never
    const decoded = Schema.decodeUnknownSync(schema)(JSON.parse(out), { onExcessProperty: "error" })
    expect(Schema.encodeUnknownSync(schema)(decoded)).toEqual(JSON.parse(out))
  })
})

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

describe("louyu route", () => {
  it("R2-11 R2-14 finds the post by place, and says in both languages why it came there", async () => {
    using shop = await staffed()
    const { answer } = await ask(shop, "route", "--matter", "odd", "--at", "e3", "--on", "2026-07-05")
    // The chief of b2 left four days before and nobody acts yet.
    expect(answer).toMatchObject({ responsible: { role: "buildingChief", unit: { id: "b2" } }, answers: ["p-20"] })
    expect(answer.steps.map(({ why }: { why: string }) => why)).toContain("vacant")
    for (const { text } of answer.steps) {
      expect(text.zh).toMatch(/\p{Script=Han}.*。$/u)
      expect(text.en).toMatch(/^\S[^\p{Script=Han}]*\.$/u)
    }
  })

  it("P-37 gives the ladder with the holders of each rung", async () => {
    using shop = await staffed()
    const { answer } = await ask(shop, "route", "--matter", "parking", "--at", "e1")
    const rungs = answer.ladder.map((one: { post: { role: string }; holders: ReadonlyArray<{ person: string }> }) => [
      one.post.role,
      ...one.holders.map(({ person }) => person)
    ])
    expect(rungs).toEqual([
      ["microGridHead", "p-2"],
      ["buildingChief", "p-1"],
      ["secretary", "p-20"],
      ["twoNewSecretary", "p-20"]
    ])
  })

  it("that finds nobody says so, and is no error", async () => {
    using shop = await staffed()
    const { code, answer } = await ask(shop, "route", "--matter", "odd", "--at", "lake")
    expect(code).toBe(0)
    expect(answer).toMatchObject({ responsible: null, at: null, answers: [], steps: [{ why: "nobody" }], ladder: [] })
  })
})

describe("louyu who-can-see", () => {
  it("R2-17 R2-18 names everybody with the fields they see and the right that shows each", async () => {
    using shop = await staffed()
    const records = ["--class", "contact", "--purpose", "service"]
    const { answer } = await ask(shop, "who-can-see", "b1", ...records)
    const people: ReadonlyArray<{ person: string }> = answer.people
    expect(people.map(({ person }) => person)).toEqual(["p-1", "p-20", "p-3", "p-30", "p-40", "p-50", "p-6", "p-8"])
    expect(people.find(({ person }) => person === "p-50")).toMatchObject({
      outcome: "mask",
      fields: [
        { field: "name", showing: "mask", missing: "level", right: { level: 1, post: null, until: "2026-12-01" } },
        { field: "mobile", showing: "mask" },
        { field: "email", showing: "mask" },
        { field: "duty", showing: "show", missing: null }
      ]
    })
    for (const one of people) {
      const alone = await ask(shop, "who-can-see", "b1", ...records, "--person", one.person)
      expect(alone.answer.people).toEqual([one])
    }
    const beside = await ask(shop, "who-can-see", "b1", ...records, "--person", "p-12")
    expect(beside.answer.people).toMatchObject([
      { outcome: "deny", fields: [{ showing: "hide", missing: "place" }, {}, {}, {}] }
    ])
  })

  it("R2-15 R2-16 tells where a person can see, until the right ends by itself", async () => {
    using shop = await staffed()
    const where = async (person: string, recordClass: string, on: string) => {
      const asked = ["--class", recordClass, "--purpose", "service", "--person", person, "--on", on]
      const { answer } = await ask(shop, "who-can-see", ...asked)
      return answer.subtrees.map((one: { unit: { id: string }; shown: ReadonlyArray<string> }) => [
        one.unit.id,
        ...one.shown
      ])
    }
    expect(await where("p-30", "contact", "2026-11-22")).toEqual([["cbd", "name", "mobile", "email", "duty"]])
    expect(await where("p-50", "contact", "2026-11-30")).toEqual([["b1", "duty"]])
    expect(await where("p-50", "contact", "2026-12-01")).toEqual([])
    // P-41: above the building only themes and counts.
    expect(await where("p-20", "opinion", "2026-11-22")).toEqual([["east", "theme", "count"]])
  })
})

describe("louyu visits", () => {
  it("W-07 P-29 tells whose turn it is and what is overdue, the longest due first", async () => {
    using shop = await staffed()
    const { answer } = await ask(shop, "visits", "cbd")
    const turns = answer.turns.map(
      (one: {
        unit: { id: string }
        plan: string
        holders: ReadonlyArray<string>
        due: string | null
        overdue: boolean
      }) => [one.unit.id, one.plan, ...one.holders, one.due, one.overdue]
    )
    expect(turns).toEqual([
      ["b2", "yearly", "p-12", "2026-09-08", true],
      ["e2", "weekly", "p-3", "2026-11-06", true],
      ["e1", "district", "p-30", "2026-11-23", false],
      ["e3", "district", "p-30", "2026-11-23", false],
      ["e1", "weekly", "p-3", "2026-11-27", false],
      // In September 2027, for which nobody has published a calendar yet.
      ["e3", "yearly", "p-12", null, false]
    ])
    expect(answer.overdue).toBe(2)
    expect(answer.coverage).toMatchObject({ planned: 4, visited: 2, missed: [{ id: "e3" }, { id: "b2" }] })
  })

  it("never guesses a day the calendar does not reach, nor whether it has passed", async () => {
    using shop = await staffed()
    const { answer } = await ask(shop, "visits", "b2", "--on", "2028-01-05")
    const turns = answer.turns.filter(({ plan }: { plan: string }) => plan === "yearly")
    expect(turns).toMatchObject([
      { unit: { id: "b2" }, due: "2026-09-08", overdue: true },
      { unit: { id: "e3" }, due: null, overdue: null }
    ])
  })

  it("H-21 tells the share of needs found by going there", async () => {
    using shop = await staffed()
    const needs = async (...argv: ReadonlyArray<string>) => (await ask(shop, "visits", ...argv)).answer.needs
    expect(await needs("b1")).toEqual({ total: 3, visit: 1, sweep: 1, selfRaised: 1, foundShare: 2 / 3 })
    expect(await needs("b1", "--from", "2026-10-01")).toMatchObject({ total: 2, foundShare: 1 / 2 })
    expect(await needs("e1")).toMatchObject({ total: 1, foundShare: 1 })
    expect(await needs("b2")).toMatchObject({ total: 0, foundShare: null })
  })
})

// What was typed, the exit code, and what must be said about it.
const wrong: ReadonlyArray<readonly [argv: ReadonlyArray<string>, code: number, error: object]> = [
  [["roster"], 2, { code: "cli/ArgumentMissing", argument: "unit" }],
  [["roster", "b1", "--as", "p-1"], 2, { code: "cli/OptionMissing", options: ["--purpose"] }],
  [["roster", "b1", "--purpose", "service"], 2, { code: "cli/OptionMissing", options: ["--as"] }],
  [["roster", "b1", "--as", "no blanks", "--purpose", "service"], 2, { code: "louyu/IdInvalid", field: "person" }],
  [["roster", "b1", "--as", "p-1", "--purpose", "gossip"], 2, { code: "cli/OptionInvalid", option: "--purpose" }],
  [["roster", "b1", "--history", "king"], 2, { code: "cli/OptionInvalid", option: "--history" }],
  [["vacancies", "b1", "b2"], 2, { code: "cli/ArgumentUnexpected", argument: "b2" }],
  [["vacancies", "--within", "soon"], 2, { code: "cli/OptionInvalid", option: "--within" }],
  [["vacancies", "--from", "2026-12-01"], 2, { code: "cli/OptionInvalid", option: "--from" }],
  [["route", "--matter", "parking"], 2, { code: "cli/OptionMissing", options: ["--at"] }],
  [["route", "--at", "b1"], 2, { code: "cli/OptionMissing", options: ["--matter"] }],
  [["route", "--matter", " ", "--at", "b1"], 2, { code: "cli/OptionInvalid", option: "--matter" }],
  [["who-can-see", "--class", "contact", "--purpose", "service"], 2, { code: "cli/ArgumentMissing", argument: "unit" }],
  [["who-can-see", "b1", "--purpose", "service"], 2, { code: "cli/OptionMissing", options: ["--class"] }],
  [["who-can-see", "b1", "--class", "contact"], 2, { code: "cli/OptionMissing", options: ["--purpose"] }],
  [
    ["who-can-see", "b1", "--class", "secret", "--purpose", "service"],
    2,
    {
      code: "cli/OptionInvalid",
      option: "--class",
      expected: { en: "one of contact, member, minor, opinion" }
    }
  ],
  [
    ["who-can-see", "b1", "--class", "contact", "--purpose", "gossip"],
    2,
    {
      code: "cli/OptionInvalid",
      option: "--purpose",
      expected: { en: "one of service, visit, emergency" }
    }
  ],
  [
    ["who-can-see", "--person", "no blanks", "--class", "contact", "--purpose", "service"],
    2,
    { code: "louyu/IdInvalid" }
  ],
  [["visits", "b1", "--from", "2026-11-23"], 2, { code: "cli/OptionInvalid", option: "--from" }],
  [["visits", "b1", "--on", "0001-01-01"], 2, { code: "cli/OptionInvalid", option: "--on" }],
  [["roster", "nowhere"], 1, { code: "cli/UnitUnknown", unit: "nowhere" }],
  [["vacancies", "nowhere"], 1, { code: "cli/UnitUnknown" }],
  [["route", "--matter", "parking", "--at", "nowhere"], 1, { code: "cli/UnitUnknown" }],
  [["who-can-see", "nowhere", "--class", "contact", "--purpose", "service"], 1, { code: "cli/UnitUnknown" }],
  [["visits", "no blanks"], 1, { code: "cli/UnitUnknown" }]
]

describe("a question about roles", () => {
  it.each(wrong)("%j that is wrong ends with %i and says why in both languages", async (argv, code, error) => {
    using shop = await staffed()
    const before = await recorded(shop)
    const asked = await ask(shop, ...argv)
    expect(asked.code).toBe(code)
    expect(asked.answer.error).toMatchObject({ ...error, text: { zh: expect.any(String), en: expect.any(String) } })
    const human = await shop.run([...argv, ...store], { env: {} })
    expect(human).toMatchObject({ code, out: "" })
    expect(human.err).toContain(asked.answer.error.text.zh)
    expect(human.err).toContain(asked.answer.error.text.en)
    expect(await recorded(shop)).toEqual(before)
  })

  it("of a store that is not there ends with 3, names asked for or not, and makes none", async () => {
    using shop = new Workshop()
    for (const [, argv] of questions) {
      const { code, out } = await shop.run([...argv, "--store", "sqlite:none.db", "--json"])
      expect(code).toBe(3)
      expect(JSON.parse(out).error.code).toMatch(/^ports\//u)
    }
    expect((await shop.run(["roster", "b1", "--store", "sqlite:none.db"])).err).toContain("none.db")
  })

  it("never writes unless names are asked for", async () => {
    using shop = await staffed()
    const before = await recorded(shop)
    for (const [, argv] of questions.filter(([, words]) => !words.includes("--as"))) {
      expect((await shop.run([...argv, ...store])).code).toBe(0)
    }
    expect(await recorded(shop)).toEqual(before)
  })

  it("is answered for the first and the last date there may be", async () => {
    using shop = await staffed()
    for (const [, argv] of questions) {
      const asked = argv.filter(
        (word, i) => !["--on", "--from"].includes(word) && !["--on", "--from"].includes(argv[i - 1] ?? "")
      )
      for (const on of ["0002-01-01", "9998-12-31"]) {
        const { code, err } = await shop.run([...asked, "--on", on, ...store])
        expect([0, 1]).toContain(code)
        expect(err).not.toContain("\n    at ")
      }
    }
  })

  it("of a folder and of a tenant is answered as of a store with one", async () => {
    using shop = await staffed()
    const folder = await shop.run(["roster", "b1", "--folder", "city", "--lang", "en"])
    expect(folder.code).toBe(0)
    expect(folder.out).toContain("b1")
    const { code, answer } = await ask(shop, "roster", "b1", "--tenant", "staffed")
    expect(code).toBe(0)
    expect(answer.posts).toBe(10)
    const nobody = await ask(shop, "roster", "b1", "--tenant", "nobody")
    expect(nobody.answer.error).toMatchObject({ code: "louyu/ProfileMissing" })
  })
})
