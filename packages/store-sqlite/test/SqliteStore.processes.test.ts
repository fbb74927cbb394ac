import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process"
import { once } from "node:events"
import { chmodSync } from "node:fs"
import { dirname, join } from "node:path"
import { createInterface } from "node:readline"
import { DatabaseSync } from "node:sqlite"
import { fileURLToPath } from "node:url"
import { EventStore, Position } from "@louyu/ports"
import { Sample } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { SqliteStore } from "../src/index.ts"
import { newStore } from "./temporary.ts"

const children = join(dirname(fileURLToPath(import.meta.url)), "children")

const start = (script: string, ...args: ReadonlyArray<string>): ChildProcessWithoutNullStreams => {
  const child = spawn(process.execPath, [join(children, script), ...args])
  child.stderr.pipe(process.stderr)
  return child
}

const outputOf = async (child: ChildProcessWithoutNullStreams): Promise<string> => {
  const closed = once(child, "close")
  let text = ""
  for await (const chunk of child.stdout) text += chunk
  const [code] = await closed
  expect(code).toBe(0)
  return text
}

const inNewStore = (use: (file: string) => Promise<void>): Promise<void> =>
  Effect.runPromise(Effect.scoped(Effect.flatMap(newStore, (file) => Effect.promise(() => use(file)))))

const ask = <A, E>(file: string, question: Effect.Effect<A, E, EventStore.EventStore>): Promise<A> =>
  Effect.runPromise(Effect.provide(question, SqliteStore.layer({ file })))

const everything = Effect.flatMap(EventStore.EventStore, (store) =>
  store.readAll(Sample.tenant, Position.start, Number.MAX_SAFE_INTEGER)
)

const streamsWithGaps = (recorded: ReadonlyArray<EventStore.Recorded>): ReadonlyArray<string> => {
  const versions = new Map<string, number>()
  const gaps: Array<string> = []
  for (const { event } of recorded) {
    if (event.version !== (versions.get(event.stream) ?? 0) + 1) gaps.push(`${event.stream}@${event.version}`)
    versions.set(event.stream, event.version)
  }
  return gaps
}

// Kills the appender once it has reported so many batches; gives all reports that came through.
const killedAfter = async (file: string, round: number, reports: number): Promise<ReadonlyArray<string>> => {
  const child = start("appender.ts", file, String(round))
  const closed = once(child, "close")
  const lines: Array<string> = []
  for await (const line of createInterface(child.stdout)) {
    lines.push(line)
    if (lines.length === reports) child.kill("SIGKILL")
  }
  const [, signal] = await closed
  expect(signal).toBe("SIGKILL")
  return lines
}

describe("a store whose process is killed", () => {
  it("keeps every acknowledged batch, also one over two streams, and no part of any other, whenever it was killed", () =>
    inNewStore(async (file) => {
      const moments = fc.sample(fc.integer({ min: 1, max: 300 }), { seed: 20_261_122, numRuns: 12 })
      for (const [round, reports] of moments.entries()) {
        const acknowledged = await killedAfter(file, round, reports)
        const stored = new Map<string, Array<{ stream: string; version: number; size: number }>>()
        const recorded = await ask(file, everything)
        for (const { event } of recorded) {
          const [, batch = "", size] = /^(.*)\.\d+\.(\d+)$/u.exec(event.id) ?? []
          const { stream, version } = event
          stored.set(batch, [...(stored.get(batch) ?? []), { stream, version, size: Number(size) }])
        }
        for (const line of acknowledged) {
          const [batch = "", version] = line.split(" ")
          expect(stored.get(batch)?.at(-1)?.version, `${line} in round ${round}`).toBe(Number(version))
        }
        const halves = [...stored].filter(([, events]) => events.length !== events[0]?.size)
        expect(halves).toEqual([])
        for (const [batch, events] of stored) {
          const [, caller, n] = batch.split(".").map(Number)
          const streams = ((n ?? 0) + (caller ?? 0)) % 3 === 0 ? 2 : 1
          expect(new Set(events.map((e) => e.stream)).size, batch).toBe(streams)
        }
        expect(streamsWithGaps(recorded)).toEqual([])
        const db = new DatabaseSync(file, { readOnly: true })
        expect(db.prepare("PRAGMA integrity_check").all()).toMatchObject([{ integrity_check: "ok" }])
        db.close()
      }
    }))
})

