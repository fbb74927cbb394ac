import { Text } from "@louyu/kernel"
import {
  type Action,
  type Category,
  type Closing,
  type Duration,
  type Flow,
  FlowId,
  type Level,
  type Limit,
  type Move,
  StageId
} from "./Flow.ts"

const named = (id: string, zh: string, en: string) => ({ id, names: Text.of(zh, en) })
const stage = (id: string, zh: string, en: string) => ({ id: StageId.make(id), names: Text.of(zh, en) })
const stages = {
  raised: stage("raised", "提出", "Raised"),
  accepted: stage("accepted", "受理", "Accepted"),
  classified: stage("classified", "分类", "Classified"),
  matched: stage("matched", "对接服务", "Matched to a service"),
  deliberated: stage("deliberated", "议定", "Discussed and agreed"),
  dispatched: stage("dispatched", "交办", "Dispatched"),
  reportedIn: stage("reportedIn", "报到", "Reported in"),
  inProgress: stage("inProgress", "办理中", "In progress"),
  resolved: stage("resolved", "解决", "Resolved"),
  followedUp: stage("followedUp", "回访", "Followed up"),
  closed: stage("closed", "办结", "Closed"),
  rejected: stage("rejected", "不予受理", "Rejected")
} as const

type More = Pick<Partial<Move>, "evidence" | "cleared">
const move = (action: Action, from: string, to: string, more: More = {}): Move => ({
  action,
  from: StageId.make(from),
  to: StageId.make(to),
  ...more
})

const category = (id: string, route: string, zh: string, en: string): Category => ({
  ...named(id, zh, en),
  route
})

/** What the sources tell of, each with the post of the building it goes to. Source: 1.6 (routing), W-18, P-30, D-06, F-09, H-20. */
const categories: readonly [Category, ...ReadonlyArray<Category>] = [
  category("partyMass", "partyMassGuide", "党务群团", "Party and mass matters"),
  category("space", "investmentLiaison", "租赁与空间", "Space and leases"),
  category("titleDivision", "investmentLiaison", "房产分割", "Division of property titles"),
  category("policy", "investmentLiaison", "政策咨询", "Policies"),
  category("finance", "communityInformationOfficer", "融资增信", "Credit and finance"),
  category("hiring", "communityInformationOfficer", "招工用工", "Hiring"),
  category("utilities", "propertyServiceOfficer", "水电气", "Water, power, gas"),
  category("charging", "propertyServiceOfficer", "充电设施", "Charging points"),
  category("parking", "propertyServiceOfficer", "停车", "Parking"),
  category("safety", "propertyServiceOfficer", "安全防盗", "Safety and theft"),
  category("traffic", "microGridHead", "交通拥堵", "Traffic"),
  category("delivery", "microGridHead", "外卖堆放", "Take-away drop-off"),
  { ...category("labour", "partyMassGuide", "劳动争议", "Labour disputes"), private: true },
  category("other", "microGridHead", "其他", "Other")
]

const channels = [
  named("visit", "走访", "Visit"),
  named("chat", "微信群", "Chat group"),
  named("desk", "服务窗口", "Service desk"),
  named("hotline", "12345热线", "City hotline"),
  named("meeting", "会议", "Meeting"),
  named("sweep", "摸排", "Sweep"),
  named("online", "线上", "Online")
] as const

const rejections = [
  named("duplicate", "重复", "Raised already"),
  named("outOfScope", "不属于受理范围", "Out of scope"),
  named("incomplete", "信息不全", "Too little to go on")
]

const solvedFrom = (...from: readonly [StageId, ...ReadonlyArray<StageId>]): Closing => ({
  ...named("solved", "已解决", "Solved"),
  kind: "solved",
  from
})
const closings: ReadonlyArray<Closing> = [
  { ...named("explained", "已解释说明", "Explained"), kind: "unsolved" },
  { ...named("notPossible", "条件不具备", "Not possible"), kind: "unsolved" },
  { ...named("notOurs", "非本级职责", "Not ours"), kind: "unsolved", waivesFollowUp: true },
  { ...named("withdrawn", "本人撤回", "Withdrawn"), kind: "withdrawn", waivesFollowUp: true }
]

