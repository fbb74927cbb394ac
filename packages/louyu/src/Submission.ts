import { EventEnvelope, type Identifier } from "@louyu/kernel"
import { type EventStore, StoreError } from "@louyu/ports"
import * as Clock from "effect/Clock"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { LogError } from "./CityError.ts"
import type { Source } from "./EventIds.ts"
import type { LogReader } from "./LogReader.ts"
import type { Report } from "./Progress.ts"
import type { Draft, Shelf } from "./Shelf.ts"

/**
 * Who asks, and on what grounds.
 *
 * Shape: `actor` is the id of a person or system. With `expectedVersion` the caller says which version of the stream
 * they looked at: if it has moved on since, nothing is recorded. `causation` is the id of what led to this,
 * `correlation` joins everything one request leads to.
 */
export interface By {
  readonly actor: string
  readonly expectedVersion?: number
  readonly causation?: string
  readonly correlation?: string
}

/** What came of what was asked. Shape: `version` is the stream's afterwards; `events` are empty when nothing changed. */
export interface Receipt<out Event> {
  readonly version: number
  readonly events: ReadonlyArray<Event>
  readonly ids: ReadonlyArray<Identifier.EventId>
}

/** Commands of one stream, to be decided. */
export interface Rehearsal<Command, Event, Failure> {
  readonly shelf: Shelf<Command, Event, Failure>
  readonly stream: Identifier.StreamId
  readonly commands: ReadonlyArray<Command>
  readonly report: Report
}

/** Commands of one stream, to be decided and recorded. */
export interface Submission<Command, Event, Failure> extends Rehearsal<Command, Event, Failure> {
  readonly by: By
  readonly actor: Identifier.ActorId
}

/** What a submission came to. Shape: a draft with refusals was not recorded. */
export interface Outcome<Event, Failure> extends Receipt<Event> {
  readonly refusals: Draft<never, Event, Failure>["refusals"]
}

/** What keeps a submission from being decided or recorded at all. */
export type Obstacle = LogError | StoreError.StoreError | StoreError.VersionConflict | StoreError.EventIdReused

/** Where submissions go: a tenant of a store, and the reader that keeps up with it. */
export interface Office {
  readonly store: EventStore.EventStore["Service"]
  readonly tenant: Identifier.TenantId
  readonly reader: LogReader
  readonly ids: Source
}

// How often a decision is taken anew because somebody else was faster.
const attempts = 16
// Commands decided between two chances for others to run.
const slice = 2_000

/** Decides commands one after the other on top of what is known, giving way now and then. */
const decide = Effect.fnUntraced(function* <C, E, F>({ shelf, stream, commands, report }: Rehearsal<C, E, F>) {
  const draft = shelf.draft(stream)
  for (let first = 0; first < commands.length; first += slice) {
    if (first > 0) yield* Effect.yieldNow
    draft.take(commands.slice(first, first + slice))
    report({ phase: "decide", done: Math.min(first + slice, commands.length), total: commands.length })
  }
  return draft
})

/** Puts ids, instant and author on the events of a draft. */
const propose = Effect.fnUntraced(function* <C, E, F>(
  ids: Source,
  draft: Draft<C, E, F>,
  submission: Submission<C, E, F>
) {
  const { causation, correlation } = submission.by
  const stored = draft.stored()
  const taken = yield* ids.take(stored.length)
  const now = yield* Clock.currentTimeMillis
  const origin = {
    recordedAt: EventEnvelope.Instant.make(DateTime.formatIso(DateTime.makeUnsafe(now))),
    actor: submission.actor,
    ...(causation === undefined ? {} : { causation }),
    ...(correlation === undefined ? {} : { correlation })
  }
  const events = taken.flatMap((id, i) => {
    const one = stored[i]
    return one === undefined ? [] : [{ id, ...one, ...origin }]
  })
  return { ids: taken, events }
})

/** Decides commands as things stand, and leaves it at that. */
export const rehearse = Effect.fnUntraced(function* <C, E, F>(reader: LogReader, submission: Rehearsal<C, E, F>) {
  const { shelf, stream } = submission
  yield* reader.refresh(shelf, stream)
  const { events, refusals } = yield* decide(submission)
  return { version: shelf.version(stream), events, refusals }
})

/** What the caller looked at is no longer so. */
const conflict = (office: Office, stream: Identifier.StreamId, expected: number, actual: number) =>
  new StoreError.VersionConflict({ tenant: office.tenant, stream, expected, actual })

/**
 * Decides a submission and records what comes of it, all of it or nothing.
 *
 * When others were faster, it reads what they did and decides anew, a bounded number of times. A refusal, and that
 * nothing changes, is only ever told after a look at what others recorded meanwhile.
 */
export const submit = Effect.fnUntraced(function* <C, E, F>(office: Office, submission: Submission<C, E, F>) {
  const { store, tenant, reader } = office
  const { shelf, stream, report } = submission
  const expected = submission.by.expectedVersion
  for (let attempt = 1; ; attempt++) {
    if (expected !== undefined && expected > shelf.version(stream)) yield* reader.refresh(shelf, stream)
    const version = shelf.version(stream)
    if (expected !== undefined && expected !== version) return yield* conflict(office, stream, expected, version)

    const draft = yield* decide(submission)
    const { events, refusals } = draft
    if (refusals.length > 0 || events.length === 0) {
      const news = yield* reader.refresh(shelf, stream)
      if (news > 0 && attempt < attempts) continue
      const outcome: Outcome<E, F> = { version: shelf.version(stream), events, refusals, ids: [] }
      return outcome
    }

    const proposed = yield* propose(office.ids, draft, submission)
    report({ phase: "write", done: 0, total: events.length })
    const append = Effect.tap(store.append(tenant, stream, version, proposed.events), () =>
      Effect.sync(() => {
        draft.keep()
        report({ phase: "write", done: events.length, total: events.length })
      })
    )
    // Whoever is interrupted must know whether it was recorded, so nobody is while it is.
    const appended = yield* Effect.result(Effect.uninterruptible(append))
    if (Result.isSuccess(appended)) {
      const outcome: Outcome<E, F> = { version: appended.success.version, events, refusals, ids: proposed.ids }
      return outcome
    }
    const lost = appended.failure._tag === "VersionConflict" && expected === undefined && attempt < attempts
    if (!lost) return yield* Effect.fail(appended.failure)
    yield* reader.refresh(shelf, stream)
  }
})
