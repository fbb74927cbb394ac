import * as fc from "fast-check"
import { cell, id, named } from "./listWords.ts"
import { from, given, list, maybe, person, several, text, to, unit, type Written } from "./rows.ts"

const edition = "GB/T 4754-2017"
const area = fc.record({ least: fc.constantFrom(50, 120), most: fc.constantFrom(120, 300.5) })

const looking = fc.record({
  buildings: maybe(several),
  area: maybe(area),
  tenure: maybe(fc.constantFrom(["租", "rent"] as const, ["buy", "buy"] as const)),
  from: maybe(to),
  people: maybe(fc.integer({ min: 1, max: 200 }))
})
type Looking = typeof looking extends fc.Arbitrary<infer A> ? A : never

const lookingCells = (one: Looking | undefined) => ({
  buildings: list(one?.buildings),
  least: cell(one?.area?.least),
  most: cell(one?.area?.most),
  tenure: one?.tenure?.[0] ?? "",
  wantedFrom: one?.from ?? "",
  people: cell(one?.people)
})
const lookingData = (one: Looking | undefined) => {
  if (one === undefined) return undefined
  const { buildings, area: size, tenure, from: begin, people } = one
  const data = given({ buildings, ...size, tenure: tenure?.[1], from: begin, people })
  return Object.keys(data).length === 0 ? undefined : data
}

const stages = {
  investment: [
    ["", undefined],
    ["在谈", "negotiating"],
    ["movedIn", "movedIn"]
  ],
  talent: [
    ["", undefined],
    ["面试", "interviewed"]
  ]
} as const

const opened = fc.record({
  prospect: id("pp"),
  isPerson: fc.boolean(),
  name: text,
  nameEn: maybe(text),
  uscc: maybe(fc.constantFrom("91330482MA4K0AB18Y")),
  contact: person,
  enterprise: maybe(unit),
  industry: maybe(fc.constantFrom("65", "I")),
  place: maybe(unit),
  source: fc.constantFrom("visit", "展会"),
  reference: maybe(fc.constant("fair-1")),
  looking: maybe(looking),
  on: from,
  stage: fc.nat(2),
  distinctFrom: maybe(fc.constant(["pp-x"])),
  firstServed: maybe(from),
  holders: fc.uniqueArray(
    fc.record({ liaison: person, assigned: to, isDespite: fc.boolean(), released: fc.boolean() }),
    {
      selector: ({ assigned }) => assigned,
      maxLength: 2
    }
  ),
  end: fc.constantFrom("merged", "converted", undefined)
})
type Opened = typeof opened extends fc.Arbitrary<infer A> ? A : never

const late = "2031-01-01"

const heldBy = (prospect: string, { liaison, assigned, isDespite, released }: Opened["holders"][number]) => ({
  cells: {
    liaison,
    assigned,
    despite: isDespite ? "超出上限;waiting" : "",
    released: released ? late : "",
    releaseReason: released ? "移交" : ""
  },
  commands: [
    given({
      _tag: "AssignProspect",
      prospect,
      liaison,
      despite: isDespite ? ["capacity", "waiting"] : undefined,
      on: assigned
    }),
    ...(released ? [{ _tag: "ReleaseProspect", prospect, reason: "handOver", on: late }] : [])
  ]
})

