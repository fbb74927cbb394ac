import { CivilDate } from "@louyu/kernel"
import chineseDays from "chinese-days"

// Run in a process in UTC, the only zone in which the package answers well: prints its working days of nine years.
const first = CivilDate.startOfYear(2018)
const count = CivilDate.daysBetween(first, CivilDate.startOfYear(2027))
const days = Array.from({ length: count }, (_, i) => CivilDate.addDays(first, i))
process.stdout.write(JSON.stringify(days.filter((date) => chineseDays.isWorkday(date))))