const level = (id: string, inBuilding: boolean, zh: string, en: string): Level => ({ ...named(id, zh, en), inBuilding })
const ladder: readonly [Level, ...ReadonlyArray<Level>] = [
  level("microGrid", true, "微网格长", "Micro-grid head"),
  level("building", true, "楼长·议事厅", "Building chief, council hall"),
  level("committee", false, "综合党委·联席会议", "Comprehensive committee, joint meeting"),
  level("street", false, "街道", "Street"),
  level("district", false, "区（市）服务联建", "District or city alliance")
]

const days = (count: number): Duration => ({ count, unit: "workingDays" })
const clock = (count: number): Duration => ({ count, unit: "clockHours" })
const limit = (within: Duration, more: Partial<Omit<Limit, "within">>): Limit => ({ within, ...more })

// Ordinary matters in seven working days, difficult ones in fifteen: the usual promise, to be changed by who promises.
const whole: ReadonlyArray<Limit> = [
  limit(days(7), { warn: days(2) }),
  limit(days(15), { difficulty: "difficult", warn: days(3) })
]

const beginning: readonly [Move, ...ReadonlyArray<Move>] = [
  move("accept", "raised", "accepted"),
  move("reject", "raised", "rejected"),
  move("classify", "accepted", "classified")
]
const withdrawn = (...from: ReadonlyArray<string>): ReadonlyArray<Move> =>
  from.map((one) => move("close", one, "closed"))

const common = {
  version: 1,
  begin: stages.raised.id,
  categories,
  channels,
  rejections,
  reopen: { to: stages.inProgress.id, withinDays: 10 },
  ladder
} as const

/**
 * Property council hall: the matters of a building, settled in it.
 *
 * Source: P-04, P-27, P-37.
 */
export const propertyCouncilHall: Flow = {
  ...common,
  id: FlowId.make("propertyCouncilHall"),
  names: Text.of("红色物业议事厅", "Property council hall"),
  stages: [
    stages.raised,
    stages.accepted,
    stages.classified,
    stages.matched,
    stages.deliberated,
    stages.dispatched,
    stages.inProgress,
    stages.resolved,
    stages.followedUp,
    stages.closed,
    stages.rejected
  ],
  moves: [
    ...beginning,
    move("match", "classified", "matched"),
    move("deliberate", "classified", "deliberated"),
    move("dispatch", "classified", "dispatched"),
    move("dispatch", "deliberated", "dispatched"),
    move("start", "classified", "inProgress"),
    move("start", "matched", "inProgress"),
    move("start", "deliberated", "inProgress"),
    move("start", "dispatched", "inProgress"),
    move("resolve", "inProgress", "resolved"),
    move("followUp", "resolved", "followedUp"),
    ...withdrawn("accepted", "classified", "deliberated", "dispatched", "inProgress", "resolved", "followedUp")
  ],
  closings: [solvedFrom(stages.resolved.id, stages.followedUp.id), ...closings],
  followUp: "waived",
  unsatisfied: "reopens",
  dispatch: "any",
  limits: [
    ...whole,
    limit(days(1), { stage: stages.raised.id, warn: clock(4) }),
    limit(days(2), { stage: stages.classified.id })
  ]
}

/**
 * Building council of member units: a matter is claimed, or given to somebody, and its result is looked at before it is
 * closed.
 *
 * Source: W-18, W-19.
 */
export const buildingCouncil: Flow = {
  ...common,
  id: FlowId.make("buildingCouncil"),
  names: Text.of("楼宇理事会", "Building council"),
  stages: [
    stages.raised,
    stages.accepted,
    stages.classified,
    stages.deliberated,
    stages.dispatched,
    stages.inProgress,
    stages.resolved,
    stages.followedUp,
    stages.closed,
    stages.rejected
  ],
  moves: [
    ...beginning,
    move("deliberate", "classified", "deliberated"),
    move("dispatch", "deliberated", "dispatched"),
    move("start", "dispatched", "inProgress"),
    move("resolve", "inProgress", "resolved"),
    move("followUp", "resolved", "followedUp"),
    move("close", "resolved", "closed", { evidence: ["result"] }),
    move("close", "followedUp", "closed", { evidence: ["result"] }),
    ...withdrawn("accepted", "classified", "deliberated")
  ],
  closings: [solvedFrom(stages.resolved.id, stages.followedUp.id), ...closings],
  followUp: "waived",
  unsatisfied: "reopens",
  dispatch: "any",
  modes: ["assign", "grab"],
  limits: whole
}

