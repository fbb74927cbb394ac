import * as fc from "fast-check"
import { describe } from "vitest"
import {
  Activities,
  ActivityCommand,
  ActivityEvent,
  AnnualListCommand,
  AnnualListEvent,
  AnnualLists,
  ChildcareClasses,
  ClassCommand,
  ClassEvent,
  CoManagementCommand,
  CoManagementEvent,
  CoManagements,
  PactCommand,
  PactEvent,
  Pacts,
  PairingCommand,
  PairingEvent,
  Pairings,
  ProgrammeCommand,
  ProgrammeEvent,
  Programmes,
  SeriesCommand,
  SeriesDesk,
  SeriesEvent,
  VolunteeringCommand,
  VolunteeringEvent,
  Volunteers,
  WishCommand,
  WishEvent,
  Wishes,
  WorkLineCommand,
  WorkLineEvent,
  WorkLines
} from "../src/index.ts"
import { any, anyDay, facts, prove } from "./scene.ts"

const of = (...values: ReadonlyArray<unknown>) => fc.constantFrom(...values)
const names = of({ zh: "某事" })
const unit = of("a", "b", "c", "none")
const end = fc.option(anyDay, { nil: undefined })
const few = fc.integer({ min: 1, max: 3 })
// The second of a day, or the only one.
const request = of(undefined, undefined, "2")

describe("programmes", () => {
  const c = ProgrammeCommand.Command
  const programme = of("p", "q")
  const project = of("x", "y")
  prove(
    Programmes.decider,
    ProgrammeEvent.Event,
    fc.oneof(
      any(c, "LaunchProgramme", { programme, names, departments: of(["a", "b"], ["c"]), from: anyDay, to: end }, 2),
      any(c, "JoinProgramme", { programme, department: unit }),
      any(c, "OpenServiceProject", { programme, project, names, lead: unit, from: anyDay }, 2),
      any(c, "ChangeServiceLead", { programme, project, lead: unit, from: anyDay, request }, 2),
      any(c, "EndProgramme", { programme, to: anyDay })
    ),
    facts
  )
})

describe("series", () => {
  const c = SeriesCommand.Command
  const series = of("s", "t")
  const recurrence = of({ every: "workday" }, { every: "week", weekdays: [5], offDays: "skip" })
  const said = { form: of("lecture"), audience: of("staff"), hosts: of(["a"], ["a", "none"]) }
  prove(
    SeriesDesk.decider,
    SeriesEvent.Event,
    fc.oneof(
      any(c, "StartSeries", { series, names, recurrence, ...said, from: anyDay, to: end }, 2),
      any(c, "ChangeRecurrence", { series, recurrence, from: anyDay, request }, 2),
      any(c, "EndSeries", { series, to: anyDay })
    ),
    facts
  )
})

describe("activities", () => {
  const c = ActivityCommand.Command
  const activity = of("a", "b")
  const participant = of({ person: "1" }, { person: "2" }, { unit: "3" }, { person: "4" }, { unit: "none" })
  const room = of({ capacity: 1 }, { capacity: 2, waiting: 1 }, { capacity: 1, waiting: 0 }, undefined)
  const said = { form: of("lecture"), audience: of("staff"), hosts: of(["a"], ["a", "b"]) }
  prove(
    Activities.decider,
    ActivityEvent.Event,
    fc.oneof(
      any(c, "PlanActivity", { activity, names, ...said, room, date: anyDay, registerBy: end }, 4),
      any(c, "MoveActivity", { activity, date: anyDay, request }),
      any(c, "CancelActivity", { activity, reason: of("台风") }),
      any(c, "ResizeActivity", { activity, capacity: few, request }),
      any(c, "RegisterParticipant", { activity, participant, request }, 10),
      any(c, "WithdrawParticipant", { activity, participant, request }, 5),
      any(c, "RecordParticipation", { activity, participant, present: fc.boolean(), request }, 3),
      any(c, "HoldActivity", { activity, attended: of({ value: 20, qualifier: "about" }, undefined) }),
      any(c, "ReportActivityReach", {
        activity,
        metric: of("views"),
        count: of({ value: 9, qualifier: "exact" }),
        request
      }),
      any(c, "LinkActivityOutcome", { activity, outcome: of({ need: "n-1" }, { unit: "a", result: "liveCommerce" }) })
    ),
    facts
  )
})

