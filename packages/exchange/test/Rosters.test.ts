import { CivilDate } from "@louyu/kernel"
import { RosterCode, RosterState } from "@louyu/stations"
import { describe, expect, it } from "vitest"
import { sheet } from "./caseFolder.ts"
import { asked, posted, wrong } from "./posts.ts"
import { carryOut, type Known, reversed, stationed } from "./stationFolder.ts"

type Texts = Readonly<Record<string, string>>

const plan = "roster,name,from,to,shift,shift_name,stations,time,days"
const simple = "d-1,红领值班,2024-01-01,2024-03-01,day,白班,red-1;rider-1,9:00-17:00,工作日"
const members = ["d-1,e-1,,", "d-1,pc-1,,", "d-1,s-1,,", "d-1,c-1,,"]

const rostered = (files: Texts = {}): Texts =>
  stationed({
    "rosters.csv": sheet(`${plan},on`, `${simple},2023-12-20`),
    "roster-members.csv": sheet("roster,unit,unavailable,excused", ...members),
    "roster-generations.csv": sheet(
      "roster,generation,generated,published,through",
      "d-1,1,2023-12-22,2023-12-23,2024-01-31",
      "d-1,1,2023-12-22,2024-01-20,"
    ),
    ...files
  })
const drafting = (head: string, ...rows: ReadonlyArray<string>) => rostered({ "rosters.csv": sheet(head, ...rows) })
const happened = (...rows: ReadonlyArray<string>) =>
  rostered({
    "duties.csv": sheet(
      "roster,date,shift,station,what,other_date,other_station,unit,members,manager,reason,on,at",
      ...rows
    )
  })

const roster = ({ rosters }: Known): RosterState.Roster => {
  const found = RosterState.roster(rosters, RosterCode.RosterId.make("d-1"))
  if (found === undefined) throw new Error("d-1 is drafted")
  return found
}
const holder = (known: Known, day: string, station: string): string | undefined =>
  RosterState.duty(roster(known), RosterCode.SlotId.make(`${day}/day/${station}/1`))?.unit

