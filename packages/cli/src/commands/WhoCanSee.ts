import { Access } from "@louyu/roles"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import type * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Reader from "../Reader.ts"
import * as Rights from "../Rights.ts"
import * as Scene from "../Scene.ts"
import * as Source from "../Source.ts"
import * as Table from "../Table.ts"
import { ArgumentMissing } from "../UsageError.ts"

const { field } = Answer

const Subtree = Schema.Struct({
  unit: field(Answer.Unit, "the unit at the top"),
  level: field(Schema.Int, "the clearance the person has there, 0 to 4"),
  shown: field(Schema.Array(Schema.String), "the fields shown in full in it and in everything within it")
})

const WhoCanSee = Schema.Struct({
  on: Answer.On,
  class: field(Schema.String, "the class of records asked about"),
  className: field(Answer.Name, "its name"),
  purpose: field(Schema.String, "what they are read for"),
  unit: field(Schema.NullOr(Answer.Unit), "the unit the records belong to; `null` when subtrees were asked for"),
  people: field(
    Schema.NullOr(Schema.Array(Rights.Sight)),
    "everybody who can see something of them, or, with `--person`, what that person can see; `null` without a unit"
  ),
  person: field(Schema.NullOr(Schema.String), "the id of the person asked about, or `null` for everybody"),
  subtrees: field(
    Schema.NullOr(Schema.Array(Subtree)),
    "where that person sees fields in full; what shows only masked is not told of; `null` with a unit"
  )
})
type WhoCanSee = typeof WhoCanSee.Type

// A class or purpose the city's policy does not know is a mistake and never an empty answer.
const recordsAsked = Effect.fnUntraced(function* (given: Arguments.Given, { policy }: Scene.Scene) {
  const named = yield* Effect.fromResult(Arguments.required(given, "class"))
  const purpose = yield* Effect.fromResult(Arguments.required(given, "purpose"))
  const known = policy.classes.find(({ id }) => id === named)
  if (known === undefined) {
    const ids = policy.classes.map(({ id }) => id)
    return yield* Effect.fromResult(OptionValue.notOneOf("class", named, ids))
  }
  const { id, names, purposes } = known
  if (!purposes.includes(purpose)) return yield* Effect.fromResult(OptionValue.notOneOf("purpose", purpose, purposes))
  return { class: id, className: names, purpose }
})

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const [named] = given.arguments
  const who = given.values.get("person")
  if (named === undefined && who === undefined) {
    return yield* new ArgumentMissing({ command: given.command, argument: "unit" })
  }
  for (const option of ["class", "purpose"]) yield* Effect.fromResult(Arguments.required(given, option))
  const person = who === undefined ? undefined : yield* Reader.personOf(who)
  const city = yield* Source.city(given, desk)
  const scene = yield* Scene.of(city, yield* Source.date(given, city))
  const records = yield* recordsAsked(given, scene)
  const unit = named === undefined ? undefined : yield* Naming.existing(scene.view, named)
  const { view, directory, policy } = scene
  const about = { on: scene.on, ...records, person: person ?? null }
  if (unit !== undefined) {
    const request = { unit, class: records.class, purpose: records.purpose }
    const people = person === undefined ? Rights.sights(scene, request) : [Rights.sightOf(scene, person, request)]
    return Command.good<WhoCanSee>({ ...about, unit: Naming.unit(view, unit), people, subtrees: null })
  }
  const visible = person === undefined ? [] : Access.visible(directory, policy, person, records.class, records.purpose)
  const subtrees = visible.map(({ unit: top, level, shown }) => ({ unit: Naming.unit(view, top), level, shown }))
  return Command.good<WhoCanSee>({ ...about, unit: null, people: null, subtrees })
})

const outcomes = {
  allow: ["green", "全部", "all"],
  mask: ["yellow", "部分", "part"],
  deny: ["red", "不可见", "nothing"]
} as const

