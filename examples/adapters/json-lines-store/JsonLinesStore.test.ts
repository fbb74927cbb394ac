import { spawn } from "node:child_process"
import { once } from "node:events"
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync
} from "node:fs"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { EventStore, Position, Vault } from "@louyu/ports"
import { Sample } from "@louyu/ports/testing"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Scope from "effect/Scope"
import { describe, expect, it } from "vitest"
import { JsonLinesStore } from "./index.ts"
import { folder } from "./temporary.ts"

const inFolder = (use: (path: string) => Promise<void>): Promise<void> =>
  Effect.runPromise(Effect.scoped(Effect.flatMap(folder, (path) => Effect.promise(() => use(path)))))

const ask = <A, E>(path: string, question: Effect.Effect<A, E, EventStore.EventStore | Vault.Vault>): Promise<A> =>
  Effect.runPromise(Effect.provide(question, JsonLinesStore.layer(path), { local: true }))

const append = (...ids: ReadonlyArray<string>) =>
  Effect.flatMap(EventStore.EventStore, (store) =>
    store.append(
      Sample.tenant,
      Sample.stream,
      "any",
      ids.map((id) => Sample.event(id, { text: "三号电梯" }))
    )
  )
const recorded = Effect.flatMap(EventStore.EventStore, (store) =>
  store.readAll(Sample.tenant, Position.start, Infinity)
)
const ids = Effect.map(recorded, (all) => all.map(({ event }) => event.id))
const reached = Effect.flatMap(EventStore.EventStore, (store) => store.checkpoint(Sample.tenant, Sample.consumer))

const fileOf = (path: string, kind: "events" | "people"): string => {
  const name = readdirSync(path).find((one) => one.endsWith(`.${kind}.jsonl`))
  if (name === undefined) throw new Error(`no file of ${kind}`)
  return join(path, name)
}

const failure = <A, E>(path: string, question: Effect.Effect<A, E, EventStore.EventStore | Vault.Vault>) =>
  Effect.runPromise(Effect.flip(Effect.provide(question, JsonLinesStore.layer(path), { local: true })))

describe("a store that is opened again", () => {
  it("answers as before: events, their order, versions, retries and checkpoints", () =>
    inFolder(async (path) => {
      await ask(path, Effect.andThen(append("a", "b"), append("c")))
      const before = await ask(path, recorded)
      expect(before.map(({ event }) => event.version)).toEqual([1, 2, 3])
      await ask(
        path,
        Effect.flatMap(EventStore.EventStore, (store) =>
          store.setCheckpoint(Sample.tenant, Sample.consumer, before[1]?.position ?? Position.start)
        )
      )
      expect(await ask(path, recorded)).toEqual(before)
      expect(await ask(path, reached)).toBe(before[1]?.position)
      expect(await ask(path, append("a", "b"))).toEqual({ version: 2, duplicate: true })
    }))

  it("cuts a line that a crash tore at any of its bytes, loses nothing before it, and goes on", () =>
    inFolder(async (path) => {
      const [whole, torn] = [join(path, "whole"), join(path, "torn")]
      mkdirSync(whole)
      await ask(whole, append("a", "b"))
      const kept = readFileSync(fileOf(whole, "events")).length
      await ask(whole, append("c"))
      const length = readFileSync(fileOf(whole, "events")).length
      expect(length - kept).toBeGreaterThan(100)
      for (let end = kept; end < length; end += 1) {
        cpSync(whole, torn, { recursive: true })
        truncateSync(fileOf(torn, "events"), end)
        const found = await ask(torn, Effect.all([ids, append("d"), ids]))
        const appended = { version: 3, duplicate: false }
        expect(found, `cut at byte ${end} of ${length}`).toEqual([["a", "b"], appended, ["a", "b", "d"]])
        rmSync(torn, { recursive: true })
      }
    }))

  it("cuts a line of which a block never reached the disk", () =>
    inFolder(async (path) => {
      await ask(path, append("a"))
      const file = fileOf(path, "events")
      const line = readFileSync(file)
      appendFileSync(file, Buffer.concat([line.subarray(0, 20), Buffer.alloc(60), line.subarray(80)]))
      expect(await ask(path, ids)).toEqual(["a"])
      appendFileSync(file, Buffer.alloc(4_096))
      expect(await ask(path, ids)).toEqual(["a"])
      expect(readFileSync(file)).toEqual(line)
    }))

  it("refuses a file that is damaged anywhere else, says where and not what, and leaves it as it is", () =>
    inFolder(async (path) => {
      await ask(path, Effect.andThen(append("a"), append("b")))
      const file = fileOf(path, "events")
      const text = readFileSync(file, "utf8")
      for (const [damaged, at] of [
        [text.replace('"version":1', '"version":x'), "line 1"],
        [text.replace('"version":2', '"version":3'), "line 2"],
        [`${text}{"events":\n`, "line 3"],
        [`${text}${text}`, "line 3"]
      ] as const) {
        writeFileSync(file, damaged)
        expect(await failure(path, ids)).toMatchObject({ code: "ports/StoreCorrupt", at })
        expect(readFileSync(file, "utf8")).toBe(damaged)
      }
    }))
})

