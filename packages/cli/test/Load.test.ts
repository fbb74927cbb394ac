import { existsSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { CityFolder } from "@louyu/exchange"
import { describe, expect, it } from "vitest"
import type { Conditions } from "./support/shell.ts"
import { edited, loaded, Workshop } from "./support/shell.ts"

const eventsIn = (shop: Workshop, file = "store.db"): number => {
  using closing = {
    db: new DatabaseSync(join(shop.folder, file), { readOnly: true }),
    [Symbol.dispose]() {
      this.db.close()
    }
  }
  return Number(closing.db.prepare("SELECT count(*) AS n FROM events").get()?.n)
}

const load = (shop: Workshop, folder: string, ...more: ReadonlyArray<string>) =>
  shop.run(["load", folder, "--store", "sqlite:store.db", "--json", ...more])

describe("load", () => {
  it("makes the store that is missing, records all, and changes nothing the second time", async () => {
    using shop = new Workshop()
    shop.city()
    const first = await load(shop, "city")
    expect(first.code).toBe(0)
    expect(JSON.parse(first.out)).toMatchObject({ created: true, events: 31, version: 31, tenant: "lake-city" })
    const second = await load(shop, "city")
    expect(second.code).toBe(0)
    expect(JSON.parse(second.out)).toMatchObject({ created: false, events: 0, version: 31 })
    expect(eventsIn(shop)).toBe(31)
  })

  it("R1-16 rehearses without writing anything, also without a store", async () => {
    using shop = new Workshop()
    shop.city()
    const run = await load(shop, "city", "--dry-run")
    expect(run.code).toBe(0)
    expect(JSON.parse(run.out)).toMatchObject({ dryRun: true, created: false, events: 31, version: 0 })
    expect(readdirSync(shop.folder)).toEqual(["city"])
    await load(shop, "city")
    shop.city({ "names.csv": edited("names.csv", undefined, "b1,湖畔大厦,,2024-01-01") }, "next")
    expect(JSON.parse((await load(shop, "next", "--dry-run")).out)).toMatchObject({ events: 1, version: 31 })
    expect(eventsIn(shop)).toBe(31)
    expect(JSON.parse((await load(shop, "next")).out)).toMatchObject({ events: 1, version: 32 })
    expect(eventsIn(shop)).toBe(32)
  })

  it("lets a folder speak of units that only the store knows", async () => {
    using shop = await loaded()
    const header = "unit,kind,name,name_en,under,within,nature,uscc,from,to\n"
    const only = { "units.csv": `${header}e7,enterprise,示例餐饮公司,,,f3,,,2024-01-01,\n` }
    const rest = ["branches", "names", "moves", "activities", "member-counts", "terms"]
    shop.city({ ...only, ...Object.fromEntries(rest.map((name) => [`${name}.csv`, undefined])) }, "more")
    expect(JSON.parse((await load(shop, "more")).out)).toMatchObject({ events: 1, version: 32 })
    expect((await shop.run(["check", "more"])).code).toBe(1)
  })

  it("refuses another profile, or an altered one, at city.json", async () => {
    using shop = await loaded()
    shop.city({ "city.json": '{ "tenant": "lake-city", "profile": "divisions" }' }, "other")
    const { code, out } = await load(shop, "other")
    expect(code).toBe(1)
    expect(JSON.parse(out).findings).toContainEqual(
      expect.objectContaining({ file: "city.json", code: "louyu/ProfileForeign", adopted: "pinghu" })
    )
    expect(eventsIn(shop)).toBe(31)
  })
})

// 10^6 characters in one cell.
const hugeName = edited("names.csv", undefined, `b1,${"楼".repeat(1_000_000)},,2024-01-01`)

// What each folder has wrong: the file as it is written, and what must be found, and where.
interface Bad {
  readonly what: string
  readonly file: string
  readonly content: string | Uint8Array | undefined
  readonly code: string
  readonly row?: number
  readonly column?: string
}

const unit = (row: string): string => edited("units.csv", undefined, row)

const bad: ReadonlyArray<Bad> = [
  {
    what: "an unknown kind",
    file: "units.csv",
    content: unit("x,spaceport,太空港,,,cbd,,,2021-01-01,"),
    code: "exchange/KindUnknown",
    row: 18,
    column: "kind"
  },
  {
    what: "a wrong parent kind",
    file: "units.csv",
    content: unit("x,floor,错层,,,east,,,2021-01-01,"),
    code: "organisation/SuperiorRejected",
    row: 18
  },
  {
    what: "a cycle",
    file: "units.csv",
    content: unit("x,branch,甲,,y,b1,,,2021-01-01,\ny,branch,乙,,x,b1,,,2021-01-01,"),
    code: "exchange/CycleFound",
    row: 19
  },
  {
    what: "a superior that is wrong only on a future date",
    file: "moves.csv",
    content: edited("moves.csv", undefined, "cc,command,s1,2099-01-01"),
    code: "organisation/SuperiorRejected",
    row: 3
  },
  {
    what: "a reversed period",
    file: "units.csv",
    content: unit("x,building,倒流楼,,,cbd,,,2021-01-01,2020-01-01"),
    code: "kernel/PeriodReversed",
    row: 18
  },
  {
    what: "overlapping periods",
    file: "terms.csv",
    content: edited("terms.csv", undefined, "cc,2023-01-01,2027-01-01"),
    code: "kernel/PeriodsOverlap",
    row: 3
  },
  {
    what: "a date that does not exist",
    file: "units.csv",
    content: unit("x,building,闰楼,,,cbd,,,2021-02-29,"),
    code: "kernel/CivilDateInvalid",
    row: 18,
    column: "from"
  },
  {
    what: "a duplicate id",
    file: "units.csv",
    content: unit("b1,building,重号楼,,,cbd,,,2021-01-01,"),
    code: "exchange/IdRepeated",
    row: 18,
    column: "unit"
  },
  {
    what: "a dangling reference",
    file: "units.csv",
    content: unit("x,building,孤楼,,,nowhere,,,2021-01-01,"),
    code: "exchange/ReferenceUnknown",
    row: 18,
    column: "within"
  },
  {
    what: "a bad USCC",
    file: "units.csv",
    content: unit("x,enterprise,示例坏码公司,,,f1,,91330482MA4K0AB1OI,2021-01-01,"),
    code: "kernel/UsccMalformed",
    row: 18,
    column: "uscc"
  },
  {
    what: "a missing column",
    file: "names.csv",
    content: "unit,name,name_en\nb2,远航大厦,\n",
    code: "exchange/ColumnMissing",
    row: 1
  },
  {
    what: "an extra column",
    file: "names.csv",
    content: "unit,name,name_en,from,colour\nb2,远航大厦,,2022-01-01,red\n",
    code: "exchange/ColumnUnknown",
    row: 1,
    column: "colour"
  },
  {
    what: "a broken quote",
    file: "names.csv",
    content: 'unit,name,name_en,from\nb2,"远航大厦,,2022-01-01\n',
    code: "exchange/QuoteBroken",
    row: 2
  },
  {
    what: "a wrong encoding",
    file: "names.csv",
    content: Uint8Array.from([117, 110, 105, 116, 0xff, 0x81, 0x0a]),
    code: "exchange/EncodingBroken"
  },
  {
    what: "a cell of a million characters",
    file: "names.csv",
    content: hugeName,
    code: "exchange/CellTooLong",
    row: 3,
    column: "name"
  },
  {
    what: "a cell that looks like a formula",
    file: "names.csv",
    content: edited("names.csv", undefined, 'b1,"=HYPERLINK(""x"")",,2024-01-01'),
    code: "exchange/FormulaRefused",
    row: 3,
    column: "name"
  },
  { what: "an empty file", file: "names.csv", content: "", code: "exchange/FileEmpty" },
  { what: "city.json missing", file: "city.json", content: undefined, code: "exchange/FileMissing" },
  { what: "city.json that is no JSON", file: "city.json", content: '{ "tenant": ', code: "exchange/JsonBroken" }
]

describe("bad input", () => {
  it.each(bad)("R1-16 $what is found at its place, in both languages, and nothing is written", async (one) => {
    using shop = await loaded()
    shop.city({ [one.file]: one.content }, "bad")
    const place = {
      file: one.file,
      ...(one.row === undefined ? {} : { row: one.row }),
      ...(one.column === undefined ? {} : { column: one.column })
    }
    const expected = expect.objectContaining({
      severity: "error",
      code: one.code,
      ...place,
      text: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/^[^\p{Script=Han}]*[a-z]/u) }
    })

    const check = await shop.run(["check", "bad", "--json"])
    expect(check.code).toBe(1)
    expect(JSON.parse(check.out).findings).toContainEqual(expected)
    expect(JSON.parse(check.out).errors).toBeGreaterThan(0)
    // A cell of a million characters is not repeated to anybody.
    expect(check.out.length).toBeLessThan(20_000)

    const into = await load(shop, "bad")
    expect(into.code).toBe(1)
    expect(JSON.parse(into.out)).toMatchObject({ events: 0, created: false })
    expect(JSON.parse(into.out).errors).toBeGreaterThan(0)
    expect(eventsIn(shop)).toBe(31)

    const fresh = await shop.run(["load", "bad", "--store", "sqlite:fresh.db"], { env: {} })
    expect(fresh.code).toBe(1)
    expect(fresh.out).toContain("Nothing was written.")
    expect(fresh.out).toContain("未写入任何内容。")
    expect(readdirSync(shop.folder).filter((name) => name.startsWith("fresh"))).toEqual([])
  })
})

