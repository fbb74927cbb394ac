import { PipelinePresets } from "@louyu/recruitment"
import * as fc from "fast-check"
import { cell, id } from "./listWords.ts"
import { prospects } from "./prospectRows.ts"
import { from, given, list, maybe, person, several, text, to, unit, type Written, written } from "./rows.ts"

const amount = fc.integer({ min: 1, max: 90 })
const limits = fc.record({
  idleAfter: maybe(amount),
  waitingDays: maybe(amount),
  picks: maybe(fc.record({ amount, days: amount }))
})
type Limits = typeof limits extends fc.Arbitrary<infer A> ? A : never
const ruled = ({ picks, ...rest }: Limits) => ({
  ...rest,
  picks: picks?.amount,
  pickDays: picks?.days
})

/** A pipeline comes into force with its first row; later ones change the rules of the pool. */
const pipelines = fc
  .record({
    first: fc.record({ limits, from, renamed: fc.boolean() }),
    later: maybe(fc.record({ limits })),
    of: fc.constantFrom(...PipelinePresets.all)
  })
  .map(({ first, later, of }): ReadonlyArray<Written> => {
    const hasRule = Object.values(first.limits).some((limit) => limit !== undefined)
    const row = (one: Limits, on: string, more: object) => ({
      pipeline: first.renamed ? of.names.zh : of.id,
      ...Object.fromEntries(Object.entries(ruled(one)).map(([key, value]) => [key, cell(value)])),
      from: on,
      ...more
    })
    const rule = (one: Limits, on: string) => given({ _tag: "SetPoolRule", pipeline: of.id, ...one, from: on })
    const replaced = first.renamed ? { replaced: { 旧: of.stages[0].id } } : {}
    const adopted = { _tag: "AdoptPipeline", pipeline: of, ...replaced, from: first.from }
    return [
      {
        file: "pipelines.csv",
        cells: row(first.limits, first.from, first.renamed ? { replaced: `旧=${of.stages[0].names.zh}` } : {}),
        commands: [adopted, ...(hasRule ? [rule(first.limits, first.from)] : [])]
      },
      ...(later === undefined
        ? []
        : [
            {
              file: "pipelines.csv",
              cells: row(later.limits, "2030-01-01", {}),
              commands: [rule(later.limits, "2030-01-01")]
            }
          ])
    ]
  })

const industries = fc.constantFrom(["65", ["65"]] as const, ["A;651", ["A", "651"]] as const)
const edition = "GB/T 4754-2017"

const liaisons = fc
  .uniqueArray(
    fc.record({
      liaison: person,
      pipelines: maybe(
        fc.constantFrom(
          ["招商", ["investment"]] as const,
          ["人才引育;branchIncubation", ["talent", "branchIncubation"]] as const
        )
      ),
      places: maybe(several),
      industries: maybe(industries),
      capacity: maybe(amount),
      absent: fc.constantFrom(
        ["", []] as const,
        [
          "2022-07-01..2022-08-01；2023/1/1..",
          [{ from: "2022-07-01", to: "2022-08-01" }, { from: "2023-01-01" }]
        ] as const
      ),
      from,
      to: maybe(to)
    }),
    { selector: ({ liaison }) => liaison, maxLength: 3 }
  )
  .map((all) =>
    all.map((one): Written => {
      const { liaison, pipelines: named, places, industries: trades, capacity, absent, from: begin, to: end } = one
      return {
        file: "liaisons.csv",
        cells: {
          liaison,
          pipelines: named?.[0] ?? "",
          places: list(places),
          industries: trades?.[0] ?? "",
          capacity: cell(capacity),
          absent: absent[0],
          from: begin,
          to: end ?? ""
        },
        commands: [
          given({
            _tag: "EnrolLiaison",
            liaison,
            pipelines: named?.[1],
            places,
            industries: trades?.[1]?.map((code) => ({ edition, code })),
            capacity,
            from: begin
          }),
          ...absent[1].map((span) => ({ _tag: "OptOut", liaison, ...span })),
          ...(end === undefined ? [] : [{ _tag: "RetireLiaison", liaison, on: end }])
        ]
      }
    })
  )

const hows = [
  ["走访", "visit"],
  ["call", "call"],
  ["微信", "message"]
] as const

const contacts = written(
  "contacts.csv",
  fc.record({
    contact: id("c"),
    prospect: id("pp"),
    how: fc.constantFrom(...hows),
    at: from,
    on: maybe(to),
    by: person,
    outcome: maybe(fc.constant("满意")),
    note: maybe(text)
  }),
  ({ how, ...r }) => ({ ...r, how: how[0], on: r.on ?? "", outcome: r.outcome ?? "", note: r.note ?? "" }),
  ({ how, ...r }) => [given({ _tag: "LogContact", ...r, how: how[1], on: r.on ?? r.at })]
)

