import { createHash } from "node:crypto"
import { CivilDate, Period, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import { generate } from "../scripts/generate-calendar.ts"

// Run in a process of its own: prints what comes of date logic here, and where "here" is.
const { china } = WorkCalendar
const hash = createHash("sha256")
const note = (...values: ReadonlyArray<unknown>): void => {
  hash.update(JSON.stringify(values))
}

// Days around which zones change their clocks, or skip a day altogether, and plain ones between.
const first = CivilDate.toEpochDay(CivilDate.make("2004-01-01"))
for (let epochDay = first; epochDay < first + 23 * 365; epochDay += 5) {
  const date = CivilDate.fromEpochDay(epochDay)
  const later = CivilDate.addMonths(date, epochDay % 29)
  note(date, later, CivilDate.isoWeek(date), CivilDate.weekday(date), CivilDate.endOfMonth(date))
  note(CivilDate.monthsBetween(date, later), CivilDate.daysBetween(date, later), CivilDate.addYears(date, -4))
  note(Result.getOrUndefined(WorkCalendar.addWorkdays(china, date, 7)))
  for (const zone of ["Asia/Shanghai", "Pacific/Apia"]) note(CivilDate.fromInstant(epochDay * 86_400_000, zone))
}
for (let year = 2004; year <= 2026; year++) {
  note(Result.getOrThrow(WorkCalendar.countWorkdays(china, Period.ofYear(year))))
}
note(generate())

const newYear = new Date(2026, 0, 1).toISOString()
process.stdout.write(JSON.stringify({ outcome: hash.digest("hex"), newYear }))
