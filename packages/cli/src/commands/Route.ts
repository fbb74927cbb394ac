import { Routing } from "@louyu/roles"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Display from "../Display.ts"
import type { Look } from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Posts from "../Posts.ts"
import * as Reasons from "../Reasons.ts"
import * as Scene from "../Scene.ts"
import * as Source from "../Source.ts"
import * as Table from "../Table.ts"

const { field } = Answer

const Rung = Schema.Struct({
  post: field(Posts.Post, "the post"),
  holders: field(Schema.Array(Posts.Holder), "who answers for it; nobody when it is vacant")
})

const Route = Schema.Struct({
  on: Answer.On,
  matter: field(Schema.String, "the category of the matter"),
  unit: field(Answer.Unit, "the unit it is about"),
  responsible: field(Schema.NullOr(Posts.Post), "the post it belongs to; `null` when none is for it"),
  at: field(
    Schema.NullOr(Posts.Post),
    "the post whose people answer: another than the responsible one while that is vacant; `null` when nobody answers"
  ),
  answers: field(Schema.Array(Schema.String), "the ids of those who answer"),
  steps: field(Schema.Array(Reasons.Reason), "why it came to them, step by step"),
  ladder: field(Schema.Array(Rung), "the posts it climbs when it cannot be settled, the lowest first")
})
type Route = typeof Route.Type

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const matter = yield* Effect.fromResult(OptionValue.text(given, "matter"))
  const named = yield* Effect.fromResult(Arguments.required(given, "at"))
  const city = yield* Source.city(given, desk)
  const scene = yield* Scene.of(city, yield* Source.date(given, city))
  const unit = yield* Naming.existing(scene.view, named)
  const { directory } = scene
  const found = Routing.route(directory, { matter, unit })
  const { responsible, at, answers } = found
  return Command.good<Route>({
    on: scene.on,
    matter,
    unit: Naming.unit(scene.view, unit),
    responsible: responsible === undefined ? null : Posts.answer(scene, responsible),
    at: at === undefined ? null : Posts.answer(scene, at),
    answers,
    steps: Reasons.of(scene, found),
    ladder: Routing.ladder(directory, { matter, unit }).map((rung) => ({
      post: Posts.answer(scene, rung.post),
      holders: Posts.holders(scene, rung)
    }))
  })
})

const outcome = (look: Look, { responsible, at, answers }: Route): ReadonlyArray<string> => {
  const rows = [
    [look.label("负责岗位", "responsible"), responsible === null ? "—" : Posts.line(look, responsible)],
    ...(at === null
      ? []
      : [
          [look.label("办理岗位", "answered at"), Posts.line(look, at)],
          [look.label("办理人", "who answers"), look.paint("green", answers.join(" "))]
        ])
  ]
  return [
    ...Table.lines([{ head: "" }, { head: "" }], rows),
    ...(answers.length > 0
      ? []
      : look
          .say(
            "目前无人办理：自此处至最上级，没有一个相关岗位有人。",
            "Nobody answers: from here to the top, no post it could go to has anybody on it."
          )
          .map((line) => look.paint("red", line)))
  ]
}

const numbered = (look: Look, steps: Route["steps"]): ReadonlyArray<string> =>
  steps.flatMap(({ text }, i) =>
    look.say(text.zh, text.en).map((line, j) => `${j === 0 ? `${i + 1}.`.padStart(3) : "   "} ${Display.plain(line)}`)
  )

const climb = (look: Look, ladder: Route["ladder"]): ReadonlyArray<string> =>
  Table.lines(
    [
      { head: "", align: "right" },
      { head: look.label("岗位", "post") },
      { head: look.label("单元", "unit") },
      { head: look.label("担任人", "holder") },
      { head: look.label("方式", "by") }
    ],
    ladder.flatMap(({ post, holders }, i) => {
      const rung = [`${i + 1}.`, look.text(post.roleName), Naming.line(look, post.unit)]
      return holders.length === 0
        ? [[...rung, look.paint("red", Posts.fillingLabel(look, "vacant")), ""]]
        : holders.map((one, j) => [...(j === 0 ? rung : ["", "", ""]), one.person, Posts.right(look, one)])
    }),
    (text) => look.paint("dim", text)
  )

const show = (answer: Route, look: Look): ReadonlyArray<string> => {
  const { on, matter, unit, steps, ladder } = answer
  const about = Display.plain(matter)
  return [
    `${Naming.heading(look, `“${about}”归谁办`, `route of "${about}"`, on)} ${Naming.line(look, unit)}`,
    ...outcome(look, answer),
    "",
    look.paint("bold", look.label("为什么", "why")),
    ...numbered(look, steps),
    "",
    look.paint("bold", look.label("办不了时逐级上报", "when it cannot be settled it climbs to")),
    ...(ladder.length === 0
      ? look.say("没有为此规定上报的岗位。", "No posts are laid down for it to climb to.")
      : climb(look, ladder))
  ]
}

/** `louyu route` */
export const route = Command.define<Route>({
  name: "route",
  about: {
    zh: "某事项在某处归谁办，为什么，办不了再找谁",
    en: "who answers for a matter at a unit, why, and to whom it climbs"
  },
  arguments: [],
  options: {
    ...Source.options,
    matter: {
      value: "<matter>",
      about: {
        zh: "事项类别，如 parking；没有专管岗位的按一般事项办",
        en: "its category; one no post is for is general"
      }
    },
    at: { value: "<unit>", about: { zh: "事项所在单元的编号", en: "the id of the unit it is about" } }
  },
  examples: ["louyu route --matter parking --at tower-1 --store sqlite:city.db"],
  answer: Route,
  work,
  show
})
