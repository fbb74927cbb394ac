import { CivilDate, Identifier } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { City, CityError } from "louyu"
import * as Answer from "./Answer.ts"
import * as Arguments from "./Arguments.ts"
import { TraceUnkept } from "./CliError.ts"
import type { Desk } from "./Command.ts"
import type { Look } from "./Look.ts"
import * as OptionValue from "./OptionValue.ts"
import * as Source from "./Source.ts"
import * as Store from "./Store.ts"
import { OptionMissing, OptionsClash } from "./UsageError.ts"

const { field } = Answer

/** Who asks for names, and what for. */
export const options = {
  as: {
    value: "<person>",
    about: {
      zh: "显示此人今天有权读取的姓名（脱敏、留痕）；不写则不显示姓名",
      en: "show names as far as this person may read them today, leaving a trace; without it, no names"
    }
  },
  purpose: {
    value: "<purpose>",
    about: { zh: "读取姓名的目的，与 --as 同用", en: "what the names are read for; goes with --as" }
  }
} as const satisfies Readonly<Record<string, Arguments.Option>>

/** Who reads names, what for, and by the posts of which day. */
export const Reading = Schema.Struct({
  person: field(Identifier.PersonId, "the id of who reads"),
  purpose: field(Schema.String, "what for"),
  on: field(CivilDate.CivilDate, "the day whose posts give the right: today, whatever date is asked about")
}).annotate({ identifier: "Reading" })
export type Reading = typeof Reading.Type

/** The name of a person, or why there is none; neither when nobody asked for names. */
export const Named = Schema.Struct({
  name: field(Schema.optionalKey(Schema.String), "the name as far as the reader may see it; only with `--as`"),
  withheld: field(
    Schema.optionalKey(Schema.Literals(["refused", "erased", "unknown"])),
    "why there is no name: the reader may not see it, it was erased, or nobody told it; only with `--as`"
  )
})
export type Named = typeof Named.Type

/** A city, and who reads names in it. */
export interface Opened {
  readonly city: City.Open
  readonly reading: Reading | undefined
}

/** The id of a person, as it was typed. */
export const personOf = (id: string): Effect.Effect<Identifier.PersonId, CityError.IdInvalid> =>
  Option.match(Schema.decodeOption(Identifier.PersonId)(id), {
    onNone: () => Effect.fail(new CityError.IdInvalid({ field: "person" })),
    onSome: Effect.succeed
  })

// Names are read from a store that can keep the trace of it, so it is opened for writing; of a folder nothing is kept.
const openForTraces = Effect.fnUntraced(function* (given: Arguments.Given, { io, bar }: Desk) {
  const { values, command } = given
  const [spec, folder] = [values.get("store"), values.get("folder")]
  if (spec !== undefined && folder !== undefined) return yield* new OptionsClash({ options: ["--store", "--folder"] })
  if (folder !== undefined) return yield* new TraceUnkept({ folder })
  if (spec === undefined) return yield* new OptionMissing({ command, options: ["--store"] })
  const place = yield* Effect.fromResult(Store.parse(io.cwd, spec))
  const tenant = yield* Store.tenant(place, values.get("tenant"))
  const store = yield* Store.open(place, { readOnly: false })
  return yield* Effect.provideContext(City.open({ tenant, report: bar.report }), store)
})

/**
 * The city somebody asks about: for reading only, or, when somebody asks for names, so that traces can be left.
 *
 * Fails: when only one of `--as` and `--purpose` is given, or a purpose no class of records knows.
 */
export const open = Effect.fnUntraced(function* (given: Arguments.Given, desk: Desk) {
  const { values, command } = given
  const as = values.get("as")
  if (as === undefined) {
    if (values.has("purpose")) return yield* new OptionMissing({ command, options: ["--as"] })
    const opened: Opened = { city: yield* Source.city(given, desk), reading: undefined }
    return opened
  }
  const purpose = yield* Effect.fromResult(Arguments.required(given, "purpose"))
  const person = yield* personOf(as)
  const city = yield* openForTraces(given, desk)
  const on = yield* city.today()
  const { policy } = yield* city.roles.on(on)
  const known = [...new Set(policy.classes.flatMap(({ purposes }) => purposes))]
  if (!known.includes(purpose)) return yield* Effect.fromResult(OptionValue.notOneOf("purpose", purpose, known))
  const opened: Opened = { city, reading: { person, purpose, on } }
  return opened
})

const nameOf = Effect.fnUntraced(function* (city: City.Open, { person: by, purpose, on }: Reading, person: string) {
  const refused: Named = { withheld: "refused" }
  const seen = yield* Effect.catchTag(
    city.people.read(person, { by, purpose, on, fields: ["name"] }),
    "AccessDenied",
    () => Effect.succeed(refused)
  )
  if (seen === undefined) return { withheld: "unknown" } satisfies Named
  if (!("_tag" in seen)) return seen
  if (seen._tag === "Erased") return { withheld: "erased" } satisfies Named
  const { name } = seen.fields
  return name === undefined ? refused : ({ name } satisfies Named)
})

/** The names of some people as far as the reader may see them, each read once, after the trace of it is left. */
export const names = ({ city, reading }: Opened, people: ReadonlyArray<string>, { bar }: Desk) => {
  const read = Effect.fnUntraced(function* () {
    const found = new Map<string, Named>()
    if (reading === undefined) return found
    const each = new Set(people)
    for (const person of each) {
      found.set(person, yield* nameOf(city, reading, person))
      bar.report({ phase: "write", done: found.size, total: each.size })
    }
    return found
  })
  // Once begun it goes on to the end: so whoever ends the program is told the truth about what was written.
  return Effect.uninterruptible(read())
}

/** A name for people: masked as it came, and a word where it was erased. */
export const name = (look: Look, { name: text, withheld }: Named): string =>
  text !== undefined
    ? look.text({ zh: text })
    : withheld === "erased"
      ? look.paint("dim", look.label("已删除", "erased"))
      : ""

/** Says by whose right the names are shown, and that reading leaves a trace. */
export const notice = (look: Look, reading: Reading | null): ReadonlyArray<string> => {
  if (reading === null) return []
  const { person, purpose, on } = reading
  return look
    .say(
      `姓名按 ${person} 在 ${on} 的岗位权限读取，目的 ${purpose}，读取均留痕。`,
      `Names are shown by the right of ${person} on ${on}, for ${purpose}; reading them leaves a trace.`
    )
    .map((line) => look.paint("dim", line))
}
