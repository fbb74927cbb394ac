import { compare, median, type Rounds, ratio } from "../tree/measure.ts"
import { digits, power, row, times } from "../tree/report.ts"
import * as machines from "./machines.ts"
import { attempts, prospects } from "./prospects.ts"

/** Row 12 of the benchmark: following moves, and refusing those that are not allowed. */
export const head: ReadonlyArray<string> = [
  row(
    "moves followed, M a second",
    "`Journeys.fold`",
    "limit",
    "`Journeys.move`",
    "plain switch",
    "robot3",
    "XState `transition`",
    "fold / limit",
    "robot3 / move",
    "XState / move",
    "XState / fold"
  ),
  row("---:", ...Array.from({ length: 10 }, () => "---:"))
]

// Beyond these a peer takes minutes.
const furthest = { robot3: 1_000_000, xstate: 1_000_000 }

const perSecond = (rounds: Rounds): string => digits(1 / median(rounds))

const measure = (amount: number): string => {
  const all = prospects(amount)
  const tried = attempts(all)
  const way = (name: string, follow: machines.Follow) => ({ name, run: () => follow(tried, all.region.length) })
  const measured = compare(
    tried.subjects.length,
    [
      way("fold", machines.columns),
      way("limit", machines.limit),
      way("move", machines.single),
      way("switch", machines.plainSwitch),
      ...(amount <= furthest.robot3 ? [way("robot3", machines.robot3)] : []),
      ...(amount <= furthest.xstate ? [way("xstate", machines.xstate)] : [])
    ],
    { rounds: 5, seconds: 10 }
  )
  const rounds = (name: string): Rounds => measured.get(name) ?? []
  return row(
    power(amount),
    ...["fold", "limit", "move", "switch", "robot3", "xstate"].map((name) => perSecond(rounds(name))),
    times(ratio(rounds("fold"), rounds("limit"))),
    times(ratio(rounds("robot3"), rounds("move"))),
    times(ratio(rounds("xstate"), rounds("move"))),
    times(ratio(rounds("xstate"), rounds("fold")))
  )
}

/** The lines of the table, one for each size. */
export const lines = (sizes: ReadonlyArray<number>): ReadonlyArray<string> =>
  sizes.map((amount) => {
    process.stderr.write(`folding: ${amount} moves\n`)
    return measure(amount)
  })
