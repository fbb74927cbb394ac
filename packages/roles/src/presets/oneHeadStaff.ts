import { Text } from "@louyu/kernel"
import * as RoleScheme from "../RoleScheme.ts"
import { ref, role } from "./ids.ts"

/** A staff role of a one-head scheme: the sources do not list them all, so a city names its own. */
export interface StaffRole {
  readonly code: string
  readonly names: Text.Text
  readonly matters: ReadonlyArray<string>
}

const oneHead = (id: string, names: Text.Text, staff: ReadonlyArray<StaffRole>): RoleScheme.RoleScheme => ({
  id: RoleScheme.SchemeId.make(id),
  version: 1,
  names,
  layer: RoleScheme.LayerId.make("operating"),
  roles: [
    role("buildingChief", "楼长", "building chief", {
      rank: "head",
      scope: "building",
      minimum: 1,
      maximum: 1,
      duty: "leadOverall",
      matters: ["coordination", "overdue", "general"],
      clearance: 3
    }),
    ...staff.map(({ code, names: labels, matters }) =>
      role(code, labels.zh, labels.en ?? labels.zh, {
        rank: "staff",
        scope: "building",
        minimum: 1,
        duty: "cooperate",
        matters,
        clearance: 2
      })
    )
  ],
  concurrent: [],
  ladder: { "*": [ref(id, "buildingChief"), ref("committeePosts", "secretary")] }
})

/**
 * One head, six staff: the scheme before two heads, four staff; recommended again later as a layer of its own.
 *
 * Shape: the six are the city's to name, for no source lists them.
 * Source: P-07, P-36.
 */
export const oneHeadSixStaff = (
  staff: readonly [StaffRole, StaffRole, StaffRole, StaffRole, StaffRole, StaffRole]
): RoleScheme.RoleScheme => oneHead("oneHeadSixStaff", Text.of("一长六员", "one head, six staff"), staff)

/** One head, four staff, as in 103 buildings of Shanghai Putuo. Source: domain 2.14. */
export const oneHeadFourStaff = (staff: readonly [StaffRole, StaffRole, StaffRole, StaffRole]): RoleScheme.RoleScheme =>
  oneHead("oneHeadFourStaff", Text.of("一长四员", "one head, four staff"), staff)
