import { type EconomySettings, type Figure, Panel, Publications } from "@louyu/economy"
import { CivilDate, type Identifier, Text } from "@louyu/kernel"
import type { View } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { City } from "louyu"
import * as Answer from "../Answer.ts"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Computed from "../Computed.ts"
import * as Extent from "../Extent.ts"
import * as FigureShown from "../FigureShown.ts"
import * as Firms from "../Firms.ts"
import type { Look } from "../Look.ts"
import * as Material from "../Material.ts"
import * as Naming from "../Naming.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Source from "../Source.ts"

const { field } = Answer

const Elsewhere = Schema.Struct({
  indicator: field(Schema.String, "the id of the indicator"),
  names: field(Answer.Name, "its name"),
  scope: field(Schema.String, "what it speaks of"),
  scopeNames: field(Answer.Name, "the same for readers"),
  said: field(FigureShown.Said, "what was published")
})

const Figures = Schema.Struct({
  on: field(CivilDate.CivilDate, "the day the figures hold for"),
  knownOn: field(CivilDate.CivilDate, "what was told and published by this day counts"),
  at: field(Schema.NullOr(Answer.Unit), "the place asked about, or `null` for everywhere"),
  panel: field(Schema.NullOr(Schema.String), "the id of the panel asked for, or `null`"),
  figures: field(
    Schema.Array(FigureShown.Shown),
    "the indicators of the panel; without one, those that are computed or published here"
  ),
  firms: field(Firms.Firms, "the enterprises here"),
  elsewhere: field(
    Schema.Array(Elsewhere),
    "without `--at`, what was published of single places, and of what is no unit of the city, such as a plan"
  )
})
type Figures = typeof Figures.Type

const everywhere = Text.of("全市", "the whole city")

/** What a place is called when figures speak of it. */
const scopeOf = (view: View.View, unit: Identifier.UnitId): Figure.Scope => ({
  id: unit,
  names: Naming.unit(view, unit).name
})

interface Asked {
  readonly material: Material.Material
  readonly before: Material.Material
  readonly publications: Publications.Publications
}

const published = ({ material, publications }: Asked, indicator: Figure.Figure["indicator"]) =>
  Publications.ofIndicator(publications, indicator, material.knownOn)

const shown = (asked: Asked, id: Figure.Figure["indicator"]): ReadonlyArray<FigureShown.Shown> => {
  const { material, before } = asked
  const indicator = material.settings.indicators.get(id)
  if (indicator === undefined) return []
  const here = published(asked, id).filter(({ scope }) => scope.id === material.scope.id)
  return [FigureShown.of(indicator, Computed.of(material, id), Computed.of(before, id), here)]
}

const isTold = ({ value, withheld, published: said }: FigureShown.Shown): boolean =>
  value !== null || withheld || said.length > 0

const partOf = (material: Material.Material, unit: Identifier.UnitId): Material.Material => {
  const { view } = material
  const extent = { unit, places: new Set(Extent.within(view, unit)) }
  return { ...material, extent, scope: scopeOf(view, unit) }
}

const elsewhere = (asked: Asked): Figures["elsewhere"] => {
  const { material } = asked
  if (material.extent.unit !== undefined) return []
  return [...material.settings.indicators.values()].flatMap(({ id, names }) =>
    published(asked, id).flatMap((one) => {
      const { scope } = one
      if (scope.id === material.scope.id) return []
      const unit = [...material.extent.places].find((place) => place === scope.id)
      const computed = unit === undefined ? undefined : Computed.of(partOf(material, unit), id)
      const said = FigureShown.said(computed, one)
      return [{ indicator: id, names, scope: scope.id, scopeNames: scope.names, said }]
    })
  )
}

const panelOf = (
  given: Arguments.Given,
  { panels }: EconomySettings.Resolved
): Effect.Effect<Panel.Panel | undefined, Arguments.UsageError> => {
  const named = given.values.get("panel")
  if (named === undefined) return Effect.succeed(undefined)
  const all = [...panels, ...Panel.common]
  const found = all.find(({ id }) => id === named)
  return found === undefined
    ? Effect.fromResult(
        OptionValue.notOneOf(
          "panel",
          named,
          all.map(({ id }) => id)
        )
      )
    : Effect.succeed(found)
}

