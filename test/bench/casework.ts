// The life cycle of cases and the tables counted over them, and the transition alone against state machines.
// Run with: node --expose-gc test/bench/casework.ts [the most cases]; prints packages/casework/BENCHMARK.md.
import { availableParallelism } from "node:os"
import * as following from "./casework/following.ts"
import * as living from "./casework/living.ts"

const [most = Number.POSITIVE_INFINITY] = process.argv.slice(2).map(Number)
if (!(most >= 10_000)) throw new Error("the most cases are a number from 10000 on")

const sizes = [10_000, 100_000, 1_000_000].filter((size) => size <= most)
const begin = performance.now()
const followed = following.lines(sizes)
const lived = living.lines(sizes)
const tables = [
  [...following.head, ...followed],
  [...living.head, ...lived]
]

process.stdout.write(`# Benchmark of casework

Written by \`node --expose-gc test/bench/casework.ts\` on ${availableParallelism()} shared cores with Node ${process.versions.node}, in ${Math.round((performance.now() - begin) / 1000)} seconds. Processor
time; only ratios count: all ways ran by turns in one process on the same seeded input, and their answers were compared in
every pass; one that differs ends the run.

* **attempts followed**: the property council hall, an eighth as many cases as attempts, mixed up (mulberry32, seed 29): four
  in five lead on, one in fifty is anything at all; refusals are counted. Median of up to five rounds. \`Flow.move\` looks up
  whether an action is allowed and where it leads, and keeps the stage alone, as do the switch written by hand (the limit)
  and XState 5 (\`can\` and the pure \`transition\`, snapshots kept). \`evolve\` looks up the same and applies the fact: the
  whole case is kept, with its steps and its story. XState with a story keeps those two in the context of the machine.
* **life cycle**: cases of the council hall from being raised to being closed, nine commands each on average, by
  \`Decider.step\`: every command is checked (places, reasons, dates, texts that may hold personal data, whether it was told
  before), every fact applied. One in twenty goes up two levels, one is taken up again, one is done again because nobody was
  satisfied, one stays open. In batches of 500, whose commands are made up between two measurements and which are let go afterwards; one pass.
* **bytes a case**: memory that stays for a sample of 20,000, with the commands' own texts and ids shared. The tables are
  counted over cases whose stories were let go, which they need only as of a moment that is past; with its story a case is
  kept as a stream of facts in a store.
* **tables**: closure, time, resolution, satisfaction, follow-up and reopening rates; where matters were settled; ageing at
  each stage; what is open. Each counted twice, the second pass timed, the first compared with what was counted while the
  cases were made up.

${tables.map((lines) => lines.join("\n")).join("\n\n")}
`)
