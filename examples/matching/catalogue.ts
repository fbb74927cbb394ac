import { type Category, officeCategories, type Wording } from "@louyu/matching"

/** The categories a city may begin with; the five at the top are the affairs of a one-stop station (P-20). */
export const categories: ReadonlyArray<Category.Category> = officeCategories

/** An item of the list with the departments that answer for it, the leading one first. */
export interface Item extends Wording.WordedItem {
  readonly owners: ReadonlyArray<string>
  readonly channels: ReadonlyArray<"station" | "doorstep" | "online" | "directLine" | "chatGroup">
}

const item = (
  code: number,
  category: string,
  zh: string,
  en: string,
  about: readonly [zh: string, en: string],
  owners: string,
  channels: string
): Item => ({
  id: `S-${String(code).padStart(2, "0")}`,
  category,
  names: { zh, en },
  about: { zh: about[0], en: about[1] },
  owners: owners.split(" "),
  channels: channels.split(" ") as Item["channels"][number][]
})

/** Twenty-seven items of twenty-two departments (P-31); the items are invented, six departments are named in the source. */
export const items: ReadonlyArray<Item> = [
  item(
    1,
    "membership",
    "党员组织关系转接",
    "Transfer of Party membership",
    ["支部报到，党费收缴，入党咨询", "joining, dues, reporting to a branch"],
    "organisation",
    "station online"
  ),
  item(
    2,
    "party-activity",
    "党课送上门",
    "Party lectures at your place",
    ["党建活动，主题党日策划，讲师预约", "speakers for branch activities"],
    "organisation",
    "station doorstep"
  ),
  item(
    3,
    "volunteering",
    "志愿服务与微心愿",
    "Volunteering and micro-wishes",
    ["志愿者招募，微心愿认领", "join a volunteer team, claim a wish"],
    "youth-league",
    "station chatGroup"
  ),
  item(
    4,
    "registration",
    "营业执照一件事",
    "Business licence in one go",
    ["设立、变更、注销登记，许可证", "set up, change or close a business, permits"],
    "market-regulation",
    "station online doorstep"
  ),
  item(
    5,
    "registration",
    "食品经营许可辅导",
    "Guidance on food permits",
    ["餐饮开业，许可证，现场指导", "permits for food businesses"],
    "market-regulation health-commission",
    "doorstep directLine"
  ),
  item(
    6,
    "tax",
    "税务咨询与辅导",
    "Tax advice",
    ["申报，发票，税收优惠，退税", "returns, invoices, refunds"],
    "tax",
    "station online directLine"
  ),
  item(
    7,
    "social-insurance",
    "社会保险与公积金代办",
    "Social insurance and housing fund",
    ["参保登记，缴存，工伤，生育，医保", "registration of employees, pension, medical insurance"],
    "human-resources medical-insurance housing",
    "station online"
  ),
  item(
    8,
    "talent",
    "人才服务专窗",
    "Talent window",
    ["人才认定，落户，职称，人才公寓，补贴", "titles, residence, flats and support for graduates"],
    "human-resources housing",
    "station directLine"
  ),
  item(
    9,
    "recruitment",
    "云聘会",
    "Online job fair",
    ["招聘岗位发布，校招，实习，用工对接", "post vacancies, meet graduates and interns"],
    "human-resources",
    "station online"
  ),
  item(
    10,
    "policy",
    "惠企政策直通车",
    "Support policies explained",
    ["扶持政策解读，项目申报，奖补", "grants for enterprises, how to apply"],
    "economy-information",
    "directLine online"
  ),
  item(
    11,
    "policy",
    "高新技术企业培育",
    "Becoming a high-tech enterprise",
    ["高企认定，专精特新，研发，扶持政策", "certification, research support"],
    "science economy-information",
    "doorstep directLine"
  ),
  item(
    12,
    "finance",
    "惠民金融超市",
    "Finance fair",
    ["小额信用贷款，贴息，银行对接，担保，流动资金", "small unsecured loans, interest subsidy, banks"],
    "finance-office commerce",
    "station doorstep"
  ),
  item(
    13,
    "lease",
    "租赁备案与不动产登记",
    "Lease filing and property titles",
    ["租赁合同备案，房产分割，产权办证", "file a lease, divide a title"],
    "housing natural-resources tax",
    "station doorstep"
  ),
  item(
    14,
    "lease",
    "办公选址服务",
    "Finding office space",
    ["写字楼房源，扩租，续租，换租，面积", "vacant floors, larger or smaller offices"],
    "commerce",
    "directLine chatGroup"
  ),
  item(
    15,
    "ip",
    "知识产权托管",
    "Care of intellectual property",
    ["商标注册，专利申请，著作权登记，维权", "trademarks, patents, copyright"],
    "market-regulation",
    "station online"
  ),
  item(
    16,
    "dining",
    "白领食堂",
    "White-collar canteen",
    ["平价用餐，早餐，午餐，晚餐", "lunch and dinner at fair prices"],
    "street-office",
    "station"
  ),
  item(
    17,
    "parking",
    "潮汐停车位",
    "Tidal parking",
    ["车位共享，错峰停车，月卡，访客停车", "parking spaces shared by time of day"],
    "urban-management",
    "online chatGroup"
  ),
  item(
    18,
    "charging",
    "充电设施协调",
    "Charging piles",
    ["充电桩安装，电动车集中充电，用电报装", "install chargers for cars and e-bikes"],
    "power-supply fire-rescue",
    "doorstep directLine"
  ),
  item(
    19,
    "childcare",
    "寒暑假托管班",
    "Holiday childcare class",
    ["托育，儿童课程，放学后看护", "care for children in school holidays and after school"],
    "youth-league education",
    "station online"
  ),
  item(
    20,
    "repair",
    "红色物业报修",
    "Property repair",
    ["物业维修，电梯，空调，水电，公共设施，物业费", "lifts, air conditioning, water, lights"],
    "housing street-office",
    "chatGroup online"
  ),
  item(
    21,
    "shared-space",
    "共享工区与会议室",
    "Shared work area and meeting rooms",
    ["共享办公，短期工位，路演场地，会议室预订", "desks for new teams, rooms to book"],
    "street-office commerce",
    "station online"
  ),
  item(
    22,
    "leisure",
    "午间一小时",
    "The noon hour",
    ["文体活动，兴趣课，健身，联谊，节日活动", "sport, courses and get-togethers at noon"],
    "trade-union culture-sport",
    "station chatGroup"
  ),
  item(
    23,
    "training",
    "楼宇讲坛与技能培训",
    "Building forum and training",
    ["短视频，直播电商，办公软件，职业技能，课程", "courses in skills, e-commerce, management"],
    "commerce human-resources",
    "station online"
  ),
  item(
    24,
    "partners",
    "产业链伙伴对接",
    "Partners along the chain",
    ["企业对接，供需合作，上下游，供应商，客户", "suppliers and customers among neighbours"],
    "commerce federation-of-industry",
    "directLine chatGroup"
  ),
  item(
    25,
    "safety",
    "消防安全体检",
    "Fire safety check",
    ["消防演练，灭火器，疏散通道，隐患排查，燃气", "drills, extinguishers, escape routes"],
    "fire-rescue",
    "doorstep"
  ),
  item(
    26,
    "health",
    "健康驿站",
    "Health station",
    ["健康服务，义诊，体检，疫苗，急救培训，心理", "check-ups, doctors on site, first aid, counselling"],
    "health-commission",
    "station doorstep"
  ),
  item(
    27,
    "legal-advice",
    "法律服务与调解",
    "Legal advice and mediation",
    ["法律咨询，合同审查，公证，劳动纠纷调解", "contracts, notary, labour disputes"],
    "justice human-resources",
    "station directLine"
  )
]
