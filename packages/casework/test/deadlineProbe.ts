import { CivilDate, Instant, WorkCalendar } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Deadlines from "../src/Deadlines.ts"

// Run in a process of its own: prints the day on which terms begun on every day of nine years end, and where "here" is.
const first = CivilDate.toEpochDay(CivilDate.make("2018-01-01"))
const last = CivilDate.toEpochDay(CivilDate.make("2026-11-30"))
const ends: Array<string> = []
for (let epochDay = first; epochDay <= last; epochDay++) {
  // Begun in the morning, with an hour and a length that differ from day to day.
  const begun = Instant.endOf(CivilDate.fromEpochDay(epochDay)) - ((epochDay % 23) + 1) * 3_600_000
  const count = (epochDay % 15) + 1
  const end = Deadlines.end(WorkCalendar.china, begun, { count, unit: "workingDays" }, [])
  ends.push(Result.isSuccess(end) ? new Date(end.success).toISOString() : end.failure.code)
}
process.stdout.write(JSON.stringify({ ends, newYear: new Date(2026, 0, 1).toISOString() }))
