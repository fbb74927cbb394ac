import { Text } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as Schema from "effect/Schema"
import { type ItemCode, ListId, ServiceItem } from "./ServiceItem.ts"

/**
 * A list of services in a version, as it is published: 27 items here, 94 there.
 *
 * Source: P-31.
 */
export const ServiceList = Schema.Struct({
  id: ListId,
  version: Schema.Int.check(Schema.isGreaterThan(0)),
  names: Text.Text,
  items: Schema.Array(ServiceItem)
})
export type ServiceList = typeof ServiceList.Type

/** The item of a code. */
export const item = (list: ServiceList, code: ItemCode): ServiceItem | undefined =>
  list.items.find((one) => one.code === code)

/** What is different between two versions of a list. Shape: `changed` names the fields of each item that differ. */
export interface Difference {
  readonly added: ReadonlyArray<ItemCode>
  readonly removed: ReadonlyArray<ItemCode>
  readonly changed: ReadonlyArray<{ readonly code: ItemCode; readonly fields: ReadonlyArray<string> }>
}

const fieldsOf = (before: ServiceItem, after: ServiceItem): ReadonlyArray<string> => {
  const [a, b]: ReadonlyArray<Readonly<Record<string, unknown>>> = [before, after]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !Equal.equals(a?.[field], b?.[field]))
    .toSorted()
}

/** Compares two versions of a list. */
export const difference = (before: ServiceList, after: ServiceList): Difference => {
  const [was, is] = [before, after].map((list) => new Map(list.items.map((one) => [one.code, one])))
  const changed = after.items.flatMap((now) => {
    const then = was?.get(now.code)
    const fields = then === undefined ? [] : fieldsOf(then, now)
    return fields.length === 0 ? [] : [{ code: now.code, fields }]
  })
  return {
    added: after.items.filter(({ code }) => was?.has(code) !== true).map(({ code }) => code),
    removed: before.items.filter(({ code }) => is?.has(code) !== true).map(({ code }) => code),
    changed
  }
}

/** How many items there are in all, by service domain, and by department that answers for them. */
export const counts = (
  list: ServiceList
): {
  readonly items: number
  readonly byDomain: ReadonlyMap<string, number>
  readonly byOwner: ReadonlyMap<string, number>
} => {
  const byDomain = new Map<string, number>()
  const byOwner = new Map<string, number>()
  for (const { domain, owners } of list.items) {
    byDomain.set(domain, (byDomain.get(domain) ?? 0) + 1)
    for (const owner of new Set(owners)) byOwner.set(owner, (byOwner.get(owner) ?? 0) + 1)
  }
  return { items: list.items.length, byDomain, byOwner }
}
