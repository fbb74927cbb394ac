import * as Equal from "effect/Equal"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as Match from "../Match.ts"
import { type MatchingError, NotPossible } from "../MatchingError.ts"
import type { NeedId } from "../Need.ts"
import * as State from "../State.ts"
import * as Rule from "./Rule.ts"

/** Demands that a need is still open. */
export const open = (state: State.State, id: NeedId, action: string): Result.Result<State.NeedKnown, MatchingError> =>
  Result.flatMap(Rule.known(State.need(state, id), "need", id), (known) =>
    known.status === "open"
      ? Result.succeed(known)
      : Result.fail(new NotPossible({ sort: "need", id, status: known.status, action }))
  )

export const decisions: Rule.Decisions<"RegisterNeed" | "ClassifyNeed" | "CloseNeed"> = {
  RegisterNeed: (context, state, { _tag, ...need }) => {
    const { need: id, on, raiser, place, category, text, wanted } = need
    return Rule.entered("need", id, State.need(state, id)?.need, need, () => {
      const checked = Rule.all(
        () => (wanted === undefined ? Rule.fine : Rule.ordered(wanted.from, wanted.to)),
        () => Rule.existing(context, raiser, on),
        () => Rule.existing(context, place, on),
        () => Rule.sorted(context, category),
        () => Rule.impersonal(id, text)
      )
      return Rule.when(checked, () => Rule.facts({ _tag: "NeedRegistered", ...need }))
    })
  },
  ClassifyNeed: (context, state, { _tag, ...fields }) => {
    const { need: id, category, on } = fields
    const before = State.need(state, id)
    // What was said later stands, whenever the earlier word is heard.
    if (before?.category === category || (before !== undefined && on < before.classified)) return Rule.nothing
    return Result.flatMap(open(state, id, "ClassifyNeed"), () =>
      Rule.when(Rule.sorted(context, category), () => Rule.facts({ _tag: "NeedClassified", ...fields }))
    )
  },
  CloseNeed: (_context, state, { _tag, ...fields }) => {
    const { need: id, reason } = fields
    const before = State.need(state, id)
    if (before?.status === "closed" && Equal.equals(before.reason, reason)) return Rule.nothing
    return Result.flatMap(open(state, id, "CloseNeed"), (known): Rule.Decision => {
      const held = State.matchesOf(state, id).some((one) => Match.isCommitted(one) && one.status !== "closed")
      if (held) return Result.fail(new NotPossible({ sort: "need", id, status: "matched", action: "CloseNeed" }))
      if (known.project !== undefined) {
        return Result.fail(new NotPossible({ sort: "need", id, status: "inProject", action: "CloseNeed" }))
      }
      return Rule.when(Rule.impersonal(id, reason), () => Rule.facts({ _tag: "NeedClosed", ...fields }))
    })
  }
}

export const effects: Rule.Effects<"NeedRegistered" | "NeedClassified" | "NeedClosed"> = {
  NeedRegistered: (state, { _tag, ...need }) => ({
    ...state,
    needs: HashMap.set(state.needs, need.need, {
      need,
      category: need.category,
      classified: need.on,
      status: "open",
      ended: undefined,
      reason: undefined,
      project: undefined,
      matches: [],
      categories: [],
      projects: []
    })
  }),
  NeedClassified: (state, { need, category, on }) => ({
    ...state,
    needs: HashMap.modify(state.needs, need, (known) => ({
      ...known,
      category,
      classified: on,
      categories: [...known.categories, { on, value: category }]
    }))
  }),
  NeedClosed: (state, { need, on, reason }) => ({
    ...state,
    needs: HashMap.modify(state.needs, need, (known) => ({ ...known, status: "closed", ended: on, reason }))
  })
}
