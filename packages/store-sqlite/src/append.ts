import type { EventEnvelope, Identifier } from "@louyu/kernel"
import { EventStore, StoreError } from "@louyu/ports"
import * as Result from "effect/Result"
import { DamagedRow, isUniqueViolation } from "./errors.ts"
import { toCount, toPlace, toTail } from "./rows.ts"
import type { Statements } from "./statements.ts"

type Batch = ReadonlyArray<EventEnvelope.ProposedEvent>

/** What an append comes to, short of a failure of the store. */
export type Appending<A = EventStore.Appended> = Result.Result<A, StoreError.VersionConflict | StoreError.EventIdReused>

// The version of the batch's last event, when all of the batch is in the stream already. A batch that is not a retry is
// known by its first event, so this costs one look-up as a rule.
const retried = (
  use: Statements,
  tenant: Identifier.TenantId,
  stream: Identifier.StreamId,
  batch: Batch
): Appending | undefined => {
  let version: number | undefined
  for (const { id } of batch) {
    const known = toPlace(use.whereIs.get(tenant, id))
    if (known?.stream !== stream) return undefined
    version = Math.max(version ?? 0, known.version)
  }
  return version === undefined ? undefined : Result.succeed({ version, duplicate: true })
}

const reusedId = (use: Statements, tenant: Identifier.TenantId, batch: Batch): string | undefined => {
  const seen = new Set<string>()
  for (const { id } of batch) {
    if (seen.has(id) || use.whereIs.get(tenant, id) !== undefined) return id
    seen.add(id)
  }
  return undefined
}

const insertAll = (
  use: Statements,
  tenant: Identifier.TenantId,
  stream: Identifier.StreamId,
  after: { readonly version: number; readonly position: number },
  batch: Batch
): void => {
  let { version, position } = after
  for (const e of batch) {
    EventStore.assertStorable(e)
    version++
    position++
    const [causation, correlation] = [e.causation ?? null, e.correlation ?? null]
    const written = JSON.stringify(e.data)
    use.insert.run(
      tenant,
      position,
      stream,
      version,
      e.id,
      e.type,
      e.schemaVersion,
      e.recordedAt,
      e.actor,
      causation,
      correlation,
      written
    )
  }
}

/**
 * Appends a batch inside a transaction that holds the write lock; a refusal leaves nothing behind.
 *
 * The good case asks for the stream's version and inserts. Only a wrong expectation or an id that is in use leads to
 * looking for ids: the unique key on them finds what is wrong, and nobody pays for it before.
 */
export const append = (
  use: Statements,
  tenant: Identifier.TenantId,
  stream: Identifier.StreamId,
  expected: EventStore.ExpectedVersion,
  batch: Batch
): Appending => {
  const tail = toTail(use.tail.get(tenant, stream))
  if (expected !== "any" && expected !== tail.version) {
    const conflict = new StoreError.VersionConflict({ tenant, stream, expected, actual: tail.version })
    return retried(use, tenant, stream, batch) ?? Result.fail(conflict)
  }
  try {
    insertAll(use, tenant, stream, tail, batch)
  } catch (cause) {
    if (!isUniqueViolation(cause)) throw cause
    use.removeAfter.run(tenant, tail.position)
    const retry = retried(use, tenant, stream, batch)
    if (retry !== undefined) return retry
    const id = reusedId(use, tenant, batch)
    if (id === undefined) throw new DamagedRow(`events/${stream}`)
    return Result.fail(new StoreError.EventIdReused({ tenant, stream, id }))
  }
  return Result.succeed({ version: tail.version + batch.length, duplicate: false })
}

/**
 * Appends batches of several streams inside a transaction that holds the write lock; a refusal leaves nothing behind.
 *
 * Others may have written before in the same transaction, so what is taken back is what stands after the tenant's last
 * position when this began: nobody else writes in between.
 */
export const appendAll = (
  use: Statements,
  tenant: Identifier.TenantId,
  writes: ReadonlyArray<EventStore.Write>
): Appending<ReadonlyArray<EventStore.Appended>> => {
  const before = toCount(use.lastPosition.get(tenant))
  const answers: Array<EventStore.Appended> = []
  for (const { stream, expected, events } of writes) {
    const answer = append(use, tenant, stream, expected, events)
    if (Result.isFailure(answer)) {
      use.removeAfter.run(tenant, before)
      return Result.fail(answer.failure)
    }
    answers.push(answer.success)
  }
  return Result.succeed(answers)
}
