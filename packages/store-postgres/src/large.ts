import type { Identifier } from "@louyu/kernel"
import type { EventStore } from "@louyu/ports"
import * as Result from "effect/Result"
import { type Answer, type Appending, line, nothing, type Part, toAnswer, toAppending, type Write } from "./batches.ts"
import type { Ask, Connections } from "./Connections.ts"
import { DamagedRow } from "./errors.ts"
import type { Statements } from "./statements.ts"

type Send = (write: Write, part: Part) => Promise<Answer>

const sender =
  (ask: Ask, use: Statements, tenant: Identifier.TenantId): Send =>
  async (write, part) => {
    const [row] = await ask(use.append, [tenant, part.size, `[${line(0, write, part)}]`])
    if (row === undefined) throw new DamagedRow("append")
    return toAnswer(row)
  }

// The first part is judged by the expectation; nobody else can write until the end, so the others follow on it. When some
// parts are known and others are not, the whole is no retry: it is taken back, and then the expectation decides, or the
// id that is in use.
const inParts = async (ask: Ask, send: Send, write: Write): Promise<Answer> => {
  const [first, ...others] = write.parts
  await ask({ text: "SAVEPOINT louyu_write" })
  const begin = await send(write, first)
  if (begin.outcome === "stale" || begin.outcome === "reused") return begin
  let version = begin.version
  for (const part of others) {
    const next = await send({ ...write, expected: "any" }, part)
    if (next.outcome !== begin.outcome) {
      await ask({ text: "ROLLBACK TO SAVEPOINT louyu_write" })
      const check = await send(write, nothing)
      if (check.outcome === "stale") return check
      const inUse = next.id ?? (begin.outcome === "known" ? first : part).firstId ?? null
      return { ...check, outcome: "reused", id: inUse }
    }
    version = Math.max(version, next.version)
  }
  return { ...begin, version }
}

/**
 * Does a call that is too large for one statement: part by part in one transaction.
 *
 * Cost: the memory of the whole call, written down, and one round trip for each part.
 */
export const appendLarge = (
  opened: Connections,
  use: Statements,
  tenant: Identifier.TenantId,
  writes: ReadonlyArray<Write>
): Promise<Appending<ReadonlyArray<EventStore.Appended>>> =>
  opened.transaction<Appending<ReadonlyArray<EventStore.Appended>>>(async (ask) => {
    const send = sender(ask, use, tenant)
    const appended: Array<EventStore.Appended> = []
    for (const write of writes) {
      const answer = write.parts.length === 1 ? await send(write, write.parts[0]) : await inParts(ask, send, write)
      const appending = toAppending(tenant, write, answer)
      if (Result.isFailure(appending)) return { keep: false, value: Result.fail(appending.failure) }
      appended.push(appending.success)
    }
    return { keep: true, value: Result.succeed(appended) }
  })
