import { Text } from "@louyu/kernel"
import * as RoleScheme from "../RoleScheme.ts"
import { ref, role } from "./ids.ts"

const layer = RoleScheme.LayerId.make("committee")
const one = { minimum: 1, maximum: 1, duty: "leadOverall", clearance: 3 } as const
const street = { above: "street" } as const

/** The posts of a street that others follow: two-new secretary, organisation member, deputy director for services. */
export const streetPosts: RoleScheme.RoleScheme = {
  id: RoleScheme.SchemeId.make("streetPosts"),
  version: 1,
  names: Text.of("街道岗位", "street posts"),
  layer: RoleScheme.LayerId.make("street"),
  roles: [
    role("twoNewSecretary", "两新工委书记", "two-new work-committee secretary", {
      ...one,
      rank: "head",
      scope: "street",
      matters: ["party", "general"]
    }),
    role("organisationMember", "党委组织委员", "organisation member", {
      ...one,
      rank: "head",
      scope: "street",
      matters: []
    }),
    role("serviceDeputyDirector", "分管服务业副主任", "deputy director for services", {
      ...one,
      rank: "head",
      scope: "street",
      matters: []
    })
  ],
  concurrent: [],
  ladder: {}
}

/**
 * The posts of a comprehensive committee, filled by rule from the street: the secretary is the street's two-new secretary,
 * the deputies are its organisation member and its deputy director for services. A deputy sent by a department and
 * members from partner units hold seats beside them.
 *
 * Source: P-34, P-14 (part-time members of partner units), W-04 (deputy from the finance bureau), H-06 (a secretary who
 * also chairs the council).
 */
export const committeePosts: RoleScheme.RoleScheme = {
  id: RoleScheme.SchemeId.make("committeePosts"),
  version: 1,
  names: Text.of("综合党委岗位", "comprehensive committee posts"),
  layer,
  roles: [
    role("secretary", "书记", "secretary", {
      ...one,
      rank: "head",
      scope: "comprehensiveCommittee",
      matters: ["party", "general"],
      exOfficio: { of: ref("streetPosts", "twoNewSecretary"), at: street }
    }),
    role("organisationDeputy", "副书记（组织委员）", "deputy secretary (organisation)", {
      ...one,
      rank: "head",
      scope: "comprehensiveCommittee",
      matters: [],
      deputyOf: RoleScheme.RoleCode.make("secretary"),
      exOfficio: { of: ref("streetPosts", "organisationMember"), at: street }
    }),
    role("serviceDeputy", "副书记（服务业）", "deputy secretary (services)", {
      ...one,
      rank: "head",
      scope: "comprehensiveCommittee",
      matters: ["policy"],
      exOfficio: { of: ref("streetPosts", "serviceDeputyDirector"), at: street }
    }),
    role("departmentDeputy", "副书记（部门选派）", "deputy secretary (from a department)", {
      rank: "head",
      scope: "comprehensiveCommittee",
      minimum: 0,
      maximum: 1,
      duty: "cooperate",
      matters: ["department"],
      qualifies: { comesFrom: ["department"] },
      clearance: 2
    }),
    role("partTimeMember", "兼职委员", "part-time member", {
      rank: "staff",
      scope: "comprehensiveCommittee",
      minimum: 0,
      duty: "cooperate",
      matters: [],
      clearance: 1
    }),
    role("councilChair", "理事长", "council chair", {
      rank: "head",
      scope: "comprehensiveCommittee",
      minimum: 0,
      maximum: 1,
      duty: "cooperate",
      matters: ["council"],
      clearance: 2
    })
  ],
  concurrent: [
    [ref("committeePosts", "secretary"), ref("committeePosts", "councilChair")],
    // Who is secretary by holding the street's post may chair the council, too.
    [ref("streetPosts", "twoNewSecretary"), ref("committeePosts", "councilChair")]
  ],
  ladder: {}
}

/** A building's own committee, whose elected secretary may also chair the council (H-06). */
export const buildingCommitteePosts: RoleScheme.RoleScheme = {
  id: RoleScheme.SchemeId.make("buildingCommitteePosts"),
  version: 1,
  names: Text.of("楼宇党委岗位", "building committee posts"),
  layer,
  roles: [
    role("secretary", "书记", "secretary", {
      ...one,
      rank: "head",
      scope: "committee",
      matters: ["party", "general"],
      termMonths: 60
    }),
    role("councilChair", "理事长", "council chair", {
      rank: "head",
      scope: "committee",
      minimum: 0,
      maximum: 1,
      duty: "cooperate",
      matters: ["council"],
      clearance: 2
    })
  ],
  concurrent: [[ref("buildingCommitteePosts", "secretary"), ref("buildingCommitteePosts", "councilChair")]],
  ladder: {}
}
