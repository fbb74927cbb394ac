import { CivilDate, PersonalData } from "@louyu/kernel"
import * as fc from "fast-check"

/** Plain data of the form a command has when it is encoded. */
export type Data = Readonly<Record<string, unknown>>
export type Cells = Readonly<Record<string, string>>

/** A row as somebody would write it by hand, and the commands it must come to. */
export interface Written {
  readonly file: string
  readonly cells: Cells
  readonly commands: ReadonlyArray<Data>
}

export const text = fc
  .string({
    unit: fc.constantFrom(..."楼宇党群服务中心第一二三 AbZ09,\"'()（）.-_、；=+@/".split("")),
    minLength: 1,
    maxLength: 12
  })
  .map((word) => word.trim())
  // What looks like somebody's address is refused wherever words go into events, and has tests of its own.
  .filter((word) => word !== "" && !/^[=+@\-＝]/u.test(word) && PersonalData.traces(word).length === 0)
const none = fc.constant(undefined)
export const maybe = <A>(arbitrary: fc.Arbitrary<A>) => fc.oneof(arbitrary, none)
export const count = fc.integer({ min: 0, max: 200 })

// Beginnings on even days, ends on odd ones: nothing begins on the day the same thing ends.
const day = (n: number) => CivilDate.fromEpochDay(17_000 + n)
export const from = fc.integer({ min: 0, max: 300 }).map((n) => day(2 * n))
export const to = fc.integer({ min: 301, max: 500 }).map((n) => day(2 * n + 1))

const units = Array.from({ length: 8 }, (_, i) => `u-${i}`)
export const unit = fc.constantFrom(...units)
export const several = fc.uniqueArray(unit, { minLength: 1, maxLength: 4 })
export const person = fc.integer({ min: 0, max: 9 }).map((n) => `p-${n}`)
const alliances = ["a-0", "a-1"]
const alliance = fc.constantFrom(...alliances)

const kinds = { building: "楼宇", branch: "党支部", street: "街道", enterprise: "Enterprise" } as const
const words = {
  functional: "功能型",
  entity: "实体",
  single: "单建",
  joint: "联建",
  full: "正式党员",
  probationary: "预备",
  former: "曾用名",
  short: "简称",
  brand: "brand",
  other: "别名"
} as const
const kind = fc.constantFrom("building", "branch", "street", "enterprise")
const nature = fc.constantFrom("functional", "entity")
const formation = fc.constantFrom("single", "joint")
const classes = fc.constantFrom("nominal", "substantive")

const uscc = fc.constantFrom("91330482MA4K0AB18Y", "91420106MA4K0AB180")
const division = fc.constantFrom("330482", "330482001", "330482001001")
const legacy = fc.integer({ min: 0, max: 999 }).map(String)

