import { Breakthrough } from "@louyu/casework"
import type { Text } from "@louyu/kernel"
import * as CaseFigure from "./CaseFigure.ts"
import * as Lasted from "./Lasted.ts"
import type * as Look from "./Look.ts"
import * as Moment from "./Moment.ts"
import * as Naming from "./Naming.ts"
import * as Table from "./Table.ts"
import type { Whistle } from "./WhistleBook.ts"

type Labels<Word extends string> = Readonly<Record<Word, readonly [zh: string, en: string]>>
type Called = Whistle["called"][number]

const answers: Labels<Called["answer"]> = {
  reported: ["已报到", "reported in"],
  reportedLate: ["迟到", "late"],
  pending: ["待报到", "pending"],
  overdue: ["超时未报到", "overdue"]
}

const answer = (look: Look.Look, one: Called["answer"]): string => {
  const text = look.label(...answers[one])
  return one === "overdue" ? look.paint("red", text) : one === "reportedLate" ? look.paint("yellow", text) : text
}

const right = { head: "", align: "right" } as const

/** Rates, one a line, with what they mean. */
export const figures = (
  look: Look.Look,
  rows: ReadonlyArray<readonly [label: string, figure: CaseFigure.CaseFigure]>
): ReadonlyArray<string> =>
  Table.lines(
    [{ head: "" }, right, right, { head: "" }],
    rows.map(([label, figure]) => [label, ...CaseFigure.text(figure), look.paint("dim", look.text(figure.definition))])
  )

interface Times {
  readonly mean: number | null
  readonly median: number | null
  readonly overdue: number
}

/** How long reports take, and how many calls are overdue. */
export const times = (look: Look.Look, { mean, median, overdue }: Times): ReadonlyArray<string> => {
  const parts = [
    ...(median === null ? [] : [`${look.label("报到用时中位", "median time to report")} ${Lasted.text(look, median)}`]),
    ...(mean === null ? [] : [`${look.label("平均", "mean")} ${Lasted.text(look, mean)}`]),
    `${look.label("超时", "overdue")} ${overdue === 0 ? "0" : look.paint("red", `${overdue}`)}`
  ]
  return [parts.join(" · ")]
}

/** A line for each whistle. */
export const table = (look: Look.Look, all: ReadonlyArray<Whistle>): ReadonlyArray<string> =>
  Table.lines(
    [
      { head: look.label("吹哨", "whistle") },
      { head: look.label("时间", "at") },
      { head: look.label("单位", "caller") },
      { head: look.label("报到期限", "due") },
      { head: look.label("报到", "in"), align: "right" },
      { head: look.label("超时", "overdue") },
      { head: look.label("事由", "topic") }
    ],
    all.map(({ id, at, caller, due, called, topic, closed }) => [
      id,
      Moment.brief(at),
      look.text(caller.name),
      Moment.brief(due),
      `${called.filter((one) => one.at !== null).length}/${called.length}`,
      look.paint(
        "red",
        called
          .filter((one) => one.answer === "overdue")
          .map(({ department }) => look.text(department.name))
          .join(", ")
      ),
      `${look.text({ zh: topic })}${closed === null ? "" : look.paint("dim", ` ${look.label("已销号", "closed")}`)}`
    ]),
    (text) => look.paint("dim", text)
  )

interface OfDepartment {
  readonly department: Whistle["caller"]
  readonly reporting: Times & { readonly reportedIn: CaseFigure.CaseFigure; readonly inTime: CaseFigure.CaseFigure }
}

