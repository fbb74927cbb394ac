import { Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code } from "./StationCode.ts"

/** Something a city names: a kind, an audience, a label, a criterion. */
export const Named = Schema.Struct({ id: Code, names: Text.Text })
export type Named = typeof Named.Type

/** Labels that belong together, for example the goals of a district. */
export const LabelSet = Schema.Struct({ id: Code, names: Text.Text, labels: Schema.NonEmptyArray(Named) })
export type LabelSet = typeof LabelSet.Type

/** What a station is measured by. Source: P-40, A-12. */
export const Standard = Schema.Struct({ id: Code, names: Text.Text, criteria: Schema.NonEmptyArray(Named) })
export type Standard = typeof Standard.Type

/**
 * The words in which a city speaks of its stations, as data.
 *
 * Shape: a command names them by id; an id that is not here is refused.
 */
export const StationCatalogue = Schema.Struct({
  stationKinds: Schema.Array(Named),
  roomKinds: Schema.Array(Named),
  pointKinds: Schema.Array(Named),
  facilityKinds: Schema.Array(Named),
  audiences: Schema.Array(Named),
  labelSets: Schema.Array(LabelSet),
  standards: Schema.Array(Standard)
})
export type StationCatalogue = typeof StationCatalogue.Type

/** Finds what has an id; `undefined` when nothing has. */
export const find = <A extends { readonly id: string }>(all: ReadonlyArray<A>, id: string): A | undefined =>
  all.find((one) => one.id === id)

const named = (id: string, zh: string, en: string): Named => ({ id, names: { zh, en } })

/**
 * What the Chinese building districts speak of, to start from.
 *
 * Shape: Pinghu does not list its six haves; the criteria are those in common use.
 * Source: H-09, H-10, H-12, H-14, H-23, H-24, W-08, W-09, P-17, P-18, P-40, D-05, D-07, F-14, F-15.
 */
export const preset: StationCatalogue = {
  stationKinds: [
    named("partyMassCentre", "党群服务中心", "Party-mass service centre"),
    named("redCollarStation", "红领驿站", "Red-collar station"),
    named("riderStation", "骑士加油站", "Rider station"),
    named("selfServiceStation", "智慧政务e站", "Self-service government station"),
    named("citizenHome", "市民之家", "Citizen home"),
    named("councilChamber", "议事厅", "Council chamber"),
    named("sharedWorkArea", "共享工区", "Shared work area"),
    named("serviceZone", "楼宇服务功能区", "Building service zone")
  ],
  roomKinds: [
    named("reading", "阅读区", "Reading"),
    named("fitness", "健身区", "Fitness"),
    named("counselling", "心理咨询室", "Psychological counselling"),
    named("exchange", "交流区", "Exchange"),
    named("selfService24h", "24小时政务服务区", "24-hour government self-service"),
    named("healthCabin", "健康小屋", "Health cabin"),
    named("meeting", "会议室", "Meeting"),
    named("training", "教育培训", "Education and training"),
    named("investmentReception", "招商纳客", "Investment reception"),
    named("audioVideo", "影音室", "Audio and video"),
    named("virtualReality", "VR互动体验", "Virtual reality"),
    named("leisure", "休闲区", "Leisure"),
    named("exhibition", "展览馆", "Exhibition hall"),
    named("talentWall", "英才榜", "Talent wall"),
    named("serviceCentre", "党群服务中心", "Party-mass service"),
    named("gallery", "展示长廊", "Gallery"),
    named("publicReading", "公共阅读空间", "Public reading"),
    named("selfService", "自助服务区", "Self-service area"),
    named("outdoor", "户外活动区", "Outdoor area"),
    named("sharedWork", "共享工区", "Shared work area"),
    named("council", "议事厅", "Council chamber")
  ],
  pointKinds: [
    named("allInOne", "无人值守集成机", "Unattended all-in-one"),
    named("medicalInsurance", "医保缴费查询打印机", "Medical-insurance payment and query printer"),
    named("gasPayment", "天然气缴纳终端", "Gas-payment terminal"),
    named("socialSecurity", "社保自助机", "Social-security terminal"),
    named("library", "自助图书馆", "Self-service library"),
    named("citizenWindow", "市民之窗", "Citizen window"),
    named("counter", "服务窗口", "Service counter")
  ],
  facilityKinds: [
    named("canteen", "白领食堂", "White-collar canteen"),
    named("tidalParking", "潮汐停车位", "Tidal parking space"),
    named("childcareClass", "寒暑假托管班", "Holiday childcare class"),
    named("testPoint", "检测点", "Test point"),
    named("policyConsultation", "上门政策咨询", "Policy consultation at the door"),
    named("residentsMeals", "居民用餐", "Residents' meals")
  ],
  audiences: [
    named("enterprises", "企业", "Enterprises"),
    named("staff", "职工", "Staff"),
    named("riders", "快递外卖小哥", "Couriers and delivery riders"),
    named("residents", "周边居民", "Nearby residents"),
    named("shops", "商户", "Shops"),
    named("partyMembers", "党员", "Party members")
  ],
  labelSets: [
    {
      id: "threePlatforms",
      names: { zh: "三个平台", en: "Three platforms" },
      labels: [
        named("governmentEnterprise", "政企沟通", "Government-enterprise communication"),
        named("socialAssistance", "社会协助", "Social assistance"),
        named("buildingCommunity", "楼社互动", "Building-community interaction")
      ]
    },
    {
      id: "sixMosts",
      names: { zh: "“六最”禅城", en: "Six mosts" },
      labels: [
        named("identity", "最佛山", "Identity"),
        named("convenience", "最便捷", "Convenience"),
        named("centrality", "最中心", "Centrality"),
        named("vitality", "最活力", "Vitality"),
        named("safety", "最平安", "Safety"),
        named("happiness", "最幸福", "Happiness")
      ]
    }
  ],
  standards: [
    {
      id: "sixHaves",
      names: { zh: "“六有”", en: "Six haves" },
      criteria: [
        named("place", "有场所", "A place"),
        named("facilities", "有设施", "Facilities"),
        named("signs", "有标志", "Signs"),
        named("flag", "有党旗", "Party flag"),
        named("books", "有书报", "Books and newspapers"),
        named("rules", "有制度", "Rules")
      ]
    }
  ]
}
