import { CivilDate } from "@louyu/kernel"
import { type Row, type Rows, range, two, unit } from "../../story/Row.ts"

const place = { 地点: "fuli" }

/** The six teams that are named; the text says five, and a separator is missing in it. Source: D-13, A-14b. */
const teams = [
  ["party", "党务工作者服务队", "Party Workers", "law", "2022-03-01"],
  ["affairs", "政务助企服务队", "Help for Firms", "finance", "2022-03-01"],
  ["youth", "青年志愿者服务队", "Young Volunteers", "", "2022-03-15"],
  ["care", "党员爱心服务队", "Members Who Care", "", "2022-04-01"],
  ["talent", "科技人才服务队", "Science and Talent", "technology", "2022-05-01"],
  ["kindness", "江湾日行一善志愿服务队", "A Good Deed a Day", "", "2022-06-01"]
] as const

const membersOf = (team: string): ReadonlyArray<string> => range(1, 4).map((n) => `v-${team}-${n}`)

/** Seven services, four of which the source names. Units: minutes that each person gave. */
const services = [
  ["traffic", "疏导交通", "Directing traffic", "youth", "2022-04-08", 90],
  ["rubbish", "清理垃圾", "Clearing rubbish", "care", "2022-04-22", 120],
  ["clinic", "健康义诊进楼宇", "Free clinic in the tower", "kindness", "2022-06-16", 180],
  ["tax-help", "税费政策答疑", "Questions on tax", "affairs", "2022-07-07", 120],
  ["phones", "智能手机课堂", "Lessons on phones", "talent", "2022-09-15", 60],
  ["books", "图书整理", "Sorting books", "party", "2022-10-20", 90],
  ["snow", "“迎战风雪 保障出行”清冰雪", "Clearing snow and ice", "youth", "2022-11-28", 150]
] as const

// Who wishes is a person, who is known by an id only; what a wish says is kept elsewhere.
const kinds = ["studyLamp", "wheelchair", "radio", "books", "rice", "repair", "company"]
const posted = (n: number): string => CivilDate.addDays(CivilDate.make("2022-03-10"), n * 19)
const later = (date: string, days: number): string => CivilDate.addDays(CivilDate.make(date), days)
const wish = (n: number): string => `wish-${two(n)}`
const teamFor = (n: number): string => {
  const formed = teams.filter(([, , , , from]) => from <= posted(n))
  return formed[n % formed.length]?.[0] ?? "party"
}

const claim = (n: number, more: Row): Row => ({
  心愿: wish(n),
  认领方: `fuli=${teamFor(n)}`,
  认领日期: later(posted(n), 2),
  ...more
})
const fulfilled = (n: number): Row => ({
  完成日期: later(posted(n), 9),
  完成人: membersOf(teamFor(n))[n % 4] ?? "",
  满意: "是",
  确认日期: later(posted(n), 11)
})

/** Six teams, seven services, thirteen micro-wishes of which eleven came true. Source: D-13. */
export const volunteers: Rows = {
  "units.csv": [unit("community", "社区", "示例社区", "Example Community", { 所在: "zhengyanghe" })],
  "volunteer-teams.csv": teams.map(([team, 名称, 英文名称, expertise, from]) => ({
    ...place,
    志愿服务队: team,
    名称,
    英文名称,
    专长: expertise,
    起始日期: from
  })),
  "volunteers.csv": teams.flatMap(([team, , , , from]) =>
    membersOf(team).map((person) => ({ ...place, 志愿服务队: team, 人员: person, 起始日期: from }))
  ),
  "volunteer-team-counts.csv": [{ ...place, 队伍数: "5", 出处: "道里区富力中心案例", 公布日期: "2022-12-31" }],
  "volunteer-services.csv": services.flatMap(([service, 名称, 英文名称, team, date, minutes]) =>
    membersOf(team).map((person) => ({
      ...place,
      服务: service,
      名称,
      英文名称,
      类别: service,
      志愿服务队: team,
      服务日期: date,
      人员: person,
      时长: minutes
    }))
  ),
  "wishes.csv": range(1, 13).map((n) => ({
    心愿: wish(n),
    心愿人: `resident-${two(n)}`,
    类别: kinds[n % kinds.length] ?? "",
    地点: "community",
    日期: posted(n)
  })),
  "wish-claims.csv": [
    ...range(1, 11).map((n) => claim(n, fulfilled(n))),
    // One is claimed and not done yet, and the last one waits; before that somebody gave it up.
    claim(12, {}),
    {
      心愿: wish(13),
      认领方: "e-food",
      认领日期: later(posted(13), 1),
      放弃日期: later(posted(13), 5),
      放弃原因: "物资未到"
    }
  ]
}
