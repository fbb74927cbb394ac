import { CivilDate, Decider } from "@louyu/kernel"
import { Organisation } from "@louyu/organisation"
import { Profiles } from "@louyu/profiles"
import { describe, expect, it } from "vitest"
import { CityFolder, ExchangeError, Finding, Report } from "../src/index.ts"
import { aboutUnits, base, bytes, city, read } from "./folder.ts"
import * as Gb18030 from "./gb18030.ts"

const commands = (files: Readonly<Record<string, string>>) => read(files).steps.map(({ command }) => command)

describe("R1-16 CityFolder.read", () => {
  it("takes headings in Chinese, English and Traditional characters, in any order and spelling", () => {
    const expected = commands({ "units.csv": base })
    expect(expected).toHaveLength(2)
    for (const text of [
      "编号,类型,名称,所在\ns-1,street,当湖街道,\nb-1,building,总商会大厦,s-1\n",
      "名稱,所在,編號,類型\n当湖街道,,s-1,街道\n总商会大厦,s-1,b-1,楼宇\n",
      "Within,ID,Name (zh),KIND\n,s-1,当湖街道,Street\ns-1,b-1,总商会大厦,Building\n"
    ]) {
      expect(commands({ "units.csv": text })).toEqual(expected)
    }
  })

  it("takes UTF-8 with and without byte order mark, and GB18030", () => {
    const text = "编号,类型,名称,所在\ns-1,street,当湖街道,\nb-1,building,总商会大厦,s-1\n"
    const all = [bytes(text), bytes(`\uFEFF${text}`), Gb18030.encode(text)].map((file) =>
      CityFolder.read(
        new Map([
          ["city.json", bytes(city)],
          ["units.csv", file]
        ])
      )
    )
    expect(all.map(({ findings }) => findings)).toEqual([[], [], []])
    expect(all[1]?.steps).toEqual(all[0]?.steps)
    expect(all[2]?.steps).toEqual(all[0]?.steps)
  })

  it.each(["2023-03-01", "2023/3/1", "2023/03/01", "2023年3月1日", "２０２３－０３－０１"])(
    "takes a date written %s",
    (date) => {
      expect(commands({ "units.csv": `unit,kind,name,from\ns-1,street,甲,${date}\n` })).toMatchObject([
        { from: "2023-03-01" }
      ])
    }
  )

  it("counts rows as a spreadsheet does: headings are row 1, a cell of two lines is one row, blank rows count", () => {
    const text = 'unit,kind,name,within\ns-1,street,"当湖\n街道",\n,,,\n\nb-1,building,总商会大厦,s-1\n'
    const { steps } = read({ "units.csv": text })
    expect(steps.map(({ origin }) => origin)).toEqual([
      { file: "units.csv", row: 2 },
      { file: "units.csv", row: 5 }
    ])
    expect(steps[0]?.command).toMatchObject({ name: { zh: "当湖 街道" } })
  })

  it("takes the city's own first day where a row gives none", () => {
    expect(commands({ "units.csv": base }).map(({ _tag, ...rest }) => "from" in rest && rest.from)).toEqual([
      "2019-01-01",
      "2019-01-01"
    ])
  })

  it("takes the profile's chat channel where a row gives none", () => {
    const rows = { "units.csv": base, "chat-groups.csv": "unit,group\nb-1,g-1\n" }
    expect(commands(rows).at(-1)).toEqual({
      _tag: "BindChatGroup",
      unit: "b-1",
      channel: "wechat",
      group: "g-1",
      from: "2019-01-01"
    })
  })

  it("R1-11 gathers a unit's identifiers from all columns, in their right spelling", () => {
    const text =
      "unit,kind,name,uscc,division,identifiers\ns-1,street,甲,91330482 ma4k0ab18y,330482001,legacy=7；archive：B-7\n"
    expect(commands({ "units.csv": text })).toMatchObject([
      {
        identifiers: [
          { scheme: "uscc", value: "91330482MA4K0AB18Y" },
          { scheme: "division", value: "330482001" },
          { scheme: "legacy", value: "7" },
          { scheme: "archive", value: "B-7" }
        ]
      }
    ])
  })

  it("finds own profiles before presets, and profiles written into city.json", () => {
    const own = { ...Profiles.generic, id: "own" }
    const named = read({ "city.json": '{ "tenant": "a", "profile": "own" }' }, { profiles: [own] })
    expect(named.profile).toBe(own)
    const inline = read({ "city.json": JSON.stringify({ tenant: "a", profile: own }) })
    expect([inline.findings, inline.profile]).toEqual([[], own])
  })

  it("makes one split of all rows of a unit and day", () => {
    const rows = [
      "unit,on,part,kind,name,full,members,remainder_to",
      "b-1,2020-01-01,b-8,branch,甲,3,p-1;p-2,s-1",
      "b-1,2020-01-01,b-9,branch,乙,,,s-1"
    ]
    const split = commands({ "units.csv": base, "splits.csv": `${rows.join("\n")}\n` }).at(-1)
    expect(split).toEqual({
      _tag: "SplitUnit",
      unit: "b-1",
      on: "2020-01-01",
      parts: [
        {
          unit: "b-8",
          kind: "branch",
          name: { zh: "甲" },
          members: ["p-1", "p-2"],
          memberCounts: { full: 3, probationary: 0 }
        },
        { unit: "b-9", kind: "branch", name: { zh: "乙" } }
      ],
      remainderTo: "s-1"
    })
  })

  it("is sound with warnings and unsound with errors", () => {
    expect(Report.isSound(read({ "strange.csv": "" }))).toBe(true)
    expect(Report.isSound(read({ "units.csv": "" }))).toBe(false)
  })
})