/** Data without what is undefined, as an empty cell leaves no trace. */
export const given = (data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
export const list = (ids: ReadonlyArray<string> | undefined): string => (ids ?? []).join(";")
const word = (id: string | undefined): string =>
  id === undefined ? "" : Object.hasOwn(words, id) ? ((words as Record<string, string>)[id] ?? id) : id
const kindWord = (id: string | undefined): string =>
  id === undefined ? "" : ((kinds as Record<string, string>)[id] ?? id)

/** What describes a unit in every file that sets one up. */
const spec = fc
  .record({
    kind,
    name: text,
    nameEn: maybe(text),
    nature: maybe(nature),
    answer: maybe(classes),
    uscc: maybe(uscc),
    division: maybe(division),
    legacy: maybe(legacy)
  })
  .map((s) => {
    const identifiers = [
      ...(s.uscc === undefined ? [] : [{ scheme: "uscc", value: s.uscc }]),
      ...(s.division === undefined ? [] : [{ scheme: "division", value: s.division }]),
      ...(s.legacy === undefined ? [] : [{ scheme: "legacy", value: s.legacy }])
    ]
    return {
      cells: {
        kind: kindWord(s.kind),
        name: s.name,
        nameEn: s.nameEn ?? "",
        nature: word(s.nature),
        classes: s.answer === undefined ? "" : `运行状态=${s.answer}`,
        uscc: s.uscc ?? "",
        division: s.division ?? "",
        identifiers: s.legacy === undefined ? "" : `legacy=${s.legacy}`
      },
      data: given({
        kind: s.kind,
        name: given({ zh: s.name, en: s.nameEn }),
        nature: s.nature,
        classes: s.answer === undefined ? undefined : { "operating-status": s.answer },
        identifiers: identifiers.length === 0 ? undefined : identifiers
      })
    }
  })

/** Every unit of the pool, each under and in units that come before it. */
export const established: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(
    ...units.map((_, i) =>
      fc.record({
        spec,
        from,
        to: maybe(to),
        formation: maybe(formation),
        at: fc.tuple(fc.nat(), fc.nat()),
        i: fc.constant(i)
      })
    )
  )
  .map((all) =>
    all.map(({ spec: { cells, data }, from: begin, to: end, formation: formed, at, i }) => {
      const above = (n: number) => (n % 3 === 0 || i === 0 ? undefined : units[n % i])
      const [under, within] = [above(at[0]), above(at[1])]
      const id = `u-${i}`
      const dissolved = end === undefined ? [] : [{ _tag: "DissolveUnit", unit: id, on: end }]
      return {
        file: "units.csv",
        cells: {
          ...cells,
          unit: id,
          under: under ?? "",
          within: within ?? "",
          formation: word(formed),
          from: begin,
          to: end ?? ""
        },
        commands: [
          given({ _tag: "EstablishUnit", unit: id, ...data, under, within, formation: formed, from: begin }),
          ...dissolved
        ]
      }
    })
  )

const formedBranches = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom("f-0", "f-1", "f-2"),
    spec,
    formation,
    enterprises: several,
    full: count,
    probationary: count,
    from
  }),
  { selector: ({ id }) => id, maxLength: 3 }
)

const branches: fc.Arbitrary<ReadonlyArray<Written>> = formedBranches.map((all) =>
  all.map(({ id, spec: { cells, data }, formation: formed, enterprises, full, probationary, from: begin }) => ({
    file: "branches.csv",
    cells: {
      ...cells,
      branch: id,
      formation: word(formed),
      enterprises: list(enterprises),
      full: `${full}`,
      probationary: `${probationary}`,
      from: begin
    },
    commands: [
      {
        _tag: "FormBranch",
        unit: id,
        ...data,
        formation: formed,
        enterprises,
        memberCounts: { full, probationary },
        from: begin
      }
    ]
  }))
)

const splits: fc.Arbitrary<ReadonlyArray<Written>> = maybe(
  fc.record({
    unit,
    on: from,
    heir: maybe(unit),
    parts: fc.array(
      fc.record({
        spec,
        taken: maybe(several),
        members: maybe(fc.uniqueArray(person, { minLength: 1, maxLength: 3 })),
        full: maybe(count)
      }),
      { minLength: 1, maxLength: 3 }
    )
  })
).map((split) => {
  if (split === undefined) return []
  const parts = split.parts.map(({ spec: { data }, taken, members, full }, i) =>
    given({
      unit: `x-${i}`,
      ...data,
      enterprises: taken,
      members,
      memberCounts: full === undefined ? undefined : { full, probationary: 0 }
    })
  )
  const command = given({ _tag: "SplitUnit", unit: split.unit, on: split.on, parts, remainderTo: split.heir })
  return split.parts.map(({ spec: { cells }, taken, members, full }, i) => ({
    file: "splits.csv",
    cells: {
      ...cells,
      unit: split.unit,
      on: split.on,
      part: `x-${i}`,
      enterprises: list(taken),
      members: list(members),
      full: full === undefined ? "" : `${full}`,
      remainderTo: split.heir ?? ""
    },
    commands: i === 0 ? [command] : []
  }))
})

