import type { Vocabulary } from "./Vocabulary.ts"

const means = (to: string, zh: string, en: string): Vocabulary["synonyms"] =>
  [...zh.split("，"), ...en.split(", ")].map((term) => ({ term, means: [to] }))

const party = [
  ...means(
    "组织关系",
    "转接，流动党员，党费，入党，入党申请，预备党员，积极分子，转正",
    "Party membership, Party dues, join the Party"
  ),
  ...means(
    "党建活动",
    "主题党日，党课，三会一课，红色教育，红色基地，参观学习，理论学习，重温誓词，七一",
    "study session, Party day, Party lecture"
  ),
  ...means("志愿服务", "公益，义工，志愿者，微心愿，献爱心，捐赠", "volunteer, volunteering, charity")
]

const government = [
  ...means(
    "营业执照",
    "执照，工商，开店，开业，开公司，注册公司，法人变更，改名，更名，经营范围，注册地址，注销，许可证，经营许可，证照",
    "business licence, business license, license, registered address, registration"
  ),
  ...means(
    "税务",
    "报税，纳税，个税，汇算，增值税，所得税，印花税，发票，开票，退税，减免，加计扣除，电子税务局",
    "VAT, invoice, tax refund, taxation"
  ),
  ...means(
    "社会保险",
    "社保，参保，医保，养老，工伤，生育，津贴，失业保险，公积金，五险一金，异地就医",
    "social insurance, social security, pension, housing fund, medical insurance"
  ),
  ...means(
    "人才",
    "落户，户口，居住证，职称，评审，高层次，博士，硕士，毕业生，引才，人才公寓，安家",
    "graduate, talents, residence permit, housing support"
  ),
  ...means(
    "招聘",
    "招人，招工，用工，缺人，缺人手，人手，岗位，求职，应聘，实习，实习生，校招，临时工，猎头，简历",
    "hire, hiring, recruit, vacancy, intern, engineers, job fair, staff shortage"
  ),
  ...means(
    "扶持政策",
    "政策，补贴申领，奖补，奖励，高新，高企，专精特新，科技项目，稳岗，惠企，申报项目，数字化改造，技改",
    "grant, subsidy, incentive, policies"
  ),
  ...means(
    "贷款",
    "放贷，融资，借钱，缺钱，资金，流动资金，周转，抵押，担保，贴息，授信，信用贷，银行，账款，备货",
    "loan, lend, credit, financing, funding, working capital, cash flow, bank, unsecured"
  ),
  ...means(
    "租赁",
    "租金，房租，房东，退租，续租，转租，涨租，换房，写字楼，办公用房，招租，平方，产权，房产证，不动产，房产分割",
    "lease, rent, landlord, tenancy, square metres, office space, property title"
  ),
  ...means(
    "知识产权",
    "商标，专利，著作权，软著，版权，侵权，抄袭，维权，发明，品牌保护",
    "trademark, patent, copyright, infringement"
  )
]

const community = [
  ...means(
    "用餐",
    "吃饭，吃，午饭，午餐，早餐，早饭，晚饭，晚餐，夜宵，餐厅，饭堂，食堂，外卖，盒饭，套餐，饭菜，菜品，伙食",
    "eat, lunch, breakfast, dinner, meal, food, canteen, cafeteria, restaurant"
  ),
  ...means(
    "停车",
    "泊车，车位，停车位，停车费，停车场，月卡，车库，地库，错峰，潮汐，访客车辆，停放",
    "parking, park, car park, garage, cars, vehicle"
  ),
  ...means(
    "充电",
    "充电桩，快充，电动车充电，新能源，换电，电瓶车，飞线",
    "charger, charging pile, EV, electric car, electric vehicle"
  ),
  ...means(
    "托育",
    "托管，带娃，带孩子，孩子，小孩，宝宝，娃，幼儿，幼儿园，托儿所，托班，放学，暑假，寒假，暑期，假期班",
    "kids, child, children, nursery, kindergarten, daycare, childminding, school holiday, summer holiday"
  ),
  ...means(
    "物业维修",
    "维修，报修，修理，坏了，漏水，渗水，滴水，停水，停电，断网，空调，电梯，卫生间，厕所，堵了，堵塞，灯不亮，照明，门禁，保洁，物业，物业费",
    "repair, broken, leak, lift, elevator, air conditioning, toilet, light, heating, property management"
  ),
  ...means(
    "共享办公",
    "工位，工区，办公桌，临时办公，会议室，会议，路演，场地，洽谈室，视频会议，孵化",
    "desk, seat, coworking, workspace, meeting room, conference room, venue"
  ),
  ...means(
    "文体活动",
    "联谊，交友，单身，相亲，健身，健身房，瑜伽，羽毛球，篮球，乒乓球，跑步，运动，读书会，书法，合唱，摄影，兴趣，节日，中秋，端午，家属，观影",
    "sport, sports, yoga, gym, basketball, badminton, fitness, book club, leisure, festival, social event"
  ),
  ...means(
    "技能培训",
    "培训班，课程，讲座，学习，考证，技能，短视频，直播，带货，电商，办公软件，英语，取证，提升",
    "course, class, workshop, skill, learn, live-stream, livestream, management training"
  ),
  ...means(
    "企业对接",
    "供应商，供应链，上下游，产业链，客户，合作，伙伴，采购，销路，渠道，推介，推荐，介绍客户，物流",
    "supplier, supply chain, partner, customer, cooperation, firms"
  ),
  ...means(
    "消防安全",
    "消防，灭火器，着火，火灾，火情，逃生，疏散，演练，燃气，煤气，用电安全，安全隐患，隐患，堆放，堵塞通道，报警器",
    "fire, drill, evacuation, extinguisher, hazard"
  )
]

