import { CivilDate } from "@louyu/kernel"
import { Completeness } from "@louyu/roles"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Posts from "../Posts.ts"
import * as Reader from "../Reader.ts"
import * as Scene from "../Scene.ts"
import * as SchemesInForce from "../SchemesInForce.ts"
import * as Source from "../Source.ts"
import * as Table from "../Table.ts"
import * as Tenures from "../Tenures.ts"

const { field } = Answer

const Holder = Schema.Struct({ ...Posts.Holder.fields, ...Reader.Named.fields })

const Staffed = Schema.Struct({
  scheme: field(Schema.String, "the id of its role scheme"),
  role: field(Schema.String, "the code of its role"),
  roleName: field(Answer.Name, "the name of its role"),
  rank: field(Schema.Literals(["head", "staff"]), "whether it is one of the heads"),
  minimum: field(Answer.Count, "how many holders it needs"),
  maximum: field(Schema.NullOr(Answer.Count), "how many it may have, or `null` for any number"),
  filling: field(Posts.Filling, "how it is filled"),
  vacantSince: field(Schema.NullOr(CivilDate.CivilDate), "since when it is vacant, when that is known"),
  holders: field(Schema.Array(Holder), "who answers for it")
})
type Staffed = typeof Staffed.Type

const Roster = Schema.Struct({
  on: Answer.On,
  unit: field(Answer.Unit, "the unit asked about"),
  posts: field(Answer.Count, "how many posts it and the units within it have"),
  reading: field(
    Schema.NullOr(Reader.Reading),
    "by whose right names are shown, or `null` when nobody asked for names"
  ),
  schemes: field(Schema.Array(SchemesInForce.InForce), "the role schemes in force"),
  units: field(
    Schema.Array(
      Schema.Struct({
        unit: field(Answer.Unit, "the unit"),
        posts: field(Schema.Array(Staffed), "its posts, heads first")
      })
    ),
    "the units that have posts, the one asked about first"
  ),
  history: field(
    Schema.NullOr(Schema.Array(Tenures.Tenure)),
    "everybody who ever held the role of `--history`, oldest first; `null` without it"
  )
})
type Roster = typeof Roster.Type

type Names = ReadonlyMap<string, Reader.Named>

const staffed = (scene: Scene.Scene, names: Names, filling: Completeness.PostFilling): Staffed => {
  const { at, filling: how, holders, vacantSince } = filling
  const { role } = at
  return {
    scheme: at.post.scheme,
    role: role.code,
    roleName: role.names,
    rank: role.rank,
    minimum: role.minimum,
    maximum: role.maximum ?? null,
    filling: how,
    vacantSince: vacantSince ?? null,
    holders: Posts.holders(scene, at, holders).map((one) => ({ ...one, ...names.get(one.person) }))
  }
}

const byUnit = (scene: Scene.Scene, names: Names, fillings: ReadonlyArray<Completeness.PostFilling>) =>
  [...Map.groupBy(fillings, ({ at }) => at.post.unit)].map(([unit, of]) => ({
    unit: Naming.unit(scene.view, unit),
    posts: of
      .map((one) => staffed(scene, names, one))
      .toSorted((a, b) => Number(b.rank === "head") - Number(a.rank === "head"))
  }))

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const opened = yield* Reader.open(given, desk)
  const { city, reading = null } = opened
  const scene = yield* Scene.of(city, yield* Source.date(given, city))
  const id = yield* Naming.existing(scene.view, Arguments.argument(given, 0))
  const role = yield* Effect.fromResult(OptionValue.oneOf(given, "history", Tenures.roles(scene)))
  const { directory, view, on } = scene
  const fillings = Completeness.of(directory, id)
  const tenures = role === undefined ? [] : Tenures.of(scene, directory.places.within(id, on), role)
  const people = [...fillings.flatMap(({ holders }) => holders), ...tenures].map(({ person }) => person)
  const names = yield* Reader.names(opened, people, desk)
  return Command.good<Roster>({
    on,
    unit: Naming.unit(view, id),
    posts: fillings.length,
    reading,
    schemes: SchemesInForce.of(scene, fillings),
    units: byUnit(scene, names, fillings),
    history: role === undefined ? null : tenures.map((one) => ({ ...one, ...names.get(one.person) }))
  })
})

