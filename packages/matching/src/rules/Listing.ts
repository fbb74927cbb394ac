import { type CivilDate, Period, Timeline } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import * as Capacity from "../Capacity.ts"
import * as Criteria from "../Criteria.ts"
import * as Match from "../Match.ts"
import { CodeRepeated, type NotFound, NotOffered, OverCapacity, VersionNotNewer } from "../MatchingError.ts"
import * as ServiceItem from "../ServiceItem.ts"
import * as ServiceList from "../ServiceList.ts"
import * as State from "../State.ts"
import * as Rule from "./Rule.ts"

type Date = CivilDate.CivilDate

const repeatedCode = ({ id, items }: ServiceList.ServiceList): Rule.Checked => {
  const seen = new Set<string>()
  for (const { code } of items) {
    if (seen.has(code)) return Result.fail(new CodeRepeated({ list: id, code }))
    seen.add(code)
  }
  return Rule.fine
}

const askable = ({ fields }: Rule.Context, { code, eligibility }: ServiceItem.ServiceItem): Rule.Checked =>
  eligibility === undefined
    ? Rule.fine
    : Result.map(Criteria.of(fields, eligibility, `${code}.eligibility`), () => undefined)

const itemOn = (
  state: State.State,
  { list, item }: { readonly list: ServiceItem.ListId; readonly item: ServiceItem.ItemCode },
  on: Date
): Result.Result<ServiceItem.ServiceItem, NotFound> =>
  Result.flatMap(Rule.known(State.list(state, list, on), "list", list), (known) =>
    Rule.known(ServiceList.item(known, item), "item", item)
  )

const itemOf = ({ list, item, place }: Omit<Match.ItemAt, "_tag">): Match.ItemAt => ({
  _tag: "item",
  list,
  item,
  place
})

/** The offering of an item at a place that holds on a date, provided that the item is valid then. */
export const offeringOn = (
  state: State.State,
  offer: Match.ItemAt,
  on: Date
): Result.Result<State.Offering, NotOffered> => {
  const key = Match.keyOf(offer)
  const found = State.offerings(state, key).find(({ life }) => Period.contains(life, on))
  const list = State.list(state, offer.list, on)
  const item = list === undefined ? undefined : ServiceList.item(list, offer.item)
  return found === undefined || item === undefined || !ServiceItem.isValid(item, on)
    ? Result.fail(new NotOffered({ offer: key, on }))
    : Result.succeed(found)
}

export const decisions: Rule.Decisions<"AdoptServiceList" | "AssureItem" | "OfferItem" | "StopOffering"> = {
  AdoptServiceList: (context, state, { list, from }) => {
    const versions = State.versions(state, list.id)
    const same = versions.find(({ value }) => value.version === list.version)
    if (same !== undefined && Equal.equals(same.value, list)) return Rule.nothing
    const newest = versions.at(-1)?.value.version ?? 0
    if (list.version <= newest) {
      return Result.fail(new VersionNotNewer({ list: list.id, version: list.version, known: newest }))
    }
    const checks = list.items.flatMap((item) => [
      () => Rule.sorted(context, item.category),
      () => Rule.ordered(item.validFrom ?? from, item.validTo),
      () => askable(context, item),
      ...item.owners.map((owner) => () => Rule.existing(context, owner, from))
    ])
    return Rule.when(
      Rule.all(() => repeatedCode(list), ...checks),
      () => Rule.facts({ _tag: "ServiceListAdopted", list, from })
    )
  },
  AssureItem: (_context, state, { _tag, ...fields }) => {
    const { list, item, on } = fields
    const before = State.assuredOn(state, list, item)
    if (before !== undefined && before >= on) return Rule.nothing
    return Result.flatMap(itemOn(state, fields, on), () => Rule.facts({ _tag: "ItemAssured", ...fields }))
  },
  OfferItem: (context, state, { _tag, ...fields }) => {
    const { from, to, place, capacity, windows } = fields
    const checked = Rule.all(
      () => Rule.ordered(from, to),
      () => Result.map(itemOn(state, fields, from), () => undefined),
      () => Rule.existing(context, place, from)
    )
    return Rule.when(checked, () => {
      const others = State.offerings(state, Match.keyOf(itemOf(fields)))
      const is = (one: State.Offering) =>
        Equal.equals(one.capacity, capacity) && Equal.equals(one.windows, windows ?? []) && one.life.from === from
      if (others.some(is)) return Rule.nothing
      return Rule.facts({ _tag: "ItemOffered", ...fields })
    })
  },
  StopOffering: (_context, state, { _tag, ...fields }) => {
    const key = Match.keyOf(itemOf(fields))
    const { on } = fields
    const running = State.offerings(state, key).filter(({ life }) => life.to === undefined || on < life.to)
    if (running.length > 0) return Rule.facts({ _tag: "OfferingStopped", ...fields })
    const known = State.offerings(state, key).length > 0
    return known ? Rule.nothing : Result.fail(new NotOffered({ offer: key, on }))
  }
}

