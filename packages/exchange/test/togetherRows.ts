import * as fc from "fast-check"
import { cell, id, named, yes } from "./listWords.ts"
import { tally } from "./programmeRows.ts"
import {
  type Cells,
  type Data,
  from,
  given,
  list,
  maybe,
  person,
  several,
  text,
  to,
  unit,
  type Written,
  written
} from "./rows.ts"

const none = <A>(arbitrary: fc.Arbitrary<ReadonlyArray<A>>) => fc.oneof(arbitrary, fc.constant<ReadonlyArray<A>>([]))
const row = (file: string, cells: Cells, ...commands: ReadonlyArray<Data>): Written => ({ file, cells, commands })
const when = <A>(value: A | undefined, command: (value: A) => Data): ReadonlyArray<Data> =>
  value === undefined ? [] : [command(value)]
const filled = <A>(value: A | undefined, cells: (value: A) => Cells): Cells => (value === undefined ? {} : cells(value))

const line = fc
  .record({
    name: text,
    nameEn: maybe(text),
    groups: fc.array(fc.record({ name: text, nameEn: maybe(text), declared: maybe(tally) }), {
      minLength: 1,
      maxLength: 3
    }),
    on: from,
    entry: maybe(fc.record({ name: text, nameEn: maybe(text), from, to: maybe(to) }))
  })
  .map(({ name, nameEn, groups, on, entry }): ReadonlyArray<Written> => {
    const data = groups.map((one, n) =>
      given({ group: `g-${n}`, names: named(one.name, one.nameEn), declared: one.declared?.[1] })
    )
    const declared = { _tag: "DeclareWorkLine", workLine: "wl-1", names: named(name, nameEn), groups: data, on }
    const of = { workLine: "wl-1", group: "g-0", entry: "e-0" }
    return [
      ...groups.map((one, n) =>
        row(
          "work-lines.csv",
          {
            workLine: "wl-1",
            name,
            nameEn: nameEn ?? "",
            group: `g-${n}`,
            groupName: one.name,
            groupNameEn: one.nameEn ?? "",
            declared: one.declared?.[0] ?? "",
            on
          },
          ...(n === 0 ? [declared] : [])
        )
      ),
      ...(entry === undefined
        ? []
        : [
            row(
              "work-line-entries.csv",
              { ...of, name: entry.name, nameEn: entry.nameEn ?? "", from: entry.from, to: entry.to ?? "" },
              {
                _tag: "EnterWorkLineEntry",
                ...of,
                names: named(entry.name, entry.nameEn),
                from: entry.from,
                on: entry.from
              },
              ...when(entry.to, (end) => ({ _tag: "EndWorkLineEntry", ...of, to: end, on: end }))
            )
          ])
    ]
  })

const lists = written(
  "annual-lists.csv",
  fc.record({
    committee: unit,
    year: fc.constant(2021),
    softCap: maybe(fc.constant(12)),
    on: from,
    published: maybe(to)
  }),
  (r) => ({ ...r, year: "2021年", softCap: cell(r.softCap), published: r.published ?? "" }),
  ({ published, softCap, on, ...of }) => [
    given({ _tag: "OpenAnnualList", ...of, softCap, on }),
    ...when(published, (day) => ({ _tag: "PublishAnnualList", ...of, on: day }))
  ]
)

