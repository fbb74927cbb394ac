import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import type * as Arguments from "../Arguments.ts"
import * as CaseBook from "../CaseBook.ts"
import * as Command from "../Command.ts"
import * as Intake from "../Intake.ts"
import type * as Look from "../Look.ts"
import * as Moment from "../Moment.ts"
import * as ProspectBook from "../ProspectBook.ts"
import * as Source from "../Source.ts"
import { OptionMissing } from "../UsageError.ts"

const { field } = Answer

const Tick = Schema.Struct({
  at: field(Schema.String, "the moment at which the clock did its work, in the time of the city"),
  told: field(Schema.Array(Schema.String), "cases that learned what a body agreed on or did about them"),
  dated: field(Schema.Array(Schema.String), "cases that are due otherwise than was recorded, or for the first time"),
  escalated: field(
    Schema.Array(
      Schema.Struct({
        case: field(Schema.String, "the case"),
        to: field(ProspectBook.Word, "the level it is at now"),
        breach: field(Schema.Boolean, "whether an ordinary matter left its building by it")
      })
    ),
    "cases that were overdue and went up a level"
  ),
  stuck: field(
    Schema.Array(
      Schema.Struct({
        case: field(Schema.String, "the case"),
        code: field(Schema.String, "why, for programs"),
        text: field(Answer.Sentence, "why, for people")
      })
    ),
    "cases the clock could do nothing for"
  )
})
type Tick = typeof Tick.Type

const ofStore = { store: Source.options.store, tenant: Source.options.tenant }

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  if (!given.values.has("store")) return yield* new OptionMissing({ command: "tick", options: ["--store"] })
  const { city } = yield* Source.opened(given, desk, { readOnly: false })
  const { at, offset } = yield* Moment.of(given, city)
  const { told, dated, escalated, stuck } = yield* city.casework.tick({ actor: Intake.actor })
  const [cases, settings] = [yield* city.casework.cases(), yield* city.casework.settings()]
  return Command.good<Tick>({
    at: Moment.text(at, offset),
    told,
    dated,
    escalated: escalated.flatMap((id) => {
      const known = cases.get(id)
      const last = known?.escalations.at(-1)
      if (known === undefined || last === undefined) return []
      const to = CaseBook.word(CaseBook.flowOf(settings, known)?.ladder, last.to)
      return [{ case: id, to, breach: last.breach }]
    }),
    stuck: stuck.map(({ case: id, failure }) => ({ case: id, code: failure.code, text: failure.text }))
  })
})

const show = ({ at, told, dated, escalated, stuck }: Tick, look: Look.Look): ReadonlyArray<string> => {
  const count = [told, dated, escalated, stuck].reduce((sum, all) => sum + all.length, 0)
  const breach = ` ${look.paint("red", look.label("一般问题出楼", "an ordinary matter that left its building"))}`
  return [
    `${look.paint("bold", look.label("时钟", "clock"))} ${look.paint("dim", Moment.brief(at))}`,
    ...(count === 0 ? look.say("没有要做的事。", "There was nothing to do.") : []),
    ...(told.length === 0
      ? []
      : [`${look.label("已告知议事结果", "learned what a body did")} ${told.length}: ${told.join(" ")}`]),
    ...(dated.length === 0
      ? []
      : [`${look.label("已记录到期时间", "due times recorded")} ${dated.length}: ${dated.join(" ")}`]),
    ...escalated.map(
      (one) => `${look.label("已上报", "went up")} ${one.case} → ${look.text(one.to.names)}${one.breach ? breach : ""}`
    ),
    ...stuck.flatMap(({ case: id, code, text }) =>
      look
        .say(text.zh, text.en)
        .map(
          (line) =>
            `${look.paint("yellow", look.label("未能处理", "could not be dealt with"))} ${id} ${look.text({ zh: line })} ${look.paint("dim", `[${code}]`)}`
        )
    )
  ]
}

/** `louyu tick` */
export const tick = Command.define<Tick>({
  name: "tick",
  about: {
    zh: "让时钟现在对存储中的案件工作：告知议事结果、记录到期时间、超期的上报一级；再做一次不会改变任何内容",
    en: "let the clock work on the cases of a store now: tell them what bodies did, record when they are due, take what is overdue one level up; doing it again changes nothing"
  },
  arguments: [],
  options: ofStore,
  examples: ["louyu tick --store sqlite:city.db"],
  answer: Tick,
  work,
  show
})
