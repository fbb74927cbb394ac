import { Text } from "@louyu/kernel"
import { RoleScheme } from "@louyu/roles"
import * as Schema from "effect/Schema"
import { role } from "../../Preset.ts"

const decode = Schema.decodeUnknownSync(RoleScheme.RoleScheme)
const ref = (code: string) => ({ scheme: "placeCommitteePosts", role: code })

/**
 * The posts of a comprehensive committee whose secretary is not given by a post of the street: appointed by itself, with
 * a deputy from a department, part-time members, and a secretary who may also chair the council.
 *
 * Source: H-05, W-04, P-14, H-06.
 */
export const placeCommitteePosts = decode({
  id: "placeCommitteePosts",
  version: 1,
  names: Text.of("综合党委岗位", "comprehensive committee posts"),
  layer: "committee",
  roles: [
    role("secretary", "书记", "secretary", {
      rank: "head",
      scope: "comprehensiveCommittee",
      minimum: 1,
      maximum: 1,
      duty: "leadOverall",
      matters: ["party", "general"],
      termMonths: 60,
      clearance: 3
    }),
    role("departmentDeputy", "副书记（部门选派）", "deputy secretary (from a department)", {
      rank: "head",
      scope: "comprehensiveCommittee",
      minimum: 0,
      maximum: 1,
      duty: "cooperate",
      matters: ["department", "finance", "policy"],
      deputyOf: "secretary",
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
  concurrent: [[ref("secretary"), ref("councilChair")]],
  ladder: { "*": [ref("secretary")] }
})
