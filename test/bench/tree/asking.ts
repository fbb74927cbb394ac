import * as Forest from "../../../packages/organisation/src/Forest.ts"
import type { Built } from "./building.ts"
import { ask, type Contender } from "./contender.ts"
import * as limit from "./limit.ts"
import { clock, compare, type Rounds } from "./measure.ts"
import * as ours from "./ours.ts"
import { line } from "./report.ts"
import * as sqlite from "./sqlite.ts"
import { movesOf, type Question, questions, reference, type Workload } from "./workload.ts"

const most = { rounds: 5, seconds: 4 }

/** The first twenty answers at 10^5 units must be those of the independent implementation. */
export const check = (contender: Contender, workload: Workload): void => {
  for (const question of questions) {
    const answer = contender.answers[question]
    const sum = answer === undefined ? Number.NaN : ask(answer, workload, question, 20)
    if (sum !== reference[question]) throw new Error(`${question}: ${sum} is not the reference value`)
  }
}

// A tree of d3 is built anew for every day: one question is enough to see that.
const rebuilds = (name: string, question: Question): boolean => name === "d3" && question === "roll-up on a day"

/** All contenders answer the same list of questions by turns. */
export const questionLine = (workload: Workload, { contenders }: Built, question: Question): string => {
  const runs = (amount: number, wanted: (name: string) => boolean) =>
    contenders.flatMap(({ name, answers }) => {
      const answer = answers[question]
      return answer === undefined || !wanted(name) ? [] : [{ name, run: () => ask(answer, workload, question, amount) }]
    })
  const all = workload.queries[question].length
  const measured = new Map<string, Rounds>(
    compare(
      all,
      runs(all, (name) => !rebuilds(name, question)),
      most
    )
  )
  if (contenders.some(({ name }) => rebuilds(name, question))) {
    const once = compare(
      1,
      runs(1, (name) => name === "ours" || rebuilds(name, question)),
      most
    )
    measured.set("d3", once.get("d3") ?? [])
  }
  return line(question, workload.count, measured)
}

/** The first hundred moves, each followed by two questions, in every way that can move at all. */
export const fewMovesLine = ({ count, moves }: Workload, { contenders }: Built): string => {
  const ways = contenders.flatMap(({ name, moves: make }) =>
    make === undefined ? [] : [{ name, run: () => make(moves) }]
  )
  return line("move, then roll-up and ancestors; 100 moves", count, compare(moves.length, ways, most))
}

/** So many moves in a row that the forest is compiled anew on the way. */
export const manyMovesLine = (workload: Workload, { today }: Built): string => {
  const { count } = workload
  const moves = movesOf(count, Math.max(5_000, Math.ceil(count * 0.15)))
  const times = { ours: [] as Array<number>, limit: [] as Array<number> }
  let compiled = 0
  for (let round = 0; round < 3; round++) {
    const byHand = limit.move(workload, moves)
    const [sum, limitMillis] = clock(byHand)
    const [end, millis] = clock(() => ours.move(today, moves))
    if (end.sum !== sum) throw new Error(`after many moves ours answers ${end.sum}, not ${sum}`)
    if (end.compiled === 0) throw new Error("too few moves to compile anew")
    compiled = end.compiled
    times.limit.push((limitMillis * 1000) / moves.length)
    times.ours.push((millis * 1000) / moves.length)
  }
  const amount = moves.length.toLocaleString("en")
  return line(`the same; ${amount} moves, ${compiled} x compiled anew`, count, new Map(Object.entries(times)))
}

/** A chain: every unit has one child. */
export const chainLine = (count: number): string => {
  const parents = new Int32Array(count).map((_, node) => node - 1)
  const forest = Forest.compile(parents)
  const askSqlite = sqlite.chain(count)
  const measured = compare(
    1,
    [
      { name: "ours", run: () => ours.sumOf(Forest.ancestors(forest, count - 1)) },
      {
        name: "limit",
        run: () => {
          let sum = 0
          for (let at = count - 2; at >= 0; at = parents[at] as number) sum += at
          return sum
        }
      },
      { name: "SQLite", run: askSqlite }
    ],
    most
  )
  return line("ancestors of the last unit of a chain", count, measured)
}
