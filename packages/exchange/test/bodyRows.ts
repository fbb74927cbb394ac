import { BodyPresets } from "@louyu/casework"
import * as fc from "fast-check"
import { cell, id, named } from "./listWords.ts"
import { type Data, from, given, list, maybe, person, several, text, to, unit, type Written } from "./rows.ts"

const kinds = [
  [BodyPresets.jointMeeting, "党建联席会议", "入驻企业", "tenant"],
  [BodyPresets.buildingCouncil, "buildingCouncil", "memberUnit", "memberUnit"]
] as const

const founded = fc
  .record({
    kind: fc.constantFrom(...kinds),
    place: unit,
    name: text,
    nameEn: maybe(text),
    dispatcher: unit,
    from,
    seats: fc.array(fc.record({ unit, from, to: maybe(to) }), { maxLength: 3 }),
    chair: maybe(fc.record({ unit, person, from, until: maybe(to), ended: maybe(to) }))
  })
  .map(({ kind: [kind, word, partyWord, party], place, name, nameEn, dispatcher, from: on, seats, chair }) => {
    const handsOut = kind.dispatch.by === "named" ? dispatcher : undefined
    const rows: ReadonlyArray<Written> = [
      {
        file: "bodies.csv",
        cells: { body: "bo-1", kind: word, place, name, nameEn: nameEn ?? "", dispatcher: handsOut ?? "", from: on },
        commands: [
          given({
            _tag: "FoundBody",
            body: "bo-1",
            kind,
            place,
            names: named(name, nameEn),
            dispatcher: handsOut,
            on
          })
        ]
      },
      ...seats.map(
        (seat): Written => ({
          file: "seats.csv",
          cells: { body: "bo-1", unit: seat.unit, party: partyWord, from: seat.from, to: seat.to ?? "" },
          commands: [
            { _tag: "SeatMember", body: "bo-1", unit: seat.unit, party, on: seat.from },
            ...(seat.to === undefined ? [] : [{ _tag: "UnseatMember", body: "bo-1", unit: seat.unit, on: seat.to }])
          ]
        })
      )
    ]
    if (chair === undefined) return rows
    const elected: Written = {
      file: "chairs.csv",
      cells: {
        body: "bo-1",
        unit: chair.unit,
        chair: chair.person,
        from: chair.from,
        until: chair.until ?? "",
        ended: chair.ended ?? ""
      },
      commands: [
        given({
          _tag: "ElectChair",
          body: "bo-1",
          unit: chair.unit,
          person: chair.person,
          until: chair.until,
          on: chair.from
        }),
        ...(chair.ended === undefined ? [] : [{ _tag: "EndTerm", body: "bo-1", on: chair.ended }])
      ]
    }
    return [...rows, elected]
  })

const outcomes = [
  ["同意", "agreed"],
  ["deferred", "deferred"]
] as const

