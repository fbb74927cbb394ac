import type { Decider, Problem } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import {
  Activities,
  ActivityCommand,
  AnnualListCommand,
  AnnualLists,
  ChildcareClasses,
  ClassCommand,
  CoManagementCommand,
  CoManagements,
  PactCommand,
  Pacts,
  PairingCommand,
  Pairings,
  ProgrammeCommand,
  Programmes,
  SeriesCommand,
  SeriesDesk,
  VolunteeringCommand,
  Volunteers,
  WishCommand,
  Wishes,
  WorkLineCommand,
  WorkLines
} from "../src/index.ts"
import { facts } from "./scene.ts"

type Fields = Readonly<Record<string, unknown>>

const names = { zh: "某事", en: "Something", others: { pt: "Algo" } }
const count = { value: 80, qualifier: "atLeast" }
const date = "2026-03-01"
const window = { open: "12:00", close: "13:00" }
const shared = {
  form: "lecture",
  audience: "staff",
  themes: ["service"],
  brand: "rose",
  place: "tower",
  window,
  content: "金融知识",
  hosts: ["union"]
}
const project = { programme: "p", project: "x" }
const list = { committee: "wuchang", year: 2026 }
const item = { ...list, project: "canteen" }
const team = { place: "tower", team: "youth" }
const wish = { wish: "w", request: "2" }
const who = { activity: "a", participant: { person: "p-1" }, request: "2" }
const weekly = { every: "week", weekdays: [5], offDays: "skip" }

// One of every command, with every field that holds words.
const said: Readonly<Record<string, Fields>> = {
  LaunchProgramme: { programme: "p", names, departments: ["finance"], from: date },
  JoinProgramme: { programme: "p", department: "finance" },
  OpenServiceProject: { ...project, names, lead: "finance", from: date },
  ChangeServiceLead: { ...project, lead: "finance", from: date, request: "2" },
  EndProgramme: { programme: "p", to: date },
  StartSeries: { series: "s", names, project, recurrence: weekly, ...shared, from: date },
  ChangeRecurrence: { series: "s", recurrence: weekly, from: date, request: "2" },
  EndSeries: { series: "s", to: date },
  PlanActivity: { activity: "a", names, project, series: "s", ...shared, date },
  MoveActivity: { activity: "a", date, window, request: "2" },
  CancelActivity: { activity: "a", reason: "台风" },
  ResizeActivity: { activity: "a", capacity: 3, request: "2" },
  RegisterParticipant: who,
  WithdrawParticipant: who,
  RecordParticipation: { ...who, present: true },
  HoldActivity: { activity: "a", attended: count },
  ReportActivityReach: { activity: "a", metric: "views", count, request: "2" },
  LinkActivityOutcome: { activity: "a", outcome: { need: "n-1" } },
  DeclareWorkLine: { workLine: "l", names, groups: [{ group: "g", names }] },
  EnterWorkLineEntry: { workLine: "l", group: "g", entry: "e", names, from: date },
  EndWorkLineEntry: { workLine: "l", group: "g", entry: "e", to: date },
  OpenAnnualList: list,
  AdoptListItem: {
    ...item,
    names,
    promise: "开业",
    beneficiaries: count,
    milestones: [{ milestone: "m", names }],
    renews: { year: 2025, project: "canteen" }
  },
  PublishAnnualList: list,
  ReportListItem: { ...item, percent: 50, note: "装修中", request: "2" },
  ReachListMilestone: { ...item, milestone: "m" },
  CompleteListItem: item,
  DropListItem: { ...item, reason: "合并" },
  NominateListItem: { ...item, to: "city" },
  ScoreListItem: { ...item, marks: [{ criterion: "breadth", mark: 80 }], request: "2" },
  PromoteListItem: { ...item, to: "city" },
  FormVolunteerTeam: { ...team, names, expertise: ["law"], units: ["firm"], from: date },
  DisbandVolunteerTeam: { ...team, to: date },
  JoinVolunteerTeam: { ...team, person: "p-1", from: date },
  LeaveVolunteerTeam: { ...team, person: "p-1", to: date },
  DeclareTeamCount: { place: "tower", count, source: "报道", request: "2" },
  RecordVolunteerService: { ...team, service: "s", names, kind: "snow", date, given: [{ person: "p-1", minutes: 60 }] },
  PostWish: { wish: "w", owner: "o", kind: "lamp", place: "tower" },
  ClaimWish: { ...wish, by: { person: "p-1" } },
  DelegateWish: { ...wish, by: team, to: { person: "p-1" } },
  ReleaseWish: { ...wish, by: team, reason: "搬迁" },
  FulfilWish: { ...wish, by: { person: "p-1" } },
  ConfirmWish: { ...wish, by: "o", satisfied: true },
  WithdrawWish: { ...wish, by: "o" },
  DraftPact: { pact: "p", place: "tower", names, clauses: [{ clause: "safety", text: "公共安全" }] },
  AdoptPact: { pact: "p", version: 1 },
  AmendPact: { pact: "p", version: 2, clauses: [{ clause: "safety", text: "公共安全" }] },
  SignPact: { pact: "p", version: 1, by: { person: "p-1" } },
  ProposePairing: {
    pairing: "p",
    names,
    parties: [
      { unit: "a", line: "building" },
      { unit: "b", line: "rural" }
    ],
    fields: ["commerce"],
    commitments: [{ commitment: "money", by: "a", kind: "fund", quantity: 100 }],
    from: date
  },
  SignPairing: { pairing: "p", unit: "a" },
  RecordPairingDelivery: { pairing: "p", commitment: "money", delivery: "d", quantity: 5, date },
  RenewPairing: { pairing: "p", to: date },
  TerminatePairing: { pairing: "p", to: date, reason: "迁出" },
  FormCoManagement: {
    coManagement: "m",
    names,
    subject: "class-1",
    managers: [{ kind: "building", unit: "a", duty: "看护" }],
    from: date
  },
  ReplaceCoManager: { coManagement: "m", kind: "street", unit: "b", duty: "看护", from: date, request: "2" },
  EndCoManagement: { coManagement: "m", to: date },
  OpenClass: {
    class: "k",
    names,
    place: "tower",
    season: "summer",
    courses: [{ course: "wushu", names }],
    bands: ["6-8"],
    room: { capacity: 2 },
    practicalProject: item,
    coManagement: "m",
    from: date,
    to: "2026-08-28"
  },
  EnrolChild: { class: "k", child: "c1", band: "6-8", request: "2" },
  WithdrawChild: { class: "k", child: "c1", request: "2" },
  ChooseCourse: { class: "k", course: "wushu", child: "c1", request: "2" },
  ResizeClass: { class: "k", capacity: 3, request: "2" }
}

