import * as fc from "fast-check"
import {
  count,
  ending,
  from,
  given,
  list,
  maybe,
  person,
  several,
  span,
  to,
  unit,
  type Written,
  written
} from "./rows.ts"

/** Ways to write a role: cells of role and scheme, and what they mean. */
const posts = [
  ["微网格长", "", "microGridHead", "twoHeadsFourStaff"],
  ["building chief", "双长四员", "buildingChief", "twoHeadsFourStaff"],
  ["partyMassGuide", "twoHeadsFourStaff", "partyMassGuide", "twoHeadsFourStaff"],
  ["安全督查员", "", "safetyOfficer", "oneHeadSixStaff"],
  ["楼長", "One head, six staff", "buildingChief", "oneHeadSixStaff"],
  ["书记", "committeePosts", "secretary", "committeePosts"]
] as const
const post = fc.constantFrom(...posts)
const cellsOf = ([role, scheme]: (typeof posts)[number]) => ({ role, scheme })
const named = ([, , role, scheme]: (typeof posts)[number]) => ({ role, scheme })

const word = fc.constantFrom("service", "visit", "停车", "safety", "b-2")
const code = fc.integer({ min: 0, max: 99_999 }).map((n) => `c-${n}`)
// No scheme is adopted there, so nothing is known that could cut an appointment short.
const roster = fc.constantFrom("u-4", "u-5", "u-6", "u-7")

const single: fc.Arbitrary<Written> = fc.oneof(
  written(
    "appointments.csv",
    fc.record({
      unit,
      post,
      roster,
      person,
      ...span,
      comesFrom: maybe(unit),
      secondedFrom: maybe(unit),
      qualifications: maybe(fc.constant(["社工证", "A-1"]))
    }),
    ({ post: at, ...r }) => ({
      ...r,
      ...cellsOf(at),
      to: r.to ?? "",
      comesFrom: r.comesFrom ?? "",
      secondedFrom: r.secondedFrom ?? "",
      qualifications: list(r.qualifications)
    }),
    ({ post: at, ...r }) => {
      const where = { ...named(at), unit: r.unit, roster: r.roster, person: r.person }
      return [
        given({ _tag: "Appoint", ...r, ...named(at) }),
        ...ending(r.to === undefined ? undefined : r.from, { _tag: "Extend", ...where, to: r.to })
      ]
    }
  ),
  written(
    "acting.csv",
    fc.record({ unit, post, roster, person, absent: maybe(person), from, to }),
    ({ post: at, ...r }) => ({ ...r, ...cellsOf(at), absent: r.absent ?? "" }),
    ({ post: at, ...r }) => [given({ _tag: "ActFor", ...r, ...named(at) })]
  ),
  written(
    "delegations.csv",
    fc.record({ unit, post, roster, matter: word, person, from, to }),
    ({ post: at, ...r }) => ({ ...r, ...cellsOf(at) }),
    ({ post: at, ...r }) => [{ _tag: "Delegate", ...r, ...named(at) }]
  ),
  written(
    "grants.csv",
    fc.record({
      unit,
      roster: maybe(unit),
      person,
      level: fc.integer({ min: 0, max: 4 }),
      purpose: fc.constantFrom("service", "visit"),
      from,
      to
    }),
    (r) => ({ ...r, roster: r.roster ?? "", level: `${r.level}` }),
    (r) => [{ _tag: "GrantAccess", ...r, roster: r.roster ?? r.unit }]
  ),
  written(
    "sweeps.csv",
    fc.record({ sweep: code, care: unit, units: several, expiresAfterDays: fc.integer({ min: 1, max: 400 }), ...span }),
    (r) => ({ ...r, units: list(r.units), expiresAfterDays: `${r.expiresAfterDays}`, to: r.to ?? "" }),
    ({ to: end, ...r }) => [
      { _tag: "StartSweep", ...r },
      ...ending(end, { _tag: "CloseSweep", care: r.care, sweep: r.sweep })
    ]
  )
)

/** What becomes of the roles of one head, six staff, where the cell speaks of two of them only. */
const carriedOver = [
  { from: "safetyOfficer" },
  { from: "governmentServiceOfficer", to: "microGridHead" },
  ...[
    "buildingChief",
    "partyMassGuide",
    "investmentLiaison",
    "communityInformationOfficer",
    "propertyServiceOfficer"
  ].map((same) => ({ from: same, to: same }))
]

