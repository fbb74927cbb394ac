import { Ageing, Backlog, Casework, type Command, InBuilding, Rates, type State } from "@louyu/casework"
import { Decider } from "@louyu/kernel"
import * as Result from "effect/Result"
import { clock, retained } from "../tree/measure.ts"
import { digits, power, row } from "../tree/report.ts"
import { flow } from "./attempts.ts"
import { type Counts, facts, first, type Lives, last, lives, promised, sum } from "./lives.ts"

/** Cases through their life cycle, one command after another. */
export const head: ReadonlyArray<string> = [
  row(
    "cases",
    "commands",
    "life cycle, s",
    "us a command",
    "bytes a case, with its story",
    "without",
    "`Rates.of`, s",
    "`InBuilding.of`, s",
    "`Ageing.stages`, s",
    "`Backlog.open`, s"
  ),
  row(...Array.from({ length: 10 }, () => "---:"))
]

const live = (story: ReadonlyArray<Command.Command>): State.CaseKnown => {
  let state: State.State
  for (const command of story) {
    const stepped = Decider.step(Casework.decider, state, command, facts)
    if (Result.isFailure(stepped)) throw new Error(`${command._tag}: ${stepped.failure.text.en}`)
    state = stepped.success.state
  }
  if (state === undefined) throw new Error("a case was raised")
  return state
}

// What is counted as of a moment after everything needs no story.
const slim = (known: State.CaseKnown): State.CaseKnown => ({ ...known, story: [] })

const demand = (what: string, found: unknown, expected: unknown): void => {
  if (found !== expected) throw new Error(`${what}: ${found} instead of ${expected}`)
}

const batch = 500
const held = 20_000

interface Lived {
  readonly cases: ReadonlyArray<State.CaseKnown>
  readonly counts: Counts
}

/** All cases in batches, whose commands are made up before, and what becomes of each batch. */
const inBatches = (amount: number, each: (stories: Lives["all"], counts: Counts) => void): void => {
  for (let from = 0; from < amount; from += batch) {
    const { all, counts } = lives(from, Math.min(batch, amount - from))
    each(all, counts)
  }
}

// Every batch is let go after it was lived.
const lifetime = (amount: number): number => {
  let millis = 0
  inBatches(amount, (stories) => {
    const [lived, took] = clock(() => stories.map(live))
    demand("lived", lived.length, stories.length)
    millis += took
  })
  return millis
}

const holding = (amount: number): Lived => {
  const cases: Array<State.CaseKnown> = []
  let all: Counts = { commands: 0, closed: 0, reopened: 0, inTime: 0, timed: 0, outside: 0, breaches: 0 }
  inBatches(amount, (stories, counts) => {
    for (const story of stories) cases.push(slim(live(story)))
    all = sum(all, counts)
  })
  return { cases, counts: all }
}

const cohort: Rates.Cohort = {
  from: first,
  to: last,
  asOf: last,
  due: ({ accepted }) => (accepted === undefined ? undefined : accepted + promised)
}

// Each table is counted once before it is timed, and compared with what was counted while the cases were made up.
const tables = ({ cases, counts: made }: Lived): ReadonlyArray<number> => {
  const rates = Rates.of(cases, cohort)
  demand("accepted", rates.closure.denominator, cases.length)
  demand("closed", rates.closure.numerator, made.closed)
  demand("in time", rates.onTime.numerator, made.inTime)
  demand("timed", rates.onTime.denominator, made.timed)
  demand("taken up again", rates.reopen.numerator, made.reopened)
  const inside = InBuilding.of(flow, cases, cohort)
  demand("in the building", inside.share.numerator, made.closed - made.outside)
  demand("breaches", inside.breaches.length, made.breaches)
  const open = cases.length - made.closed
  demand("open", Backlog.open(cases, last).length, open)
  const here = Ageing.stages(cases, last).reduce((all, stage) => all + stage.here, 0)
  demand("at a stage", here, open)
  const counts: ReadonlyArray<() => unknown> = [
    () => Rates.of(cases, cohort),
    () => InBuilding.of(flow, cases, cohort),
    () => Ageing.stages(cases, last),
    () => Backlog.open(cases, last)
  ]
  return counts.map((count) => clock(count)[1])
}

const seconds = (millis: number): string => digits(millis / 1000)

const measure = (amount: number): string => {
  const sample = lives(0, held).all
  const [whole, bytes] = retained(() => sample.map(live))
  const [less, slimBytes] = retained(() => sample.map((story) => slim(live(story))))
  demand("sample", whole.length, less.length)
  const millis = lifetime(amount)
  const lived = holding(amount)
  return row(
    power(amount),
    lived.counts.commands.toLocaleString("en"),
    seconds(millis),
    digits((millis * 1000) / lived.counts.commands),
    digits(bytes / held),
    digits(slimBytes / held),
    ...tables(lived).map(seconds)
  )
}

/** The lines of the table, one for each size. */
export const lines = (sizes: ReadonlyArray<number>): ReadonlyArray<string> =>
  sizes.map((amount) => {
    process.stderr.write(`living: ${amount} cases\n`)
    return measure(amount)
  })
