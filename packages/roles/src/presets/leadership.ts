import { Text } from "@louyu/kernel"
import * as RoleScheme from "../RoleScheme.ts"
import { ref, role } from "./ids.ts"

const id = "buildingChiefSystem"

/**
 * The building-chief system: a city leader as chief, a street leader as local chief, liaisons from the economic
 * departments, and grid officers. Its own layer, in force beside the operating scheme of the building.
 *
 * Source: P-36, A-02, A-03.
 */
export const buildingChiefSystem: RoleScheme.RoleScheme = {
  id: RoleScheme.SchemeId.make(id),
  version: 1,
  names: Text.of("楼长制", "building-chief system"),
  layer: RoleScheme.LayerId.make("leadership"),
  roles: [
    role("cityChief", "楼长（市领导）", "city chief", {
      rank: "head",
      scope: "building",
      minimum: 1,
      maximum: 1,
      duty: "leadOverall",
      matters: [],
      clearance: 1
    }),
    role("localChief", "属地楼长", "local chief", {
      rank: "head",
      scope: "building",
      minimum: 1,
      maximum: 1,
      duty: "leadOverall",
      matters: [],
      deputyOf: RoleScheme.RoleCode.make("cityChief"),
      clearance: 2
    }),
    role("liaisonOfficer", "联络员", "liaison officer", {
      rank: "staff",
      scope: "building",
      minimum: 1,
      duty: "cooperate",
      matters: [],
      qualifies: { comesFrom: ["department"] },
      clearance: 1
    }),
    role("gridOfficer", "楼宇网格员", "building grid officer", {
      rank: "staff",
      scope: "building",
      minimum: 1,
      duty: "ownArea",
      matters: [],
      visiting: { every: "weekly" },
      clearance: 2
    })
  ],
  concurrent: [],
  ladder: { "*": [ref(id, "gridOfficer"), ref(id, "localChief"), ref(id, "cityChief")] }
}