const project = fc
  .record({
    names: fc.tuple(text, maybe(text)),
    promise: text,
    beneficiaries: tally,
    due: maybe(to),
    fee: maybe(fc.constant(["1.5", 150] as const)),
    renews: fc.boolean(),
    on: from,
    milestones: fc.array(fc.record({ name: text, nameEn: maybe(text), by: maybe(to), reached: maybe(to) }), {
      maxLength: 2
    }),
    levels: fc.record({
      districtNominated: maybe(to),
      districtPromoted: maybe(to),
      cityNominated: maybe(to),
      cityPromoted: maybe(to)
    }),
    completed: maybe(to),
    dropped: maybe(fc.tuple(to, text))
  })
  .map(
    ({
      names: [name, nameEn],
      promise,
      beneficiaries,
      due,
      fee,
      renews,
      on,
      milestones,
      levels,
      completed,
      dropped
    }) => {
      const of = { committee: "u-1", year: 2021, project: "ap-1" }
      const cells = {
        ...of,
        year: "2021",
        name,
        nameEn: nameEn ?? "",
        promise,
        beneficiaries: beneficiaries[0],
        due: due ?? "",
        fee: fee?.[0] ?? "",
        ...(renews ? { renewsYear: "2020", renewsProject: "old" } : {}),
        on,
        ...Object.fromEntries(Object.entries(levels).map(([key, day]) => [key, day ?? ""])),
        completed: completed ?? "",
        ...filled(dropped, ([day, reason]) => ({ dropped: day, reason }))
      }
      const listed = milestones.map((one, n) =>
        given({ milestone: `m-${n}`, names: named(one.name, one.nameEn), by: one.by })
      )
      const commands = [
        given({
          _tag: "AdoptListItem",
          ...of,
          names: named(name, nameEn),
          promise,
          beneficiaries: beneficiaries[1],
          milestones: listed.length === 0 ? undefined : listed,
          due,
          fee: fee?.[1],
          renews: renews ? { year: 2020, project: "old" } : undefined,
          on
        }),
        ...when(levels.districtNominated, (day) => ({ _tag: "NominateListItem", ...of, to: "district", on: day })),
        ...when(levels.districtPromoted, (day) => ({ _tag: "PromoteListItem", ...of, to: "district", on: day })),
        ...when(levels.cityNominated, (day) => ({ _tag: "NominateListItem", ...of, to: "city", on: day })),
        ...when(levels.cityPromoted, (day) => ({ _tag: "PromoteListItem", ...of, to: "city", on: day })),
        ...when(completed, (day) => ({ _tag: "CompleteListItem", ...of, on: day })),
        ...when(dropped, ([day, reason]) => ({ _tag: "DropListItem", ...of, reason, on: day }))
      ]
      if (milestones.length === 0) return [row("annual-projects.csv", cells, ...commands)]
      return milestones.map((one, n) =>
        row(
          "annual-projects.csv",
          {
            ...cells,
            milestone: `m-${n}`,
            milestoneName: one.name,
            milestoneNameEn: one.nameEn ?? "",
            milestoneBy: one.by ?? "",
            reached: one.reached ?? ""
          },
          ...(n === 0 ? commands : []),
          ...when(one.reached, (day) => ({ _tag: "ReachListMilestone", ...of, milestone: `m-${n}`, on: day }))
        )
      )
    }
  )

const reports = written(
  "annual-project-reports.csv",
  fc.record({
    committee: unit,
    project: id("ap"),
    on: to,
    report: maybe(fc.record({ percent: fc.nat({ max: 100 }), served: maybe(tally), note: maybe(text) })),
    mark: fc.nat({ max: 100 })
  }),
  ({ report, mark, ...r }) => ({
    ...r,
    year: "2021",
    percent: cell(report?.percent),
    served: report?.served?.[0] ?? "",
    note: report?.note ?? "",
    marks: `受益面=${mark}；lasting=60`
  }),
  ({ report, mark, ...r }) => [
    ...when(report, ({ percent, served, note }) =>
      given({ _tag: "ReportListItem", ...r, year: 2021, percent, served: served?.[1], note })
    ),
    {
      _tag: "ScoreListItem",
      ...r,
      year: 2021,
      marks: [
        { criterion: "breadth", mark },
        { criterion: "lasting", mark: 60 }
      ]
    }
  ]
)

const teams = written(
  "volunteer-teams.csv",
  fc.record({
    place: unit,
    team: id("te"),
    name: text,
    nameEn: maybe(text),
    expertise: maybe(fc.constant(["finance", "法律"])),
    units: maybe(several),
    from,
    disbanded: maybe(to)
  }),
  (r) => ({
    ...r,
    nameEn: r.nameEn ?? "",
    expertise: list(r.expertise),
    units: list(r.units),
    disbanded: r.disbanded ?? ""
  }),
  ({ place, team, name, nameEn, expertise, units, from: on, disbanded }) => [
    given({ _tag: "FormVolunteerTeam", place, team, names: named(name, nameEn), expertise, units, from: on, on }),
    ...when(disbanded, (day) => ({ _tag: "DisbandVolunteerTeam", place, team, to: day, on: day }))
  ]
)

const members = written(
  "volunteers.csv",
  fc.record({ place: unit, team: id("te"), person, from, to: maybe(to) }),
  (r) => ({ ...r, to: r.to ?? "" }),
  ({ from: on, to: end, ...of }) => [
    { _tag: "JoinVolunteerTeam", ...of, from: on, on },
    ...when(end, (day) => ({ _tag: "LeaveVolunteerTeam", ...of, to: day, on: day }))
  ]
)

const counts = written(
  "volunteer-team-counts.csv",
  fc.record({ place: unit, count: tally, source: text, on: from }),
  (r) => ({ ...r, count: r.count[0] }),
  (r) => [{ _tag: "DeclareTeamCount", ...r, count: r.count[1] }]
)