/** A line for each department. */
export const departments = (look: Look.Look, all: ReadonlyArray<OfDepartment>): ReadonlyArray<string> =>
  Table.lines(
    [
      { head: look.label("部门", "department") },
      { head: look.label("报到率", "reported in"), align: "right" },
      right,
      { head: look.label("按时", "in time"), align: "right" },
      right,
      { head: look.label("中位用时", "median"), align: "right" },
      { head: look.label("超时", "overdue"), align: "right" }
    ],
    all.map(({ department, reporting: { reportedIn, inTime, median, overdue } }) => [
      look.text(department.name),
      ...CaseFigure.text(reportedIn),
      ...CaseFigure.text(inTime),
      Lasted.text(look, median),
      `${overdue}`
    ]),
    (text) => look.paint("dim", text)
  )

interface Callers {
  readonly few: number
  readonly many: number
  readonly callers: ReadonlyArray<{
    readonly caller: Whistle["caller"]
    readonly whistles: number
    readonly sign: "few" | "many" | "usual"
  }>
}

const signs: Labels<"few" | "many" | "usual"> = {
  few: ["过少", "too few"],
  many: ["过多", "too many"],
  usual: ["", ""]
}

/** How often callers whistle, and whose whistles are too few or too many. */
export const callers = (look: Look.Look, { callers: all, few, many }: Callers): ReadonlyArray<string> => [
  `${look.label("吹哨过少的单位", "callers with too few whistles")} ${few} · ${look.label("过多", "too many")} ${many}`,
  ...Table.lines(
    [{ head: "" }, right, { head: "" }],
    all.map(({ caller, whistles, sign }) => [
      `  ${Naming.line(look, caller)}`,
      `${whistles}`,
      sign === "usual" ? "" : look.paint("yellow", look.label(...signs[sign]))
    ])
  )
]

const wordOf = (
  look: Look.Look,
  list: ReadonlyArray<{ readonly id: string; readonly names: Text.Text }>,
  word: string | null
): ReadonlyArray<string> => list.filter(({ id }) => id === word).map(({ names }) => look.text(names))

/** One whistle: who was called, who answered, and what came of it. */
export const one = (look: Look.Look, whistle: Whistle): ReadonlyArray<string> => {
  const { id, caller, topic, case: about, mode, target, at, due, called, tasks, satisfied, score, closed } = whistle
  const verdict =
    satisfied === null
      ? []
      : [
          `${look.label("评价", "judged")}: ${satisfied ? look.label("满意", "satisfied") : look.label("不满意", "not satisfied")}${score === null ? "" : ` · ${score}/5`}`
        ]
  const how = [...wordOf(look, Breakthrough.modes, mode), ...wordOf(look, Breakthrough.targets, target)].join(" · ")
  return [
    `${look.paint("bold", `${look.label("吹哨", "whistle")} ${id}`)} ${look.paint("dim", Moment.brief(at))} ${Naming.line(look, caller)}`,
    look.paint("bold", look.text({ zh: topic })),
    `${look.label("报到期限", "due")} ${Moment.brief(due)}${about === null ? "" : ` · ${look.label("案件", "case")} ${about}`}${how === "" ? "" : ` · ${how}`}`,
    ...Table.lines(
      [{ head: "" }, { head: "" }, { head: "" }, right, { head: "" }],
      called.map((each) => [
        `  ${look.text(each.department.name)}`,
        answer(look, each.answer),
        each.at === null ? "" : Moment.brief(each.at),
        Lasted.text(look, each.minutes),
        each.plan === null ? "" : look.text({ zh: each.plan })
      ])
    ),
    ...tasks.map(({ id: task, names, to, due: by, overdue, resolved, result }) => {
      const end =
        by === null
          ? ""
          : ` · ${Moment.brief(by)}${overdue ? ` ${look.paint("red", look.label("逾期", "overdue"))}` : ""}`
      const done =
        resolved === null ? "" : ` · ${Moment.brief(resolved)} ${result === null ? "" : look.text({ zh: result })}`
      return `  ${task} ${look.text(names)} · ${look.text(to.name)}${end}${done}`
    }),
    ...verdict,
    ...(closed === null ? [] : [`${look.label("已销号", "closed")} ${Moment.brief(closed)}`])
  ]
}