const peopleLines = (look: Look.Look, people: ReadonlyArray<Rights.Sight>): ReadonlyArray<string> => {
  const rows = people.map(({ person, outcome, fields }) => {
    const [style, zh, en] = outcomes[outcome]
    const of = (showing: Rights.FieldShown["showing"]) =>
      fields
        .filter((one) => one.showing === showing)
        .map((one) => one.field)
        .join(" ")
    const rights = new Set(fields.flatMap(({ right }) => (right === null ? [] : [Rights.line(look, right)])))
    return [person, look.paint(style, look.label(zh, en)), of("show"), of("mask"), [...rights].join("; ")]
  })
  return Table.lines(
    [
      { head: look.label("人员", "person") },
      { head: look.label("可见", "sees") },
      { head: look.label("原文", "in full") },
      { head: look.label("脱敏", "masked") },
      { head: look.label("依据", "by what right") }
    ],
    rows,
    (text) => look.paint("dim", text)
  )
}

// Of one person also what they do not see is of interest, and why.
const hiddenLines = (look: Look.Look, { fields }: Rights.Sight): ReadonlyArray<string> => {
  const lacking = fields.flatMap((one) =>
    one.missing === null ? [] : [[one.field, Rights.missing(look, one.missing)]]
  )
  return lacking.length === 0
    ? []
    : [
        "",
        ...Table.lines(
          [{ head: look.label("未全部显示的字段", "not in full") }, { head: look.label("原因", "because") }],
          lacking,
          (text) => look.paint("dim", text)
        )
      ]
}

const subtreeLines = (look: Look.Look, subtrees: NonNullable<WhoCanSee["subtrees"]>): ReadonlyArray<string> =>
  subtrees.length === 0
    ? look.say("没有任何原文可见之处。", "There is nothing this person sees in full anywhere.")
    : Table.lines(
        [
          { head: look.label("单元及其以下", "unit and all within it") },
          { head: look.label("级别", "level"), align: "right" },
          { head: look.label("原文", "in full") }
        ],
        subtrees.map(({ unit, level, shown }) => [Naming.line(look, unit), `${level}`, shown.join(" ")]),
        (text) => look.paint("dim", text)
      )

const show = (answer: WhoCanSee, look: Look.Look): ReadonlyArray<string> => {
  const { on, className, purpose, unit, people, person, subtrees } = answer
  const heading = Naming.heading(look, "谁能看", "who can see", on)
  const about = `${look.text(className)} · ${purpose}${person === null ? "" : ` · ${person}`}`
  const where = unit === null ? "" : ` ${Naming.line(look, unit)}`
  const nobody = look.say("没有人能看到。", "Nobody can see anything of it.")
  const [only] = person === null ? [] : (people ?? [])
  return [
    `${heading} ${about}${where}`,
    ...(people === null ? [] : people.length === 0 ? nobody : peopleLines(look, people)),
    ...(only === undefined ? [] : hiddenLines(look, only)),
    ...(subtrees === null ? [] : subtreeLines(look, subtrees))
  ]
}

/** `louyu who-can-see` */
export const whoCanSee = Command.define<WhoCanSee>({
  name: "who-can-see",
  about: {
    zh: "某处的某类记录谁能看、看到多少、凭什么；或某人能看哪些地方",
    en: "who can see records of a class at a unit, how much and by what right; or where a person can see them"
  },
  arguments: [
    {
      name: "unit",
      about: {
        zh: "记录所属单元的编号；只问 --person 能看哪里时不写",
        en: "the unit the records belong to; left out to ask where --person can see them"
      },
      optional: true
    }
  ],
  options: {
    ...Source.options,
    class: { value: "<class>", about: { zh: "记录类别，如 contact", en: "the class of records, such as contact" } },
    purpose: { value: "<purpose>", about: { zh: "目的，如 service", en: "what they are read for, such as service" } },
    person: {
      value: "<person>",
      about: {
        zh: "只问此人：能看什么、缺什么；不写单元则列出能看的地方",
        en: "only this person; without a unit, where"
      }
    }
  },
  examples: [
    "louyu who-can-see tower-1 --class contact --purpose service --store sqlite:city.db",
    "louyu who-can-see tower-1 --class contact --purpose service --person p-7 --store sqlite:city.db",
    "louyu who-can-see --person p-7 --class contact --purpose service --store sqlite:city.db"
  ],
  answer: WhoCanSee,
  work,
  show
})
