import * as fc from "fast-check"
import { id, yes } from "./listWords.ts"
import { from, given, list, maybe, person, several, text, unit, type Written } from "./rows.ts"

/** A moment as somebody writes it in Shanghai, and what it is. */
export const moment = fc.tuple(from, fc.constantFrom("", " 09:30", "T17:05", " 8:00:30")).map(([day, time]) => {
  const [h = "0", m = "0", s = "0"] = time.slice(1).split(":")
  const seconds = time === "" ? 0 : (Number(h) * 60 + Number(m)) * 60 + Number(s)
  return { cell: `${day}${time}`, at: Date.parse(`${day}T00:00+08:00`) + seconds * 1000 }
})

/** A moment by which something has to be; a day alone is all of it. */
export const deadline = moment.map(({ cell, at }) =>
  cell.length === 10 ? { cell: cell.replaceAll("-", "/"), at: at + 86_400_000 - 1 } : { cell, at }
)

const flows = [
  ["whistle", "吹哨报到"],
  ["councilChamber", "新时代楼宇议事厅"],
  ["jointMeeting", "jointMeeting"]
] as const
const party = fc
  .record({ unit: maybe(unit), person: maybe(person) })
  .filter((one) => one.unit !== undefined || one.person !== undefined)

const raised = fc.record({
  case: id("ca"),
  flow: fc.constantFrom(...flows),
  title: text,
  text: maybe(text),
  place: unit,
  category: maybe(fc.constantFrom(["停车", "parking"] as const, ["safety", "safety"] as const)),
  channel: fc.constantFrom(["走访", "visit"] as const, ["hotline", "hotline"] as const),
  by: party,
  behalfOf: maybe(party),
  reference: maybe(fc.constant("visit-7")),
  private: maybe(fc.boolean()),
  level: maybe(fc.constantFrom(["街道", "street"] as const, ["building", "building"] as const)),
  at: moment
})
type Raised = typeof raised extends fc.Arbitrary<infer A> ? A : never

const raising = (one: Raised): Written => ({
  file: "cases.csv",
  cells: {
    case: one.case,
    flow: one.flow[1],
    title: one.title,
    text: one.text ?? "",
    place: one.place,
    category: one.category?.[0] ?? "",
    channel: one.channel[0],
    by: one.by.unit ?? "",
    byPerson: one.by.person ?? "",
    behalfOf: one.behalfOf?.unit ?? "",
    behalfOfPerson: one.behalfOf?.person ?? "",
    reference: one.reference ?? "",
    private: yes(one.private),
    level: one.level?.[0] ?? "",
    at: one.at.cell
  },
  commands: [
    given({
      _tag: "RaiseCase",
      case: one.case,
      flow: one.flow[0],
      title: one.title,
      text: one.text,
      place: one.place,
      category: one.category?.[1],
      channel: one.channel[1],
      by: given(one.by),
      behalfOf: one.behalfOf && given(one.behalfOf),
      reference: one.reference,
      private: one.private === true ? true : undefined,
      level: one.level?.[1],
      at: one.at.at
    })
  ]
})

const merging = (one: Raised, at: Raised["at"]): ReadonlyArray<Written> => {
  const cells = { case: one.case, other: "ca-other", at: at.cell }
  const absorbed = { case: "ca-other", absorbed: one.case, at: at.at }
  return [
    {
      file: "case-steps.csv",
      cells: { ...cells, action: "并案" },
      commands: [
        { _tag: "MergeCase", case: one.case, into: "ca-other", at: at.at },
        { _tag: "AbsorbCase", ...absorbed, raisers: [given(one.behalfOf ?? one.by)] }
      ]
    },
    {
      file: "case-steps.csv",
      cells: { ...cells, action: "unmerge" },
      commands: [
        { _tag: "UnmergeCase", case: one.case, at: at.at },
        { _tag: "SeparateCase", ...absorbed }
      ]
    }
  ]
}

// Of a case the folder does not raise, words of all flows are understood where only one thing is meant.
const steps: ReadonlyArray<
  readonly [cells: Readonly<Record<string, string>>, command: Readonly<Record<string, unknown>>]
