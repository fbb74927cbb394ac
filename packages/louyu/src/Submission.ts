import { EventEnvelope, type Identifier } from "@louyu/kernel"
import { type EventStore, StoreError } from "@louyu/ports"
import * as Clock from "effect/Clock"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type LogError, type Refusal, StreamsMixed } from "./CityError.ts"
import type { Address, Directory } from "./Directory.ts"
import * as Draft from "./Draft.ts"
import type { Source } from "./EventIds.ts"
import type { LogReader } from "./LogReader.ts"
import type { Report } from "./Progress.ts"
import type { Addition, Scope } from "./Shelf.ts"

/**
 * Who asks, and on what grounds.
 *
 * Shape: `actor` is the id of a person or system. With `expectedVersion` the caller says which version of the stream
 * they looked at: if it has moved on since, nothing is recorded; it speaks of one stream. `causation` is the id of what
 * led to this, `correlation` joins everything one request leads to.
 */
export interface By {
  readonly actor: string
  readonly expectedVersion?: number
  readonly causation?: string
  readonly correlation?: string
}

/**
 * What came of what was asked.
 *
 * Shape: `version` is that of the stream the first command belongs to, afterwards; `events` are empty when nothing
 * changed, and come stream by stream when there are several.
 */
export interface Receipt<out Event> {
  readonly version: number
  readonly events: ReadonlyArray<Event>
  readonly ids: ReadonlyArray<Identifier.EventId>
}

/** Commands to be decided, and the places where they belong. */
export interface Rehearsal<Command, Event, Failure> {
  readonly commands: ReadonlyArray<Command>
  readonly addresses: readonly [Address<Command, Event, Failure>, ...ReadonlyArray<Address<Command, Event, Failure>>]
  readonly report: Report
}

/** Commands to be decided and recorded. */
export interface Submission<Command, Event, Failure> extends Rehearsal<Command, Event, Failure> {
  readonly by: By
  readonly actor: Identifier.ActorId
}

/** What a submission came to. Shape: one with refusals was not recorded. */
export interface Outcome<Event, Failure> extends Receipt<Event> {
  readonly refusals: ReadonlyArray<Refusal<Failure>>
}

/** What keeps a submission from being decided or recorded at all. */
export type Obstacle =
  | LogError
  | StreamsMixed
  | StoreError.StoreError
  | StoreError.VersionConflict
  | StoreError.EventIdReused

/** Where submissions go: a tenant of a store, what is known of it, and the reader that keeps up with it. */
export interface Office<Command, Event, Failure> {
  readonly store: EventStore.EventStore["Service"]
  readonly tenant: Identifier.TenantId
  readonly city: Scope
  readonly directory: Directory<Command, Event, Failure>
  readonly reader: LogReader
  readonly ids: Source
}

// How often a decision is taken anew because somebody else was faster.
const attempts = 16
// Commands decided between two chances for others to run.
const slice = 2_000

/** Decides commands one after the other on top of what is known, giving way now and then. */
const decide = Effect.fnUntraced(function* <C, E, F>(office: Office<C, E, F>, rehearsal: Rehearsal<C, E, F>) {
  const { commands, report } = rehearsal
  const draft = Draft.make(office.directory, office.city)
  for (let first = 0; first < commands.length; first += slice) {
    if (first > 0) yield* Effect.yieldNow
    draft.take(commands.slice(first, first + slice))
    report({ phase: "decide", done: Math.min(first + slice, commands.length), total: commands.length })
  }
  return draft
})

/** Puts ids, instant and author on what is to be added to streams. */
const propose = Effect.fnUntraced(function* <E>(
  ids: Source,
  additions: ReadonlyArray<Addition<E>>,
  { actor, by }: Pick<Submission<never, never, never>, "actor" | "by">
) {
  const { causation, correlation } = by
  const taken = yield* ids.take(additions.reduce((sum, { events }) => sum + events.length, 0))
  const now = yield* Clock.currentTimeMillis
  const origin = {
    recordedAt: EventEnvelope.Timestamp.make(DateTime.formatIso(DateTime.makeUnsafe(now))),
    actor,
    ...(causation === undefined ? {} : { causation }),
    ...(correlation === undefined ? {} : { correlation })
  }
  const fresh = taken[Symbol.iterator]()
  const writes = additions.map(({ stream, version, stored }): EventStore.Write => {
    const events = stored().map((one) => {
      const { value: id } = fresh.next()
      if (id === undefined) throw new Error("invariant: as many ids are given as were asked for")
      return { id, ...one, ...origin }
    })
    return { stream, expected: version, events }
  })
  return { ids: taken, writes }
})

