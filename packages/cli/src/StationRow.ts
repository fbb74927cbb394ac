import { CivilDate, type Identifier } from "@louyu/kernel"
import { type Network, StationCommand, StationReview } from "@louyu/stations"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as Look from "./Look.ts"
import { Word } from "./ProspectBook.ts"
import * as Share from "./Share.ts"
import * as StationBook from "./StationBook.ts"
import * as StationHours from "./StationHours.ts"
import * as Table from "./Table.ts"

const { field } = Answer

/** How far a station meets a standard. */
export const Assessed = Schema.Struct({
  standard: field(Word, "the standard"),
  on: field(Schema.NullOr(CivilDate.CivilDate), "the day it was last assessed by then, or `null` for never"),
  met: field(Schema.Array(Word), "what it has"),
  missing: field(Schema.Array(Word), "what it lacks; everything when it was never assessed")
})
export type Assessed = typeof Assessed.Type

/** A station as answers list it. */
export const Row = Schema.Struct({
  ...StationBook.Named.fields,
  kind: field(Word, "its kind"),
  place: field(Answer.Unit, "where it is"),
  tier: field(
    Schema.Literals(["main", "sub", "alone"]),
    "whether it is the main one of a cluster, belongs to a main one, or stands alone"
  ),
  cluster: field(Schema.NullOr(Answer.Unit), "the cluster of the main one, its own or that it belongs to, or `null`"),
  scheme: field(Schema.NullOr(StationCommand.Scheme), "how the network of a main one is called, or `null`"),
  main: field(Schema.NullOr(Schema.String), "the id of the main station a sub belongs to, or `null`"),
  subs: field(Answer.Count, "how many belong to it; 0 for all but main ones"),
  areaSquareMetres: field(Schema.NullOr(Schema.Finite), "its area, or `null` when nobody said"),
  ...StationHours.Hours.fields,
  standards: field(Schema.Array(Assessed), "how far it meets each standard of the city")
}).annotate({ identifier: "StationRow" })
export type Row = typeof Row.Type

const assessed = ({ catalogue, point }: StationBook.StationBook, { station }: Network.Place): ReadonlyArray<Assessed> =>
  catalogue.standards.map((standard) => {
    const found = StationReview.assessed(station, standard, point.on)
    const words = (ids: ReadonlyArray<string>) => ids.map((id) => StationBook.word(standard.criteria, id))
    return {
      standard: { id: standard.id, names: standard.names },
      on: found?.on ?? null,
      met: words(found?.met ?? []),
      missing: words(found?.missing ?? standard.criteria.map(({ id }) => id))
    }
  })

/** A station as answers list it. */
export const of = (
  book: StationBook.StationBook,
  place: Network.Place,
  cluster: Identifier.UnitId | undefined,
  subs: number
): Row => {
  const { station, standing } = place
  const { opened } = station
  return {
    ...StationBook.named(book, opened.station),
    kind: StationBook.word(book.catalogue.stationKinds, opened.kind),
    place: StationBook.unit(book, opened.place),
    tier: standing.tier,
    cluster: cluster === undefined ? null : StationBook.unit(book, cluster),
    scheme: standing.tier === "main" ? (standing.scheme ?? null) : null,
    main: standing.tier === "sub" ? standing.main : null,
    subs,
    areaSquareMetres: StationReview.area(station, book.point.on) ?? null,
    ...StationHours.on(station.hours, book.calendar, book.point.on),
    standards: assessed(book, place)
  }
}

const score = (look: Look.Look, { on, met, missing }: Assessed): string => {
  if (on === null) return look.paint("yellow", look.label("未评估", "never"))
  const text = `${met.length}/${met.length + missing.length}`
  return missing.length === 0 ? text : look.paint("yellow", text)
}

