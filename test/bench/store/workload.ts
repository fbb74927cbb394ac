import { EventEnvelope, Identifier } from "@louyu/kernel"

/** Marsaglia-style 32-bit generator (mulberry32); numbers in [0, 1). */
export const random = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const tenant = Identifier.TenantId.make("pinghu")
const recordedAt = EventEnvelope.Timestamp.make("2026-11-22T08:30:00.000Z")
const actor = Identifier.ActorId.make("person-1")
const streamNo = (n: number): Identifier.StreamId => Identifier.StreamId.make(`building-${n}`)
export const longStream = Identifier.StreamId.make("organisation")

// Like the time-ordered ids that services use: they share a beginning and grow.
const eventId = (n: number): Identifier.EventId =>
  Identifier.EventId.make(`0192f3a8-${n.toString(16).padStart(8, "0")}-${((n * 2_654_435_761) >>> 0).toString(16)}`)

/** An event with about 150 bytes of JSON. */
export const event = (n: number): EventEnvelope.ProposedEvent => ({
  id: eventId(n),
  type: "UnitEstablished",
  schemaVersion: 1,
  recordedAt,
  actor,
  data: {
    _tag: "UnitEstablished",
    unit: `unit-${n}`,
    kind: "building",
    name: { zh: `楼宇 ${n}`, en: `Building ${n}` },
    from: "2026-01-01",
    under: `unit-${n >> 3}`,
    areaSquareMetres: n % 90_000
  }
})

/** One call: where, at which version, what. */
export interface Append {
  readonly stream: Identifier.StreamId
  readonly expected: number
  readonly events: ReadonlyArray<EventEnvelope.ProposedEvent>
}

/**
 * So many appends to a tenth as many streams, each stream equally likely, append i of 1 + i mod 3 events, with the right
 * expectation. Seed 61.
 */
export const appends = (count: number): ReadonlyArray<Append> => {
  const next = random(61)
  const streams = Array.from({ length: Math.max(1, Math.floor(count / 10)) }, (_, n) => streamNo(n))
  const versions = new Map<Identifier.StreamId, number>()
  let id = 0
  return Array.from({ length: count }, (_, index) => {
    const stream = streams[Math.floor(next() * streams.length)] ?? longStream
    const expected = versions.get(stream) ?? 0
    const events = Array.from({ length: 1 + (index % 3) }, () => event(id++))
    versions.set(stream, expected + events.length)
    return { stream, expected, events }
  })
}

/** Streams of ten events, and one of `long`. */
export const streamsOfTen = (count: number, long: number): ReadonlyArray<Append> => {
  const ten = Array.from({ length: count }, (_, n) => ({
    stream: streamNo(n),
    expected: 0,
    events: Array.from({ length: 10 }, (__, i) => event(n * 10 + i))
  }))
  const events = Array.from({ length: long }, (_, n) => event(count * 10 + n))
  return [...ten, { stream: longStream, expected: 0, events }]
}

/** Which streams to read: equally likely. Seed 5. */
export const readings = (count: number, streams: number): ReadonlyArray<Identifier.StreamId> => {
  const next = random(5)
  return Array.from({ length: count }, () => streamNo(Math.floor(next() * streams)))
}

/** A number that all who did the same work share. */
export const checksum = (events: Iterable<{ readonly version: number; readonly data: unknown }>): number => {
  let sum = 0
  for (const { version, data } of events) {
    const area = typeof data === "object" && data !== null && "areaSquareMetres" in data ? data.areaSquareMetres : 0
    sum = (sum * 31 + version * 7 + Number(area)) % 2_147_483_647
  }
  return sum
}
