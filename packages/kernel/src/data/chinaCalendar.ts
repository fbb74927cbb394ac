import * as CivilDate from "../CivilDate.ts"
import * as Text from "../Text.ts"
import type { SpecialDay, WorkCalendar } from "../workCalendarModel.ts"
import { names, version, years } from "./chineseCalendar.generated.ts"

const nameOf = (letter: string): Text.Text => {
  const [zh = "", en] = (names[letter.charCodeAt(0) - 97] ?? "").split("|")
  return Text.of(zh, en)
}

const dayOf = (year: string, monthDay: string): CivilDate.CivilDate =>
  CivilDate.make(`${year}-${monthDay.slice(0, 2)}-${monthDay.slice(2, 4)}`)

const daysOf = (year: string, runs: string): ReadonlyArray<SpecialDay> =>
  runs.split(" ").flatMap((run) => {
    const name = nameOf(run.charAt(0))
    const first = dayOf(year, run.slice(1, 5))
    const last = run.length > 5 ? dayOf(year, run.slice(6, 10)) : first
    return Array.from({ length: CivilDate.daysBetween(first, last) + 1 }, (_, i) => ({
      date: CivilDate.addDays(first, i),
      name
    }))
  })

const decode = (): WorkCalendar => ({
  id: "china",
  version: `chinese-days ${version}`,
  names: Text.of("中国法定工作日历", "Working calendar of China"),
  source: `State Council holiday notices ${years[0]?.[0]}-${years.at(-1)?.[0]}, as compiled by chinese-days ${version}`,
  coverage: {
    from: CivilDate.startOfYear(Number(years[0]?.[0])),
    to: CivilDate.startOfYear(Number(years.at(-1)?.[0]) + 1)
  },
  weekend: [6, 7],
  offDays: years.flatMap(([year, offDays]) => daysOf(year, offDays)),
  workdays: years.flatMap(([year, , workdays]) => daysOf(year, workdays)),
  utcOffsetMinutes: 480
})

/**
 * The working calendar of China: weekends, statutory holidays and make-up workdays from 2004 to 2026.
 *
 * A later year is not known before its notice is out (early in November of the year before); add it with
 * `WorkCalendar.addYear`. A notice may also name days at the end of the year before it.
 * Source: State Council notices, domain 2.4. Years before 2007 rest on one compilation only.
 */
export const china: WorkCalendar = /* @__PURE__ */ decode()