describe("work lines", () => {
  const c = WorkLineCommand.Command
  const workLine = of("l")
  const group = of("g", "h", "i")
  const entry = of("1", "2", "3")
  const groups = of([
    { group: "g", names: { zh: "平台" }, declared: { value: 2, qualifier: "exact" } },
    { group: "h", names: { zh: "品牌" } }
  ])
  prove(
    WorkLines.decider,
    WorkLineEvent.Event,
    fc.oneof(
      any(c, "DeclareWorkLine", { workLine, names, groups }, 2),
      any(c, "EnterWorkLineEntry", { workLine, group, entry, names, from: anyDay }, 4),
      any(c, "EndWorkLineEntry", { workLine, group, entry, to: anyDay }, 2)
    ),
    undefined
  )
})

describe("annual lists", () => {
  const c = AnnualListCommand.Command
  const list = { committee: of("a", "none"), year: of(2025, 2026) }
  const project = of("x", "y", "z")
  const renews = of(undefined, { year: 2025, project: "x" })
  const milestones = of(undefined, [{ milestone: "m", names: { zh: "开工" }, by: "2026-04-20" }])
  const to = of("district", "city")
  const mark = fc.integer({ min: 30, max: 100 })
  const marks = fc.tuple(mark, mark, mark).map(([a, b, d]) => [
    { criterion: "breadth", mark: a },
    { criterion: "lasting", mark: b },
    { criterion: "demand", mark: d }
  ])
  const item = { ...list, project }
  const adopted = { names, promise: of("办成"), beneficiaries: of({ value: 60, qualifier: "atLeast" }), milestones }
  prove(
    AnnualLists.decider,
    AnnualListEvent.Event,
    fc.oneof(
      any(c, "OpenAnnualList", list, 2),
      any(c, "AdoptListItem", { ...item, ...adopted, renews }, 6),
      any(c, "PublishAnnualList", list, 3),
      any(c, "ReportListItem", { ...item, percent: few, request }),
      any(c, "ReachListMilestone", { ...item, milestone: of("m", "n") }),
      any(c, "CompleteListItem", item),
      any(c, "DropListItem", { ...item, reason: of("合并") }),
      any(c, "NominateListItem", { ...item, to }, 3),
      any(c, "ScoreListItem", { ...item, marks, request }, 3),
      any(c, "PromoteListItem", { ...item, to }, 3)
    ),
    facts
  )
})

describe("volunteering", () => {
  const c = VolunteeringCommand.Command
  const place = of("a", "none")
  const team = of("t", "u")
  const person = of("1", "2")
  const given = of(undefined, [{ person: "1", minutes: 90 }])
  prove(
    Volunteers.decider,
    VolunteeringEvent.Event,
    fc.oneof(
      any(c, "FormVolunteerTeam", { place, team, names, from: anyDay }, 3),
      any(c, "DisbandVolunteerTeam", { place, team, to: anyDay }),
      any(c, "JoinVolunteerTeam", { place, team, person, from: anyDay }, 4),
      any(c, "LeaveVolunteerTeam", { place, team, person, to: anyDay }, 3),
      any(c, "DeclareTeamCount", { place, count: of({ value: 5, qualifier: "exact" }), source: of("报道"), request }),
      any(c, "RecordVolunteerService", {
        place,
        service: of("s", "r"),
        names,
        kind: of("snow"),
        team: fc.option(team, { nil: undefined }),
        date: anyDay,
        given
      })
    ),
    facts
  )
})

describe("wishes", () => {
  const c = WishCommand.Command
  const wish = of("w", "v")
  const by = of({ person: "m1" }, { person: "2" }, { place: "a", team: "t" }, { unit: "b" })
  const owner = of("o", "p")
  prove(
    Wishes.decider,
    WishEvent.Event,
    fc.oneof(
      any(c, "PostWish", { wish, owner, kind: of("study"), place: unit }, 3),
      any(c, "ClaimWish", { wish, by, request }, 4),
      any(c, "DelegateWish", { wish, by, to: by }),
      any(c, "ReleaseWish", { wish, by, request }, 3),
      any(c, "FulfilWish", { wish, by, request }, 3),
      any(c, "ConfirmWish", { wish, by: owner, satisfied: fc.boolean(), request }, 3),
      any(c, "WithdrawWish", { wish, by: owner })
    ),
    facts
  )
})

