import * as fc from "fast-check"
import { cell, id, named, yes } from "./listWords.ts"
import { type Data, from, given, list, maybe, person, several, text, to, unit, type Written, written } from "./rows.ts"

/** Numbers as they are printed. */
export const tally = fc.constantFrom(
  ["25", { value: 25, qualifier: "exact" }] as const,
  ["2000余", { value: 2000, qualifier: "atLeast" }] as const,
  ["about 1.5万", { value: 15_000, qualifier: "about" }] as const
)

const rhythms = fc.constantFrom<readonly [string, Data]>(
  ["每周一、三", { every: "week", weekdays: [1, 3] }],
  ["every 2 weeks on 5", { every: "week", interval: 2, weekdays: [5] }],
  ["每月15日", { every: "month", when: { day: 15 } }],
  ["每3个月最后一个周五", { every: "month", interval: 3, when: { nth: -1, weekday: 5 } }],
  ["monthly 2nd 7", { every: "month", when: { nth: 2, weekday: 7 } }],
  ["每年10月1日", { every: "year", month: 10, day: 1 }],
  ["2022-02-01;2022/6/3", { every: "listed", dates: ["2022-02-01", "2022-06-03"] }]
)
const offDays = fc.constantFrom(["顺延", "next"] as const, ["skip", "skip"] as const, ["", "keep"] as const)
const workdays = fc.constant({ cells: { recurrence: "每工作日" }, data: { every: "workday" } })
const recurrence = fc.oneof(
  workdays,
  fc.tuple(rhythms, offDays).map(([[cell, rule], [word, off]]) => ({
    cells: { recurrence: cell, offDays: word },
    data: { ...rule, offDays: off }
  }))
)

const about = fc
  .record({
    name: text,
    nameEn: maybe(text),
    project: maybe(fc.record({ programme: id("pr"), project: id("sp") })),
    form: fc.constantFrom(["楼宇讲坛", "forum"] as const, ["x-own", "x-own"] as const),
    audience: fc.constantFrom(["职工", "staff"] as const, ["enterprises", "enterprises"] as const),
    hosts: several,
    place: maybe(unit),
    window: maybe(
      fc.constantFrom(["9:30-11:00", "09:30", "11:00"] as const, ["12:00至13:00", "12:00", "13:00"] as const)
    ),
    room: maybe(fc.record({ capacity: fc.integer({ min: 1, max: 90 }), waiting: maybe(fc.nat({ max: 9 })) })),
    themes: maybe(fc.constant(["service", "治理"])),
    brand: maybe(fc.constant("rose-date")),
    content: maybe(text),
    fee: maybe(fc.constantFrom(["0", 0] as const, ["12.5", 1_250] as const))
  })
  .map(({ name, nameEn, project, form, audience, hosts, place, window, room, themes, brand, content, fee }) => ({
    cells: {
      name,
      nameEn: nameEn ?? "",
      programme: project?.programme ?? "",
      project: project?.project ?? "",
      form: form[0],
      audience: audience[0],
      hosts: list(hosts),
      place: place ?? "",
      hours: window?.[0] ?? "",
      capacity: cell(room?.capacity),
      waiting: cell(room?.waiting),
      themes: list(themes),
      brand: brand ?? "",
      content: content ?? "",
      fee: fee?.[0] ?? ""
    },
    data: {
      names: named(name, nameEn),
      project,
      form: form[1],
      audience: audience[1],
      hosts,
      place,
      window: window && { open: window[1], close: window[2] },
      room: room && given(room),
      themes,
      brand,
      content,
      fee: fee?.[1]
    }
  }))