const meeting = fc
  .record({
    meeting: id("me"),
    date: from,
    announced: maybe(from),
    called: maybe(fc.record({ by: unit, matter: text })),
    attendance: maybe(several),
    recorded: maybe(to),
    adjourned: maybe(to),
    items: fc.array(
      fc.record({
        subject: fc.constantFrom("case", "title", "carried"),
        title: text,
        by: maybe(unit),
        on: maybe(from),
        outcome: maybe(fc.constantFrom(...outcomes)),
        proposal: maybe(fc.constant("pr-1")),
        decided: maybe(to)
      }),
      { maxLength: 3 }
    )
  })
  .map((one): ReadonlyArray<Written> => {
    const of = { body: "bo-1", meeting: one.meeting }
    const { date, called, attendance, items } = one
    const recorded = attendance === undefined ? undefined : one.recorded
    const announced = { ...of, date, on: one.announced ?? date }
    const held: Written = {
      file: "meetings.csv",
      cells: {
        ...of,
        date,
        announced: one.announced ?? "",
        by: called?.by ?? "",
        matter: called?.matter ?? "",
        attendance: list(attendance),
        recorded: recorded ?? "",
        adjourned: one.adjourned ?? ""
      },
      commands: [
        called === undefined
          ? { _tag: "ScheduleMeeting", ...announced }
          : { _tag: "CallMeeting", ...announced, ...called },
        ...(attendance === undefined
          ? []
          : [{ _tag: "RecordAttendance", ...of, units: attendance, on: recorded ?? date }]),
        ...(one.adjourned === undefined ? [] : [{ _tag: "AdjournMeeting", ...of, on: one.adjourned }])
      ]
    }
    return [
      held,
      ...items.map(({ subject, title, on, ...item }, n): Written => {
        const matter = { ...of, item: `it-${n}` }
        const by = subject === "carried" ? undefined : item.by
        const [word, outcome] = item.outcome ?? ["", undefined]
        const proposal = outcome === undefined ? undefined : item.proposal
        const decided = outcome === undefined ? undefined : item.decided
        const day = on ?? date
        const put: Data =
          subject === "carried"
            ? { _tag: "CarryItemOver", ...matter, on: day }
            : given({
                _tag: "PutOnAgenda",
                ...matter,
                subject: subject === "case" ? { case: "ca-7" } : { title },
                by,
                on: day
              })
        return {
          file: "agenda.csv",
          cells: {
            ...matter,
            case: subject === "case" ? "ca-7" : "",
            title: subject === "title" ? title : "",
            by: by ?? "",
            on: on ?? "",
            outcome: word,
            proposal: proposal ?? "",
            decided: decided ?? ""
          },
          commands: [
            put,
            ...(outcome === undefined
              ? []
              : [given({ _tag: "DecideItem", ...matter, outcome, proposal, on: decided ?? date })])
          ]
        }
      })
    ]
  })

const gift = fc.constantFrom(
  [{ money: "10万" }, { kind: "money", fen: 10_000_000 }] as const,
  [{ places: "4" }, { kind: "space", places: 4 }] as const,
  [{ people: "12" }, { kind: "labour", people: 12 }] as const
)
const proposal = fc
  .record({
    proposal: id("pr"),
    by: unit,
    text,
    on: from,
    gifts: fc.array(fc.record({ by: unit, gift }), { maxLength: 3 })
  })
  .map(({ proposal: made, by, text: words, on, gifts }): ReadonlyArray<Written> => {
    const row = { body: "bo-1", item: "it-1", proposal: made, by, text: words, on }
    const contributions = gifts.map(({ by: giver, gift: [, data] }) => ({ by: giver, ...data }))
    const rows = gifts.map(({ by: contributor, gift: [cells] }) => ({ ...row, ...cells, contributor }))
    return (rows.length === 0 ? [row] : rows).map((cells, n) => ({
      file: "proposals.csv",
      cells,
      commands: n === 0 ? [{ _tag: "MakeProposal", ...row, contributions }] : []
    }))
  })

const itemStep = fc
  .tuple(
    from,
    fc.constantFrom(
      [
        { what: "回访", satisfied: "否" },
        { _tag: "FollowUpItem", satisfied: false }
      ] as const,
      [{ what: "销号" }, { _tag: "CloseItem" }] as const,
      [
        { what: "observe", recurrences: "0" },
        { _tag: "ObserveResult", recurrences: 0 }
      ] as const
    )
  )
  .map(
    ([on, [cells, command]]): Written => ({
      file: "agenda-steps.csv",
      cells: { body: "bo-1", item: "it-1", on, ...cells },
      commands: [{ ...command, body: "bo-1", item: "it-1", on }]
    })
  )