describe("a cycle that only arises on a future date", () => {
  it("R1-14 is found at the row that would close it, and nothing is written", async () => {
    using shop = new Workshop()
    const only = (moves: string) => ({
      "city.json": '{ "tenant": "regions", "profile": "generic" }',
      "units.csv": "unit,kind,name,within,from\na,region,甲区,,2020-01-01\nb,region,乙区,a,2020-01-01\n",
      "moves.csv": moves,
      ...Object.fromEntries(
        ["branches", "names", "activities", "member-counts", "terms"].map((name) => [`${name}.csv`, undefined])
      )
    })
    const header = "unit,line,superior,from\n"
    shop.city(only(`${header}b,location,,2098-01-01\na,location,b,2099-01-01\n`), "good")
    expect((await shop.run(["check", "good"])).code).toBe(0)
    shop.city(only(`${header}a,location,b,2099-01-01\n`), "bad")
    const { code, out } = await load(shop, "bad")
    expect(code).toBe(1)
    expect(JSON.parse(out).findings).toEqual([
      expect.objectContaining({ file: "moves.csv", row: 2, code: "organisation/CycleRejected", on: "2099-01-01" })
    ])
    expect(existsSync(join(shop.folder, "store.db"))).toBe(false)
  })
})

describe("the machine in the way", () => {
  const ask = ["tree", "--store", "sqlite:store.db", "--json"]
  const codeOf = (out: string): unknown => JSON.parse(out).error.code

  it("a missing, foreign or empty store ends with 3, or says what to do", async () => {
    using shop = new Workshop()
    shop.city()
    const missing = await shop.run(ask)
    expect([missing.code, codeOf(missing.out)]).toEqual([3, "ports/StoreMissing"])
    expect(existsSync(join(shop.folder, "store.db"))).toBe(false)
    writeFileSync(join(shop.folder, "store.db"), "this is a letter, not a store\n".repeat(100))
    const foreign = await shop.run(ask)
    expect([foreign.code, codeOf(foreign.out)]).toEqual([3, "ports/StoreForeign"])
    const into = await load(shop, "city")
    expect([into.code, codeOf(into.out)]).toEqual([3, "ports/StoreForeign"])
  })

  it("a store of an older release is never migrated in passing", async () => {
    using shop = await loaded()
    const db = new DatabaseSync(join(shop.folder, "old.db"))
    db.exec("PRAGMA application_id = 1280267609")
    db.close()
    const old = ["--store", "sqlite:old.db", "--json"]
    for (const argv of [
      ["tree", ...old],
      ["load", "city", ...old]
    ]) {
      const { code, out } = await shop.run(argv)
      expect([code, codeOf(out)]).toEqual([3, "ports/StoreNotMigrated"])
    }
    const migrated = await shop.run(["migrate", ...old])
    expect(migrated.code).toBe(0)
    expect(JSON.parse(migrated.out)).toMatchObject({ from: 0 })
    expect((await shop.run(["load", "city", ...old])).code).toBe(0)
    expect(JSON.parse((await shop.run(["migrate", ...old])).out)).toMatchObject({ from: 1, to: 1 })
  })

  it("a store of a newer release ends with 3", async () => {
    using shop = await loaded()
    const db = new DatabaseSync(join(shop.folder, "store.db"))
    db.exec("PRAGMA user_version = 99")
    db.close()
    const { code, out } = await shop.run(ask)
    expect([code, codeOf(out)]).toEqual([3, "ports/StoreNewer"])
  })

  it("an event of a newer release ends with 3 and not with a crash", async () => {
    using shop = await loaded()
    const db = new DatabaseSync(join(shop.folder, "store.db"))
    db.exec("UPDATE events SET schema_version = 9 WHERE position = 5")
    db.close()
    const { code, out } = await shop.run(ask)
    expect([code, codeOf(out)]).toEqual([3, "louyu/EventTooNew"])
  })

  it("a folder that is missing, or in use, ends with 3", async () => {
    using shop = new Workshop()
    shop.city()
    const missing = await shop.run(["check", "nowhere", "--json"])
    expect([missing.code, codeOf(missing.out)]).toEqual([3, "cli/FileUnusable"])
    const occupied = await shop.run(["init", "city", "--json"])
    expect([occupied.code, codeOf(occupied.out)]).toEqual([3, "cli/FolderOccupied"])
    const file = await shop.run(["check", "city/units.csv", "--json"])
    expect([file.code, codeOf(file.out)]).toEqual([3, "cli/FileUnusable"])
  })

  it("a store that somebody keeps locked ends with 3, and nothing is written", async () => {
    using shop = await loaded()
    shop.city({ "names.csv": edited("names.csv", undefined, "b1,湖畔大厦,,2024-01-01") }, "next")
    const db = new DatabaseSync(join(shop.folder, "store.db"))
    db.exec("BEGIN IMMEDIATE")
    const { code, out } = await load(shop, "next")
    db.exec("ROLLBACK")
    db.close()
    expect([code, codeOf(out)]).toEqual([3, "ports/StoreLocked"])
    expect(eventsIn(shop)).toBe(31)
  })
})

