import { type Case, CaseworkSettings, Deadlines, type Flow, History, State } from "@louyu/casework"
import { type Identifier, Text, type WorkCalendar } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type City, Nearest } from "louyu"
import * as Answer from "./Answer.ts"
import type * as Arguments from "./Arguments.ts"
import type { Desk } from "./Command.ts"
import type { Look } from "./Look.ts"
import * as Moment from "./Moment.ts"
import type * as ProspectBook from "./ProspectBook.ts"
import * as Reader from "./Reader.ts"
import * as Scene from "./Scene.ts"
import * as Source from "./Source.ts"
import { CaseUnknown } from "./UnknownError.ts"

const { field } = Answer

/** What every question about cases needs: where the city is, when, and who looks. */
export const options = {
  ...Moment.options,
  as: {
    value: "<person>",
    about: {
      zh: "同时显示此人有权查看的不公开案件；不写则隐去其标题、提出人与地点",
      en: "show private cases, too, as far as this person may see them; else their title, raiser and place are left out"
    }
  }
} as const satisfies Readonly<Record<string, Arguments.Option>>

/** The cases of a city as they stood at a moment, and who looks at them. */
export interface CaseBook {
  readonly moment: Moment.Moment
  readonly scene: Scene.Scene
  readonly calendar: WorkCalendar.WorkCalendar
  readonly settings: CaseworkSettings.CaseworkSettings
  /** As they stood, due as the calendar has it now. */
  readonly cases: ReadonlyArray<State.CaseKnown>
  /** Who looks; `undefined` when nobody said, and then no private case is shown. */
  readonly person: Identifier.PersonId | undefined
  /** The cases nobody looks at who may not see them. */
  readonly hidden: ReadonlySet<Case.CaseId>
}

/** The flow a case goes by. */
export const flowOf = (
  settings: CaseworkSettings.CaseworkSettings,
  { raised }: State.CaseKnown
): Flow.Flow | undefined => CaseworkSettings.flow(settings, raised.flow, raised.version)

/**
 * A case with when it is due as the calendar has it now.
 *
 * Shape: where the calendar does not reach that far, what was kept of it stays.
 */
export const dated = (
  settings: CaseworkSettings.CaseworkSettings,
  calendar: WorkCalendar.WorkCalendar,
  known: State.CaseKnown
): State.CaseKnown => {
  const flow = flowOf(settings, known)
  if (flow === undefined || known.standing !== "open") return known
  const found = Deadlines.of(flow, calendar, known)
  return Result.isSuccess(found) ? { ...known, due: found.success } : known
}

// What somebody may see is decided by how things are now, whatever day is asked about.
const isHidden = (known: State.CaseKnown, person: Identifier.PersonId | undefined): boolean =>
  person === undefined ? known.private : State.rightOf(known, person) === "none"

/** Looks at the cases of a city, with the eyes of whoever `--as` names. */
export const of = Effect.fnUntraced(function* (given: Arguments.Given, city: City.Open) {
  const as = given.values.get("as")
  const person = as === undefined ? undefined : yield* Reader.personOf(as)
  const moment = yield* Moment.of(given, city)
  const all = [...(yield* city.casework.cases())]
  const [calendar, settings] = [yield* city.calendar(), yield* city.casework.settings()]
  const book: CaseBook = {
    moment,
    scene: yield* Scene.of(city, moment.on),
    calendar,
    settings,
    cases: History.allAsOf(all, moment.at).map((known) => dated(settings, calendar, known)),
    person,
    hidden: new Set(all.filter((known) => isHidden(known, person)).map(({ raised }) => raised.case))
  }
  return book
})

/** Opens the city somebody asks about and looks at its cases. */
export const opened = (given: Arguments.Given, desk: Desk) =>
  Effect.flatMap(Source.city(given, desk), (city) => of(given, city))

/** Tells whether a case may be shown. */
export const isShown = ({ hidden }: CaseBook, { raised }: State.CaseKnown): boolean => !hidden.has(raised.case)

/** The case of an id. Fails: `CaseUnknown`, with the id somebody probably meant. */
export const existing = ({ cases }: CaseBook, id: string): Effect.Effect<State.CaseKnown, CaseUnknown> => {
  const known = cases.find(({ raised }) => raised.case === id)
  if (known !== undefined) return Effect.succeed(known)
  const ids = cases.map(({ raised }) => raised.case)
  return Effect.fail(new CaseUnknown({ case: id.slice(0, 64), nearest: Nearest.to(id, ids) }))
}

interface Named {
  readonly id: string
  readonly names: Text.Text
}

/** A word of a flow under the name the flow gives it, or under its id where it does not know it. */
export const word = (list: ReadonlyArray<Named> | undefined, id: string): ProspectBook.Word => ({
  id,
  names: list?.find((one) => one.id === id)?.names ?? Text.of(id)
})

/** A post a category goes to, under the name a role scheme of the city gives it, or under its id. */
export const post = ({ scene: { directory } }: CaseBook, id: string): ProspectBook.Word => {
  const roles = directory.schemes.flatMap(({ roles: listed }) => listed.filter(({ code }) => code === id))
  return { id, names: roles.at(-1)?.names ?? Text.of(id) }
}

/** Who raised a case, or for whom. */
export const Party = Schema.Struct({
  unit: field(Schema.NullOr(Answer.Unit), "the unit, or `null`"),
  person: field(Schema.NullOr(Schema.String), "the id of the person, or `null`")
}).annotate({ identifier: "Party" })
export type Party = typeof Party.Type

/** Whose eyes were used, and how many cases are not shown in full. */
export const notice = (look: Look, as: string | null, withheld: number): ReadonlyArray<string> => {
  if (withheld === 0) return []
  const lines =
    as === null
      ? look.say(
          `${withheld} 件不公开案件未显示标题、提出人与地点；加 --as <person> 可查看其有权查看的。`,
          `Title, raiser and place of ${withheld} private are left out; --as <person> shows those that person may see.`
        )
      : look.say(
          `${as} 无权查看其中 ${withheld} 件不公开案件的标题、提出人与地点。`,
          `${as} may not see title, raiser and place of ${withheld} private.`
        )
  return lines.map((text) => look.paint("dim", text))
}

/** The name of a unit as readers of both languages know it. */
export const unitName = ({ scene }: Pick<CaseBook, "scene">, unit: Identifier.UnitId): Text.Both => {
  const name = View.label(scene.view, unit)
  return { zh: name.zh, en: Text.read(name, "en") }
}
