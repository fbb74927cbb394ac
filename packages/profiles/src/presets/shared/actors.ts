import { kind } from "../../Preset.ts"
import { inside } from "./places.ts"

const placed = { root: ["location"] } as const
const alone = { root: ["command", "location"] } as const

/** Where those who act in and around buildings stand in a city. */
export interface Standing {
  /** Every kind of place. */
  readonly anywhere: ReadonlyArray<string>
  /** The kinds of place, besides those in a building, in which sole traders keep shops. */
  readonly shops: ReadonlyArray<string>
  /** The committees that lead mass organisations and volunteers. */
  readonly committees: ReadonlyArray<string>
}

/** Those who act in and around buildings, in every city. Source: H-35, P-42, D-13, W-22. */
export const actorKinds = ({ anywhere, shops, committees }: Standing) => [
  kind("mass-organisation", "群团组织", "Mass organisation", "massOrganisation", {
    ...alone,
    under: committees,
    within: anywhere
  }),
  kind("owners-committee", "业委会", "Owners' committee", "ownersCommittee", {
    within: ["building"],
    onePer: ["building"],
    termMonths: 60
  }),
  kind("enterprise", "企业", "Enterprise", "enterprise", { within: inside }),
  kind("sole-trader", "个体工商户", "Sole trader", "soleTrader", { within: [...inside, ...shops] }),
  kind("property-company", "物业公司", "Property company", "propertyCompany", { ...placed, within: anywhere }),
  kind("operator", "运营方", "Operator", "operator", { ...placed, within: anywhere }),
  kind("title-owner", "产权单位", "Title owner", "titleOwner", { ...placed, within: anywhere }),
  kind("social-organisation", "社会组织", "Social organisation", "socialOrganisation", { ...placed, within: anywhere }),
  kind("volunteer-team", "志愿服务队", "Volunteer team", "volunteerTeam", {
    ...alone,
    under: committees,
    within: anywhere
  })
]

/** The departments of a region, under the name the city has for them. Source: H-35, A-20. */
export const departments = (zh: string, en: string, ...within: ReadonlyArray<string>) =>
  kind("department", zh, en, "department", { ...alone, within })
