import { Profiles } from "@louyu/profiles"
import { describe, expect, it } from "vitest"
import { CityFolder } from "../src/index.ts"
import { base, brief, bytes, city, found, read } from "./folder.ts"

const units = (...rows: ReadonlyArray<string>) => ({ "units.csv": `${base}${rows.join("\n")}\n` })
const wide = (...rows: ReadonlyArray<string>) => ({
  "units.csv": `unit,kind,name,within,under,from,to,nature,classes,uscc,division,grid_code,identifiers\ns-1,street,当湖街道${",".repeat(10)}\n${rows.join("\n")}\n`
})

describe("bad cells get a typed error at their place", () => {
  it.each([
    ["unknown kind", units("b-2,楼裕,示例,s-1"), "error units.csv 4 kind KindUnknown"],
    ["missing cell", units("b-2,building,,s-1"), "error units.csv 4 name CellMissing"],
    ["bad id", units("b 2,building,示例,s-1"), "error units.csv 4 unit IdInvalid"],
    ["duplicate id", units("b-1,building,示例,s-1"), "error units.csv 4 unit IdRepeated"],
    ["dangling reference", units("b-2,building,示例,s-2"), "error units.csv 4 within ReferenceUnknown"],
    ["formula", units("b-2,building,=HYPERLINK(1),s-1"), "error units.csv 4 name FormulaRefused"],
    ["name too long", units(`b-2,building,${"长".repeat(201)},s-1`), "error units.csv 4 name CellTooLong"],
    ["huge cell", units(`b-2,building,${"长".repeat(1_000_000)},s-1`), "error units.csv 4 name CellTooLong"],
    ["control character", units("b-2,building,示\u0007例,s-1"), "error units.csv 4 name CharacterRefused"],
    ["too many cells", units("b-2,building,示例,s-1,x"), "error units.csv 4 RowLengthWrong"],
    ["too few cells", units("b-2,building,示例"), "error units.csv 4 RowLengthWrong"],
    ["broken quote", units('b-2,building,"示例,s-1'), "error units.csv 4 name QuoteBroken"],
    ["no such date", wide("b-2,building,示例,s-1,,2023-02-29,,,,,,,"), "error units.csv 3 from CivilDateInvalid"],
    ["ambiguous date", wide("b-2,building,示例,s-1,,3/4/2023,,,,,,,"), "error units.csv 3 from CivilDateInvalid"],
    [
      "reversed period",
      wide("b-2,building,示例,s-1,,2023-02-01,2023-02-01,,,,,,"),
      "error units.csv 3 to PeriodReversed"
    ],
    ["bad nature", wide("b-2,building,示例,s-1,,,,solid,,,,,"), "error units.csv 3 nature ChoiceUnknown"],
    ["bad USCC", wide("b-2,building,示例,s-1,,,,,,91330482MA4K0AB1,,,"), "error units.csv 3 uscc UsccMalformed"],
    [
      "check digit",
      wide("b-2,building,示例,s-1,,,,,,91330482MA4K0AB180,,,"),
      "warning units.csv 3 uscc UsccCheckFailed"
    ],
    ["bad division", wide("b-2,building,示例,s-1,,,,,,,33048,,"), "error units.csv 3 division DivisionCodeMalformed"],
    ["bad grid code", wide("b-2,building,示例,s-1,,,,,,,,330482,"), "error units.csv 3 grid_code GridCodeMalformed"],
    ["no pair", wide("b-2,building,示例,s-1,,,,,,,,,legacy"), "error units.csv 3 identifiers PairInvalid"],
    ["no pair", wide("b-2,building,示例,s-1,,,,,substantive,,,,"), "error units.csv 3 classes PairInvalid"],
    [
      "unknown answer",
      wide("b-2,building,示例,s-1,,,,,运行状态=空转,,,,"),
      "error units.csv 3 classes ClassificationUnknown"
    ],
    [
      "circle",
      wide("b-2,building,示例,b-3,,,,,,,,,", "b-3,building,示例,b-2,,,,,,,,,"),
      "error units.csv 4 CycleFound"
    ],
    ["own superior", wide("b-2,building,示例,b-2,,,,,,,,,"), "error units.csv 3 CycleFound"]
  ])("%s", (_, files, expected) => {
    expect(found(files)).toEqual([expected])
  })

  it.each([
    ["no change", { "reclassifications.csv": "unit,kind\nb-1,\n" }, "error reclassifications.csv 2 kind ChangeMissing"],
    [
      "nobody joins",
      { "participations.csv": "body,unit,person\nb-1,,\n" },
      "error participations.csv 2 unit OneOfNeeded"
    ],
    [
      "two join",
      { "participations.csv": "body,unit,person\nb-1,s-1,p-1\n" },
      "error participations.csv 2 unit OneOfNeeded"
    ],
    ["no guide", { "guidance.csv": "unit,purpose\nb-1,双重指导\n" }, "error guidance.csv 2 guide_unit OneOfNeeded"],
    [
      "negative count",
      { "member-counts.csv": "unit,full,probationary\nb-1,-3,0\n" },
      "error member-counts.csv 2 full NumberInvalid"
    ],
    [
      "half a count",
      { "member-counts.csv": "unit,full,probationary\nb-1,3.5,0\n" },
      "error member-counts.csv 2 full NumberInvalid"
    ],
    [
      "list repeats",
      { "mergers.csv": "units,into,on\nb-1;b-1,s-1,2020-01-01\n" },
      "error mergers.csv 2 units ListRepeats"
    ],
    ["empty list", { "mergers.csv": "units,into,on\n;,s-1,2020-01-01\n" }, "error mergers.csv 2 units CellMissing"],
    [
      "no alliance",
      { "alliance-members.csv": "alliance,unit\na-1,b-1\n" },
      "error alliance-members.csv 2 alliance ReferenceUnknown"
    ],
    [
      "person's name",
      { "memberships.csv": "person,branch,standing\n张 三,b-1,正式\n" },
      "error memberships.csv 2 person IdInvalid"
    ],
    [
      "bad USCC",
      { "identifiers.csv": "unit,scheme,value\nb-1,uscc,123\n" },
      "error identifiers.csv 2 value UsccMalformed"
    ],
    [
      "identity number",
      { "identifiers.csv": "unit,scheme,value\nb-1,uscc,11010519491231002X\n" },
      "error identifiers.csv 2 value UsccMalformed"
    ],
    [
      "check digit",
      { "identifiers.csv": "unit,scheme,value\nb-1,uscc,91330482MA4K0AB180\n" },
      "warning identifiers.csv 2 value UsccCheckFailed"
    ]
  ])("%s in other files", (_, files, expected) => {
    expect(found({ ...units(), ...files })).toEqual([expected])
  })

  it("rows of one split that name different heirs disagree", () => {
    const rows =
      "unit,on,part,kind,name,remainder_to\nb-1,2020-01-01,b-8,building,甲,s-1\nb-1,2020-01-01,b-9,building,乙,\n"
    expect(found({ ...units(), "splits.csv": rows })).toEqual(["error splits.csv 3 remainder_to RowsDisagree"])
  })
})

