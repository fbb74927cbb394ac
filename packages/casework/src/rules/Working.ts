import * as Equal from "effect/Equal"
import * as Result from "effect/Result"
import { ClearanceMissing, ExtensionTooLate, IdTaken, LeadsWrong } from "../CaseworkError.ts"
import type { CaseKnown } from "../State.ts"
import * as Rule from "./Rule.ts"

const fresh =
  (ids: ReadonlyArray<string>, sort: "task" | "plan" | "survey", more: ReadonlyArray<string>) => (): Rule.Checked => {
    const taken = more.find((id, at) => ids.includes(id) || more.indexOf(id) !== at)
    return taken === undefined ? Rule.fine : Result.fail(new IdTaken({ sort, id: taken }))
  }

const plan = ({ plans }: CaseKnown, id: string) =>
  Rule.known(
    plans.find((one) => one.plan === id),
    "plan",
    id
  )

export const decisions: Rule.Decisions<
  | "SplitCase"
  | "FinishTask"
  | "FileCaseEvidence"
  | "SurveySite"
  | "DraftPlan"
  | "ClearPlan"
  | "ApprovePlan"
  | "ExtendDeadline"
  | "RecordDue"
> = {
  SplitCase: (context, { _tag, ...fields }) => {
    const { known, facts } = context
    const leads = [...known.tasks, ...fields.tasks].flatMap(({ lead, department }) => (lead ? [department] : []))
    const checked = Rule.all(
      Rule.underWay(context, "split"),
      fresh(
        known.tasks.map(({ task }) => task),
        "task",
        fields.tasks.map(({ task }) => task)
      ),
      Rule.demand(leads.length === 1, () => new LeadsWrong({ case: fields.case, leads })),
      Rule.existing(facts, fields.at, ...fields.tasks.map(({ department }) => department)),
      Rule.impersonal(fields.case, ...fields.tasks.map(({ what }) => what))
    )
    return Rule.when(checked, () => Rule.facts({ _tag: "CaseSplit", ...fields }))
  },
  FinishTask: (context, { _tag, ...fields }) =>
    Result.flatMap(
      Rule.known(
        context.known.tasks.find(({ task }) => task === fields.task),
        "task",
        fields.task
      ),
      ({ finished }) => {
        if (finished !== undefined) return Result.fail(Rule.notAllowed(context, "finishTask"))
        const checked = Rule.all(Rule.underWay(context, "finishTask"), Rule.impersonal(fields.case, fields.result))
        return Rule.when(checked, () => Rule.facts({ _tag: "TaskFinished", ...fields }))
      }
    ),
  FileCaseEvidence: (context, { _tag, ...fields }) =>
    Rule.when(Rule.underWay(context, "fileEvidence")(), () => Rule.facts({ _tag: "CaseEvidenceFiled", ...fields })),
  SurveySite: (context, { _tag, ...fields }) => {
    const checked = Rule.all(
      Rule.underWay(context, "surveySite"),
      fresh(
        context.known.surveys.map(({ survey }) => survey),
        "survey",
        [fields.survey]
      ),
      Rule.existing(context.facts, fields.at, ...fields.by),
      Rule.impersonal(fields.case, fields.finding)
    )
    return Rule.when(checked, () => Rule.facts({ _tag: "SiteSurveyed", ...fields }))
  },
  DraftPlan: (context, { _tag, ...fields }) => {
    const checked = Rule.all(
      Rule.underWay(context, "draftPlan"),
      fresh(
        context.known.plans.map((one) => one.plan),
        "plan",
        [fields.plan]
      ),
      Rule.existing(context.facts, fields.at, ...fields.departments),
      Rule.impersonal(fields.case, fields.what)
    )
    return Rule.when(checked, () => Rule.facts({ _tag: "PlanDrafted", ...fields }))
  },
  ClearPlan: (context, { _tag, ...fields }) =>
    Result.flatMap(plan(context.known, fields.plan), ({ departments, approved }) => {
      const checked = Rule.all(
        Rule.underWay(context, "clearPlan"),
        Rule.demand(approved === undefined, () => Rule.notAllowed(context, "clearPlan")),
        () =>
          Result.map(
            Rule.known(
              departments.find((one) => one === fields.department),
              "unit",
              fields.department
            ),
            () => undefined
          ),
        Rule.impersonal(fields.case, fields.note)
      )
      return Rule.when(checked, () => Rule.facts({ _tag: "PlanCleared", ...fields }))
    }),
  ApprovePlan: (context, { _tag, ...fields }) =>
    Result.flatMap(plan(context.known, fields.plan), ({ departments, cleared, approved }) => {
      const missing = departments.filter((one) => !cleared.includes(one))
      const checked = Rule.all(
        Rule.underWay(context, "approvePlan"),
        Rule.demand(approved === undefined, () => Rule.notAllowed(context, "approvePlan")),
        Rule.existing(context.facts, fields.at, fields.by),
        Rule.demand(missing.length === 0, () => new ClearanceMissing({ case: fields.case, plan: fields.plan, missing }))
      )
      return Rule.when(checked, () => Rule.facts({ _tag: "PlanApproved", ...fields }))
    }),
  ExtendDeadline: (context, { _tag, ...fields }) => {
    const by = context.known.due?.[fields.of]?.by
    const checked = Rule.all(
      Rule.underWay(context, "extendDeadline"),
      Rule.demand(by === undefined || fields.at <= by, () => new ExtensionTooLate({ case: fields.case, by: by ?? 0 })),
      Rule.impersonal(fields.case, fields.reason)
    )
    return Rule.when(checked, () => Rule.facts({ _tag: "DeadlineExtended", ...fields }))
  },
  RecordDue: ({ known }, { _tag, ...fields }) =>
    Equal.equals(known.due, fields.due) ? Rule.nothing : Rule.facts({ _tag: "DueRecorded", ...fields })
}

