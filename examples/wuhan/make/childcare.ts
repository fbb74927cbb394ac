import { type Row, type Rows, range, unit } from "../../story/Row.ts"

const school = { 托管班: "red-scarf" }

/** Courses that staff asked for; the source names three of more than ten. Source: H-16, H-19. */
const courses = [
  ["martial-arts", "武术", "Martial arts"],
  ["skating", "滑轮", "Roller-skating"],
  ["calligraphy", "书法", "Calligraphy"],
  ["chess", "象棋", "Chess"],
  ["painting", "绘画", "Painting"],
  ["singing", "合唱", "Singing"],
  ["paper", "剪纸", "Paper-cutting"],
  ["science", "科学实验", "Science"],
  ["reading", "阅读", "Reading"],
  ["handicraft", "手工", "Handicraft"],
  ["safety", "安全自护", "Safety"]
] as const

const bands = ["6-8", "9-11"] as const

/** Four parties manage the class together, each with a duty. Source: H-18. */
const parties = [
  ["楼宇", "bc-02", "提供场地和午餐"],
  ["街道", "wuchang-street", "协调师资和经费"],
  ["社区", "wuchang-community", "招募志愿者"],
  ["社会组织", "carer", "日常管理"]
] as const

const child = (n: number): string => `kid-2021-${n}`

/** A holiday class in a tower, which four parties manage together and which stood on the list of the year. Source: H-16, H-17. */
export const childcare: Rows = {
  "units.csv": [
    unit("wuchang-s", "街道", "示例街道", "Example Street", { 所在: "wuchang" }),
    unit("wuchang-street", "职能部门", "示例街道办事处", "Example Street Office", { 所在: "wuchang" }),
    unit("wuchang-community", "社区", "示例社区", "Example Community", { 所在: "wuchang-s" }),
    unit("bc-02", "楼宇党委", "长城汇楼宇党委", "Great Wall Hui Building Committee", { 上级: "cc02", 所在: "b02-0" })
  ],
  "annual-lists.csv": [{ 委员会: "cc02", 年度: 2021, 开列日期: "2021-01-10", 公布日期: "2021-02-01" }],
  "annual-projects.csv": [
    {
      委员会: "cc02",
      年度: 2021,
      实事项目: "childcare",
      名称: "楼宇托管班",
      英文名称: "Childcare in the Tower",
      承诺: "暑期开办免费托管班",
      受益人数: "20余",
      列入日期: "2021-01-20",
      节点: "opened",
      节点名称: "开班",
      节点期限: "2021-07-10",
      节点达到日期: "2021-07-05",
      办成日期: "2021-09-01"
    }
  ],
  "co-management.csv": parties.map(
    ([kind, party, duty]): Row => ({
      共管: "red-scarf-four",
      名称: "托管班四方共管",
      英文名称: "Four Parties and a Class",
      共管对象: "red-scarf",
      类别: kind,
      单元: party,
      职责: duty,
      起始日期: "2021-06-01"
    })
  ),
  "co-manager-changes.csv": [
    { 共管: "red-scarf-four", 类别: "社会组织", 单元: "carer-2", 职责: "日常管理和安全", 起始日期: "2022-06-01" }
  ],
  "childcare-classes.csv": courses.map(([course, 课程名称, 课程英文名称]) => ({
    ...school,
    名称: "长城汇“红领巾学堂”",
    英文名称: "Great Wall Hui Red Scarf School",
    地点: "b02-0",
    时期: "summer",
    年龄段: bands.join(";"),
    名额: 20,
    候补名额: 6,
    课程: course,
    课程名称,
    课程英文名称,
    委员会: "cc02",
    年度: 2021,
    实事项目: "childcare",
    共管: "red-scarf-four",
    起始日期: "2021-07-05",
    截止日期: "2021-09-01",
    报名开始日期: "2021-06-20"
  })),
  "enrolments.csv": range(1, 25).map((n) => ({
    ...school,
    儿童: child(n),
    年龄段: bands[n % 2] ?? "",
    报名日期: `2021-06-2${n % 2}`,
    // Whoever waits chooses no course yet; two places were added, and one became free in July.
    ...(n % 2 === 1 && n > 19
      ? {}
      : { 课程: `${courses[n % 11]?.[0]};${courses[(n + 3) % 11]?.[0]}`, 选课日期: "2021-07-02" }),
    ...(n === 4 ? { 退出日期: "2021-07-12" } : {})
  })),
  "class-sizes.csv": [{ ...school, 日期: "2021-07-01", 名额: 22 }]
}
