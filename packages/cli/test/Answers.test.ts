import { readFileSync } from "node:fs"
import { Profiles } from "@louyu/profiles"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { markdown } from "../scripts/JsonDocs.ts"
import * as Commands from "../src/Commands.ts"
import { questions as caseQuestions, ticked } from "./support/cases.ts"
import { questions as economyQuestions } from "./support/economy.ts"
import { questions as listQuestions } from "./support/lists.ts"
import { questions as notifyQuestions } from "./support/notify.ts"
import { questions as prospectQuestions } from "./support/prospects.ts"
import { loaded, Workshop } from "./support/shell.ts"
import { questions } from "./support/staffed.ts"
import { questions as stationQuestions } from "./support/stations.ts"

// Every command that answers, as it is typed; `city` is the folder of these tests, `store` what was loaded from it.
const asked: ReadonlyArray<readonly [name: string, argv: ReadonlyArray<string>]> = [
  ["init", ["init", "new", "--profile", "generic"]],
  ["check", ["check", "city"]],
  ["load", ["load", "city", "--store", "sqlite:new.db"]],
  ["load-again", ["load", "city", "--store", "sqlite:store.db"]],
  ["load-dry-run", ["load", "city", "--store", "sqlite:none.db", "--dry-run"]],
  ["migrate", ["migrate", "--store", "sqlite:store.db"]],
  ["tree", ["tree", "--store", "sqlite:store.db"]],
  ["tree-location", ["tree", "--store", "sqlite:store.db", "--line", "location", "--on", "2022-06-01"]],
  ["tree-cut", ["tree", "--folder", "city", "--line", "location", "--root", "cbd", "--depth", "2", "--limit", "1"]],
  ["pattern", ["pattern", "--folder", "city"]],
  ["coverage", ["coverage", "--folder", "city", "--on", "2024-06-01"]],
  ["coverage-within", ["coverage", "--folder", "city", "--within", "b2"]],
  ["coverage-nothing", ["coverage", "--folder", "city", "--on", "2019-06-01"]],
  ["advice", ["advice", "--folder", "city", "--on", "2023-01-01"]],
  ["advice-within", ["advice", "--folder", "city", "--within", "b1", "--on", "2023-01-01"]],
  ["integrity", ["integrity", "--folder", "city"]],
  ["diff", ["diff", "--folder", "city", "--from", "2021-06-01", "--to", "2024-01-01"]],
  ["search", ["search", "遠航", "--folder", "city"]],
  ["search-former", ["search", "云帆", "--store", "sqlite:store.db"]],
  ["search-nothing", ["search", "火星", "--folder", "city"]],
  ["path", ["path", "s1", "--folder", "city"]]
]

describe("an answer for people", () => {
  it.each(asked)("%s is drawn as kept in golden/, in each language", async (name, argv) => {
    for (const language of ["zh", "en"]) {
      using shop = await loaded()
      const { code, out, err } = await shop.run([...argv, "--lang", language])
      expect(err).toBe("")
      expect(code).toBe(0)
      await expect(out).toMatchFileSnapshot(`golden/${name}.${language}.txt`)
    }
  })
})

describe("an answer in JSON", () => {
  it.each(asked)("%s has the documented shape and nothing besides", async (_, argv) => {
    using shop = await loaded()
    const { code, out, err } = await shop.run([...argv, "--json"])
    expect(err).toBe("")
    expect(code).toBe(0)
    const schema = Commands.named(argv[0] ?? "")?.answer ?? Schema.Never
    const decoded = Schema.decodeUnknownSync(schema)(JSON.parse(out), { onExcessProperty: "error" })
    expect(Schema.encodeUnknownSync(schema)(decoded)).toEqual(JSON.parse(out))
  })

  it("is documented in JSON.md, for every command, as the schemas say", () => {
    const kept = readFileSync(new URL("../JSON.md", import.meta.url), "utf8")
    expect(kept).toBe(markdown(Commands.all))
    for (const { name } of Commands.all) {
      expect(kept).toContain(`\n## ${name}\n`)
      expect(
        [
          ...asked,
          ...questions,
          ...listQuestions,
          ...economyQuestions,
          ...prospectQuestions,
          ...notifyQuestions,
          ...caseQuestions,
          ...stationQuestions,
          ...ticked
        ].some(([, argv]) => argv[0] === name)
      ).toBe(true)
    }
    // A field without a meaning documents nothing.
    expect(kept).not.toMatch(/\| +\|$/mu)
  })

  it("agrees with what people are shown", async () => {
    using shop = await loaded()
    const question = ["coverage", "--store", "sqlite:store.db", "--on", "2024-06-01"]
    const answer = JSON.parse((await shop.run([...question, "--json"])).out)
    expect(answer).toMatchObject({
      nominal: { numerator: 3, denominator: 5, rate: 0.6 },
      effective: { numerator: 1, denominator: 5, rate: 0.2 },
      enterprises: { single: ["e1"], joint: ["e2", "e3"], guideOnly: [], none: ["e4", "e5"] }
    })
    expect((await shop.run([...question, "--lang", "en"])).out).toMatch(/nominal +3 +5 +60\.0 %/u)
    const nobody = await shop.run(["coverage", "--store", "sqlite:store.db", "--on", "2019-01-01", "--json"])
    expect(JSON.parse(nobody.out).nominal).toMatchObject({ numerator: 0, denominator: 0, rate: null })
  })
})