describe("bad rows about rosters get a typed error at their place", () => {
  it.each([
    [
      "no days",
      drafting(`${plan},on`, `${simple.replace("工作日", "")},2023-12-20`),
      "error rosters.csv 2 days CellMissing"
    ],
    [
      "days",
      drafting(`${plan},on`, `${simple.replace("工作日", "有空时")},2023-12-20`),
      "error rosters.csv 2 days DaysInvalid"
    ],
    [
      "time",
      drafting(`${plan},on`, `${simple.replace("9:00-17:00", "22:00-6:00")},2023-12-20`),
      "error rosters.csv 2 time WindowReversed"
    ],
    [
      "cycle",
      drafting(`${plan},on`, `${simple.replace("2024-03-01", "2023-03-01")},2023-12-20`),
      "error rosters.csv 2 to PeriodReversed"
    ],
    ["no drafting", drafting(`${plan},on`, `${simple},`), "error rosters.csv 2 on CellMissing"],
    [
      "shifts that disagree",
      drafting(
        `${plan},max_per_week,on`,
        `${simple},2,2023-12-20`,
        `${simple.replace("day,白班", "eve,晚班")},3,2023-12-20`
      ),
      "error rosters.csv 3 max_per_week RowsDisagree"
    ],
    [
      "nobody",
      rostered({ "roster-members.csv": sheet("roster,unit") }),
      "error rosters.csv 2 roster RosterMembersMissing"
    ],
    [
      "another roster",
      rostered({ "roster-members.csv": sheet("roster,unit", "d-1,e-1", "d-2,e-1") }),
      "error roster-members.csv 3 roster ReferenceUnknown"
    ],
    [
      "another plan",
      rostered({ "roster-members.csv": sheet("roster,plans,unit", "d-1,,e-1", "d-1,1;3,pc-1") }),
      "error roster-members.csv 3 plans RosterPlanUnknown"
    ],
    [
      "no plan at all",
      rostered({ "roster-members.csv": sheet("roster,plans,unit", "d-1,,e-1", "d-1,；,pc-1") }),
      "error roster-members.csv 3 plans CellMissing"
    ],
    [
      "no dates at all",
      drafting(`${plan},except,on`, `${simple},;,2023-12-20`),
      "error rosters.csv 2 except DatesInvalid"
    ],
    [
      "carried",
      rostered({ "roster-members.csv": sheet("roster,unit,carried", "d-1,e-1,许多", "d-1,pc-1,1") }),
      "error roster-members.csv 2 carried TurnsInvalid"
    ],
    [
      "absence",
      rostered({ "roster-members.csv": sheet("roster,unit,excused", "d-1,e-1,2024-02-01..2024-01-01", "d-1,pc-1,") }),
      "error roster-members.csv 2 excused DatesInvalid"
    ],
    [
      "themes by turns without any",
      drafting(`${plan},theme_every,on`, `${simple},周,2023-12-20`),
      "error rosters.csv 2 theme_every RosterThemesMissing"
    ],
    [
      "theme without dates",
      rostered({ "roster-themes.csv": sheet("roster,theme,name", "d-1,t-1,学习") }),
      "error roster-themes.csv 2 from CellMissing"
    ],
    [
      "publication",
      rostered({
        "roster-generations.csv": sheet("roster,generation,generated,published,through", "d-1,1,2023-12-22,,2024-01-31")
      }),
      "error roster-generations.csv 2 published CellMissing"
    ],
    [
      "nothing done",
      rostered({ "roster-generations.csv": sheet("roster,generation,generated,published", "d-1,1,,") }),
      "error roster-generations.csv 2 generated ChangeMissing"
    ],
    [
      "swap with nothing",
      happened("d-1,2024-01-02,day,red-1,换班,,,,e-1;pc-1,,,2024-01-01,"),
      "error duties.csv 2 other_date CellMissing"
    ],
    [
      "swap by nobody",
      happened("d-1,2024-01-02,day,red-1,换班,2024-01-03,,,,,,2024-01-01,"),
      "error duties.csv 2 members OneOfNeeded"
    ],
    [
      "swap by a crowd",
      happened("d-1,2024-01-02,day,red-1,换班,2024-01-03,,,e-1;pc-1;s-1,,,2024-01-01,"),
      "error duties.csv 2 members MembersBeyondTwo"
    ],
    [
      "check-in without a time",
      happened("d-1,2024-01-02,day,red-1,签到,,,e-1,,,,,"),
      "error duties.csv 2 at CellMissing"
    ],
    [
      "missed by somebody",
      happened("d-1,2024-01-02,day,red-1,缺岗,,,e-1,,,,,2024-01-03"),
      "error duties.csv 2 unit CellExcluded"
    ],
    ["happening", happened("d-1,2024-01-02,day,red-1,睡觉,,,,,,,,"), "error duties.csv 2 what ChoiceUnknown"]
  ])("R1-16 %s", (_, files, expected) => {
    expect(wrong(files)).toEqual([expected])
    for (const { problem } of posted(files).findings) {
      expect(problem.text.zh).toMatch(/[\u4e00-\u9fff]/u)
      expect(problem.text.en).not.toMatch(/undefined/u)
    }
  })
})

