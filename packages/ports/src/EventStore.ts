import type { EventEnvelope, Identifier } from "@louyu/kernel"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type * as Position from "./Position.ts"
import type { EventIdReused, StoreError, VersionConflict } from "./StoreError.ts"

/**
 * What the writer believes about the stream: its last version (0: it has no events yet), or `"any"` for no belief.
 *
 * Any other number, also one that cannot be a version, is a belief that is wrong.
 */
export type ExpectedVersion = number | "any"

/**
 * What became of an append.
 *
 * Shape: `version` is that of the batch's last event, which is the stream's last version; after a retry it is the same
 * as the first time, even when the stream has grown since. For an empty batch it is the stream's last version. `duplicate` tells a retry.
 */
export interface Appended {
  readonly version: number
  readonly duplicate: boolean
}

/** One batch of an append over several streams: what {@link EventStore}'s `append` takes, without the tenant. */
export interface Write {
  readonly stream: Identifier.StreamId
  readonly expected: ExpectedVersion
  readonly events: ReadonlyArray<EventEnvelope.ProposedEvent>
}

export { assertStorable } from "./storable.ts"

/** An event and its place in the order of its tenant. */
export interface Recorded {
  readonly position: Position.Position
  readonly event: EventEnvelope.EventEnvelope
}

/** Which part of a stream to read: from a version on (inclusive, default 1), at most so many events. */
export interface ReadOptions {
  readonly from?: number
  readonly limit?: number
}

/**
 * Keeps events: append to a stream or to several at once, read a stream, read everything, remember how far a consumer
 * has read.
 *
 * Tenants share nothing: not versions, not event ids, not order, not checkpoints. What is handed out is never changed
 * by the store afterwards, and changing what was handed in or out does not change the store.
 */
export class EventStore extends Context.Service<
  EventStore,
  {
    /**
     * Adds events to the end of a stream: all of them or none.
     *
     * On entry: the events satisfy `ProposedEvent`; there may be none, one or a million. Type, causation or correlation
     * that is no well-formed text, or holds a NUL, is a defect and nothing is written (`assertStorable`).
     * On return: the events have the next versions, in the order given, and survive what the adapter promises to
     * survive. Decided in this order:
     * 1. every id of a batch that is not empty is stored in this stream already: `duplicate`, nothing is written, and
     *    the expectation does not matter, so that an append whose answer was lost can be sent again;
     * 2. the expectation is wrong: `VersionConflict`. Of n writers with the same expectation exactly one succeeds;
     * 3. some id is stored already, in this or another stream of the tenant, or occurs twice: `EventIdReused`;
     * 4. an empty batch is done: nothing is written.
     *
     * Contents are not compared: an id stands for one fact for ever.
     */
    readonly append: (
      tenant: Identifier.TenantId,
      stream: Identifier.StreamId,
      expected: ExpectedVersion,
      events: ReadonlyArray<EventEnvelope.ProposedEvent>
    ) => Effect.Effect<Appended, VersionConflict | EventIdReused | StoreError>

    /**
     * Adds batches to several streams of a tenant: all of them or none.
     *
     * On entry: as for `append`, for every batch; a stream may occur more than once, and the list may be empty.
     * On return: exactly as if the writes had been appended one after the other in the order given, each seeing those
     * before it, with one answer for each. The first that is refused is the answer to all: then nothing of any is
     * written, not even of those before it, and nobody ever sees any of it. Readers see all of the writes or none: who
     * has seen an event of one finds those of the others too.
     *
     * Sent again after its answer was lost, every write with events is a `duplicate` and nothing is written. A write
     * without events only asks whether its expectation holds, also then.
     */
    readonly appendAll: (
      tenant: Identifier.TenantId,
      writes: ReadonlyArray<Write>
    ) => Effect.Effect<ReadonlyArray<Appended>, VersionConflict | EventIdReused | StoreError>

    /**
     * Reads a stream in order of versions, which count from 1 without gaps. A stream nobody wrote to is empty.
     *
     * On return: no version is left out and none is there twice; a batch is seen whole or, before it is acknowledged,
     * not at all, unless `from` or `limit` cut it. A `limit` below 1 reads nothing.
     */
    readonly read: (
      tenant: Identifier.TenantId,
      stream: Identifier.StreamId,
      options?: ReadOptions
    ) => Effect.Effect<ReadonlyArray<EventEnvelope.EventEnvelope>, StoreError>

    /**
     * Reads all events of a tenant after a position, at most `limit`, in one order that never changes.
     *
     * On entry: `after` is `Position.start` or came from this store; another text is a defect.
     * On return: whoever always continues after the last position received gets every committed event exactly once,
     * also while others write: an event never appears before a position that was handed out already. Events of one
     * stream come in order of version. Less than `limit` events means that there were no more at that moment.
     */
    readonly readAll: (
      tenant: Identifier.TenantId,
      after: Position.Position,
      limit: number
    ) => Effect.Effect<ReadonlyArray<Recorded>, StoreError>

    /** How far a consumer has read; `Position.start` for one that never said. */
    readonly checkpoint: (
      tenant: Identifier.TenantId,
      consumer: Position.ConsumerId
    ) => Effect.Effect<Position.Position, StoreError>

    /**
     * Remembers how far a consumer has read, as durably as an event.
     *
     * Checkpoints only move forward: an earlier position is accepted and changes nothing, so that a late or repeated
     * call of a slower twin does no harm. To read everything again take a new consumer id.
     */
    readonly setCheckpoint: (
      tenant: Identifier.TenantId,
      consumer: Position.ConsumerId,
      position: Position.Position
    ) => Effect.Effect<void, StoreError>
  }
>()("@louyu/ports/EventStore") {}
