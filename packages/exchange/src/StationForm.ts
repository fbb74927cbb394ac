import { Count } from "@louyu/kernel"
import { StationCode, type StationCommand } from "@louyu/stations"
import * as Result from "effect/Result"
import { NumberInvalid } from "./ExchangeError.ts"
import { choice, count, type Form, id, list, type Reading } from "./Form.ts"
import * as StationWords from "./StationWords.ts"
import * as Vocabulary from "./Vocabulary.ts"

/** The id of a station. */
export const station = id(StationCode.StationId)
/** The id of a room. */
export const room = id(StationCode.RoomId)
/** The id of a time a room is out of service. */
export const outage = id(StationCode.OutageId)
/** The id of a booking. */
export const booking = id(StationCode.BookingId)
/** The id of a device or desk. */
export const point = id(StationCode.PointId)
/** The id of an item devices and desks offer. */
export const item = id(StationCode.ItemId)
/** The id of a facility. */
export const facility = id(StationCode.FacilityId)
/** The id of an allocation. */
export const allocation = id(StationCode.AllocationId)
/** The id of what a department does at a station. */
export const stationing = id(StationCode.StationingId)
/** A short word of the city's own. */
export const word = id(StationCode.Code)

/** A word of the catalogue of stations, by id or name; without a profile every code is one. */
const known = (sort: StationWords.Sort, [zh, en]: readonly [zh: string, en: string]): Form<string> => ({
  names: { zh: `${zh}的编号或名称`, en: `the id or name of ${en}` },
  read: (cell, context) => {
    const { stations } = context
    if (stations === undefined) return word.read(cell, context)
    return StationWords.find(sort, cell, stations.words[sort], context)
  }
})

/** A kind of station of the city. */
export const stationKind = known("stationKind", ["站点类型", "a kind of station"])
/** A kind of room of the city. */
export const roomKind = known("roomKind", ["功能室类型", "a kind of room"])
/** A kind of device or desk of the city. */
export const pointKind = known("pointKind", ["设备类型", "a kind of device"])
/** A kind of facility of the city. */
export const facilityKind = known("facilityKind", ["设施类型", "a kind of facility"])
/** Somebody whom the city serves. */
export const audience = known("audience", ["服务对象", "an audience"])
/** Several whom the city serves. */
export const audiences = list(audience)
/** A set of labels of the city. */
export const labelSet = known("labelSet", ["标签组", "a set of labels"])
/** A standard of the city. */
export const standard = known("standard", ["站点标准", "a standard"])

/** Where a station stands. */
export const tier = choice(
  Vocabulary.of<StationCommand.Standing["tier"]>(
    ["main", "主阵地", "主站点"],
    ["sub", "分站点", "分阵地", "子站点"],
    ["alone", "独立", "单设"]
  )
)
/** How the stations around a main one are called. */
export const scheme = choice(Vocabulary.of<StationCommand.Scheme>(["1+N", "1+N"], ["1+X", "1+X"]))

/** A number with the word for how exactly it is known. */
export const qualified: Form<Count.Count> = {
  names: { zh: "数量，如 94、400余、近2000、约1.5万", en: "a number such as 94, over 400, nearly 2000 or about 15000" },
  read: (cell) => Count.parse(cell)
}

/** A whole number between bounds. */
export const between = (minimum: number, maximum: number): Form<number> => ({
  names: { zh: `${minimum} 至 ${maximum} 的整数`, en: `a whole number from ${minimum} to ${maximum}` },
  read: (cell, context) => {
    const wrong = new NumberInvalid({ minimum, maximum })
    const read = Result.mapError(count(minimum).read(cell, context), () => wrong)
    return Result.flatMap(
      read,
      (value): Reading<number> => (value <= maximum ? Result.succeed(value) : Result.fail(wrong))
    )
  }
})

/** The id of the one main station a sub-station belongs to; several are told from a bad id. */
export const main: Form<readonly [StationCode.StationId, ...Array<StationCode.StationId>]> = {
  names: station.names,
  read: list(station).read
}
