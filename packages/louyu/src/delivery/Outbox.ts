import type { Identifier, Text } from "@louyu/kernel"
import type { Message, Notifier } from "@louyu/ports"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import type { Item } from "./Delivery.ts"

type Key = Message.DeliveryKey

/** One attempt at a delivery. Shape: without `outcome` it is under way, or whoever made it is gone. Units: milliseconds since 1970. */
export interface Attempt {
  readonly worker: string
  readonly at: number
  readonly until: number
  readonly outcome: Notifier.Outcome | undefined
}

/** A delivery with all that became of it. */
export interface DeliveryKnown {
  readonly key: Key
  /** Its number among all that were planned for the channel, from 1. */
  readonly number: number
  readonly rule: string
  readonly title: Text.Text
  readonly items: ReadonlyArray<Item>
  readonly urgency: "low" | "normal" | "high"
  readonly people: ReadonlyArray<Identifier.PersonId>
  readonly planned: number
  /** When its turn comes: its place in the queue, which trying again does not change. */
  readonly turn: number
  readonly notBefore: number
  readonly attempts: ReadonlyArray<Attempt>
  readonly status: "waiting" | "sent" | "givenUp"
  readonly reason: string | undefined
  /** The number of the first attempt that counts: replaying begins again. */
  readonly since: number
}

/**
 * What waits for a channel, and what became of what went out. Immutable.
 *
 * Shape: `queue` are the keys of what waits, by turn and then as they were planned; `recent` are the instants of the latest
 * attempts, oldest first.
 */
export interface Outbox {
  readonly deliveries: HashMap.HashMap<Key, DeliveryKnown>
  readonly queue: ReadonlyArray<Key>
  readonly recent: ReadonlyArray<number>
  readonly disabled: { readonly reason: string; readonly at: number } | undefined
}

/** Nothing was planned yet. */
export const initial: Outbox = { deliveries: HashMap.empty(), queue: [], recent: [], disabled: undefined }

/** A delivery. */
export const delivery = (outbox: Outbox, key: Key): DeliveryKnown | undefined =>
  Option.getOrUndefined(HashMap.get(outbox.deliveries, key))

/** Every delivery, in the order they were planned. */
export const all = (outbox: Outbox): ReadonlyArray<DeliveryKnown> =>
  [...HashMap.values(outbox.deliveries)].toSorted((a, b) => a.number - b.number)

/** The delivery whose turn it is: messages of a channel go out in order, and one that has to wait holds up those behind it. */
export const next = (outbox: Outbox): DeliveryKnown | undefined => {
  const [first] = outbox.queue
  return first === undefined ? undefined : delivery(outbox, first)
}

/** The attempt under way at an instant, if any: begun, not ended, and its time is not over. */
export const underWay = ({ attempts }: DeliveryKnown, at: number): Attempt | undefined => {
  const last = attempts.at(-1)
  return last !== undefined && last.outcome === undefined && at < last.until ? last : undefined
}

/** Puts a key into the queue, behind all whose turn is not later. */
export const queued = (outbox: Outbox, { key, turn }: Pick<DeliveryKnown, "key" | "turn">): ReadonlyArray<Key> => {
  const behind = outbox.queue.findLastIndex((one) => (delivery(outbox, one)?.turn ?? 0) <= turn)
  return outbox.queue.toSpliced(behind + 1, 0, key)
}

/** When an attempt may be made at the earliest, as far as the delivery itself goes. */
export const due = ({ notBefore }: DeliveryKnown): number => notBefore

/**
 * How many times more than once a message may have arrived: attempts besides the first that arrived or may have.
 *
 * Shape: an attempt that nobody heard of again counts as one that may have arrived.
 */
export const duplicates = ({ attempts }: DeliveryKnown): number =>
  Math.max(
    0,
    attempts.filter(({ outcome }) => outcome === undefined || outcome._tag === "sent" || outcome._tag === "unknown")
      .length - 1
  )

/** The instant from which a channel takes one more message; the given one when it does already. */
export const openFrom = (
  { recent }: Outbox,
  rate: { readonly messages: number; readonly perMillis: number } | undefined,
  at: number
): number => {
  const earliest = rate === undefined ? undefined : recent.at(-rate.messages)
  return rate === undefined || earliest === undefined ? at : Math.max(at, earliest + rate.perMillis)
}