const changed = (known: CaseKnown, id: string, f: (one: CaseKnown["plans"][number]) => CaseKnown["plans"][number]) => ({
  ...known,
  plans: known.plans.map((one) => (one.plan === id ? f(one) : one))
})

const filed = ({ evidence }: CaseKnown, kind: string): ReadonlyArray<string> =>
  evidence.includes(kind) ? evidence : Rule.and(evidence, kind)

export const effects: Rule.Effects<
  | "CaseSplit"
  | "TaskFinished"
  | "CaseEvidenceFiled"
  | "SiteSurveyed"
  | "PlanDrafted"
  | "PlanCleared"
  | "PlanApproved"
  | "DeadlineExtended"
  | "DueRecorded"
> = {
  CaseSplit: (known, { tasks }) => ({
    ...known,
    tasks: [...known.tasks, ...tasks.map((one) => ({ ...one, finished: undefined }))]
  }),
  TaskFinished: (known, { task, at, result }) => ({
    ...known,
    tasks: known.tasks.map((one) => (one.task === task ? { ...one, finished: { at, result } } : one))
  }),
  CaseEvidenceFiled: (known, { evidence }) => ({ ...known, evidence: filed(known, evidence) }),
  SiteSurveyed: (known, { survey, by, at }) => ({
    ...known,
    evidence: filed(known, "siteSurvey"),
    surveys: Rule.and(known.surveys, { survey, by, at })
  }),
  PlanDrafted: (known, { plan: id, departments }) => ({
    ...known,
    plans: Rule.and(known.plans, { plan: id, departments, cleared: [], approved: undefined })
  }),
  PlanCleared: (known, { plan: id, department, cleared }) =>
    changed(known, id, (one) => {
      const others = one.cleared.filter((each) => each !== department)
      return { ...one, cleared: cleared ? [...others, department] : others }
    }),
  PlanApproved: (known, { plan: id, at }) => changed(known, id, (one) => ({ ...one, approved: at })),
  DeadlineExtended: (known, { of, by, at }) => ({
    ...Rule.undated(known, of),
    extensions: Rule.and(known.extensions, { of, by, at })
  }),
  DueRecorded: (known, { due }) => ({ ...known, due })
}
