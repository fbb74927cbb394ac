/**
 * A need in somebody's own words, with the category a clerk would file it under; none when it is no need of this list.
 *
 * All invented, and written before the catalogue's synonyms: nothing here may be copied there.
 */
export interface LabelledNeed {
  readonly text: string
  readonly category: string | undefined
}

const group = (category: string | undefined, ...texts: ReadonlyArray<string>): ReadonlyArray<LabelledNeed> =>
  texts.map((text) => ({ text, category }))

const party = [
  ...group(
    "membership",
    "公司新来了两名党员，组织关系怎么转到楼里的支部",
    "我想写入党申请书，应该交给谁",
    "流动党员在哪里报到",
    "党费现在还能线下交吗？",
    "How do I transfer my Party membership to the branch in this tower?"
  ),
  ...group(
    "party-activity",
    "支部想找个地方过主题党日",
    "能不能请老师来楼里上一堂党课",
    "七一想组织党员去红色基地参观",
    "三会一课的记录本领取",
    "looking for a speaker for our branch's study session"
  ),
  ...group(
    "volunteering",
    "我们员工周末想去社区做点公益",
    "想认领几个微心愿",
    "怎么报名加入楼宇的志愿者队伍",
    "Our team would like to volunteer once a quarter"
  )
]

const government = [
  ...group(
    "registration",
    "营业执照法人变更要跑几趟",
    "刚搬进来，注册地址要改到这栋楼",
    "办食品经营许可证需要哪些东西",
    "分公司注销怎么弄",
    "想開一間咖啡店，要辦什麼執照",
    "公司名字改了，工商那边怎么登记",
    "need help changing the registered address of our company",
    "what papers for a business license renewal?"
  ),
  ...group(
    "tax",
    "个税汇算不会操作，有人教吗",
    "小规模纳税人还有减免吗",
    "数电发票额度不够用，想提额",
    "研发费用加计扣除咨询",
    "出口退税迟迟没到账",
    "報稅系統登不上去",
    "印花税怎么申报",
    "help with VAT invoices please"
  ),
  ...group(
    "social-insurance",
    "新员工参保登记网上一直失败",
    "公积金缴存基数怎么调整",
    "同事摔伤了，工伤怎么认定",
    "生育津贴去哪里领",
    "社保卡丢了在楼里能补办吗",
    "医保异地备案",
    "How do we register foreign employees for social insurance"
  ),
  ...group(
    "talent",
    "硕士毕业来这里工作有补贴吗",
    "外地员工想落户",
    "高层次人才认定条件",
    "人才公寓什么时候可以申请",
    "職稱評審在哪裡報名",
    "any housing support for graduates who move here?"
  ),
  ...group(
    "recruitment",
    "急招五个前台，帮忙发一下",
    "我们技术岗位一直招不到人",
    "想参加下次的线上招聘会",
    "需要两名实习生，最好是财会专业",
    "年底缺人手，有没有临时工渠道",
    "校招能不能组团去",
    "We can't find enough software engineers",
    "post three vacancies for receptionists"
  ),
  ...group(
    "policy",
    "高新技术企业申报什么时候开始",
    "有没有适合我们小企业的扶持政策",
    "专精特新怎么评",
    "政策太多看不懂，有人来讲讲吗",
    "稳岗补贴申领",
    "数字化改造有没有奖补",
    "which grants can a small design studio apply for"
  ),
  ...group(
    "finance",
    "旺季备货缺钱，想贷个三十万",
    "没有抵押物能不能借到流动资金",
    "银行说我们资质不够，有没有担保公司",
    "想了解贴息贷款",
    "融資對接會什麼時候有",
    "应收账款压得厉害，周转不开",
    "请介绍几家能做信用贷的银行",
    "We need working capital before the summer season",
    "small unsecured lone for a shop"
  ),
  ...group(
    "lease",
    "房东突然要涨租金",
    "想退租半层，转租给别人可以吗",
    "办公室租赁合同备案",
    "产权分割后房产证怎么办",
    "想在楼里再租两百平",
    "團隊擴大了，想換大一點的寫字樓",
    "our lease ends in March and we want to renew it",
    "looking for 150 square metres of office space nearby"
  ),
  ...group(
    "ip",
    "想注册一个商标",
    "软件著作权登记要多久",
    "发明专利申请有人指导吗",
    "对手抄我们的logo怎么维权",
    "how long does a trademark take"
  )
]