describe("CityFolder.attribute", () => {
  it("puts a refusal at the row that asked for what was refused", () => {
    const { steps } = read({ "units.csv": `${base}e-1,enterprise,示例有限公司,s-1\n` })
    const decider = Organisation.decider(Profiles.pinghu.structure)
    const run = Decider.run(decider, decider.initial, aboutUnits(steps), undefined)
    const [refused, ...others] = CityFolder.attribute(steps, run.failures)
    expect(others).toEqual([])
    expect(refused).toMatchObject({ severity: "error", place: { file: "units.csv", row: 4 } })
    expect(refused?.problem.code).toBe("organisation/SuperiorRejected")
  })

  it("R1-14 puts a circle that only arises on a later date at the move that would close it", () => {
    const kinds = "unit,kind,name,within,from\nr-1,region,甲,,\nr-2,region,乙,r-1,\n"
    const moves = "unit,line,superior,from\nr-2,所在,,2024-01-01\nr-1,所在,r-2,2025-01-01\nr-2,所在,r-1,2026-01-01\n"
    const generic = '{ "tenant": "danghu", "profile": "generic", "since": "2019-01-01" }'
    const { steps, findings } = read({ "city.json": generic, "units.csv": kinds, "moves.csv": moves })
    expect(findings).toEqual([])
    const decider = Organisation.decider(Profiles.generic.structure)
    const run = Decider.run(decider, decider.initial, aboutUnits(steps), undefined)
    expect(CityFolder.attribute(steps, run.failures)).toMatchObject([
      { place: { file: "moves.csv", row: 4 }, problem: { code: "organisation/CycleRejected", on: "2026-01-01" } }
    ])
  })

  it("gives nothing for steps that do not exist", () => {
    const failure = new ExchangeError.CellMissing({})
    expect(CityFolder.attribute([], [{ index: 3, failure }])).toEqual([])
  })
})

describe("Finding", () => {
  const [finding] = read({ "units.csv": `${base}b-2,楼裕,示例,s-1\n` }).findings

  it("is one line in each language", () => {
    expect(finding && Finding.format(finding, "zh")).toBe(
      "units.csv 第 4 行 “kind”列：本市没有“楼裕”这一类型，最接近的是：楼宇、楼栋、楼层。 [exchange/KindUnknown]"
    )
    expect(finding && Finding.format(finding, "en")).toBe(
      'units.csv, row 4, column "kind": The city has no kind "楼裕"; the nearest are: 楼宇, 楼栋, 楼层. [exchange/KindUnknown]'
    )
  })

  it("is JSON with place, code, sentences and data", () => {
    expect(finding && JSON.parse(JSON.stringify(Finding.toJson(finding)))).toMatchObject({
      severity: "error",
      file: "units.csv",
      row: 4,
      column: "kind",
      code: "exchange/KindUnknown",
      kind: "楼裕",
      text: { zh: expect.any(String), en: expect.any(String) }
    })
  })
})

describe("the day of a command", () => {
  it("is never lost: every step lies on the day its row names", () => {
    const { steps } = read({ "units.csv": base, "activities.csv": "unit,on,activity\nb-1,2022-07-01,主题党日\n" })
    expect(aboutUnits(steps).map((command) => ("on" in command ? command.on : command.from))).toEqual([
      "2019-01-01",
      "2019-01-01",
      CivilDate.make("2022-07-01")
    ])
  })
})
