import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as CaseBook from "./CaseBook.ts"
import * as CaseRow from "./CaseRow.ts"
import * as Look from "./Look.ts"
import * as Moment from "./Moment.ts"
import * as Naming from "./Naming.ts"
import * as ProspectBook from "./ProspectBook.ts"
import * as Table from "./Table.ts"

const { field } = Answer

const { Count } = Answer

/** Cases by how urgent they are. */
export const Urgencies = Schema.Struct({
  overdue: field(Count, "whose stage or whole is overdue"),
  warning: field(Count, "that are nearly late"),
  onTrack: field(Count, "that have time"),
  unlimited: field(Count, "that have no limit"),
  paused: field(Count, "that wait for whoever raised them"),
  over: field(Count, "that are over")
})
export type Urgencies = typeof Urgencies.Type

/** Cases by where they stand. */
export const Standings = Schema.Struct({
  open: field(Count, "under way"),
  suspended: field(Count, "that wait for whoever raised them"),
  closed: field(Count, "closed"),
  rejected: field(Count, "not taken up"),
  merged: field(Count, "that are part of another case")
})
export type Standings = typeof Standings.Type

const Stage = Schema.Struct({
  flow: field(ProspectBook.Word, "the flow"),
  stage: field(ProspectBook.Word, "a stage of it at which cases are"),
  urgency: field(Urgencies, "the cases there that are not over, by how they stand against their dates")
})

/** The list of cases. */
export const Cases = Schema.Struct({
  at: field(Schema.String, "the moment the answer holds for, in the time of the city"),
  as: field(Schema.NullOr(Schema.String), "the id of who looks; `null` when nobody said"),
  within: field(Schema.NullOr(Answer.Unit), "the place asked about, or `null` for everywhere"),
  until: field(Schema.NullOr(Schema.String), "with `--due-in`, up to when cases are due; else `null`"),
  total: field(Count, "cases of that place, category and level, whether they are listed or not"),
  urgency: field(Urgencies, "the same by how they stand against their dates"),
  standing: field(Standings, "the same by where they stand"),
  stages: field(Schema.Array(Stage), "those that are not over, stage by stage"),
  found: field(Count, "how many were asked for; with a limit not all are listed"),
  cases: field(Schema.Array(CaseRow.Row), "those asked for, what is due first at the beginning, what is over last")
})
export type Cases = typeof Cases.Type

const shownUrgencies = ["overdue", "warning", "onTrack", "unlimited", "paused"] as const

const sums = (look: Look.Look, { urgency, standing, total }: Cases): ReadonlyArray<string> => [
  [
    ...shownUrgencies.map((one) => `${CaseRow.urgency(look, one)} ${urgency[one]}`),
    look.label(`共 ${total} 件`, `${total} in all`)
  ].join(" · "),
  CaseRow.standings.map((one) => `${CaseRow.standing(look, one)} ${standing[one]}`).join(" · ")
]

const stageLines = (look: Look.Look, { stages }: Cases): ReadonlyArray<string> =>
  Table.lines(
    [
      { head: look.label("流程", "flow") },
      { head: look.label("环节", "stage") },
      ...shownUrgencies.map((one) => ({ head: CaseRow.urgency(look, one), align: "right" as const }))
    ],
    stages.map(({ flow, stage, urgency }) => [
      look.text(flow.names),
      look.text(stage.names),
      ...shownUrgencies.map((one) => `${urgency[one]}`)
    ])
  )

/** An answer for people. */
export const lines = (answer: Cases, look: Look.Look): ReadonlyArray<string> => {
  const { at, as, within, until, stages, found, cases } = answer
  const where = within === null ? "" : ` ${Naming.line(look, within)}`
  const due = until === null ? "" : ` ${look.label(`${Moment.brief(until)} 前到期`, `due by ${Moment.brief(until)}`)}`
  const withheld = cases.filter((one) => one.withheld).length
  return [
    `${look.paint("bold", look.label("案件", "cases"))} ${look.paint("dim", Moment.brief(at))}${where}${due}`,
    ...sums(look, answer),
    ...(stages.length === 0 ? [] : ["", ...stageLines(look, answer)]),
    "",
    ...(cases.length === 0 ? look.say("没有符合条件的案件。", "There are none of these.") : CaseRow.lines(look, cases)),
    ...(found > cases.length
      ? look.say(
          `另有 ${found - cases.length} 件未列出。`,
          `${Look.many(found - cases.length, "more case")} not listed.`
        )
      : []),
    ...CaseBook.notice(look, as, withheld)
  ]
}
