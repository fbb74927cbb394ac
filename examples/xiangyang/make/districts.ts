import { type Row, type Rows, range, two, unit } from "../../story/Row.ts"

const list = "sunk-services"
const districts = range(1, 33)
const idOf = (n: number): string => `cd${two(n)}`

/** The four kinds of services that the source names, each with its department; it counts 20 and more. Source: H-22. */
const departments = [
  [
    "market",
    "市场监管部门",
    "Market Supervision",
    "marketSupervision",
    ["营业执照办理", "食品经营许可", "广告与价格咨询"]
  ],
  [
    "safety",
    "应急管理部门",
    "Work Safety",
    "workSafety",
    ["安全生产检查指导", "消防安全培训", "用电安全排查", "隐患上门整改"]
  ],
  [
    "tax",
    "税务部门",
    "Tax Service",
    "taxService",
    ["发票领用", "纳税申报辅导", "税费优惠辅导", "完税证明", "个体户定额核定", "退税办理"]
  ],
  [
    "labour",
    "人社部门",
    "Employment and Talent",
    "employment",
    [
      "用工登记",
      "专场招聘",
      "社保参保",
      "社保查询",
      "人才引进申报",
      "技能培训",
      "创业贷款",
      "劳动维权",
      "职称申报",
      "实习见习"
    ]
  ]
] as const

const items = departments.flatMap(([department, , , category, names]) =>
  names.map((name) => ({ department, category, name }))
)
const codeOf = (n: number): string => `PS-${two(n + 1)}`

const quarters = [
  ["fancheng", "樊城区", "Fancheng District"],
  ["example", "示例区", "Example District"]
] as const
const quarterOf = (n: number): string => (n === 2 ? "fancheng" : "example")

// Districts were covered one after another; the named one is the second.
const nameOf = (n: number): readonly [zh: string, en: string] =>
  n === 2 ? ["天元四季城商圈", "Tianyuan Four Seasons City"] : [`示例商圈${n}`, `Example District ${n}`]
const coveredFrom = (n: number): string => (n === 2 ? "2022-06-01" : `${2020 + (n % 4)}-0${1 + (n % 9)}-15`)

const offered: ReadonlyArray<Row> = districts.flatMap((n) =>
  items.flatMap((_, at) =>
    // A few are not offered everywhere; nowhere are there fewer than twenty.
    (at + n) % 9 === 0 && at > 2 ? [] : [{ 清单: list, 事项: codeOf(at), 地点: idOf(n), 起始日期: "2024-01-01" }]
  )
)

/** A city with 33 commercial districts, a comprehensive committee in each, and the public services that come to them. */
export const districtCover: Rows = {
  "units.csv": [
    unit("xiangyang", "市", "襄阳市", "Xiangyang"),
    ...quarters.flatMap(([id, zh, en]) => [
      unit(id, "区", zh, en, { 所在: "xiangyang" }),
      unit(`dc-${id}`, "区委", `${zh}委`, `${en} Party Committee`, { 所在: id })
    ]),
    ...departments.map(([id, zh, en]) => unit(`d-${id}`, "职能部门与公用单位", zh, en, { 所在: "xiangyang" })),
    ...districts.flatMap((n) => {
      const [zh, en] = nameOf(n)
      return [
        unit(idOf(n), "商圈", zh, en, { 所在: quarterOf(n) }),
        unit(`cc${two(n)}`, "综合党委", `${zh}综合党委`, `${en} Comprehensive Committee`, {
          上级: `dc-${quarterOf(n)}`,
          所在: idOf(n),
          起始日期: coveredFrom(n)
        })
      ]
    })
  ],
  "services.csv": items.map(({ department, category, name }, at) => ({
    清单: list,
    版本: 1,
    清单名称: "下沉楼宇商圈的公共服务",
    清单英文名称: "Public Services in Commercial Districts",
    起始日期: "2024-01-01",
    事项: codeOf(at),
    名称: name,
    服务领域: category === "workSafety" ? "community" : "government",
    类别: category,
    责任部门: `d-${department}`,
    渠道: "doorstep;station"
  })),
  "offerings.csv": offered,
  "figures.csv": [
    {
      公布编号: "g05-districts",
      指标: "商圈综合党委覆盖率",
      范围: "xiangyang",
      范围名称: "襄阳市",
      公布值: "100",
      单位: "%",
      数据日期: "2024-10-21",
      来源: "湖北楼宇党建案例",
      公布日期: "2024-10-21"
    }
  ]
}