const cells = (look: Look.Look, row: Row, indent: string): ReadonlyArray<string> => [
  `${indent}${StationBook.line(look, row)}`,
  look.text(row.kind.names),
  look.text(row.place.name),
  row.areaSquareMetres === null ? "" : `${Share.number(row.areaSquareMetres)} m²`,
  StationHours.line(look, row),
  ...row.standards.map((one) => score(look, one))
]

const heading = (look: Look.Look, main: Row): string => {
  const cluster = main.cluster === null ? "" : `${look.text(main.cluster.name)} `
  const scheme = main.scheme === null ? "" : `${main.scheme} `
  const subs = look.label(`1 主 ${main.subs} 分`, `1 main, ${Look.many(main.subs, "sub")}`)
  return `${look.paint("cyan", cluster)}${look.paint("dim", `${scheme}${subs}`)}`
}

interface Group {
  readonly heading: string
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
}

const groupsOf = (look: Look.Look, rows: ReadonlyArray<Row>): ReadonlyArray<Group> => {
  const listed = new Set(rows.flatMap(({ id, tier }) => (tier === "main" ? [id] : [])))
  const networks = rows
    .filter(({ tier }) => tier === "main")
    .map((main) => ({
      heading: heading(look, main),
      rows: [
        cells(look, main, "  ● "),
        ...rows.filter((one) => one.main === main.id).map((sub) => cells(look, sub, "    "))
      ]
    }))
  const group = (zh: string, en: string, some: ReadonlyArray<Row>): ReadonlyArray<Group> =>
    some.length === 0
      ? []
      : [{ heading: look.paint("cyan", look.label(zh, en)), rows: some.map((row) => cells(look, row, "    ")) }]
  return [
    ...networks,
    ...group(
      "分站（主站未列出）",
      "subs whose main station is not listed",
      rows.filter(({ main }) => main !== null && !listed.has(main))
    ),
    ...group(
      "独立站点",
      "standing alone",
      rows.filter(({ tier }) => tier === "alone")
    )
  ]
}

const standings: Readonly<Record<Row["tier"], readonly [zh: string, en: string]>> = {
  main: ["主站", "main station"],
  sub: ["分站", "sub-station"],
  alone: ["独立站点", "stands alone"]
}

/** What a station is, on a line: its kind, where it is, and where it stands. */
export const summary = (look: Look.Look, { kind, place, tier, cluster, main, scheme, subs, areaSquareMetres }: Row) =>
  [
    look.text(kind.names),
    look.text(place.name),
    [
      look.label(...standings[tier]),
      ...(scheme === null ? [] : [scheme]),
      ...(cluster === null ? [] : [look.text(cluster.name)]),
      ...(main === null ? [] : [`→ ${main}`])
    ].join(" "),
    ...(tier === "main" ? [look.label(`${subs} 个分站`, Look.many(subs, "sub"))] : []),
    ...(areaSquareMetres === null ? [] : [`${Share.number(areaSquareMetres)} m²`])
  ].join(" · ")

/** Stations network by network, each main one with its subs below it, then those that stand alone. */
export const lines = (look: Look.Look, rows: ReadonlyArray<Row>): ReadonlyArray<string> => {
  const groups = groupsOf(look, rows)
  const standards = rows[0]?.standards ?? []
  const [head = "", ...body] = Table.lines(
    [
      { head: `    ${look.label("站点", "station")}` },
      { head: look.label("类型", "kind") },
      { head: look.label("地点", "place") },
      { head: look.label("面积", "area"), align: "right" },
      { head: look.label("当日开放", "hours of the day") },
      ...standards.map(({ standard }) => ({ head: look.text(standard.names) }))
    ],
    groups.flatMap((group) => group.rows),
    (text) => look.paint("dim", text)
  )
  let next = 0
  const listed = groups.flatMap((group) => {
    const from = next
    next += group.rows.length
    return [group.heading, ...body.slice(from, next)]
  })
  return rows.length === 0 ? [] : [head, ...listed]
}
