import { Text } from "@louyu/kernel"
import * as Indicator from "./Indicator.ts"
import type { Unit } from "./Unit.ts"

type Names = readonly [zh: string, en: string]

interface Told {
  readonly better?: "up" | "down"
  readonly unit?: Unit
  readonly source: string
}

const text = ([zh, en]: Names): Text.Text => Text.of(zh, en)

const quotient =
  (kind: "rate" | "change" | "density" | "mean", usual: Unit) =>
  (
    id: string,
    names: Names,
    [counts, numerator]: readonly [code: string, names: Names],
    [per, denominator]: readonly [code: string, names: Names],
    population: Names,
    { source, unit = usual, better }: Told
  ): Indicator.Indicator => ({
    id: Indicator.IndicatorId.make(id),
    names: text(names),
    kind,
    unit,
    counts,
    per,
    numerator: text(numerator),
    denominator: text(denominator),
    population: text(population),
    ...(better === undefined ? {} : { better }),
    source
  })

const whole =
  (kind: "count" | "amount", usual: Unit) =>
  (
    id: string,
    names: Names,
    [counts, numerator]: readonly [code: string, names: Names],
    population: Names,
    { source, unit = usual, better }: Told
  ): Indicator.Indicator => ({
    id: Indicator.IndicatorId.make(id),
    names: text(names),
    kind,
    unit,
    counts,
    numerator: text(numerator),
    population: text(population),
    ...(better === undefined ? {} : { better }),
    source
  })

const rate = quotient("rate", "share")
const change = quotient("change", "share")
const density = quotient("density", "one")
const mean = quotient("mean", "one")
const count = whole("count", "one")
const amount = whole("amount", "fen")

const cohort: Names = [
  "统计期内受理的事项，不含不予受理、合并和撤回",
  "Cases accepted in the period, without rejected, merged and withdrawn ones"
]
const closed = ["cases", ["已办结事项", "Cases closed"]] as const
const accepted = ["cases", ["已受理事项", "Cases accepted"]] as const

const cases: ReadonlyArray<Indicator.Indicator> = [
  rate("closureRate", ["办结率", "Closure rate"], closed, accepted, cohort, {
    better: "up",
    source: "2.13, A-18, G-10"
  }),
  rate(
    "onTimeClosureRate",
    ["按时办结率", "On-time closure rate"],
    ["cases", ["按期办结事项", "Cases closed by their due day"]],
    ["cases", ["已办结或已逾期事项", "Cases closed or past due"]],
    cohort,
    { better: "up", source: "2.13" }
  ),
  rate(
    "resolutionRate",
    ["解决率", "Resolution rate"],
    ["cases", ["诉求人认为已解决的事项", "Cases the requester calls solved"]],
    ["cases", ["已回访事项", "Cases followed up"]],
    cohort,
    { better: "up", source: "2.13" }
  ),
  rate(
    "satisfactionRate",
    ["满意率", "Satisfaction rate"],
    ["ratings", ["非常满意、满意和基本满意的评价", "Ratings very satisfied, satisfied or basically satisfied"]],
    ["ratings", ["全部评价", "All ratings"]],
    ["已评价的事项", "Cases that were rated"],
    { better: "up", source: "P-21, 2.13" }
  ),
  rate(
    "followUpRate",
    ["回访率", "Follow-up rate"],
    ["cases", ["已回访事项", "Cases followed up"]],
    ["cases", ["已办结事项", "Cases closed"]],
    cohort,
    { better: "up", source: "F-09, 2.13" }
  ),
  rate(
    "inBuildingResolution",
    ["楼内解决率", "Resolved in the building"],
    ["cases", ["在楼内办结的事项", "Cases closed without leaving the building"]],
    closed,
    cohort,
    { better: "up", source: "P-37" }
  )
]

const tenants: Names = ["在统计日入驻的企业", "Enterprises in the building on the day"]
const enterprises = ["enterprises", ["入驻企业", "Enterprises in the building"]] as const

