// The organisation tree against what could be reached by hand and against other tools.
// Run with: node test/bench/tree.ts [sizes]; prints the Markdown of packages/organisation/BENCHMARK.md.
import { availableParallelism } from "node:os"
import * as asking from "./tree/asking.ts"
import * as building from "./tree/building.ts"
import { head } from "./tree/report.ts"
import { make, questions, rowsOf } from "./tree/workload.ts"

const given = process.argv.slice(2).map(Number)
const sizes = given.length > 0 ? given : [10_000, 100_000, 1_000_000]
if (sizes.some((size) => !(Number.isInteger(size) && size >= 5_000)))
  throw new Error("sizes are whole numbers from 5000 on")

const print = (text: string): boolean => process.stdout.write(`${text}\n`)
const progress = (text: string): boolean => process.stderr.write(`${text}\n`)

const measure = (size: number): ReadonlyArray<string> => {
  progress(`${size} units: build`)
  const workload = make(size)
  const rows = rowsOf(workload)
  const builds = building.lines(workload, rows)
  const built = building.contenders(workload, rows)
  if (size === 100_000) for (const contender of built.contenders.slice(0, 2)) asking.check(contender, workload)
  const answers = questions.map((question) => {
    progress(`${size} units: ${question}`)
    return asking.questionLine(workload, built, question)
  })
  progress(`${size} units: moves`)
  const moves = [asking.fewMovesLine(workload, built), asking.manyMovesLine(workload, built)]
  return [...answers, ...moves, asking.chainLine(size), ...builds, ...built.lines]
}

const begin = performance.now()
const tables = sizes.map(measure)
// The lines of one question stand together, so that growth with the size shows.
const lines = (tables[0] ?? []).flatMap((_, index) => tables.map((table) => table[index] ?? ""))

print(`# Benchmark of the organisation tree

Written by \`node test/bench/tree.ts ${sizes.join(" ")}\` on ${availableParallelism()} shared cores with Node ${process.versions.node},
in ${Math.round((performance.now() - begin) / 1000)} seconds. A figure is processor time (all threads, memory collection included), the median of five rounds,
fewer where a pass takes seconds. Only ratios count: all ways ran by turns in one process on the same seeded input, their
answers were compared in every pass, and a ratio is the median of the rounds' ratios.

* **limit**: what can be reached by hand for exactly this input; typed arrays, no checks, nothing handed out.
* **d3-hierarchy** 3: static; another day or a move means another tree, which is what "roll-up on a day" measures.
* **SQLite**: \`node:sqlite\` in memory, whole numbers as keys, recursive queries that sum inside the database.
* Input: a random recursive tree, every fifth unit moved once in ten years; questions 20 % near the top, 80 % anywhere.
  \`ours\` hands the nodes out where a question asks for nodes; moves are made on immutable values.

${[...head, ...lines].join("\n")}`)
