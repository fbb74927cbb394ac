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
  SplitCase: (context, command) => {
    const { known, facts } = context
    const leads = [...known.tasks, ...command.tasks].flatMap(({ lead, department }) => (lead ? [department] : []))
    const checked = Rule.all(
      Rule.underWay(context, "split"),
      fresh(
        known.tasks.map(({ task }) => task),
        "task",
        command.tasks.map(({ task }) => task)
      ),
      Rule.demand(leads.length === 1, () => new LeadsWrong({ case: command.case, leads })),
      Rule.existing(facts, command.at, ...command.tasks.map(({ department }) => department)),
      Rule.impersonal(command.case, ...command.tasks.map(({ what }) => what))
    )
    return Rule.when(checked, () => Rule.facts({ ...command, _tag: "CaseSplit" }))
  },
  FinishTask: (context, command) =>
    Result.flatMap(
      Rule.known(
        context.known.tasks.find(({ task }) => task === command.task),
        "task",
        command.task
      ),
      ({ finished }) => {
        if (finished !== undefined) return Result.fail(Rule.notAllowed(context, "finishTask"))
        const checked = Rule.all(Rule.underWay(context, "finishTask"), Rule.impersonal(command.case, command.result))
        return Rule.when(checked, () => Rule.facts({ ...command, _tag: "TaskFinished" }))
      }
    ),
  FileCaseEvidence: (context, command) =>
    Rule.when(Rule.underWay(context, "fileEvidence")(), () => Rule.facts({ ...command, _tag: "CaseEvidenceFiled" })),
  SurveySite: (context, command) => {
    const checked = Rule.all(
      Rule.underWay(context, "surveySite"),
      fresh(
        context.known.surveys.map(({ survey }) => survey),
        "survey",
        [command.survey]
      ),
      Rule.existing(context.facts, command.at, ...command.by),
      Rule.impersonal(command.case, command.finding)
    )
    return Rule.when(checked, () => Rule.facts({ ...command, _tag: "SiteSurveyed" }))
  },
  DraftPlan: (context, command) => {
    const checked = Rule.all(
      Rule.underWay(context, "draftPlan"),
      fresh(
        context.known.plans.map((one) => one.plan),
        "plan",
        [command.plan]
      ),
      Rule.existing(context.facts, command.at, ...command.departments),
      Rule.impersonal(command.case, command.what)
    )
    return Rule.when(checked, () => Rule.facts({ ...command, _tag: "PlanDrafted" }))
  },
  ClearPlan: (context, command) =>
    Result.flatMap(plan(context.known, command.plan), ({ departments, approved }) => {
      const checked = Rule.all(
        Rule.underWay(context, "clearPlan"),
        Rule.demand(approved === undefined, () => Rule.notAllowed(context, "clearPlan")),
        () =>
          Result.map(
            Rule.known(
              departments.find((one) => one === command.department),
              "unit",
              command.department
            ),
            () => undefined
          ),
        Rule.impersonal(command.case, command.note)
      )
      return Rule.when(checked, () => Rule.facts({ ...command, _tag: "PlanCleared" }))
    }),
  ApprovePlan: (context, command) =>
    Result.flatMap(plan(context.known, command.plan), ({ departments, cleared, approved }) => {
      const missing = departments.filter((one) => !cleared.includes(one))
      const checked = Rule.all(
        Rule.underWay(context, "approvePlan"),
        Rule.demand(approved === undefined, () => Rule.notAllowed(context, "approvePlan")),
        Rule.existing(context.facts, command.at, command.by),
        Rule.demand(
          missing.length === 0,
          () => new ClearanceMissing({ case: command.case, plan: command.plan, missing })
        )
      )
      return Rule.when(checked, () => Rule.facts({ ...command, _tag: "PlanApproved" }))
    }),
  ExtendDeadline: (context, command) => {
    const by = context.known.due?.[command.of]?.by
    const checked = Rule.all(
      Rule.underWay(context, "extendDeadline"),
      Rule.demand(
        by === undefined || command.at <= by,
        () => new ExtensionTooLate({ case: command.case, by: by ?? 0 })
      ),
      Rule.impersonal(command.case, command.reason)
    )
    return Rule.when(checked, () => Rule.facts({ ...command, _tag: "DeadlineExtended" }))
  },
  RecordDue: ({ known }, command) =>
    Equal.equals(known.due, command.due) ? Rule.nothing : Rule.facts({ ...command, _tag: "DueRecorded" })
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
