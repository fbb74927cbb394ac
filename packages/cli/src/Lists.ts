import { CivilDate, Text, Timeline } from "@louyu/kernel"
import { type Catalogue, Category, type Match, Need, Past, ServiceList, State } from "@louyu/matching"
import type { View } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as HashMap from "effect/HashMap"
import * as Schema from "effect/Schema"
import type { City } from "louyu"
import * as Answer from "./Answer.ts"
import type { Look } from "./Look.ts"
import * as Naming from "./Naming.ts"
import { NeedUnknown } from "./UnknownError.ts"

const { field } = Answer

/** The three lists of a city as they stood on a date. */
export interface Lists {
  readonly on: CivilDate.CivilDate
  readonly view: View.View
  readonly state: State.State
  readonly catalogue: Catalogue.Catalogue
}

/** Looks at the lists of a city on a date. */
export const of = (city: City.Open, on: CivilDate.CivilDate): Effect.Effect<Lists> =>
  Effect.zipWith(city.organisation.on(on), city.matching.lists(), (view, { lists, catalogue }) => ({
    on,
    view,
    state: Past.asOf(lists, on),
    catalogue
  }))

/** The service lists in force on the date, by id. */
export const inForce = ({ state, on }: Lists): ReadonlyArray<ServiceList.ServiceList> =>
  [...HashMap.values(state.lists)]
    .flatMap((versions) => Timeline.at(versions, on) ?? [])
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** A category as answers name it. */
export const CategoryNamed = Schema.Struct({
  id: field(Schema.String, "its id"),
  names: field(Answer.Name, "its name in the catalogue; its id where the catalogue lost it")
}).annotate({ identifier: "Category" })
export type CategoryNamed = typeof CategoryNamed.Type

/** A category with its name. */
export const category = ({ catalogue }: Pick<Lists, "catalogue">, id: Category.CategoryId): CategoryNamed => ({
  id,
  names: Category.of(catalogue.categories).byId.get(id)?.names ?? Text.of(id)
})

/** What meets a need, as answers name it. */
export const Offer = Schema.Struct({
  sort: field(Schema.Literals(["item", "resource"]), "an item of a service list at a place, or a resource"),
  list: field(Schema.NullOr(Schema.String), "the service list; `null` for a resource"),
  id: field(Schema.String, "the code of the item, or the id of the resource"),
  names: field(Answer.Name, "what it is called"),
  place: field(Schema.NullOr(Answer.Unit), "where it is; `null` where that is not known any more")
}).annotate({ identifier: "Offer" })
export type Offer = typeof Offer.Type

/** An offer with its name and place. */
export const offer = ({ state, view, on }: Lists, one: Match.Offer): Offer => {
  if (one._tag === "resource") {
    const known = State.resource(state, one.resource)?.resource
    return {
      sort: "resource",
      list: null,
      id: one.resource,
      names: known?.names ?? Text.of(one.resource),
      place: known === undefined ? null : Naming.unit(view, known.place)
    }
  }
  const versions = State.versions(state, one.list)
  const list = Timeline.at(versions, on) ?? versions.at(-1)?.value
  const names = list === undefined ? undefined : ServiceList.item(list, one.item)?.names
  return {
    sort: "item",
    list: one.list,
    id: one.item,
    names: names ?? Text.of(one.item),
    place: Naming.unit(view, one.place)
  }
}

/** A need as answers name it. */
export const NeedNamed = Schema.Struct({
  id: field(Schema.String, "its id"),
  text: field(Schema.String, "what is wanted, as it was said"),
  category: field(Schema.NullOr(CategoryNamed), "what it is about; `null` when nobody said yet"),
  raiser: field(Answer.Unit, "who raised it"),
  place: field(Answer.Unit, "where it is wanted"),
  urgency: field(Schema.Int, "1 to 5, 5 for what cannot wait"),
  on: field(CivilDate.CivilDate, "the day it was raised"),
  needed: field(Answer.Count, "how much is wanted"),
  open: field(Answer.Count, "how much of it nobody has agreed to")
}).annotate({ identifier: "Need" })
export type NeedNamed = typeof NeedNamed.Type

/** A need with its amounts. */
export const need = (lists: Lists, known: State.NeedKnown): NeedNamed => {
  const { state, view } = lists
  const { need: id, text, raiser, place, urgency, on } = known.need
  const { needed, open } = State.amounts(state, known)
  return {
    id,
    text,
    category: known.category === undefined ? null : category(lists, known.category),
    raiser: Naming.unit(view, raiser),
    place: Naming.unit(view, place),
    urgency,
    on,
    needed,
    open
  }
}

const isNeedId = Schema.is(Need.NeedId)

/** The need of an id. Fails: `NeedUnknown`. */
export const existing = ({ state }: Lists, id: string): Effect.Effect<State.NeedKnown, NeedUnknown> => {
  const known = isNeedId(id) ? State.need(state, id) : undefined
  return known === undefined ? Effect.fail(new NeedUnknown({ need: id.slice(0, 128) })) : Effect.succeed(known)
}

/** An offer on a line: code, name and place. */
export const offerLine = (look: Look, { id, names, place }: Offer): string =>
  `${look.text(names)} ${look.paint("dim", `(${id})`)}${place === null ? "" : ` · ${look.text(place.name)}`}`

/** The name of a category, or that nobody said it. */
export const categoryLine = (look: Look, one: CategoryNamed | null): string =>
  one === null ? look.paint("yellow", look.label("未归类", "no category")) : look.text(one.names)
