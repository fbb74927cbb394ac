import { clock, median, type Rounds, ratio, retained } from "../tree/measure.ts"
import { digits, power, row, times } from "../tree/report.ts"
import * as duckdb from "./duckdb.ts"
import * as limit from "./limit.ts"
import * as ours from "./ours.ts"
import { days, type Prospects, prospects } from "./prospects.ts"
import { type Asking, type Question, questions } from "./questions.ts"

const titles: Readonly<Record<Question, string>> = {
  reached: "ever in each stage, now",
  dwell: "time in stage",
  cohorts: "month x region, registered within 90 days",
  past: "ever in each stage, three regions, five years ago"
}

/** Row 13 of the benchmark: the figures of a funnel. */
export const head: ReadonlyArray<string> = [
  row("question, ms", "steps", "ours", "limit", "DuckDB", "ours / limit", "DuckDB / ours", "of processor time"),
  row("---", ...Array.from({ length: 7 }, () => "---:"))
]

/** One step more and the same question again; and what it takes to hold the steps. */
export const appendHead: ReadonlyArray<string> = [
  row(
    "steps",
    "prospects",
    "append one and ask, us",
    "DuckDB, us",
    "DuckDB / ours",
    "us to append a step",
    "MB held",
    "of it steps",
    "bytes a prospect besides",
    "DuckDB, MB held",
    "MB more while asked"
  ),
  row(...Array.from({ length: 11 }, () => "---:"))
]

interface Took {
  readonly wall: number
  /** Of all threads. */
  readonly processor: number
}

const processorMillis = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

// As text, to be compared: means are the same to twelve digits.
const written = (answer: unknown): string =>
  JSON.stringify(answer, (_, value) => (typeof value === "number" ? Number(value.toPrecision(12)) : value))

const ask = async (who: Asking, question: Question): Promise<readonly [answer: string, took: Took]> => {
  // Quick answers are given often enough for the clock.
  let times = 0
  const [begin, processor] = [performance.now(), processorMillis()]
  let answer: unknown
  do {
    answer = await who[question]()
    times++
  } while (performance.now() - begin < 20)
  const took = { wall: (performance.now() - begin) / times, processor: (processorMillis() - processor) / times }
  return [written(answer), took]
}

// All are asked by turns; the first turn warms up, and every answer must be the same.
const compare = async (all: ReadonlyArray<Asking>, question: Question): Promise<ReadonlyArray<ReadonlyArray<Took>>> => {
  const rounds = all.map((): Array<Took> => [])
  let expected: string | undefined
  for (let round = 0; round <= 5; round++) {
    for (const [place, who] of all.entries()) {
      const [answer, took] = await ask(who, question)
      expected ??= answer
      if (answer !== expected) throw new Error(`${who.name} answers ${question} otherwise: ${answer} and ${expected}`)
      if (round > 0) rounds[place]?.push(took)
    }
  }
  return rounds
}

/** Those who are leads still, to be assessed one after another after the last day there is. */
const waiting = ({ subjects, stages, region }: Prospects, amount: number): ReadonlyArray<number> => {
  const now = new Uint8Array(region.length)
  for (let step = 0; step < subjects.length; step++) now[subjects[step] as number] = stages[step] as number
  return [...region.keys()].filter((subject) => now[subject] === 0).slice(0, amount)
}

const megabytes = (bytes: number): string => digits(bytes / 1e6)

interface Appended {
  readonly micros: number
  readonly peer: number
}

// The first half warms ours up; the peer is asked for the last twenty only.
const appending = async (all: Prospects, own: Required<Asking>, peer: Required<Asking>): Promise<Appended> => {
  const some = waiting(all, 1_500)
  const [unasked, asked] = [some.slice(0, -20), some.slice(-20)]
  const warm = Math.floor(some.length / 2)
  for (const subject of some.slice(0, warm)) {
    await own.append(subject, 1, days + 100)
    await own.reached()
  }
  const rest = some.slice(warm)
  const begin = performance.now()
  let answer: unknown
  for (const subject of rest) {
    await own.append(subject, 1, days + 100)
    answer = own.reached()
  }
  const micros = ((performance.now() - begin) * 1000) / rest.length
  for (const subject of unasked) await peer.append(subject, 1, days + 100)
  const peerBegin = performance.now()
  let theirs: unknown
  for (const subject of asked) {
    await peer.append(subject, 1, days + 100)
    theirs = await peer.reached()
  }
  const peerMicros = ((performance.now() - peerBegin) * 1000) / asked.length
  if (String(answer) !== String(theirs)) throw new Error(`after appending DuckDB answers ${theirs}, not ${answer}`)
  return { micros, peer: peerMicros }
}

const measure = async (amount: number): Promise<readonly [lines: ReadonlyArray<string>, appended: string]> => {
  const all = prospects(amount)
  const [[journeys, building], bytes] = retained(() => clock(() => ours.journeysOf(all)))
  const steps = journeys.steps.stage.byteLength + journeys.steps.at.byteLength
  const { start, length, ever, began, directory } = journeys
  const besides = [start, length, ever, began, directory.slots].reduce((sum, column) => sum + column.byteLength, 0)
  const own = ours.open(journeys, all)
  const peer = await duckdb.open(all)
  const before = process.memoryUsage.rss()
  const lines: Array<string> = []
  const contenders = [own, limit.open(all), peer]
  for (const question of questions) {
    const [mine = [], bound = [], other = []] = await compare(contenders, question)
    const wall = (rounds: ReadonlyArray<Took>): Rounds => rounds.map((took) => took.wall)
    const processor = (rounds: ReadonlyArray<Took>): Rounds => rounds.map((took) => took.processor)
    lines.push(
      row(
        titles[question],
        power(amount),
        ...[mine, bound, other].map((rounds) => digits(median(wall(rounds)))),
        times(ratio(wall(mine), wall(bound))),
        times(ratio(wall(other), wall(mine))),
        times(ratio(processor(other), processor(mine)))
      )
    )
  }
  const more = process.resourceUsage().maxRSS * 1024 - before
  const appended = await appending(all, own, peer)
  peer.close()
  const line = row(
    power(amount),
    all.region.length.toLocaleString("en"),
    digits(appended.micros),
    digits(appended.peer),
    times(appended.peer / appended.micros),
    digits((building * 1000) / amount),
    megabytes(bytes),
    megabytes(steps),
    digits(besides / all.region.length),
    megabytes(peer.bytes),
    megabytes(more)
  )
  return [lines, line]
}

/** The lines of both tables, for each size. */
export const lines = async (sizes: ReadonlyArray<number>) => {
  const asked: Array<string> = []
  const appended: Array<string> = []
  for (const amount of sizes) {
    process.stderr.write(`asking: ${amount} steps\n`)
    const [some, one] = await measure(amount)
    asked.push(...some)
    appended.push(one)
  }
  return { asked, appended }
}