describe("a city folder that init made", () => {
  it.each(["generic", "pinghu", "divisions"])(
    "for profile %s is sound as it is, and names its tenant",
    async (profile) => {
      using shop = new Workshop()
      const made = await shop.run(["init", "新城", "--profile", profile, "--json"])
      expect(made.code).toBe(0)
      expect(JSON.parse(made.out)).toMatchObject({ folder: "新城", tenant: "新城", profile })
      const check = await shop.run(["check", "新城", "--json"])
      expect(JSON.parse(check.out)).toMatchObject({
        tenant: "新城",
        profile,
        errors: 0,
        warnings: 0,
        commands: 0,
        events: 1
      })
    }
  )
})

describe("the tables init makes", () => {
  it("are those to begin with, and others when they are asked for", async () => {
    using shop = new Workshop()
    const filesOf = async (folder: string, ...more: ReadonlyArray<string>): Promise<ReadonlyArray<string>> =>
      JSON.parse((await shop.run(["init", folder, ...more, "--json"])).out).files
    const few = await filesOf("few")
    expect(few).toContain("appointments.csv")
    expect(few).not.toContain("stations.csv")
    const more = await filesOf("more", "--with", "stations, programmes")
    expect(more).toEqual(expect.arrayContaining([...few, "stations.csv", "wishes.csv"]))
    expect(more).not.toContain("cases.csv")
    const all = await filesOf("all", "--with", "all")
    expect(all).toEqual(["city.json", "README.md", ...CityFolder.columns.map(({ file }) => file)])
    const { code, out } = await shop.run(["init", "strange", "--with", "casework,dragons", "--json"])
    expect([code, JSON.parse(out).error.code]).toEqual([2, "cli/OptionInvalid"])
    expect(existsSync(`${shop.folder}/strange`)).toBe(false)
  })
})

