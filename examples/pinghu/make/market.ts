import type { Row, Rows } from "../../story/Row.ts"
import { department, listId } from "./services.ts"

const seats = "seats-40"

const resources: ReadonlyArray<Row> = [
  {
    资源: seats,
    名称: "四十席共享工区",
    英文名称: "Shared Work Area of 40 Seats",
    提供方: "to-1",
    种类: "工位",
    类别: "shared-space",
    地点: "b02",
    权属: "整合",
    容量: 40,
    计量单位: "座",
    周期: "同时",
    时段: "1-5 08:30-18:00",
    使用条件: "短期使用，提前一天预约",
    起始日期: "2022-04-01"
  },
  resource("tidal-parking", "潮汐停车位", "Tidal Parking Spaces", "pc-1", "车位", "parking", "b01", "共享", 60, "个", {
    时段: "1-5 18:00-24:00; 6,7 00:00-24:00"
  }),
  resource("day-parking", "日间车位", "Parking Spaces by Day", "op-1", "车位", "parking", "wuyue", "置换", 30, "个", {
    时段: "1-5 08:00-18:00"
  }),
  resource(
    "talent-flats",
    "人才公寓",
    "Flats for Talent",
    department("housing"),
    "公寓",
    "talent",
    "danghu",
    "自有",
    12,
    "套"
  ),
  resource(
    "meeting-rooms",
    "共享会议室",
    "Shared Meeting Rooms",
    "to-2",
    "会议室",
    "shared-space",
    "b03",
    "共享",
    3,
    "间",
    {
      时段: "1-5 09:00-17:30"
    }
  ),
  resource("lecture-hall", "楼宇讲坛报告厅", "Lecture Hall", "centre", "场地", "training", "site-00", "自有", 1, "间"),
  resource(
    "counsellors",
    "心理咨询师",
    "Counsellors",
    department("health-commission"),
    "专家",
    "counselling",
    "site-00",
    "自有",
    4,
    "人次",
    {
      周期: "每周"
    }
  ),
  resource("interns", "实习生", "Interns", department("education"), "人才", "recruitment", "danghu", "共享", 20, "名", {
    周期: "每年"
  })
]

function resource(
  id: string,
  zh: string,
  en: string,
  owner: string,
  kind: string,
  category: string,
  place: string,
  tenure: string,
  amount: number,
  unit: string,
  more: Row = {}
): Row {
  const what = { 资源: id, 名称: zh, 英文名称: en, 提供方: owner, 种类: kind, 类别: category, 地点: place }
  return { ...what, 权属: tenure, 容量: amount, 计量单位: unit, 周期: "同时", 起始日期: "2022-03-10", ...more }
}

const need = (n: number, unit: string, category: string, text: string, on: string, more: Row = {}): Row => ({
  需求: `need-8${String(n).padStart(2, "0")}`,
  单元: unit,
  事项: category,
  内容: text,
  来源: "问卷",
  日期: on,
  ...more
})

/** Five enterprises asked for seats within two months: one project instead of five services (W-08). */
const seatNeeds = [
  need(1, "e001", "shared-space", "新项目组需要短期工位", "2022-03-02", { 数量: 8 }),
  need(2, "e012", "shared-space", "出差同事需要临时工位", "2022-03-08", { 数量: 4 }),
  need(3, "e023", "shared-space", "初创团队希望共享办公", "2022-03-15", { 数量: 10, 发展阶段: "founding" }),
  need(4, "e034", "shared-space", "实习生没有座位", "2022-03-28", { 数量: 6 }),
  need(5, "e045", "shared-space", "希望有可以灵活使用的办公位", "2022-04-06", { 数量: 12 })
]

/** Four asked for charging and nobody has taken it up. */
const chargingNeeds = [
  need(11, "e002", "charging", "地下车库希望安装充电桩", "2022-10-11", { 数量: 6, 紧急程度: 4 }),
  need(12, "e013", "charging", "员工电动车没有地方充电", "2022-10-20", { 数量: 10 }),
  need(13, "e024", "charging", "希望增加电动汽车充电位", "2022-11-03", { 数量: 4 }),
  need(14, "e035", "charging", "外卖骑手电瓶车充电难", "2022-11-18", { 数量: 8, 对象: "骑手" })
]

