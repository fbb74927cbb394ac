import { StayBook, Staying } from "@louyu/recruitment"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as OptionValue from "../OptionValue.ts"
import * as ProspectBook from "../ProspectBook.ts"
import * as Source from "../Source.ts"
import * as StayList from "../StayList.ts"
import * as Table from "../Table.ts"
import { percent } from "./Coverage.ts"

const { field } = Answer

const Answered = Schema.Struct({
  on: Answer.On,
  as: field(Schema.NullOr(ProspectBook.Looking), "who looks; `null` when nobody said, and then no prospect is named"),
  days: field(Answer.Count, "terms that end within so many days count as expiring"),
  onlyExpiring: field(Schema.Boolean, "whether only those were asked for"),
  offices: field(Schema.Array(StayList.Office), "the offices open on the date, by id"),
  expiring: field(Answer.Count, "how many terms end within those days, or are over"),
  stays: field(
    Schema.Array(StayList.Stay),
    "stays that have not ended, the most urgent first, those without a term last"
  ),
  settlement: field(
    Schema.Struct({
      definition: field(Schema.String, "what is counted: of stays that ended, how many firms settled"),
      ended: field(Answer.Count, "stays that ended by the date"),
      settled: field(Answer.Count, "of these, in how many the firm settled"),
      left: field(Answer.Count, "and in how many it left"),
      running: field(Answer.Count, "stays that go on, which are no part of the rate"),
      rate: field(Schema.NullOr(Schema.Finite), "settled by ended; `null` when none has ended"),
      daysToDecision: field(Schema.NullOr(Schema.Finite), "the middle number of days of those that ended")
    }),
    "what became of stays"
  )
})
type Answered = typeof Answered.Type

const usualDays = 30

const within = (given: Arguments.Given): Result.Result<number | undefined, Arguments.UsageError> => {
  const value = given.values.get("expiring")
  if (value === undefined) return Result.succeed(undefined)
  const [, days] = /^(\d{1,5})(?:d|天)?$/u.exec(value) ?? []
  return days === undefined ? OptionValue.notDays("expiring", value) : Result.succeed(Number(days))
}

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const asked = yield* Effect.fromResult(within(given))
  const city = yield* Source.city(given, desk)
  const book = yield* ProspectBook.of(given, city, yield* Source.date(given, city))
  const known = yield* city.recruitment.stays()
  const { on } = book
  const days = asked ?? usualDays
  // Whatever has a term, the most urgent first; then what has none.
  const terms = Staying.expiring(known, on, Number.POSITIVE_INFINITY)
  const withTerm = new Set(terms.map(({ stay }) => stay))
  const others = [...StayBook.stays(known)]
    .filter(
      ({ started, ended }) =>
        started.from <= on && (ended === undefined || ended.on > on) && !withTerm.has(started.stay)
    )
    .toSorted((a, b) => (a.started.stay < b.started.stay ? -1 : 1))
  const stays = [
    ...terms.map((term) => StayList.stay(book, term.known, term, days)),
    ...others.map((one) => StayList.stay(book, one, undefined, days))
  ]
  const { as: definition, ended, settled, left, running, rate, daysToDecision } = Staying.settlement(known, on)
  return Command.good<Answered>({
    on,
    as: ProspectBook.looking(book),
    days,
    onlyExpiring: asked !== undefined,
    offices: Staying.utilisation(known, on).map((used) => StayList.office(book, known, used)),
    expiring: stays.filter(({ expiring }) => expiring).length,
    stays: asked === undefined ? stays : stays.filter(({ expiring }) => expiring),
    settlement: {
      definition,
      ended,
      settled,
      left,
      running,
      rate: rate ?? null,
      daysToDecision: daysToDecision ?? null
    }
  })
})

const officeLines = (look: Look.Look, { offices }: Answered): ReadonlyArray<string> =>
  offices.length === 0
    ? look.say("当日没有过渡办公空间。", "No transitional office is open.")
    : Table.lines(
        [
          { head: look.label("空间", "office") },
          { head: look.label("地点", "place") },
          { head: look.label("工位", "seats"), align: "right" },
          { head: "", align: "right" },
          { head: look.label("房间", "rooms"), align: "right" },
          { head: "", align: "right" },
          { head: look.label("家数", "firms"), align: "right" }
        ],
        offices.map(({ names, place, has, taken, seatRate, roomRate, guests }) => [
          look.text(names),
          look.text(place.name),
          `${taken.seats}/${has.seats}`,
          percent(seatRate),
          `${taken.rooms}/${has.rooms}`,
          percent(roomRate),
          `${guests}`
        ]),
        (text) => look.paint("dim", text)
      )

const stayLines = (look: Look.Look, { stays, onlyExpiring, days }: Answered): ReadonlyArray<string> => {
  if (stays.length > 0) return StayList.lines(look, stays)
  return onlyExpiring
    ? look.say(`${days} 天内没有到期的。`, `No term ends within ${Look.many(days, "day")}.`)
    : look.say("没有在办公的企业。", "Nobody is there.")
}

const show = (answer: Answered, look: Look.Look): ReadonlyArray<string> => {
  const { on, as, days, expiring, settlement } = answer
  const { ended, settled, running, rate, daysToDecision } = settlement
  const middle =
    daysToDecision === null
      ? ""
      : ` · ${look.label(`中位 ${daysToDecision} 天`, `${daysToDecision} days in the middle`)}`
  return [
    `${Naming.heading(look, "过渡办公", "stays", on)} ${look.label(`${days} 天内到期 ${expiring} 家`, `${expiring} expiring within ${Look.many(days, "day")}`)}`,
    ...officeLines(look, answer),
    "",
    ...stayLines(look, answer),
    "",
    `${look.label("已结束的落户率", "settled of those that ended")} ${percent(rate)} (${settled}/${ended})${middle} · ${look.label(`在办公 ${running} 家，不计入`, `${running} go on and do not count`)}`,
    ...ProspectBook.notice(look, as)
  ]
}

/** `louyu stays` */
export const stays = Command.define<Answered>({
  name: "stays",
  about: {
    zh: "过渡办公空间用了多少、谁在办公、谁将到期，结束的有多少落户",
    en: "how much of transitional offices is taken, who is there, whose term ends, and how many of those that ended settled"
  },
  arguments: [],
  options: {
    ...Source.options,
    ...ProspectBook.options,
    expiring: {
      value: "<days>",
      about: {
        zh: "只列出这些天内到期或已过期的，如 30d",
        en: "only those whose term ends within so many days, or is over: 30d"
      }
    }
  },
  examples: ["louyu stays --store sqlite:city.db", "louyu stays --store sqlite:city.db --expiring 30d"],
  answer: Answered,
  work,
  show
})