describe("long work", () => {
  const rows = Array.from({ length: 6_000 }, (_, i) => `n${i},enterprise,示例第${i}公司,,,f1,,,2021-01-01,`).join("\n")

  const interruptedAt = async (phase: string) => {
    using shop = await loaded()
    shop.city({ "units.csv": unit(rows) }, "large")
    let now = 0
    const controller = new AbortController()
    const seen: Array<string> = []
    const conditions: Conditions = {
      isTerminal: true,
      // Time flies, so that the bar is shown from the first report on.
      now: () => (now += 1_000),
      signal: controller.signal,
      onError: (text) => {
        seen.push(text)
        if (text.includes(phase)) controller.abort()
      }
    }
    const run = await shop.run(["load", "large", "--store", "sqlite:store.db"], conditions)
    const fresh = await shop.run(["load", "large", "--store", "sqlite:fresh.db"], {
      ...conditions,
      signal: controller.signal
    })
    return { run, fresh, seen, events: eventsIn(shop), files: readdirSync(shop.folder) }
  }

  it("that is interrupted while it checks leaves nothing written, no store made, and ends with 130", async () => {
    const { run, fresh, seen, events, files } = await interruptedAt("checking")
    expect(seen.join("")).toContain("█")
    expect(run.code).toBe(130)
    expect(run.err).toContain("Interrupted; nothing was written.")
    expect(events).toBe(31)
    expect(fresh.code).toBe(130)
    expect(files.filter((name) => name.startsWith("fresh"))).toEqual([])
  })

  it("that is interrupted while it writes says truly whether it was written", async () => {
    const { run, events } = await interruptedAt("writing")
    const isWritten = events > 31
    expect(run.err).toContain(isWritten ? "everything had been written" : "nothing was written")
    expect([31, 6_031]).toContain(events)
  })

  it("shows a bar on a terminal only, and takes it away in the end", async () => {
    using shop = new Workshop()
    shop.city()
    let now = 0
    const clock = () => (now += 1_000)
    const shown = await shop.run(["load", "city", "--store", "sqlite:a.db"], { isTerminal: true, now: clock })
    expect(shown.err).toMatch(/writing █+ 31\/31/u)
    expect(shown.err.endsWith("\r\u001b[2K")).toBe(true)
    const silent = await shop.run(["load", "city", "--store", "sqlite:b.db"], { now: clock })
    expect(silent.err).toBe("")
    const quick = await shop.run(["load", "city", "--store", "sqlite:c.db"], { isTerminal: true })
    expect(quick.err).toBe("")
  })
})
