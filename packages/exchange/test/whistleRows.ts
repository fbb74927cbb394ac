import * as fc from "fast-check"
import { deadline, moment } from "./caseRows.ts"
import { cell, id, named, yes } from "./listWords.ts"
import { given, list, maybe, several, text, unit, type Written } from "./rows.ts"

const modes = fc.constantFrom(["联动破难", "linked"] as const, ["onSite", "onSite"] as const)
const targets = fc.constantFrom(["行业", "industry"] as const, ["Building", "building"] as const)
const callers = fc.constantFrom(["企业", "enterprise"] as const, ["street", "street"] as const)

const whistle = fc
  .record({
    whistle: id("wh"),
    caller: unit,
    callerKind: callers,
    topic: text,
    case: maybe(id("ca")),
    stage: maybe(fc.constant("growth")),
    mode: maybe(modes),
    target: maybe(targets),
    departments: several,
    due: deadline,
    at: moment,
    said: maybe(fc.record({ satisfied: fc.boolean(), score: maybe(fc.integer({ min: 1, max: 5 })), at: moment })),
    closed: maybe(moment)
  })
  .map(
    (one): Written => ({
      file: "whistles.csv",
      cells: {
        whistle: one.whistle,
        caller: one.caller,
        callerKind: one.callerKind[0],
        topic: one.topic,
        case: one.case ?? "",
        stage: one.stage ?? "",
        mode: one.mode?.[0] ?? "",
        target: one.target?.[0] ?? "",
        departments: list(one.departments),
        due: one.due.cell,
        at: one.at.cell,
        satisfied: yes(one.said?.satisfied),
        score: cell(one.said?.score),
        evaluated: one.said?.at.cell ?? "",
        closed: one.closed?.cell ?? ""
      },
      commands: [
        given({
          _tag: "BlowWhistle",
          whistle: one.whistle,
          caller: one.caller,
          callerKind: one.callerKind[1],
          topic: one.topic,
          case: one.case,
          stage: one.stage,
          mode: one.mode?.[1],
          target: one.target?.[1],
          departments: one.departments,
          due: one.due.at,
          at: one.at.at
        }),
        ...(one.said === undefined
          ? []
          : [
              given({
                _tag: "EvaluateWhistle",
                whistle: one.whistle,
                by: one.caller,
                satisfied: one.said.satisfied,
                score: one.said.score,
                at: one.said.at.at
              })
            ]),
        ...(one.closed === undefined
          ? []
          : [{ _tag: "CloseWhistle", whistle: one.whistle, confirmedBy: one.caller, at: one.closed.at }])
      ]
    })
  )

const report = fc
  .record({
    whistle: id("wh"),
    department: unit,
    plan: text,
    at: moment,
    tasks: fc.array(
      fc.record({
        name: text,
        nameEn: maybe(text),
        assigned: maybe(moment),
        due: maybe(deadline),
        resolved: maybe(moment)
      }),
      { maxLength: 2 }
    )
  })
  .map(({ whistle: of, department, plan, at, tasks }): ReadonlyArray<Written> => {
    const row = { whistle: of, department, plan, at: at.cell }
    const reported = { _tag: "ReportIn", whistle: of, department, plan, at: at.at }
    const rows = tasks.map(({ name, nameEn, assigned, due, resolved }, n) => {
      const task = `wt-${n}`
      return {
        cells: {
          ...row,
          task,
          name,
          nameEn: nameEn ?? "",
          assigned: assigned?.cell ?? "",
          due: due?.cell ?? "",
          resolved: resolved?.cell ?? "",
          result: resolved === undefined ? "" : "办妥"
        },
        commands: [
          given({
            _tag: "AssignWhistleTask",
            whistle: of,
            task,
            names: named(name, nameEn),
            to: department,
            due: due?.at,
            at: assigned?.at ?? at.at
          }),
          ...(resolved === undefined
            ? []
            : [{ _tag: "ResolveWhistleTask", whistle: of, task, by: department, result: "办妥", at: resolved.at }])
        ]
      }
    })
    const written: ReadonlyArray<Pick<Written, "cells" | "commands">> =
      rows.length === 0 ? [{ cells: row, commands: [] }] : rows
    return written.map(({ cells, commands }, n) => ({
      file: "whistle-reports.csv",
      cells,
      commands: n === 0 ? [reported, ...commands] : commands
    }))
  })

/** Rows about whistles and who reported in, on the units of the other rows. */
export const whistleRows: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(
    fc.uniqueArray(whistle, { selector: ({ cells }) => cells.whistle, maxLength: 2 }),
    fc
      .uniqueArray(report, {
        selector: (rows) => `${rows[0]?.cells.whistle} ${rows[0]?.cells.department}`,
        maxLength: 2
      })
      .map((all) => all.flat())
  )
  .map((parts) => parts.flat())