const community = [
  ...group(
    "dining",
    "中午吃饭太难了，外卖等一个小时",
    "楼下能不能开个食堂",
    "加班到晚上没地方吃东西",
    "有没有平价的午饭",
    "員工餐廳可以對外開放嗎",
    "希望有早餐供应",
    "食唐的菜太少了",
    "Nowhere to eat lunch around here",
    "is there a canteen for staff in the building"
  ),
  ...group(
    "parking",
    "车位不够，每天转圈找",
    "停車月租太貴了",
    "访客的车停哪里",
    "晚上小区居民能不能用我们的地下车库",
    "电动自行车没有地方放",
    "亭车难，希望错峰共享",
    "想办一张停车月卡",
    "Parking is impossible after nine",
    "visitors have no place to leave their cars"
  ),
  ...group(
    "charging",
    "地下车库能不能装充电桩",
    "新能源汽车充电排队太久",
    "电瓶车到处飞线充电，希望有集中充电的地方",
    "換電櫃什麼時候裝",
    "please install EV chargers in the basement"
  ),
  ...group(
    "childcare",
    "寒假孩子没人带",
    "两岁半的宝宝能送到哪里",
    "放学以后到下班之前，小孩放哪里",
    "暑期托班还有名额吗",
    "幼兒園放學太早，接不了",
    "公司附近有没有托儿所",
    "Who looks after the kids during summer holidays",
    "is there a nursery near the office?"
  ),
  ...group(
    "repair",
    "空调滴水三天了没人来修",
    "电梯早高峰要等二十分钟",
    "卫生间堵了",
    "十二楼走廊的灯不亮",
    "樓頂漏水，天花板都濕了",
    "大堂玻璃门坏了",
    "停水也不提前通知",
    "物业费涨价没有公示",
    "The air conditioning on floor 9 is broken",
    "lift keeps getting stuck"
  ),
  ...group(
    "shared-space",
    "团队刚来六个人，想先有个地方坐下来办公",
    "临时需要几个工位，两个月就够",
    "借一间能坐三十人的会议室",
    "有没有路演的场地",
    "想要一個可以開視頻會議的房間",
    "we need desks for a project team of six for eight weeks",
    "can we book a meeting room on Thursday"
  ),
  ...group(
    "leisure",
    "想组织单身青年联谊",
    "下班后有没有羽毛球",
    "希望开瑜伽课",
    "同事们想办一个读书会",
    "楼里能不能搞个健身房",
    "中秋有什么活动可以带家属参加",
    "any after-work sports, maybe basketball?"
  ),
  ...group(
    "training",
    "想学短视频剪辑和直播带货",
    "新员工Excel太差，有培训班吗",
    "电工证去哪里考",
    "職業技能提升課程",
    "希望午休时间有英语角之类的课",
    "is there a course on live-stream selling",
    "managment training for team leaders"
  ),
  ...group(
    "partners",
    "想找本地做包装的供应商",
    "我们做设计的，想认识楼里需要设计的公司",
    "上下游企业能不能坐下来谈谈合作",
    "有没有靠谱的物流公司推荐",
    "我們的產品想進本地超市，求介紹客戶",
    "looking for a local supplier of cardboard boxes",
    "Would like to meet other firms in the supply chain"
  ),
  ...group(
    "safety",
    "楼道里堆满了纸箱，怕着火",
    "灭火器过期了谁来换",
    "想搞一次逃生演练",
    "装修要不要报消防",
    "燃气报警器老是响",
    "fire drill for 80 people"
  )
]

