import type { Decider } from "@louyu/kernel"
import * as Equal from "effect/Equal"
import * as HashMap from "effect/HashMap"
import * as AnnualList from "./AnnualList.ts"
import type { Command } from "./AnnualListCommand.ts"
import type { AnnualListOpened, Event, ListItemAdopted } from "./AnnualListEvent.ts"
import * as Benefit from "./Benefit.ts"
import type { ProjectId } from "./Code.ts"
import * as Desk from "./Desk.ts"
import type { ProgrammesError } from "./ProgrammesError.ts"
import {
  BenefitTooLow,
  LevelNotHigher,
  MarksIncomplete,
  MilestonesOpen,
  NominationMissing,
  RenewalNotLater
} from "./ProjectError.ts"
import * as Rule from "./Rule.ts"

/** What annual lists need to know of the rest of the city. */
export interface Facts extends Rule.Facts {
  /** How benefit is scored now. */
  readonly benefit: Benefit.Scheme
}

type Of<Tag extends Command["_tag"]> = Extract<Command, { readonly _tag: Tag }>
type About = Extract<Command, { readonly project: unknown }>

// A practical project on which something can be done now, on a day that is not before what is known of it.
const itemFor = (
  list: AnnualList.AnnualList,
  command: About,
  allowed: ReadonlyArray<AnnualList.Item["standing"]>,
  then: (item: AnnualList.Item) => Rule.Checked = () => Rule.fine
): Rule.Checked =>
  Rule.known(AnnualList.item(list, command.project), "project", command.project, (item) =>
    Rule.all(
      Rule.standing("project", command.project, item.standing, command._tag, ...allowed),
      Rule.notBefore("project", command.project, command.on, item.last),
      () => then(item)
    )
  )

const renewing = (
  { committee, year, project, renews }: Of<"AdoptListItem">,
  stories: AnnualList.State
): Rule.Checked => {
  if (renews === undefined) return Rule.fine
  const list = AnnualList.get(stories, committee, renews.year)
  return Rule.all(
    () => Rule.demand(renews.year < year, () => new RenewalNotLater({ project, year, renews: renews.year })),
    () =>
      Rule.known(
        list === undefined ? undefined : AnnualList.item(list, renews.project),
        "project",
        renews.project,
        () => Rule.fine
      )
  )
}

const adoption = (
  list: AnnualList.AnnualList,
  command: Of<"AdoptListItem">,
  _facts: Facts,
  stories: AnnualList.State
): Rule.Checked => {
  const { committee, year, project, milestones = [], due, on } = command
  return Rule.all(
    Rule.standing(
      "annualList",
      AnnualList.keyOf({ committee, year }),
      list.published === undefined ? "drafted" : "published",
      command._tag,
      "drafted"
    ),
    Rule.free(AnnualList.item(list, project), "project", project),
    Rule.distinct(
      "milestone",
      milestones.map(({ milestone }) => milestone)
    ),
    ...[due, ...milestones.map(({ by }) => by)].map((by) => Rule.notBefore("project", project, by ?? on, on)),
    () => renewing(command, stories)
  )
}

const promotion = (item: AnnualList.Item, { project, to }: Of<"PromoteListItem">, { benefit }: Facts): Rule.Checked => {
  const score = AnnualList.score(item)
  return Rule.all(
    () =>
      Rule.demand(AnnualList.isHigher(to, item.level), () => new LevelNotHigher({ project, level: item.level, to })),
    () => Rule.demand(item.nominations.includes(to), () => new NominationMissing({ project, to })),
    () =>
      Rule.demand(
        score !== undefined && score >= benefit.needed,
        () => new BenefitTooLow({ project, score, needed: benefit.needed })
      )
  )
}

const adopted = (event: ListItemAdopted): AnnualList.Item => ({
  adopted: event,
  level: "committee",
  milestones: (event.milestones ?? []).map((one) => ({ ...one, reached: undefined })),
  reports: [],
  nominations: [],
  scores: [],
  promotions: [],
  published: undefined,
  standing: "drafted",
  last: event.on
})

const change = (
  list: AnnualList.AnnualList,
  { project, on }: { readonly project: ProjectId; readonly on: AnnualListOpened["on"] },
  f: (item: AnnualList.Item) => Partial<AnnualList.Item>
): AnnualList.AnnualList => ({
  ...list,
  items: HashMap.modify(list.items, project, (item) => ({ ...item, ...f(item), last: on }))
})

const live = ["published", "completed"] as const

/**
 * The rules of annual lists and their practical projects.
 *
 * Shape: a command that is obeyed gives one fact with its fields, for a score with the score; what was said before,
 * word for word, gives none. Whatever is of a higher level was published, nominated, and scored high enough.
 * Cost: O(log n) a command; publishing a list takes as long as it is.
 * Source: H-17, W-06, A-11.
 */
export const decider: Decider.Decider<Command, AnnualList.State, Event, ProgrammesError, Facts> = Desk.decider<
  Command,
  AnnualList.AnnualList,
  Event,
  Facts,
  "OpenAnnualList",
  "AnnualListOpened"
