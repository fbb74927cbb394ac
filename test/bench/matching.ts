// Matching against solvers and against what an application would write itself.
// Run with: node test/bench/matching.ts [the most needs]; prints the Markdown of packages/matching/BENCHMARK.md.
import { availableParallelism } from "node:os"
import * as assignment from "./matching/assignment.ts"
import * as eligibility from "./matching/eligibility.ts"
import * as selection from "./matching/selection.ts"
import * as text from "./matching/text.ts"

const [most = Number.POSITIVE_INFINITY] = process.argv.slice(2).map(Number)
if (!(most >= 100)) throw new Error("the most needs are a number from 100 on")

const print = (text: string): boolean => process.stdout.write(`${text}\n`)

const begin = performance.now()
// A table each: what it measures and how is said in its module.
const tables = [
  [...eligibility.head, ...(await eligibility.lines(eligibility.sizes.filter(([needs]) => needs <= most)))],
  [...text.head, ...text.lines(text.sizes.filter((items) => items <= most))],
  [...assignment.head, ...(await assignment.lines(assignment.sizes.filter(([needs]) => needs <= most)))],
  [...selection.head, ...(await selection.lines(selection.sizes.filter(({ people }) => people <= most)))]
]

print(`# Benchmark of matching

Written by \`node test/bench/matching.ts\` on ${availableParallelism()} shared cores with Node ${process.versions.node}, in ${Math.round((performance.now() - begin) / 1000)} seconds. A figure is
processor time (all threads, memory collection included), the median of up to five rounds, fewer where a pass takes
seconds. Only ratios count: all ways ran by turns in one process on the same seeded input, and their answers were compared
in every pass; one that differs ends the run (of eligibility, when it differs again after every pair was asked by itself).

* **eligibility and the ten best**: \`EligibilityTable.ask\` over eight conditions of each service, a score for those that are
  open, \`Best.of\` ten (mulberry32, seed 3). By hand: bits for codes, columns for the rest, nothing known of what is unknown.
  Before anything is timed, 10^6 pairs are asked one by one, and every way has to open the same.
  Closures: one predicate a condition; they and json-rules-engine 7 answer the first of the needs only.
* **free text**: items of 30 invented Chinese words, three of one item asked (seed 55). \`Wording.search\` divides by
  dictionary, folds, adds pairs of characters and synonyms, and gives reasons; minisearch 7 alone gets the words divided and
  looks for any of them; the scan looks for all and does not rank. They answer differently, so here nothing is compared but
  how often the item asked about is among the first ten, and each way is timed by itself. Meant for lists of a city, some hundreds to some thousands
  of items: at 10^5 a query takes part of a second, and a full-text index of a database is the better tool.
* **exact assignment**: \`Allocation.solve\`, from ids to who gets what, with reasons for everybody unmet and the
  certificate; of it the optimum: \`Allocation.begin\`. Candidates are at random, scores fall with the distance, there is room
  for four needs of five (mulberry32, seed 21). All exact ways find the same total, and \`Allocation.verify\` agrees.
* **one more need**, **one capacity**: \`put\`, \`remove\` and \`setCapacity\` on the solver that is kept, by turns.
* **HiGHS** 1.15 (WebAssembly): the linear program in sparse arrays. **@algorithm.ts/mcmf** 4 and **munkres-js** 1.2, which
  gets a full matrix with a column a unit, are left out where they take many minutes.
* **choose the projects that reach most**: \`Selection.solve\`, with reasons; people around centres, weights 1 to 5 (seed 31).
  HiGHS: the mixed integer program, people reached by the same projects merged; left out from 1,000 projects on.
* **greedy**: the best candidate, or project, first; lazily, without ids.

${tables.map((lines) => lines.join("\n")).join("\n\n")}`)