const followUps = written(
  "follow-ups.csv",
  fc.record({
    followUp: id("f"),
    prospect: id("pp"),
    what: text,
    due: to,
    by: maybe(person),
    on: from,
    closed: maybe(to),
    isDropped: fc.boolean()
  }),
  ({ isDropped, ...r }) => ({
    ...r,
    by: r.by ?? "",
    closed: r.closed ?? "",
    done: r.closed !== undefined && isDropped ? "否" : ""
  }),
  ({ isDropped, closed, ...plan }) => [
    given({ _tag: "PlanFollowUp", ...plan }),
    ...(closed === undefined
      ? []
      : [{ _tag: "CloseFollowUp", prospect: plan.prospect, followUp: plan.followUp, done: !isDropped, on: closed }])
  ]
)

const size = fc.record({ seats: fc.integer({ min: 0, max: 60 }), rooms: fc.integer({ min: 0, max: 9 }) })

type Size = typeof size extends fc.Arbitrary<infer A> ? A : never

const offices = fc
  .record({
    name: text,
    nameEn: maybe(text),
    place: unit,
    size,
    later: maybe(size),
    area: maybe(fc.constantFrom(120, 88.5)),
    freeMonths: maybe(fc.constant(3)),
    from,
    to: maybe(to)
  })
  .map(
    ({ name, nameEn, place, size: first, later, area, freeMonths, from: begin, to: end }): ReadonlyArray<Written> => {
      const office = "office-1"
      const cells = {
        office,
        name,
        nameEn: nameEn ?? "",
        place,
        area: cell(area),
        freeMonths: cell(freeMonths),
        to: end ?? ""
      }
      const sized = ({ seats, rooms }: Size) => ({ seats: cell(seats), rooms: cell(rooms) })
      const opened = given({
        _tag: "OpenOffice",
        office,
        place,
        names: given({ zh: name, en: nameEn }),
        ...first,
        area,
        freeMonths,
        from: begin
      })
      // After every beginning and before every end.
      const changed = "2018-03-11"
      return [
        {
          file: "offices.csv",
          cells: { ...cells, ...sized(first), from: begin },
          commands: [opened, ...(end === undefined ? [] : [{ _tag: "CloseOffice", office, on: end }])]
        },
        ...(later === undefined
          ? []
          : [
              {
                file: "offices.csv",
                cells: { ...cells, ...sized(later), from: changed },
                commands: [{ _tag: "ResizeOffice", office, ...later, from: changed }]
              }
            ])
      ]
    }
  )

const stays = fc
  .uniqueArray(
    fc.record({
      stay: id("st"),
      prospect: maybe(id("pp")),
      enterprise: unit,
      seats: fc.integer({ min: 1, max: 9 }),
      rooms: maybe(fc.constant(1)),
      from,
      extended: fc.uniqueArray(to, { maxLength: 2 }),
      end: maybe(fc.constantFrom(["落户", "settled", "u-1"] as const, ["left", "left", undefined] as const))
    }),
    { selector: ({ stay }) => stay, maxLength: 3 }
  )
  .map((all) =>
    all.flatMap(({ stay, prospect, enterprise, seats, rooms, from: begin, extended, end }): ReadonlyArray<Written> => {
      const ended = end === undefined ? undefined : "2030-01-01"
      const cells = {
        stay,
        office: "office-1",
        prospect: prospect ?? "",
        enterprise,
        seats: cell(seats),
        rooms: cell(rooms),
        from: begin,
        ended: ended ?? "",
        outcome: end?.[0] ?? "",
        tenant: end?.[2] ?? ""
      }
      const course = [
        given({
          _tag: "StartStay",
          stay,
          office: "office-1",
          prospect,
          enterprise,
          seats,
          rooms: rooms ?? 0,
          from: begin
        }),
        ...(end === undefined ? [] : [given({ _tag: "EndStay", stay, outcome: end[1], tenant: end[2], on: ended })])
      ]
      const [first, ...more] = extended.map((until) => ({
        cells: { extendedUntil: until, extensionReason: "装修未完", extended: "2018-03-01" },
        commands: [{ _tag: "ExtendStay", stay, until, reason: "装修未完", on: "2018-03-01" }]
      }))
      return [
        { file: "stays.csv", cells: { ...cells, ...first?.cells }, commands: [...course, ...(first?.commands ?? [])] },
        ...more.map((one) => ({ file: "stays.csv", cells: { ...cells, ...one.cells }, commands: one.commands }))
      ]
    })
  )

/** Rows about pipelines, liaisons, prospects, offices and stays, on the units of the other rows. */
export const recruitmentRows: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(
    pipelines,
    liaisons,
    prospects,
    fc.uniqueArray(contacts, { selector: ({ cells }) => cells.contact, maxLength: 3 }),
    fc.uniqueArray(followUps, { selector: ({ cells }) => cells.followUp, maxLength: 3 }),
    offices,
    stays
  )
  .map((parts) => parts.flat())