describe("bad files get a typed error", () => {
  it.each([
    ["an empty file", { "units.csv": "" }, ["error units.csv FileEmpty"]],
    ["a file of blanks", { "units.csv": " \n\r\n" }, ["error units.csv FileEmpty"]],
    ["empty headings", { "units.csv": ",,\na,b,c\n" }, ["error units.csv FileEmpty"]],
    ["a missing column", { "units.csv": "unit,name\nb-1,示例\n" }, ["error units.csv 1 ColumnMissing"]],
    [
      "an extra column",
      { "units.csv": "unit,kind,name,电话\ns-1,street,甲,1\n" },
      ["error units.csv 1 电话 ColumnUnknown"]
    ],
    [
      "a repeated column",
      { "units.csv": "unit,kind,name,名称\ns-1,street,甲,乙\n" },
      ["error units.csv 1 名称 ColumnRepeated"]
    ],
    ["semicolons", { "units.csv": "unit;kind;name\ns-1;street;甲\n" }, ["error units.csv 1 SeparatorWrong"]],
    ["tabs", { "units.csv": "unit\tkind\tname\n" }, ["error units.csv 1 SeparatorWrong"]],
    ["a file nobody reads", { "unit.csv": "x" }, ["warning unit.csv FileUnknown"]],
    ["a workbook", { "units.xlsx": "x" }, ["warning units.xlsx FileUnknown"]],
    ["guides and hidden files", { "README.md": "x", "notes.txt": "x", ".DS_Store": "x" }, []],
    ["headings only", { "units.csv": "unit,kind,name\n" }, []]
  ])("%s", (_, files, expected) => {
    expect(found(files)).toEqual(expected)
  })

  it("a wrong encoding", () => {
    const at = (all: ReadonlyArray<number>) =>
      CityFolder.read(
        new Map([
          ["city.json", bytes(city)],
          ["units.csv", new Uint8Array(all)]
        ])
      ).findings.map(brief)
    expect(at([0xff, 0xfe, 0x41, 0x00])).toEqual(["error units.csv EncodingUnsupported"])
    expect(at([0x81, 0x20])).toEqual(["error units.csv EncodingBroken"])
  })

  it.each([
    ["missing", undefined, ["error city.json FileMissing"]],
    ["empty", "", ["error city.json FileEmpty"]],
    ["broken", '{ "tenant": "a",\n "profile": }', ["error city.json 2 JsonBroken"]],
    ["no object", "3", ["error city.json JsonInvalid"]],
    ["without tenant", '{ "profile": "pinghu" }', ["error city.json JsonInvalid"]],
    ["of an unknown profile", '{ "tenant": "a", "profile": "atlantis" }', ["error city.json ProfileUnknown"]],
    [
      "with a typing mistake",
      '{ "tenant": "a", "profile": "pinghu", "sinse": "2019-01-01" }',
      ["error city.json JsonInvalid"]
    ],
    [
      "with a date that does not exist",
      '{ "tenant": "a", "profile": "pinghu", "since": "2019-02-29" }',
      ["error city.json JsonInvalid"]
    ]
  ])("city.json %s", (_, text, expected) => {
    const files = new Map(text === undefined ? [] : [["city.json", bytes(text)]])
    expect(CityFolder.read(files).findings.map(brief)).toEqual(expected)
  })

  it("an own profile that contradicts itself", () => {
    const { generic } = Profiles
    const structure = {
      ...generic.structure,
      kinds: [{ id: "a", names: { zh: "甲" }, archetype: "body", under: ["b"] }]
    }
    const profile = {
      ...generic,
      governing: [],
      casework: {},
      structure: { ...structure, classifications: [], patterns: [] }
    }
    const found_ = read({ "city.json": JSON.stringify({ tenant: "a", profile }) }).findings
    expect(found_.map(({ problem }) => [problem.code, "path" in problem && problem.path])).toEqual([
      ["profiles/ReferenceUnknown", "structure.kinds[0].under[0]"],
      ["profiles/KindUnreachable", "structure.kinds[0]"]
    ])
  })

  it("wrong values of city.json, each in both languages", () => {
    const said = read({ "city.json": '{ "format": "x", "tenant": "a", "profile": 7, "names": 3 }' }).findings
    expect(said.map(({ problem }) => problem.text)).toEqual([
      { zh: "format 应为 1。", en: "format must be 1." },
      { zh: "names 应为对象。", en: "names must be an object." },
      { zh: "profile 应为对象。", en: "profile must be an object." }
    ])
  })

  it("an own profile with a wrong value, at its path", () => {
    const profile = { ...Profiles.generic, timeZone: "Mars" }
    const [wrong] = read({ "city.json": JSON.stringify({ tenant: "a", profile }) }).findings
    expect(wrong?.problem).toMatchObject({ _tag: "JsonInvalid", path: "profile.timeZone" })
  })
})