const opening = (one: Opened): ReadonlyArray<Written> => {
  const { prospect, isPerson, name, nameEn, uscc, enterprise, industry, place, source, reference } = one
  const { on, distinctFrom, firstServed, end } = one
  const pipeline = isPerson ? "talent" : "investment"
  const [stageCell, stage] = stages[pipeline][one.stage % stages[pipeline].length] ?? ["", undefined]
  const contact = isPerson || one.stage > 0 ? one.contact : undefined
  const cells = {
    prospect,
    pipeline: isPerson ? "人才引育" : "investment",
    name: isPerson ? "" : name,
    nameEn: isPerson ? "" : (nameEn ?? ""),
    uscc: uscc ?? "",
    contact: contact ?? "",
    enterprise: enterprise ?? "",
    industry: industry ?? "",
    place: place ?? "",
    source,
    reference: reference ?? "",
    ...lookingCells(one.looking),
    on,
    stage: stageCell,
    distinctFrom: list(distinctFrom),
    firstServed: firstServed ?? "",
    mergedInto: end === "merged" ? "pp-y" : "",
    merged: end === "merged" ? late : "",
    tenant: end === "converted" ? "u-1" : "",
    converted: end === "converted" ? late : ""
  }
  const said = given({
    _tag: "OpenProspect",
    prospect,
    pipeline,
    names: isPerson ? undefined : named(name, nameEn),
    uscc,
    contact,
    enterprise,
    industry: industry && { edition, code: industry },
    place,
    source,
    reference,
    intent: lookingData(one.looking),
    stage,
    distinctFrom,
    firstServed,
    on
  })
  const ends = [
    ...(end === "merged" ? [{ _tag: "MergeProspects", prospect: "pp-y", duplicate: prospect, on: late }] : []),
    ...(end === "converted" ? [{ _tag: "ConvertProspect", prospect, tenant: "u-1", on: late }] : [])
  ]
  const [first = { cells: {}, commands: [] }, ...more] = one.holders.map((holder) => heldBy(prospect, holder))
  // Whoever takes over needs what every row needs, and nothing more.
  const needed = { prospect, pipeline: cells.pipeline, source, on }
  return [
    { file: "prospects.csv", cells: { ...cells, ...first.cells }, commands: [said, ...ends, ...first.commands] },
    ...more.map((holder) => ({
      file: "prospects.csv",
      cells: { ...needed, ...holder.cells },
      commands: holder.commands
    }))
  ]
}

const changed = fc
  .record({
    prospect: id("pp"),
    name: text,
    uscc: maybe(fc.constant("91330482MA4K0AB18Y")),
    looking: maybe(looking),
    on: from
  })
  .map(
    ({ prospect, name, uscc, looking: wanted, on }): Written => ({
      file: "prospect-changes.csv",
      cells: { prospect, name, uscc: uscc ?? "", ...lookingCells(wanted), on },
      commands: [given({ _tag: "AmendProspect", prospect, names: { zh: name }, uscc, intent: lookingData(wanted), on })]
    })
  )

// Of a prospect the folder does not open, words of all pipelines are understood where only one means them.
const steps: ReadonlyArray<
  readonly [cells: Readonly<Record<string, string>>, command: Readonly<Record<string, unknown>>]
> = [
  [
    { what: "推进", stage: "在谈", evidence: "contract;a" },
    { _tag: "AdvanceProspect", to: "negotiating", evidence: ["contract", "a"] }
  ],
  [
    { what: "regress", stage: "研判", reason: "业主犹豫" },
    { _tag: "RegressProspect", to: "assessed", reason: "业主犹豫" }
  ],
  [
    { what: "搁置", reason: "等政策", until: late },
    { _tag: "ParkProspect", reason: "等政策", until: late }
  ],
  [{ what: "resume" }, { _tag: "ResumeProspect" }],
  [
    { what: "退出", exit: "流失", reason: "租金" },
    { _tag: "LoseProspect", exit: "lost", reason: "rent" }
  ],
  [
    { what: "win", tenant: "u-2", evidence: "contract" },
    { _tag: "WinProspect", tenant: "u-2", evidence: ["contract"] }
  ],
  [
    { what: "重启", reason: "重新联系" },
    { _tag: "ReopenProspect", reason: "重新联系" }
  ],
  [
    { what: "file", evidence: "contract", reference: "no-7" },
    { _tag: "FileEvidence", evidence: "contract", reference: "no-7" }
  ]
]

const step = fc.record({ prospect: id("px"), on: from, step: fc.constantFrom(...steps) }).map(
  ({ prospect, on, step: [cells, command] }): Written => ({
    file: "prospect-steps.csv",
    cells: { prospect, on, ...cells },
    commands: [{ ...command, prospect, on }]
  })
)

/** Rows about prospects and what became of them. */
export const prospects: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(
    fc.uniqueArray(opened, { selector: ({ prospect }) => prospect, maxLength: 4 }).map((all) => all.flatMap(opening)),
    fc.array(changed, { maxLength: 2 }),
    fc.array(step, { maxLength: 5 })
  )
  .map((parts) => parts.flat())
