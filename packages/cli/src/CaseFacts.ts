import { Ageing, Deadlines, Duplicates, Flow, State } from "@louyu/casework"
import { Text } from "@louyu/kernel"
import { Routing } from "@louyu/roles"
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import { CaseRoute } from "louyu"
import type * as Answer from "./Answer.ts"
import * as CaseBook from "./CaseBook.ts"
import type * as CaseFile from "./CaseFile.ts"
import * as CaseRow from "./CaseRow.ts"
import * as Moment from "./Moment.ts"
import * as Naming from "./Naming.ts"
import * as Posts from "./Posts.ts"
import * as Reasons from "./Reasons.ts"
import * as Chinese from "./story/Chinese.ts"
import * as English from "./story/English.ts"

/** The matter of a case that may be shown. */
export const matter = (book: CaseBook.CaseBook, known: State.CaseKnown): CaseFile.Matter => {
  const { raised, scope, difficulty, route, handler, merged, absorbed, tasks } = known
  const { scene, moment, settings } = book
  return {
    text: raised.text ?? null,
    by: CaseRow.party(book, raised.by),
    behalfOf: raised.behalfOf === undefined ? null : CaseRow.party(book, raised.behalfOf),
    channel: CaseBook.word(CaseBook.flowOf(settings, known)?.channels, raised.channel),
    reference: raised.reference ?? null,
    scope: scope ?? null,
    difficulty: difficulty ?? null,
    route: route === undefined ? null : CaseBook.post(book, route),
    handler: handler === undefined ? null : Naming.unit(scene.view, handler),
    mergedInto: merged?.into ?? null,
    absorbed: absorbed.map((one) => one.case),
    tasks: tasks.map(({ task, department, what, lead, finished }) => ({
      id: task,
      department: Naming.unit(scene.view, department),
      what,
      lead,
      finished: finished === undefined ? null : Moment.text(finished.at, moment.offset)
    }))
  }
}

/** The stages a case was at, with how long. */
export const steps = (
  { moment, settings }: CaseBook.CaseBook,
  known: State.CaseKnown
): ReadonlyArray<CaseFile.Step> => {
  const flow = CaseBook.flowOf(settings, known)
  return known.steps.map(({ stage, level, from, how }, at) => {
    const next = known.steps[at + 1]?.from
    const end = next ?? (State.isOpen(known) ? moment.at : undefined)
    return {
      stage: CaseBook.word(flow?.stages, stage),
      level: CaseBook.word(flow?.ladder, level),
      how,
      from: Moment.text(from, moment.offset),
      to: next === undefined ? null : Moment.text(next, moment.offset),
      minutes: end === undefined ? null : Math.floor(Ageing.spent(known, from, end) / 60_000)
    }
  })
}

/** When a case is due, and why the calendar does not tell when it does not. */
export const due = (
  { moment, settings, calendar }: CaseBook.CaseBook,
  known: State.CaseKnown
): { readonly due: CaseFile.Due | null; readonly obstacle: typeof Answer.Sentence.Type | null } => {
  const flow = CaseBook.flowOf(settings, known)
  const reckoned = flow === undefined ? undefined : Deadlines.of(flow, calendar, known)
  const obstacle = reckoned !== undefined && Result.isFailure(reckoned) ? reckoned.failure.text : null
  if (known.due === undefined || known.standing !== "open") return { due: null, obstacle }
  const term = (part: Deadlines.Part): CaseFile.Term | null => {
    const found = known.due?.[part]
    if (found === undefined) return null
    const within = flow && Deadlines.limit(flow, known, part)?.within
    return {
      by: Moment.text(found.by, moment.offset),
      warn: found.warn === undefined ? null : Moment.text(found.warn, moment.offset),
      within: within === undefined ? null : { zh: Chinese.length(within), en: English.length(within) }
    }
  }
  const { id, version } = known.due.calendar
  const kept = known.story.findLast((event) => event._tag === "DueRecorded")
  return {
    due: {
      stage: term("stage"),
      whole: term("whole"),
      calendar: `${id} ${version}`,
      kept: kept?._tag === "DueRecorded" && Equal.equals(kept.due, known.due)
    },
    obstacle
  }
}