const rows = (look: Look.Look, post: Staffed, isNamed: boolean): ReadonlyArray<ReadonlyArray<string>> => {
  const { roleName, rank, minimum, maximum, filling, vacantSince, holders } = post
  const title = rank === "head" ? look.paint("bold", look.text(roleName)) : look.text(roleName)
  const blank = isNamed ? [""] : []
  const held = holders.map((holder) => [
    holder.person,
    ...(isNamed ? [Reader.name(look, holder)] : []),
    Posts.right(look, holder),
    holder.since,
    Posts.lastDay(holder.until)
  ])
  const few = look.paint(
    "yellow",
    look.label(`尚缺 ${minimum - holders.length} 人`, `${minimum - holders.length} more needed`)
  )
  const over = holders.length - (maximum ?? holders.length)
  const many = look.paint("yellow", look.label(`超编 ${over} 人`, `${over} too many`))
  const note = {
    vacant: [[look.paint("red", Posts.fillingLabel(look, filling)), ...blank, "", vacantSince ?? "", ""]],
    optional: [[look.paint("dim", Posts.fillingLabel(look, filling)), ...blank, "", "", ""]],
    short: [[few, ...blank, "", "", ""]],
    overFilled: [[many, ...blank, "", "", ""]],
    filled: [],
    actingOnly: []
  }[filling]
  return [...held, ...note].map((cells, i) => [i === 0 ? `  ${title}` : "", ...cells])
}

const show = (
  { on, unit, posts, reading, schemes, units, history }: Roster,
  look: Look.Look
): ReadonlyArray<string> => {
  const isNamed = reading !== null
  const heading = `${Naming.heading(look, "岗位名册", "roster", on)} ${Naming.line(look, unit)}`
  const count = look.paint("dim", look.label(`${posts} 个岗位`, Look.many(posts, "post")))
  const columns = [
    { head: `  ${look.label("岗位", "post")}` },
    { head: look.label("担任人", "holder") },
    ...(isNamed ? [{ head: look.label("姓名", "name") }] : []),
    { head: look.label("方式", "by") },
    { head: look.label("自", "since") },
    { head: look.label("至", "through") }
  ]
  // One table, so that the columns of all units line up; the names of the units are put between its rows.
  const groups = units.map((one) => ({ unit: one.unit, rows: one.posts.flatMap((post) => rows(look, post, isNamed)) }))
  const [head = "", ...body] = Table.lines(
    columns,
    groups.flatMap((group) => group.rows),
    (text) => look.paint("dim", text)
  )
  let next = 0
  const listed = groups.flatMap((group) => {
    const from = next
    next += group.rows.length
    return [Naming.line(look, group.unit), ...body.slice(from, next)]
  })
  return [
    `${heading} ${count}`,
    ...(posts === 0
      ? look.say("此处没有岗位：尚未采用岗位制度。", "There are no posts here: no role scheme was adopted.")
      : [...SchemesInForce.lines(look, schemes), "", head, ...listed]),
    ...(history === null
      ? []
      : ["", Naming.heading(look, "历任", "held by, ever", on), ...Tenures.lines(look, history, isNamed)]),
    ...Reader.notice(look, reading)
  ]
}

/** `louyu roster` */
export const roster = Command.define<Roster>({
  name: "roster",
  about: {
    zh: "某一天谁担任哪些岗位：按单元列出，含空缺",
    en: "who holds which posts of a unit and of everything within it, vacant ones included"
  },
  arguments: [{ name: "unit", about: { zh: "单元编号", en: "the id of the unit" } }],
  options: {
    ...Source.options,
    history: {
      value: "<role>",
      about: { zh: "另列某一角色的历任", en: "also list everybody who ever held this role" }
    },
    ...Reader.options
  },
  examples: [
    "louyu roster tower-1 --store sqlite:city.db",
    "louyu roster tower-1 --store sqlite:city.db --on 2024-12-31 --history buildingChief",
    "louyu roster tower-1 --store sqlite:city.db --as p-7 --purpose service"
  ],
  answer: Roster,
  work,
  show
})
