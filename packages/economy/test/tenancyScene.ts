import { CivilDate, Decider, Identifier } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { LeaseId } from "../src/Lease.ts"
import type * as RentRoll from "../src/RentRoll.ts"
import { SpaceId } from "../src/Space.ts"
import * as Tenancies from "../src/Tenancies.ts"
import { TenancyCommand } from "../src/TenancyCommand.ts"
import type { TenancyError } from "../src/TenancyError.ts"
import type { TenancyEvent } from "../src/TenancyEvent.ts"

export const day = CivilDate.make
export const unit = (id: string) => Identifier.UnitId.make(id)
export const spaceId = (id: string) => SpaceId.make(id)
export const leaseId = (id: string) => LeaseId.make(id)
export const decider = Tenancies.decider

/** Firms, floors and towers exist from the first day of 2020 on; what is called a ghost never does. */
export const facts: Tenancies.Facts = { exists: (id, on) => !id.startsWith("ghost") && on >= "2020-01-01" }

/** A command as it comes from outside. */
export const command = (input: { readonly _tag: TenancyCommand["_tag"] } & Record<string, unknown>): TenancyCommand =>
  Schema.decodeUnknownSync(TenancyCommand)(input)

export const space = (id: string, area: number, more: Record<string, unknown> = {}) =>
  command({
    _tag: "RegisterSpace",
    space: id,
    place: "tower",
    label: { zh: `${id} 室` },
    area,
    from: "2020-01-01",
    ...more
  })

export const lease = (
  id: string,
  tenant: string,
  spaces: ReadonlyArray<string | { readonly space: string; readonly area: number }>,
  from: string,
  to?: string,
  more: Record<string, unknown> = {}
) =>
  command({
    _tag: "SignLease",
    lease: id,
    tenant,
    spaces: spaces.map((one) => (typeof one === "string" ? { space: one } : one)),
    tenure: "rent",
    from,
    ...(to === undefined ? {} : { to }),
    ...more
  })

export const run = (commands: ReadonlyArray<TenancyCommand>, from = decider.initial) =>
  Decider.run({ ...decider, initial: from }, from, commands, facts)

/** The roll after commands that must all be accepted. */
export const after = (commands: ReadonlyArray<TenancyCommand>, from = decider.initial): RentRoll.RentRoll => {
  const { state, failures } = run(commands, from)
  if (failures[0] !== undefined) throw failures[0].failure
  return state
}

export const decide = (
  roll: RentRoll.RentRoll,
  input: TenancyCommand
): ReadonlyArray<TenancyEvent> | TenancyError["_tag"] => {
  const decided = decider.decide(roll, input, facts)
  return Result.isSuccess(decided) ? decided.success : decided.failure._tag
}