/** Rosters with one scheme, one after another, or one that ends. */
const adopted: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(
    ...["u-0", "u-1", "u-2"].map((id) =>
      fc.record({ roster: fc.constant(id), from, next: maybe(to), end: maybe(to), isKnown: fc.boolean() })
    )
  )
  .map((all) =>
    all.flatMap(({ roster: at, from: begin, next, end, isKnown }): ReadonlyArray<Written> => {
      const adoption = { _tag: "AdoptScheme", roster: at, version: 1 }
      const first = { roster: at, scheme: isKnown ? "一长六员" : "oneHeadSixStaff", from: begin }
      const one = { ...adoption, scheme: "oneHeadSixStaff", from: begin }
      if (next === undefined) {
        const drop = end === undefined ? [] : [{ _tag: "DropScheme", roster: at, layer: "operating", on: end }]
        return [{ file: "schemes.csv", cells: { ...first, to: end ?? "" }, commands: [one, ...drop] }]
      }
      const mapping = "安全督查员 > ; governmentServiceOfficer＞微网格长"
      const second = { roster: at, scheme: "双长四员", version: "1", mapping, from: next }
      return [
        {
          file: "schemes.csv",
          cells: second,
          commands: [{ ...adoption, scheme: "twoHeadsFourStaff", from: next, mapping: carriedOver }]
        },
        { file: "schemes.csv", cells: { ...first, to: end === undefined ? "" : next }, commands: [one] }
      ]
    })
  )

const cadences = [
  ["每周", "weekly"],
  ["monthly", "monthly"],
  ["10个工作日", { workdays: 10 }]
] as const

const planned: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .record({
    plan: fc.constant("plan-1"),
    care: unit,
    unit,
    post,
    every: fc.constantFrom(...cadences),
    tiers: maybe(fc.constantFrom(...cadences)),
    targets: fc.uniqueArray(fc.record({ unit, tier: maybe(fc.constant("重点")) }), {
      selector: (one) => one.unit,
      minLength: 1,
      maxLength: 4
    }),
    ...span
  })
  .map(({ plan, care, unit: at, post: role, every, tiers, targets, from: begin, to: end }) => {
    const cells = {
      plan,
      care,
      unit: at,
      ...cellsOf(role),
      every: every[0],
      tiers: tiers === undefined ? "" : `重点=${tiers[0]}`,
      from: begin,
      to: end ?? ""
    }
    const command = given({
      _tag: "PlanVisits",
      care,
      plan,
      post: { ...named(role), unit: at },
      every: every[1],
      tiers: tiers === undefined ? undefined : { 重点: tiers[1] },
      targets: targets.map((target) => given(target)),
      from: begin
    })
    return targets.map((target, i) => ({
      file: "visit-plans.csv",
      cells: { ...cells, target: target.unit, tier: target.tier ?? "" },
      commands: i === 0 ? [command, ...ending(end, { _tag: "EndPlan", care, plan })] : []
    }))
  })

const needs = fc.uniqueArray(fc.record({ need: code, matter: word }), { selector: (one) => one.need, maxLength: 3 })

/** One thing with needs, as rows: one for each need, or one without any. */
const withNeeds = (
  file: string,
  cells: Readonly<Record<string, string>>,
  found: ReadonlyArray<{ readonly need: string; readonly matter: string }>,
  command: Written["commands"][number]
): ReadonlyArray<Written> =>
  (found.length === 0 ? [{ need: "", matter: "" }] : found).map((need, i) => ({
    file,
    cells: { ...cells, ...need },
    commands: i === 0 ? [command] : []
  }))

const visited: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .uniqueArray(
    fc.record({ visit: code, care: unit, plan: maybe(fc.constant("plan-9")), unit, by: person, on: from, needs }),
    {
      selector: (one) => one.visit,
      maxLength: 3
    }
  )
  .map((all) =>
    all.flatMap(({ needs: found, ...visit }) =>
      withNeeds(
        "visits.csv",
        { ...visit, plan: visit.plan ?? "" },
        found,
        given({ _tag: "RecordVisit", ...visit, needs: found })
      )
    )
  )

const results = [
  ["在用", "occupied"],
  ["vacant", "vacant"],
  ["无人应答", "noAnswer"]
] as const

const doors: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .uniqueArray(
    fc.record({
      sweep: fc.constant("sweep-1"),
      care: unit,
      unit,
      on: from,
      result: fc.constantFrom(...results),
      occupant: maybe(unit),
      members: maybe(count),
      by: person,
      needs
    }),
    { selector: (one) => `${one.unit} ${one.on}`, maxLength: 3 }
  )
  .map((all) =>
    all.flatMap(({ needs: found, result, ...door }) => {
      const members = door.members === undefined ? "" : `${door.members}`
      const cells = { ...door, result: result[0], occupant: door.occupant ?? "", members }
      const known = found.length === 0 ? undefined : found
      return withNeeds(
        "doors.csv",
        cells,
        found,
        given({ _tag: "RecordDoor", ...door, result: result[1], needs: known })
      )
    })
  )

/** Rows about posts, visits and sweeps, on the units of the other rows. */
export const postRows: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(adopted, planned, visited, doors, fc.array(single, { maxLength: 15 }))
  .map((parts) => parts.flat())
