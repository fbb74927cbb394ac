/** What is raised about a category, how often, and what came of it. Shape: all of it is invented. */
export interface Sort {
  readonly category: string
  readonly weight: number
  /** The share of these matters that the building cannot settle as a matter of course. */
  readonly difficult: number
  readonly titles: readonly [string, ...ReadonlyArray<string>]
  readonly results: readonly [string, ...ReadonlyArray<string>]
  /** The item of the service list that answers it, where there is one. */
  readonly item?: string
}

const sort = (
  category: string,
  weight: number,
  difficult: number,
  titles: Sort["titles"],
  results: Sort["results"],
  item?: string
): Sort => ({ category, weight, difficult, titles, results, ...(item === undefined ? {} : { item }) })

/** The sorts of matter of the flow of the council hall. */
export const sorts: readonly [Sort, ...ReadonlyArray<Sort>] = [
  sort(
    "utilities",
    900,
    0.03,
    ["茶水间漏水", "卫生间下水不畅", "空调不制冷", "走廊照明不亮", "电表读数有疑问", "饮用水压力不足"],
    ["物业工程部当日维修", "更换阀门，试水正常", "清洗滤网，温度正常", "更换灯管"],
    "S-20"
  ),
  sort(
    "parking",
    620,
    0.04,
    ["访客停车难", "月租车位等候太久", "出入口抬杆慢", "电动自行车乱停", "潮汐车位时段不清"],
    ["开放潮汐车位", "重新划线，分区停放", "调整抬杆识别"],
    "S-17"
  ),
  sort(
    "safety",
    480,
    0.05,
    ["消防通道堆物", "楼梯间门闭合不严", "门禁卡失灵", "应急灯不亮", "电动自行车进电梯"],
    ["当场清理并复查", "更换闭门器", "加装阻车装置", "更换应急灯"],
    "S-25"
  ),
  sort(
    "delivery",
    420,
    0.01,
    ["大堂外卖乱放", "外卖拿错", "快递堆在前台", "骑手进楼登记慢"],
    ["增设取餐架", "划定存放区", "与平台约定交接点"]
  ),
  sort(
    "traffic",
    240,
    0.08,
    ["晚高峰车库出口拥堵", "门前违停", "非机动车与人流交织"],
    ["安排疏导，错峰出库", "增设禁停标线", "人车分流"]
  ),
  sort(
    "policy",
    300,
    0.05,
    ["咨询扶持政策申报", "咨询稳岗补贴", "咨询高新技术企业认定"],
    ["政策专员上门讲解", "协助准备材料"],
    "S-10"
  ),
  sort("hiring", 230, 0.06, ["招工难", "希望办专场招聘", "实习生对接"], ["列入云聘会", "与院校对接"], "S-09"),
  sort("finance", 150, 0.12, ["流动资金贷款", "希望了解贴息产品"], ["金融专员上门", "推荐到惠民金融超市"], "S-12"),
  sort(
    "space",
    190,
    0.1,
    ["短期会议室", "想换大一些的办公室", "转租如何备案"],
    ["安排共享会议室", "推荐空置房源"],
    "S-14"
  ),
  sort("titleDivision", 24, 0.9, ["房产分割登记办不下来", "按层分割产权"], ["联建单位会商后受理", "补齐材料后受理"]),
  sort("charging", 130, 0.25, ["地下车库充电桩不足", "充电桩常跳闸"], ["增设充电桩", "扩容后恢复"], "S-18"),
  sort(
    "partyMass",
    150,
    0,
    ["党员组织关系转接", "活动场地预约", "工会入会咨询"],
    ["党群指导员代办", "预约成功"],
    "S-01"
  ),
  sort("labour", 36, 0.4, ["加班工资争议", "离职手续争议"], ["调解达成一致", "转劳动仲裁并协助"], "S-27"),
  sort("other", 160, 0.02, ["绿植无人浇水", "邻里噪声", "希望延长空调时间"], ["与物业协调解决", "双方商定时段"])
]

/** The floor something is on, before what it is. */
export const onFloor = (floor: number, title: string): string => `${floor}层${title}`
