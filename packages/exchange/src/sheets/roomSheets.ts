import { from, optional, required, to } from "../Column.ts"
import * as DaysForm from "../DaysForm.ts"
import * as Domain from "../DomainForm.ts"
import * as EconomyForm from "../EconomyForm.ts"
import { OneOfNeeded } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ListForm from "../ListForm.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, given } from "../Sheet.ts"
import * as StationForm from "../StationForm.ts"
import { nameOf } from "./unitSheets.ts"

const room = required(StationForm.room, "功能室", ["功能室的编号", "the room"], { also: ["功能室编号", "编号"] })
const people = StationForm.between(1, 100_000)

const rooms = define({
  file: "rooms.csv",
  names: { zh: "功能室", en: "Function rooms" },
  about: {
    zh: "站点内的阅读区、会议室、健康小屋等，每个一行；停用写在 room-outages.csv，预订写在 bookings.csv，自己的开放时间写在 hours.csv。",
    en: "Reading rooms, meeting rooms, health cabins and the like at stations, one a row. Times out of service stand in room-outages.csv, bookings in bookings.csv, hours of its own in hours.csv."
  },
  columns: {
    room,
    station: required(StationForm.station, "站点", ["在哪个站点", "the station it is at"]),
    kind: required(StationForm.roomKind, "类型", ["是哪一类功能室", "the kind of room"]),
    name: required(wording(200), "名称", ["名称", "its name"]),
    nameEn: optional(wording(200), "英文名称", ["英文名称", "its name in English"]),
    place: optional(Domain.unit, "地点", ["在哪个楼层或房间", "the floor or room of the building it is in"]),
    area: optional(EconomyForm.area, "面积", ["平方米", "in square metres"]),
    capacity: optional(people, "容纳人数", ["最多多少人；空则不限", "how many people fit; where empty, any number"]),
    from: from("启用日期", "the day it was furnished"),
    to: to("停办日期", "the day it was given up")
  },
  commands: (row, out) => {
    const { room: id, station, kind, place, area: areaSquareMetres, capacity, from: begin, to: end } = row.cells
    if (!out.isOrderly(row, "to", begin, end)) return
    const said = { kind, names: nameOf(row.cells), place, areaSquareMetres, capacity }
    out.add(row, given({ _tag: "FurnishRoom", room: id, station, ...said, from: begin }))
    if (end !== undefined) out.add(row, { _tag: "RetireRoom", room: id, to: end })
  }
})

const outages = define({
  file: "room-outages.csv",
  names: { zh: "功能室停用", en: "Rooms out of service" },
  about: {
    zh: "功能室在哪些日子停用，每次一行；停用期间不能预订。",
    en: "When rooms are out of service, one time a row; meanwhile they cannot be booked."
  },
  columns: {
    room,
    outage: required(StationForm.outage, "停用", [
      "停用的编号，在该功能室内不重复",
      "the time out of service, an id within its room"
    ]),
    from: required(Form.date, "起始日期", ["停用第一天", "its first day"]),
    to: to("停用结束的日期", "the day it ends"),
    time: optional(DaysForm.time, "时段", ["只在每天的这一时段停用", "where only this time of each day is affected"]),
    reason: required(wording(500), "原因", ["为何停用", "why"]),
    back: optional(Form.date, "恢复日期", ["提前恢复使用的日期", "the day it was put back into service before that"])
  },
  commands: (row, out) => {
    const { room: id, outage, from: begin, to: end, time: window, reason, back } = row.cells
    if (!out.isOrderly(row, "to", begin, end)) return
    out.add(row, given({ _tag: "TakeRoomOut", room: id, outage, from: begin, to: end, window, reason }))
    if (back !== undefined) out.add(row, { _tag: "PutRoomBack", room: id, outage, from: back })
  }
})

const bookings = define({
  file: "bookings.csv",
  names: { zh: "功能室预订", en: "Bookings of rooms" },
  about: {
    zh: "谁在哪天哪个时段预订了哪间功能室，每次一行；跨午夜的写成两行。",
    en: "Who booked which room for what time of which day, one booking a row; over midnight is two."
  },
  columns: {
    room,
    booking: required(StationForm.booking, "预订", [
      "预订的编号，在该功能室内不重复",
      "the booking, an id within its room"
    ]),
    date: required(Form.date, "日期", ["哪一天", "the day"]),
    time: required(DaysForm.time, "时段", ["什么时间", "the time"]),
    unit: optional(Domain.unit, "单位", [
      "预订的单位；与人员二选一",
      "who booked it; the unit or the person is needed"
    ]),
    person: optional(Domain.person, "人员", ["预订人的人员编号", "the id of the person who booked it"]),
    attendees: optional(people, "人数", ["预计多少人", "how many people are expected"]),
    activity: optional(StationForm.word, "活动", ["为哪个活动预订", "the activity it is for"]),
    series: optional(StationForm.word, "系列", ["属于哪个系列", "the series it belongs to"]),
    cancelled: optional(ListForm.yesNo, "已取消", ["是否已取消", "whether it was taken back"])
  },
  commands: (row, out) => {
    const { room: id, booking, date, time: window, unit, person, cancelled, ...rest } = row.cells
    const by = unit === undefined ? (person === undefined ? undefined : { person }) : { unit }
    if (by === undefined || (unit !== undefined && person !== undefined)) {
      return out.refuse(row, "unit", new OneOfNeeded({ columns: ["unit", "person"] }))
    }
    const { attendees, activity, series } = rest
    out.add(row, given({ _tag: "BookRoom", room: id, booking, date, window, by, attendees, activity, series }))
    if (cancelled === "yes") out.add(row, { _tag: "CancelBooking", room: id, booking })
  }
})

/** Files about function rooms, and who booked them. */
export const roomSheets = [rooms, outages, bookings]
