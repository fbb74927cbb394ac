import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as Commands from "../src/Commands.ts"
import { Workshop } from "./support/shell.ts"
import { ask, questions, recorded, staffed, store } from "./support/staffed.ts"

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
