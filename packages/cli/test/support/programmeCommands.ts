const wish = (id: string, kind: string, place: string, on: string) => ({
  _tag: "PostWish",
  wish: id,
  owner: `p-${id}`,
  kind,
  place,
  on
})
const about = (_tag: string, id: string, on: string, fields: object) => ({ _tag, wish: id, ...fields, on })
const team = { place: "b1", team: "law" }

/** Wishes in every state, and volunteer teams of which a text counts one more than are listed. */
const wishes = [
  {
    _tag: "FormVolunteerTeam",
    place: "b1",
    team: "law",
    names: { zh: "法律服务队", en: "Law Team" },
    expertise: ["law"],
    units: ["e1"],
    from: "2026-03-01",
    on: "2026-03-01"
  },
  {
    _tag: "FormVolunteerTeam",
    place: "b1",
    team: "tech",
    names: { zh: "科技服务队", en: "Tech Team" },
    from: "2026-03-01",
    on: "2026-03-01"
  },
  { _tag: "JoinVolunteerTeam", place: "b1", team: "law", person: "p-71", from: "2026-03-02", on: "2026-03-02" },
  {
    _tag: "DeclareTeamCount",
    place: "b1",
    count: { value: 3, qualifier: "exact" },
    source: "年度总结",
    on: "2026-06-30"
  },
  {
    _tag: "RecordVolunteerService",
    place: "b1",
    service: "clinic-1",
    names: { zh: "义诊", en: "Free clinic" },
    kind: "clinic",
    team: "law",
    date: "2026-05-09",
    given: [{ person: "p-71", minutes: 150 }],
    on: "2026-05-09"
  },
  wish("w1", "studyLamp", "b1", "2026-09-01"),
  wish("w2", "companionship", "b2", "2026-11-10"),
  wish("w3", "repair", "b1", "2026-10-01"),
  about("ClaimWish", "w3", "2026-10-05", { by: team }),
  wish("w4", "studyLamp", "b3", "2026-10-01"),
  about("ClaimWish", "w4", "2026-10-02", { by: { unit: "e3" } }),
  about("ReleaseWish", "w4", "2026-10-20", { by: { unit: "e3" }, reason: "人手不足" }),
  about("ClaimWish", "w4", "2026-11-12", { by: { person: "p-72" } }),
  wish("w5", "repair", "b1", "2026-10-08"),
  about("ClaimWish", "w5", "2026-10-09", { by: team }),
  about("FulfilWish", "w5", "2026-10-12", { by: { person: "p-71" } }),
  about("ConfirmWish", "w5", "2026-10-13", { by: "p-w5", satisfied: false }),
  about("FulfilWish", "w5", "2026-11-16", { by: team }),
  wish("w6", "companionship", "b1", "2026-09-15"),
  about("ClaimWish", "w6", "2026-09-16", { by: { unit: "e1" } }),
  about("FulfilWish", "w6", "2026-09-20", { by: { unit: "e1" } }),
  about("ConfirmWish", "w6", "2026-09-21", { by: "p-w6", satisfied: true }),
  wish("w7", "repair", "b2", "2026-09-15"),
  about("WithdrawWish", "w7", "2026-10-01", { by: "p-w7" })
]

const item = (_tag: string, project: string, on: string, fields: object, committee = "cc") => ({
  _tag,
  committee,
  year: 2026,
  project,
  ...fields,
  on
})
const adopt = (project: string, zh: string, en: string, fields: object, committee = "cc") =>
  item("AdoptListItem", project, "2026-01-20", { names: { zh, en }, promise: zh, ...fields }, committee)
const exactly = (value: number) => ({ value, qualifier: "exact" })
const marks = ["breadth", "lasting", "demand"].map((criterion) => ({ criterion, mark: 80 }))

/** Two annual lists, one of them too long, with one project that was promoted, one done, one late and one dropped. */
const lists = [
  { _tag: "OpenAnnualList", committee: "cc", year: 2026, softCap: 3, on: "2026-01-10" },
  adopt("charge", "增设充电桩", "More charging points", {
    beneficiaries: { value: 300, qualifier: "atLeast" },
    milestones: [
      { milestone: "plan", names: { zh: "定方案", en: "Plan" }, by: "2026-04-01" },
      { milestone: "built", names: { zh: "建成", en: "Built" }, by: "2026-10-01" }
    ],
    due: "2026-12-01"
  }),
  adopt("canteen", "开设白领食堂", "A canteen", { beneficiaries: exactly(800), due: "2026-06-01" }),
  adopt("bus", "接驳班车", "A shuttle bus", { beneficiaries: exactly(200), due: "2026-11-01", fee: 200 }),
  adopt("clinic", "流动义诊", "A free clinic", { beneficiaries: exactly(100) }),
  { _tag: "PublishAnnualList", committee: "cc", year: 2026, on: "2026-02-01" },
  item("ReachListMilestone", "charge", "2026-03-25", { milestone: "plan" }),
  item("ReportListItem", "charge", "2026-08-01", { percent: 60, served: exactly(120) }),
  item("ReportListItem", "bus", "2026-08-01", { percent: 30 }),
  item("CompleteListItem", "canteen", "2026-05-20", {}),
  item("DropListItem", "clinic", "2026-07-01", { reason: "场地不足" }),
  item("NominateListItem", "canteen", "2026-06-05", { to: "district" }),
  item("ScoreListItem", "canteen", "2026-06-10", { marks }),
  item("PromoteListItem", "canteen", "2026-06-20", { to: "district" }),
  { _tag: "OpenAnnualList", committee: "hc", year: 2026, on: "2026-01-12" },
  adopt("garden", "口袋花园", "A pocket garden", { beneficiaries: { value: 500, qualifier: "about" } }, "hc")
]