/**
 * Joint meeting: what is agreed is dispatched by the committee, and only then done.
 *
 * Source: D-06, P-30.
 */
export const jointMeeting: Flow = {
  ...common,
  id: FlowId.make("jointMeeting"),
  names: Text.of("党建联席会议", "Joint meeting"),
  stages: [
    stages.raised,
    stages.accepted,
    stages.classified,
    stages.deliberated,
    stages.dispatched,
    stages.reportedIn,
    stages.inProgress,
    stages.resolved,
    stages.followedUp,
    stages.closed,
    stages.rejected
  ],
  moves: [
    ...beginning,
    move("deliberate", "classified", "deliberated"),
    move("dispatch", "deliberated", "dispatched"),
    move("reportIn", "dispatched", "reportedIn"),
    move("start", "reportedIn", "inProgress"),
    move("resolve", "inProgress", "resolved"),
    move("followUp", "resolved", "followedUp"),
    ...withdrawn("classified", "deliberated", "resolved", "followedUp")
  ],
  closings: [solvedFrom(stages.resolved.id, stages.followedUp.id), ...closings],
  followUp: "waived",
  unsatisfied: "reopens",
  dispatch: "authorised",
  limits: [...whole, limit(days(1), { stage: stages.dispatched.id, warn: clock(4) })]
}

/**
 * Council chamber: raise, discuss, resolve, follow up; nothing is closed before somebody asked, and whoever is not
 * satisfied has it open again.
 *
 * Source: F-09.
 */
export const councilChamber: Flow = {
  ...common,
  id: FlowId.make("councilChamber"),
  names: Text.of("新时代楼宇议事厅", "Building council chamber"),
  stages: [
    stage("raised", "提出问题", "Raised"),
    stage("discussed", "共商共议", "Discussed"),
    stage("resolving", "解决问题", "Being resolved"),
    stages.resolved,
    stage("followedUp", "跟踪回访", "Followed up"),
    stages.closed
  ],
  moves: [
    move("deliberate", "raised", "discussed"),
    move("start", "discussed", "resolving"),
    move("resolve", "resolving", "resolved"),
    move("followUp", "resolved", "followedUp"),
    ...withdrawn("raised", "discussed", "resolving", "resolved", "followedUp")
  ],
  rejections: [],
  closings: [solvedFrom(stages.followedUp.id), ...closings],
  followUp: "required",
  unsatisfied: "reopens",
  reopen: { to: StageId.make("resolving"), withinDays: 10 },
  dispatch: "any",
  limits: [...whole, limit(days(5), { stage: StageId.make("raised"), warn: days(1) })]
}

/**
 * Whistle: departments are called, report in, and the caller says what came of it.
 *
 * Source: D-08, 2.16.
 */
export const whistle: Flow = {
  ...common,
  id: FlowId.make("whistle"),
  names: Text.of("吹哨报到", "Whistle"),
  stages: [
    stage("raised", "吹哨", "Whistle blown"),
    stages.dispatched,
    stages.reportedIn,
    stages.inProgress,
    stages.resolved,
    stage("followedUp", "评价", "Rated by the caller"),
    stages.closed,
    stages.rejected
  ],
  moves: [
    move("reject", "raised", "rejected"),
    move("dispatch", "raised", "dispatched"),
    move("reportIn", "dispatched", "reportedIn"),
    move("start", "reportedIn", "inProgress"),
    move("resolve", "inProgress", "resolved"),
    move("followUp", "resolved", "followedUp"),
    ...withdrawn("raised", "dispatched", "reportedIn", "inProgress", "resolved", "followedUp")
  ],
  closings: [solvedFrom(stages.followedUp.id), ...closings],
  followUp: "required",
  unsatisfied: "reopens",
  dispatch: "any",
  limits: [
    ...whole,
    limit(days(1), { stage: stages.raised.id, warn: clock(4) }),
    limit(clock(2), { stage: stages.raised.id, category: "safety" }),
    limit(days(1), { stage: stages.dispatched.id, warn: clock(4) })
  ]
}

/** All presets. */
export const all: ReadonlyArray<Flow> = [propertyCouncilHall, buildingCouncil, jointMeeting, councilChamber, whistle]
