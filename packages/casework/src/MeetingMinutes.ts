import { type CivilDate, type Identifier, Money, Text } from "@louyu/kernel"
import type { ItemId, MeetingId, PartyKind } from "./BodyCode.ts"
import type { Contribution, Subject } from "./BodyCommand.ts"
import * as BodyKind from "./BodyKind.ts"
import * as State from "./BodyState.ts"

type UnitId = Identifier.UnitId

/** A member in the minutes, with the party it sits for. */
export interface Attendee {
  readonly unit: UnitId
  readonly party: PartyKind
  readonly partyNames: Text.Text
}

/** A matter in the minutes: what was proposed by then, what the meeting decided last, and what was handed out for it. */
export interface Point {
  readonly item: ItemId
  readonly subject: Subject
  readonly by: UnitId | undefined
  readonly proposals: ReadonlyArray<State.Proposal>
  readonly decision: State.Decision | undefined
  readonly tasks: ReadonlyArray<State.Task>
}

/** The minutes of a meeting, as data. */
export interface Minutes {
  readonly body: Text.Text
  readonly kind: Text.Text
  readonly meeting: MeetingId
  readonly sort: State.Meeting["sort"]
  readonly date: CivilDate.CivilDate
  readonly called: State.Meeting["called"]
  readonly chair: State.Chair | undefined
  readonly present: ReadonlyArray<Attendee>
  readonly absent: ReadonlyArray<Attendee>
  readonly quorum: State.Attendance
  readonly points: ReadonlyArray<Point>
  readonly adjourned: CivilDate.CivilDate | undefined
}

const point = (body: State.Body, { meeting, date }: State.Meeting, one: State.Item): Point => {
  const decision = one.decisions.findLast((made) => made.meeting === meeting)
  const until = decision?.on ?? date
  return {
    item: one.item,
    subject: one.subject,
    by: one.by,
    proposals: one.proposals.filter(({ on }) => on <= until),
    decision,
    tasks: decision?.outcome === "agreed" ? State.tasksOf(body, one) : []
  }
}

/**
 * The minutes of a meeting; `undefined` when there is no such meeting, or nobody came to it.
 *
 * Shape: members by id, matters in the order of the agenda; what was handed out is shown as it stands now.
 */
export const of = (body: State.Body, id: MeetingId): Minutes | undefined => {
  const meeting = State.meeting(body, id)
  if (meeting === undefined || meeting.present.length === 0) return undefined
  const { kind, names } = body.founded
  const members = State.members(body, meeting.date).map(
    ({ unit, party }): Attendee => ({ unit, party, partyNames: BodyKind.seat(kind, party)?.names ?? Text.of(party) })
  )
  return {
    body: names,
    kind: kind.names,
    meeting: id,
    sort: meeting.sort,
    date: meeting.date,
    called: meeting.called,
    chair: State.chair(body, meeting.date),
    present: members.filter(({ unit }) => meeting.present.includes(unit)),
    absent: members.filter(({ unit }) => !meeting.present.includes(unit)),
    quorum: State.quorum(body, meeting),
    points: meeting.items.flatMap((item) => {
      const one = State.item(body, item)
      return one === undefined ? [] : [point(body, meeting, one)]
    }),
    adjourned: meeting.adjourned
  }
}