describe("a store that cannot be used", () => {
  it("is missing when its folder is, and not empty", () =>
    inFolder(async (path) => {
      expect(await failure(join(path, "nowhere"), ids)).toMatchObject({ code: "ports/StoreMissing" })
      const gone = Effect.andThen(
        Effect.sync(() => rmSync(path, { recursive: true })),
        ids
      )
      expect(await failure(path, gone)).toMatchObject({ code: "ports/StoreMissing" })
    }))

  it("writes nothing where another process has written", () =>
    inFolder(async (path) => {
      const twice = Effect.gen(function* () {
        yield* append("a")
        yield* Effect.promise(() => ask(path, append("b")))
        return yield* Effect.flip(append("c"))
      })
      expect(await ask(path, twice)).toMatchObject({ code: "ports/StoreLocked" })
      expect(await ask(path, ids)).toEqual(["a", "b"])
    }))

  it("says that it is closed after its layer was", () =>
    inFolder(async (path) => {
      const scope = await Effect.runPromise(Scope.make())
      const context = await Effect.runPromise(Layer.buildWithScope(JsonLinesStore.layer(path), scope))
      await Effect.runPromise(Effect.provide(append("a"), context))
      await Effect.runPromise(Scope.close(scope, Exit.void))
      const late = Effect.provide(Effect.flip(append("b")), context)
      expect(await Effect.runPromise(late)).toMatchObject({ code: "ports/StoreUnavailable", reason: "closed" })
    }))
})

describe("an erased person", () => {
  it("is in no file any more, nor is what was replaced before, and stays erased", () =>
    inFolder(async (path) => {
      const { person, tenant } = Sample
      const bytes = () => readdirSync(path).map((name) => readFileSync(join(path, name), "utf8"))
      const names = ["Anna (invented)", "Anna B. (invented)"]
      await ask(
        path,
        Effect.flatMap(Vault.Vault, (vault) =>
          Effect.forEach(names, (name) => vault.put(tenant, person, { name: Redacted.make(name) }))
        )
      )
      for (const name of names) expect(bytes().join()).toContain(name)
      // A rewriting that a crash stopped left its file behind.
      writeFileSync(`${fileOf(path, "people")}.new`, bytes().join())
      await ask(
        path,
        Effect.flatMap(Vault.Vault, (vault) => vault.erase(tenant, person))
      )
      for (const name of names) expect(bytes().join()).not.toContain(name)
      const held = Effect.flatMap(Vault.Vault, (vault) => vault.get(tenant, person))
      expect(await ask(path, held)).toEqual({ _tag: "Erased" })
    }))
})

// Kills the appender once it has told of so many batches; gives all that it told of.
const killedAfter = async (path: string, round: number, batches: number): Promise<ReadonlyArray<string>> => {
  const script = fileURLToPath(new URL("appender.ts", import.meta.url))
  const child = spawn(process.execPath, [script, path, String(round)], { stdio: ["ignore", "pipe", "inherit"] })
  const closed = once(child, "close")
  const told: Array<string> = []
  for await (const line of createInterface(child.stdout)) {
    told.push(line)
    if (told.length === batches) child.kill("SIGKILL")
  }
  expect((await closed)[1]).toBe("SIGKILL")
  return told
}

describe("a store whose process is killed", () => {
  it("keeps every acknowledged call, and no part of any other", () =>
    inFolder(async (path) => {
      for (const [round, batches] of [1, 5, 6, 11].entries()) {
        const told = await killedAfter(path, round, batches)
        expect(told.length).toBeGreaterThanOrEqual(batches)
        const all = await ask(path, recorded)
        const stored = Map.groupBy(all, ({ event }) => event.id.replace(/\.\d$/u, ""))
        for (const line of told) {
          const [batch = "", version] = line.split(" ")
          expect(stored.get(batch)?.at(-1)?.event.version, line).toBe(Number(version))
        }
        expect([...stored].filter(([, events]) => events.length !== 3)).toEqual([])
      }
    }))
})
