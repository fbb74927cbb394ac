import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import { ContactInFuture, NotPossible } from "../RecruitmentError.ts"
import * as Rule from "./Rule.ts"

export const decisions: Rule.Decisions<"LogContact" | "PlanFollowUp" | "CloseFollowUp" | "FileEvidence"> = {
  LogContact: (_facts, state, { _tag, prospect, ...contact }) =>
    Result.flatMap(Rule.prospect(state, prospect), (known) => {
      const { contact: id, at, on, note } = contact
      const before = known.contacts.find((one) => one.contact === id)
      return Rule.entered("contact", id, before, contact, () => {
        const checked = Rule.all(
          // A firm that is won or gone may still be talked to; one that is another one, under its name.
          Rule.standing(known, "LogContact", "open", "parked", "gone"),
          () => (at > on ? Result.fail(new ContactInFuture({ contact: id, at, on })) : Rule.fine),
          Rule.impersonal(id, note)
        )
        return Rule.when(checked, () => Rule.facts({ _tag: "ContactLogged", prospect, ...contact }))
      })
    }),
  PlanFollowUp: (_facts, state, { _tag, prospect, ...plan }) =>
    Result.flatMap(Rule.prospect(state, prospect), (known) => {
      const { followUp, what } = plan
      const found = known.followUps.find((one) => one.followUp === followUp)
      const { closed: _closed, ...before } = found ?? { closed: undefined }
      return Rule.entered("followUp", followUp, found === undefined ? undefined : before, plan, () => {
        const checked = Rule.all(
          Rule.standing(known, "PlanFollowUp", "open", "parked", "gone"),
          Rule.impersonal(followUp, what)
        )
        return Rule.when(checked, () => Rule.facts({ _tag: "FollowUpPlanned", prospect, ...plan }))
      })
    }),
  CloseFollowUp: (_facts, state, { _tag, ...fields }) =>
    Result.flatMap(Rule.prospect(state, fields.prospect), (known) => {
      const { followUp: id, on, done } = fields
      const found = known.followUps.find((one) => one.followUp === id)
      return Result.flatMap(Rule.known(found, "followUp", id), ({ closed }) => {
        if (closed === undefined) return Rule.facts({ _tag: "FollowUpClosed", ...fields })
        if (Equal.equals(closed, { on, done })) return Rule.nothing
        return Result.fail(new NotPossible({ sort: "followUp", id, status: "closed", action: "CloseFollowUp" }))
      })
    }),
  FileEvidence: (_facts, state, { _tag, ...fields }) =>
    Result.flatMap(Rule.prospect(state, fields.prospect), (known) =>
      known.filed.some((one) => one.evidence === fields.evidence && one.on === fields.on)
        ? Rule.nothing
        : Rule.when(Rule.standing(known, "FileEvidence", "open", "parked")(), () =>
            Rule.facts({ _tag: "EvidenceFiled", ...fields })
          )
    )
}

export const effects: Rule.Effects<"ContactLogged" | "FollowUpPlanned" | "FollowUpClosed" | "EvidenceFiled"> = {
  ContactLogged: (state, { _tag, prospect, ...contact }) =>
    Rule.change(state, prospect, (known) => ({ ...known, contacts: [...known.contacts, contact] })),
  FollowUpPlanned: (state, { _tag, prospect, ...plan }) =>
    Rule.change(state, prospect, (known) => ({
      ...known,
      followUps: [...known.followUps, { ...plan, closed: undefined }]
    })),
  FollowUpClosed: (state, { prospect, followUp, on, done }) =>
    Rule.change(state, prospect, (known) => ({
      ...known,
      followUps: known.followUps.map((one) => (one.followUp === followUp ? { ...one, closed: { on, done } } : one))
    })),
  EvidenceFiled: (state, { prospect, evidence, reference, on }) =>
    Rule.change(state, prospect, (known) => ({ ...known, filed: [...known.filed, { evidence, reference, on }] }))
}
