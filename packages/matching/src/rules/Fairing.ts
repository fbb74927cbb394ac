import * as Equal from "effect/Equal"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import type { Fair, FairId } from "../Fair.ts"
import { AmountOutOfRange, IdTaken, NotFound, RangeReversed } from "../MatchingError.ts"
import * as State from "../State.ts"
import * as Rule from "./Rule.ts"

export const decisions: Rule.Decisions<"OpenFair" | "RecordConsultation" | "RecordApplication" | "DecideApplication"> =
  {
    OpenFair: (context, state, { _tag, ...fields }) => {
      const { fair: id, institutions, products, scope, project, on } = fields
      const { _tag: _opened, ...before } = State.fair(state, id)?.opened ?? { _tag: undefined }
      return Rule.entered("fair", id, State.fair(state, id) === undefined ? undefined : before, fields, () => {
        const reversed = products.find(({ least, most }) => least > most)
        if (reversed !== undefined) return Result.fail(new RangeReversed({ product: reversed.code }))
        const checked = Rule.all(
          () => Rule.existing(context, scope, on),
          ...institutions.map((one) => () => Rule.existing(context, one, on)),
          () =>
            project === undefined
              ? Rule.fine
              : Result.map(Rule.known(State.project(state, project), "project", project), () => undefined)
        )
        return Rule.when(checked, () => Rule.facts({ _tag: "FairOpened", ...fields }))
      })
    },
    RecordConsultation: (context, state, { _tag, ...fields }) =>
      Result.flatMap(Rule.known(State.fair(state, fields.fair), "fair", fields.fair), (fair): Rule.Decision => {
        const event = { _tag: "Consulted", ...fields } as const
        if (fair.consultations.some((one) => Equal.equals(one, event))) return Rule.nothing
        if (!fair.opened.institutions.includes(fields.institution)) {
          return Result.fail(new NotFound({ sort: "institution", id: fields.institution }))
        }
        return Rule.when(Rule.existing(context, fields.enterprise, fields.on), () => Rule.facts(event))
      }),
    RecordApplication: (context, state, { _tag, ...fields }) =>
      Result.flatMap(Rule.known(State.fair(state, fields.fair), "fair", fields.fair), (fair): Rule.Decision => {
        const event = { _tag: "Applied", ...fields } as const
        const before = fair.applications.find(({ application }) => application === fields.application)
        if (before !== undefined) {
          return Equal.equals(before, event)
            ? Rule.nothing
            : Result.fail(new IdTaken({ sort: "application", id: fields.application }))
        }
        const product = fair.opened.products.find(({ code }) => code === fields.product)
        if (product === undefined) return Result.fail(new NotFound({ sort: "product", id: fields.product }))
        const { code, least, most } = product
        if (fields.amount < least || most < fields.amount) {
          return Result.fail(new AmountOutOfRange({ product: code, least, most }))
        }
        return Rule.when(Rule.existing(context, fields.enterprise, fields.on), () => Rule.facts(event))
      }),
    DecideApplication: (_context, state, { _tag, ...fields }) =>
      Result.flatMap(Rule.known(State.fair(state, fields.fair), "fair", fields.fair), (fair): Rule.Decision => {
        const event = { _tag: "ApplicationDecided", ...fields } as const
        const { application: id } = fields
        const before = fair.decisions.find(({ application }) => application === id)
        if (before !== undefined) {
          return Equal.equals(before, event) ? Rule.nothing : Result.fail(new IdTaken({ sort: "application", id }))
        }
        const exists = fair.applications.some(({ application }) => application === id)
        return exists ? Rule.facts(event) : Result.fail(new NotFound({ sort: "application", id }))
      })
  }

const change = (state: State.State, id: FairId, f: (fair: Fair) => Fair): State.State => ({
  ...state,
  fairs: HashMap.modify(state.fairs, id, f)
})

export const effects: Rule.Effects<"FairOpened" | "Consulted" | "Applied" | "ApplicationDecided"> = {
  FairOpened: (state, opened) => ({
    ...state,
    fairs: HashMap.set(state.fairs, opened.fair, { opened, consultations: [], applications: [], decisions: [] })
  }),
  Consulted: (state, event) =>
    change(state, event.fair, (fair) => ({ ...fair, consultations: [...fair.consultations, event] })),
  Applied: (state, event) =>
    change(state, event.fair, (fair) => ({ ...fair, applications: [...fair.applications, event] })),
  ApplicationDecided: (state, event) =>
    change(state, event.fair, (fair) => ({ ...fair, decisions: [...fair.decisions, event] }))
}