describe("rosters.csv", () => {
  it("P-19 a roster of organisations is drafted, generated fairly and published, and loading it twice changes nothing", () => {
    for (const files of [rostered(), reversed(rostered())]) {
      const { known, refused, events } = carryOut(files)
      expect([refused, events]).toEqual([[], 7])
      const turns = new Map<string | undefined, number>()
      for (const { unit } of RosterState.duties(roster(known))) turns.set(unit, (turns.get(unit) ?? 0) + 1)
      const counts = [...turns.values()]
      expect(turns.size).toBe(4)
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      const published = RosterState.duties(roster(known)).map(({ slot, published: on }) => [
        slot.date < "2024-02-01",
        on
      ])
      expect(new Set(published.map(String))).toEqual(new Set(["true,2023-12-23", "false,2024-01-20"]))
      expect(carryOut(files, known)).toMatchObject({ refused: [], events: 0 })
    }
  })

  it("P-19 R3-15 shares, absences, limits, listed dates and themes come to one plan", () => {
    const files = rostered({
      "rosters.csv": sheet(
        "值班表,名称,英文名称,周期起始,周期截止,班次,班次名称,站点,时段,日子,另加日期,除外日期,每站家数,仅限单位,每周上限,间隔天数,提前签到分钟,主题轮换,日期",
        "d-1,红领值班,Red duty,2024-01-01,2024-03-01,noon,午间,red-1,12：00－13：00,周一至周三 工作日,2024-02-10,2024-01-02;2024-01-03,2,,1,0,30,月,2023-12-20",
        "d-1,红领值班,Red duty,2024-01-01,2024-03-01,fest,春节,red-1;rider-1,9:00-17:00,,2024/2/11;2024-02-10,,,e-1;pc-1,1,0,30,月,2023-12-20"
      ),
      "roster-members.csv": sheet(
        "roster,unit,share,carried,excused,unavailable,unavailable_weekdays",
        "d-1,pc-1,200,-0.5,2024-02-01..2024-02-10;2024-02-20,,",
        "d-1,e-1,,1.25,,2024-01-15..,周三、五"
      ),
      "roster-themes.csv": sheet("roster,theme,name", "d-1,study,理论学习", "d-1,policy,政策宣讲"),
      "roster-generations.csv": sheet("roster,generation,generated")
    })
    expect(asked(files).filter(({ _tag }) => _tag === "DraftRoster")).toEqual([
      {
        _tag: "DraftRoster",
        roster: "d-1",
        names: { zh: "红领值班", en: "Red duty" },
        plan: {
          cycle: { from: "2024-01-01", to: "2024-03-01" },
          members: [
            {
              unit: "pc-1",
              sharePercent: 200,
              carried: -50,
              excused: [
                { from: "2024-02-01", to: "2024-02-10" },
                { from: "2024-02-20", to: "2024-02-21" }
              ]
            },
            { unit: "e-1", carried: 125, unavailable: [{ from: "2024-01-15" }], unavailableWeekdays: [3, 5] }
          ],
          shifts: [
            {
              shift: "noon",
              names: { zh: "午间" },
              stations: ["red-1"],
              window: { open: "12:00", close: "13:00" },
              days: {
                on: { weekdays: [1, 2, 3], kinds: ["workday", "makeUpWorkday"] },
                also: ["2024-02-10"],
                except: ["2024-01-02", "2024-01-03"]
              },
              needed: 2
            },
            {
              shift: "fest",
              names: { zh: "春节" },
              stations: ["red-1", "rider-1"],
              window: { open: "09:00", close: "17:00" },
              days: { also: ["2024-02-10", "2024-02-11"] },
              needed: 1,
              members: ["e-1", "pc-1"]
            }
          ],
          themes: {
            every: "month",
            themes: [
              { theme: "study", names: { zh: "理论学习" } },
              { theme: "policy", names: { zh: "政策宣讲" } }
            ]
          },
          maxPerWeek: 1,
          restDays: 0,
          checkInMinutes: 30
        },
        on: "2023-12-20"
      }
    ])
    expect(carryOut(files).refused).toEqual([])
  })

  it("P-19 a second plan takes the place of the first, with members of its own, whatever the order of the rows", () => {
    const files = rostered({
      "rosters.csv": sheet(`plan,${plan},on`, `,${simple},2023-12-20`, `2,${simple},2024-02-01`),
      "roster-members.csv": sheet("roster,plans,unit", "d-1,,e-1", "d-1,,pc-1", "d-1,2,s-1", "d-1,1;2,c-1"),
      "roster-generations.csv": sheet(
        "roster,generation,generated,published,through",
        "d-1,2,2024-02-01,2024-02-01,",
        "d-1,1,2023-12-22,2023-12-22,2024-01-31"
      )
    })
    for (const rows of [files, reversed(files)]) {
      const { known, refused } = carryOut(rows)
      expect(refused).toEqual([])
      const held = Map.groupBy(RosterState.duties(roster(known)), ({ slot }) => slot.date < "2024-02-01")
      expect(new Set(held.get(true)?.map(({ unit }) => unit))).toEqual(new Set(["e-1", "pc-1", "c-1"]))
      expect(held.get(false)?.some(({ unit }) => unit === "s-1")).toBe(true)
      expect(carryOut(rows, known)).toMatchObject({ refused: [], events: 0 })
    }
  })

  it("P-19 themes with dates of their own, and one that overlaps another is refused with its roster", () => {
    const themed = (...rows: ReadonlyArray<string>) =>
      rostered({ "roster-themes.csv": sheet("roster,theme,name,from,to", ...rows) })
    const apart = themed("d-1,a,一月,2024-01-01,2024-02-01", "d-1,b,以后,2024-02-01,")
    expect(carryOut(apart).refused).toEqual([])
    const overlapping = themed("d-1,a,一月,2024-01-01,2024-02-01", "d-1,b,以后,2024-01-31,")
    expect(carryOut(overlapping).refused[0]).toBe("error rosters.csv 2 RosterThemesOverlap")
  })
})

