import type { Decider } from "@louyu/kernel"
import * as RentRoll from "./RentRoll.ts"
import type { TenancyCommand } from "./TenancyCommand.ts"
import type { TenancyError } from "./TenancyError.ts"
import type { TenancyEvent } from "./TenancyEvent.ts"
import * as Leasing from "./tenancy/Leasing.ts"
import * as Letting from "./tenancy/Letting.ts"
import type { Decision, Facts } from "./tenancy/Rule.ts"

export type { Facts } from "./tenancy/Rule.ts"

const decide = (roll: RentRoll.RentRoll, command: TenancyCommand, facts: Facts): Decision => {
  switch (command._tag) {
    case "RegisterSpace":
      return Letting.registerSpace(roll, command, facts)
    case "RemeasureSpace":
      return Letting.remeasureSpace(roll, command)
    case "WithdrawSpace":
      return Letting.withdrawSpace(roll, command)
    case "OfferSpace":
      return Letting.offerSpace(roll, command)
    case "CloseSpace":
      return Letting.closeSpace(roll, command)
    case "SignLease":
      return Leasing.signLease(roll, command, facts)
    case "ExtendLease":
      return Leasing.extendLease(roll, command)
    case "EndLease":
      return Leasing.endLease(roll, command)
    case "AnnulLease":
      return Leasing.annulLease(roll, command)
    case "IntendToLeave":
      return Leasing.intendToLeave(roll, command)
    case "StayAfterAll":
      return Leasing.stayAfterAll(roll, command)
    case "DeclareResidence":
      return Leasing.declareResidence(roll, command, facts)
  }
}

/**
 * The rules of spaces, leases and residence.
 *
 * Shape: a command that changes nothing gives no events. On every day a lease has its spaces alone, or all leases of a
 * space are declared shared and the shares they name come to no more than its area.
 * Cost: O(log n + k log k) a command, k the leases of the spaces it is about.
 * Source: R4-12 to R4-17, P-21.
 */
export const decider: Decider.Decider<TenancyCommand, RentRoll.RentRoll, TenancyEvent, TenancyError, Facts> = {
  initial: RentRoll.initial,
  evolve: RentRoll.evolve,
  decide
}
