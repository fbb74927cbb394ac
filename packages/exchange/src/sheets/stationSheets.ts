import type { StationCommand } from "@louyu/stations"
import { from, optional, required, to } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import * as EconomyForm from "../EconomyForm.ts"
import { CellExcluded, CellMissing, IdRepeated, SubWithTwoMains } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, defineGrouped, given, type Output, type Row } from "../Sheet.ts"
import * as StationFacts from "../StationFacts.ts"
import * as StationForm from "../StationForm.ts"
import * as Vocabulary from "../Vocabulary.ts"
import { nameOf } from "./unitSheets.ts"

const station = required(StationForm.station, "站点", ["站点的编号", "the station"], { also: ["站点编号", "编号"] })

const columns = {
  station,
  kind: required(StationForm.stationKind, "类型", ["是哪一类站点", "the kind of station"]),
  name: required(wording(200), "名称", ["名称", "its name"]),
  nameEn: optional(wording(200), "英文名称", ["英文名称", "its name in English"]),
  place: required(Domain.unit, "地点", ["设在哪个单元", "the unit it is at"]),
  tier: optional(StationForm.tier, "层级", [
    "主阵地、分站点或独立；空则有集聚区的为主阵地，有主阵地的为分站点，其余独立",
    "main, sub or alone; where empty, main with a cluster, sub with a main station, else alone"
  ]),
  cluster: optional(Domain.unit, "集聚区", ["主阵地所属的集聚区", "of a main station, its cluster"]),
  scheme: optional(StationForm.scheme, "体系", ["主阵地的体系，1+N 或 1+X", "of a main station: 1+N or 1+X"]),
  main: optional(
    StationForm.main,
    "主阵地",
    ["分站点隶属的主阵地，可写在其后的行", "of a sub-station, the main one; its row may come later"],
    { also: ["隶属主阵地"] }
  ),
  area: optional(EconomyForm.area, "面积", ["平方米", "in square metres"]),
  ...StationFacts.columns,
  from: from("设立日期", "the day it opened"),
  to: to("撤销日期", "the day it closed")
}

type StationRow = Row<typeof columns>
type Out = Output<typeof columns>
type Place = "cluster" | "scheme" | "main"

// Which columns say where a station of a tier stands: the first it needs, the others it may have.
const placing: Readonly<Record<StationCommand.Standing["tier"], ReadonlyArray<Place>>> = {
  main: ["cluster", "scheme"],
  sub: ["main"],
  alone: []
}

/** Where a row says that its station stands; `undefined` when it contradicts itself, which is refused. */
const standingOf = (row: StationRow, out: Out): StationCommand.Standing | undefined => {
  const { station: id, tier: told, cluster, scheme, main } = row.cells
  if (main !== undefined && main.length > 1) {
    out.refuse(row, "main", new SubWithTwoMains({ station: id, mains: main }))
    return undefined
  }
  const tier = told ?? (cluster !== undefined ? "main" : main !== undefined ? "sub" : "alone")
  const excess = (["cluster", "scheme", "main"] as const).filter(
    (column) => row.cells[column] !== undefined && !placing[tier].includes(column)
  )
  const implied = told === undefined ? (tier === "main" ? "cluster" : "main") : "tier"
  for (const column of excess) {
    if (tier === "alone" && told === undefined) out.refuse(row, "cluster", new CellMissing({}))
    else out.refuse(row, column, new CellExcluded({ column: implied }))
  }
  if (excess.length > 0) return undefined
  if (tier === "alone") return { tier }
  if (tier === "main" && cluster !== undefined) return given({ tier, cluster, scheme })
  if (tier === "sub" && main !== undefined) return { tier, main: main[0] }
  out.refuse(row, tier === "main" ? "cluster" : "main", new CellMissing({}))
  return undefined
}

const opened = (row: StationRow, out: Out): void => {
  const { station: id, kind, place, area: areaSquareMetres, from: begin, to: end } = row.cells
  const standing = standingOf(row, out)
  const isWhole = StationFacts.areWhole(row, out)
  if (!out.isOrderly(row, "to", begin, end) || !isWhole || standing === undefined) return
  const named = { kind, names: nameOf(row.cells), place }
  out.add(row, given({ _tag: "OpenStation", station: id, ...named, standing, areaSquareMetres, from: begin }))
  for (const command of StationFacts.commandsOf(id, row.cells, begin)) out.add(row, command)
  if (end !== undefined) out.add(row, { _tag: "CloseStation", station: id, to: end })
}