describe("duties.csv", () => {
  const before = carryOut(rostered()).known
  const free = (day: string) =>
    ["e-1", "pc-1", "s-1", "c-1"].find(
      (unit) => ![holder(before, day, "red-1"), holder(before, day, "rider-1")].includes(unit)
    )
  const [first, second] = ["2024-01-02", "2024-01-03"].map((day) => holder(before, day, "red-1"))

  it("P-19 R3-16 duties change hands by agreement or by a manager, somebody comes or does not, and twice is once", () => {
    const files = happened(
      `d-1,2024-01-08,day,red-1,缺岗,,,,,,,,2024-01-12`,
      `d-1,2024-01-05,day,red-1,签到,,,${holder(before, "2024-01-05", "red-1")},,,,,2024-01-05 08:30`,
      `d-1,2024-01-04,day,red-1,替班,,,${free("2024-01-04")},,s-1,出差,2024-01-03,`,
      `d-1,2024-01-09,day,red-1,指定,,,${free("2024-01-09")},,s-1,接待,2024-01-03,`,
      `d-1,2024-01-10,day,red-1,取消,,,,,s-1,停电,2024-01-03,`
    )
    const { known, refused } = carryOut(files)
    expect(refused).toEqual([])
    const standing = (day: string) =>
      RosterState.duty(roster(known), RosterCode.SlotId.make(`${day}/day/red-1/1`))?.standing
    expect(["2024-01-08", "2024-01-05", "2024-01-10"].map(standing)).toEqual(["missed", "started", "cancelled"])
    expect(holder(known, "2024-01-04", "red-1")).toBe(free("2024-01-04"))
    expect(carryOut(files, known)).toMatchObject({ refused: [], events: 0 })
  })

  it("P-19 two members change places, and one alone cannot say so for both", () => {
    const other = ["2024-01-04", "2024-01-05", "2024-01-08", "2024-01-09"].find((day) => {
      const [now, there] = [holder(before, day, "red-1"), holder(before, day, "rider-1")]
      return now !== first && there !== first && holder(before, "2024-01-02", "rider-1") !== now
    })
    const partner = holder(before, other ?? "", "red-1")
    const swap = (agreed: string) => happened(`d-1,2024-01-02,day,red-1,换班,${other},,,${agreed},,,2024-01-01,`)
    const { known, refused } = carryOut(swap(`${first};${partner}`))
    expect(refused).toEqual([])
    expect([holder(known, "2024-01-02", "red-1"), holder(known, other ?? "", "red-1")]).toEqual([partner, first])
    expect(carryOut(swap(`${first}`)).refused).toEqual(["error duties.csv 2 SwapNotAgreed"])
  })

  it("P-19 a swap that would put a member at two stations at once is refused at its row", () => {
    const day = "2024-01-02"
    const other = [second === undefined ? "" : "2024-01-03", "2024-01-04", "2024-01-05", "2024-01-08"].find(
      (one) => holder(before, one, "red-1") === holder(before, day, "rider-1")
    )
    expect(other).toBeDefined()
    const agreed = `${holder(before, day, "red-1")};${holder(before, other ?? "", "red-1")}`
    const files = happened(`d-1,${day},day,red-1,换班,${other},,,${agreed},,,2024-01-01,`)
    expect(carryOut(files).refused).toEqual(["error duties.csv 2 DutyDoubleBooked"])
  })

  it("P-19 somebody else's check-in, and one a day early, is refused at its row", () => {
    const unit = holder(before, "2024-01-05", "red-1")
    const wrongUnit = free("2024-01-05")
    const files = happened(
      `d-1,2024-01-05,day,red-1,签到,,,${wrongUnit},,,,,2024-01-05 09:00`,
      `d-1,2024-01-05,day,red-1,签到,,,${unit},,,,,2024-01-04 09:00`
    )
    expect(carryOut(files).refused).toEqual(["error duties.csv 2 NotOnDuty", "error duties.csv 3 DutyUntimely"])
  })

  it("P-19 the duties the generated roster has can be named: those of a day are at both stations", () => {
    const on = CivilDate.make("2024-01-02")
    expect(RosterState.dutiesOn(roster(before), on).map(({ slot }) => slot.station)).toEqual(["red-1", "rider-1"])
  })
})
