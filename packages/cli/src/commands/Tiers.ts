import { Disclosure, Taxation, TaxTier, TierChange } from "@louyu/economy"
import { CivilDate, type Identifier } from "@louyu/kernel"
import type { View } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Extent from "../Extent.ts"
import * as Naming from "../Naming.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Reader from "../Reader.ts"
import * as Share from "../Share.ts"
import * as Source from "../Source.ts"
import * as TaxSight from "../TaxSight.ts"
import * as TiersAnswer from "../TiersAnswer.ts"

type UnitId = Identifier.UnitId

/** The year an option names. */
const yearOf = (given: Arguments.Given, option: string): Result.Result<number | undefined, Arguments.UsageError> =>
  Result.flatMap(OptionValue.count(given, option), (year) =>
    year === undefined || (year >= 1 && year <= 9998)
      ? Result.succeed(year)
      : OptionValue.notOneOf(option, `${year}`, ["1…9998"])
  )

const of = (amounts: TaxTier.Amounts, places: ReadonlySet<UnitId>): TaxTier.Amounts =>
  new Map([...amounts].filter(([building]) => places.has(building)))

const lastDay = (year: number): CivilDate.CivilDate => CivilDate.addDays(CivilDate.startOfYear(year + 1), -1)

/** The years as they were known on a day, in the places asked about. */
const amountsOf = (taxation: Taxation.Taxation, year: number, on: CivilDate.CivilDate, extent: Extent.Extent) => {
  const all = Taxation.ofYear(taxation, year, on)
  return extent.unit === undefined ? all : of(all, extent.places)
}

interface Compared {
  readonly view: View.View
  readonly scale: TaxTier.Scale
  readonly now: TaxTier.Amounts
  readonly change: TierChange.TierChange | undefined
}

const tiersOf = ({ view, scale, now, change }: Compared): ReadonlyArray<TiersAnswer.Tier> => {
  const named = (ids: ReadonlyArray<UnitId> = []) => ids.map((id) => Naming.unit(view, id))
  const near = TaxTier.near(scale, now)
  return TaxTier.count(scale, now)
    .tiers.map(({ threshold, atLeast, band }, index): TiersAnswer.Tier => {
      const changed = change?.thresholds[index]
      return {
        threshold,
        atLeast,
        band,
        base: changed?.base ?? null,
        net: changed?.net ?? null,
        growth: changed === undefined ? null : Share.of(changed.growth),
        entries: named(changed?.entries),
        exits: named(changed?.exits),
        appeared: named(changed?.appeared),
        lost: named(changed?.lost),
        near: named(near.filter((one) => one.threshold === threshold).flatMap(({ buildings }) => buildings))
      }
    })
    .toReversed()
}

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const base = yield* Effect.fromResult(yearOf(given, "base"))
  const asked = yield* Effect.fromResult(yearOf(given, "year"))
  const opened = yield* Reader.open(given, desk)
  const { city, reading = null } = opened
  const on = yield* Source.date(given, city)
  const year = asked ?? CivilDate.year(on) - 1
  const view = yield* city.organisation.on(lastDay(year))
  const extent = yield* Extent.of(given, view)
  const taxation = yield* city.economy.taxation()
  const { scale } = yield* city.economy.settings()
  const sight = yield* TaxSight.open(opened)
  const now = amountsOf(taxation, year, on, extent)
  const before = base === undefined ? undefined : amountsOf(taxation, base, on, extent)
  const all = Extent.buildings(view, extent)
  const change = before && TierChange.between(scale, before, now, lastDay(year), all)
  const { below } = TaxTier.count(scale, now)
  const shown = [...new Set([...now.keys(), ...(before?.keys() ?? [])])]
  yield* TaxSight.trace(opened, sight, shown)
  const levels = shown.map((building) => sight.of(building).level)
  const { total } = Disclosure.breakdown(sight.policy, Math.min(...levels, 9), new Map([[year, now]]))
  return Command.good<TiersAnswer.Tiers>({
    on,
    year,
    base: base ?? null,
    at: Extent.named(view, extent),
    reading,
    known: now.size,
    below,
    unknown: all.filter((id) => !now.has(id)).map((id) => Naming.unit(view, id)),
    total: total ?? null,
    tiers: tiersOf({ view, scale, now, change }),
    moves: [...(change?.up ?? []), ...(change?.down ?? [])].map(({ building, from, to }) => ({
      unit: Naming.unit(view, building),
      from,
      to
    })),
    buildings: shown
      .map((building) => {
        const told = Taxation.records(taxation, building, year).filter((one) => one.on <= on)
        return {
          unit: Naming.unit(view, building),
          current: TaxSight.see(sight, building, now.get(building)),
          base: before === undefined ? null : TaxSight.see(sight, building, before.get(building)),
          told: (told.length > 1 ? told : []).map((one) => ({
            on: one.on,
            shown: TaxSight.see(sight, building, one.amount),
            source: one.source ?? null
          }))
        }
      })
      .toSorted((a, b) => (b.current.tier ?? -1) - (a.current.tier ?? -1))
  })
})

/** `louyu tiers` */
export const tiers = Command.define<TiersAnswer.Tiers>({
  name: "tiers",
  about: {
    zh: "各税收档次的楼宇，与基年相比的进出；金额须有权才可见",
    en: "buildings by tax tier, who came and went since a base year; amounts only for who may see them"
  },
  arguments: [],
  options: {
    ...Source.options,
    ...Extent.options,
    year: { value: "<year>", about: { zh: "年度，默认上一年", en: "the year; the one before by default" } },
    base: { value: "<year>", about: { zh: "与哪一年比较", en: "the year to compare with" } },
    ...TaxSight.options
  },
  examples: [
    "louyu tiers --store sqlite:city.db --year 2024 --base 2022",
    "louyu tiers --store sqlite:city.db --year 2024 --on 2025-03-01",
    "louyu tiers --store sqlite:city.db --year 2024 --as p-7 --purpose service"
  ],
  answer: TiersAnswer.Tiers,
  work,
  show: TiersAnswer.lines
})
