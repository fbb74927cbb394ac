import { CivilDate, Money } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type { Look } from "./Look.ts"
import * as Naming from "./Naming.ts"
import * as Reader from "./Reader.ts"
import * as Share from "./Share.ts"
import * as Table from "./Table.ts"
import * as TaxSight from "./TaxSight.ts"

const { field } = Answer

const Units = Schema.Array(Answer.Unit)

/** The buildings of a tier, and who came and went. */
export const Tier = Schema.Struct({
  threshold: field(Schema.Int, "its first amount, in fen"),
  atLeast: field(Answer.Count, "buildings that reach it, those of higher tiers included"),
  band: field(Answer.Count, "buildings of this tier alone"),
  base: field(Schema.NullOr(Answer.Count), "buildings that reached it in the base year; `null` without one"),
  net: field(Schema.NullOr(Schema.Int), "how many more that are now; `null` without a base year"),
  growth: field(Schema.NullOr(Share.Share), "that by the count of the base year; `null` without one"),
  entries: field(Units, "buildings that reach it, and did not in the base year"),
  exits: field(Units, "buildings that reached it in the base year, and do not now"),
  appeared: field(Units, "buildings that reach it, and had no figure in the base year"),
  lost: field(Units, "buildings that reached it in the base year, and have no figure now"),
  near: field(Units, "buildings that are near it, where the city says what near is")
})
export type Tier = typeof Tier.Type

const Told = Schema.Struct({
  on: field(CivilDate.CivilDate, "the day it was told"),
  shown: field(TaxSight.Amount, "what was told, as far as it may be seen"),
  source: field(Schema.NullOr(Schema.String), "where it came from, or `null`")
})

const Building = Schema.Struct({
  unit: field(Answer.Unit, "the building"),
  current: field(TaxSight.Amount, "the year asked about"),
  base: field(Schema.NullOr(TaxSight.Amount), "the base year; `null` without one"),
  told: field(Schema.Array(Told), "what was told of the year by the date when it was told more than once, oldest first")
})

/** Buildings by tax tier. */
export const Tiers = Schema.Struct({
  on: field(CivilDate.CivilDate, "what was told by this day counts; later corrections do not"),
  year: field(Schema.Int, "the year asked about"),
  base: field(Schema.NullOr(Schema.Int), "the year it is compared with, or `null`"),
  at: field(Schema.NullOr(Answer.Unit), "the place asked about, or `null` for everywhere"),
  reading: field(Schema.NullOr(Reader.Reading), "by whose right amounts are shown, or `null` when nobody is named"),
  known: field(Answer.Count, "buildings with a figure for the year"),
  below: field(Answer.Count, "those of them that reach no tier"),
  unknown: field(Units, "buildings of that year without a figure"),
  total: field(Schema.NullOr(Schema.Int), "all of them together in fen; `null` where it would tell too much of a few"),
  tiers: field(Schema.Array(Tier), "the tiers, the highest first"),
  moves: field(
    Schema.Array(
      Schema.Struct({
        unit: field(Answer.Unit, "the building"),
        from: field(Answer.Count, "its tier in the base year, 0 for none"),
        to: field(Answer.Count, "its tier now")
      })
    ),
    "buildings that changed their tier"
  ),
  buildings: field(Schema.Array(Building), "every building with a figure in either year, the highest tier first")
})
export type Tiers = typeof Tiers.Type

const signed = (net: number | null): string => (net === null ? "" : net > 0 ? `+${net}` : `${net}`)

const money = (look: Look, fen: number): string => Money.display(Money.fen(fen), look.language === "en" ? "en" : "zh")

const names = (look: Look, units: ReadonlyArray<Answer.Unit>): string =>
  units.map(({ name }) => look.text(name)).join(look.label("、", ", "))

const changeLines = (look: Look, { threshold, entries, exits, appeared, lost, near }: Tier): ReadonlyArray<string> => {
  const lists = [
    [look.label("新达到", "reached"), entries],
    [look.label("退出", "fell below"), exits],
    [look.label("新增数据", "first known"), appeared],
    [look.label("缺数据", "not known any more"), lost],
    [look.label("接近", "near"), near]
  ] as const
  return lists.flatMap(([label, units]) =>
    units.length === 0 ? [] : [`  ${money(look, threshold)} ${label} ${units.length}: ${names(look, units)}`]
  )
}

const tierTable = (look: Look, tiers: ReadonlyArray<Tier>, base: number | null): ReadonlyArray<string> => {
  const compared = base === null ? [] : [`${base}`, "±", look.label("增长", "growth")]
  return Table.lines(
    [
      { head: look.label("档次", "from") },
      { head: look.label("累计", "reached"), align: "right" },
      { head: look.label("本档", "in the band"), align: "right" },
      ...compared.map((head) => ({ head, align: "right" as const }))
    ],
    tiers.map((tier) => [
      money(look, tier.threshold),
      `${tier.atLeast}`,
      `${tier.band}`,
      ...(base === null ? [] : [`${tier.base ?? ""}`, signed(tier.net), Share.percent(tier.growth?.rate ?? null)])
    ]),
    (text) => look.paint("dim", text)
  )
}

const buildingLines = (look: Look, { buildings, base }: Tiers): ReadonlyArray<string> =>
  buildings.flatMap(({ unit, current, base: before, told }) => [
    `  ${look.text(unit.name)}  ${TaxSight.text(look, current)}${
      before === null ? "" : look.paint("dim", `  ${base ?? ""}: ${TaxSight.text(look, before)}`)
    }`,
    ...told.map(({ on, shown, source }) =>
      look.paint(
        "dim",
        `    ${look.label(`${on} 填报`, `told ${on}`)} ${TaxSight.text(look, shown)} ${look.text({ zh: source ?? "" })}`.trimEnd()
      )
    )
  ])

const fewBuildings = 30

/** An answer for people. */
export const lines = (answer: Tiers, look: Look): ReadonlyArray<string> => {
  const { on, year, at, reading, known, below, unknown, total, tiers, base, moves } = answer
  const corrected = answer.buildings.some(({ told }) => told.length > 0)
  // More than fits a few screens is told by its tiers, unless somebody came for the amounts.
  const listed = reading !== null || answer.buildings.length <= fewBuildings
  return [
    `${Naming.heading(look, `${year} 年税收档次`, `tax tiers of ${year}`, on)}${at === null ? "" : ` ${Naming.line(look, at)}`}`,
    ...TaxSight.notice(look, reading),
    `${look.label(`${known} 栋有数据`, `${known} buildings known`)} · ${look.label(`${below} 栋未入档`, `${below} below`)}${
      unknown.length === 0
        ? ""
        : ` · ${look.paint("yellow", look.label(`${unknown.length} 栋缺数据`, `${unknown.length} not known`))}`
    }${total === null ? "" : ` · ${look.label("合计", "together")} ${money(look, total)}`}`,
    ...tierTable(look, tiers, base),
    ...(base === null ? [] : look.say(`变档 ${moves.length} 栋`, `${moves.length} changed their tier`)),
    ...(base === null || listed ? tiers.flatMap((tier) => changeLines(look, tier)) : []),
    ...(listed ? buildingLines(look, answer) : []),
    ...(corrected && !listed ? look.say("有更正，见 --json。", "Some were corrected; --json tells which.") : [])
  ]
}
