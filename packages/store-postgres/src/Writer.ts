import type { Identifier } from "@louyu/kernel"
import type { EventStore, StoreError } from "@louyu/ports"
import type * as Effect from "effect/Effect"
import { type Answer, type Appending, line, most, toAnswer, toAppendings, type Write } from "./batches.ts"
import type { Connections } from "./Connections.ts"
import { isLock, isOrderly } from "./errors.ts"
import { appendLarge } from "./large.ts"
import type { Statements } from "./statements.ts"

type Answered = Appending<ReadonlyArray<EventStore.Appended>>

// One caller's writes.
interface Job {
  readonly writes: ReadonlyArray<Write>
  readonly events: number
  readonly characters: number
  readonly settle: (answered: Answered) => void
  readonly refuse: (cause: unknown) => void
}

// What waits for a tenant while a statement is under way; a second one would only wait for the first in the server, with
// fewer calls in each: that was slower.
interface Lane {
  queue: Array<Job>
  busy: boolean
}

/** So many callers share one statement at most. */
const mostCalls = 256

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((total, n) => total + n, 0)

const isLarge = (job: Job): boolean => job.events > most.events || job.characters > most.characters

/**
 * Does all appending of a store, many callers' in one statement.
 *
 * Appends of one tenant wait for one another in the server anyway, each for the disk. What comes while a statement is
 * under way is therefore sent together and committed together; a caller who is alone waits for nothing. Each call is
 * judged by itself. When a statement fails as a whole, each of its calls is sent again by itself, and only those fail that
 * must, unless it was the connection that failed: then nobody knows what became of them.
 */
export class Writer {
  readonly #opened: Connections
  readonly #use: Statements
  readonly #lanes = new Map<Identifier.TenantId, Lane>()

  constructor(opened: Connections, use: Statements) {
    this.#opened = opened
    this.#use = use
  }

  /** Appends batches to streams of a tenant, all or none. */
  submit(tenant: Identifier.TenantId, writes: ReadonlyArray<Write>): Effect.Effect<Answered, StoreError.StoreError> {
    const parts = writes.flatMap((write) => write.parts)
    return this.#opened.write(
      () =>
        new Promise<Answered>((settle, refuse) => {
          const events = sum(parts.map((part) => part.size))
          const characters = sum(parts.map((part) => part.json.length))
          const lane = this.#lanes.get(tenant) ?? { queue: [], busy: false }
          this.#lanes.set(tenant, lane)
          lane.queue.push({ writes, events, characters, settle, refuse })
          this.#flush(tenant, lane)
        })
    )
  }

  #flush(tenant: Identifier.TenantId, lane: Lane): void {
    if (lane.busy) return
    if (lane.queue.length === 0) {
      this.#lanes.delete(tenant)
      return
    }
    lane.busy = true
    void this.#send(tenant, this.#take(lane)).finally(() => {
      lane.busy = false
      this.#flush(tenant, lane)
    })
  }

  #take(lane: Lane): ReadonlyArray<Job> {
    let [events, characters] = [0, 0]
    const group: Array<Job> = []
    for (const job of lane.queue) {
      events += job.events
      characters += job.characters
      if (group.length > 0 && (events > most.events || characters > most.characters)) break
      group.push(job)
      if (group.length === mostCalls) break
    }
    lane.queue = lane.queue.slice(group.length)
    return group
  }

  async #send(tenant: Identifier.TenantId, group: ReadonlyArray<Job>): Promise<void> {
    const [only, ...others] = group
    try {
      if (only !== undefined && others.length === 0 && isLarge(only)) {
        only.settle(await appendLarge(this.#opened, this.#use, tenant, only.writes))
      } else await this.#sendTogether(tenant, group)
    } catch (cause) {
      if (others.length > 0 && isOrderly(cause) && !isLock(cause)) {
        for (const job of group) await this.#send(tenant, [job])
      } else for (const job of group) job.refuse(cause)
    }
  }

  async #sendTogether(tenant: Identifier.TenantId, group: ReadonlyArray<Job>): Promise<void> {
    const lines = group.flatMap(({ writes }, call) => writes.map((write) => line(call, write, write.parts[0])))
    const size = sum(group.map((job) => job.events))
    const rows = await this.#opened.ask(this.#use.append, [tenant, size, `[${lines.join(",")}]`])
    const answers = group.map((): Array<Answer> => [])
    for (const answer of rows.map(toAnswer)) answers[answer.call]?.push(answer)
    const answered = group.map(({ writes }, call) => toAppendings(tenant, writes, answers[call] ?? []))
    for (const [call, job] of group.entries()) {
      const own = answered[call]
      if (own !== undefined) job.settle(own)
    }
  }
}
