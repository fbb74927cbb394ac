import { CivilDate, Identifier, Money, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { CategoryId, Code, ServiceDomain } from "./Category.ts"
import { Condition } from "./Condition.ts"

/** Names a service list. */
export const ListId = Code.pipe(Schema.brand("ListId"))
export type ListId = typeof ListId.Type

/** Names a service item, for example `S-07`; unique within a list. */
export const ItemCode = Code.pipe(Schema.brand("ItemCode"))
export type ItemCode = typeof ItemCode.Type

/** How a service reaches people. Source: P-31. */
export const Channel = Schema.Literals(["station", "doorstep", "online", "directLine", "chatGroup"])
export type Channel = typeof Channel.Type

const positive = Schema.Int.check(Schema.isGreaterThan(0))

/**
 * What is offered, whoever gives it and wherever: an entry of a service list.
 *
 * Shape: `owners` are the departments that answer for it, the first one leading; `eligibility` says for whom it is
 * meant; `papers` are what to bring, all of it, so that one visit is enough; `workdays` is how long it takes; `hours`
 * names opening hours kept elsewhere. Units: `fee` in fen, free of charge when zero or absent.
 * Source: P-20, P-31, R3-3, R3-4, R3-7.
 */
export const ServiceItem = Schema.Struct({
  code: ItemCode,
  names: Text.Text,
  domain: ServiceDomain,
  category: CategoryId,
  owners: Schema.NonEmptyArray(Identifier.UnitId),
  audience: Schema.optionalKey(Schema.Array(Code)),
  channels: Schema.NonEmptyArray(Channel),
  eligibility: Schema.optionalKey(Condition),
  papers: Schema.optionalKey(Schema.Array(Text.Text)),
  fee: Schema.optionalKey(Money.Money),
  workdays: Schema.optionalKey(positive),
  hours: Schema.optionalKey(Code),
  validFrom: Schema.optionalKey(CivilDate.CivilDate),
  validTo: Schema.optionalKey(CivilDate.CivilDate)
})
export type ServiceItem = typeof ServiceItem.Type

/** Tells whether an item is valid on a date. */
export const isValid = ({ validFrom, validTo }: ServiceItem, on: CivilDate.CivilDate): boolean =>
  (validFrom === undefined || validFrom <= on) && (validTo === undefined || on < validTo)