const missing = ({ evidence, plans }: State.CaseKnown, move: Flow.Move | undefined): ReadonlyArray<string> => [
  ...(move?.evidence ?? []).filter((one) => !evidence.includes(one)),
  ...(move?.cleared === true && !plans.some(({ approved }) => approved !== undefined) ? ["plan"] : [])
]

const reasons = ({ closings, followUp }: Flow.Flow, { stage, asked }: State.CaseKnown): CaseFile.Next["reasons"] =>
  closings
    .filter(({ from, waivesFollowUp }) => {
      const isOffered = from === undefined || from.includes(stage)
      return isOffered && (followUp === "waived" || waivesFollowUp === true || asked)
    })
    .map(({ id, names }) => ({ id, names }))

const alone = (action: string, zh: string, en: string, until: string | null = null): CaseFile.Next => ({
  action,
  text: { zh, en },
  to: null,
  missing: [],
  reasons: [],
  until
})

/** What may be done with a case next, as its flow allows. */
export const next = ({ moment, settings }: CaseBook.CaseBook, known: State.CaseKnown): ReadonlyArray<CaseFile.Next> => {
  const flow = CaseBook.flowOf(settings, known)
  if (flow === undefined) return []
  const { standing, stage } = known
  if (standing === "suspended") return [alone("resume", "继续办理", "let it go on")]
  if (standing === "merged") return [alone("unmerge", "撤销并案", "take the merge back")]
  if (standing !== "open") {
    const until = Moment.lastDay(State.closure(known)?.at, flow.reopen?.withinDays, moment.offset)
    return until !== undefined && moment.on <= until
      ? [alone("reopen", `重新办理（${until} 前）`, `take it up again, up to ${until}`, until)]
      : []
  }
  const moves = Flow.allowed(flow, stage).map((action): CaseFile.Next => {
    const move = Flow.move(flow, action, stage)
    return {
      action,
      text: { zh: Chinese.actions[action], en: English.actions[action] },
      to: move === undefined ? null : CaseBook.word(flow.stages, move.to),
      missing: missing(known, move),
      reasons: action === "close" ? reasons(flow, known) : [],
      until: null
    }
  })
  const above = Flow.above(flow, known.level)
  const up = above && alone("escalate", `上报${above.names.zh}`, `take it up to ${Text.read(above.names, "en")}`)
  return up === undefined ? moves : [...moves, up]
}

/** The cases that look like the same matter and may be shown, the most alike first. Source: R5-11. */
export const alike = (
  book: CaseBook.CaseBook,
  { raised, category }: State.CaseKnown
): ReadonlyArray<CaseFile.Alike> => {
  const shown = book.cases.filter((known) => CaseBook.isShown(book, known))
  const titles = new Map(shown.map((known) => [known.raised.case, known.raised.title]))
  const { case: id, place, title } = raised
  return Duplicates.suggest({ case: id, place, title, ...(category === undefined ? {} : { category }) }, shown).map(
    ({ of, likeness, over }) => ({ id: of, title: titles.get(of) ?? of, likeness, over })
  )
}

/** Who answers for a case, and why. Source: R5-20. */
export const whose = ({ settings, scene }: CaseBook.CaseBook, known: State.CaseKnown): CaseFile.Whose => {
  const { by, level, post, answers, steps } = CaseRoute.of(settings, scene.directory, known)
  const matter = { matter: known.category ?? Routing.general, unit: known.raised.place }
  return {
    by,
    level: CaseBook.word(CaseBook.flowOf(settings, known)?.ladder, level),
    post: post === undefined ? null : Posts.answer(scene, post),
    answers,
    steps: Reasons.of(scene, { steps, matter })
  }
}
