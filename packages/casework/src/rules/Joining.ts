import * as Result from "effect/Result"
import { MergeNotPossible } from "../CaseworkError.ts"
import * as Rule from "./Rule.ts"

export const decisions: Rule.Decisions<
  "MergeCase" | "UnmergeCase" | "AbsorbCase" | "SeparateCase" | "LinkCase" | "ShareCase" | "UnshareCase"
> = {
  MergeCase: (context, command) => {
    const { known } = context
    // What took in others stays one of its own, or nobody would know whom those belong to.
    const checked = Rule.all(
      Rule.underWay(context, "merge"),
      Rule.demand(
        command.into !== command.case && known.absorbed.length === 0,
        () => new MergeNotPossible({ case: command.case, with: command.into })
      )
    )
    return Rule.when(checked, () => Rule.facts({ ...command, _tag: "CaseMerged" }))
  },
  UnmergeCase: (context, command) =>
    context.known.standing === "merged"
      ? Rule.facts({ ...command, _tag: "CaseUnmerged" })
      : Result.fail(Rule.notAllowed(context, "unmerge")),
  AbsorbCase: (context, command) => {
    const isKnown = context.known.absorbed.some((one) => one.case === command.absorbed)
    const checked = Rule.all(
      Rule.underWay(context, "absorb"),
      Rule.demand(
        command.absorbed !== command.case && !isKnown,
        () => new MergeNotPossible({ case: command.case, with: command.absorbed })
      )
    )
    return Rule.when(checked, () => Rule.facts({ ...command, _tag: "CaseAbsorbed" }))
  },
  SeparateCase: (context, command) =>
    context.known.absorbed.some((one) => one.case === command.absorbed)
      ? Rule.facts({ ...command, _tag: "CaseSeparated" })
      : Result.fail(new MergeNotPossible({ case: command.case, with: command.absorbed })),
  LinkCase: ({ known }, command) => {
    if (known.links.some(({ to, why }) => to === command.to && why === command.why)) return Rule.nothing
    const error = () => new MergeNotPossible({ case: command.case, with: command.to })
    return Rule.when(Rule.demand(command.to !== command.case, error)(), () =>
      Rule.facts({ ...command, _tag: "CaseLinked" })
    )
  },
  ShareCase: ({ known }, command) =>
    known.shares.some(({ person, right }) => person === command.person && right === command.right)
      ? Rule.nothing
      : Rule.facts({ ...command, _tag: "CaseShared" }),
  UnshareCase: ({ known }, command) =>
    known.shares.some(({ person }) => person === command.person)
      ? Rule.facts({ ...command, _tag: "CaseUnshared" })
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
