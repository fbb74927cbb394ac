import { type Identifier, Text } from "@louyu/kernel"
import { DutyCalendar, type StationCode } from "@louyu/stations"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { City } from "louyu"
import type * as Arguments from "./Arguments.ts"
import type * as Command from "./Command.ts"
import * as DutyBook from "./DutyBook.ts"
import type * as DutyDays from "./DutyDays.ts"
import * as Look from "./Look.ts"
import * as StationBook from "./StationBook.ts"
import { OptionMissing } from "./UsageError.ts"

/** All published duty of a unit or at a station as iCalendar text. */
export const of = Effect.fnUntraced(function* (
  given: Arguments.Given,
  { env }: Command.Desk["io"],
  city: City.Open,
  book: StationBook.StationBook,
  { unit, station }: DutyDays.Wanted
) {
  const language: Text.Language = Look.languageOf(given.values.get("lang"), env) === "en" ? "en" : "zh"
  const nameOf = (id: Identifier.UnitId) => StationBook.unit(book, id).name
  const stationName = (id: StationCode.StationId) => StationBook.named(book, id).names
  const whose = unit === undefined ? station && stationName(station) : nameOf(unit)
  const { timeZone } = yield* city.profile()
  const feed: DutyCalendar.Feed = {
    calendar: book.calendar,
    stamp: yield* Clock.currentTimeMillis,
    domain: `${city.tenant}.louyu`,
    language,
    timeZone,
    title: `${Text.read(Text.of("值班", "Duty"), language)} ${whose === undefined ? "" : Text.read(whose, language)}`,
    unitNames: nameOf,
    stationNames: stationName
  }
  const rosters = DutyBook.rosters(book)
  if (unit !== undefined) return DutyCalendar.ofMember(rosters, unit, feed)
  if (station !== undefined) return DutyCalendar.ofStation(rosters, station, feed)
  return yield* new OptionMissing({ command: "duty --ics", options: ["--unit", "--station"] })
})
