import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Store from "../Store.ts"

const { field } = Answer

const Migrate = Schema.Struct({
  store: field(Schema.String, "the store, as it was named"),
  from: field(Answer.Count, "the schema version it had"),
  to: field(Answer.Count, "the schema version it has now; the same when there was nothing to do")
})
type Migrate = typeof Migrate.Type

const work = Effect.fnUntraced(function* (given: Arguments.Given, { io }: Command.Desk) {
  const store = yield* Effect.fromResult(Arguments.required(given, "store"))
  const place = yield* Effect.fromResult(Store.parse(io.cwd, store))
  const { from, to } = yield* Store.migrate(place)
  return Command.good<Migrate>({ store: place.name, from, to })
})

/** `louyu migrate` */
export const migrate = Command.define<Migrate>({
  name: "migrate",
  about: {
    zh: "把旧版存储升级到本程序的版本；请先备份",
    en: "bring an older store to the version of this release; back it up first"
  },
  arguments: [],
  options: { store: { value: "sqlite:<file>|postgres:<url>", about: { zh: "存储", en: "the store" } } },
  examples: ["louyu migrate --store sqlite:city.db"],
  answer: Migrate,
  work,
  show: ({ store, from, to }, look) =>
    from === to
      ? look.say(`${store} 已是第 ${to} 版，无需升级。`, `${store} has version ${to} already; there was nothing to do.`)
      : look.say(`${store} 已从第 ${from} 版升级到第 ${to} 版。`, `Brought ${store} from version ${from} to ${to}.`)
})