>({
  sort: "annualList",
  key: AnnualList.keyOf,
  anyOrder: true,
  tags: {
    OpenAnnualList: "AnnualListOpened",
    AdoptListItem: "ListItemAdopted",
    PublishAnnualList: "AnnualListPublished",
    ReportListItem: "ListItemReported",
    ReachListMilestone: "ListMilestoneReached",
    CompleteListItem: "ListItemCompleted",
    DropListItem: "ListItemDropped",
    NominateListItem: "ListItemNominated",
    ScoreListItem: "ListItemScored",
    PromoteListItem: "ListItemPromoted"
  },
  opens: "OpenAnnualList",
  start: (opened) => {
    return { ...Desk.begun<Event>(opened.on), opened, items: HashMap.empty(), published: undefined }
  },
  opening: ({ committee, on }, facts) => Rule.existing(facts, on, [committee])(),
  checks: {
    AdoptListItem: adoption,
    PublishAnnualList: (list, { committee, year, _tag, on }) =>
      Rule.all(
        Rule.standing(
          "annualList",
          AnnualList.keyOf({ committee, year }),
          list.published === undefined ? "drafted" : "published",
          _tag,
          "drafted"
        ),
        Rule.notBefore("annualList", AnnualList.keyOf({ committee, year }), on, list.last)
      ),
    ReportListItem: (list, command) => itemFor(list, command, ["published"]),
    ReachListMilestone: (list, command) =>
      itemFor(list, command, ["published"], ({ milestones }) =>
        Rule.known(
          milestones.find(({ milestone }) => milestone === command.milestone),
          "milestone",
          command.milestone,
          ({ reached }) =>
            Rule.standing(
              "milestone",
              command.milestone,
              reached === undefined ? "open" : "reached",
              command._tag,
              "open"
            )()
        )
      ),
    CompleteListItem: (list, command) =>
      itemFor(list, command, ["published"], ({ milestones }) => {
        const open = milestones.flatMap(({ milestone, reached }) => (reached === undefined ? [milestone] : []))
        return Rule.demand(open.length === 0, () => new MilestonesOpen({ project: command.project, open }))
      }),
    DropListItem: (list, command) => itemFor(list, command, ["drafted", "published"]),
    NominateListItem: (list, command) =>
      itemFor(list, command, live, ({ level }) =>
        Rule.demand(
          AnnualList.isHigher(command.to, level),
          () => new LevelNotHigher({ project: command.project, level, to: command.to })
        )
      ),
    ScoreListItem: (list, command, { benefit }) =>
      itemFor(list, command, live, () => {
        const criteria = Benefit.faults(benefit, command.marks)
        return Rule.demand(criteria.length === 0, () => new MarksIncomplete({ project: command.project, criteria }))
      }),
    PromoteListItem: (list, command, facts) => itemFor(list, command, live, (item) => promotion(item, command, facts))
  },
  // The score goes with the scheme of its day: the same marks said again later are no news.
  remembered: ["ListItemScored"],
  obeyed: {
    // Once nominated it stays so.
    NominateListItem: (list, { project, to }) => AnnualList.item(list, project)?.nominations.includes(to) ?? false,
    ScoreListItem: (list, { project, marks, request, on }) =>
      AnnualList.item(list, project)?.scores.some(
        (one) => one.on === on && one.request === request && Equal.equals(one.marks, marks)
      ) ?? false
  },
  answers: {
    ScoreListItem: (_list, { _tag, ...fields }, { benefit }) => [
      { _tag: "ListItemScored", ...fields, scheme: benefit.scheme, score: Benefit.score(benefit, fields.marks) }
    ]
  },
  effects: {
    ListItemAdopted: (list, event) => ({ ...list, items: HashMap.set(list.items, event.project, adopted(event)) }),
    AnnualListPublished: (list, { on }) => ({
      ...list,
      published: on,
      items: HashMap.map(list.items, (item) =>
        item.standing === "drafted" ? { ...item, standing: "published", published: on, last: on } : item
      )
    }),
    ListItemReported: (list, event) => change(list, event, ({ reports }) => ({ reports: [...reports, event] })),
    ListMilestoneReached: (list, event) =>
      change(list, event, ({ milestones }) => ({
        milestones: milestones.map((one) => (one.milestone === event.milestone ? { ...one, reached: event.on } : one))
      })),
    ListItemCompleted: (list, event) => change(list, event, () => ({ standing: "completed" })),
    ListItemDropped: (list, event) => change(list, event, () => ({ standing: "dropped" })),
    ListItemNominated: (list, event) =>
      change(list, event, ({ nominations }) => ({ nominations: [...nominations, event.to] })),
    ListItemScored: (list, event) => change(list, event, ({ scores }) => ({ scores: [...scores, event] })),
    ListItemPromoted: (list, event) =>
      change(list, event, ({ promotions }) => ({
        level: event.to,
        promotions: [...promotions, { to: event.to, on: event.on }]
      }))
  }
})
