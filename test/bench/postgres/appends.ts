import { PostgresStore } from "@louyu/store-postgres"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { compare, line, median, rate, ratio, type Way, wall } from "../store/measure.ts"
import * as ours from "../store/ours.ts"
import { type Append, appends, checksum, longStream, readings, streamsOfTen } from "../store/workload.ts"
import * as emmett from "./emmett.ts"
import { RawPostgres } from "./raw.ts"
import type { Server } from "./server.ts"

type Read = (stream: Append["stream"]) => Promise<Iterable<{ readonly version: number; readonly data: unknown }>>

/** The calls of one stream belong to one caller, so that every expectation is right. */
const sharesOf = (calls: ReadonlyArray<Append>, callers: number): ReadonlyArray<ReadonlyArray<Append>> => {
  const owner = new Map<string, number>()
  const shares = Array.from({ length: callers }, (): Array<Append> => [])
  for (const call of calls) {
    const caller = owner.get(call.stream) ?? owner.size % callers
    owner.set(call.stream, caller)
    shares[caller]?.push(call)
  }
  return shares
}

// What all streams hold in the end, and that stale appends are refused.
const verified = async (calls: ReadonlyArray<Append>, append: (call: Append) => Promise<boolean>, read: Read) => {
  for (const { stream, events } of calls.slice(0, 20)) {
    if (await append({ stream, expected: 1_000_000, events })) throw new Error("a stale append was accepted")
  }
  let sum = 0
  for (const stream of new Set(calls.map((c) => c.stream))) sum += checksum(await read(stream))
  return sum
}

const timed = async (
  shares: ReadonlyArray<ReadonlyArray<Append>>,
  append: (call: Append, caller: number) => Promise<boolean>
): Promise<number> => {
  const stop = wall()
  const work = shares.map(async (share, caller) => {
    for (const call of share) if (!(await append(call, caller))) throw new Error("refused")
  })
  await Promise.all(work)
  return stop()
}

const byHand = (server: Server, calls: ReadonlyArray<Append>, connections: number) => async () => {
  const url = await server.database()
  await RawPostgres.create(url)
  const opened = await Promise.all(Array.from({ length: connections }, () => RawPostgres.open(url)))
  const [first] = opened
  if (first === undefined) throw new Error("no connection")
  const seconds = await timed(sharesOf(calls, connections), (call, caller) => (opened[caller] ?? first).append(call))
  const sum = await verified(
    calls,
    (call) => first.append(call),
    (stream) => first.read(stream)
  )
  await Promise.all(opened.map((raw) => raw.close()))
  return { seconds, checksum: sum }
}

const byEmmett = (server: Server, calls: ReadonlyArray<Append>, callers: number) => async () => {
  const store = await emmett.open(await server.database())
  const seconds = await timed(sharesOf(calls, callers), (call) => emmett.append(store, call))
  const sum = await verified(
    calls,
    (call) => emmett.append(store, call),
    (stream) => emmett.read(store, stream)
  )
  await store.close()
  return { seconds, checksum: sum }
}

const created = async (server: Server) => {
  const options = { server: Redacted.make(await server.database()) }
  await Effect.runPromise(PostgresStore.create(options))
  return PostgresStore.layer(options)
}

/** Row 16: appends with the right expectation, one caller and many. */
export const appendLines = async (
  server: Server,
  sizes: ReadonlyArray<readonly [count: number, rounds: number]>
): Promise<ReadonlyArray<string>> => {
  const lines: Array<string> = []
  for (const [count, rounds] of sizes) {
    const calls = appends(count)
    const one: ReadonlyArray<Way> = [
      { name: "raw", run: byHand(server, calls, 1) },
      { name: "ours", run: async () => ours.sequential(wall, calls, await created(server)) },
      { name: "peer", run: byEmmett(server, calls, 1) }
    ]
    const sixteen: ReadonlyArray<Way> = [
      { name: "raw", run: byHand(server, calls, 16) },
      { name: "ours", run: async () => ours.concurrent(wall, calls, 16, await created(server)) },
      { name: "peer", run: byEmmett(server, calls, 16) }
    ]
    const more: ReadonlyArray<Way> = [
      { name: "raw", run: byHand(server, calls, 64) },
      { name: "ours", run: async () => ours.concurrent(wall, calls, 64, await created(server)) },
      { name: "peer", run: byEmmett(server, calls, 64) }
    ]
    for (const [title, ways] of [
      ["one caller", one],
      ["16 callers at once", sixteen],
      ["64 callers at once", more]
    ] as const) {
      lines.push(compared(`${count} appends, ${title}`, await compare(count, rounds, ways)))
    }
  }
  return lines
}

/** A line of a table: what, then each way's rate and ours against theirs. */
export const compared = (what: string, measured: ReadonlyMap<string, ReadonlyArray<number>>): string =>
  line(
    what,
    rate(median(measured, "raw")),
    rate(median(measured, "ours")),
    rate(median(measured, "peer")),
    ratio(measured, "ours", "raw").toFixed(2),
    ratio(measured, "ours", "peer").toFixed(1)
  )

const filled = async (server: Server, calls: ReadonlyArray<Append>) => {
  const [rawUrl, emmettUrl, layer] = [await server.database(), await server.database(), await created(server)]
  await RawPostgres.create(rawUrl)
  const raw = await RawPostgres.open(rawUrl)
  const peer = await emmett.open(emmettUrl)
  await ours.sequential(wall, calls, layer)
  for (const call of calls) {
    // A large batch is no statement for emmett: it is cut.
    for (let n = 0; n < call.events.length; n += 1_000) {
      const part = { ...call, expected: n, events: call.events.slice(n, n + 1_000) }
      if (!(await raw.append(part)) || !(await emmett.append(peer, part))) throw new Error("refused")
    }
  }
  return { raw, peer, layer }
}

/** Row 17: streams of ten among many, and a long one. */
export const readLines = async (
  server: Server,
  { streams, long, rounds }: { readonly streams: number; readonly long: number; readonly rounds: number }
): Promise<ReadonlyArray<string>> => {
  const { raw, peer, layer } = await filled(server, streamsOfTen(streams, long))
  const reading = (names: ReadonlyArray<Append["stream"]>, read: Read) => async () => {
    const all: Array<Awaited<ReturnType<Read>>> = []
    const stop = wall()
    for (const name of names) all.push(await read(name))
    const seconds = stop()
    return { seconds, checksum: checksum(all.flatMap((events) => [...events])) }
  }
  const lines: Array<string> = []
  const wanted = readings(1_000, streams)
  for (const [title, names, operations] of [
    [`a stream of 10 among ${streams}, streams`, wanted, wanted.length],
    [`a stream of ${long}, events`, [longStream], long]
  ] as const) {
    const measured = await compare(operations, rounds, [
      { name: "raw", run: reading(names, (stream) => raw.read(stream)) },
      { name: "ours", run: () => ours.reading(wall, names, layer) },
      { name: "peer", run: reading(names, (stream) => emmett.read(peer, stream)) }
    ])
    lines.push(compared(title, measured))
  }
  await raw.close()
  await peer.close()
  return lines
}
