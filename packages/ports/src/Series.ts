import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { Message } from "./Message.ts"
import type { Outcome } from "./Notifier.ts"

type Sent = Extract<Outcome, { readonly _tag: "sent" }>

/** Sends the parts of messages in their order, and goes on where an earlier attempt at the same delivery stopped. */
export interface Series {
  /**
   * Sends what is left of a message.
   *
   * Shape: `sent` when all parts are; else the outcome of the first part that is not, and nothing is sent after it. When
   * time is up between two parts, the rest is a `retry` without delay.
   */
  readonly send: (message: Message, parts: ReadonlyArray<Effect.Effect<Outcome>>) => Effect.Effect<Outcome>
}

const late: Outcome = { _tag: "retry", reason: "out of time, more parts to come", afterMillis: 0 }

const together = (some: ReadonlyArray<Sent>): Outcome => {
  const receipts = some.flatMap(({ receipt }) => receipt ?? [])
  const byRecipient = new Map(some.flatMap(({ refused }) => refused ?? []).map((one) => [one.recipient, one]))
  const [first, ...others] = [...byRecipient.values()].sort((a, b) => a.recipient - b.recipient)
  return {
    _tag: "sent",
    ...(receipts.length === 0 ? {} : { receipt: receipts.join(" ") }),
    ...(first === undefined ? {} : { refused: [first, ...others] })
  }
}

/**
 * Makes a series.
 *
 * Shape: what was taken of a delivery is remembered in this process only, for so many unfinished deliveries; a delivery
 * that is finished or forgotten begins anew. A part that nobody knows of counts as not taken. Units: no part is begun
 * after `timeLimitMillis`.
 */
export const make = ({
  timeLimitMillis,
  remembered = 1_000
}: {
  readonly timeLimitMillis: number
  readonly remembered?: number
}): Series => {
  const unfinished = new Map<string, { readonly of: number; readonly taken: ReadonlyArray<Sent> }>()
  const remember = (id: string, of: number, taken: ReadonlyArray<Sent>): void => {
    unfinished.delete(id)
    if (taken.length < of) unfinished.set(id, { of, taken })
    const [oldest] = unfinished.keys()
    if (unfinished.size > remembered && oldest !== undefined) unfinished.delete(oldest)
  }
  return {
    send: Effect.fnUntraced(function* (message, parts) {
      const id = `${message.channel} ${message.key}`
      const before = unfinished.get(id)
      const begun = yield* Clock.currentTimeMillis
      // Parts of another number are parts of another text.
      let taken = before?.of === parts.length ? before.taken : []
      for (const [index, part] of parts.slice(taken.length).entries()) {
        if (index > 0 && (yield* Clock.currentTimeMillis) - begun >= timeLimitMillis) return late
        const outcome = yield* part
        if (outcome._tag !== "sent") return outcome
        taken = [...taken, outcome]
        remember(id, parts.length, taken)
      }
      return together(taken)
    })
  }
}
