import { Period, Text } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import * as Area from "../Area.ts"
import * as RentRoll from "../RentRoll.ts"
import type { TenancyCommand } from "../TenancyCommand.ts"
import { AreaInvalid, PlaceNotFound, SpaceAlreadyLet, SpaceIdTaken } from "../TenancyError.ts"
import type { SpaceRegistered, TenancyEvent } from "../TenancyEvent.ts"
import * as Booking from "./Booking.ts"
import * as Rule from "./Rule.ts"

type Of<Tag extends TenancyCommand["_tag"]> = Extract<TenancyCommand, { readonly _tag: Tag }>

const measurable = (space: string, area: number): Rule.Checked =>
  Rule.unless(Area.inSquareDecimetres(area) === undefined ? new AreaInvalid({ space, area }) : undefined)

export const registerSpace = (
  roll: RentRoll.RentRoll,
  { _tag, ...fields }: Of<"RegisterSpace">,
  { exists }: Rule.Facts
): Rule.Decision => {
  const event: SpaceRegistered = { _tag: "SpaceRegistered", ...fields }
  const { space, place, label, area, from, to } = fields
  const before = RentRoll.space(roll, space)?.registered
  if (before !== undefined) {
    return Equal.equals(before, event) ? Rule.nothing : Result.fail(new SpaceIdTaken({ space }))
  }
  return Rule.tell(
    event,
    () => Rule.ordered(from, to),
    () => measurable(space, area),
    () => Rule.impersonal(space, Text.wordings(label).join(" ")),
    () => Rule.unless(exists(place, from) ? undefined : new PlaceNotFound({ place, on: from }))
  )
}

// A space that is known turns, once for every telling.
const turn = (
  roll: RentRoll.RentRoll,
  event: Extract<TenancyEvent, { readonly space: unknown; readonly on: unknown }>,
  check: (known: RentRoll.SpaceKnown) => Rule.Checked
): Rule.Decision =>
  Result.flatMap(Rule.space(roll, event.space, event.on), (known) =>
    Rule.news(known.history, event, () => Rule.tell(event, () => check(known)))
  )

const vacant = ({ registered, lets }: RentRoll.SpaceKnown, period: Period.Period): Rule.Checked => {
  const taken = lets.find((one) => RentRoll.isLetIn(one, period))
  if (taken === undefined) return Rule.fine
  const { lease, from } = taken.signed
  return Result.fail(new SpaceAlreadyLet({ space: registered.space, lease, from, to: taken.to }))
}

export const remeasureSpace = (roll: RentRoll.RentRoll, { _tag, ...fields }: Of<"RemeasureSpace">): Rule.Decision => {
  const event: TenancyEvent = { _tag: "SpaceRemeasured", ...fields }
  const { space, area, from } = fields
  return turn(roll, event, (known) =>
    Rule.all(
      () => measurable(space, area),
      () => Rule.within(known, Period.ofDay(from)),
      () => {
        const next = RentRoll.space(RentRoll.evolve(roll, event), space) ?? known
        return Rule.unless(Booking.overfull(next, next.lets, known.life))
      }
    )
  )
}

export const withdrawSpace = (roll: RentRoll.RentRoll, { _tag, ...fields }: Of<"WithdrawSpace">): Rule.Decision => {
  const { space, from, to, reason } = fields
  const period: Period.Period = to === undefined ? { from } : { from, to }
  return turn(roll, { _tag: "SpaceWithdrawn", ...fields }, (known) =>
    Rule.all(
      () => Rule.ordered(from, to),
      () => Rule.within(known, Period.ofDay(from)),
      () => Rule.impersonal(space, reason),
      () => vacant(known, period)
    )
  )
}

export const offerSpace = (roll: RentRoll.RentRoll, { _tag, ...fields }: Of<"OfferSpace">): Rule.Decision =>
  turn(roll, { _tag: "SpaceOffered", ...fields }, (known) => Rule.within(known, Period.ofDay(fields.from)))

export const closeSpace = (roll: RentRoll.RentRoll, { _tag, ...fields }: Of<"CloseSpace">): Rule.Decision =>
  turn(roll, { _tag: "SpaceClosed", ...fields }, (known) =>
    Rule.all(
      () => Rule.ordered(known.life.from, fields.to),
      () => Rule.within(known, { from: known.life.from, to: fields.to }),
      () => vacant(known, { from: fields.to })
    )
  )