const otherNeeds = [
  need(21, "e003", "finance", "季节性周转，想了解小额信用贷款", "2022-04-18", { 紧急程度: 5, 发展阶段: "founding" }),
  need(22, "e014", "dining", "附近吃午饭不方便", "2022-05-09", { 数量: 30, 可分批: "是", 时段: "1-5 12:00-13:00" }),
  need(23, "e025", "talent", "引进的工程师需要住处", "2022-05-20", { 数量: 3 }),
  need(24, "e036", "legal-advice", "请律师看一看合同范本", "2022-06-07"),
  need(25, "e004", "counselling", "加班多，希望有心理咨询", "2022-06-15"),
  need(26, "e015", "training", "想学短视频和直播带货", "2022-07-01", { 数量: 15, 来源: "会议" }),
  need(27, "e026", "recruitment", "招两名实习生", "2022-07-12", { 数量: 2 }),
  need(28, "e037", "ip", "商标注册怎么办", "2022-08-03", { 来源: "会议" }),
  need(29, "e005", "dining", "希望早餐也能供应", "2022-09-05", { 数量: 10 }),
  need(30, "e011", "childcare", "暑假孩子没人看护", "2022-06-20", { 数量: 4 }),
  need(31, "e022", "parking", "客户来访没有车位", "2022-08-16", { 数量: 5, 时段: "1-5 09:00-17:00" }),
  need(32, "e033", "leisure", "午休时间想健身", "2022-09-14", { 数量: 12 }),
  need(33, "e044", "ip", "专利申请已自行办理", "2022-09-20", {
    关闭日期: "2022-10-08",
    关闭原因: "企业已自行办理"
  }),
  need(34, "e046", "合同", "和房东的押金说不清楚", "2022-11-22", { 类别: "legal-advice", 归类日期: "2022-11-25" }),
  need(35, "e027", "volunteering", "想组织员工参加志愿服务", "2022-12-02", { 数量: 20, 紧急程度: 2 })
]

const raised: ReadonlyArray<Row> = [
  ["need-701", "e005", "parking", "2022-11-15", "早高峰停车困难"],
  ["need-702", "e021", "policy", "2022-12-05", "想了解今年的扶持政策"],
  ["need-703", "e001", "repair", "2022-12-20", "走廊照明损坏"]
].map(([id = "", unit = "", matter = "", on = "", text = ""]) => ({
  需求: id,
  单元: unit,
  事项: matter,
  日期: on,
  内容: text
}))

const item = (code: string, place = "site-00"): Row => ({ 清单: listId, 事项: code, 地点: place })
const match = (n: number, of: number, offer: Row, from: string, on: string, more: Row = {}): Row => ({
  对接: `match-${String(n).padStart(2, "0")}`,
  需求: `need-8${String(of).padStart(2, "0")}`,
  ...offer,
  起始日期: from,
  提议日期: on,
  ...more
})

const lunch = match(2, 22, item("S-16"), "2022-06-01", "2022-05-12", {
  数量: 20,
  接受日期: "2022-05-16",
  需求方评分: 4,
  评分日期: "2022-07-01"
})

/** Matches in every state: proposed, accepted, rejected, withdrawn, delivered in part or wholly, rated, closed. */
const matches: ReadonlyArray<Row> = [
  match(1, 21, item("S-12"), "2022-05-01", "2022-04-20", {
    接受日期: "2022-04-22",
    交付日期: "2022-05-18",
    需求方评分: 5,
    提供方评分: 5,
    评分日期: "2022-05-25",
    办结日期: "2022-06-01"
  }),
  { ...lunch, 交付日期: "2022-06-01", 交付数量: 12 },
  { ...lunch, 交付日期: "2022-06-20", 交付数量: 8 },
  match(3, 23, { 资源: "talent-flats" }, "2022-06-15", "2022-05-30", { 数量: 3, 接受日期: "2022-06-06" }),
  match(4, 24, item("S-27"), "2022-06-14", "2022-06-08", {
    接受日期: "2022-06-09",
    交付日期: "2022-06-14",
    需求方评分: 5,
    评分日期: "2022-06-20",
    需回访: "否"
  }),
  match(5, 25, item("S-26"), "2022-06-22", "2022-06-16", { 拒绝日期: "2022-06-18", 原因: "时间不合适" }),
  match(6, 25, { 资源: "counsellors" }, "2022-06-28", "2022-06-20", {
    接受日期: "2022-06-21",
    交付日期: "2022-06-28",
    需求方评分: 3,
    评分日期: "2022-07-05",
    需回访: "是"
  }),
  match(7, 26, item("S-23"), "2022-09-01", "2022-07-10", {
    数量: 15,
    接受日期: "2022-07-15",
    撤回日期: "2022-08-20",
    原因: "讲师日程有变"
  }),
  match(8, 27, { 资源: "interns" }, "2022-09-01", "2022-07-20", {
    数量: 2,
    接受日期: "2022-07-25",
    交付日期: "2022-09-05",
    需求方评分: 4,
    评分日期: "2022-10-10"
  }),
  match(9, 31, { 资源: "day-parking" }, "2022-09-01", "2022-08-20", { 数量: 5 }),
  match(10, 30, item("S-19"), "2022-07-04", "2022-06-22", {
    数量: 4,
    接受日期: "2022-06-24",
    交付日期: "2022-07-04",
    办结日期: "2022-09-01"
  })
]

