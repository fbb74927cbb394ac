import { CivilDate } from "@louyu/kernel"
import chineseDays from "chinese-days"

// Run in a process in UTC, the only zone in which the package answers well: prints its working days from 2004 to 2026.
const first = CivilDate.startOfYear(2004)
const count = CivilDate.daysBetween(first, CivilDate.startOfYear(2027))
const days = Array.from({ length: count }, (_, i) => CivilDate.addDays(first, i))
process.stdout.write(JSON.stringify(days.filter((date) => chineseDays.isWorkday(date))))
