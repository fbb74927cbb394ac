import type { CivilDate, Identifier } from "@louyu/kernel"
import { Timeline } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { Event } from "../Event.ts"
import * as Links from "../Links.ts"
import {
  AlreadyCovered,
  BranchTooSmall,
  EnterpriseCountRejected,
  type OrganisationError,
  UnitExists
} from "../OrganisationError.ts"
import * as State from "../State.ts"
import type { Formation } from "../Structure.ts"
import type * as Unit from "../Unit.ts"
import * as Lifecycle from "./Lifecycle.ts"
import * as Membership from "./Membership.ts"
import {
  alreadyHolds,
  type Context,
  type Decision,
  type Decisions,
  during,
  type Effects,
  facts,
  holds,
  inTurn,
  nothing
} from "./Rule.ts"
import * as Suitability from "./Suitability.ts"

type UnitId = Identifier.UnitId
type Checked = Result.Result<void, OrganisationError>
const fine: Checked = Result.succeed(undefined)

/** Checks the number of enterprises against the formation: one, or from two up to the limit (invariant 3). */
export const checkEnterprises = (
  { index }: Context,
  branch: { readonly id: UnitId; readonly kind: string },
  formation: Formation,
  count: number
): Checked => {
  const limit = index.kinds.get(branch.kind)?.maximumEnterprises ?? index.structure.branchRules.jointMaximumEnterprises
  const [minimum, maximum] = formation === "single" ? [1, 1] : [2, limit]
  return count >= minimum && count <= maximum
    ? fine
    : Result.fail(new EnterpriseCountRejected({ branch: branch.id, formation, count, minimum, maximum }))
}

/** Checks the full members a branch is founded with (invariant 3). */
export const checkMembers = (
  { index }: Context,
  branch: UnitId,
  formation: Formation,
  fullMembers: number
): Checked => {
  const { singleMinimum, jointMinimum } = index.structure.branchRules
  const minimum = formation === "single" ? singleMinimum : jointMinimum
  return fullMembers >= minimum ? fine : Result.fail(new BranchTooSmall({ branch, fullMembers, minimum }))
}

/** Lets a branch cover an enterprise from a date on; `from` names the branch that may give it up, if any. */
export const cover = (
  context: Context,
  state: State.State,
  branchId: UnitId,
  enterpriseId: UnitId,
  from: CivilDate.CivilDate,
  giver?: UnitId
): Decision =>
  Result.flatMap(State.living(state, branchId, from), (branch) =>
    Result.flatMap(State.living(state, enterpriseId, from), (enterprise): Decision => {
      const over = Links.targetOverTime(state.coverage, enterpriseId)
      const known = Timeline.at(over, from)
      if (known !== undefined && known !== branchId && known !== giver) {
        return Result.fail(new AlreadyCovered({ enterprise: enterpriseId, branch: known, on: from }))
      }
      const days = Links.between(state.coverage, enterpriseId, branchId)
      const period = holds(from, Timeline.nextChange(over, from), branch.life.to, enterprise.life.to)
      if (alreadyHolds(days, period, () => true)) return nothing
      const checked = Result.flatMap(Suitability.isEnterprise(context, enterprise, period), () =>
        Suitability.covers(context, branch, period)
      )
      return Result.flatMap(checked, () =>
        facts({ _tag: "EnterpriseCovered", enterprise: enterpriseId, branch: branchId, ...period })
      )
    })
  )

/** Gives a branch another formation from a date on. */
export const reformed = (unit: Unit.Unit, formation: Formation, from: CivilDate.CivilDate): Decision => {
  const period = holds(from, Timeline.nextChange(unit.formation, from), unit.life.to)
  if (alreadyHolds(unit.formation, period, (known) => known === formation)) return nothing
  return facts({ _tag: "UnitReclassified", unit: unit.id, formation, ...period })
}

const isFormedOf = (
  state: State.State,
  branch: UnitId,
  enterprises: ReadonlyArray<UnitId>,
  on: CivilDate.CivilDate
): boolean => {
  const covered = new Set(Links.sources(state.coverage, branch, on).map((end) => end.id))
  return new Set(enterprises).size === covered.size && enterprises.every((enterprise) => covered.has(enterprise))
}

// What has to be true of a branch that is just being founded, before anybody belongs to it.
const checkFounded = (
  context: Context,
  unit: Unit.Unit,
  spec: { readonly kind: string; readonly formation: Formation },
  enterprises: ReadonlyArray<UnitId>
): Checked =>
  Result.flatMap(Suitability.covers(context, unit, unit.life), () =>
    checkEnterprises(context, { id: unit.id, kind: spec.kind }, spec.formation, new Set(enterprises).size)
  )

export const decisions: Decisions<"FormBranch" | "ReorganiseBranch"> = {
  FormBranch: (context, state, { _tag, enterprises, memberCounts, ...spec }) => {
    const establish = (now: State.State) => Lifecycle.establish(context, now, { _tag: "EstablishUnit", ...spec })
    if (State.unit(state, spec.unit) !== undefined) {
      // The same branch founded once more is no news, whatever has become of it since.
      return Result.flatMap(establish(state), () =>
        isFormedOf(state, spec.unit, enterprises, spec.from)
          ? nothing
          : Result.fail(new UnitExists({ unit: spec.unit }))
      )
    }
    return inTurn(context, state, [
      establish,
      (now) =>
        Result.flatMap(State.living(now, spec.unit, spec.from), (unit) =>
          Result.flatMap(checkFounded(context, unit, spec, enterprises), () => nothing)
        ),
      () => Result.flatMap(checkMembers(context, spec.unit, spec.formation, memberCounts.full), () => nothing),
      (now) => Membership.stateCountsFrom(context, now, spec.unit, memberCounts, spec.from),
      ...enterprises.map((enterprise) => (now: State.State) => cover(context, now, spec.unit, enterprise, spec.from))
    ])
  },
  ReorganiseBranch: (context, state, { branch: id, formation, enterprises, from }) =>
    Result.flatMap(State.living(state, id, from), (branch): Decision => {
      const kind = Timeline.at(branch.kind, from) ?? ""
      const given = new Set<string>(enterprises)
      const now = Links.sources(state.coverage, id, from).map((end) => end.id)
      const left = now.filter((enterprise) => !given.has(enterprise))
      const isSame = left.length === 0 && now.length === given.size && Timeline.at(branch.formation, from) === formation
      if (isSame) return nothing
      const checks = [
        () => Suitability.covers(context, branch, holds(from, branch.life.to)),
        () => checkEnterprises(context, { id, kind }, formation, given.size),
        () => checkMembers(context, id, formation, Membership.countOn(state, branch, from).full)
      ]
      for (const check of checks) {
        const checked = check()
        if (Result.isFailure(checked)) return Result.fail(checked.failure)
      }
      return inTurn(context, state, [
        () => reformed(branch, formation, from),
        () =>
          facts(
            ...left.map(
              (enterprise): Event => ({ _tag: "CoverEnded", enterprise: enterprise as UnitId, branch: id, on: from })
            )
          ),
        ...enterprises.map((enterprise) => (next: State.State) => cover(context, next, id, enterprise, from))
      ])
    })
}

export const effects: Effects<"EnterpriseCovered" | "CoverEnded"> = {
  EnterpriseCovered: (state, event) => ({
    ...state,
    coverage: Links.replace(state.coverage, event.enterprise, event.branch, during(event), true)
  }),
  CoverEnded: (state, { enterprise, branch, on }) => ({
    ...state,
    coverage: Links.endAt(state.coverage, enterprise, branch, on)
  })
}