const medical = [
  ...means(
    "健康服务",
    "体检，义诊，坐诊，看病，看医生，疫苗，接种，流感，颈椎，腰椎，中医，推拿，血压，血糖，配药，急救，心肺复苏",
    "AED, doctor, check-up, checkup, vaccination, vaccine, blood pressure, first aid, clinic"
  ),
  ...means(
    "心理",
    "压力，情绪，焦虑，抑郁，失眠，睡不着，减压，倾诉",
    "stress, anxiety, burnout, counsellor, counselling, therapy, sleep"
  )
]

const legal = [
  ...means(
    "法律",
    "律师，合同，协议，章程，起诉，诉讼，官司，打官司，欠款，欠债，公证，侵犯，隐私，法务，普法",
    "lawyer, attorney, contract, sue, lawsuit, notary, legal"
  ),
  ...means(
    "劳动纠纷",
    "劳动，仲裁，调解，欠薪，拖欠工资，工资，加班费，辞退，解雇，裁员，赔偿，劳动合同",
    "unpaid, overtime, wage, wages, dismissed, dismissal, arbitration, mediation, employer, salary"
  )
]

const stopWords = [
  "的 了 吗 呢 吧 啊 呀 和 与 及 或 在 到 把 被 给 让 就 都 也 还 又 再 很 太 最 更 没 不 没有 有",
  "有没有 是 是不是 要 想 想要 能 能不能 可以 可不可以 会 应该 请 请问 我 我们 你 你们 他 他们 她 咱们",
  "自己 大家 谁 什么 什么时候 怎么 怎么办 怎么样 哪里 哪儿 哪些 哪个 多少 多久 几 几个 几家 这 这个",
  "这里 那 那个 一 一个 一下 一些 一次 个 位 次 天 年 月 里 上 下 中 来 去 用 对 从 做 办 找 帮 帮忙",
  "需要 希望 打算 申请 办理 咨询 了解 公司 企业 单位 员工 同事 人 楼 楼里 楼下 大楼 楼宇 附近 时间 地方",
  "东西 问题 服务 活动 现在 今天 最近 每天 一直 已经 还是 因为 但是 如果 以及 不够 太少",
  "a an the to of for in on at by with and or but is are be do does did we us our i my me you your he",
  "she it its they their this that these those there here can could would should will want need",
  "like please help any some how what which when where who why have has had get not no from after",
  "before during per about around near into out up so if as than then too very more most many much",
  "one two three firm company office building staff team tower floor someone somebody thing place",
  "time day week month year new"
].flatMap((line) => line.split(" "))

/**
 * What people in office buildings say for what lists offer, in Chinese and English, and the words that say nothing.
 *
 * Written from knowledge of the subjects; a city adds its own by putting more entries behind these.
 * Source: P-20, P-31, H-13, H-14, W-05, W-08.
 */
export const officeBuilding: Vocabulary = {
  synonyms: [...party, ...government, ...community, ...medical, ...legal],
  stopWords
}
