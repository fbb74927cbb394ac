import { type EventEnvelope, Fault } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { EventTooNew, EventTypeUnknown, EventUnreadable, type LogError } from "./CityError.ts"

/** The schemas of a tagged union, by tag; `Schema.toTaggedUnion("_tag")` has them. */
export interface Cases<A> {
  readonly cases: Readonly<Record<string, Schema.Codec<A, Schema.JsonObject>>>
}

/**
 * Turns the contents of an event of one version into those of the next; `renamedTo` when the type changed its name.
 *
 * A type without an upcaster for a version did not change between that version and the next.
 */
export interface Upcaster {
  readonly type: string
  readonly from: number
  readonly renamedTo?: string
  readonly upcast: (data: Schema.JsonObject) => Schema.JsonObject
}

/** What of an envelope says what happened. Shape: `data` is the event without its tag, which is the `type`. */
export type Stored = Pick<EventEnvelope.EventEnvelope, "type" | "schemaVersion" | "data">

/** Turns events into what a store keeps and back. */
export interface EventCodec<Event> {
  readonly encode: (event: Event) => Stored
  readonly decode: (envelope: EventEnvelope.EventEnvelope) => Result.Result<Event, LogError>
}

/** What it takes to read and write the events of a domain. */
export interface Shapes<Event> {
  readonly event: Cases<Event>
  readonly schemaVersion: number
  readonly upcasters?: ReadonlyArray<Upcaster>
}

const isObject = (data: Schema.Json): data is Schema.JsonObject =>
  typeof data === "object" && data !== null && !Array.isArray(data)

const notAnObject = [{ path: "", text: { zh: "应为对象", en: "must be an object" } }]

const raise = (
  upcasters: ReadonlyMap<string, Upcaster>,
  schemaVersion: number,
  stored: { readonly type: string; readonly schemaVersion: number; readonly data: Schema.JsonObject }
) => {
  let { type, data } = stored
  for (let version = stored.schemaVersion; version < schemaVersion; version++) {
    const upcaster = upcasters.get(`${type}@${version}`)
    if (upcaster === undefined) continue
    data = upcaster.upcast(data)
    type = upcaster.renamedTo ?? type
  }
  return { type, data }
}

/**
 * The codec of a domain's events. Decoders are compiled here, once.
 *
 * An event that does not satisfy its own schema is a bug of the domain and throws when encoded.
 */
export const make = <Event extends { readonly _tag: string }>(shapes: Shapes<Event>): EventCodec<Event> => {
  const { event, schemaVersion } = shapes
  const upcasters = new Map((shapes.upcasters ?? []).map((u) => [`${u.type}@${u.from}`, u]))
  const decoders = new Map(
    Object.entries(event.cases).map(([tag, s]) => [tag, Schema.decodeUnknownResult(s, { errors: "all" })])
  )
  const encoders = new Map(Object.entries(event.cases).map(([tag, s]) => [tag, Schema.encodeUnknownSync(s)]))

  const encode = (event: Event): Stored => {
    const encoder = encoders.get(event._tag)
    if (encoder === undefined) throw new Error(`invariant: the schema of event ${event._tag} is known`)
    const { _tag, ...data } = encoder(event)
    return { type: event._tag, schemaVersion, data }
  }

  const decode = (envelope: EventEnvelope.EventEnvelope): Result.Result<Event, LogError> => {
    const { stream, version, data } = envelope
    const at = { stream, version, type: envelope.type }
    if (envelope.schemaVersion > schemaVersion) {
      return Result.fail(new EventTooNew({ ...at, schemaVersion: envelope.schemaVersion, supported: schemaVersion }))
    }
    if (!isObject(data)) return Result.fail(new EventUnreadable({ ...at, faults: notAnObject }))
    const raised = raise(upcasters, schemaVersion, { ...at, schemaVersion: envelope.schemaVersion, data })
    const decoder = decoders.get(raised.type)
    if (decoder === undefined) return Result.fail(new EventTypeUnknown(at))
    return Result.mapError(
      decoder({ _tag: raised.type, ...raised.data }),
      (error) => new EventUnreadable({ ...at, faults: Fault.list(error) })
    )
  }

  return { encode, decode }
}
