import type { Identifier } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import { Network } from "@louyu/stations"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type { Look } from "./Look.ts"
import * as Naming from "./Naming.ts"
import { Word } from "./ProspectBook.ts"
import * as StationBook from "./StationBook.ts"
import type * as StationRow from "./StationRow.ts"

const { field, Count } = Answer

/** The stations that are asked about, in numbers. */
export const Totals = Schema.Struct({
  mains: field(Count, "main stations"),
  subs: field(Count, "stations that belong to a main one"),
  alone: field(Count, "stations that stand alone"),
  total: field(Count, "all of them"),
  subsPerMain: field(
    Schema.NullOr(Schema.Finite),
    "subs for each main one on average; `null` where there is no main one"
  ),
  mainsWithoutSubs: field(Schema.Array(StationBook.Named), "main stations to which none belongs"),
  clustersWithoutMain: field(Schema.Array(Answer.Unit), "clusters without a main station"),
  kinds: field(
    Schema.Array(Schema.Struct({ kind: field(Word, "a kind of station"), stations: field(Count, "how many") })),
    "how many there are of each kind, most first"
  )
})
export type Totals = typeof Totals.Type

/** The clusters of a city, or those within a unit. */
export const clusters = ({ scene, point }: StationBook.StationBook, within: Identifier.UnitId | undefined) =>
  View.units(scene.view)
    .map(({ id }) => id)
    .filter(
      (id) =>
        View.archetype(scene.view, id) === "cluster" &&
        (within === undefined || scene.directory.places.isWithin(id, within, point.on))
    )

/** Stations in numbers, beside clusters that should have one. */
export const of = (
  book: StationBook.StationBook,
  rows: ReadonlyArray<StationRow.Row>,
  wanted: ReadonlyArray<Identifier.UnitId>
): Totals => {
  const count = (tier: StationRow.Row["tier"]) => rows.filter((one) => one.tier === tier).length
  const [mains, subs, alone] = [count("main"), count("sub"), count("alone")]
  const kinds = [...Map.groupBy(rows, ({ kind }) => kind.id).values()].flatMap((some) =>
    some[0] === undefined ? [] : [{ kind: some[0].kind, stations: some.length }]
  )
  return {
    mains,
    subs,
    alone,
    total: rows.length,
    subsPerMain: mains === 0 ? null : rows.reduce((sum, one) => sum + one.subs, 0) / mains,
    mainsWithoutSubs: rows
      .filter(({ tier, subs: own }) => tier === "main" && own === 0)
      .map(({ id, names }) => ({ id, names })),
    clustersWithoutMain: Network.clustersWithout(book.stations, wanted, book.point.on).map((id) =>
      StationBook.unit(book, id)
    ),
    kinds: kinds.toSorted((a, b) => b.stations - a.stations || (a.kind.id < b.kind.id ? -1 : 1))
  }
}

const standardLines = (look: Look, rows: ReadonlyArray<StationRow.Row>): ReadonlyArray<string> =>
  (rows[0]?.standards ?? []).flatMap(({ standard }) => {
    const own = rows.flatMap(({ standards }) => standards.filter((one) => one.standard.id === standard.id))
    const never = own.filter(({ on }) => on === null).length
    const short = own.filter(({ on, missing }) => on !== null && missing.length > 0).length
    if (never + short === 0) return []
    const title = look.text(standard.names)
    return [
      look.paint(
        "yellow",
        look.label(
          `${title}：未达标 ${short} 个，未评估 ${never} 个`,
          `${title}: ${short} short of it, ${never} never assessed`
        )
      )
    ]
  })

/** The numbers, then what wants looking after. */
export const lines = (look: Look, totals: Totals, rows: ReadonlyArray<StationRow.Row>): ReadonlyArray<string> => {
  const { mains, subs, alone, total, subsPerMain, mainsWithoutSubs, clustersWithoutMain, kinds } = totals
  const mean = subsPerMain === null ? "—" : `${Math.round(subsPerMain * 100) / 100}`
  const warn = (zh: string, en: string, names: ReadonlyArray<string>): ReadonlyArray<string> =>
    names.length === 0
      ? []
      : [
          `${look.paint("yellow", `${look.label(zh, en)} ${names.length}:`)} ${names.join(look.language === "en" ? ", " : "、")}`
        ]
  return [
    look.label(
      `主站 ${mains} · 分站 ${subs} · 独立 ${alone} · 共 ${total}；每个主站平均 ${mean} 个分站`,
      `main ${mains} · sub ${subs} · alone ${alone} · ${total} in all; subs for each main on average: ${mean}`
    ),
    kinds.map(({ kind, stations: count }) => `${look.text(kind.names)} ${count}`).join(" · "),
    ...warn(
      "无分站的主站",
      "main stations without subs",
      mainsWithoutSubs.map((one) => StationBook.line(look, one))
    ),
    ...warn(
      "无主站的集聚区",
      "clusters without a main station",
      clustersWithoutMain.map((one) => Naming.line(look, one))
    ),
    ...standardLines(look, rows)
  ]
}