const buildings: ReadonlyArray<Indicator.Indicator> = [
  rate(
    "occupancyByArea",
    ["入驻率（按面积）", "Occupancy by area"],
    ["squareMetres", ["已租面积", "Area let"]],
    ["squareMetres", ["可租面积", "Area that can be let"]],
    ["可租单元", "Units that can be let"],
    { better: "up", source: "P-21, P-28, 2.13" }
  ),
  rate(
    "occupancyByUnits",
    ["入驻率（按单元）", "Occupancy by units"],
    ["units", ["已租单元", "Units let"]],
    ["units", ["可租单元", "Units that can be let"]],
    ["可租单元", "Units that can be let"],
    { better: "up", source: "P-21, P-28, 2.13" }
  ),
  rate(
    "registeredHere",
    ["属地注册率", "Registered here"],
    ["enterprises", ["注册在本地的入驻企业", "Enterprises registered here"]],
    enterprises,
    tenants,
    { better: "up", source: "2.13" }
  ),
  rate(
    "taxedHere",
    ["属地纳税率", "Taxed here"],
    ["enterprises", ["在本地纳税的入驻企业", "Enterprises that pay their tax here"]],
    enterprises,
    tenants,
    { better: "up", source: "P-21, 2.13" }
  ),
  change(
    "taxGrowth",
    ["税收增长率", "Growth of tax"],
    ["fen", ["较上年增加的税收", "Tax above that of the year before"]],
    ["fen", ["上年税收", "Tax of the year before"]],
    ["统计范围内的楼宇", "Buildings of the scope"],
    { better: "up", source: "P-32, G-02, G-11" }
  ),
  density(
    "taxPerArea",
    ["单位面积税收", "Tax per area"],
    ["fen", ["全年税收", "Tax of the year"]],
    ["squareMetres", ["楼宇面积", "Floor area"]],
    ["统计范围内的楼宇", "Buildings of the scope"],
    { better: "up", unit: "fenPerSquareMetre", source: "2.6" }
  ),
  density(
    "gdpPerArea",
    ["地均 GDP", "GDP per area"],
    ["fen", ["地区生产总值", "Gross domestic product"]],
    ["squareMetres", ["辖区面积", "Area of the territory"]],
    ["辖区", "The territory"],
    { better: "up", unit: "fenPerSquareMetre", source: "F-01" }
  ),
  mean(
    "staffPerEnterprise",
    ["企均员工数", "Staff per enterprise"],
    ["persons", ["从业人员", "Staff"]],
    enterprises,
    tenants,
    { source: "D-02, F-02, W-16" }
  )
]

const organisations: ReadonlyArray<Indicator.Indicator> = [
  rate(
    "organisationCoverage",
    ["组织覆盖率", "Organisation coverage"],
    ["enterprises", ["单建或联建党组织覆盖的企业", "Enterprises with an own or joint organisation"]],
    ["enterprises", ["正常经营的非公企业", "Operating non-public enterprises"]],
    ["正常经营的非公企业", "Operating non-public enterprises"],
    { better: "up", source: "2.10, A-22" }
  ),
  rate(
    "singleFounding",
    ["单独组建率", "Single-founding rate"],
    ["enterprises", ["单建党组织的企业", "Enterprises with an own organisation"]],
    ["enterprises", ["正常经营的非公企业", "Operating non-public enterprises"]],
    ["正常经营的非公企业", "Operating non-public enterprises"],
    { better: "up", source: "2.10" }
  ),
  rate(
    "districtCoverage",
    ["商圈综合党委覆盖率", "Districts with a comprehensive committee"],
    ["districts", ["已建综合党委的楼宇商圈", "Districts with a comprehensive committee"]],
    ["districts", ["楼宇商圈", "Districts"]],
    ["全市楼宇商圈", "The districts of the city"],
    { better: "up", source: "H-21, A-22, G-05" }
  ),
  rate(
    "buildingCoverage",
    ["楼宇覆盖率", "Buildings covered"],
    ["buildings", ["已覆盖的楼宇", "Buildings covered"]],
    ["buildings", ["商务楼宇", "Commercial buildings"]],
    ["商务楼宇", "Commercial buildings"],
    { better: "up", source: "P-17, A-22" }
  ),
  mean(
    "membersPerEnterprise",
    ["企均党员数", "Members per enterprise"],
    ["persons", ["党员", "Party members"]],
    enterprises,
    tenants,
    { better: "up", source: "P-33" }
  ),
  mean(
    "activitiesPerService",
    ["每项服务对应的组织活动", "Organisation activities per service"],
    ["activities", ["组织活动", "Activities of organisations"]],
    ["services", ["为企服务", "Services rendered"]],
    ["统计期内的服务与活动", "Services and activities of the period"],
    { better: "up", source: "P-33" }
  ),
  mean(
    "substationsPerStation",
    ["每个主站的分站数", "Sub-stations per main station"],
    ["stations", ["分站", "Sub-stations"]],
    ["stations", ["主站", "Main stations"]],
    ["服务驿站", "Stations"],
    { source: "G-01" }
  ),
  mean(
    "projectsPerCommittee",
    ["每个综合党委的实事项目数", "Practical projects per committee"],
    ["projects", ["发布的实事项目", "Projects published"]],
    ["committees", ["综合党委", "Comprehensive committees"]],
    ["综合党委", "Comprehensive committees"],
    { source: "G-06, A-11" }
  ),
  rate(
    "keyProjects",
    ["重点项目占比", "Key projects of those published"],
    ["projects", ["列为重点的项目", "Projects made key projects"]],
    ["projects", ["发布的实事项目", "Projects published"]],
    ["发布的实事项目", "Projects published"],
    { source: "W-06, G-06" }
  ),
  count(
    "organisationCount",
    ["党组织数", "Party organisations"],
    ["organisations", ["党组织", "Party organisations"]],
    ["统计范围内的党组织", "Party organisations of the scope"],
    { source: "P-02, A-01" }
  )
]

