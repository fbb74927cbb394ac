import type { Row, Rows } from "../../story/Row.ts"

const held = (单元: string, 岗位: string, 人员: string, 起始日期: string, more: Row = {}): Row => ({
  单元,
  岗位,
  人员,
  起始日期,
  ...more
})

/** Who holds the posts of the committee and of the incubator; the people are ids. */
export const posts: Rows = {
  "schemes.csv": [
    { 名册: "hub-committee", 方案: "buildingCommitteePosts", 版本: 1, 起始日期: "2019-01-01" },
    { 名册: "hub", 方案: "incubatorPosts", 版本: 1, 起始日期: "2019-01-01" }
  ],
  "appointments.csv": [
    held("hub-committee", "书记", "p-701", "2019-01-01"),
    held("hub", "孵化经理", "p-702", "2019-01-01", { 来自单位: "operator", 截止日期: "2022-01-01" }),
    held("hub", "孵化经理", "p-705", "2022-01-01", { 来自单位: "operator" }),
    // The experts were invited in May, two months after the first firm had said what it lacks.
    held("hub", "技术专家", "p-703", "2019-05-06", { 来自单位: "ctgu" }),
    held("hub", "技术专家", "p-704", "2019-05-06", { 来自单位: "ctgu", 截止日期: "2021-01-01" })
  ]
}