export const effects: Rule.Effects<"ServiceListAdopted" | "ItemAssured" | "ItemOffered" | "OfferingStopped"> = {
  ServiceListAdopted: (state, { list, from }) => ({
    ...state,
    lists: HashMap.set(state.lists, list.id, Timeline.set(State.versions(state, list.id), { from }, list))
  }),
  ItemAssured: (state, { list, item, on }) => ({
    ...state,
    assured: HashMap.modifyAt(state.assured, State.assuranceKey(list, item), (days) =>
      Option.some([...Option.getOrElse(days, (): ReadonlyArray<CivilDate.CivilDate> => []), on])
    )
  }),
  ItemOffered: (state, { _tag, from, to, capacity, windows, ...at }) => {
    const offer = itemOf(at)
    const key = Match.keyOf(offer)
    const life = to === undefined ? { from } : { from, to }
    const before = State.offerings(state, key).flatMap((one) =>
      Period.subtract(one.life, life).map((left) => ({ ...one, life: left }))
    )
    const now: State.Offering = { ...offer, capacity, windows: windows ?? [], life }
    const all = [...before, now].toSorted((a, b) => Period.compare(a.life, b.life))
    return { ...state, offerings: HashMap.set(state.offerings, key, all) }
  },
  OfferingStopped: (state, { _tag, on, ...at }) => {
    const key = Match.keyOf(itemOf(at))
    const left = State.offerings(state, key).flatMap((one) =>
      Period.subtract(one.life, { from: on }).map((life) => ({ ...one, life }))
    )
    return { ...state, offerings: HashMap.set(state.offerings, key, left) }
  }
}

/** Demands that an offer has room for one more use, whatever was agreed on already. Source: invariant 9. */
export const roomFor = (
  state: State.State,
  offer: Match.Offer,
  use: Capacity.Use,
  on: Date
): Result.Result<void, NotOffered | OverCapacity | NotFound> => {
  const limits = limitsOf(state, offer, use.period.from)
  return Result.flatMap(limits, ({ capacity, amountOn }) => {
    if (capacity === undefined) return Result.succeed(undefined)
    const over = Capacity.overload(capacity, [...State.usesOf(state, offer), use], amountOn)
    if (over === undefined) return Result.succeed(undefined)
    const { unit } = capacity
    const at = over.from < on ? on : over.from
    return Result.fail(
      new OverCapacity({ offer: Match.keyOf(offer), on: at, amount: amountOn(over.from), used: over.used, unit })
    )
  })
}

interface Limits {
  readonly capacity: Capacity.Capacity | undefined
  readonly amountOn: (day: Date) => number
}

const limitsOf = (state: State.State, offer: Match.Offer, on: Date): Result.Result<Limits, NotOffered | NotFound> => {
  if (offer._tag === "item") {
    return Result.map(offeringOn(state, offer, on), ({ capacity }) => ({
      capacity,
      amountOn: () => capacity?.amount ?? 0
    }))
  }
  return Result.flatMap(Rule.known(State.resource(state, offer.resource), "resource", offer.resource), (known) =>
    Period.contains(known.life, on)
      ? Result.succeed({
          capacity: known.resource.capacity,
          amountOn: (day: Date) => State.amountOn(known.amounts, day)
        })
      : Result.fail(new NotOffered({ offer: Match.keyOf(offer), on }))
  )
}
