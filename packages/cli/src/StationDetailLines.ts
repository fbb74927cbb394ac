import { Count, type Text } from "@louyu/kernel"
import type { StationCommand } from "@louyu/stations"
import type { Look } from "./Look.ts"
import * as Share from "./Share.ts"
import type * as StationDetail from "./StationDetail.ts"
import * as StationFacilityLines from "./StationFacilityLines.ts"
import * as StationHours from "./StationHours.ts"
import * as StationRow from "./StationRow.ts"
import * as Table from "./Table.ts"

const sources: Readonly<Record<StationCommand.SpaceSource, readonly [zh: string, en: string]>> = {
  own: ["自有", "its own rooms"],
  integrated: ["整合", "rooms put together"],
  swapped: ["置换", "rooms exchanged"],
  shared: ["共享", "rooms used with others"]
}

const counted = (look: Look, one: Count.Count, zh: string, en: string): string =>
  look.label(`${Count.format(one, "zh")}${zh}`, `${Count.format(one, "en")} ${en}`)

const names = (look: Look, words: ReadonlyArray<{ readonly names: Text.Text }>): string =>
  words.map((one) => look.text(one.names)).join(look.language === "en" ? ", " : "、")

const weekLines = (look: Look, { week }: StationDetail.Detail): ReadonlyArray<string> => [
  look.paint("bold", look.label("开放时间", "hours")),
  ...Table.lines(
    [{ head: "" }, { head: "" }, { head: "" }],
    week.map(({ date, day, ...hours }) => [
      `  ${date}`,
      StationHours.dayLine(look, date, day),
      StationHours.line(look, hours)
    ])
  )
]

const fact = (look: Look, zh: string, en: string, text: string): ReadonlyArray<string> =>
  text === "" ? [] : [`${look.paint("dim", look.label(zh, en))} ${text}`]

const standardLines = (look: Look, { standards }: StationRow.Row): ReadonlyArray<string> =>
  standards.flatMap(({ standard, on, met, missing }) => {
    const title = look.paint("dim", look.text(standard.names))
    if (on === null) return [`${title} ${look.paint("yellow", look.label("从未评估", "never assessed"))}`]
    const lacks =
      missing.length === 0 ? "" : ` · ${look.paint("yellow", `${look.label("缺", "lacks")} ${names(look, missing)}`)}`
    return [`${title} ${met.length}/${met.length + missing.length} ${look.paint("dim", on)}${lacks}`]
  })

const roomLines = (look: Look, { rooms }: StationDetail.Detail): ReadonlyArray<string> => {
  if (rooms.length === 0) return []
  const bookings = (room: (typeof rooms)[number]): string =>
    room.booked.map(({ open, close }) => `${open}-${close}`).join(", ")
  const outage = (room: (typeof rooms)[number]): string =>
    room.outages
      .map(({ window, reason }) => {
        const when = window === null ? "" : ` ${window.open}-${window.close}`
        return look.paint("red", `${look.label("停用", "out of service")}${when} ${look.text({ zh: reason })}`)
      })
      .join(" ")
  return [
    look.paint("bold", look.label("功能室", "rooms")),
    ...Table.lines(
      [
        { head: `  ${look.label("名称", "room")}` },
        { head: look.label("用途", "kind") },
        { head: look.label("面积", "area"), align: "right" },
        { head: look.label("可容", "fits"), align: "right" },
        { head: look.label("当日预订", "booked") },
        { head: "" }
      ],
      rooms.map((one) => [
        `  ${look.text(one.room.names)} ${look.paint("dim", `(${one.room.id})`)}`,
        look.text(one.kind.names),
        one.areaSquareMetres === null ? "" : `${Share.number(one.areaSquareMetres)} m²`,
        one.capacity === null ? "" : `${one.capacity}`,
        bookings(one),
        [one.hours === null ? "" : StationHours.line(look, { hours: one.hours, hasHours: true }), outage(one)]
          .join(" ")
          .trim()
      ]),
      (text) => look.paint("dim", text)
    )
  ]
}

/** Departments that come to stations, by station and time. */
export const presentLines = (look: Look, present: ReadonlyArray<StationDetail.Present>): ReadonlyArray<string> =>
  Table.lines(
    [{ head: "" }, { head: "" }, { head: "" }, { head: "" }],
    present.map((one) => [
      `  ${one.open}-${one.close}`,
      look.text(one.station.names),
      look.text(one.department.name),
      `${look.text(one.names)} ${look.paint("dim", `(${one.stationing})`)}`
    ])
  )

const catchmentLine = (look: Look, { catchment }: StationDetail.Detail): string => {
  if (catchment === null) return ""
  const { minutes, enterprises, households } = catchment
  const parts = [
    ...(enterprises === null ? [] : [counted(look, enterprises, "家企业", "enterprises")]),
    ...(households === null ? [] : [counted(look, households, "户居民", "households")])
  ]
  return `${look.label(`${minutes} 分钟内`, `within ${minutes} minutes`)}: ${parts.join(", ")}`
}

/** A station with everything known of it. */
export const lines = (look: Look, row: StationRow.Row, detail: StationDetail.Detail): ReadonlyArray<string> => {
  const { space, audiences, openTo, labels, present } = detail
  const owner = space?.owner == null ? "" : ` · ${look.text(space.owner.name)}`
  return [
    StationRow.summary(look, row),
    ...standardLines(look, row),
    ...fact(look, "场地", "space", space === null ? "" : `${look.label(...sources[space.source])}${owner}`),
    ...fact(look, "服务对象", "for", names(look, audiences)),
    ...fact(
      look,
      "向周边开放",
      "open to",
      openTo.map(({ name }) => look.text(name)).join(look.language === "en" ? ", " : "、")
    ),
    ...labels.flatMap((one) => [`${look.paint("dim", look.text(one.set.names))} ${names(look, one.labels)}`]),
    ...fact(look, "服务圈", "reach", catchmentLine(look, detail)),
    "",
    ...weekLines(look, detail),
    ...roomLines(look, detail),
    ...(present === null || present.length === 0
      ? []
      : [look.paint("bold", look.label("当日驻点部门", "departments that come")), ...presentLines(look, present)]),
    ...StationFacilityLines.lines(look, detail.facilities)
  ]
}
