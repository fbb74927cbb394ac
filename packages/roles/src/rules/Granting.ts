import { Period } from "@louyu/kernel"
import * as Result from "effect/Result"
import { NotHolder, UnitOutside } from "../RoleError.ts"
import * as Roster from "../Roster.ts"
import { type Decision, type Decisions, type Effects, facts, nothing } from "./Rule.ts"

type Given = Pick<Roster.GivenAccess, "unit" | "person" | "purpose">

const isSame = (a: Given, b: Given): boolean => a.unit === b.unit && a.person === b.person && a.purpose === b.purpose

export const decisions: Decisions<"GrantAccess" | "RevokeAccess"> = {
  GrantAccess: ({ facts: { places } }, roster, { _tag, ...grant }): Decision => {
    const { from, to, unit, level } = grant
    const period = Period.make(from, to)
    if (Result.isFailure(period)) return Result.fail(period.failure)
    if (!places.isWithin(unit, grant.roster, from)) {
      return Result.fail(new UnitOutside({ unit, roster: grant.roster, on: from }))
    }
    const known = roster.grants.some(
      (one) => isSame(one, grant) && one.level === level && Period.encloses(one, period.success)
    )
    return known ? nothing : facts({ _tag: "AccessGranted", ...grant })
  },
  RevokeAccess: (_context, roster, { _tag, ...grant }): Decision => {
    const { on, person, purpose, unit } = grant
    const known = roster.grants.filter((one) => isSame(one, grant))
    if (known.some((one) => one.to === undefined || on < one.to)) return facts({ _tag: "AccessRevoked", ...grant })
    return known.some((one) => one.to === on)
      ? nothing
      : Result.fail(new NotHolder({ person, role: purpose, unit, on }))
  }
}

export const effects: Effects<"AccessGranted" | "AccessRevoked"> = {
  AccessGranted: (roster, { _tag, roster: unit, ...grant }) => ({ ...roster, unit, grants: [...roster.grants, grant] }),
  AccessRevoked: (roster, event) => ({
    ...roster,
    grants: Roster.endAll(roster.grants, event.on, (one) => isSame(one, event))
  })
}