/** Decides commands as things stand, and leaves it at that. */
export const rehearse = Effect.fnUntraced(function* <C, E, F>(office: Office<C, E, F>, rehearsal: Rehearsal<C, E, F>) {
  const { addresses } = rehearsal
  yield* office.reader.refresh(addresses)
  const draft = yield* decide(office, rehearsal)
  const events = draft.additions().flatMap((addition) => addition.events)
  return { version: office.directory.version(addresses[0].stream), events, refusals: draft.refusals }
})

const appendWrites = (
  { store, tenant }: Pick<Office<never, never, never>, "store" | "tenant">,
  grounds: ReadonlyArray<Draft.Ground>,
  writes: ReadonlyArray<EventStore.Write>
): Effect.Effect<unknown, StoreError.VersionConflict | StoreError.EventIdReused | StoreError.StoreError> => {
  const [only, ...more] = writes
  if (grounds.length === 0 && only !== undefined && more.length === 0) {
    return store.append(tenant, only.stream, only.expected, only.events)
  }
  // Adding nothing to a stream only checks that it is still as it was.
  const checks = grounds.map(({ stream, version }) => ({ stream, expected: version, events: [] }))
  return store.appendAll(tenant, [...checks, ...writes])
}

/**
 * Decides a submission and records what comes of it, all of it or nothing.
 *
 * When others were faster, it reads what they did and decides anew, a bounded number of times. A refusal, and that
 * nothing changes, is only ever told after a look at what others recorded meanwhile.
 */
export const submit = Effect.fnUntraced(function* <C, E, F>(
  office: Office<C, E, F>,
  submission: Submission<C, E, F>
): Effect.fn.Return<Outcome<E, F>, Obstacle> {
  const { tenant, reader, directory } = office
  const { addresses, report } = submission
  const { stream } = addresses[0]
  const expected = submission.by.expectedVersion
  if (expected !== undefined && addresses.length > 1) {
    return yield* new StreamsMixed({ streams: addresses.map((one) => one.stream) })
  }
  for (let attempt = 1; ; attempt++) {
    if (expected !== undefined && expected > directory.version(stream)) yield* reader.refresh(addresses)
    const actual = directory.version(stream)
    if (expected !== undefined && expected !== actual) {
      return yield* new StoreError.VersionConflict({ tenant, stream, expected, actual })
    }

    const draft = yield* decide(office, submission)
    const { refusals } = draft
    const additions = draft.additions()
    const events = additions.flatMap((addition) => addition.events)
    if (refusals.length > 0 || events.length === 0) {
      const news = yield* reader.refresh(addresses)
      if (news > 0 && attempt < attempts) continue
      return { version: directory.version(stream), events, refusals, ids: [] }
    }

    const { ids, writes } = yield* propose(office.ids, additions, submission)
    report({ phase: "write", done: 0, total: events.length })
    const grounds = draft.grounds()
    const append = Effect.tap(appendWrites(office, grounds, writes), () =>
      Effect.sync(() => {
        draft.keep()
        report({ phase: "write", done: events.length, total: events.length })
      })
    )
    // Whoever is interrupted must know whether it was recorded, so nobody is while it is.
    const appended = yield* Effect.result(Effect.uninterruptible(append))
    if (Result.isSuccess(appended)) return { version: directory.version(stream), events, refusals, ids }
    const { failure } = appended
    if (failure._tag !== "VersionConflict") return yield* Effect.fail(failure)
    // Also whoever is told of the conflict can then look at what came between.
    yield* reader.refresh([...grounds, ...writes].filter((one) => one.stream === failure.stream))
    if ((expected !== undefined && failure.stream === stream) || attempt === attempts) return yield* failure
  }
})
