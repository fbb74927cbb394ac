import { Ageing, Deadlines, type Flow, InBuilding, Rates, StageRates, type State } from "@louyu/casework"
import type { Text } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as CaseBook from "./CaseBook.ts"
import * as CaseFigure from "./CaseFigure.ts"
import * as Moment from "./Moment.ts"
import * as ProspectBook from "./ProspectBook.ts"

const { field } = Answer
const { CaseFigure: Figure } = CaseFigure

type Name = keyof Rates.Rates

/** What every rate means. Source: 2.13. */
export const definitions: Readonly<Record<Name, Text.Both>> = {
  closure: {
    zh: "已办结 ÷ 已受理（不计不予受理、并案与撤回）",
    en: "closed of those accepted, without those rejected, merged or withdrawn"
  },
  onTime: { zh: "按期办结 ÷ 已办结或已到期", en: "closed in time of those closed or past due" },
  resolution: { zh: "提出人表示已解决 ÷ 已回访", en: "solved by the word of whoever raised it, of those followed up" },
  satisfaction: { zh: "基本满意及以上 ÷ 已评价", en: "at least basically satisfied of those rated" },
  followUp: { zh: "已回访 ÷ 已办结", en: "followed up of those closed" },
  reopen: { zh: "曾重新办理 ÷ 曾办结", en: "taken up again at least once of those ever closed" },
  rerouted: { zh: "曾改交 ÷ 已交办", en: "given to another at least once of those dispatched" }
}

const inBuilding = { zh: "在楼内层级办结 ÷ 已办结", en: "closed at a level of the building of those closed" }
const ordinary = {
  zh: "在楼内层级办结的一般问题 ÷ 已办结的一般问题",
  en: "ordinary matters closed at a level of the building of those closed"
}
const level = { zh: "在此层级办结 ÷ 已办结", en: "closed at this level of those closed" }
const stage = {
  zh: "按期离开本环节 ÷ 已离开或已到期",
  en: "left the stage in time of those that left it or are past due"
}

/** All rates of a cohort. */
export const Figures = Schema.Struct({
  closure: field(Figure, "closed"),
  onTime: field(Figure, "closed in time"),
  resolution: field(Figure, "solved"),
  satisfaction: field(Figure, "satisfied"),
  followUp: field(Figure, "followed up"),
  reopen: field(Figure, "taken up again"),
  rerouted: field(Figure, "given to another")
}).annotate({ identifier: "Rates" })
export type Figures = typeof Figures.Type

/** What became of the cases of one flow: where they were settled, and how long they were at each stage. */
export const OfFlow = Schema.Struct({
  flow: field(ProspectBook.Word, "the flow"),
  inBuilding: field(Figure, "closed in the building"),
  ordinary: field(Figure, "the same of ordinary matters"),
  breaches: field(Schema.Array(Schema.String), "ordinary matters that left their building"),
  levels: field(
    Schema.Array(
      Schema.Struct({
        level: field(ProspectBook.Word, "the level"),
        inBuilding: field(Schema.Boolean, "whether it is one of the building"),
        share: field(Figure, "closed there")
      })
    ),
    "where cases were closed, the lowest level first"
  ),
  stages: field(
    Schema.Array(
      Schema.Struct({
        stage: field(ProspectBook.Word, "the stage"),
        here: field(Answer.Count, "cases at it"),
        longest: field(Schema.NullOr(Answer.Count), "minutes of the one that is there longest; `null` without any"),
        left: field(Answer.Count, "cases that went on from it"),
        median: field(Schema.NullOr(Answer.Count), "minutes within which half of them did; `null` without any")
      })
    ),
    "how long cases are and were at each stage, without the time they waited for whoever raised them"
  ),
  onTime: field(
    Schema.Array(
      Schema.Struct({
        stage: field(ProspectBook.Word, "the stage"),
        level: field(ProspectBook.Word, "the level"),
        share: field(Figure, "left in time")
      })
    ),
    "how cases kept to the time a stage may take, as far as the clock kept when that was"
  )
})
export type OfFlow = typeof OfFlow.Type

/** The rates of cases as answers hold them. */
export const figures = (rates: Rates.Rates, offset: number): Figures => {
  const of = (name: Name) => CaseFigure.of(rates[name], definitions[name], offset)
  return {
    closure: of("closure"),
    onTime: of("onTime"),
    resolution: of("resolution"),
    satisfaction: of("satisfaction"),
    followUp: of("followUp"),
    reopen: of("reopen"),
    rerouted: of("rerouted")
  }
}

/**
 * When the whole of a case was due: as it was kept with it, or else as the calendar has it.
 *
 * Shape: `undefined` where nothing was promised, while it waits, and beyond the calendar.
 */
export const dueOf =
  ({ settings, calendar }: CaseBook.CaseBook) =>
  (known: State.CaseKnown): number | undefined => {
    const kept = (known.standing === "closed" ? known.closures.at(-1)?.due : undefined) ?? known.due?.whole?.by
    const flow = CaseBook.flowOf(settings, known)
    // While it waits for whoever raised it, nobody knows when it will be due.
    if (kept !== undefined || flow === undefined || known.standing === "suspended") return kept
    return Result.getOrElse(Deadlines.promised(flow, calendar, known), () => undefined)
  }

const inOrder = <A extends { readonly stage: Flow.StageId }>(
  { stages }: Flow.Flow,
  all: ReadonlyArray<A>
): ReadonlyArray<A> => {
  const place = new Map(stages.map(({ id }, at) => [id, at]))
  const at = ({ stage }: A): number => place.get(stage) ?? stages.length
  return all.toSorted((a, b) => at(a) - at(b))
}

/** What became of the cases of one flow. Source: P-37, F-09, R5-23. */
export const ofFlow = (book: CaseBook.CaseBook, flow: Flow.Flow, cohort: Rates.Cohort): OfFlow => {
  const { offset } = book.moment
  const own = Rates.cohort(book.cases, cohort).filter(({ raised }) => raised.flow === flow.id)
  const settled = InBuilding.of(flow, own, cohort)
  return {
    flow: { id: flow.id, names: flow.names },
    inBuilding: CaseFigure.of(settled.share, inBuilding, offset),
    ordinary: CaseFigure.of(settled.ordinary, ordinary, offset),
    breaches: settled.breaches,
    levels: settled.levels.map((one) => ({
      level: CaseBook.word(flow.ladder, one.level),
      inBuilding: one.inBuilding,
      share: CaseFigure.of(one.share, level, offset)
    })),
    stages: inOrder(flow, Ageing.stages(own, cohort.asOf)).map(
      ({ stage: id, here, longestMillis, left, medianMillis }) => ({
        stage: CaseBook.word(flow.stages, id),
        here,
        longest: Moment.minutes(longestMillis),
        left,
        median: Moment.minutes(medianMillis)
      })
    ),
    onTime: inOrder(flow, StageRates.of(own, cohort)).map((one) => ({
      stage: CaseBook.word(flow.stages, one.stage),
      level: CaseBook.word(flow.ladder, one.level),
      share: CaseFigure.of(one.onTime, stage, offset)
    }))
  }
}