const dispatched = fc
  .record({
    task: id("ta"),
    name: text,
    nameEn: maybe(text),
    by: unit,
    to: maybe(unit),
    assisting: maybe(several),
    hasDuties: fc.boolean(),
    due: maybe(to),
    on: from
  })
  .map(({ task, name, nameEn, by, to: lead, assisting, hasDuties, due, on }): Written => {
    const duties = [
      { unit: "u-1", duty: "巡查" },
      { unit: "u-2", duty: "出资" }
    ]
    const row = { body: "bo-1", task, item: "it-1", by, on }
    return {
      file: "tasks.csv",
      cells: {
        ...row,
        name,
        nameEn: nameEn ?? "",
        to: lead ?? "",
        assisting: list(assisting),
        duties: hasDuties ? "u-1=巡查；u-2=出资" : "",
        due: due ?? ""
      },
      commands: [
        given({
          _tag: "DispatchItem",
          ...row,
          names: named(name, nameEn),
          to: lead,
          assisting,
          duties: hasDuties ? duties : undefined,
          due
        })
      ]
    }
  })

const published = fc
  .record({
    year: fc.integer({ min: 2020, max: 2024 }),
    on: from,
    tasks: fc.array(
      fc.record({
        name: text,
        due: maybe(to),
        milestones: fc.array(fc.record({ name: text, by: maybe(to) }), { maxLength: 2 })
      }),
      { minLength: 1, maxLength: 3 }
    )
  })
  .map(({ year, on, tasks }): ReadonlyArray<Written> => {
    const data = tasks.map(({ name, due, milestones }, n) =>
      given({
        task: `yt-${n}`,
        names: { zh: name },
        due,
        milestones:
          milestones.length === 0
            ? undefined
            : milestones.map((one, m) => given({ milestone: `m-${m}`, names: { zh: one.name }, by: one.by }))
      })
    )
    const rows = tasks.flatMap(({ name, due, milestones }, n) => {
      const row = { body: "bo-1", task: `yt-${n}`, year: cell(year), name, due: due ?? "", on }
      const more = milestones.map((one, m) => ({
        ...row,
        milestone: `m-${m}`,
        milestoneName: one.name,
        milestoneBy: one.by ?? ""
      }))
      return more.length === 0 ? [row] : more
    })
    return rows.map((cells, n) => ({
      file: "tasks.csv",
      cells,
      commands: n === 0 ? [{ _tag: "PublishWorkList", body: "bo-1", year, tasks: data, on }] : []
    }))
  })

const taskStep = fc
  .tuple(
    from,
    unit,
    fc.constantFrom(
      [{ what: "认领" }, { _tag: "ClaimTask" }] as const,
      [{ what: "accept" }, { _tag: "AcceptTask" }] as const,
      [
        { what: "汇报", text: "过半" },
        { _tag: "ReportTask", text: "过半" }
      ] as const,
      [
        { what: "节点", milestone: "m-1" },
        { _tag: "ReachMilestone", milestone: "m-1" }
      ] as const,
      [
        { what: "退回", text: "人手不足" },
        { _tag: "ReturnTask", reason: "人手不足" }
      ] as const,
      [{ what: "fulfil" }, { _tag: "FulfilTask" }] as const
    )
  )
  .map(
    ([on, by, [cells, command]]): Written => ({
      file: "task-steps.csv",
      cells: { body: "bo-1", task: "ta-1", by, on, ...cells },
      commands: [{ ...command, body: "bo-1", task: "ta-1", by, on }]
    })
  )

const first = (rows: ReadonlyArray<Written>, column: string): string | undefined => rows[0]?.cells[column]

/** Rows about bodies that deliberate, their meetings and tasks, on the units of the other rows. */
export const bodyRows: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(
    founded,
    fc.uniqueArray(meeting, { selector: (rows) => first(rows, "meeting"), maxLength: 2 }).map((all) => all.flat()),
    fc.uniqueArray(proposal, { selector: (rows) => first(rows, "proposal"), maxLength: 2 }).map((all) => all.flat()),
    fc.array(itemStep, { maxLength: 3 }),
    fc.array(dispatched, { maxLength: 2 }),
    maybe(published).map((rows) => rows ?? []),
    fc.array(taskStep, { maxLength: 3 })
  )
  .map((parts) => parts.flat())