const programmes = written(
  "programmes.csv",
  fc.record({
    programme: id("pr"),
    name: text,
    nameEn: maybe(text),
    departments: several,
    sizes: fc.tuple(maybe(tally), maybe(tally), maybe(tally)),
    from,
    to: maybe(to),
    on: maybe(from),
    ended: maybe(to)
  }),
  ({ sizes: [departments, projects, activities], ...r }) => ({
    ...r,
    nameEn: r.nameEn ?? "",
    departments: list(r.departments),
    declaredDepartments: departments?.[0] ?? "",
    declaredProjects: projects?.[0] ?? "",
    declaredActivities: activities?.[0] ?? "",
    to: r.to ?? "",
    on: r.on ?? "",
    ended: r.ended ?? ""
  }),
  ({ programme, name, nameEn, departments, sizes: [first, second, third], from: begin, to: end, on, ended }) => {
    const declared = given({ departments: first?.[1], projects: second?.[1], activities: third?.[1] })
    const size = Object.keys(declared).length === 0 ? undefined : declared
    const dates = { from: begin, to: end, on: on ?? begin }
    const said = { programme, names: named(name, nameEn), departments, declared: size, ...dates }
    const over = ended === undefined ? [] : [{ _tag: "EndProgramme", programme, to: ended, on: ended }]
    return [given({ _tag: "LaunchProgramme", ...said }), ...over]
  }
)

const joined = written(
  "programme-departments.csv",
  fc.record({ programme: id("pr"), department: unit, on: from }),
  (r) => r,
  (r) => [{ _tag: "JoinProgramme", ...r }]
)

const leads = fc
  .record({
    name: text,
    nameEn: maybe(text),
    leads: fc.uniqueArray(fc.record({ lead: unit, from }), { selector: (r) => r.from, minLength: 1, maxLength: 3 })
  })
  .map(({ name, nameEn, leads: all }): ReadonlyArray<Written> => {
    const of = { programme: "pr-0", project: "sp-0" }
    const first = all.map((r) => r.from).toSorted()[0]
    return all.map(({ lead, from: on }) => ({
      file: "service-projects.csv",
      cells: { ...of, name, nameEn: nameEn ?? "", lead, from: on },
      commands: [
        on === first
          ? { _tag: "OpenServiceProject", ...of, names: named(name, nameEn), lead, from: on, on }
          : { _tag: "ChangeServiceLead", ...of, lead, from: on, on }
      ]
    }))
  })

const series = written(
  "series.csv",
  fc.record({ series: id("se"), recurrence, about, from, to: maybe(to), on: maybe(from), ended: maybe(to) }),
  ({ recurrence: rule, about: all, ...r }) => ({
    ...all.cells,
    ...rule.cells,
    series: r.series,
    from: r.from,
    to: r.to ?? "",
    on: r.on ?? "",
    ended: r.ended ?? ""
  }),
  ({ series: of, recurrence: rule, about: all, from: begin, to: end, on, ended }) => [
    given({
      _tag: "StartSeries",
      series: of,
      ...all.data,
      recurrence: rule.data,
      from: begin,
      to: end,
      on: on ?? begin
    }),
    ...(ended === undefined ? [] : [{ _tag: "EndSeries", series: of, to: ended, on: ended }])
  ]
)

const turned = written(
  "series-changes.csv",
  fc.record({ series: id("se"), recurrence, from }),
  ({ recurrence: rule, ...r }) => ({ ...rule.cells, ...r }),
  ({ recurrence: rule, ...r }) => [{ _tag: "ChangeRecurrence", ...r, recurrence: rule.data, on: r.from }]
)

const activities = written(
  "planned-activities.csv",
  fc.record({
    activity: id("ac"),
    about,
    series: maybe(id("se")),
    date: to,
    registerBy: maybe(from),
    on: maybe(from),
    held: maybe(fc.tuple(to, maybe(tally))),
    cancelled: maybe(fc.tuple(to, text))
  }),
  ({ about: all, held, cancelled, ...r }) => ({
    ...all.cells,
    activity: r.activity,
    series: r.series ?? "",
    date: r.date,
    registerBy: r.registerBy ?? "",
    on: r.on ?? "",
    held: held?.[0] ?? "",
    attended: held?.[1]?.[0] ?? "",
    cancelled: cancelled?.[0] ?? "",
    reason: cancelled?.[1] ?? ""
  }),
  ({ activity, about: all, series: of, date, registerBy, on, held, cancelled }) => {
    const planned = { ...all.data, series: of, date, registerBy, on: on ?? registerBy ?? date }
    return [
      given({ _tag: "PlanActivity", activity, ...planned }),
      ...(held === undefined ? [] : [given({ _tag: "HoldActivity", activity, attended: held[1]?.[1], on: held[0] })]),
      ...(cancelled === undefined ? [] : [{ _tag: "CancelActivity", activity, reason: cancelled[1], on: cancelled[0] }])
    ]
  }
)

