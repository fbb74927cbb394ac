import { Pattern as Patterns, View } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as Source from "../Source.ts"

const { field } = Answer

const Group = Schema.Struct({
  name: field(Answer.Name, "its name"),
  units: field(Schema.Array(Schema.String), "the ids of the units counted")
})

const Described = Schema.Struct({
  unit: field(Answer.Unit, "the unit the pattern is told of"),
  pattern: field(Schema.String, "the id of the pattern in the profile"),
  name: field(Answer.Name, "its name"),
  text: field(Schema.String, "the pattern, such as `1+2+4`"),
  groups: field(Schema.Array(Group), "what each number counts")
})

const Level = Schema.Struct({
  level: field(Schema.String, "the id of the level in the profile"),
  name: field(Answer.Name, "its name"),
  units: field(Answer.Count, "how many units stand on it")
})

const Pattern = Schema.Struct({
  on: Answer.On,
  patterns: field(Schema.Array(Described), "every pattern of the profile, for every unit it is told of"),
  levels: field(Schema.Array(Level), "the levels of the chain of command that have units, the top first")
})
type Pattern = typeof Pattern.Type

const levelsOf = (view: View.View) => {
  const { levels, kinds } = view.index.structure
  const levelOf = new Map(kinds.map((kind) => [kind.id, kind.level?.command]))
  const counts = Map.groupBy(View.units(view), ({ id }) => {
    const kind = View.kind(view, id)
    return kind === undefined ? undefined : levelOf.get(kind)
  })
  return levels.command.flatMap(({ id, names }) => {
    const units = counts.get(id)?.length ?? 0
    return units === 0 ? [] : [{ level: id, name: names, units }]
  })
}

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const city = yield* Source.city(given, desk)
  const view = yield* city.organisation.on(yield* Source.date(given, city))
  const named = given.values.get("unit")
  const units = named === undefined ? View.units(view).map(({ id }) => id) : [yield* Naming.existing(view, named)]
  const patterns = units.flatMap((id) =>
    Patterns.describe(view, id).map(({ pattern, text, groups }) => ({
      unit: Naming.unit(view, id),
      pattern: pattern.id,
      name: pattern.names,
      text,
      groups: groups.map(({ names, units: counted }) => ({ name: names, units: counted }))
    }))
  )
  return Command.good<Pattern>({ on: view.on, patterns, levels: levelsOf(view) })
})

const show = ({ on, patterns, levels }: Pattern, look: Look.Look): ReadonlyArray<string> => [
  Naming.heading(look, "组织架构", "pattern", on),
  `${look.label(`${levels.length} 级`, Look.many(levels.length, "level"))}: ${levels.map(({ name, units }) => `${look.text(name)} ${units}`).join(" › ")}`,
  ...(patterns.length === 0 ? look.say("没有适用的架构式。", "No pattern applies.") : []),
  ...patterns.flatMap(({ unit, name, text, groups }) => [
    `${look.paint("bold", text)}  ${look.text(name)}  ${Naming.line(look, unit)}`,
    `  ${groups.map((group) => `${look.text(group.name)} ${group.units.length}`).join(" · ")}`
  ])
]

/** `louyu pattern` */
export const pattern = Command.define<Pattern>({
  name: "pattern",
  about: { zh: "组织架构式，如“1+2+4”", en: "the structure in a word, such as 1+2+4" },
  arguments: [],
  options: { ...Source.options, unit: { value: "<unit>", about: { zh: "只看此单元", en: "only this unit" } } },
  examples: ["louyu pattern --store sqlite:city.db"],
  answer: Pattern,
  work,
  show
})