> = [
  [{ action: "受理" }, { _tag: "AcceptCase" }],
  [
    { action: "不予受理", reason: "重复" },
    { _tag: "RejectCase", reason: "duplicate" }
  ],
  [
    { action: "classify", scope: "共性问题", difficulty: "疑难", category: "交通拥堵", reason: "改正" },
    { _tag: "ClassifyCase", scope: "common", difficulty: "difficult", category: "traffic", reason: "改正" }
  ],
  [
    { action: "匹配", item: "S-03" },
    { _tag: "MatchCase", item: "S-03" }
  ],
  [
    { action: "商议", by: "u-1", item: "m-7", result: "错峰出库" },
    { _tag: "DeliberateCase", body: "u-1", decision: "m-7", agreed: "错峰出库" }
  ],
  [
    { action: "交办", by: "u-1", to: "u-2" },
    { _tag: "DispatchCase", by: "u-1", to: "u-2" }
  ],
  [
    { action: "认领", by: "u-2" },
    { _tag: "TakeCase", by: "u-2" }
  ],
  [
    { action: "改派", by: "u-1", to: "u-3", reason: "非其职责" },
    { _tag: "RerouteCase", by: "u-1", to: "u-3", reason: "非其职责" }
  ],
  [
    { action: "report in", by: "u-3" },
    { _tag: "ReportInCase", by: "u-3" }
  ],
  [{ action: "办理" }, { _tag: "StartCase" }],
  [
    { action: "暂停", reason: "等业主" },
    { _tag: "SuspendCase", reason: "等业主" }
  ],
  [{ action: "恢复" }, { _tag: "ResumeCase" }],
  [
    { action: "办结", result: "已修好" },
    { _tag: "ResolveCase", result: "已修好" }
  ],
  [
    { action: "回访", solved: "否", rating: "不满意" },
    { _tag: "FollowUpCase", solved: false, rating: "dissatisfied" }
  ],
  [
    { action: "followUp", solved: "yes" },
    { _tag: "FollowUpCase", solved: true }
  ],
  [
    { action: "关闭", reason: "已解释说明" },
    { _tag: "CloseCase", reason: "explained" }
  ],
  [
    { action: "重开", reason: "又坏了" },
    { _tag: "ReopenCase", reason: "又坏了" }
  ],
  [
    { action: "升级", level: "街道", cause: "责任不清", reason: "两部门推诿" },
    { _tag: "EscalateCase", to: "street", cause: "responsibilityUnclear", reason: "两部门推诿" }
  ],
  [
    { action: "延长环节时限", extension: "2个工作日", reason: "等配件" },
    { _tag: "ExtendDeadline", of: "stage", by: { count: 2, unit: "workingDays" }, reason: "等配件" }
  ],
  [
    { action: "extend whole", extension: "24 hours", reason: "等配件" },
    { _tag: "ExtendDeadline", of: "whole", by: { count: 24, unit: "clockHours" }, reason: "等配件" }
  ],
  [
    { action: "重复发生", other: "ca-1" },
    { _tag: "LinkCase", to: "ca-1", why: "recurrence" }
  ],
  [
    { action: "related", other: "ca-1" },
    { _tag: "LinkCase", to: "ca-1", why: "related" }
  ],
  [
    { action: "共享查看", person: "p-1" },
    { _tag: "ShareCase", person: "p-1", right: "view" }
  ],
  [
    { action: "share edit", person: "p-1" },
    { _tag: "ShareCase", person: "p-1", right: "edit" }
  ],
  [
    { action: "取消共享", person: "p-1" },
    { _tag: "UnshareCase", person: "p-1" }
  ]
]

const step = fc.record({ case: id("cx"), at: moment, step: fc.constantFrom(...steps) }).map(
  ({ case: about, at, step: [cells, command] }): Written => ({
    file: "case-steps.csv",
    cells: { case: about, at: at.cell, ...cells },
    commands: [{ ...command, case: about, at: at.at }]
  })
)

const task = fc.record({ department: unit, what: text, lead: maybe(fc.boolean()), finished: maybe(moment) })
const split = fc
  .record({ case: id("cs"), at: moment, tasks: fc.array(task, { minLength: 1, maxLength: 3 }) })
  .map(({ case: about, at, tasks }): ReadonlyArray<Written> => {
    const split = {
      _tag: "SplitCase",
      case: about,
      tasks: tasks.map(({ department, what, lead }, n) => ({ task: `t-${n}`, department, what, lead: lead === true })),
      at: at.at
    }
    return tasks.map(({ department, what, lead, finished }, n) => ({
      file: "case-tasks.csv",
      cells: {
        case: about,
        task: `t-${n}`,
        department,
        what,
        lead: yes(lead),
        at: at.cell,
        finished: finished?.cell ?? "",
        result: finished === undefined ? "" : "完成"
      },
      commands: [
        ...(n === 0 ? [split] : []),
        ...(finished === undefined
          ? []
          : [{ _tag: "FinishTask", case: about, task: `t-${n}`, result: "完成", at: finished.at }])
      ]
    }))
  })

const paper = fc
  .record({
    case: id("cx"),
    at: moment,
    what: fc.constantFrom("材料", "survey", "方案", "会签", "approval"),
    units: several,
    by: unit,
    text,
    note: maybe(text),
    reference: maybe(fc.constant("no-7")),
    cleared: fc.boolean()
  })
  .map(({ case: about, at, what, units, by, text: words, note, reference, cleared }): Written => {
    const row = { case: about, at: at.cell, what, paper: "x-1" }
    const of = { case: about, at: at.at }
    const kinds: Readonly<Record<typeof what, Pick<Written, "cells" | "commands">>> = {
      材料: {
        cells: { reference: reference ?? "" },
        commands: [given({ _tag: "FileCaseEvidence", ...of, evidence: "x-1", reference })]
      },
      survey: {
        cells: { departments: list(units), text: words },
        commands: [{ _tag: "SurveySite", ...of, survey: "x-1", by: units, finding: words }]
      },
      方案: {
        cells: { departments: list(units), text: words },
        commands: [{ _tag: "DraftPlan", ...of, plan: "x-1", what: words, departments: units }]
      },
      会签: {
        cells: { by, cleared: yes(cleared), text: note ?? "" },
        commands: [given({ _tag: "ClearPlan", ...of, plan: "x-1", department: by, cleared, note })]
      },
      approval: { cells: { by }, commands: [{ _tag: "ApprovePlan", ...of, plan: "x-1", by }] }
    }
    return { file: "case-papers.csv", cells: { ...row, ...kinds[what].cells }, commands: kinds[what].commands }
  })

/** Rows about cases and what became of them, on the units of the other rows. */
export const caseRows: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(
    fc
      .uniqueArray(fc.record({ one: raised, merged: maybe(moment) }), { selector: ({ one }) => one.case, maxLength: 3 })
      .map((all) =>
        all.flatMap(({ one, merged }) => [raising(one), ...(merged === undefined ? [] : merging(one, merged))])
      ),
    fc.array(step, { maxLength: 8 }),
    fc.uniqueArray(split, { selector: ([first]) => first?.cells.case, maxLength: 2 }).map((all) => all.flat()),
    fc.array(paper, { maxLength: 4 })
  )
  .map((parts) => parts.flat())