const moved = written(
  "activity-changes.csv",
  fc
    .record({ activity: id("ac"), on: from, date: maybe(to), timed: fc.boolean(), capacity: maybe(fc.constant(30)) })
    .filter(({ date, capacity }) => date !== undefined || capacity !== undefined),
  ({ timed, ...r }) => ({
    ...r,
    date: r.date ?? "",
    hours: timed && r.date !== undefined ? "14:00~15:30" : "",
    capacity: cell(r.capacity)
  }),
  ({ activity, on, date, timed, capacity }) => [
    ...(date === undefined
      ? []
      : [
          given({
            _tag: "MoveActivity",
            activity,
            date,
            window: timed ? { open: "14:00", close: "15:30" } : undefined,
            on
          })
        ]),
    ...(capacity === undefined ? [] : [{ _tag: "ResizeActivity", activity, capacity, on }])
  ]
)

const outcomes = fc.constantFrom<readonly [Readonly<Record<string, string>>, Data]>(
  [{ need: "n-1" }, { need: "n-1" }],
  [{ case: "c-1" }, { case: "c-1" }],
  [{ project: "p-1" }, { project: "p-1" }],
  [{ prospect: "x-1" }, { prospect: "x-1" }],
  [
    { unit: "u-1", effect: "liveSales" },
    { unit: "u-1", result: "liveSales" }
  ]
)

const results = fc.record({ activity: id("ac"), on: from }).chain((of) =>
  fc
    .oneof(
      outcomes.map(([cells, outcome]) => ({ cells, command: { _tag: "LinkActivityOutcome", ...of, outcome } as Data })),
      tally.map(([count, value]) => ({
        cells: { metric: "views", count },
        command: { _tag: "ReportActivityReach", ...of, metric: "views", count: value } as Data
      }))
    )
    .map(
      ({ cells, command }): Written => ({
        file: "activity-results.csv",
        cells: { ...of, ...cells },
        commands: [command]
      })
    )
)

const registrations = written(
  "registrations.csv",
  fc.record({
    activity: id("ac"),
    participant: fc.oneof(
      unit.map((one) => ({ unit: one })),
      person.map((one) => ({ person: one }))
    ),
    on: from,
    request: maybe(fc.constant("2")),
    withdrawn: maybe(to),
    came: maybe(fc.tuple(fc.boolean(), to))
  }),
  ({ participant, came, ...r }) => ({
    ...r,
    ...participant,
    request: r.request ?? "",
    withdrawn: r.withdrawn ?? "",
    present: yes(came?.[0]),
    recorded: came?.[1] ?? ""
  }),
  ({ activity, participant, on, request, withdrawn, came }) => [
    given({ _tag: "RegisterParticipant", activity, participant, request, on }),
    ...(withdrawn === undefined
      ? []
      : [given({ _tag: "WithdrawParticipant", activity, participant, request, on: withdrawn })]),
    ...(came === undefined
      ? []
      : [{ _tag: "RecordParticipation", activity, participant, present: came[0], on: came[1] }])
  ]
)

/** Rows about programmes, series and activities, on the units of the other rows. */
export const programmeRows: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(
    maybe(leads).map((all) => all ?? []),
    fc.array(fc.oneof(programmes, joined, series, turned, activities, moved, results, registrations), { maxLength: 8 })
  )
  .map((parts) => parts.flat())
