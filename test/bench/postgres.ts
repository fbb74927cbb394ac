// The PostgreSQL store against single statements by hand, emmett and pg-boss.
// Run with: node test/bench/postgres.ts [the most appends]; prints the Markdown of packages/store-postgres/BENCHMARK.md.
import { availableParallelism } from "node:os"
import { appendLines, readLines } from "./postgres/appends.ts"
import { outboxLines } from "./postgres/outbox.ts"
import { startServer } from "./postgres/server.ts"
import { line } from "./store/measure.ts"

const [most = 10_000] = process.argv.slice(2).map(Number)
if (!(most >= 100)) throw new Error("the most appends are a number from 100 on")

const print = (text: string): boolean => process.stdout.write(`${text}\n`)
const head = (peer: string) => [
  line("workload", "by hand", "ours", peer, "ours / by hand", `ours / ${peer}`),
  line("---", "---:", "---:", "---:", "---:", "---:")
]

const begin = performance.now()
const server = await startServer()
try {
  const sizes = ([[500, 5] as const, [5_000, 1] as const] as const).filter(([count]) => count <= most)
  const appended = await appendLines(server, sizes.length === 0 ? [[most, 3]] : sizes)
  const read = await readLines(server, { streams: 1_000, long: 10_000, rounds: 5 })
  const delivered = await outboxLines(server, Math.min(most, 1_000), 3)
  const seconds = Math.round((performance.now() - begin) / 1_000)
  print(`# Benchmark of the PostgreSQL store

Written by \`node test/bench/postgres.ts\` on ${availableParallelism()} shared cores with Node ${process.versions.node} and PostgreSQL ${server.version} on the
same machine, in ${seconds} seconds. Operations a second of wall time, the median of up to five rounds; a first one does not count.
Only ratios count: all ways ran by turns in one process against one server with its settings as they come (every commit
waits for the disk), each in a database of its own, and what they stored was read back and compared.

## Append one batch with an expected version

${[...head("emmett"), ...appended].join("\n")}

Two events on average, about 150 bytes each; a tenth as many streams as appends (mulberry32, seed 61). By hand: one
statement on a connection for each caller, which checks and raises the version of the stream and inserts; a sequence gives
the order, so who follows it may miss events. Ours and emmett use their pools of connections as they come (10).

## Read a stream

${[...head("emmett"), ...read].join("\n")}

## Outbox

${[...head("pg-boss"), ...delivered].join("\n")}

One caller. By hand: events and rows of an outbox in one statement, taken out by \`DELETE … SKIP LOCKED\`. Ours: the log is
the outbox, and a checkpoint remembers what was taken. pg-boss: a transaction with the events and a job for each, then
\`fetch\` and \`complete\`. All take a hundred at a time.`)
} finally {
  await server.stop()
}
