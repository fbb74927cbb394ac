import type { Highs } from "highs"
import { load } from "../matching/highs.ts"
import { clock, compare, median, type Rounds, ratio } from "../tree/measure.ts"
import { digits, row, times } from "../tree/report.ts"
import * as fairest from "./fairest.ts"
import * as rosters from "./rosters.ts"

/** A year of duties, generated fairly. */
export const head: ReadonlyArray<string> = [
  row(
    "a year of duties",
    "stations × organisations",
    "duties",
    "ours, ms",
    "us a duty",
    "round robin, ms",
    "ours / round robin",
    "HiGHS, ms",
    "HiGHS / ours",
    "proved by",
    "uneven",
    "uneven, HiGHS"
  ),
  row("---", ...Array.from({ length: 11 }, () => "---:"))
]

/** How many times Pinghu's size. */
export const scales: ReadonlyArray<number> = [1, 10, 100, 400]

const most = { rounds: 5, seconds: 5 }
const tolerance = 1e-6

// The fairest there is, by another way that is exact; only where that takes no hour.
const judged = (highs: Highs, rota: rosters.Rota, made: ReturnType<typeof rosters.ours>) => {
  const [unevenness, millis] = clock(() => fairest.unevenness(highs, rota, made.shares))
  if (Math.abs(unevenness - made.proof.unevenness) > tolerance) {
    throw new Error(`${rota.what}: uneven by ${made.proof.unevenness}, and by ${unevenness} as HiGHS has it`)
  }
  return { unevenness, millis }
}

// What takes half a minute is done once.
const once = (work: () => number): Rounds => [clock(work)[1] * 1000]

const timed = (rota: rosters.Rota, dates: ReadonlyArray<string>): ReadonlyMap<string, Rounds> => {
  const ways = [
    { name: "ours", run: () => rosters.ours(rota).turns.length },
    { name: "round robin", run: () => rosters.roundRobin(rota, dates).length }
  ]
  return rota.stations > 5000 ? new Map(ways.map(({ name, run }) => [name, once(run)])) : compare(1, ways, most)
}

const measure = (highs: Highs, rota: rosters.Rota, exact: boolean): string => {
  const dates = rosters.datesOf(rota)
  const duties = dates.length * rota.stations
  const made = rosters.ours(rota)
  if (made.turns.length !== duties) throw new Error(`${rota.what}: ${made.empty.length} places are empty`)
  const { proof } = made
  const peer = exact ? judged(highs, rota, made) : undefined
  const measured = timed(rota, dates)
  const [ours = [], limit = []] = ["ours", "round robin"].map((name) => measured.get(name))
  const millis = median(ours) / 1000
  return row(
    rota.what,
    `${rota.stations.toLocaleString("en")} × ${rota.plan.members.length.toLocaleString("en")}`,
    duties.toLocaleString("en"),
    digits(millis),
    digits((millis * 1000) / duties),
    digits(median(limit) / 1000),
    times(ratio(ours, limit)),
    digits(peer?.millis ?? Number.NaN),
    times((peer?.millis ?? Number.NaN) / millis),
    proof.method,
    digits(proof.unevenness),
    digits(peer?.unevenness ?? Number.NaN)
  )
}

/** The lines of the table; beyond a hundred times Pinghu only the plain rota, whose slots take gigabytes. */
export const lines = async (chosen = scales): Promise<ReadonlyArray<string>> => {
  const highs = await load()
  return chosen.flatMap((scale) =>
    rosters.rules.slice(0, scale > 100 ? 1 : undefined).map((rule) => {
      process.stderr.write(`rota: ${rule.what}, ${scale} times\n`)
      return measure(highs, rosters.rota(rule, scale), scale === 1)
    })
  )
}