const service = fc
  .record({
    of: fc.record({ place: unit, kind: fc.constant("snow"), date: from }),
    name: text,
    team: maybe(id("te")),
    people: maybe(tally),
    on: maybe(to),
    given: fc.array(fc.record({ person, minutes: fc.integer({ min: 1, max: 600 }) }), { maxLength: 3 })
  })
  .map(({ of, name, team, people, on, given: hours }): ReadonlyArray<Written> => {
    const said = { service: "sv-1", ...of, team, people: people?.[1], on: on ?? of.date }
    const recorded = given({
      _tag: "RecordVolunteerService",
      ...said,
      names: { zh: name },
      given: hours.length === 0 ? undefined : hours
    })
    const cells = { ...of, service: "sv-1", name, team: team ?? "", people: people?.[0] ?? "", on: on ?? "" }
    if (hours.length === 0) return [row("volunteer-services.csv", cells, recorded)]
    return hours.map((one, n) =>
      row(
        "volunteer-services.csv",
        { ...cells, person: one.person, minutes: `${one.minutes}` },
        ...(n === 0 ? [recorded] : [])
      )
    )
  })

const claimants = fc.oneof(
  unit.map((one) => ({ cells: ["by", one] as const, data: { unit: one } as Data })),
  unit.map((one) => ({ cells: ["by", `${one} = youth`] as const, data: { place: one, team: "youth" } as Data })),
  person.map((one) => ({ cells: ["byPerson", one] as const, data: { person: one } as Data }))
)
const as = (
  key: string,
  person: string,
  { cells: [column, value] }: { readonly cells: readonly [string, string] }
): Cells => ({
  [column === "by" ? key : person]: value
})

const wish = fc
  .record({
    owner: person,
    place: unit,
    on: from,
    withdrawn: maybe(to),
    claim: maybe(
      fc.record({
        by: claimants,
        on: from,
        request: maybe(fc.constant("2")),
        to: maybe(fc.tuple(claimants, to)),
        released: maybe(fc.tuple(to, maybe(text))),
        done: maybe(fc.record({ on: to, by: maybe(claimants), said: maybe(fc.tuple(fc.boolean(), to)) }))
      })
    )
  })
  .map(({ owner, place, on, withdrawn, claim }): ReadonlyArray<Written> => {
    const posted = { wish: "wi-1", owner, kind: "studyLamp", place, on }
    const own = row(
      "wishes.csv",
      { ...posted, withdrawn: withdrawn ?? "" },
      { _tag: "PostWish", ...posted },
      ...when(withdrawn, (day) => ({ _tag: "WithdrawWish", wish: "wi-1", by: owner, on: day }))
    )
    if (claim === undefined) return [own]
    const { by, request, to: other, released, done } = claim
    const of = (data: Data) => given({ wish: "wi-1", request, ...data })
    const cells = {
      wish: "wi-1",
      ...as("by", "byPerson", by),
      on: claim.on,
      request: request ?? "",
      ...filled(other, ([one, day]) => ({ ...as("to", "toPerson", one), delegated: day })),
      ...filled(released, ([day, reason]) => ({ released: day, reason: reason ?? "" })),
      ...filled(done, (one) => ({
        fulfilled: one.on,
        ...filled(one.by, (who) => as("doneBy", "doneByPerson", who)),
        ...filled(one.said, ([satisfied, day]) => ({ satisfied: yes(satisfied), confirmed: day }))
      }))
    }
    return [
      own,
      row(
        "wish-claims.csv",
        cells,
        of({ _tag: "ClaimWish", by: by.data, on: claim.on }),
        ...when(other, ([one, day]) => of({ _tag: "DelegateWish", by: by.data, to: one.data, on: day })),
        ...when(released, ([day, reason]) => of({ _tag: "ReleaseWish", by: by.data, reason, on: day })),
        ...when(done, (one) => of({ _tag: "FulfilWish", by: one.by?.data ?? by.data, on: one.on })),
        ...when(done?.said, ([satisfied, day]) => of({ _tag: "ConfirmWish", by: owner, satisfied, on: day }))
      )
    ]
  })

/** Rows about work lines, annual lists, volunteers and wishes, on the units of the other rows. */
export const togetherRows: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(
    none(line),
    none(project),
    none(service),
    none(wish),
    fc.array(fc.oneof(lists, reports, teams, members, counts), { maxLength: 6 })
  )
  .map((parts) => parts.flat())
