import type { Period } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import * as Area from "../Area.ts"
import * as RentRoll from "../RentRoll.ts"
import type { TenancyCommand } from "../TenancyCommand.ts"
import {
  AreaInvalid,
  ExtensionNotLater,
  LeaseIdTaken,
  LeaseNotRunning,
  LeavingNotIntended,
  PlaceNotFound,
  ShareWithoutSharing,
  SpaceRepeated,
  TenantNotFound
} from "../TenancyError.ts"
import type { LeaseSigned, TenancyEvent } from "../TenancyEvent.ts"
import * as Booking from "./Booking.ts"
import * as Rule from "./Rule.ts"

type Of<Tag extends TenancyCommand["_tag"]> = Extract<TenancyCommand, { readonly _tag: Tag }>

const span = (from: Period.Period["from"], to: Period.Period["from"] | undefined): Period.Period =>
  to === undefined ? { from } : { from, to }

// Every part must be a space of those days, and free of others on them.
const free = (
  roll: RentRoll.RentRoll,
  signed: LeaseSigned,
  to: Period.Period["from"] | undefined,
  period: Period.Period
): Rule.Checked =>
  Rule.all(
    ...signed.spaces.map(
      ({ space: id, area }) =>
        (): Rule.Checked =>
          Result.flatMap(Rule.space(roll, id, period.from), (space) =>
            Rule.all(
              () => Rule.within(space, period),
              () => Rule.unless(Booking.refusal(space, { signed, share: area, to }, period))
            )
          )
    )
  )

const wellFormed = ({ lease, spaces, shared }: LeaseSigned): Rule.Checked => {
  const seen = new Set<string>()
  for (const { space, area } of spaces) {
    if (seen.has(space)) return Result.fail(new SpaceRepeated({ lease, space }))
    seen.add(space)
    if (area === undefined) continue
    if (Area.inSquareDecimetres(area) === undefined) return Result.fail(new AreaInvalid({ space, area }))
    if (shared !== true) return Result.fail(new ShareWithoutSharing({ lease, space }))
  }
  return Rule.fine
}

export const signLease = (
  roll: RentRoll.RentRoll,
  { _tag, ...fields }: Of<"SignLease">,
  { exists }: Rule.Facts
): Rule.Decision => {
  const event: LeaseSigned = { _tag: "LeaseSigned", ...fields }
  const { lease, tenant, from, to } = fields
  const before = RentRoll.lease(roll, lease)?.signed
  if (before !== undefined) {
    return Equal.equals(before, event) ? Rule.nothing : Result.fail(new LeaseIdTaken({ lease }))
  }
  return Rule.tell(
    event,
    () => Rule.ordered(from, to),
    () => wellFormed(event),
    () => Rule.unless(exists(tenant, from) ? undefined : new TenantNotFound({ tenant, on: from })),
    () => free(roll, event, to, span(from, to))
  )
}

// A lease that is known and valid turns, once for every telling.
const turn = (
  roll: RentRoll.RentRoll,
  event: Extract<TenancyEvent, { readonly lease: unknown }>,
  check: (known: RentRoll.LeaseKnown) => Rule.Checked
): Rule.Decision =>
  Result.flatMap(Rule.lease(roll, event.lease), (known) =>
    Rule.news(known.history, event, () =>
      Rule.tell(
        event,
        () => Rule.valid(known),
        () => check(known)
      )
    )
  )

const notRunning = ({ signed, to }: RentRoll.LeaseKnown, on: Period.Period["from"]): LeaseNotRunning =>
  new LeaseNotRunning({ lease: signed.lease, on, from: signed.from, to })

export const extendLease = (roll: RentRoll.RentRoll, { _tag, ...fields }: Of<"ExtendLease">): Rule.Decision =>
  turn(roll, { _tag: "LeaseExtended", ...fields }, ({ signed, to: before }) => {
    const { lease, to } = fields
    const later = before !== undefined && (to === undefined || before < to)
    return later ? free(roll, signed, to, span(before, to)) : Result.fail(new ExtensionNotLater({ lease, to: before }))
  })

export const endLease = (roll: RentRoll.RentRoll, { _tag, ...fields }: Of<"EndLease">): Rule.Decision =>
  turn(roll, { _tag: "LeaseEnded", ...fields }, (known) => {
    const { to } = fields
    const runs = known.signed.from < to && (known.to === undefined || to <= known.to)
    return Rule.unless(runs ? undefined : notRunning(known, to))
  })

export const annulLease = (roll: RentRoll.RentRoll, { _tag, ...fields }: Of<"AnnulLease">): Rule.Decision =>
  turn(roll, { _tag: "LeaseAnnulled", ...fields }, () => Rule.impersonal(fields.lease, fields.reason))

export const intendToLeave = (roll: RentRoll.RentRoll, { _tag, ...fields }: Of<"IntendToLeave">): Rule.Decision =>
  turn(roll, { _tag: "LeavingIntended", ...fields }, (known) => {
    const { on, expected } = fields
    if (known.to !== undefined && known.to <= on) return Result.fail(notRunning(known, on))
    if (expected === undefined) return Rule.fine
    return Rule.all(
      () => Rule.ordered(on, expected),
      () => Rule.unless(expected <= known.signed.from ? notRunning(known, expected) : undefined)
    )
  })

export const stayAfterAll = (roll: RentRoll.RentRoll, { _tag, ...fields }: Of<"StayAfterAll">): Rule.Decision =>
  turn(roll, { _tag: "StayingDecided", ...fields }, (known) => {
    const intended = RentRoll.intention(known, fields.on)
    return Rule.unless(intended === undefined ? new LeavingNotIntended(fields) : undefined)
  })

export const declareResidence = (
  roll: RentRoll.RentRoll,
  { _tag, ...fields }: Of<"DeclareResidence">,
  { exists }: Rule.Facts
): Rule.Decision => {
  const event: TenancyEvent = { _tag: "ResidenceDeclared", ...fields }
  const { tenant, place, from } = fields
  return Rule.news(RentRoll.residence(roll, tenant), event, () =>
    Rule.tell(
      event,
      () => Rule.unless(exists(tenant, from) ? undefined : new TenantNotFound({ tenant, on: from })),
      () => Rule.unless(exists(place, from) ? undefined : new PlaceNotFound({ place, on: from }))
    )
  )
}
