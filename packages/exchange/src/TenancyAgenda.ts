import { CivilDate } from "@louyu/kernel"
import * as DayOrder from "./DayOrder.ts"
import { dayOf, type TenancyStep } from "./Report.ts"

type Day = CivilDate.CivilDate
type Command = TenancyStep["command"]

// Of one day: whoever wants to leave says so while being there, what ends makes room for what begins.
export const tenancyRanks: Readonly<Record<Command["_tag"], number>> = {
  RegisterSpace: 0,
  IntendToLeave: 1,
  StayAfterAll: 1,
  ExtendLease: 2,
  EndLease: 2,
  RemeasureSpace: 3,
  OfferSpace: 4,
  SignLease: 5,
  WithdrawSpace: 6,
  CloseSpace: 7,
  DeclareResidence: 8,
  AnnulLease: 9
}

const rankOf = ({ _tag }: Command): number => tenancyRanks[_tag]

const leaseOf = (command: Command) => ("lease" in command ? command.lease : undefined)

const byTelling = (a: TenancyStep, b: TenancyStep): number => CivilDate.compare(dayOf(a.command), dayOf(b.command))

const earlier = (a: Day | undefined, b: Day): Day => (a !== undefined && a < b ? a : b)

/**
 * The days on which what becomes of leases takes effect, whenever it was told: an extension where the lease would have
 * ended, an end where it ends, but none after one that was told later.
 */
const effects = (steps: ReadonlyArray<TenancyStep>): ReadonlyMap<Command, Day> => {
  const days = new Map<Command, Day>()
  const leases = Map.groupBy(steps, ({ command }) => leaseOf(command))
  for (const [lease, own] of leases) {
    if (lease === undefined) continue
    const signed = own.find(({ command }) => command._tag === "SignLease")?.command
    let end = signed?._tag === "SignLease" ? signed.to : undefined
    const turns: Array<Command> = []
    for (const { command } of own.toSorted(byTelling)) {
      if (command._tag === "ExtendLease") days.set(command, end ?? command.on)
      else if (command._tag === "EndLease") days.set(command, command.to)
      else continue
      turns.push(command)
      end = command.to
    }
    let next: Day | undefined
    for (const command of turns.toReversed()) {
      next = earlier(next, days.get(command) ?? dayOf(command))
      days.set(command, next)
    }
    if (signed?._tag !== "SignLease") continue
    // What was said before a lease began is heard when it has.
    const begun = CivilDate.addDays(signed.from, 1)
    for (const { command } of own) {
      const isSaid = command._tag === "IntendToLeave" || command._tag === "StayAfterAll"
      if (isSaid && command.on < begun) days.set(command, begun)
    }
  }
  return days
}

/** The day on which a space or a lease is changed, whenever it was told. */
const changeOf = (command: Command, days: ReadonlyMap<Command, Day>): Day => {
  switch (command._tag) {
    case "RemeasureSpace":
    case "WithdrawSpace":
    case "OfferSpace":
      return command.from
    case "CloseSpace":
      return command.to
    default:
      return days.get(command) ?? dayOf(command)
  }
}

/**
 * Puts steps about spaces and leases into an order in which they can be carried out: by the day on which each takes
 * effect, since what is told late makes room all the same; spaces first, and leases that were recorded by mistake before
 * those that stand in their place.
 */
export const orderTenancy = (steps: ReadonlyArray<TenancyStep>): ReadonlyArray<TenancyStep> => {
  const annulled = new Set(
    steps.flatMap(({ command }) => (command._tag === "AnnulLease" ? [String(command.lease)] : []))
  )
  const parts = Map.groupBy(steps, ({ command }) =>
    command._tag === "RegisterSpace" ? "space" : annulled.has(leaseOf(command) ?? "") ? "mistake" : "rest"
  )
  const mistakes = Map.groupBy(parts.get("mistake") ?? [], ({ command }) => leaseOf(command))
  const isLast = ({ command }: TenancyStep): number => (command._tag === "AnnulLease" ? 1 : 0)
  const isFirst = ({ command }: TenancyStep): number => (command._tag === "SignLease" ? 0 : 1)
  const rest = (parts.get("rest") ?? []).toSorted(byTelling)
  const days = effects(rest)
  return [
    ...(parts.get("space") ?? []),
    ...[...mistakes.values()].flatMap((chain) =>
      chain.toSorted((a, b) => isLast(a) - isLast(b) || isFirst(a) - isFirst(b) || byTelling(a, b))
    ),
    ...DayOrder.arrange(rest, rankOf, (command) => changeOf(command, days))
  ]
}