const stations = defineGrouped({
  file: "stations.csv",
  names: { zh: "站点", en: "Stations" },
  about: {
    zh: "党群服务中心、红领驿站、骑士加油站等，每个一行；主阵地与分站点的顺序不限。日后的转隶、接替和变动写在 station-changes.csv，开放时间写在 hours.csv。",
    en: "Party-mass centres, red-collar stations, rider stations and the like, one a row; a sub-station may stand before its main one. What changes later stands in station-changes.csv, opening hours in hours.csv."
  },
  columns,
  key: ({ station: id }) => id,
  commands: (rows, out) => {
    const [first, ...more] = rows
    const { station: id, main } = first.cells
    for (const row of more) {
      const [own, other] = [main?.[0], row.cells.main?.[0]]
      if (own !== undefined && other !== undefined && own !== other) {
        out.refuse(row, "main", new SubWithTwoMains({ station: id, mains: [own, other] }))
      } else {
        out.refuse(row, "station", new IdRepeated({ id, first: { file: "stations.csv", row: first.number } }))
      }
    }
    opened(first, out)
  }
})

type Change = "attach" | "reattach" | "detach" | "promote" | "found" | "space" | "audiences" | "catchment"

const change = Form.choice(
  Vocabulary.make<Change>([
    { id: "attach", names: { zh: "挂靠", en: "attach" } },
    { id: "reattach", names: { zh: "转隶", en: "reattach" } },
    { id: "detach", names: { zh: "解除", en: "detach" }, also: ["解除隶属"] },
    { id: "promote", names: { zh: "接替", en: "promote" }, also: ["升为主阵地"] },
    { id: "found", names: { zh: "设为主阵地", en: "found" }, also: ["found network"] },
    { id: "space", names: { zh: "空间", en: "space" } },
    { id: "audiences", names: { zh: "服务对象", en: "audiences" } },
    { id: "catchment", names: { zh: "辐射范围", en: "catchment" } }
  ])
)

const changeColumns = {
  station,
  change: required(change, "变动", ["挂靠、转隶、解除、接替、设为主阵地，或空间、服务对象、辐射范围", "what changed"]),
  main: optional(StationForm.station, "主阵地", ["挂靠或转隶到哪个主阵地", "the main station it belongs to now"]),
  cluster: optional(Domain.unit, "集聚区", ["成为哪个集聚区的主阵地", "the cluster it is the main station of now"]),
  scheme: optional(StationForm.scheme, "体系", ["1+N 或 1+X", "1+N or 1+X"]),
  ...StationFacts.columns,
  area: optional(EconomyForm.area, "面积", ["空间变动后的面积，平方米", "of its rooms now, in square metres"]),
  from: from("变动的日期", "the day of the change")
}

type ChangeRow = Row<typeof changeColumns>
type ChangeColumn = Exclude<keyof typeof changeColumns, "station" | "change" | "from">

// The columns a change takes, the first of which it needs.
const takes: Readonly<Record<Change, ReadonlyArray<ChangeColumn>>> = {
  attach: ["main"],
  reattach: ["main"],
  detach: [],
  promote: [],
  found: ["cluster", "scheme"],
  space: ["source", "owner", "area"],
  audiences: ["audiences", "openTo"],
  catchment: ["minutes", "enterprises", "households"]
}

const optionals = [...new Set(Object.values(takes).flat())]

const changed = ({ cells }: ChangeRow): ReadonlyArray<StationCommand.Command> => {
  const { station: id, change: what, main, cluster, scheme, area, from: begin, ...facts } = cells
  const of = { station: id, from: begin }
  switch (what) {
    case "attach":
      return main === undefined ? [] : [{ _tag: "AttachStation", ...of, main }]
    case "reattach":
      return main === undefined ? [] : [{ _tag: "ReattachStation", ...of, main }]
    case "detach":
      return [{ _tag: "DetachStation", ...of }]
    case "promote":
      return [{ _tag: "PromoteStation", ...of }]
    case "found":
      return cluster === undefined ? [] : [given({ _tag: "FoundNetwork", ...of, cluster, scheme })]
    default:
      return StationFacts.commandsOf(id, facts, begin, area)
  }
}

const changes = define({
  file: "station-changes.csv",
  names: { zh: "站点变动", en: "Changes of stations" },
  about: {
    zh: "站点日后的变动，每次一行：挂靠、转隶、解除、由分站点接替主阵地、设为主阵地，以及空间、服务对象和辐射范围的变化。",
    en: "What becomes of stations later, one change a row: attached, reattached, detached, promoted in the place of the main one, made a main one; other rooms, audiences or catchment."
  },
  columns: changeColumns,
  commands: (row, out) => {
    const { change: what } = row.cells
    const taken = takes[what]
    const excess = optionals.filter((column) => row.cells[column] !== undefined && !taken.includes(column))
    for (const column of excess) out.refuse(row, column, new CellExcluded({ column: `change=${what}` }))
    const [needed] = taken
    const isMissing = needed !== undefined && row.cells[needed] === undefined
    if (isMissing) out.refuse(row, needed, new CellMissing({}))
    if (excess.length > 0 || isMissing) return
    for (const command of changed(row)) out.add(row, command)
  }
})

/** Files about stations, and how they stand to one another. */
export const stationSheets = [stations, changes]
