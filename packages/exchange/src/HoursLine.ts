import { Period, Text, type TimeWindow } from "@louyu/kernel"
import { type Days, OpeningHours } from "@louyu/stations"
import { given } from "./Sheet.ts"

/** What a line of opening hours says, and for how long: `to` is not included, none is for good. */
export interface HoursLine {
  readonly sort: OpeningHours.Sort | "closed" | "always"
  readonly days: Days.Days | undefined
  readonly times: readonly [TimeWindow.TimeWindow, ...ReadonlyArray<TimeWindow.TimeWindow>] | undefined
  readonly dates: ReadonlyArray<Period.Period> | undefined
  readonly name: string | undefined
  readonly nameEn: string | undefined
  readonly from: Period.Period["from"]
  readonly to: Period.Period["to"] | undefined
}

const initials: Readonly<Record<Days.DayKind, string>> = { workday: "w", makeUpWorkday: "m", weekend: "e", offDay: "o" }

// Named by what it says, a rule is the same wherever its row stands.
const idOf = (
  what: OpeningHours.Sort,
  { weekdays, kinds }: Days.Days,
  [{ open }]: readonly [TimeWindow.TimeWindow, ...ReadonlyArray<TimeWindow.TimeWindow>],
  within: Period.Period | undefined
): string => {
  const days = [...(weekdays ?? []), ...(kinds ?? []).map((kind) => initials[kind])].join("")
  return [what, days || "every", open.replace(":", ""), ...(within === undefined ? [] : [within.from])].join("-")
}

const namesOf = ({ name, nameEn }: HoursLine): Text.Text | undefined => {
  const only = name ?? nameEn
  return only === undefined ? undefined : Text.of(only, nameEn)
}

const none: OpeningHours.OpeningHours = { rules: [] }

/** What a line says on its own: rules with days, exceptions without, or always. */
export const hoursOf = (line: HoursLine): OpeningHours.OpeningHours => {
  const { sort, days, times, dates } = line
  if (sort === "always") return OpeningHours.always
  const names = namesOf(line)
  if (sort === "closed") {
    return { rules: [], exceptions: (dates ?? []).map((period) => given({ days: period, windows: [], names })) }
  }
  if (times === undefined) return none
  if (days === undefined) {
    return {
      rules: [],
      exceptions: (dates ?? []).map((period) => given({ days: period, windows: times, sort, names }))
    }
  }
  const seasons: ReadonlyArray<Period.Period | undefined> = dates ?? [undefined]
  return {
    rules: seasons.map((within) =>
      given({ id: idOf(sort, days, times, within), sort, names, days, windows: times, within })
    )
  }
}

const periodOf = ({ from, to }: HoursLine): Period.Period => given({ from, to })

/** What lines say together; whatever holds day and night leaves nothing to add. */
export const together = (lines: ReadonlyArray<HoursLine>): OpeningHours.OpeningHours => {
  const rules: Array<OpeningHours.Rule> = []
  const exceptions: Array<OpeningHours.Exception> = []
  for (const hours of lines.map(hoursOf)) {
    if ("always" in hours) return hours
    rules.push(...hours.rules)
    exceptions.push(...(hours.exceptions ?? []))
  }
  return given({
    rules: rules.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    exceptions:
      exceptions.length === 0 ? undefined : exceptions.toSorted((a, b) => (a.days.from < b.days.from ? -1 : 1))
  })
}

/** Tells whether two lines that hold at the same time cannot both be true. */
export const contradict = (a: HoursLine, b: HoursLine): boolean => {
  if (!Period.overlaps(periodOf(a), periodOf(b))) return false
  if (a.sort === "always" || b.sort === "always") return true
  return OpeningHours.contradictions(together([a, b])).length > 0
}

/** The days on which what holds becomes another, in order: those on which a line begins, or ends for good. */
export const turns = (lines: ReadonlyArray<HoursLine>): ReadonlyArray<Period.Period["from"]> =>
  [...new Set(lines.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])))].toSorted()

/** The lines that hold on a day. */
export const inForce = <Line extends HoursLine>(lines: ReadonlyArray<Line>, on: Period.Period["from"]) =>
  lines.filter((line) => Period.contains(periodOf(line), on))
