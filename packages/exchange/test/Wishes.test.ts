import { CivilDate, Identifier } from "@louyu/kernel"
import { Code, Volunteering, Wish } from "@louyu/programmes"
import { describe, expect, it } from "vitest"
import { wrong } from "./posts.ts"
import { table, together, turned } from "./programmesFolder.ts"

const teamHead = "place,team,name,expertise,units,from,disbanded"
const teams = table(teamHead, "b-1,youth,白领党员联合志愿服务队,finance;law,e-1;pc-1,2022-01-10,")
const members = table(
  "地点,队伍,人员,起始日期,截止日期",
  "b-1,youth,p-1,2022-01-10,",
  "b-1,youth,p-2,2022-02-01,2022-06-01"
)
const wishes = table(
  "心愿,心愿人,类别,地点,发布日期,撤回日期",
  "w-1,p-7,studyLamp,c-1,2022-03-01,",
  "w-2,p-8,陪诊,c-1,2022-03-01,2022-03-20"
)
const claimHead =
  "wish,by,by_person,on,request,to,to_person,delegated,released,reason,fulfilled,done_by,done_by_person,satisfied,confirmed"
const claims = (...rows: ReadonlyArray<string>) => ({
  "volunteer-teams.csv": teams,
  "volunteers.csv": members,
  "wishes.csv": wishes,
  "wish-claims.csv": table(claimHead, ...rows)
})
const wish = (result: ReturnType<typeof together>, id: string) => Wish.get(result.wishes.state, Code.WishId.make(id))

describe("wishes.csv and wish-claims.csv", () => {
  const story = claims(
    "w-1,b-1=youth,,2022-03-03,,,,,,,2022-03-05,,p-1,是,2022-03-06",
    "w-1,e-1,,2022-03-02,,,,,2022-03-03,人手不足,,,,,",
    "w-2,,p-9,2022-03-02,,pc-1,,2022-03-02,,,,,,,"
  )

  it.each([
    ["as they were written", story],
    ["the other way round", turned(story)]
  ])(
    "W-12 a wish is claimed by one at a time, fulfilled by a member of the team and confirmed by its owner: rows %s",
    (_, files) => {
      const result = together(files)
      expect([result.findings, result.refused, result.news]).toEqual([[], [], 0])
      expect(wish(result, "w-1")).toMatchObject({
        standing: "confirmed",
        claims: [
          { by: { unit: "e-1" }, released: "2022-03-03" },
          { by: { place: "b-1", team: "youth" }, released: undefined }
        ]
      })
      expect(wish(result, "w-2")).toMatchObject({
        standing: "withdrawn",
        claims: [{ by: { person: "p-9" }, delegates: [{ unit: "pc-1" }] }]
      })
    }
  )

  it("W-12 a claim on a wish that is claimed is refused at its row", () => {
    const result = together(claims("w-1,e-1,,2022-03-02,,,,,,,,,,,", "w-1,pc-1,,2022-03-03,,,,,,,,,,,"))
    expect(result.refused).toEqual(["error wish-claims.csv 3 WishAlreadyClaimed"])
  })

  it("W-12 a wish its owner is not content with goes back, and the same claim says in another row when it was fulfilled again", () => {
    const result = together(
      claims(
        "w-1,e-1,,2022-03-02,,,,,,,2022-03-05,,,no,2022-03-06",
        "w-1,e-1,,2022-03-02,,,,,,,2022-03-06,,,yes,2022-03-08"
      )
    )
    expect([result.findings, result.refused, result.news]).toEqual([[], [], 0])
    expect(wish(result, "w-1")).toMatchObject({ standing: "confirmed", claims: [{ by: { unit: "e-1" } }] })
  })

  it("W-12 a wish may be claimed, given up and claimed again on one day, whatever the order of the rows", () => {
    const rows = [
      "w-1,e-1,,2022-03-02,,,,,2022-03-02,,,,,,",
      "w-1,pc-1,,2022-03-02,,,,,2022-03-02,,,,,,",
      "w-1,e-1,,2022-03-02,2,,,,,,,,,,"
    ]
    for (const files of [claims(...rows), turned(claims(...rows))]) {
      const result = together(files)
      expect([result.refused, result.news]).toEqual([[], 0])
      expect(wish(result, "w-1")?.standing).toBe("claimed")
      expect(wish(result, "w-1")?.claims.at(-1)).toMatchObject({ by: { unit: "e-1" }, released: undefined })
    }
  })

  it.each([
    ["nobody claims", "w-1,,,2022-03-02,,,,,,,,,,,", ["by OneOfNeeded"]],
    ["two claim", "w-1,e-1,p-1,2022-03-02,,,,,,,,,,,", ["by_person CellExcluded"]],
    ["no day", "w-1,e-1,,,,,,,,,,,,,", ["on CellMissing"]],
    ["delegated without a day", "w-1,e-1,,2022-03-02,,,p-2,,,,,,,,", ["delegated CellMissing"]],
    ["a reason for nothing", "w-1,e-1,,2022-03-02,,,,,,算了,,,,,", ["released CellMissing"]],
    ["confirmed before it is fulfilled", "w-1,e-1,,2022-03-02,,,,,,,,,,是,2022-03-09", ["fulfilled CellMissing"]],
    ["content on no day", "w-1,e-1,,2022-03-02,,,,,,,2022-03-05,,,是,", ["confirmed CellMissing"]],
    ["a unit nobody set up", "w-1,e-9,,2022-03-02,,,,,,,,,,,", ["by ReferenceUnknown"]],
    ["no pair", "w-1,b-1=youth=x,,2022-03-02,,,,,,,,,,,", ["by PairInvalid"]],
    ["a telephone number", "w-1,e-1,,2022-03-02,,,,,2022-03-03,请致电13800138000,,,,,", ["reason PersonalDataInCell"]],
    ["a wish nobody posted", "w-9,e-1,,2022-03-02,,,,,,,2022-03-05,,,是,2022-03-06", ["wish WishUnlisted"]]
  ])("what is wrong is named at its cell: %s", (_, row, expected) => {
    expect(wrong(claims(row))).toEqual(expected.map((one) => `error wish-claims.csv 2 ${one}`))
  })

  it("D-13 rows of one claim that disagree on its end are refused", () => {
    const rows = ["w-1,e-1,,2022-03-02,,,,,2022-03-04,,,,,,", "w-1,e-1,,2022-03-02,,pc-1,,2022-03-02,,,,,,,"]
    expect(wrong(claims(...rows))).toEqual(["error wish-claims.csv 3 released RowsDisagree"])
  })
})

