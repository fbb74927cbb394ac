import { sheet } from "./caseFolder.ts"
import { stationed } from "./stationFolder.ts"

type Texts = Readonly<Record<string, string>>

/** The stations with hours. */
export const open = (...rows: ReadonlyArray<string>) =>
  stationed({ "hours.csv": sheet("station,room,sort,days,times,dates,name,from", ...rows) })
/** A station with two rooms, and files about them. */
export const furnished = (files: Texts = {}): Texts =>
  stationed({
    "rooms.csv": sheet(
      "room,station,kind,name,area,capacity,from,to",
      "meet-1,red-1,会议室,议事厅,60,20,2021-01-01,",
      "read-1,red-1,reading,阅读区,,,2021-01-01,2024-01-01"
    ),
    ...files
  })
/** Rooms with two times out of service, and bookings. */
export const booked = (...rows: ReadonlyArray<string>) =>
  furnished({
    "room-outages.csv": sheet(
      "room,outage,from,to,time,reason,back",
      "meet-1,o-1,2024-05-06,2024-05-20,,装修,2024-05-13",
      "meet-1,o-2,2024-06-03,2024-07-01,08:00-10:00,保洁,"
    ),
    "bookings.csv": sheet("room,booking,date,time,unit,person,attendees,cancelled", ...rows)
  })
/** A station with a device and a desk, and files about them. */
export const equipped = (files: Texts = {}): Texts =>
  stationed({
    "items.csv": sheet("item,name,minutes_before,minutes_here", "tax-1,缴费,约60,5", "print-1,打印,,", "card-1,查询,,"),
    "devices.csv": sheet(
      "设备,种类,类型,名称,站点,事项,启用时间,撤除时间",
      "dev-1,,无人值守集成机,一号机,red-1,tax-1;print-1,2022-01-01,",
      "dev-2,窗口,服务窗口,综合窗口,red-1,tax-1,2022-01-01 8:30,2025-01-01"
    ),
    ...files
  })
/** Parking that residents and enterprises share, and files about it. */
export const sharing = (files: Texts = {}): Texts => ({
  "facilities.csv": sheet(
    "facility,kind,name,place,quantity,from",
    "park-1,潮汐停车位,总商会大厦停车场,b-1,120,2022-06-01",
    "park-1,潮汐停车位,总商会大厦停车场,b-1,100,2022-01-01"
  ),
  "shared-windows.csv": sheet(
    "facility,audience,days,times,from",
    "park-1,周边居民,工作日,18:00-24:00,2022-01-01",
    "park-1,residents,休息日,0:00-24:00,2022-01-01",
    "park-1,企业,工作日,07:00-18:00,2022-01-01"
  ),
  ...files
})
/** Such parking, and who was given some of it. */
export const allocated = (...rows: ReadonlyArray<string>) =>
  sharing({ "allocations.csv": sheet("facility,allocation,audience,unit,spaces,days,time,from,to,released", ...rows) })
