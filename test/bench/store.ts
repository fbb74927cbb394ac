// Event stores against what could be reached by hand. Run with: node test/bench/store.ts
import { mkdtempSync, rmSync } from "node:fs"
import { availableParallelism, tmpdir } from "node:os"
import { join } from "node:path"
import { MemoryStore } from "@louyu/store-memory"
import { SqliteStore } from "@louyu/store-sqlite"
import * as Effect from "effect/Effect"
import { busy, compare, line, median, rate, ratio, wall } from "./store/measure.ts"
import * as ours from "./store/ours.ts"
import * as raw from "./store/raw.ts"
import { RawMemory } from "./store/rawMemory.ts"
import { RawSqlite, type Synchronous } from "./store/rawSqlite.ts"
import { type Append, appends, longStream, readings, streamsOfTen } from "./store/workload.ts"

const folder = mkdtempSync(join(tmpdir(), "louyu-bench-"))
let files = 0

const newFile = async (): Promise<string> => {
  const file = join(folder, `${files++}.louyu`)
  await Effect.runPromise(SqliteStore.create({ file }))
  return file
}

const print = (text: string): boolean => process.stdout.write(`${text}\n`)

const memoryAppends = async (count: number, rounds: number): Promise<void> => {
  const calls = appends(count)
  const measured = await compare(count, rounds, [
    { name: "raw", run: async () => raw.sequential(busy, calls, new RawMemory()) },
    { name: "ours", run: () => ours.sequential(busy, calls, MemoryStore.layer) }
  ])
  const [a, b] = [median(measured, "raw"), median(measured, "ours")]
  print(line(`append, memory, ${count} appends`, rate(a), rate(b), ratio(measured, "ours", "raw").toFixed(2)))
}

const sqliteAppends = async (count: number, rounds: number, synchronous: Synchronous): Promise<void> => {
  const calls = appends(count)
  const byHand = async () => {
    const store = new RawSqlite(await newFile(), synchronous)
    const result = raw.sequential(wall, calls, store)
    store.close()
    return result
  }
  const opened = async () => SqliteStore.layer({ file: await newFile(), synchronous })
  const measured = await compare(count, rounds, [
    { name: "raw", run: byHand },
    { name: "ours", run: async () => ours.sequential(wall, calls, await opened()) },
    { name: "64 callers", run: async () => ours.concurrent(wall, calls, 64, await opened()) }
  ])
  const what = `SQLite ${synchronous}, ${count} appends`
  const by = median(measured, "raw")
  for (const [name, title] of [
    ["ours", "append"],
    ["64 callers", "append, 64 callers at once"]
  ] as const) {
    const cells = [rate(by), rate(median(measured, name)), ratio(measured, name, "raw").toFixed(2)]
    print(line(`${title}, ${what}`, ...cells))
  }
}

const sqliteReads = async (streams: number, long: number, rounds: number): Promise<void> => {
  const file = await newFile()
  const calls: ReadonlyArray<Append> = streamsOfTen(streams, long)
  await ours.sequential(wall, calls, SqliteStore.layer({ file, synchronous: "normal" }))
  const wanted = readings(2_000, streams)
  const byHand = (names: typeof wanted) => async () => {
    const store = new RawSqlite(file, "normal")
    const result = raw.reading(busy, names, store)
    store.close()
    return result
  }
  const layer = SqliteStore.layer({ file })
  for (const [title, names, operations] of [
    [`read a stream of 10 among ${streams}, SQLite`, wanted, wanted.length],
    [`read a stream of ${long}, SQLite, events`, [longStream], long]
  ] as const) {
    const measured = await compare(operations, rounds, [
      { name: "raw", run: byHand(names) },
      { name: "ours", run: () => ours.reading(busy, names, layer) }
    ])
    const [a, b] = [median(measured, "raw"), median(measured, "ours")]
    print(line(title, rate(a), rate(b), ratio(measured, "ours", "raw").toFixed(2)))
  }
}

print(`Node ${process.version}, SQLite ${process.versions.sqlite}, ${availableParallelism()} cores; a second\n`)
print(line("workload", "by hand", "ours", "ratio"))
print(line("---", "---:", "---:", "---:"))
for (const [count, rounds] of [
  [5_000, 9],
  [50_000, 5],
  [500_000, 3]
] as const) {
  await memoryAppends(count, rounds)
}
await sqliteAppends(2_000, 5, "full")
for (const count of [2_000, 20_000]) await sqliteAppends(count, 5, "normal")
await sqliteReads(1_000, 10_000, 7)
await sqliteReads(10_000, 100_000, 7)
rmSync(folder, { recursive: true, force: true })