const words = {
  zh: {
    title: "会议纪要",
    regular: "例会",
    extraordinary: "专题会议",
    called: "召集事由",
    chair: "主持",
    present: "到会",
    absent: "缺席",
    none: "无",
    of: (q: State.Attendance) =>
      `应到 ${q.members} 家，实到 ${q.present} 家，须到 ${q.needed} 家，${q.reached ? "可以决定" : "不足，不作决定"}`,
    matter: "议题",
    case: "案件",
    proposal: "提案",
    decision: "决定",
    agreed: "同意",
    rejected: "不同意",
    deferred: "暂缓",
    undecided: "未决定",
    task: "任务",
    lead: "领办",
    assisting: "协办",
    due: "时限",
    open: "待领办",
    places: (n: number) => `场地 ${n} 处`,
    people: (n: number) => `人员 ${n} 人`,
    money: "资金",
    colon: "：",
    comma: "，",
    list: "、"
  },
  en: {
    title: "Minutes",
    regular: "Regular meeting",
    extraordinary: "Extraordinary meeting",
    called: "Called because",
    chair: "Chair",
    present: "Present",
    absent: "Absent",
    none: "nobody",
    of: (q: State.Attendance) =>
      `${q.present} of ${q.members} members came, ${q.needed} needed: ${q.reached ? "quorum reached" : "no quorum"}`,
    matter: "Matter",
    case: "case",
    proposal: "Proposal",
    decision: "Decision",
    agreed: "agreed",
    rejected: "rejected",
    deferred: "put off",
    undecided: "not decided",
    task: "Task",
    lead: "lead",
    assisting: "assisting",
    due: "due",
    open: "to be claimed",
    places: (n: number) => `${n} ${n === 1 ? "place" : "places"}`,
    people: (n: number) => `${n} ${n === 1 ? "person" : "people"}`,
    money: "money",
    colon: ": ",
    comma: ", ",
    list: ", "
  }
} as const

type NameOf = (unit: UnitId) => string

const contribution = (one: Contribution, language: Text.Language, nameOf: NameOf): string => {
  const word = words[language]
  const gift =
    one.kind === "money"
      ? `${word.money} ${Money.format(one.fen, language)}`
      : one.kind === "space"
        ? word.places(one.places)
        : word.people(one.people)
  return `${nameOf(one.by)}${word.colon}${gift}`
}

const pointLines = (
  { item, subject, proposals, decision, tasks }: Point,
  n: number,
  language: Text.Language,
  nameOf: NameOf
): ReadonlyArray<string> => {
  const word = words[language]
  const title = "case" in subject ? `${word.case} ${subject.case}` : subject.title
  const outcome = decision === undefined ? word.undecided : word[decision.outcome]
  const chosen = decision?.proposal === undefined ? "" : ` (${word.proposal} ${decision.proposal})`
  return [
    `${n}. ${word.matter} ${item}${word.colon}${title}`,
    ...proposals.flatMap(({ proposal, by, text, contributions }) => [
      `   ${word.proposal} ${proposal} (${nameOf(by)})${word.colon}${text}`,
      ...contributions.map((one) => `     + ${contribution(one, language, nameOf)}`)
    ]),
    `   ${word.decision}${word.colon}${outcome}${chosen}`,
    ...tasks.flatMap(({ task, names, lead, assisting, duties, due }) => [
      [
        `   ${word.task} ${task}${word.colon}${Text.read(names, language)}`,
        `${word.lead} ${lead === undefined ? word.open : nameOf(lead)}`,
        ...(assisting.length === 0 ? [] : [`${word.assisting} ${assisting.map(nameOf).join(word.list)}`]),
        ...(due === undefined ? [] : [`${word.due} ${due}`])
      ].join(word.comma),
      ...duties.map(({ unit, duty }) => `     + ${nameOf(unit)}${word.colon}${duty}`)
    ])
  ]
}

/**
 * The minutes as text for people, a line a fact.
 *
 * Shape: `nameOf` gives the name of a unit as readers know it; nobody's name is kept here.
 */
export const format = (minutes: Minutes, language: Text.Language, nameOf: NameOf): string => {
  const word = words[language]
  const { body, kind, meeting, sort, date, called, chair, present, absent, quorum, points } = minutes
  const listed = (all: ReadonlyArray<Attendee>): string =>
    all.length === 0
      ? word.none
      : all.map(({ unit, partyNames }) => `${nameOf(unit)} (${Text.read(partyNames, language)})`).join(word.list)
  return [
    `${Text.read(body, language)} · ${Text.read(kind, language)} · ${word.title}`,
    `${word[sort]} ${meeting}${word.comma}${date}`,
    ...(called === undefined ? [] : [`${word.called}${word.colon}${called.matter} (${nameOf(called.by)})`]),
    ...(chair === undefined ? [] : [`${word.chair}${word.colon}${nameOf(chair.unit)}`]),
    word.of(quorum),
    `${word.present}${word.colon}${listed(present)}`,
    `${word.absent}${word.colon}${listed(absent)}`,
    ...points.flatMap((one, n) => pointLines(one, n + 1, language, nameOf))
  ].join("\n")
}
