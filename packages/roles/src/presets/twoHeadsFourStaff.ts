import { Text } from "@louyu/kernel"
import * as RoleScheme from "../RoleScheme.ts"
import { ref, role } from "./ids.ts"

const id = "twoHeadsFourStaff"
const one = { minimum: 1, maximum: 1 }
const cooperate = { rank: "staff", duty: "cooperate", scope: "building", minimum: 1, clearance: 2 } as const

/**
 * Two heads, four staff: a chief for the building, a head for each micro-grid, and four officers who work together.
 *
 * Source: P-06 (Pinghu), A-02: chief and staff per building, head per grid. Which matters fall to whom is a design
 * inference (domain 1.6, "need → post routing"); a city replaces it with its own.
 */
export const twoHeadsFourStaff: RoleScheme.RoleScheme = {
  id: RoleScheme.SchemeId.make(id),
  version: 1,
  names: Text.of("双长四员", "two heads, four staff"),
  layer: RoleScheme.LayerId.make("operating"),
  roles: [
    role("buildingChief", "楼长", "building chief", {
      ...one,
      rank: "head",
      scope: "building",
      duty: "leadOverall",
      matters: ["coordination", "overdue"],
      clearance: 3
    }),
    role("microGridHead", "微网格长", "micro-grid head", {
      ...one,
      rank: "head",
      scope: "microGrid",
      duty: "ownArea",
      matters: ["general"],
      visiting: { every: "monthly" },
      clearance: 2
    }),
    role("partyMassGuide", "党群指导员", "Party-mass guide", {
      ...cooperate,
      matters: ["party", "mass"],
      visiting: { every: "weekly" }
    }),
    role("investmentLiaison", "招商联络员", "investment liaison", {
      ...cooperate,
      matters: ["space", "lease", "settlement", "policy"]
    }),
    role("communityInformationOfficer", "社区信息员", "community information officer", {
      ...cooperate,
      matters: ["community", "government", "resident"]
    }),
    role("propertyServiceOfficer", "物业服务员", "property-service officer", {
      ...cooperate,
      matters: ["utilities", "safety", "parking", "repair"],
      qualifies: { comesFrom: ["propertyCompany"] }
    })
  ],
  concurrent: [[ref(id, "buildingChief"), ref(id, "investmentLiaison")]],
  ladder: {
    "*": [
      ref(id, "microGridHead"),
      ref(id, "buildingChief"),
      ref("committeePosts", "secretary"),
      ref("streetPosts", "twoNewSecretary")
    ]
  }
}
