import { CivilDate } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as DutyAnswer from "../DutyAnswer.ts"
import * as DutyBook from "../DutyBook.ts"
import * as DutyDays from "../DutyDays.ts"
import * as DutyFeed from "../DutyFeed.ts"
import * as Moment from "../Moment.ts"
import * as Naming from "../Naming.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Source from "../Source.ts"
import * as StationBook from "../StationBook.ts"
import { OptionsClash } from "../UsageError.ts"

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const count = (yield* Effect.fromResult(OptionValue.countBetween(given, "days", 1, 366))) ?? 1
  const moment = given.values.has("at")
  if (moment && given.values.has("days")) return yield* new OptionsClash({ options: ["--at", "--days"] })
  const [unitNamed, stationNamed] = [given.values.get("unit"), given.values.get("station")]
  if (given.switches.has("ics") && unitNamed !== undefined && stationNamed !== undefined) {
    return yield* new OptionsClash({ options: ["--unit", "--station"] })
  }
  // A feed has all that is published: no day and no time of it is picked out.
  const picked = ["at", "days"].find((one) => given.values.has(one))
  if (given.switches.has("ics") && picked !== undefined) {
    return yield* new OptionsClash({ options: ["--ics", `--${picked}`] })
  }
  const city = yield* Source.city(given, desk)
  const book = yield* StationBook.of(given, city, "at")
  const { point } = book
  const wanted: DutyDays.Wanted = {
    unit: unitNamed === undefined ? undefined : yield* Naming.existing(book.scene.view, unitNamed),
    station: stationNamed === undefined ? undefined : yield* StationBook.existing(book, stationNamed),
    moment
  }
  const end = CivilDate.addDays(point.on, count)
  const days = Array.from({ length: count }, (_, n) => CivilDate.addDays(point.on, n))
  const after = moment && point.at !== undefined ? point.at : Moment.startOf(end, point.offset) - 1
  return Command.good<DutyAnswer.Duty>({
    on: point.on,
    at: point.at === undefined ? null : Moment.text(point.at, point.offset),
    unit: wanted.unit === undefined ? null : StationBook.unit(book, wanted.unit),
    station: wanted.station === undefined ? null : StationBook.named(book, wanted.station),
    days: days.map(DutyDays.of(book, wanted)),
    next: wanted.unit === undefined ? null : DutyDays.nextOf(book, wanted.unit, after),
    warnings: DutyBook.warnings(book, point.on, end)?.filter(DutyDays.concerns(wanted)) ?? null,
    feed: given.switches.has("ics") ? yield* DutyFeed.of(given, desk.io, city, book, wanted) : null
  })
})

/** `louyu duty` */
export const duty = Command.define<DutyAnswer.Duty>({
  name: "duty",
  about: {
    zh: "谁在哪里值班：轮值与驻点部门，空班与缺人提醒，日历订阅",
    en: "who is on duty where, by rosters and timetables, with gaps and empty shifts; as a calendar feed"
  },
  arguments: [],
  options: {
    ...Source.options,
    at: {
      value: "<time>|<date>T<time>",
      about: { zh: "只看此刻当值的", en: "only those who are on duty at this time" }
    },
    days: {
      value: "<n>",
      about: { zh: "自当日起看几天，1 至 366，默认 1", en: "so many days from the day on, up to 366; 1 by default" }
    },
    unit: {
      value: "<unit>",
      about: { zh: "只看此单位的值班及下次值班", en: "only the duty of this unit, and when it is next" }
    },
    station: { value: "<station>", about: { zh: "只看此站点", en: "only this station" } },
    ics: {
      about: {
        zh: "输出 iCalendar 订阅内容（需 --unit 或 --station），含全部已发布的值班",
        en: "all published duty of --unit or --station as an iCalendar feed"
      }
    }
  },
  examples: [
    "louyu duty --store sqlite:city.db",
    "louyu duty --store sqlite:city.db --at 12:30",
    "louyu duty --store sqlite:city.db --unit tax --days 14",
    "louyu duty --store sqlite:city.db --station centre --ics > centre.ics"
  ],
  answer: DutyAnswer.Duty,
  work,
  show: DutyAnswer.lines
})
