import * as Result from "effect/Result"
import { MergeNotPossible } from "../CaseworkError.ts"
import * as Rule from "./Rule.ts"

export const decisions: Rule.Decisions<
  "MergeCase" | "UnmergeCase" | "AbsorbCase" | "SeparateCase" | "LinkCase" | "ShareCase" | "UnshareCase"
> = {
  MergeCase: (context, { _tag, ...fields }) => {
    const { known } = context
    // What took in others stays one of its own, or nobody would know whom those belong to.
    const checked = Rule.all(
      Rule.underWay(context, "merge"),
      Rule.demand(
        fields.into !== fields.case && known.absorbed.length === 0,
        () => new MergeNotPossible({ case: fields.case, with: fields.into })
      )
    )
    return Rule.when(checked, () => Rule.facts({ _tag: "CaseMerged", ...fields }))
  },
  UnmergeCase: (context, { _tag, ...fields }) =>
    context.known.standing === "merged"
      ? Rule.facts({ _tag: "CaseUnmerged", ...fields })
      : Result.fail(Rule.notAllowed(context, "unmerge")),
  AbsorbCase: (context, { _tag, ...fields }) => {
    const isKnown = context.known.absorbed.some((one) => one.case === fields.absorbed)
    const checked = Rule.all(
      Rule.underWay(context, "absorb"),
      Rule.demand(
        fields.absorbed !== fields.case && !isKnown,
        () => new MergeNotPossible({ case: fields.case, with: fields.absorbed })
      )
    )
    return Rule.when(checked, () => Rule.facts({ _tag: "CaseAbsorbed", ...fields }))
  },
  SeparateCase: (context, { _tag, ...fields }) =>
    context.known.absorbed.some((one) => one.case === fields.absorbed)
      ? Rule.facts({ _tag: "CaseSeparated", ...fields })
      : Result.fail(new MergeNotPossible({ case: fields.case, with: fields.absorbed })),
  LinkCase: ({ known }, { _tag, ...fields }) => {
    if (known.links.some(({ to, why }) => to === fields.to && why === fields.why)) return Rule.nothing
    const error = () => new MergeNotPossible({ case: fields.case, with: fields.to })
    return Rule.when(Rule.demand(fields.to !== fields.case, error)(), () =>
      Rule.facts({ _tag: "CaseLinked", ...fields })
    )
  },
  ShareCase: ({ known }, { _tag, ...fields }) =>
    known.shares.some(({ person, right }) => person === fields.person && right === fields.right)
      ? Rule.nothing
      : Rule.facts({ _tag: "CaseShared", ...fields }),
  UnshareCase: ({ known }, { _tag, ...fields }) =>
    known.shares.some(({ person }) => person === fields.person)
      ? Rule.facts({ _tag: "CaseUnshared", ...fields })
      : Rule.nothing
}

export const effects: Rule.Effects<
  "CaseMerged" | "CaseUnmerged" | "CaseAbsorbed" | "CaseSeparated" | "CaseLinked" | "CaseShared" | "CaseUnshared"
> = {
  CaseMerged: (known, { into, at }) => ({
    ...known,
    standing: "merged",
    merged: { into, at, before: known.standing }
  }),
  CaseUnmerged: (known) => ({ ...known, standing: known.merged?.before ?? "open", merged: undefined }),
  CaseAbsorbed: (known, { absorbed, raisers }) => ({
    ...known,
    absorbed: Rule.and(known.absorbed, { case: absorbed, raisers })
  }),
  CaseSeparated: (known, { absorbed }) => ({
    ...known,
    absorbed: known.absorbed.filter((one) => one.case !== absorbed)
  }),
  CaseLinked: (known, { to, why }) => ({ ...known, links: Rule.and(known.links, { to, why }) }),
  CaseShared: (known, { person, right }) => ({
    ...known,
    shares: Rule.and(
      known.shares.filter((one) => one.person !== person),
      { person, right }
    )
  }),
  CaseUnshared: (known, { person }) => ({ ...known, shares: known.shares.filter((one) => one.person !== person) })
}
