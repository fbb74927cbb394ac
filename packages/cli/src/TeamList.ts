import { CivilDate, Count, type Identifier, Period, Text, Timeline } from "@louyu/kernel"
import { type Code, Volunteering } from "@louyu/programmes"
import * as HashMap from "effect/HashMap"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as FigureShown from "./FigureShown.ts"
import * as Look from "./Look.ts"
import * as Naming from "./Naming.ts"
import { Word } from "./ProspectBook.ts"
import type * as Scene from "./Scene.ts"
import * as Share from "./Share.ts"

const { field } = Answer

const Team = Schema.Struct({
  ...Word.fields,
  expertise: field(Schema.Array(Schema.String), "what it knows, in the words of the city"),
  units: field(Schema.Array(Answer.Unit), "the units it is made of, where that was said"),
  members: field(Answer.Count, "people who are known to be in it on the day")
})

/** The volunteers of a place. */
export const AtPlace = Schema.Struct({
  place: field(Answer.Unit, "the place"),
  declared: field(
    Schema.NullOr(FigureShown.Quantity),
    "how many teams a text says there are, as exactly as it says; or `null`"
  ),
  source: field(Schema.NullOr(Schema.String), "which text, or `null`"),
  listed: field(Answer.Count, "how many are listed; neither number is changed for the other"),
  differs: field(Schema.Boolean, "whether the two say different things"),
  teams: field(Schema.Array(Team), "the teams by id"),
  services: field(Answer.Count, "services of the year up to the day"),
  minutes: field(Answer.Count, "minutes volunteers gave in them, as far as they were taken down")
})
export type AtPlace = typeof AtPlace.Type

/** A team under its name. */
export const named = (
  state: Volunteering.State,
  place: Identifier.UnitId,
  id: typeof Code.TeamId.Type
): typeof Word.Type => {
  const there = Volunteering.get(state, place)
  const team = there === undefined ? undefined : Volunteering.team(there, id)
  return { id, names: team?.formed.names ?? Text.of(id) }
}

const teamOf =
  ({ view, on }: Scene.Scene) =>
  ({ formed, members }: Volunteering.Team): typeof Team.Type => ({
    id: formed.team,
    names: formed.names,
    expertise: formed.expertise ?? [],
    units: (formed.units ?? []).map((unit) => Naming.unit(view, unit)),
    members: [...HashMap.values(members)].filter((terms) => Timeline.at(terms, on) === true).length
  })

/** The volunteers of every place that has any, by id. */
export const of = (
  scene: Scene.Scene,
  state: Volunteering.State,
  isMeant: (place: Identifier.UnitId) => boolean
): ReadonlyArray<AtPlace> =>
  [...HashMap.values(state)]
    .filter(({ place }) => isMeant(place))
    .flatMap((there): ReadonlyArray<AtPlace> => {
      const { on, view } = scene
      const { declared, source, listed, differs } = Volunteering.teamCount(there, on)
      const year: Period.Period = { from: Period.ofYear(CivilDate.year(on)).from, to: CivilDate.addDays(on, 1) }
      const services = Volunteering.services(there, year).length
      if (declared === undefined && listed === 0 && services === 0) return []
      return [
        {
          place: Naming.unit(view, there.place),
          declared: declared ?? null,
          source: source ?? null,
          listed,
          differs,
          teams: Volunteering.listed(there, on).map(teamOf(scene)),
          services,
          minutes: Volunteering.minutes(there, year).total
        }
      ]
    })
    .toSorted((a, b) => (a.place.id < b.place.id ? -1 : 1))

const countLine = (look: Look.Look, { declared, source, listed, differs }: AtPlace): string => {
  const list = look.label(`在册 ${listed} 支`, `${Look.many(listed, "team")} listed`)
  if (declared === null) return list
  const said = look.label(`公布 ${Count.format(declared, "zh")} 支`, `${Count.format(declared, "en")} declared`)
  const from = source === null ? "" : look.paint("dim", ` ${look.text({ zh: source })}`)
  const note = differs ? ` ${look.paint("yellow", look.label("两数不一致", "which is not the same"))}` : ""
  return `${list} · ${said}${from}${note}`
}

/** The volunteers of each place: what is listed beside what was declared, then the teams. */
export const lines = (look: Look.Look, places: ReadonlyArray<AtPlace>): ReadonlyArray<string> =>
  places.flatMap((one) => {
    const hours = Share.number(one.minutes / 60)
    const served =
      one.services === 0
        ? ""
        : ` · ${look.label(`今年服务 ${one.services} 次 ${hours} 小时`, `${Look.many(one.services, "service")} this year, ${hours} hours`)}`
    return [
      `  ${look.text(one.place.name)} ${countLine(look, one)}${served}`,
      ...one.teams.map(({ id, names, expertise, members }) => {
        const known = expertise.length === 0 ? "" : ` · ${expertise.map((tag) => look.text({ zh: tag })).join(" ")}`
        const people = members === 0 ? "" : ` · ${look.label(`${members} 人`, Look.many(members, "member"))}`
        return `    ${look.text(names)} ${look.paint("dim", `(${id})`)}${known}${people}`
      })
    ]
  })