const session = (activity: string, zh: string, en: string, date: string, fields: object) => ({
  _tag: "PlanActivity",
  activity,
  names: { zh, en },
  form: "lecture",
  audience: "staff",
  hosts: ["tax"],
  date,
  on: "2026-03-01",
  ...fields
})
const seat = (_tag: string, activity: string, n: number, on: string, fields: object = {}) => ({
  _tag,
  activity,
  participant: { person: `p-${n}` },
  ...fields,
  on
})
const people = (first: number, last: number): ReadonlyArray<number> =>
  Array.from({ length: last - first + 1 }, (_, n) => first + n)

/** A programme of two departments with two projects, and activities held, to come, full and called off. */
const together = [
  {
    _tag: "LaunchProgramme",
    programme: "together",
    names: { zh: "楼宇同行", en: "Together" },
    departments: ["tax", "jobs"],
    declared: {
      departments: { value: 2, qualifier: "exact" },
      projects: { value: 2, qualifier: "exact" },
      activities: { value: 5, qualifier: "atLeast" }
    },
    from: "2026-02-01",
    on: "2026-02-01"
  },
  ...[
    ["taxDay", "税务开放日", "Tax day", "tax"],
    ["career", "职业讲堂", "Career talks", "jobs"]
  ].map(([project, zh, en, lead]) => ({
    _tag: "OpenServiceProject",
    programme: "together",
    project,
    names: { zh, en },
    lead,
    from: "2026-02-01",
    on: "2026-02-01"
  })),
  session("s1", "个税讲座", "Income tax talk", "2026-05-06", {
    project: { programme: "together", project: "taxDay" },
    place: "b1",
    window: { open: "12:00", close: "13:00" },
    room: { capacity: 3 }
  }),
  session("s2", "税务面对面", "Meet the tax office", "2026-12-02", {
    project: { programme: "together", project: "taxDay" },
    hosts: ["tax", "jobs"],
    place: "b1",
    window: { open: "18:30", close: "20:00" },
    room: { capacity: 2 }
  }),
  session("s3", "简历门诊", "CV clinic", "2026-06-06", {
    project: { programme: "together", project: "career" },
    hosts: ["jobs"],
    form: "training",
    place: "b2",
    fee: 1000
  }),
  session("s4", "楼宇集市", "Building fair", "2026-09-05", { form: "fair", hosts: ["e3"], place: "b3" }),
  session("s5", "早餐会", "Breakfast", "2026-12-20", { hosts: ["jobs"] }),
  ...people(1, 4).map((n) => seat("RegisterParticipant", "s1", n, "2026-04-20")),
  ...people(1, 3).map((n) => seat("RecordParticipation", "s1", n, "2026-05-06", { present: n < 3 })),
  { _tag: "HoldActivity", activity: "s1", on: "2026-05-06" },
  { _tag: "LinkActivityOutcome", activity: "s1", outcome: { need: "n-1" }, on: "2026-05-08" },
  { _tag: "HoldActivity", activity: "s3", attended: { value: 60, qualifier: "about" }, on: "2026-06-06" },
  { _tag: "CancelActivity", activity: "s4", reason: "台风", on: "2026-09-04" },
  ...people(5, 8).map((n) => seat("RegisterParticipant", "s2", n, "2026-11-20"))
]

const group = (id: string, zh: string, en: string, declared?: object) => ({
  group: id,
  names: { zh, en },
  ...(declared === undefined ? {} : { declared })
})
const entry = (id: string, of: string, zh: string, from: string) => ({
  _tag: "EnterWorkLineEntry",
  workLine: "main-line",
  group: of,
  entry: id,
  names: { zh },
  from,
  on: from
})