const allied: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(
    ...alliances.map((id) =>
      fc.record({
        id: fc.constant(id),
        sort: text,
        name: text,
        lead: unit,
        members: maybe(several),
        declaredSize: maybe(fc.integer({ min: 1, max: 30 })),
        from,
        to: maybe(to)
      })
    )
  )
  .map((all) =>
    all.map(({ id, sort, name, lead, members, declaredSize, from: begin, to: end }) => ({
      file: "alliances.csv",
      cells: {
        alliance: id,
        sort,
        name,
        lead,
        members: list(members),
        declaredSize: declaredSize === undefined ? "" : `${declaredSize}`,
        from: begin,
        to: end ?? ""
      },
      commands: [
        given({
          _tag: "FormAlliance",
          alliance: id,
          sort,
          name: { zh: name },
          lead,
          members: [lead, ...(members ?? []).filter((one) => one !== lead)],
          declaredSize,
          from: begin
        }),
        ...(end === undefined ? [] : [{ _tag: "EndAlliance", alliance: id, on: end }])
      ]
    }))
  )

export const written = <A>(
  file: string,
  arbitrary: fc.Arbitrary<A>,
  cells: (a: A) => Cells,
  commands: (a: A) => ReadonlyArray<Data>
) => arbitrary.map((a): Written => ({ file, cells: cells(a), commands: commands(a) }))

const party = fc.oneof(fc.record({ unit }), fc.record({ person }))
export const span = { from, to: maybe(to) }
export const ending = (on: string | undefined, data: Data): ReadonlyArray<Data> =>
  on === undefined ? [] : [{ ...data, on }]