describe("a question", () => {
  it("R1-4 is answered for the date asked, today in the city by default", async () => {
    using shop = await loaded()
    const places = async (...more: ReadonlyArray<string>) => {
      const { out } = await shop.run(["path", "e4", "--store", "sqlite:store.db", "--json", ...more])
      const { on, location } = JSON.parse(out)
      return [on, ...location.map(({ id }: { id: string }) => id)]
    }
    expect(await places("--on", "2023-05-31")).toEqual(["2023-05-31", "lake", "east", "cbd", "b1", "f2", "e4"])
    expect(await places("--on", "2023-06-01")).toEqual(["2023-06-01", "lake", "east", "cbd", "b2", "f3", "e4"])
    expect((await places())[0]).toBe("2026-11-22")
    // Eight in the evening, UTC, is the next day in Shanghai.
    const late = await shop.run(["path", "e4", "--store", "sqlite:store.db", "--json"], {
      now: () => Date.UTC(2026, 10, 22, 20)
    })
    expect(JSON.parse(late.out).on).toBe("2026-11-23")
  })

  it("about a unit that does not exist then is bad input", async () => {
    using shop = await loaded()
    for (const argv of [
      ["path", "e5", "--on", "2020-12-31"],
      ["path", "nobody"],
      ["path", "no blanks"],
      ["tree", "--root", "nobody"],
      ["coverage", "--within", "nobody"],
      ["pattern", "--unit", "nobody"],
      ["advice", "--within", "nobody"]
    ]) {
      const { code, out } = await shop.run([...argv, "--store", "sqlite:store.db", "--json"])
      expect(code).toBe(1)
      expect(JSON.parse(out).error).toMatchObject({ code: "cli/UnitUnknown" })
    }
  })

  it("of a folder with errors shows the errors instead", async () => {
    using shop = new Workshop()
    shop.city({ "moves.csv": "unit,line,superior,from\ne4,location,nowhere,2023-06-01\n" })
    const { code, out, err } = await shop.run(["tree", "--folder", "city"])
    expect(code).toBe(1)
    expect(out).toBe("")
    expect(err).toContain("moves.csv, row 2")
    const json = await shop.run(["tree", "--folder", "city", "--json"])
    expect(JSON.parse(json.out).error).toMatchObject({
      code: "cli/FolderUnsound",
      errors: 1,
      findings: [{ file: "moves.csv", row: 2, code: "exchange/ReferenceUnknown" }]
    })
  })

  it("of a folder whose own profile contradicts itself tells each place once", async () => {
    using shop = new Workshop()
    const [first, ...kinds] = Profiles.generic.structure.kinds
    const lost = {
      ...Profiles.generic,
      structure: { ...Profiles.generic.structure, kinds: [{ ...first, within: ["moon"] }, ...kinds] }
    }
    shop.city({ "city.json": JSON.stringify({ tenant: "t", profile: lost }) })
    const { code, out } = await shop.run(["check", "city", "--json"])
    expect(code).toBe(1)
    const { findings } = JSON.parse(out)
    const told = findings.filter((one: { readonly code: string }) => /profile/iu.test(one.code))
    expect(told.map((one: { readonly code: string }) => one.code)).toEqual(["profiles/ReferenceUnknown"])
  })

  it("R1-18 is about the tenant named, or the only one", async () => {
    using shop = await loaded()
    shop.city({ "city.json": '{ "tenant": "other", "profile": "pinghu" }', "moves.csv": undefined }, "second")
    await shop.run(["load", "second", "--store", "sqlite:store.db"])
    const unnamed = await shop.run(["path", "e4", "--store", "sqlite:store.db", "--json"])
    expect(unnamed.code).toBe(2)
    expect(JSON.parse(unnamed.out).error).toMatchObject({
      code: "cli/TenantMissing",
      tenants: ["lake-city", "other"]
    })
    const floor = async (tenant: string) => {
      const { out } = await shop.run(["path", "e4", "--store", "sqlite:store.db", "--tenant", tenant, "--json"])
      return JSON.parse(out).location.at(-2).id
    }
    expect(await floor("lake-city")).toBe("f3")
    expect(await floor("other")).toBe("f2")
    const nobody = await shop.run(["tree", "--store", "sqlite:store.db", "--tenant", "nobody", "--json"])
    expect(nobody.code).toBe(1)
    expect(JSON.parse(nobody.out).error).toMatchObject({ code: "louyu/ProfileMissing", tenant: "nobody" })
  })

  it("never writes", async () => {
    using shop = await loaded()
    const before = await shop.run(["load", "city", "--store", "sqlite:store.db", "--dry-run", "--json"])
    for (const [, argv] of asked.filter(([name]) => !/^(?:init|load|migrate|check)/u.test(name))) {
      await shop.run(argv)
    }
    const after = await shop.run(["load", "city", "--store", "sqlite:store.db", "--dry-run", "--json"])
    expect(JSON.parse(after.out)).toEqual(JSON.parse(before.out))
    expect(JSON.parse(after.out)).toMatchObject({ events: 0, version: 31 })
  })
})
