import type { Row, Rows } from "../../story/Row.ts"

const list = "incubator-services"
const opened = "2019-02-01"

/** What is to be had of the incubator, and who answers for it; the source names the first two and the listing. */
const items = [
  ["I-01", "高校实习对接", "Interns of a university", "interns", "ctgu", "doorstep"],
  ["I-02", "专家技术诊断", "Diagnosis by experts", "diagnosis", "ctgu", "doorstep"],
  ["I-03", "孵化场地与公共实验室", "Rooms and a shared laboratory", "incubating", "operator", "station"],
  ["I-04", "挂牌辅导", "Help towards a listing", "listing", "exchange", "doorstep;online"]
] as const

const rooms = [
  ["hall", "展示厅", "Exhibition hall", "展览馆"],
  ["lessons", "实训室", "Training room", "教育培训"],
  ["lab", "公共实验室", "Shared laboratory", "公共实验室"]
] as const

/** The complex in the building, its rooms, and the list of what the incubator does. Source: H-29, H-27. */
export const complex: Rows = {
  "brands.csv": [{ 单元: "hub", 品牌: "楼宇党建综合体", 起始日期: "2019-06-01" }],
  "stations.csv": [
    {
      站点: "complex",
      类型: "楼宇党建综合体",
      名称: "三峡云计算中心楼宇党建综合体",
      英文名称: "Party-building Complex of the Centre",
      地点: "site",
      层级: "独立",
      服务对象: "企业;职工;实习生",
      起始日期: "2019-06-01"
    }
  ],
  "rooms.csv": rooms.map(([功能室, 名称, 英文名称, 类型]) => ({
    功能室,
    站点: "complex",
    类型,
    名称,
    英文名称,
    起始日期: "2019-06-01"
  })),
  "services.csv": items.map(
    ([事项, 名称, 英文名称, 类别, 责任部门, 渠道]): Row => ({
      清单: list,
      版本: 1,
      清单名称: "孵化服务清单",
      清单英文名称: "Services of the Incubator",
      起始日期: opened,
      事项,
      名称,
      英文名称,
      服务领域: "government",
      类别,
      责任部门,
      渠道
    })
  ),
  "offerings.csv": items.map(([事项]) => ({ 清单: list, 事项, 地点: "hub", 起始日期: opened }))
}
