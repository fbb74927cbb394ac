import { domainToASCII } from "node:url"
import type { Message } from "@louyu/ports"
import * as Redacted from "effect/Redacted"

/** One address and those who share it, by their places in the message. */
export interface Addressed {
  readonly address: string
  readonly recipients: ReadonlyArray<number>
}

const shape = /^([\w.!#$%&'*+/=?^`{|}~-]{1,64})@([^\s@<>[\]\p{Cc}]{1,253})$/u

/** An address as an envelope may hold it, its domain in ASCII, or nothing when it cannot be one. */
export const addressOf = (given: Redacted.Redacted<string>): string | undefined => {
  const [, local, domain = ""] = shape.exec(Redacted.value(given)) ?? []
  const ascii = domainToASCII(domain)
  return local === undefined || !/^[\da-z][\da-z.-]*$/u.test(ascii) ? undefined : `${local}@${ascii}`
}

/** Each address once, and the recipients whose address is none. */
export const addressed = (
  recipients: ReadonlyArray<Message.Recipient>
): { readonly good: ReadonlyArray<Addressed>; readonly bad: ReadonlyArray<number> } => {
  const places = new Map<string, Array<number>>()
  const bad: Array<number> = []
  for (const [index, { address }] of recipients.entries()) {
    const good = addressOf(address)
    if (good === undefined) bad.push(index)
    else places.set(good, [...(places.get(good) ?? []), index])
  }
  return { good: [...places].map(([address, indices]) => ({ address, recipients: indices })), bad }
}
