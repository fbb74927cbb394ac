import { CivilDate, type Instant, Timeline, TimeWindow, WorkCalendar } from "@louyu/kernel"
import {
  Days,
  OpeningHours,
  OpenTimes,
  StationCatalogue,
  StationCommand,
  StationReview,
  StationState,
  Stations
} from "@louyu/stations"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { clock, compare, median, ratio, retained } from "../tree/measure.ts"
import { digits, row, times } from "../tree/report.ts"
import { mulberry32 } from "../tree/workload.ts"

/** Which stations are open now, of a network of 162. */
export const head: ReadonlyArray<string> = [
  row(
    "which of 162 stations are open now",
    "moments",
    "ours, us a network",
    "with when each closes",
    "table, us",
    "ours / table",
    "with when each closes / table",
    "ms to fill the table",
    "its MB"
  ),
  row("---", ...Array.from({ length: 8 }, () => "---:"))
]

const stations = 162
const calendar = WorkCalendar.china
const [first, end] = [CivilDate.make("2024-01-01"), CivilDate.make("2027-01-01")]
const days = CivilDate.daysBetween(first, end)
const dayMillis = 86_400_000
const start = Date.parse(`${first}T00:00:00+08:00`)

const rule = (
  id: string,
  sort: OpeningHours.Sort,
  on: Days.Days,
  ...windows: Array<readonly [string, string]>
): OpeningHours.Rule => ({ id, sort, days: on, windows: TimeWindow.make(...windows) })

const regular = rule("day", "regular", Days.workdays, ["09:00", "12:00"], ["13:30", "17:30"])
const noon = rule("noon", "noon", Days.workdays, ["12:00", "13:00"])
const weekend = rule("weekend", "weekend", Days.weekends, ["10:00", "16:00"])
const evening = rule("evening", "evening", Days.on(2, 4), ["18:00", "21:00"])
const season = {
  ...rule("season", "extended", Days.every, ["21:00", "23:00"]),
  within: { from: CivilDate.make("2025-06-01"), to: CivilDate.make("2025-09-01") }
}
const spring = { from: CivilDate.make("2026-02-14"), to: CivilDate.make("2026-02-24") }

/** The sorts of hours there are in a network, station after station. */
const hours: ReadonlyArray<OpeningHours.OpeningHours> = [
  { rules: [regular] },
  { rules: [regular, noon, weekend] },
  { rules: [regular, noon, weekend, evening, season] },
  { rules: [regular, noon, weekend], exceptions: [{ days: spring, windows: [] }] },
  OpeningHours.always
]

const network = (): StationState.State => {
  const decode = Schema.decodeUnknownSync(StationCommand.Command)
  const commands = Array.from({ length: stations }, (_, n) => [
    decode({
      _tag: "OpenStation",
      station: `station-${n}`,
      kind: "redCollarStation",
      names: { zh: "红领驿站" },
      place: `tower-${n}`,
      standing: n === 0 ? { tier: "main", cluster: "cbd" } : { tier: "sub", main: "station-0" },
      from: first
    }),
    decode({ _tag: "SetStationHours", station: `station-${n}`, hours: hours[n % hours.length], from: first })
  ]).flat()
  const facts: Stations.Facts = { exists: () => true, catalogue: StationCatalogue.preset }
  return commands.reduce((state, command) => {
    const events = Result.getOrThrow(Stations.decider.decide(state, command, facts))
    return events.reduce(Stations.decider.evolve, state)
  }, StationState.initial)
}

/** A byte for every minute of three years and every sort of hours: one look-up is all there is to an answer. */
const table = (): ReadonlyArray<Uint8Array> =>
  hours.map((one) => {
    const minutes = new Uint8Array(days * 1440)
    const schedule = Timeline.since(first, one)
    for (let day = 0; day < days; day++) {
      for (const { open, close } of Result.getOrThrow(
        OpenTimes.on(schedule, calendar, CivilDate.addDays(first, day))
      )) {
        minutes.fill(1, day * 1440 + TimeWindow.minuteOf(open), day * 1440 + TimeWindow.minuteOf(close))
      }
    }
    return minutes
  })

const moments = (amount: number): ReadonlyArray<Instant.Instant> => {
  const random = mulberry32(41)
  // The last weeks are left out, so that every closing is known.
  return Array.from({ length: amount }, () => start + Math.floor(random() * (days - 21) * dayMillis))
}

const lookUp = (minutes: ReadonlyArray<Uint8Array>, at: Instant.Instant): number => {
  const minute = Math.floor((at - start) / 60_000)
  let open = 0
  for (let n = 0; n < stations; n++) open += minutes[n % hours.length]?.[minute] ?? 0
  return open
}

const measure = (amount: number): string => {
  const state = network()
  const schedules = Array.from(StationState.stations(state), (station) => station.hours)
  const [[minutes, bytes], filling] = clock(() => retained(table))
  const asked = moments(amount)
  const count = (one: (at: Instant.Instant) => number) => () => asked.reduce((sum, at) => sum + one(at), 0)
  const isOpen = (at: Instant.Instant): number =>
    schedules.reduce((sum, schedule) => sum + (Result.getOrThrow(OpenTimes.isOpen(schedule, calendar, at)) ? 1 : 0), 0)
  const measured = compare(
    amount,
    [
      { name: "ours", run: count(isOpen) },
      { name: "closing", run: count((at) => Result.getOrThrow(StationReview.openAt(state, calendar, at)).length) },
      { name: "table", run: count((at) => lookUp(minutes, at)) }
    ],
    { rounds: 5, seconds: 5 }
  )
  const [ours = [], closing = [], raw = []] = ["ours", "closing", "table"].map((name) => measured.get(name))
  return row(
    "five sorts of hours over three years",
    amount.toLocaleString("en"),
    digits(median(ours)),
    digits(median(closing)),
    digits(median(raw)),
    times(ratio(ours, raw)),
    times(ratio(closing, raw)),
    digits(filling),
    digits(bytes / 1e6)
  )
}

/** The lines of the table, one for each number of moments. */
export const lines = (amounts: ReadonlyArray<number>): ReadonlyArray<string> =>
  amounts.map((amount) => {
    process.stderr.write(`open now: ${amount} moments\n`)
    return measure(amount)
  })
