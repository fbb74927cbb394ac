import { Text } from "@louyu/kernel"
import type { RolePresets } from "@louyu/roles"

const staff = (code: string, zh: string, en: string, ...matters: ReadonlyArray<string>): RolePresets.StaffRole => ({
  code,
  names: Text.of(zh, en),
  matters
})

/**
 * Six staff for the scheme before two heads, four staff.
 *
 * No source names the six (P-07), so these are an example: the four of today under the same codes, whose holders carry
 * over by them, and two whose work the micro-grid heads took on.
 */
export const sixStaff = [
  staff("partyMassGuide", "党群指导员", "Party-mass guide", "party", "mass"),
  staff("investmentLiaison", "招商联络员", "investment liaison", "space", "lease", "settlement", "policy"),
  staff("communityInformationOfficer", "社区信息员", "community information officer", "community", "resident"),
  staff("propertyServiceOfficer", "物业服务员", "property-service officer", "utilities", "parking", "repair"),
  staff("safetyOfficer", "安全督查员", "safety officer", "safety"),
  staff("governmentServiceOfficer", "政务服务员", "government-service officer", "government")
] as const