const yearOf = Effect.fnUntraced(function* (given: Arguments.Given) {
  const year = yield* Effect.fromResult(OptionValue.count(given, "year"))
  if (year === undefined || (year > 1 && year < 9_998)) return year
  return yield* Effect.fromResult(OptionValue.notOneOf("year", `${year}`, ["2…9997"]))
})

const materialOf = Effect.fnUntraced(function* (given: Arguments.Given, city: City.Open, on: CivilDate.CivilDate) {
  const view = yield* city.organisation.on(on)
  const extent = yield* Extent.of(given, view)
  const { unit } = extent
  const material: Omit<Material.Material, "knownOn"> = {
    on,
    view,
    extent,
    scope: unit === undefined ? { id: city.tenant, names: everywhere } : scopeOf(view, unit),
    ...(yield* Material.of(city))
  }
  return material
})

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const year = yield* yearOf(given)
  const city = yield* Source.city(given, desk)
  const knownOn = yield* Source.date(given, city)
  const on = year === undefined ? knownOn : Material.lastDay(year)
  const material = { ...(yield* materialOf(given, city, on)), knownOn }
  // A year before there may be fewer places; what lay in the place asked about then is what is compared with.
  const yearBefore = CivilDate.addMonths(on, -12)
  const view = yield* city.organisation.on(yearBefore)
  const { unit } = material.extent
  const places = unit === undefined ? material.extent.places : new Set(Extent.within(view, unit))
  const before = { ...material, on: yearBefore, view, extent: { unit, places } }
  const asked: Asked = { material, before, publications: yield* city.economy.publications() }
  const panel = yield* panelOf(given, material.settings)
  const figures =
    panel === undefined
      ? [...material.settings.indicators.values()].flatMap(({ id }) => shown(asked, id)).filter(isTold)
      : panel.indicators.flatMap((id) => shown(asked, id))
  return Command.good<Figures>({
    on,
    knownOn,
    at: Extent.named(material.view, material.extent),
    panel: panel?.id ?? null,
    figures,
    firms: Firms.of(material),
    elsewhere: panel === undefined ? elsewhere(asked) : []
  })
})

const show = ({ on, at, figures, firms, elsewhere: others }: Figures, look: Look): ReadonlyArray<string> => [
  Naming.heading(look, "指标", "figures", on) + (at === null ? "" : ` ${Naming.line(look, at)}`),
  ...(figures.length === 0 ? look.say("没有数据。", "Nothing is recorded.") : []),
  ...figures.flatMap((one) => FigureShown.lines(look, one)),
  ...Firms.lines(look, firms),
  ...(others.length === 0 ? [] : [look.paint("bold", look.label("另有公布", "published of other scopes"))]),
  ...others.flatMap(({ names, scopeNames, said }) => [
    `  ${look.text(names)} ${look.paint("dim", look.text(scopeNames))}`,
    FigureShown.saidLine(look, said)
  ])
]

/** `louyu figures` */
export const figures = Command.define<Figures>({
  name: "figures",
  about: {
    zh: "指标及其定义、分子分母、同比，与公布的数据并列比较",
    en: "indicators with what they are made of, beside what was published"
  },
  arguments: [],
  options: {
    ...Source.options,
    ...Extent.options,
    year: {
      value: "<year>",
      about: {
        zh: "该年年末的数据；--on 仍是得知的日期",
        en: "figures as of the end of a year; `--on` is still the day up to which things are known"
      }
    },
    panel: { value: "<id>", about: { zh: "只看一组指标，如 yield", en: "one group of indicators, for example yield" } }
  },
  examples: [
    "louyu figures --store sqlite:city.db --year 2022",
    "louyu figures --store sqlite:city.db --at cbd --panel yield"
  ],
  answer: Figures,
  work,
  show
})