const project = (id: string, zh: string, en: string, more: Row): Row => ({
  项目: id,
  名称: zh,
  英文名称: en,
  年度: 2022,
  ...more
})

const projects: ReadonlyArray<Row> = [
  project("shared-work-area", "四十席共享工区", "Shared Work Area of 40 Seats", {
    类别: "shared-space",
    地点: "cbd",
    需求: seatNeeds.map((row) => row.需求).join(";"),
    责任部门: [department("street-office"), department("commerce")].join(";"),
    预算: "18万",
    受益人数: "e001=20;e012=15;e023=25;e034=12;e045=30",
    提议日期: "2022-04-15",
    资源: seats,
    数量: 40,
    投入起始: "2022-06-01",
    立项日期: "2022-05-05",
    发布日期: "2022-05-10",
    重点日期: "2022-09-01",
    进度: 100,
    进度日期: "2022-11-01",
    完成日期: "2022-11-15"
  }),
  project("breakfast", "楼宇早餐车", "Breakfast in the Building", {
    类别: "dining",
    地点: "b01",
    需求: "need-829",
    责任部门: department("street-office"),
    预算: "3万",
    受益人数: "e005=40;e001=20;e011=25",
    提议日期: "2022-09-20",
    发布日期: "2022-10-08"
  }),
  project("noon-gym", "午间健身角", "Gym Corner at Noon", {
    类别: "leisure",
    地点: "b03",
    需求: "need-832",
    责任部门: department("trade-union"),
    预算: "5万",
    受益人数: "e033=30;e022=35;e005=40",
    提议日期: "2022-10-01",
    发布日期: "2022-10-20"
  }),
  project("creators", "直播共创间", "Studio for Creators", {
    类别: "training",
    地点: "b04",
    需求: "need-826",
    责任部门: department("commerce"),
    预算: "9万",
    提议日期: "2022-09-10",
    取消日期: "2022-12-01",
    原因: "场地未落实"
  })
]

const posting = (id: string, side: string, enterprise: string, category: string, text: string): Row => ({
  信息: id,
  供需: side,
  企业: enterprise,
  类别: category,
  内容: text,
  起始日期: "2022-09-01"
})

const partnership = {
  合作: "ps-01",
  提供方: "e001",
  接受方: "e007",
  供给信息: "po-01",
  需求信息: "po-04",
  提议日期: "2022-09-20"
}

/** What can be given, what is wanted, what came of it, and what enterprises do for each other. All of it is invented. */
export const market = (found: ReadonlyArray<Row>): Rows => ({
  "resources.csv": resources,
  "needs.csv": [...raised, ...found, ...seatNeeds, ...chargingNeeds, ...otherNeeds],
  "matches.csv": matches,
  "projects.csv": projects,
  "partners.csv": [
    posting("po-01", "提供", "e001", "training", "办公软件内训"),
    posting("po-02", "提供", "e012", "ip", "商标检索"),
    posting("po-03", "提供", "e023", "finance", "代账咨询"),
    posting("po-04", "需要", "e007", "training", "给新员工做培训"),
    posting("po-05", "需要", "e011", "ip", "新品牌需要注册商标"),
    posting("po-06", "需要", "e034", "training", "数据表格培训")
  ],
  "partnerships.csv": [
    {
      ...partnership,
      提供方同意: "2022-09-21",
      接受方同意: "2022-09-23",
      往来: "x-01",
      价值: 3,
      往来日期: "2022-10-12"
    },
    {
      ...partnership,
      提供方同意: "2022-09-21",
      接受方同意: "2022-09-23",
      往来: "x-02",
      由谁给出: "接受方",
      价值: 2,
      往来日期: "2022-11-09"
    },
    {
      合作: "ps-02",
      提供方: "e023",
      接受方: "e003",
      供给信息: "po-03",
      提议日期: "2022-10-10",
      谢绝方: "接受方",
      谢绝日期: "2022-10-14",
      原因: "已有合作机构"
    }
  ]
})