interface Told {
  readonly tag: string
  /** What becomes of a command told from outside: the tag of the problem, and all its texts. */
  readonly answer: (fields: Fields) => readonly [string, string]
}

const desk = <C, S, E, F extends Problem.Problem & { readonly _tag: string }, X>(
  decider: Decider.Decider<C, S, E, F, X>,
  { cases }: { readonly cases: Readonly<Record<string, Schema.Codec<C, unknown>>> },
  known: X
): ReadonlyArray<Told> =>
  Object.entries(cases).map(([tag, schema]) => {
    const decode = Schema.decodeUnknownResult(schema, { onExcessProperty: "error" })
    return {
      tag,
      answer: (fields) => {
        const command = decode({ _tag: tag, ...fields, on: date })
        if (Result.isFailure(command)) return ["another form", ""]
        const decided = decider.decide(decider.initial, command.success, known)
        if (Result.isSuccess(decided)) return ["obeyed", JSON.stringify(decided.success)]
        const { failure } = decided
        return [failure._tag, JSON.stringify([{ ...failure }, failure.text])]
      }
    }
  })

const desks = [
  ...desk(Programmes.decider, ProgrammeCommand.Command, facts),
  ...desk(SeriesDesk.decider, SeriesCommand.Command, facts),
  ...desk(Activities.decider, ActivityCommand.Command, facts),
  ...desk(WorkLines.decider, WorkLineCommand.Command, undefined),
  ...desk(AnnualLists.decider, AnnualListCommand.Command, facts),
  ...desk(Volunteers.decider, VolunteeringCommand.Command, facts),
  ...desk(Wishes.decider, WishCommand.Command, facts),
  ...desk(Pacts.decider, PactCommand.Command, facts),
  ...desk(Pairings.decider, PairingCommand.Command, facts),
  ...desk(CoManagements.decider, CoManagementCommand.Command, facts),
  ...desk(ChildcareClasses.decider, ClassCommand.Command, facts)
]

// Whose ids are the organisation's own.
const ofUnits = new Set(["unit", "units", "place", "hosts", "department", "departments", "lead", "committee"])

/** What was said, once for each of its words, with something else instead of that word; and where it stood. */
const smuggled = (value: unknown, other: string): ReadonlyArray<readonly [path: string, value: unknown]> => {
  if (typeof value === "string") return [["", other]]
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    ofUnits.has(key)
      ? []
      : smuggled(one, other).map(([path, changed]): readonly [string, unknown] => [
          `${key}.${path}`,
          Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed }
        ])
  )
}

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null

describe("personal data", () => {
  it("H-16 W-12 D-13 every command of the package is looked through here, in all its words", () => {
    expect(desks.map(({ tag }) => tag).toSorted()).toEqual(Object.keys(said).toSorted())
    for (const { tag, answer } of desks) expect([tag, answer(said[tag] ?? {})[0]]).not.toEqual([tag, "another form"])
  })

  for (const number of ["13800005678", "110101199003070038"]) {
    it(`H-16 W-12 D-13 ${number} comes into no event and no refusal, whatever word it stands for`, () => {
      for (const { tag, answer } of desks) {
        for (const [path, changed] of smuggled(said[tag], number)) {
          // This one is the id of a unit, as the ones left out above.
          if (path === "commitments.0.by.") continue
          const [outcome, words] = isFields(changed) ? answer(changed) : ["", number]
          // The owner of a wish says so by an id that must be that of the owner: another one is refused unsaid.
          const may = path === "by." ? /./u : /^(?:another form|ProgrammeTextPersonal)$/u
          expect(outcome, `${tag} ${path}`).toMatch(may)
          expect(words, `${tag} ${path}`).not.toContain(number)
        }
      }
    })
  }

  it("F-07 two numbers beside each other are not one: each word is read alone", () => {
    const plan = desks.find(({ tag }) => tag === "PlanActivity")
    const fields = { ...said.PlanActivity, activity: "138", names: { zh: "00005678 讲堂" } }
    expect(plan?.answer(fields)[0]).toBe("obeyed")
  })
})