/** A work line: one group is complete, one lacks something, one has more than it says, one says no number. */
const workLine = [
  {
    _tag: "DeclareWorkLine",
    workLine: "main-line",
    names: { zh: "一个组织、两个机制、三大平台和各大品牌", en: "One body, two ways, three platforms and brands" },
    groups: [
      group("body", "组织", "Bodies", exactly(1)),
      group("ways", "机制", "Ways", exactly(2)),
      group("platforms", "平台", "Platforms", exactly(3)),
      group("friends", "伙伴", "Friends", { value: 20, qualifier: "about" }),
      group("brands", "品牌", "Brands")
    ],
    on: "2026-02-02"
  },
  entry("committee", "body", "楼宇党委", "2026-03-02"),
  entry("visits", "ways", "走访", "2026-03-02"),
  entry("desk", "ways", "驻点", "2026-03-02"),
  entry("talks", "ways", "恳谈", "2026-03-02"),
  entry("hall", "platforms", "议事厅", "2026-03-02"),
  entry("union", "platforms", "工联会", "2026-03-02"),
  { _tag: "EndWorkLineEntry", workLine: "main-line", group: "ways", entry: "talks", to: "2026-09-01", on: "2026-09-01" }
]

const clauses = (...texts: ReadonlyArray<string>) => texts.map((text, n) => ({ clause: `c${n + 1}`, text }))
const sign = (version: number, by: object, on: string) => ({ _tag: "SignPact", pact: "civility", version, by, on })
const pairing = (_tag: string, on: string, fields: object) => ({ _tag, pairing: "hand", ...fields, on })
const delivery = (commitment: string, id: string, quantity: number, date: string) =>
  pairing("RecordPairingDelivery", date, { commitment, delivery: id, quantity, date })

/** A pact in its second version, two pairings, a class that four parties manage together. */
const agreed = [
  {
    _tag: "DraftPact",
    pact: "civility",
    place: "b1",
    names: { zh: "文明公约", en: "Civility pact" },
    clauses: clauses("楼道不堆物", "电梯先下后上"),
    on: "2026-03-01"
  },
  { _tag: "AdoptPact", pact: "civility", version: 1, on: "2026-03-10" },
  sign(1, { unit: "e1" }, "2026-03-11"),
  sign(1, { unit: "wy" }, "2026-03-11"),
  sign(1, { person: "p-91" }, "2026-03-12"),
  {
    _tag: "AmendPact",
    pact: "civility",
    version: 2,
    clauses: clauses("楼道不堆物", "电梯先下后上", "电动车不上楼"),
    on: "2026-08-01"
  },
  { _tag: "AdoptPact", pact: "civility", version: 2, on: "2026-08-15" },
  sign(2, { unit: "wy" }, "2026-08-16"),
  {
    _tag: "ProposePairing",
    pairing: "hand",
    names: { zh: "楼社牵手", en: "Hand in hand" },
    parties: [
      { unit: "wy", line: "building" },
      { unit: "east", line: "community" }
    ],
    commitments: [
      { commitment: "money", by: "wy", kind: "fund", quantity: 5_000_000 },
      { commitment: "hall", by: "east", kind: "venue", quantity: 40 }
    ],
    from: "2026-01-10",
    to: "2027-01-10",
    on: "2026-01-06"
  },
  pairing("SignPairing", "2026-01-08", { unit: "wy" }),
  pairing("SignPairing", "2026-01-09", { unit: "east" }),
  delivery("hall", "h1", 30, "2026-05-01"),
  delivery("hall", "h2", 10, "2026-09-01"),
  delivery("money", "m1", 2_000_000, "2026-06-01"),
  {
    _tag: "ProposePairing",
    pairing: "village",
    names: { zh: "城乡结对", en: "Town and village" },
    parties: [
      { unit: "e3", line: "building" },
      { unit: "lake", line: "rural" }
    ],
    commitments: [{ commitment: "skill", by: "e3", kind: "talent", quantity: 12 }],
    from: "2026-12-01",
    on: "2026-11-01"
  },
  { _tag: "SignPairing", pairing: "village", unit: "e3", on: "2026-11-05" },
  {
    _tag: "FormCoManagement",
    coManagement: "four",
    names: { zh: "托管班四方共管", en: "Four parties for the class" },
    subject: "winter",
    managers: [
      { kind: "building", unit: "wy", duty: "提供场地" },
      { kind: "street", unit: "party", duty: "统筹经费" },
      { kind: "community", unit: "east", duty: "招募志愿者" },
      { kind: "socialOrganisation", unit: "e1", duty: "授课" }
    ],
    from: "2026-11-01",
    on: "2026-11-01"
  },
  {
    _tag: "OpenClass",
    class: "winter",
    names: { zh: "寒假托管班", en: "Winter class" },
    place: "b1",
    season: "winter",
    courses: [{ course: "chess", names: { zh: "围棋", en: "Go" } }],
    bands: ["6-8", "9-11", "12-14"],
    room: { capacity: 7 },
    coManagement: "four",
    from: "2027-01-20",
    to: "2027-02-10",
    on: "2026-11-02"
  },
  ...["6-8", "6-8", "6-8", "6-8", "9-11", "9-11", "12-14", "9-11"].map((band, n) => ({
    _tag: "EnrolChild",
    class: "winter",
    child: `k-${n + 1}`,
    band,
    on: "2026-11-10"
  }))
]

/** Everything said of what people do together. */
export const commands: ReadonlyArray<object> = [...wishes, ...lists, ...together, ...workLine, ...agreed]