describe("two processes that write the same streams", () => {
  it("lose nothing, double nothing and build only on what they have seen, and a reader that follows sees it all", () =>
    inNewStore(async (file) => {
      const appends = 150
      const rivals = [start("rival.ts", file, "a", String(appends)), start("rival.ts", file, "b", String(appends))]
      const finished = Promise.all(rivals.map(outputOf))
      let running = true
      void finished.finally(() => {
        running = false
      })
      const seen = await ask(
        file,
        Effect.gen(function* () {
          const store = yield* EventStore.EventStore
          const recorded: Array<EventStore.Recorded> = []
          let after = Position.start
          for (;;) {
            const last = !running
            const page = yield* store.readAll(Sample.tenant, after, 10)
            recorded.push(...page)
            after = page.at(-1)?.position ?? after
            if (last && page.length === 0) return recorded
            yield* Effect.yieldNow
          }
        })
      )
      const conflicts = (await finished).map(Number)
      expect(seen).toEqual(await ask(file, everything))
      const expected = ["a", "b"].flatMap((name) =>
        Array.from({ length: appends }, (_, n) => [`${name}-${n}-1`, `${name}-${n}-2`]).flat()
      )
      expect(seen.map((r) => r.event.id).toSorted()).toEqual(expected.toSorted())
      for (const { event } of seen) {
        expect(event.data).toEqual({ seen: event.version - (event.id.endsWith("-1") ? 1 : 2) })
      }
      expect(streamsWithGaps(seen)).toEqual([])
      expect(conflicts.every(Number.isSafeInteger)).toBe(true)
    }))
})

describe("a very large batch", () => {
  it("of a million events is appended at once, in memory that does not grow with it", () =>
    inNewStore(async (file) => {
      const report = JSON.parse(await outputOf(start("large.ts", file, "1000000")))
      expect(report.version).toBe(1_000_000)
      expect(report.after - report.before).toBeLessThan(120_000_000)
      const last = await ask(
        file,
        Effect.flatMap(EventStore.EventStore, (store) => store.read(Sample.tenant, Sample.stream, { from: 1_000_000 }))
      )
      expect(last.map((e) => e.id)).toEqual(["e-999999"])
    }))
})

describe("a file that may not grow", () => {
  it("fails the append with a typed error, keeps what was acknowledged and works again afterwards", () =>
    inNewStore(async (file) => {
      // 512-byte blocks in some shells, kilobytes in others: half a megabyte or one.
      const command = `ulimit -f 1024; exec "${process.execPath}" "${join(children, "limited.ts")}" "${file}"`
      const report = JSON.parse(await outputOf(spawn("sh", ["-c", command])))
      expect(report.code).toBe("ports/StoreUnavailable")
      expect(report.acknowledged).toBeGreaterThan(0)
      const again = Effect.flatMap(EventStore.EventStore, (store) =>
        store.append(Sample.tenant, Sample.stream, report.acknowledged, [Sample.event("again")])
      )
      expect(await ask(file, again)).toEqual({ version: report.acknowledged + 1, duplicate: false })
    }))
})

describe("a user who may not write", () => {
  const asUser = async (file: string) => JSON.parse(await outputOf(start("unprivileged.ts", file)))

  it("reads a file that may only be read, and is told so when writing", () =>
    inNewStore(async (file) => {
      await ask(file, everything)
      chmodSync(dirname(file), 0o777)
      chmodSync(file, 0o444)
      expect(await asUser(file)).toMatchObject({ read: "Success", append: "ports/StoreReadOnly" })
    }))

  it("is told that a store in a closed folder cannot be opened, and cannot make one there", () =>
    inNewStore(async (file) => {
      chmodSync(file, 0o444)
      chmodSync(dirname(file), 0o555)
      const closed = "ports/StoreUnavailable"
      expect(await asUser(file)).toEqual({ read: closed, readOnly: closed, append: closed, create: closed })
      chmodSync(dirname(file), 0o777)
    }))
})
