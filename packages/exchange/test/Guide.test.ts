import { readFileSync } from "node:fs"
import { Identifier } from "@louyu/kernel"
import { Profiles } from "@louyu/profiles"
import { describe, expect, it } from "vitest"
import { pages } from "../scripts/pages.ts"
import { CityFolder } from "../src/index.ts"

const tenant = Identifier.TenantId.make("danghu")
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

describe("the column guide", () => {
  it.each([...pages.keys()])("%s is what scripts/columns.ts writes", (name) => {
    expect(readFileSync(new URL(`../${name}`, import.meta.url), "utf8")).toBe(pages.get(name))
  })

  it("calls no two columns of a file the same, in either language", () => {
    for (const { file, columns } of CityFolder.columns) {
      const headings = columns.flatMap(({ names }) => [names.zh, names.en])
      expect([file, new Set(headings).size]).toEqual([file, headings.length])
    }
  })

  it("says of every column what it means and what may stand in it, in both languages", () => {
    for (const { about, form } of CityFolder.columns.flatMap(({ columns }) => columns)) {
      expect([about.zh, about.en, form.zh, form.en].filter((sentence) => sentence === "")).toEqual([])
    }
  })
})

describe("CityFolder.template", () => {
  it("holds the files of the subjects that are asked for, all of them when none are, and tells of no others", () => {
    const few = CityFolder.template(Profiles.generic, { tenant, subjects: ["organisation", "people"] })
    expect([...few.keys()]).toEqual(expect.arrayContaining(["city.json", "README.md", "units.csv", "people.csv"]))
    expect([...few.keys()]).not.toContain("cases.csv")
    expect(text(few.get("README.md"))).not.toContain("cases.csv")
    expect(CityFolder.read(few).findings).toEqual([])
    const whole = [...CityFolder.template(Profiles.generic, { tenant }).keys()]
    expect(whole.slice(2)).toEqual(CityFolder.columns.map(({ file }) => file))
    const bySubject = CityFolder.subjects.flatMap((subject) =>
      [...CityFolder.template(Profiles.generic, { tenant, subjects: [subject] }).keys()].slice(2)
    )
    expect(bySubject).toEqual(whole.slice(2))
  })

  const all = Profiles.all.flatMap((profile) => (["zh", "en"] as const).map((language) => [profile, language] as const))

  it.each(all)("reads back without a finding: %o", (profile, language) => {
    const report = CityFolder.read(CityFolder.template(profile, { tenant, language }))
    expect([report.findings, report.tenant, report.profile]).toEqual([[], "danghu", profile])
  })

  it("begins by telling what is local about the city", () => {
    const readme = (language: "zh" | "en") =>
      text(CityFolder.template(Profiles.harbinDaoli, { tenant, language }).get("README.md"))
    expect(readme("zh")).toContain("“1＋2＋4”")
    expect(readme("en")).toContain("functional branches by tower and the entity branches of firms: 1+2+4")
  })

  it("a city of a further language has its labels in it, and the guide in English", () => {
    const others = { pt: "Ilha Nova" }
    const own = { ...Profiles.generic, id: "own", names: { zh: "新屿", others }, defaults: { language: "pt" } }
    const readme = text(CityFolder.template(own, { tenant }).get("README.md"))
    expect(readme.split("\n")[0]).toContain("Ilha Nova")
    expect(readme).toContain("The first row of each CSV file")
  })

  it("holds every file with its headings, and opens as UTF-8 in a spreadsheet", () => {
    const files = CityFolder.template(Profiles.generic, { tenant, language: "en" })
    for (const { file, columns } of CityFolder.columns) {
      expect([...(files.get(file) ?? [])].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf])
      expect(text(files.get(file))).toBe(`${columns.map(({ names }) => names.en).join(",")}\n`)
    }
  })

  it("names a preset, and writes an own profile out", () => {
    const own = { ...Profiles.generic, id: "own" }
    const city = (profile: typeof own) => JSON.parse(text(CityFolder.template(profile, { tenant }).get("city.json")))
    expect(city(Profiles.pinghu).profile).toBe("pinghu")
    expect(city(own).profile.id).toBe("own")
    expect(CityFolder.read(CityFolder.template(own, { tenant })).profile).toEqual(own)
  })

  it("explains the kinds of the profile and where each may stand", () => {
    const guide = text(CityFolder.template(Profiles.pinghu, { tenant, language: "en" }).get("README.md"))
    const line = guide.split("\n").find((one) => one.includes("`comprehensive-committee`"))
    expect(line?.split("|").map((cell) => cell.trim())).toEqual([
      "",
      "`comprehensive-committee`",
      "Comprehensive committee",
      "Street Party committee",
      "Business district",
      ""
    ])
    expect(guide).toContain("`operating-status` Operating status: `nominal` Nominal, `substantive` Substantive")
  })
})