describe("R1-16 a report", () => {
  const broken = {
    "units.csv": "unit,kind,name,within,from\nb-1,楼裕,=1,s-9,2023-02-29\nb-1,building,好,,\n",
    "names.csv": "unit,name\nb-1,好\nb-2,好\n",
    "unit.csv": ""
  }

  it("holds everything that is wrong at once, in order of file and row", () => {
    expect(found({ "city.json": "{", ...broken })).toEqual([
      "error city.json 1 JsonBroken",
      "error units.csv 2 name FormulaRefused",
      "error units.csv 2 within ReferenceUnknown",
      "error units.csv 2 from CivilDateInvalid",
      "error units.csv 3 unit IdRepeated",
      "error names.csv 3 unit ReferenceUnknown",
      "warning unit.csv FileUnknown"
    ])
  })

  it("says that days are missing when neither the rows nor the city give one", () => {
    const { findings } = read({ "city.json": '{ "tenant": "a", "profile": "pinghu" }', ...broken })
    expect(findings.map(brief)).toEqual([
      "error units.csv 2 kind KindUnknown",
      "error units.csv 2 name FormulaRefused",
      "error units.csv 2 within ReferenceUnknown",
      "error units.csv 2 from CivilDateInvalid",
      "error units.csv 3 unit IdRepeated",
      "error units.csv 3 from CellMissing",
      "error names.csv 1 ColumnMissing",
      "error names.csv 3 unit ReferenceUnknown",
      "warning unit.csv FileUnknown"
    ])
  })

  it("explains each in both languages, without the text of names", () => {
    const { findings } = read({ "city.json": "{", ...broken })
    for (const { problem } of findings) {
      expect(problem.text.zh).toMatch(/[\u4e00-\u9fff]/u)
      expect(problem.text.en).not.toMatch(/undefined/u)
      expect(problem.code).toMatch(/^[a-z]+\/[A-Z]\w+$/u)
    }
  })

  it("counts all and keeps as many as the limit", () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `u-${i},nothing,甲,`)
    const report = read(units(...rows), { limit: 10 })
    expect([report.errors, report.findings.length]).toEqual([5000, 10])
  })

  it("names the first row of an id that is given twice, across files", () => {
    const branches = "branch,kind,name,formation,enterprises,full,probationary\nb-1,branch,甲,单建,b-1,3,0\n"
    const { findings } = read({ ...units(), "branches.csv": branches })
    expect(findings.map(({ problem }) => problem)).toMatchObject([
      { _tag: "IdRepeated", id: "b-1", first: { file: "units.csv", row: 3 } }
    ])
  })

  it("offers what was probably meant", () => {
    const { findings } = read({ ...units("b-2,bilding,示例,s_1"), "name.csv": "", "names.csv": "unit,nam,from\n" })
    const offered = findings.map(({ problem }) => ("nearest" in problem ? problem.nearest : []))
    expect(offered).toEqual([["building"], ["s-1", "b-1"], ["name", "name_en"], [], ["names.csv"]])
  })

  it("lets rows refer to units that exist elsewhere", () => {
    const files = { "names.csv": "unit,name\nelsewhere,新名\n" }
    expect(found(files)).toEqual(["error names.csv 2 unit ReferenceUnknown"])
    const report = read(files, { knows: (unit) => unit === "elsewhere" })
    expect(report.steps.map(({ command }) => command._tag)).toEqual(["RenameUnit"])
  })
})
