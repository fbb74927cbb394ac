import { State } from "@louyu/casework"
import * as Effect from "effect/Effect"
import * as Arguments from "../Arguments.ts"
import * as CaseBook from "../CaseBook.ts"
import * as CaseFacts from "../CaseFacts.ts"
import * as CaseFile from "../CaseFile.ts"
import * as CaseLines from "../CaseLines.ts"
import * as CaseRow from "../CaseRow.ts"
import * as CaseStory from "../CaseStory.ts"
import * as Command from "../Command.ts"
import type * as Look from "../Look.ts"
import * as Moment from "../Moment.ts"

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const book = yield* CaseBook.opened(given, desk)
  const known = yield* CaseBook.existing(book, Arguments.argument(given, 0))
  const { moment, settings } = book
  const isShown = CaseBook.isShown(book, known)
  const ladder = CaseBook.flowOf(settings, known)?.ladder
  return Command.good<CaseFile.CaseFile>({
    at: Moment.text(moment.at, moment.offset),
    as: book.person ?? null,
    case: CaseRow.of(book, known),
    matter: isShown ? CaseFacts.matter(book, known) : null,
    steps: CaseFacts.steps(book, known),
    ...CaseFacts.due(book, known),
    pauses: known.pauses.map(({ from, to }) => ({
      from: Moment.text(from, moment.offset),
      to: to === undefined ? null : Moment.text(to, moment.offset)
    })),
    escalations: known.escalations.map(({ at, from, to, cause, breach }) => ({
      at: Moment.text(at, moment.offset),
      from: CaseBook.word(ladder, from),
      to: CaseBook.word(ladder, to),
      cause,
      breach
    })),
    whose: isShown && State.isOpen(known) ? CaseFacts.whose(book, known) : null,
    next: CaseFacts.next(book, known),
    alike: isShown ? CaseFacts.alike(book, known) : [],
    story: isShown ? CaseStory.of(book, known) : []
  })
})

const show = (answer: CaseFile.CaseFile, look: Look.Look): ReadonlyArray<string> => {
  const { at, as, case: row, pauses } = answer
  const where = [CaseRow.standing(look, row.standing), look.text(row.stage.names), look.text(row.level.names)]
  const waits = pauses.map(({ from, to }) => `${Moment.brief(from)} – ${to === null ? "" : Moment.brief(to)}`.trimEnd())
  return [
    `${look.paint("bold", `${look.label("案件", "case")} ${row.id}`)} ${look.paint("dim", Moment.brief(at))}`,
    look.paint("bold", CaseRow.title(look, row)),
    `${look.text(row.flow.names)} · ${where.join(" · ")} · ${CaseRow.urgency(look, row.urgency)}`,
    ...CaseLines.matter(look, answer),
    ...CaseLines.task(look, answer),
    "",
    ...CaseLines.step(look, answer),
    ...(waits.length === 0
      ? []
      : [`${look.label("等待提出人", "waited for whoever raised it")}: ${waits.join(" · ")}`]),
    ...CaseLines.due(look, answer),
    "",
    ...CaseLines.whose(look, answer),
    ...CaseLines.next(look, answer),
    ...CaseLines.alike(look, answer),
    ...(answer.story.length === 0
      ? []
      : ["", look.paint("bold", look.label("经过", "what happened")), ...CaseLines.story(look, answer)]),
    ...CaseBook.notice(look, as, row.withheld ? 1 : 0)
  ]
}

/** `louyu case` */
export const caseCommand = Command.define<CaseFile.CaseFile>({
  name: "case",
  about: {
    zh: "一件案件的全部经过：每一步、时限、由谁办理及缘由、现在可以做什么",
    en: "the whole story of a case: every step, when it is due, who answers and why, and what may be done now"
  },
  arguments: [{ name: "case", about: { zh: "案件编号", en: "the id of the case" } }],
  options: CaseBook.options,
  examples: [
    "louyu case c-17 --store sqlite:city.db",
    "louyu case c-17 --store sqlite:city.db --on 2024-05-06 --as p-7"
  ],
  answer: CaseFile.CaseFile,
  work,
  show
})
