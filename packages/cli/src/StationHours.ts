import { CivilDate, Text, Timeline, TimeWindow, WorkCalendar } from "@louyu/kernel"
import { OpeningHours, OpenTimes } from "@louyu/stations"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type { Look } from "./Look.ts"

const { field } = Answer

/** A stretch of a day in which something is open. */
export const Opening = Schema.Struct({
  open: field(Schema.String, "from when, `HH:MM`"),
  close: field(Schema.String, "up to when, `HH:MM`; `24:00` for the end of the day"),
  sort: field(OpeningHours.Sort, "what sort of hours these are"),
  names: field(Schema.NullOr(Answer.Name), "what the city calls these hours, or `null`")
}).annotate({ identifier: "Opening" })
export type Opening = typeof Opening.Type

/** A stretch of a day in which something is open, as answers tell it. */
export const opening = ({ open, close, sort, rule }: OpenTimes.Opening): Opening => ({
  open,
  close,
  sort,
  names: rule?.names ?? null
})

/** When something is open on a day, and whether anybody said so. */
export const Hours = Schema.Struct({
  hours: field(
    Schema.NullOr(Schema.Array(Opening)),
    "when it is open on the day, none when it is closed; `null` where nobody said, or the calendar does not know the day"
  ),
  hasHours: field(Schema.Boolean, "whether anybody said when it is open on the day")
})
export type Hours = typeof Hours.Type

/** When something is open on a day, in order, as far as that is known. */
export const on = (
  schedule: OpenTimes.Schedule,
  calendar: WorkCalendar.WorkCalendar,
  date: CivilDate.CivilDate
): Hours => {
  if (Timeline.at(schedule, date) === undefined) return { hours: null, hasHours: false }
  return Result.match(OpenTimes.on(schedule, calendar, date), {
    onSuccess: (found) => ({ hours: found.map(opening), hasHours: true }),
    onFailure: () => ({ hours: null, hasHours: true })
  })
}

const sorts: Readonly<Record<OpeningHours.Sort, readonly [zh: string, en: string]>> = {
  regular: ["常规", "regular"],
  noon: ["午间", "noon"],
  evening: ["晚间", "evening"],
  weekend: ["周末", "weekend"],
  holiday: ["节假日", "holiday"],
  extended: ["延时", "extended"]
}

/** What hours are called: as the city calls them, else by their sort. */
export const called = (look: Look, { sort, names }: Pick<Opening, "sort" | "names">): string =>
  names === null ? look.label(...sorts[sort]) : look.text(names)

const wholeDay = TimeWindow.make(["00:00", "24:00"])[0]

const isWholeDay = (openings: ReadonlyArray<Opening>): boolean =>
  openings.length === 1 && openings[0]?.open === wholeDay?.open && openings[0]?.close === wholeDay?.close

/** The hours of a day on a line; those that are not the regular ones with what they are. */
export const line = (look: Look, { hours: openings, hasHours }: Hours): string => {
  if (!hasHours) return look.paint("yellow", look.label("开放时间未登记", "not known"))
  if (openings === null) return look.paint("yellow", look.label("日历未知", "day not in the calendar"))
  if (openings.length === 0) return look.paint("dim", look.label("不开放", "closed"))
  if (isWholeDay(openings)) return look.label("24 小时", "24 hours")
  return openings
    .map((one) => `${one.open}-${one.close}${one.sort === "regular" ? "" : ` ${called(look, one)}`}`)
    .join(", ")
}

const weekdays = {
  zh: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
} as const

/** The day of the week. */
export const weekday = (look: Look, date: CivilDate.CivilDate): string => {
  const at = CivilDate.weekday(date) - 1
  return look.label(weekdays.zh[at] ?? "", weekdays.en[at] ?? "")
}

const kinds: Readonly<Record<WorkCalendar.Day["kind"], readonly [zh: string, en: string]>> = {
  workday: ["工作日", "workday"],
  weekend: ["周末", "weekend"],
  offDay: ["法定节假日", "public holiday"],
  makeUpWorkday: ["调休上班", "make-up workday"]
}

/** What a day is in the working calendar. */
export const Day = Schema.Struct({
  kind: field(
    Schema.Literals(["workday", "makeUpWorkday", "weekend", "offDay"]),
    "what it is in the working calendar; `offDay` for a public holiday"
  ),
  names: field(Schema.NullOr(Answer.Name), "the holiday it belongs to, or `null`")
}).annotate({ identifier: "Day" })
export type Day = typeof Day.Type

/** What a day is; `null` where the calendar does not know. */
export const dayOf = (calendar: WorkCalendar.WorkCalendar, date: CivilDate.CivilDate): Day | null =>
  Result.match(WorkCalendar.dayOn(calendar, date), {
    onSuccess: ({ kind, name }) => ({ kind, names: name === undefined ? null : Text.of(name.zh, name.en) }),
    onFailure: () => null
  })

/** A day on a line: of the week, and of the working calendar. */
export const dayLine = (look: Look, date: CivilDate.CivilDate, day: Day | null): string => {
  const what =
    day === null
      ? look.label("日历未收录", "not in the calendar")
      : day.names === null
        ? look.label(...kinds[day.kind])
        : `${look.label(...kinds[day.kind])} ${look.text(day.names)}`
  return `${weekday(look, date)} ${what}`
}
