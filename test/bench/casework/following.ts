import { compare, median, type Rounds, ratio } from "../tree/measure.ts"
import { digits, power, row, times } from "../tree/report.ts"
import { attempts } from "./attempts.ts"
import * as machines from "./machines.ts"

/** The transition alone. */
export const head: ReadonlyArray<string> = [
  row(
    "attempts followed, M a second",
    "`Flow.move`",
    "switch",
    "XState `transition`",
    "`evolve`",
    "XState with a story",
    "move / switch",
    "XState / move",
    "XState / evolve",
    "XState with a story / evolve"
  ),
  row("---:", ...Array.from({ length: 9 }, () => "---:"))
]

const ways = {
  move: machines.looked,
  evolve: machines.evolved,
  switch: machines.plainSwitch,
  xstate: machines.xstate,
  told: machines.xstateTold
}

const perSecond = (rounds: Rounds): string => digits(1 / median(rounds))

const measure = (amount: number): string => {
  const tried = attempts(amount)
  const all = Object.entries(ways).map(([name, follow]) => ({ name, run: () => follow(tried) }))
  const measured = compare(amount, all, { rounds: 5, seconds: 20 })
  const rounds = (name: keyof typeof ways): Rounds => measured.get(name) ?? []
  return row(
    power(amount),
    ...(["move", "switch", "xstate", "evolve", "told"] as const).map((name) => perSecond(rounds(name))),
    times(ratio(rounds("move"), rounds("switch"))),
    times(ratio(rounds("xstate"), rounds("move"))),
    times(ratio(rounds("xstate"), rounds("evolve"))),
    times(ratio(rounds("told"), rounds("evolve")))
  )
}

/** The lines of the table, one for each size. */
export const lines = (sizes: ReadonlyArray<number>): ReadonlyArray<string> =>
  sizes.map((amount) => {
    process.stderr.write(`following: ${amount} attempts\n`)
    return measure(amount)
  })
