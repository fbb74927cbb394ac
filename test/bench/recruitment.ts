// The analytics of recruitment against state machines, a database made for analysis, and loops made for one question.
// Run with: node --expose-gc test/bench/recruitment.ts [the most steps]; prints packages/recruitment/BENCHMARK.md.
import { availableParallelism } from "node:os"
import * as asking from "./recruitment/asking.ts"
import * as folding from "./recruitment/folding.ts"

const [most = Number.POSITIVE_INFINITY] = process.argv.slice(2).map(Number)
if (!(most >= 100_000)) throw new Error("the most steps are a number from 100000 on")

const sizes = [100_000, 1_000_000, 10_000_000].filter((size) => size <= most)
const begin = performance.now()
const folded = folding.lines(sizes)
const { asked, appended } = await asking.lines(sizes)
const tables = [
  [...folding.head, ...folded],
  [...asking.head, ...asked],
  [...asking.appendHead, ...appended]
]

process.stdout.write(`# Benchmark of recruitment

Written by \`node test/bench/recruitment.ts\` on ${availableParallelism()} shared cores with Node ${process.versions.node}, in ${Math.round((performance.now() - begin) / 1000)} seconds. Only ratios
count: all ways ran by turns in one process on the same seeded input, and their answers were compared in every pass; one
that differs ends the run.

* **input**: prospects of ten years in days (mulberry32, seed 91): nine stages in a row and a lost one, of each step one in
  eight loses the prospect and one in sixteen leads back, 1 to 60 days between two; all steps in the order of time.
* **moves followed**: the same with one attempt in fifty more, of anybody to anywhere (seed 17); refusals are counted.
  Processor time, median of up to five rounds. \`Journeys.fold\` over columns of numbers, one byte a prospect; \`Journeys.move\`
  over names, an answer or a typed error each. By hand: the same columns without a check; a switch over names with an object
  a prospect. robot3 1.4: a service a prospect. XState 5: \`can\` and the pure \`transition\`, snapshots kept. Both are left
  out at 10^7, where they take minutes.
* **questions**: wall time, median of five rounds after a first that does not count. Ours: one thread; everything was
  appended one by one in the order of time, with names for prospects and stages. DuckDB 1.5: in memory, two threads, the
  same steps in a table, prospects with region and first day in another. The limit: steps put in order by prospect
  beforehand, with constants in the code; it could not take another step.
* **ever in each stage, now** is kept while steps come; DuckDB and the limit count. The same **five years ago** for three
  of twelve regions is counted by all.
* **append one and ask**: a step, then how many ever were in each stage; DuckDB by a prepared insert and the same query.
* **held**: memory that stays, without the text of the names, which is the caller's. **Bytes a prospect besides** its steps:
  the directory, where its steps are and how many, when it began, and in which stages it ever was; not in it are a pointer to
  its name and two bytes a tag. **MB more while asked** is how far the process grew, nearly all of it for DuckDB's answers.

${tables.map((lines) => lines.join("\n")).join("\n\n")}
`)
