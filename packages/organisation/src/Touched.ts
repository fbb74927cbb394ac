import type { Identifier } from "@louyu/kernel"
import type { Event } from "./Event.ts"
import * as Links from "./Links.ts"
import type { State } from "./State.ts"

type UnitId = Identifier.UnitId

/** The units whose own record or members a fact changes: those a compiled view has to look at again. */
export const by = (state: State, event: Event): ReadonlyArray<UnitId> => {
  switch (event._tag) {
    case "UnitEstablished":
    case "UnitMoved":
    case "UnitRelocated":
    case "UnitDissolved":
    case "UnitRenamed":
    case "AliasAdded":
    case "UnitReclassified":
    case "MemberCountsSet":
    case "ChatGroupBound":
    case "ChatGroupUnbound":
    case "IdentifierAttached":
    case "IdentifierDetached":
    case "TermStarted":
    case "ActivityReported":
      return [event.unit]
    case "MemberAffiliated":
    case "MembershipEnded": {
      const homes = Links.targetsEver(state.homes, event.person) as ReadonlyArray<UnitId>
      return event._tag === "MemberAffiliated" ? [...homes, event.branch] : homes
    }
    default:
      return []
  }
}
