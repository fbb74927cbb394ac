import type { StoreError } from "@louyu/ports"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { type ClientBase, Pool, type PoolClient } from "pg"
import { failure, isForbidden, isOrderly, isTransient, NotConnected, ReadOnly } from "./errors.ts"
import type { Target } from "./Place.ts"

/** A row as it came: every column is text or missing. */
export type Row = ReadonlyArray<string | null>

/** A statement of the store. Shape: one with a `name` is compiled once for each connection. */
export interface Statement {
  readonly name?: string
  readonly text: string
}

/** What may stand for a parameter. */
export type Value = string | number | null

/** Asks the server on one connection. */
export type Ask = (statement: Statement, values?: ReadonlyArray<Value>) => Promise<ReadonlyArray<Row>>

const on =
  (client: ClientBase): Ask =>
  async ({ name, text }, values = []) => {
    const named = name === undefined ? {} : { name }
    const { rows } = await client.query<Array<string | null>>({ ...named, text, values: [...values], rowMode: "array" })
    return rows
  }

/** How often a transaction is run again that was rolled back because of others. */
const attempts = 10
const [firstPauseMillis, longestPauseMillis] = [2, 200]

// Longer each time, and by chance, so that those who were in each other's way do not meet again.
const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) =>
    setTimeout(resolve, Math.random() * Math.min(longestPauseMillis, firstPauseMillis * 2 ** attempt))
  )

/** The connections to one server, opened when they are needed and closed with their scope. */
export class Connections {
  readonly target: Target
  readonly #pool: Pool
  readonly #readOnly: boolean
  #closed = false

  constructor(target: Target, size: number, readOnly: boolean) {
    this.target = target
    this.#readOnly = readOnly
    this.#pool = new Pool({ ...target.config, max: size })
    // A connection that breaks tells whoever waits for its answer; without these the process would end.
    this.#pool.on("error", () => undefined)
    this.#pool.on("connect", (client) => client.on("error", () => undefined))
  }

  async #connect(): Promise<PoolClient> {
    if (this.#closed) throw new NotConnected()
    try {
      return await this.#pool.connect()
    } catch (cause) {
      throw new NotConnected(this.#closed ? undefined : cause)
    }
  }

  /** Uses one connection; it is dropped when it, or the transaction on it, may not be sound any more. */
  async use<A>(work: (ask: Ask) => Promise<A>): Promise<A> {
    const client = await this.#connect()
    let sound = false
    try {
      const value = await work(on(client))
      sound = true
      return value
    } catch (cause) {
      sound = isOrderly(cause)
      throw cause
    } finally {
      client.release(!sound)
    }
  }

  /** Asks one thing, which is a transaction of its own, again if others were in its way. */
  ask(statement: Statement, values: ReadonlyArray<Value>): Promise<ReadonlyArray<Row>> {
    return this.again(() => this.use((ask) => ask(statement, values)))
  }

  /** Does several things in one transaction, again if others were in its way; `keep` says whether to commit. */
  transaction<A>(work: (ask: Ask) => Promise<{ readonly keep: boolean; readonly value: A }>): Promise<A> {
    const whole = async (ask: Ask): Promise<A> => {
      await ask({ text: "BEGIN" })
      try {
        const { keep, value } = await work(ask)
        await ask({ text: keep ? "COMMIT" : "ROLLBACK" })
        return value
      } catch (cause) {
        if (isOrderly(cause)) await ask({ text: "ROLLBACK" })
        throw cause
      }
    }
    return this.again(() => this.use(whole))
  }

  /** Runs work that is whole or undone, again a few times when the server rolled it back because of others. */
  async again<A>(work: () => Promise<A>): Promise<A> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work()
      } catch (cause) {
        if (!isTransient(cause) || attempt === attempts) throw cause
        await pause(attempt)
      }
    }
  }

  /** Runs work as an effect whose failure says what the driver's means. */
  run<A>(work: () => Promise<A>): Effect.Effect<A, StoreError.StoreError> {
    return Effect.callback<A, StoreError.StoreError>((resume) => {
      const begin = performance.now()
      work().then(
        (value) => resume(Effect.succeed(value)),
        (cause) => resume(failure(this.target.name, cause, performance.now() - begin))
      )
    })
  }

  /** Like {@link run}, for work that writes: refused as read-only to who opened the store so, or has only the right to read. */
  write<A>(work: () => Promise<A>): Effect.Effect<A, StoreError.StoreError> {
    return this.run(async () => {
      if (this.#readOnly) throw new ReadOnly()
      try {
        return await work()
      } catch (cause) {
        throw isForbidden(cause) ? new ReadOnly() : cause
      }
    })
  }

  /** Lets what is under way finish and refuses what comes later. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#pool.end()
  }
}

/** Connections for as long as the scope. Nothing is connected before it is needed. */
export const connections = (
  target: Target,
  { size = 1, readOnly = false }: { readonly size?: number; readonly readOnly?: boolean } = {}
): Effect.Effect<Connections, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.sync(() => new Connections(target, size, readOnly)),
    (opened) => Effect.promise(() => opened.close())
  )
