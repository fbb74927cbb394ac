import type { EventEnvelope, Identifier } from "@louyu/kernel"
import { EventStore, StoreError } from "@louyu/ports"
import * as Result from "effect/Result"
import type { Row } from "./Connections.ts"
import { DamagedRow } from "./errors.ts"

/** What an append comes to, short of a failure of the store. */
export type Appending<A = EventStore.Appended> = Result.Result<A, StoreError.VersionConflict | StoreError.EventIdReused>

/** Some events of one stream as the server gets them. Shape: `firstId` is missing when there are none. */
export interface Part {
  readonly size: number
  readonly json: string
  readonly firstId: string | undefined
}

/** One write as the server gets it. Shape: at least one part, and more only when it is too large to be sent at once. */
export interface Write {
  readonly stream: Identifier.StreamId
  readonly expected: EventStore.ExpectedVersion
  readonly parts: readonly [Part, ...ReadonlyArray<Part>]
}

/** So many events, or so long a text, go to the server in one statement at most. */
export const most = { events: 4_096, characters: 4_194_304 }

/** The part of nothing: it only asks whether an expectation holds. */
export const nothing: Part = { size: 0, json: "[]", firstId: undefined }

// The data are text within the text: the server hands them on as they are, also with escapes that it would refuse.
const encodeEvent = (event: EventEnvelope.ProposedEvent): string => {
  EventStore.assertStorable(event)
  const { id, type, schemaVersion: schema, recordedAt: at, actor, causation, correlation } = event
  return JSON.stringify({ id, type, schema, at, actor, causation, correlation, data: JSON.stringify(event.data) })
}

const partsOf = (events: ReadonlyArray<EventEnvelope.ProposedEvent>): Write["parts"] => {
  const parts: Array<Part> = []
  let [texts, characters]: [Array<string>, number] = [[], 0]
  let firstId: string | undefined
  const close = (): Part => ({ size: texts.length, json: `[${texts.join(",")}]`, firstId })
  for (const event of events) {
    const text = encodeEvent(event)
    if (texts.length === most.events || (texts.length > 0 && characters + text.length > most.characters)) {
      parts.push(close())
      texts = []
      characters = 0
      firstId = undefined
    }
    firstId ??= event.id
    texts.push(text)
    characters += text.length
  }
  const last = texts.length === 0 ? nothing : close()
  const [first = last, ...others] = [...parts, last]
  return [first, ...others]
}

/** Writes a call down for the server; throws when an event cannot be stored, which is a bug. */
export const encode = ({ stream, expected, events }: EventStore.Write): Write => ({
  stream,
  expected,
  parts: partsOf(events)
})

// A belief that cannot be a version is always wrong.
const belief = (expected: EventStore.ExpectedVersion): string =>
  expected === "any" ? "null" : String(Number.isSafeInteger(expected) && expected >= 0 ? expected : -1)

/** One write and one part of it as a line of the statement's text. */
export const line = (call: number, { stream, expected }: Write, { size, json }: Part): string =>
  `{"call":${call},"stream":${JSON.stringify(stream)},"expected":${belief(expected)},"size":${size},"events":${json}}`

/** The server's answer to one write. */
export interface Answer {
  readonly call: number
  readonly outcome: "written" | "known" | "stale" | "reused"
  readonly version: number
  readonly id: string | null
}

/** Reads an answer. */
export const toAnswer = ([call, outcome, version, id = null]: Row): Answer => {
  if (outcome === "written" || outcome === "known" || outcome === "stale" || outcome === "reused") {
    return { call: Number(call), outcome, version: Number(version), id }
  }
  throw new DamagedRow("append")
}

/** What an answer means to who asked for a write. */
export const toAppending = (
  tenant: Identifier.TenantId,
  { stream, expected }: Write,
  { outcome, version, id }: Answer
): Appending => {
  if (outcome === "stale" && expected !== "any") {
    return Result.fail(new StoreError.VersionConflict({ tenant, stream, expected, actual: version }))
  }
  if (outcome === "reused" && id !== null) return Result.fail(new StoreError.EventIdReused({ tenant, stream, id }))
  return Result.succeed({ version, duplicate: outcome === "known" })
}

/** What answers to several writes mean to who asked for them all; the server stops at the first refusal. */
export const toAppendings = (
  tenant: Identifier.TenantId,
  writes: ReadonlyArray<Write>,
  answers: ReadonlyArray<Answer>
): Appending<ReadonlyArray<EventStore.Appended>> => {
  const appended: Array<EventStore.Appended> = []
  for (const [index, write] of writes.entries()) {
    const answer = answers[index]
    if (answer === undefined) throw new DamagedRow("append")
    const appending = toAppending(tenant, write, answer)
    if (Result.isFailure(appending)) return Result.fail(appending.failure)
    appended.push(appending.success)
  }
  return Result.succeed(appended)
}