const medical = [
  ...group(
    "health",
    "能不能把体检车开到楼下",
    "颈椎疼，希望有中医来坐诊",
    "流感疫苗在楼里能打吗",
    "午间有没有义诊",
    "想学心肺复苏，AED放在哪里",
    "給員工做一次體檢",
    "could a doctor visit the building for blood pressure checks?"
  ),
  ...group(
    "counselling",
    "最近压力大睡不着，想找人聊聊",
    "员工情绪不好，有心理老师吗",
    "失眠焦虑怎么办",
    "someone to talk to about stress at work"
  )
]

const legal = [
  ...group(
    "legal-advice",
    "合同里有一条看不明白，想请律师看看",
    "客户欠款不还，能起诉吗",
    "公司章程需要法律意见",
    "想做一次公证",
    "被投诉侵犯隐私，怎么应对",
    "Need a lawyer to look over a contract"
  ),
  ...group(
    "labour-dispute",
    "老板拖欠工资两个月了",
    "被辞退了没有赔偿",
    "员工申请劳动仲裁，我们想先调解",
    "加班費沒有發",
    "my employer did not pay my overtime"
  )
]

const nothing = group(
  undefined,
  "",
  "   ",
  "👍👍👍",
  "你好",
  "谢谢！",
  "测试测试",
  "今天天气真不错",
  "哈哈哈哈哈",
  "asdfgh qwerty",
  "hello",
  "=SUM(A1:A9)",
  "<div><br></div>",
  "13579",
  "长江后浪推前浪",
  "明月几时有，把酒问青天"
)

/** The labelled needs, in the order of the categories. */
export const needs: ReadonlyArray<LabelledNeed> = [
  ...party,
  ...government,
  ...community,
  ...medical,
  ...legal,
  ...nothing
]

/**
 * Needs said in a roundabout way, mostly without the word a list would use: written after the vocabulary, which was not
 * changed for them. They show what a search by words cannot do.
 */
export const oblique: ReadonlyArray<LabelledNeed> = [
  ...group("dining", "一到十二点肚子饿得咕咕叫，排队排到一点", "点的东西送上来都凉了", "想喝口热汤"),
  ...group(
    "parking",
    "每天早上绕地库三圈",
    "贴了两张罚单，实在没办法",
    "I circle the block for half an hour each morning"
  ),
  ...group("charging", "电量只剩百分之五，回不了家", "小电驴没地方插电"),
  ...group("childcare", "下个月学校放两个月，家里老人身体不好", "my son finishes school at three"),
  ...group("repair", "夏天办公室热得像蒸笼", "三号梯又把人关里面了", "water is dripping on our desks"),
  ...group("shared-space", "新项目组下周到，没地方坐", "跟客户视频没有安静的地方"),
  ...group("finance", "年底货款收不回来，发不出货", "想再开一家店，手头紧"),
  ...group("recruitment", "忙不过来，想再添几个人", "nobody answers our job ad"),
  ...group("tax", "这个月该报的还没报，系统进不去", "买设备的钱能不能抵一点"),
  ...group("registration", "换了老板，证上名字要改", "we just moved in and the paperwork still shows our old address"),
  ...group("lease", "合同下个月到期，想谈谈价格", "人多了，坐不下了"),
  ...group("ip", "有人用了我们的名字和图案", "someone sells copies of our design"),
  ...group("labour-dispute", "干了三个月一分钱没拿到", "my boss sent me home without notice"),
  ...group("legal-advice", "对方签了字又反悔"),
  ...group("counselling", "晚上翻来覆去，白天没精神"),
  ...group("health", "坐久了腰酸背痛", "we would like someone to show us how to resuscitate a person"),
  ...group("volunteering", "想为小区老人做点事"),
  ...group("membership", "刚从外省调来，介绍信交给哪个支部"),
  ...group("leisure", "下班就回家，谁也不认识"),
  ...group("partners", "希望隔壁公司能用上我们的产品"),
  ...group("safety", "后门被锁住了，出事跑不出去")
]
