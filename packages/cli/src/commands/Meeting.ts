import { BodyState, State } from "@louyu/casework"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import type * as Arguments from "../Arguments.ts"
import * as BodyBook from "../BodyBook.ts"
import * as CaseBook from "../CaseBook.ts"
import * as Command from "../Command.ts"
import type * as Look from "../Look.ts"
import * as MeetingFile from "../MeetingFile.ts"
import * as MeetingLines from "../MeetingLines.ts"
import * as Moment from "../Moment.ts"
import * as Source from "../Source.ts"
import { MinutesMissing } from "../UnknownError.ts"
import { ArgumentMissing } from "../UsageError.ts"

const { field } = Answer

const Answered = Schema.Struct({
  at: field(Schema.String, "the moment the answer holds for, in the time of the city"),
  as: field(Schema.NullOr(Schema.String), "the id of who looks; `null` when nobody said"),
  bodies: field(Schema.NullOr(Schema.Array(BodyBook.Body)), "without an id, every body; else `null`"),
  meeting: field(Schema.NullOr(MeetingFile.MeetingFile), "with an id, that meeting; else `null`")
})
type Answered = typeof Answered.Type

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const [named] = given.arguments
  const isWanted = given.switches.has("minutes")
  if (named === undefined && isWanted) return yield* new ArgumentMissing({ command: "meeting", argument: "meeting" })
  const city = yield* Source.city(given, desk)
  const book = yield* CaseBook.of(given, city)
  const { moment, person } = book
  const head = { at: Moment.text(moment.at, moment.offset), as: person ?? null }
  const state = yield* city.casework.bodies()
  if (named === undefined) {
    const waiting = new Map((yield* city.casework.agendas(moment.on)).map((one) => [one.body, one.cases]))
    const open = new Set(book.cases.filter(State.isOpen).map(({ raised }) => raised.case))
    const cases = (body: BodyState.Body) => (waiting.get(body.founded.body) ?? []).filter((id) => open.has(id))
    const bodies = [...BodyState.bodies(state)]
      .filter(({ founded }) => founded.on <= moment.on)
      .toSorted((a, b) => (a.founded.body < b.founded.body ? -1 : 1))
      .map((body) => BodyBook.of(book, body, cases(body)))
    return Command.good<Answered>({ ...head, bodies, meeting: null })
  }
  const meeting = MeetingFile.of(book, yield* MeetingFile.existing(state, named), isWanted)
  if (isWanted && meeting.minutes === null) return yield* new MinutesMissing({ meeting: meeting.id })
  return Command.good<Answered>({ ...head, bodies: null, meeting })
})

const show = ({ at, as, bodies, meeting }: Answered, look: Look.Look): ReadonlyArray<string> => {
  if (meeting !== null) {
    const { minutes } = meeting
    // Each document as it is: what reads Markdown joins what stands on one line.
    return minutes === null
      ? [
          ...MeetingLines.meeting(look, meeting),
          ...CaseBook.notice(look, as, meeting.points.filter(({ withheld }) => withheld).length)
        ]
      : look.say(minutes.zh, minutes.en).flatMap((text) => text.trimEnd().split("\n").concat(""))
  }
  const all = bodies ?? []
  return [
    `${look.paint("bold", look.label("议事组织", "bodies that deliberate"))} ${look.paint("dim", Moment.brief(at))} ${look.label(`${all.length} 个`, `${all.length}`)}`,
    ...all.flatMap((one) => ["", ...MeetingLines.body(look, one)])
  ]
}

/** `louyu meeting` */
export const meeting = Command.define<Answered>({
  name: "meeting",
  about: {
    zh: "一次会议的议题、到会、决定与任务；不写编号则列出各议事组织、未开会的月份、缺席位与未完成任务",
    en: "the agenda of a meeting, who came, what was decided and handed out; without an id, every body and what it lacks"
  },
  arguments: [
    {
      name: "meeting",
      optional: true,
      about: {
        zh: "会议编号；多个机构有同一编号时写 <议事组织>/<会议>",
        en: "the id of a meeting, or <body>/<meeting> where several bodies have such a one"
      }
    }
  ],
  options: {
    ...CaseBook.options,
    minutes: { about: { zh: "输出会议纪要（Markdown）", en: "print its minutes, as Markdown" } }
  },
  examples: [
    "louyu meeting --store sqlite:city.db",
    "louyu meeting m-11 --store sqlite:city.db",
    "louyu meeting hall/m-8 --store sqlite:city.db --minutes --lang zh > minutes.md"
  ],
  answer: Answered,
  work,
  show
})
