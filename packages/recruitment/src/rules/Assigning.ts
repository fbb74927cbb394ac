import { type CivilDate, Period, Timeline } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as Availability from "../Availability.ts"
import { LiaisonUnavailable, NotPossible } from "../RecruitmentError.ts"
import * as State from "../State.ts"
import * as Rule from "./Rule.ts"

const nobody: State.LiaisonKnown = { terms: Timeline.empty(), retired: [], optOuts: [], picks: [] }

export const decisions: Rule.Decisions<
  "EnrolLiaison" | "RetireLiaison" | "OptOut" | "AssignProspect" | "ReleaseProspect"
> = {
  EnrolLiaison: (facts, state, { _tag, ...fields }) => {
    const { liaison, from, places = [] } = fields
    const known = State.liaison(state, liaison)
    if (known?.terms.some((one) => one.from === from && Equal.equals(one.value, fields))) return Rule.nothing
    return Rule.when(Rule.existing(facts, from, ...places)(), () => Rule.facts({ _tag: "LiaisonEnrolled", ...fields }))
  },
  RetireLiaison: (_facts, state, { _tag, ...fields }) =>
    Result.flatMap(Rule.known(State.liaison(state, fields.liaison), "liaison", fields.liaison), (known) =>
      known.retired.includes(fields.on) ? Rule.nothing : Rule.facts({ _tag: "LiaisonRetired", ...fields })
    ),
  OptOut: (_facts, state, { _tag, ...fields }) => {
    const { liaison, from, to } = fields
    return Result.flatMap(Rule.known(State.liaison(state, liaison), "liaison", liaison), (known) =>
      Result.flatMap(Period.make(from, to), (period) =>
        known.optOuts.some((one) => Equal.equals(one, period))
          ? Rule.nothing
          : Rule.facts({ _tag: "LiaisonOptedOut", ...fields })
      )
    )
  },
  AssignProspect: (_facts, state, { _tag, ...fields }) => {
    const { prospect, liaison, despite = [], on } = fields
    return Result.flatMap(Rule.prospect(state, prospect), (known) => {
      const isTold = known.holders.some((one) => one.from === on && one.value === liaison)
      if (isTold || State.holder(known, on) === liaison) return Rule.nothing
      const checked = Rule.all(
        Rule.standing(known, "AssignProspect", "open", "parked"),
        () => Result.map(Rule.known(State.liaison(state, liaison), "liaison", liaison), () => undefined),
        () => {
          const limit = Availability.limits(state, known, liaison, on).find(
            (one) => one === "scope" || !despite.includes(one)
          )
          return limit === undefined ? Rule.fine : Result.fail(new LiaisonUnavailable({ prospect, liaison, limit }))
        }
      )
      return Rule.when(checked, () => Rule.facts({ _tag: "ProspectAssigned", ...fields }))
    })
  },
  ReleaseProspect: (_facts, state, { _tag, ...fields }) => {
    const { prospect, on } = fields
    return Result.flatMap(Rule.prospect(state, prospect), (known) => {
      if (known.released.some((one) => one.on === on)) return Rule.nothing
      return State.holder(known, on) === undefined
        ? Result.fail(new NotPossible({ sort: "prospect", id: prospect, status: "inPool", action: "ReleaseProspect" }))
        : Rule.facts({ _tag: "ProspectReleased", ...fields })
    })
  }
}

const put = (
  state: State.State,
  id: Parameters<typeof State.liaison>[1],
  f: (known: State.LiaisonKnown) => State.LiaisonKnown
): State.State => ({ ...state, liaisons: HashMap.set(state.liaisons, id, f(State.liaison(state, id) ?? nobody)) })

const release = (
  known: State.ProspectKnown,
  on: CivilDate.CivilDate,
  reason: State.Released["reason"]
): State.ProspectKnown => {
  const liaison = State.holder(known, on)
  if (liaison === undefined) return known
  return {
    ...known,
    holders: Timeline.endAt(known.holders, on),
    released: [...known.released, { liaison, on, reason }]
  }
}

export const effects: Rule.Effects<
  "LiaisonEnrolled" | "LiaisonRetired" | "LiaisonOptedOut" | "ProspectAssigned" | "ProspectReleased"
> = {
  LiaisonEnrolled: (state, { _tag, ...fields }) =>
    put(state, fields.liaison, (known) => ({
      ...known,
      terms: Timeline.set(known.terms, Period.since(fields.from), fields)
    })),
  LiaisonRetired: (state, { liaison, on }) => {
    const ended = put(state, liaison, (known) => ({
      ...known,
      terms: Timeline.endAt(known.terms, on),
      retired: [...known.retired, on]
    }))
    const theirs = [...State.heldBy(state, liaison)].toSorted()
    return theirs.reduce((all, id) => Rule.change(all, id, (known) => release(known, on, "retired")), ended)
  },
  LiaisonOptedOut: (state, { liaison, from, to }) =>
    put(state, liaison, (known) => ({
      ...known,
      optOuts: [...known.optOuts, to === undefined ? { from } : { from, to }]
    })),
  ProspectAssigned: (state, { prospect, liaison, on }) =>
    Rule.change(
      put(state, liaison, (known) => ({ ...known, picks: [...known.picks, { prospect, on }] })),
      prospect,
      (known) => ({ ...known, holders: Timeline.set(known.holders, Period.since(on), liaison) })
    ),
  ProspectReleased: (state, { prospect, reason, on }) =>
    Rule.change(state, prospect, (known) => release(known, on, reason))
}
