import { type Case, Event, type Flow } from "@louyu/casework"
import type { Told } from "./Told.ts"

/** Why a case goes up a level. */
export const causes: Readonly<Record<Case.Cause, string>> = {
  stageOverdue: "its stage is overdue",
  wholeOverdue: "the whole is overdue",
  beyondMeans: "beyond the means of that level",
  responsibilityUnclear: "nobody there is clearly responsible"
}

const ratings: Readonly<Record<Case.Rating, string>> = {
  verySatisfied: "very satisfied",
  satisfied: "satisfied",
  basicallySatisfied: "basically satisfied",
  dissatisfied: "dissatisfied",
  veryDissatisfied: "very dissatisfied"
}

const lengths: Readonly<Record<Flow.Duration["unit"], string>> = {
  workingDays: "working day",
  workingHours: "working hour",
  clockHours: "hour"
}

/** A length of time. */
export const length = ({ count, unit }: Flow.Duration): string => `${count} ${lengths[unit]}${count === 1 ? "" : "s"}`

/** What may be done with a case. */
export const actions: Readonly<Record<Flow.Action, string>> = {
  accept: "accept it",
  reject: "reject it",
  classify: "classify it",
  match: "match it to a service",
  deliberate: "agree on it in a body",
  dispatch: "dispatch it",
  reportIn: "report in",
  start: "start",
  resolve: "say that it is resolved",
  followUp: "follow it up",
  close: "close it"
}

const because = (reason: string | undefined): string => (reason === undefined ? "" : `, because: ${reason}`)

/** A fact of a case in English. */
export const sentence = (event: Event.Event, told: Told): string =>
  Event.Event.match(event, {
    CaseRaised: (e) => {
      const behalf = e.behalfOf === undefined ? "" : ` for ${told.party(e.behalfOf)}`
      const reference = e.reference === undefined ? "" : `, from ${e.reference}`
      const route = e.route === undefined ? "" : `, for the ${told.post(e.route)}`
      const sort = e.category === undefined ? "" : `, category "${told.category(e.category)}"${route}`
      return `Raised by ${told.party(e.by)}${behalf}, by way of ${told.channel(e.channel)}, at ${told.unit(e.place)}${sort}${reference}.`
    },
    CaseAccepted: () => "Accepted.",
    CaseRejected: (e) => `Rejected: ${told.rejection(e.reason)}.`,
    CaseClassified: (e) =>
      `Found to be ${e.difficulty === "ordinary" ? "an ordinary" : "a difficult"} matter of ${e.scope === "common" ? "many" : "one"}, category "${told.category(e.category)}", for the ${told.post(e.route)}${because(e.reason)}.`,
    CaseMatched: (e) => `Answered with item ${e.item} of a service list.`,
    CaseDeliberated: (e) =>
      `Agreed on at ${told.unit(e.body)}${e.decision === undefined ? "" : ` (matter ${e.decision})`}${e.agreed === undefined ? "" : `: ${e.agreed}`}.`,
    CaseDispatched: (e) => `${told.unit(e.by)} gave it to ${told.unit(e.to)}.`,
    CaseTaken: (e) => `${told.unit(e.by)} took it.`,
    CaseRerouted: (e) => `${told.unit(e.by)} gave it to ${told.unit(e.to)} instead${because(e.reason)}.`,
    CaseReportedIn: (e) => `${told.unit(e.by)} reported in.`,
    CaseStarted: () => "Work began.",
    CaseSuspended: (e) => `Waits for whoever raised it, and the clock stops${because(e.reason)}.`,
    CaseResumed: () => "Goes on, and so does the clock.",
    CaseResolved: (e) => `Resolved: ${e.result}.`,
    CaseFollowedUp: (e) =>
      `Followed up: ${e.solved ? "solved" : "not solved"} by the word of whoever raised it${e.rating === undefined ? "" : `, who is ${ratings[e.rating]}`}.`,
    CaseClosed: (e) => `Closed: ${told.closing(e.reason)}.`,
    CaseReopened: (e) =>
      `Taken up again ${e.cause === "asked" ? "because somebody asked" : "because whoever raised it is not satisfied"}${because(e.reason)}.`,
    CaseEscalated: (e) =>
      `Went up from ${told.level(e.from)} to ${told.level(e.to)}: ${causes[e.cause]}${because(e.reason)}${e.breach ? "; an ordinary matter left its building, which is a breach" : ""}.`,
    CaseMerged: (e) => `Became part of case ${e.into}.`,
    CaseUnmerged: () => "Is a case of its own again.",
    CaseAbsorbed: (e) => `Took in case ${e.absorbed}; whoever raised that is told, too.`,
    CaseSeparated: (e) => `Let case ${e.absorbed} go its own way again.`,
    CaseSplit: (e) =>
      `Split into tasks: ${e.tasks.map(({ task, department, what, lead }) => `${task} ${told.unit(department)}${lead ? " (leads)" : ""}: ${what}`).join("; ")}.`,
    TaskFinished: (e) => `Task ${e.task} is done: ${e.result}.`,
    CaseEvidenceFiled: (e) => `Put on file: ${e.evidence}${e.reference === undefined ? "" : ` (${e.reference})`}.`,
    SiteSurveyed: (e) => `Surveyed (${e.survey}) by ${told.units(e.by)}: ${e.finding}.`,
    PlanDrafted: (e) => `Plan ${e.plan}: ${e.what}; to be cleared by ${told.units(e.departments)}.`,
    PlanCleared: (e) =>
      `${told.unit(e.department)} ${e.cleared ? "cleared" : "did not clear"} plan ${e.plan}${e.note === undefined ? "" : `: ${e.note}`}.`,
    PlanApproved: (e) => `${told.unit(e.by)} approved plan ${e.plan}.`,
    CaseShared: (e) => `${e.person} may ${e.right === "edit" ? "see and change" : "see"} it.`,
    CaseUnshared: (e) => `${e.person} may no longer see it.`,
    CaseLinked: (e) => `${e.why === "recurrence" ? "Case again of" : "Has to do with case"} ${e.to}.`,
    DeadlineExtended: (e) =>
      `${e.of === "stage" ? "The stage" : "The whole"} got ${told.length(e.by)} more${because(e.reason)}.`,
    DueRecorded: ({ due }) => {
      const parts = [
        ...(due.stage === undefined ? [] : [`the stage ${told.time(due.stage.by)}`]),
        ...(due.whole === undefined ? [] : [`the whole ${told.time(due.whole.by)}`])
      ]
      const { id, version } = due.calendar
      return `${parts.length === 0 ? "No limit" : `Due: ${parts.join(", ")}`} (calendar ${id} ${version}).`
    }
  })
