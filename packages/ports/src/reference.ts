import type { DeliveryKey } from "./Message.ts"

// Crockford's digits: no I, L, O or U, so that a reference survives being read out.
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const mask = (1n << 64n) - 1n

/**
 * A delivery's key as people can read and quote it, for channels that carry no key of their own.
 *
 * Shape: eight digits and capital letters; the same for every attempt at one delivery. Two of 10,000 deliveries share
 * one once in 20,000 times, so it finds a message again but does not prove that two are the same.
 *
 * ```ts
 * Message.reference(Message.DeliveryKey.make("d-1")).length // => 8
 * ```
 */
export const reference = (key: DeliveryKey): string => {
  let hash = 0xcbf29ce484222325n
  for (const character of key) hash = ((hash ^ BigInt(character.charCodeAt(0))) * 0x100000001b3n) & mask
  // Keys that differ only at their end would give references that look alike; this spreads every bit over all.
  hash = ((hash ^ (hash >> 33n)) * 0xff51afd7ed558ccdn) & mask
  hash = ((hash ^ (hash >> 33n)) * 0xc4ceb9fe1a85ec53n) & mask
  let rest = (hash ^ (hash >> 33n)) >> 24n
  let written = ""
  for (let place = 0; place < 8; place += 1) {
    written = (digits[Number(rest & 31n)] ?? "") + written
    rest >>= 5n
  }
  return written
}