describe("pacts", () => {
  const c = PactCommand.Command
  const pact = of("p")
  const version = few
  const clauses = of(
    [{ clause: "safety", text: "公共安全" }],
    [
      { clause: "safety", text: "安全" },
      { clause: "civility", text: "文明" }
    ]
  )
  const by = of({ unit: "a" }, { unit: "b" }, { person: "1" })
  prove(
    Pacts.decider,
    PactEvent.Event,
    fc.oneof(
      any(c, "DraftPact", { pact, place: unit, names, clauses }, 2),
      any(c, "AdoptPact", { pact, version }, 3),
      any(c, "AmendPact", { pact, version, clauses }, 3),
      any(c, "SignPact", { pact, version, by }, 5)
    ),
    facts
  )
})

describe("pairings", () => {
  const c = PairingCommand.Command
  const pairing = of("p", "q")
  const parties = of([
    { unit: "a", line: "building" },
    { unit: "b", line: "community" }
  ])
  const commitments = of([{ commitment: "money", by: "a", kind: "fund", quantity: 100 }])
  prove(
    Pairings.decider,
    PairingEvent.Event,
    fc.oneof(
      any(c, "ProposePairing", { pairing, names, parties, commitments, from: anyDay, to: end }, 2),
      any(c, "SignPairing", { pairing, unit }, 5),
      any(
        c,
        "RecordPairingDelivery",
        { pairing, commitment: of("money", "venue"), delivery: of("d", "e"), quantity: few, date: anyDay },
        3
      ),
      any(c, "RenewPairing", { pairing, to: end }, 2),
      any(c, "TerminatePairing", { pairing, to: anyDay, reason: of("迁出") })
    ),
    facts
  )
})

describe("co-management pacts", () => {
  const c = CoManagementCommand.Command
  const coManagement = of("m")
  const kinds = ["building", "street", "community", "socialOrganisation"]
  const managers = of(
    kinds.map((kind) => ({ kind, unit: kind, duty: "管" })),
    kinds.slice(1).map((kind) => ({ kind, unit: kind, duty: "管" }))
  )
  prove(
    CoManagements.decider,
    CoManagementEvent.Event,
    fc.oneof(
      any(c, "FormCoManagement", { coManagement, names, subject: of("class-1"), managers, from: anyDay, to: end }, 2),
      any(
        c,
        "ReplaceCoManager",
        { coManagement, kind: of(...kinds), unit: of("a", "street", "none"), duty: of("接管"), from: anyDay, request },
        3
      ),
      any(c, "EndCoManagement", { coManagement, to: anyDay })
    ),
    facts
  )
})

describe("childcare classes", () => {
  const c = ClassCommand.Command
  const id = { class: of("k") }
  const child = of("c1", "c2", "c3", "c4")
  const room = of({ capacity: 1, waiting: 1 }, { capacity: 2 }, { capacity: 1, waiting: 0 })
  const courses = of([{ course: "wushu", names: { zh: "武术" }, capacity: 1 }])
  const opened = { names, place: of("a"), season: of("summer"), courses, bands: of(["6-8", "9-11"]), room }
  prove(
    ChildcareClasses.decider,
    ClassEvent.Event,
    fc.oneof(
      any(c, "OpenClass", { ...id, ...opened, from: of("2026-04-10"), to: of("2026-04-25") }, 2),
      any(c, "EnrolChild", { ...id, child, request, band: of("6-8", "9-11", "12-14") }, 6),
      any(c, "WithdrawChild", { ...id, child, request }, 4),
      any(c, "ChooseCourse", { ...id, child, request, course: of("wushu", "chess") }, 2),
      any(c, "ResizeClass", { ...id, capacity: few, request })
    ),
    facts
  )
})