describe("volunteer-teams.csv, volunteers.csv and volunteer-services.csv", () => {
  const six = ["阳光", "暖心", "党员爱心", "科技人才", "法律", "环保"].map(
    (name, n) => `b-1,t-${n},${name}服务队,,,2022-01-01,`
  )
  const services = table(
    "place,service,name,kind,team,date,people,person,minutes",
    "b-1,s-1,扫雪,snow,youth,2022-02-10,20余,p-1,90",
    "b-1,s-1,扫雪,snow,youth,2022-02-10,20余,p-2,60",
    "b-1,s-2,义诊,clinic,,2022-03-10,,,"
  )

  it("A-14b five teams declared stay five beside six that are listed", () => {
    const result = together({
      "volunteer-teams.csv": table(teamHead, ...six),
      "volunteer-team-counts.csv": table("place,count,source,on", "b-1,五,公开报道,2022-02-01")
    })
    expect([result.findings, result.refused, result.news]).toEqual([[], [], 0])
    const there = Volunteering.get(result.volunteers.state, Identifier.UnitId.make("b-1"))
    expect(there && Volunteering.teamCount(there, CivilDate.make("2022-03-01"))).toEqual({
      declared: { value: 5, qualifier: "exact" },
      source: "公开报道",
      listed: 6,
      differs: true
    })
  })

  it("D-13 a service is told with who gave how long, a row for each, in any order of rows", () => {
    const files = { "volunteer-teams.csv": teams, "volunteers.csv": members, "volunteer-services.csv": services }
    for (const folder of [files, turned(files)]) {
      const result = together(folder)
      expect([result.findings, result.refused, result.news]).toEqual([[], [], 0])
      const there = Volunteering.get(result.volunteers.state, Identifier.UnitId.make("b-1"))
      expect(
        [...(there?.services ?? [])].map(([id, { given = [], people }]) => [id, given.length, people?.value])
      ).toEqual(
        expect.arrayContaining([
          ["s-1", 2, 20],
          ["s-2", 0, undefined]
        ])
      )
    }
  })

  it("D-13 who left the team cannot have served with it since", () => {
    const late = services.replaceAll("2022-02-10", "2022-07-01")
    const files = { "volunteer-teams.csv": teams, "volunteers.csv": members, "volunteer-services.csv": late }
    expect(together(files).refused).toEqual(["error volunteer-services.csv 2 NotInTeam"])
  })

  it.each([
    ["b-1,s-1,扫雪,snow,,2022-02-10,,p-1,", ["minutes CellMissing"]],
    ["b-1,s-1,扫雪,snow,,2022-02-10,,,30", ["person CellMissing"]],
    ["b-1,s-1,扫雪,snow,,2022-02-10,许多,p-1,0", ["people CountMalformed", "minutes NumberInvalid"]],
    ["b-1,s-1,,snow,,,,p-1,30", ["name CellMissing", "date CellMissing"]]
  ])("what is missing or wrong is named: %s", (row, expected) => {
    const head = "place,service,name,kind,team,date,people,person,minutes"
    expect(wrong({ "volunteer-services.csv": table(head, row) })).toEqual(
      expected.map((one) => `error volunteer-services.csv 2 ${one}`)
    )
  })

  it("D-13 an end before the beginning is refused", () => {
    const files = { "volunteers.csv": table("place,team,person,from,to", "b-1,youth,p-1,2022-02-01,2022-01-01") }
    expect(wrong(files)).toEqual(["error volunteers.csv 2 to PeriodReversed"])
  })
})
