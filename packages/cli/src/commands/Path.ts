import type { Identifier } from "@louyu/kernel"
import { type Structure, View } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import type { Look } from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as Source from "../Source.ts"

const { field } = Answer

const Path = Schema.Struct({
  on: Answer.On,
  unit: field(Answer.Unit, "the unit asked about"),
  command: field(Schema.Array(Answer.Unit), "from the top of the chain of command down to the unit"),
  location: field(Schema.Array(Answer.Unit), "from the largest place around it down to the unit")
})
type Path = typeof Path.Type

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const city = yield* Source.city(given, desk)
  const view = yield* city.organisation.on(yield* Source.date(given, city))
  const id = yield* Naming.existing(view, Arguments.argument(given, 0))
  const along = (line: Structure.Line) =>
    View.path(view, line, id).map((one: Identifier.UnitId) => Naming.unit(view, one))
  return Command.good<Path>({
    on: view.on,
    unit: Naming.unit(view, id),
    command: along("command"),
    location: along("location")
  })
})

const steps = (look: Look, units: ReadonlyArray<Answer.Unit>): ReadonlyArray<string> =>
  units.map((unit, i) => `${i === 0 ? "" : `${"   ".repeat(i - 1)}└─ `}${Naming.line(look, unit)}`)

/** `louyu path` */
export const path = Command.define<Path>({
  name: "path",
  about: { zh: "一个单元隶属于谁、位于何处", en: "whom a unit belongs under, and where it lies" },
  arguments: [{ name: "unit", about: { zh: "单元编号", en: "the id of the unit" } }],
  options: Source.options,
  examples: ["louyu path branch-1 --store sqlite:city.db"],
  answer: Path,
  work,
  show: ({ on, command, location }, look) => [
    Naming.heading(look, "隶属", "command", on),
    ...steps(look, command),
    Naming.heading(look, "所在", "location", on),
    ...steps(look, location)
  ]
})
