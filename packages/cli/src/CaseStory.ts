import type { Case, Flow, State } from "@louyu/casework"
import { type Instant, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as CaseBook from "./CaseBook.ts"
import * as Moment from "./Moment.ts"
import * as Chinese from "./story/Chinese.ts"
import * as English from "./story/English.ts"
import type { Told } from "./story/Told.ts"

const { field } = Answer

/** A fact of a case. */
export const Fact = Schema.Struct({
  at: field(Schema.String, "when, in the time of the city"),
  fact: field(Schema.String, "what sort of fact, for programs"),
  text: field(Answer.Sentence, "who did what, and why, for people")
})
export type Fact = typeof Fact.Type

const lengths = { zh: Chinese.length, en: English.length }
const separators = { zh: "、", en: ", " }

/** The words of one language for what the facts of a case name. */
export const words = (book: CaseBook.CaseBook, known: State.CaseKnown, language: Text.Language): Told => {
  const flow: Partial<Flow.Flow> = CaseBook.flowOf(book.settings, known) ?? {}
  const read = (list: Parameters<typeof CaseBook.word>[0], id: string) =>
    Text.read(CaseBook.word(list, id).names, language)
  const unit: Told["unit"] = (id) => Text.read(CaseBook.unitName(book, id), language)
  const party = ({ unit: body, person }: Case.Party): string =>
    [...(body === undefined ? [] : [unit(body)]), ...(person === undefined ? [] : [person])].join(" ")
  return {
    unit,
    units: (ids) => ids.map(unit).join(separators[language]),
    party,
    stage: (id) => read(flow.stages, id),
    level: (id) => read(flow.ladder, id),
    category: (id) => read(flow.categories, id),
    post: (id) => Text.read(CaseBook.post(book, id).names, language),
    channel: (id) => read(flow.channels, id),
    rejection: (id) => read(flow.rejections, id),
    closing: (id) => read(flow.closings, id),
    time: (at: Instant.Instant) => Moment.brief(Moment.text(at, book.moment.offset)),
    length: lengths[language]
  }
}

/** Every fact of a case, the first one first, told in both languages. */
export const of = (book: CaseBook.CaseBook, known: State.CaseKnown): ReadonlyArray<Fact> => {
  const [zh, en] = [words(book, known, "zh"), words(book, known, "en")]
  return known.story.map((event) => ({
    at: Moment.text(event.at, book.moment.offset),
    fact: event._tag,
    text: { zh: Chinese.sentence(event, zh), en: English.sentence(event, en) }
  }))
}
