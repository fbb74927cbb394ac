import type { CivilDate } from "@louyu/kernel"
import type { StationCode, StationCommand } from "@louyu/stations"
import { optional } from "./Column.ts"
import * as Domain from "./DomainForm.ts"
import * as ListForm from "./ListForm.ts"
import { type Cells, given, type Output, type Row } from "./Sheet.ts"
import * as StationForm from "./StationForm.ts"
import * as Wholeness from "./Wholeness.ts"

/** Columns that say of a station whose its rooms are, whom it serves, and whom it reaches. */
export const columns = {
  source: optional(ListForm.tenure, "空间来源", [
    "自有、整合、置换或共享",
    "how it comes by its rooms: its own, put together, exchanged or shared"
  ]),
  owner: optional(Domain.unit, "空间归属", ["空间是哪个单元的", "the unit whose rooms they are"]),
  audiences: optional(StationForm.audiences, "服务对象", ["为谁服务", "whom it serves"]),
  openTo: optional(Domain.units, "开放给", [
    "除所在地外还向哪些场所开放",
    "places around, besides its own, that it is open to"
  ]),
  minutes: optional(StationForm.between(1, 1440), "辐射分钟", [
    "多少分钟可达的服务圈",
    "within how many minutes it reaches whom it reaches"
  ]),
  enterprises: optional(StationForm.qualified, "辐射企业", ["服务圈内的企业数", "how many enterprises it reaches"]),
  households: optional(StationForm.qualified, "辐射户数", ["服务圈内的户数", "how many households it reaches"])
}

type Facts = Cells<typeof columns>

// What each column cannot do without.
const needs = [
  ["owner", "source"],
  ["openTo", "audiences"],
  ["enterprises", "minutes"],
  ["households", "minutes"]
] as const

/** Whether what is said of a station is said whole; what is missing is refused. */
export const areWhole = <C extends typeof columns>(row: Row<C>, out: Output<C>): boolean =>
  Wholeness.isWhole(row, needs, out)

/** What cells ask to be known of a station from a day on; an area only where they say how it comes by its rooms. */
export const commandsOf = (
  station: StationCode.StationId,
  { source, owner, audiences, openTo: places, minutes, enterprises, households }: Facts,
  from: CivilDate.CivilDate,
  areaSquareMetres?: number
): ReadonlyArray<StationCommand.Command> => [
  ...(source === undefined ? [] : [given({ _tag: "ArrangeSpace", station, source, owner, areaSquareMetres, from })]),
  ...(audiences === undefined ? [] : [given({ _tag: "AddressAudiences", station, audiences, places, from })]),
  ...(minutes === undefined
    ? []
    : [given({ _tag: "DescribeCatchment", station, minutes, enterprises, households, from })])
]
