import { CivilDate, type Identifier, Text, type WorkCalendar } from "@louyu/kernel"
import type { View } from "@louyu/organisation"
import { Pipeline, State } from "@louyu/recruitment"
import { type Directory, Grant } from "@louyu/roles"
import * as Effect from "effect/Effect"
import * as HashMap from "effect/HashMap"
import * as Schema from "effect/Schema"
import type { City } from "louyu"
import * as Answer from "./Answer.ts"
import type * as Arguments from "./Arguments.ts"
import type { Look } from "./Look.ts"
import * as Naming from "./Naming.ts"
import * as Reader from "./Reader.ts"
import { PipelineUnknown } from "./UnknownError.ts"

type Date = CivilDate.CivilDate
type UnitId = Identifier.UnitId

const { field } = Answer

/** Whose prospects are named. */
export const options = {
  as: {
    value: "<person>",
    about: {
      zh: "列出此人今天任职或获授权范围内、以及本人跟进的线索；不写则只有数目",
      en: "name the prospects this person looks after, or that are within the units of their posts and rights of today"
    }
  }
} as const satisfies Readonly<Record<string, Arguments.Option>>

/** Somebody who sees prospects, and where. Shape: `units` are those of their posts and rights of today. */
export interface Sight {
  readonly person: Identifier.PersonId
  readonly units: ReadonlyArray<UnitId>
  readonly sees: (known: State.ProspectKnown) => boolean
}

/** The prospects of a city, as they are asked about on a date. */
export interface ProspectBook {
  readonly on: Date
  readonly view: View.View
  readonly state: State.State
  readonly calendar: WorkCalendar.WorkCalendar
  /** Who looks; `undefined` when nobody said, and then no prospect is named. */
  readonly sight: Sight | undefined
}

// A prospect is where it belongs and where it would like to go: whoever answers for one of these sees it, and whoever
// looks after it (R4-19).
const sightOf = (directory: Directory.Directory, person: Identifier.PersonId, asOf: Date): Sight => {
  const units = [...new Set(Grant.of(directory, person).map(({ unit }) => unit))].toSorted()
  const isSeen = (unit: UnitId) => units.some((own) => directory.places.isWithin(unit, own, directory.on))
  return {
    person,
    units,
    sees: (known) => {
      const { place, intent } = known.prospect
      const places = [...(place === undefined ? [] : [place]), ...(intent?.buildings ?? [])]
      return State.holder(known, asOf) === person || places.some(isSeen)
    }
  }
}

/** Looks at the prospects of a city, with the eyes of whoever `--as` names. */
export const of = Effect.fnUntraced(function* (given: Arguments.Given, city: City.Open, on: Date) {
  const as = given.values.get("as")
  const person = as === undefined ? undefined : yield* Reader.personOf(as)
  const view = yield* city.organisation.on(on)
  const state = yield* city.recruitment.prospects()
  const calendar = yield* city.calendar()
  const { directory } = yield* city.roles.on(yield* city.today())
  const book: ProspectBook = {
    on,
    view,
    state,
    calendar,
    sight: person === undefined ? undefined : sightOf(directory, person, on)
  }
  return book
})

/** The pipelines that came into force by a date, in their latest version of then, by id. */
export const pipelines = ({ state, on }: ProspectBook): ReadonlyArray<Pipeline.Pipeline> =>
  [...HashMap.values(state.pipelines)]
    .flatMap((versions) => versions.findLast(({ from }) => from <= on)?.value ?? [])
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** The pipeline asked about: the one that is named, or that of firms, or the first one. Fails: `PipelineUnknown`. */
export const pipeline = (
  book: ProspectBook,
  named: string | undefined
): Effect.Effect<Pipeline.Pipeline, PipelineUnknown> => {
  const all = pipelines(book)
  const found =
    named === undefined ? (all.find(({ subject }) => subject === "firm") ?? all[0]) : all.find(({ id }) => id === named)
  if (found !== undefined) return Effect.succeed(found)
  const known = all.map(({ id }) => id)
  return Effect.fail(new PipelineUnknown({ pipeline: (named ?? "").slice(0, 80), known, on: book.on }))
}

/** Something of a pipeline under its id and names. */
export const Word = Schema.Struct({
  id: field(Schema.String, "its id"),
  names: field(Answer.Name, "what it is called")
}).annotate({ identifier: "Word" })
export type Word = typeof Word.Type

/** A stage under the name it has now. */
export const stageWord = (rules: Pipeline.Pipeline | undefined, id: Pipeline.StageId): Word => ({
  id,
  names: (rules === undefined ? undefined : Pipeline.stage(rules, id)?.names) ?? Text.of(id)
})

/** A prospect as answers name it, to whom may see it. */
export const Named = Schema.Struct({
  id: field(Schema.String, "its id"),
  names: field(Schema.NullOr(Answer.Name), "what it is called; `null` for a person, whose name is in the vault"),
  pipeline: field(Schema.String, "the id of its pipeline"),
  stage: field(Word, "the stage it was at"),
  place: field(Schema.NullOr(Answer.Unit), "where it belongs to, or `null`"),
  buildings: field(Schema.Array(Answer.Unit), "the buildings it would like")
}).annotate({ identifier: "Prospect" })
export type Named = typeof Named.Type

/** A prospect as answers name it. */
export const named = ({ view, state, on }: ProspectBook, known: State.ProspectKnown): Named => {
  const { prospect, opened, steps, stage } = known
  const { names, enterprise, place, intent } = prospect
  const versions = HashMap.get(state.pipelines, opened.pipeline)
  const rules = versions._tag === "Some" ? versions.value.at(-1)?.value : undefined
  return {
    id: opened.prospect,
    names: names ?? (enterprise === undefined ? null : Naming.unit(view, enterprise).name),
    pipeline: opened.pipeline,
    stage: stageWord(rules, steps.findLast(({ from }) => from <= on)?.stage ?? stage),
    place: place === undefined ? null : Naming.unit(view, place),
    buildings: (intent?.buildings ?? []).map((building) => Naming.unit(view, building))
  }
}

/** A prospect on a line. */
export const line = (look: Look, { id, names }: Pick<Named, "id" | "names">): string =>
  names === null ? id : `${look.text(names)} ${look.paint("dim", `(${id})`)}`

/** Who looks, as answers tell it. */
export const Looking = Schema.Struct({
  person: field(Schema.String, "the id of the person"),
  units: field(Schema.Array(Answer.Unit), "where their posts and rights of today are")
})
export type Looking = typeof Looking.Type

/** Who looks, as answers tell it; `null` when nobody said. */
export const looking = ({ sight, view }: ProspectBook): Looking | null =>
  sight === undefined ? null : { person: sight.person, units: sight.units.map((unit) => Naming.unit(view, unit)) }

/** Says whose eyes were used, or that nobody said. */
export const notice = (look: Look, as: Looking | null): ReadonlyArray<string> => {
  const lines =
    as === null
      ? look.say("加 --as <person> 可列出其管辖范围内的线索。", "Add --as <person> to name those within their units.")
      : look.say(
          `仅列出 ${as.person} 跟进的，或其今天任职、获授权范围内的线索。`,
          `Only prospects that ${as.person} looks after, or that are within their units today, are named.`
        )
  return lines.map((text) => look.paint("dim", text))
}

/** The day after a date: what is counted up to a date counts that date, too. */
export const dayAfter = (on: Date): Date => CivilDate.addDays(on, 1)