/** One row of any file about units that exist. */
const single: fc.Arbitrary<Written> = fc.oneof(
  written(
    "names.csv",
    fc.record({ unit, name: text, nameEn: maybe(text), from }),
    (r) => ({ ...r, nameEn: r.nameEn ?? "" }),
    (r) => [{ _tag: "RenameUnit", unit: r.unit, name: given({ zh: r.name, en: r.nameEn }), from: r.from }]
  ),
  written(
    "aliases.csv",
    fc.record({ unit, alias: text, sort: fc.constantFrom("former", "short", "brand", "other"), ...span }),
    (r) => ({ ...r, sort: word(r.sort), to: r.to ?? "" }),
    (r) => [given({ _tag: "AddAlias", ...r })]
  ),
  written(
    "reclassifications.csv",
    fc.record({ unit, kind, nature: maybe(nature), formation: maybe(formation), from }),
    (r) => ({ ...r, kind: kindWord(r.kind), nature: word(r.nature), formation: word(r.formation) }),
    (r) => [given({ _tag: "ReclassifyUnit", ...r })]
  ),
  written(
    "moves.csv",
    fc.record({ unit, superior: maybe(unit), command: fc.boolean(), from }),
    (r) => ({ unit: r.unit, line: r.command ? "隶属" : "location", superior: r.superior ?? "", from: r.from }),
    (r) => [
      r.command
        ? given({ _tag: "MoveUnit", unit: r.unit, under: r.superior, from: r.from })
        : given({ _tag: "RelocateUnit", unit: r.unit, within: r.superior, from: r.from })
    ]
  ),
  written(
    "dissolutions.csv",
    fc.record({ unit, on: to, subordinatesTo: maybe(unit), occupantsTo: maybe(unit), membersTo: maybe(unit) }),
    (r) => ({
      ...r,
      subordinatesTo: r.subordinatesTo ?? "",
      occupantsTo: r.occupantsTo ?? "",
      membersTo: r.membersTo ?? ""
    }),
    (r) => [given({ _tag: "DissolveUnit", ...r })]
  ),
  written(
    "mergers.csv",
    fc.record({ units: several, into: unit, on: to }),
    (r) => ({ ...r, units: list(r.units) }),
    (r) => [{ _tag: "MergeUnits", ...r }]
  ),
  written(
    "reorganisations.csv",
    fc.record({ branch: unit, formation, enterprises: several, from }),
    (r) => ({ ...r, formation: word(r.formation), enterprises: list(r.enterprises) }),
    (r) => [{ _tag: "ReorganiseBranch", ...r }]
  ),
  written(
    "memberships.csv",
    fc.record({ person, branch: unit, standing: fc.constantFrom("full", "probationary"), ...span }),
    (r) => ({ ...r, standing: word(r.standing), to: r.to ?? "" }),
    ({ to: end, ...r }) => [
      { _tag: "AffiliateMember", ...r },
      ...ending(end, { _tag: "EndMembership", person: r.person })
    ]
  ),
  written(
    "member-counts.csv",
    fc.record({ unit, full: count, probationary: count, from }),
    (r) => ({ ...r, full: `${r.full}`, probationary: `${r.probationary}` }),
    (r) => [{ _tag: "SetMemberCounts", ...r }]
  ),
  written(
    "terms.csv",
    fc.record({ unit, from, to }),
    (r) => r,
    (r) => [{ _tag: "StartTerm", ...r }]
  ),
  written(
    "activities.csv",
    fc.record({ unit, on: from, activity: text }),
    (r) => r,
    (r) => [{ _tag: "ReportActivity", ...r }]
  ),
  written(
    "participations.csv",
    fc.record({ body: unit, member: party, origin: maybe(text), ...span }),
    ({ member, ...r }) => ({ ...r, ...member, origin: r.origin ?? "", to: r.to ?? "" }),
    ({ body, member, origin, from: begin, to: end }) => [
      given({ _tag: "JoinBody", body, member, origin, from: begin }),
      ...ending(end, { _tag: "LeaveBody", body, member })
    ]
  ),
  written(
    "alliance-members.csv",
    fc.record({ alliance, unit, leads: fc.boolean(), ...span }),
    ({ leads, ...r }) => ({ ...r, role: leads ? "牵头" : "", to: r.to ?? "" }),
    ({ alliance: id, unit: member, leads, from: begin, to: end }) => [
      { _tag: "JoinAlliance", alliance: id, unit: member, from: begin },
      ...(leads ? [{ _tag: "LeadAlliance", alliance: id, unit: member, from: begin }] : []),
      ...ending(end, { _tag: "LeaveAlliance", alliance: id, unit: member })
    ]
  ),
  written(
    "guidance.csv",
    fc.record({ unit, guide: party, purpose: text, ...span }),
    ({ guide, ...r }) => ({
      ...r,
      to: r.to ?? "",
      ...("unit" in guide ? { guideUnit: guide.unit } : { guidePerson: guide.person })
    }),
    ({ to: end, from: begin, ...r }) => [
      { _tag: "BeginGuidance", ...r, from: begin },
      ...ending(end, { _tag: "EndGuidance", ...r })
    ]
  ),
  written(
    "grids.csv",
    fc.record({ grid: unit, places: several, from }),
    (r) => ({ ...r, places: list(r.places) }),
    (r) => [{ _tag: "AssignToGrid", ...r }]
  ),
  written(
    "chat-groups.csv",
    fc.record({ unit, channel: text, group: text, ...span }),
    (r) => ({ ...r, to: r.to ?? "" }),
    ({ to: end, ...r }) => [{ _tag: "BindChatGroup", ...r }, ...ending(end, { _tag: "UnbindChatGroup", unit: r.unit })]
  ),
  written(
    "identifiers.csv",
    fc.record({ unit, scheme: fc.constant("legacy"), value: text, ...span }),
    (r) => ({ ...r, to: r.to ?? "" }),
    ({ to: end, from: begin, ...r }) => [
      { _tag: "AttachIdentifier", ...r, from: begin },
      ...ending(end, { _tag: "DetachIdentifier", ...r })
    ]
  )
)

/** A whole folder of rows: every unit that is named is set up. */
export const rows: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(established, branches, splits, allied, fc.array(single, { maxLength: 25 }))
  .map((parts) => parts.flat())
