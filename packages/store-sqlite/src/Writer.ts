import type { StoreError } from "@louyu/ports"
import * as Effect from "effect/Effect"
import type { Connection } from "./Connection.ts"
import { failure, isBusy, storeClosed, toStoreError } from "./errors.ts"
import type { Statements } from "./statements.ts"
import { pauseMillis } from "./whenFree.ts"

// One caller's part of a transaction. `attempt` does it and gives what tells the caller, to be called once it is
// committed; it may be called again after a rollback.
interface Job {
  readonly weight: number
  readonly attempt: () => () => void
  readonly refuse: (failure: Effect.Effect<never, StoreError.StoreError>) => void
  cancelled: boolean
  busySince: number | undefined
}

/** How many events one transaction takes at most, so that a long queue does not hold the lock and the thread. */
const groupWeight = 4_096

/**
 * Does all writing of a store, many callers' work in one transaction.
 *
 * Making a commit durable costs the same for one append as for a hundred. Work that comes within one turn of the event
 * loop is therefore committed together; a caller who is alone waits for the end of the turn only. Each job sees what
 * those before it did and decides for itself, so one refusal does not touch the others. When the transaction as a whole
 * fails, every job is tried again by itself, and only those fail that must.
 */
export class Writer {
  readonly #connection: Connection
  readonly #statements: Statements
  #queue: Array<Job> = []
  #scheduled = false
  #closed = false

  constructor(connection: Connection, statements: Statements) {
    this.#connection = connection
    this.#statements = statements
  }

  /**
   * Runs work inside a transaction and succeeds once it is committed.
   *
   * Shape: `work` only uses the statements, leaves nothing behind when it gives a refusal, and can be run again.
   * `weight` is about how many rows it writes.
   */
  submit<A>(work: () => A, weight = 1): Effect.Effect<A, StoreError.StoreError> {
    return Effect.callback<A, StoreError.StoreError>((resume) => {
      const { file } = this.#connection
      if (this.#closed) return resume(Effect.fail(storeClosed(file)))
      const job: Job = {
        weight,
        attempt: () => {
          const value = work()
          return () => resume(Effect.succeed(value))
        },
        refuse: resume,
        cancelled: false,
        busySince: undefined
      }
      this.#queue.push(job)
      this.#schedule()
      return Effect.sync(() => {
        job.cancelled = true
      })
    })
  }

  /** Writes what is waiting and refuses what comes later. */
  close(): void {
    this.#closed = true
    while (this.#queue.length > 0 && this.#commit(this.#take()));
    for (const job of this.#queue) job.refuse(Effect.fail(storeClosed(this.#connection.file)))
    this.#queue = []
  }

  #schedule(afterMillis?: number): void {
    if (this.#scheduled) return
    this.#scheduled = true
    const flush = () => {
      this.#scheduled = false
      const free = this.#commit(this.#take())
      if (this.#queue.length > 0) this.#schedule(free ? undefined : pauseMillis)
    }
    if (afterMillis === undefined) setImmediate(flush)
    else setTimeout(flush, afterMillis)
  }

  #take(): ReadonlyArray<Job> {
    let weight = 0
    const group: Array<Job> = []
    let taken = 0
    for (const job of this.#queue) {
      if (group.length > 0 && weight + job.weight > groupWeight) break
      taken++
      if (job.cancelled) continue
      group.push(job)
      weight += job.weight
    }
    this.#queue = this.#queue.slice(taken)
    return group
  }

  // Tells whether the file was free.
  #commit(group: ReadonlyArray<Job>): boolean {
    if (group.length === 0) return true
    let acknowledgements: ReadonlyArray<() => void>
    try {
      this.#statements.begin.run()
      acknowledgements = group.map((job) => job.attempt())
      this.#statements.commit.run()
    } catch (cause) {
      this.#rollBack()
      if (isBusy(cause)) return this.#wait(group, cause)
      if (group.length > 1) return group.map((job) => this.#commit([job])).every((free) => free)
      for (const job of group) job.refuse(failure(this.#connection.file, cause))
      return true
    }
    for (const acknowledge of acknowledgements) acknowledge()
    return true
  }

  // SQLite has rolled back by itself after some errors, and there is nothing to roll back when it could not begin. What
  // keeps it from rolling back shows when the next group begins.
  #rollBack(): void {
    try {
      if (this.#connection.db.isTransaction) this.#statements.rollback.run()
    } catch (cause) {
      if (toStoreError(this.#connection.file, cause) === undefined) throw cause
    }
  }

  #wait(group: ReadonlyArray<Job>, cause: unknown): false {
    const { file, busyTimeoutMillis } = this.#connection
    const now = performance.now()
    const patient: Array<Job> = []
    for (const job of group) {
      job.busySince ??= now
      const waited = now - job.busySince
      if (waited < busyTimeoutMillis) patient.push(job)
      else job.refuse(failure(file, cause, waited))
    }
    this.#queue = [...patient, ...this.#queue]
    return false
  }
}