const incubation: ReadonlyArray<Indicator.Indicator> = [
  rate(
    "stayConversion",
    ["过渡办公落户率", "Conversion of transitional stays"],
    ["stays", ["以落户结束的过渡办公", "Stays that ended with settling"]],
    ["stays", ["已结束的过渡办公", "Stays that ended"]],
    ["已结束的过渡办公", "Stays that ended"],
    { better: "up", source: "H-26, A-07, G-03" }
  ),
  rate(
    "outcomeRate",
    ["活动成效率", "Participants for whom something came of it"],
    ["enterprises", ["取得成效的企业", "Enterprises for which something came of it"]],
    ["enterprises", ["参加活动的企业", "Enterprises that took part"]],
    ["参加活动的企业", "Enterprises that took part"],
    { better: "up", source: "P-26" }
  ),
  rate(
    "qualifiedShare",
    ["资质企业占比", "Enterprises that hold a qualification"],
    ["enterprises", ["至少持有一项资质的企业", "Enterprises with at least one qualification"]],
    enterprises,
    tenants,
    { better: "up", source: "H-27, G-05" }
  ),
  mean(
    "propertyPerEnterprise",
    ["企均知识产权数", "Intellectual property per enterprise"],
    ["rights", ["知识产权件数", "Rights"]],
    ["enterprises", ["已统计知识产权的企业", "Enterprises whose rights are counted"]],
    tenants,
    { better: "up", source: "H-27" }
  ),
  count("enterpriseCount", ["企业数", "Enterprises"], enterprises, tenants, {
    better: "up",
    source: "D-02, F-02, W-16"
  }),
  count("staffCount", ["从业人员数", "Staff"], ["persons", ["从业人员", "Staff"]], tenants, {
    better: "up",
    source: "D-02, F-02, W-16"
  })
]

const scope: Names = ["统计范围", "The scope"]

const amounts: ReadonlyArray<Indicator.Indicator> = [
  amount("tax", ["税收", "Tax"], ["fen", ["全年税收", "Tax of the year"]], scope, {
    better: "up",
    source: "P-02, G-11"
  }),
  amount("output", ["产值", "Output"], ["fen", ["全年产值", "Output of the year"]], scope, {
    better: "up",
    source: "P-32, G-11"
  }),
  amount("revenue", ["营业收入", "Revenue"], ["fen", ["全年营业收入", "Revenue of the year"]], scope, {
    better: "up",
    source: "W-16"
  }),
  amount("gdp", ["地区生产总值", "GDP"], ["fen", ["全年地区生产总值", "GDP of the year"]], scope, {
    better: "up",
    source: "F-01"
  }),
  amount(
    "buildingScale",
    ["楼宇规模（口径未说明）", "Scale of a building, measure not stated"],
    ["unstated", ["税收、产值或资产，原文未说明", "Tax, output or assets; the source does not say"]],
    scope,
    { source: "F-01, A-06b" }
  ),
  amount("plannedArea", ["规划面积", "Planned area"], ["squareMetres", ["规划用地", "Planned land"]], scope, {
    unit: "squareMetre",
    source: "P-02, A-05"
  }),
  amount("floorArea", ["楼宇面积", "Floor area"], ["squareMetres", ["建筑面积", "Floor area"]], scope, {
    unit: "squareMetre",
    source: "P-02, A-05, G-11"
  })
]

/** The definitions the sources need. Source: domain 2.13, 1.9; P-21, P-33. */
export const list: ReadonlyArray<Indicator.Indicator> = [
  ...cases,
  ...buildings,
  ...organisations,
  ...incubation,
  ...amounts
]

/** The same, ready to be looked up. */
export const common: Indicator.Indicators = Indicator.of(list)
