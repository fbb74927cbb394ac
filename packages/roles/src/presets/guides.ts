import { Text } from "@louyu/kernel"
import * as RoleScheme from "../RoleScheme.ts"
import { role } from "./ids.ts"

/**
 * A full-time Party-building guide for a cluster, who visits every week and takes problems to the committee.
 *
 * Source: W-07.
 */
export const partyBuildingGuide: RoleScheme.RoleScheme = {
  id: RoleScheme.SchemeId.make("partyBuildingGuide"),
  version: 1,
  names: Text.of("专职党建指导员", "full-time Party-building guide"),
  layer: RoleScheme.LayerId.make("guidance"),
  roles: [
    role("partyBuildingGuide", "党建指导员", "Party-building guide", {
      rank: "staff",
      scope: "cluster",
      minimum: 1,
      duty: "cooperate",
      matters: ["party"],
      exclusive: true,
      visiting: { every: "weekly" },
      clearance: 2
    })
  ],
  concurrent: [],
  ladder: {}
}

/**
 * A first secretary: a senior official seconded from an organ to a building's committee, beside its elected secretary.
 *
 * Source: F-11: at most one active per committee, and not the same assignment as the secretary.
 */
export const firstSecretary: RoleScheme.RoleScheme = {
  id: RoleScheme.SchemeId.make("firstSecretary"),
  version: 1,
  names: Text.of("第一书记", "first secretary"),
  layer: RoleScheme.LayerId.make("secondment"),
  roles: [
    role("firstSecretary", "第一书记", "first secretary", {
      rank: "head",
      scope: "committee",
      minimum: 0,
      maximum: 1,
      duty: "cooperate",
      matters: ["government"],
      qualifies: { comesFrom: ["department"] },
      termMonths: 24,
      clearance: 3
    })
  ],
  concurrent: [],
  ladder: {}
}
