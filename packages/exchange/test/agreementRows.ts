import * as fc from "fast-check"
import { cell, id, named } from "./listWords.ts"
import { type Data, from, given, list, maybe, person, text, to, unit, type Written, written } from "./rows.ts"

const clauses = fc.array(text, { minLength: 1, maxLength: 3 })
const version = fc.record({ clauses, on: from, adopted: maybe(to) })

const pact = fc
  .record({ place: unit, name: text, nameEn: maybe(text), versions: fc.array(version, { minLength: 1, maxLength: 2 }) })
  .map(
    ({ place, name, nameEn, versions }): ReadonlyArray<Written> =>
      versions.flatMap(({ clauses: texts, on, adopted }, at) => {
        const number = at + 1
        const all = texts.map((one, n) => ({ clause: `c-${n}`, text: one }))
        const drafted: Data =
          at === 0
            ? { _tag: "DraftPact", pact: "pa-1", place, names: named(name, nameEn), clauses: all, on }
            : { _tag: "AmendPact", pact: "pa-1", version: number, clauses: all, on }
        const head = at === 0 ? { place, name, nameEn: nameEn ?? "" } : {}
        return all.map((one, n) => ({
          file: "pacts.csv",
          cells: { pact: "pa-1", version: `${number}`, ...head, ...one, on, adopted: adopted ?? "" },
          commands: [
            ...(n === 0 ? [drafted] : []),
            ...(n === 0 && adopted !== undefined
              ? [{ _tag: "AdoptPact", pact: "pa-1", version: number, on: adopted }]
              : [])
          ]
        }))
      })
  )

const who = fc.oneof(
  unit.map((one) => ({ unit: one })),
  person.map((one) => ({ person: one }))
)
const signatures = written(
  "pact-signatures.csv",
  fc.record({ pact: id("pa"), version: fc.integer({ min: 1, max: 9 }), by: who, on: to }),
  ({ by, ...r }) => ({ ...r, ...by, version: `${r.version}` }),
  (r) => [{ _tag: "SignPact", ...r }]
)

const kinds = fc.constantFrom(
  ["资金", "fund", "1.5万", 1_500_000] as const,
  ["venue", "venue", "20", 20] as const,
  ["人才", "talent", "３", 3] as const
)
const lines = [
  ["楼宇", "building"],
  ["rural", "rural"]
] as const

const pairing = fc
  .record({
    name: text,
    fields: maybe(fc.constant(["commerce", "养老"])),
    from,
    to: maybe(to),
    on: maybe(from),
    units: fc.uniqueArray(unit, { minLength: 2, maxLength: 2 }),
    signed: fc.tuple(maybe(to), maybe(to)),
    promised: fc.tuple(fc.array(kinds, { maxLength: 2 }), fc.array(kinds, { maxLength: 2 })),
    terminated: maybe(fc.tuple(to, text)),
    delivered: maybe(fc.tuple(from, maybe(to)))
  })
  .map(({ name, units, signed, promised, terminated, delivered, ...r }): ReadonlyArray<Written> => {
    const parties = units.map((one, at) => ({
      unit: one,
      line: lines[at]?.[1],
      word: lines[at]?.[0] ?? "",
      signed: signed[at],
      commitments: (promised[at] ?? []).map(([word, kind, quantity, value], n) => ({
        cells: { commitment: `c-${at}-${n}`, kind: word, quantity },
        data: { commitment: `c-${at}-${n}`, by: one, kind, quantity: value }
      }))
    }))
    const commitments = parties.flatMap((one) => one.commitments)
    const commands = [
      given({
        _tag: "ProposePairing",
        pairing: "pg-1",
        names: { zh: name },
        parties: parties.map((one) => ({ unit: one.unit, line: one.line })),
        commitments: commitments.map(({ data }) => data),
        ...r,
        on: r.on ?? r.from
      }),
      ...(terminated === undefined
        ? []
        : [{ _tag: "TerminatePairing", pairing: "pg-1", to: terminated[0], reason: terminated[1], on: terminated[0] }])
    ]
    const head = {
      pairing: "pg-1",
      name,
      fields: list(r.fields),
      from: r.from,
      to: r.to ?? "",
      on: r.on ?? "",
      terminated: terminated?.[0] ?? "",
      reason: terminated?.[1] ?? ""
    }
    const rows = parties.flatMap((one, at) => {
      const cells = { ...head, unit: one.unit, line: one.word, signed: one.signed ?? "" }
      const own = [
        ...(at === 0 ? commands : []),
        ...(one.signed === undefined ? [] : [{ _tag: "SignPairing", pairing: "pg-1", unit: one.unit, on: one.signed }])
      ]
      const all = one.commitments.length === 0 ? [{}] : one.commitments.map((promise) => promise.cells)
      return all.map((more, n) => ({
        file: "pairings.csv",
        cells: { ...cells, ...more },
        commands: n === 0 ? own : []
      }))
    })
    const [promise] = commitments
    if (delivered === undefined || promise === undefined) return rows
    const [date, on] = delivered
    const { commitment, quantity } = promise.data
    const delivery = { pairing: "pg-1", commitment, delivery: "d-1" }
    return [
      ...rows,
      {
        file: "pairing-deliveries.csv",
        cells: { ...delivery, quantity: promise.cells.quantity, date, on: on ?? "" },
        commands: [{ _tag: "RecordPairingDelivery", ...delivery, quantity, date, on: on ?? date }]
      }
    ]
  })

const renewals = written(
  "pairing-renewals.csv",
  fc.record({ pairing: id("pg"), on: from, to: maybe(to) }),
  (r) => ({ ...r, to: r.to ?? "" }),
  (r) => [given({ _tag: "RenewPairing", ...r })]
)

const parties = fc.constantFrom(
  ["楼宇", "building"] as const,
  ["街道", "street"] as const,
  ["community", "community"] as const,
  ["社会组织", "socialOrganisation"] as const
)
const manager = fc.record({ kind: parties, unit, duty: text })

const managed = fc
  .record({
    name: text,
    nameEn: maybe(text),
    managers: fc.array(manager, { minLength: 1, maxLength: 4 }),
    from,
    to: maybe(to),
    on: maybe(from),
    ended: maybe(to)
  })
  .map(({ name, nameEn, managers, ended, ...r }): ReadonlyArray<Written> => {
    const of = { coManagement: "co-1", subject: "summer:1" }
    const data = managers.map(({ kind, ...one }) => ({ kind: kind[1], ...one }))
    const formed = given({
      _tag: "FormCoManagement",
      ...of,
      names: named(name, nameEn),
      managers: data,
      ...r,
      on: r.on ?? r.from
    })
    const over: ReadonlyArray<Data> =
      ended === undefined ? [] : [{ _tag: "EndCoManagement", coManagement: "co-1", to: ended, on: ended }]
    return managers.map(({ kind, ...one }, n) => ({
      file: "co-management.csv",
      cells: {
        ...of,
        name,
        nameEn: nameEn ?? "",
        ...one,
        kind: kind[0],
        from: r.from,
        to: r.to ?? "",
        on: r.on ?? "",
        ended: ended ?? ""
      },
      commands: n === 0 ? [formed, ...over] : []
    }))
  })

const replaced = written(
  "co-manager-changes.csv",
  fc.record({ coManagement: id("co"), manager, from }),
  ({ manager: { kind, ...one }, ...r }) => ({ ...r, ...one, kind: kind[0] }),
  ({ manager: { kind, ...one }, ...r }) => [{ _tag: "ReplaceCoManager", ...r, ...one, kind: kind[1], on: r.from }]
)

const opened = fc
  .record({
    name: text,
    place: unit,
    season: fc.constantFrom(["暑期", "summer"] as const, ["term", "term"] as const),
    capacity: fc.integer({ min: 1, max: 60 }),
    waiting: maybe(fc.nat({ max: 9 })),
    courses: fc.array(fc.record({ name: text, nameEn: maybe(text), capacity: maybe(fc.constant(9)) }), {
      maxLength: 3
    }),
    promise: maybe(fc.record({ committee: unit, year: fc.constant(2021), project: id("ap") })),
    coManagement: maybe(id("co")),
    from,
    to,
    on: maybe(from)
  })
  .map(({ name, place, season, capacity, waiting, courses, promise, coManagement, ...r }): ReadonlyArray<Written> => {
    const command = given({
      _tag: "OpenClass",
      class: "cl-1",
      names: { zh: name },
      place,
      season: season[1],
      courses: courses.map((one, n) =>
        given({ course: `k-${n}`, names: named(one.name, one.nameEn), capacity: one.capacity })
      ),
      bands: ["6-8", "9-11"],
      room: given({ capacity, waiting }),
      practicalProject: promise,
      coManagement,
      ...r,
      on: r.on ?? r.from
    })
    const cells = {
      class: "cl-1",
      name,
      place,
      season: season[0],
      bands: "6-8岁；9至11岁",
      capacity: `${capacity}`,
      waiting: cell(waiting),
      committee: promise?.committee ?? "",
      year: cell(promise?.year),
      project: promise?.project ?? "",
      coManagement: coManagement ?? "",
      from: r.from,
      to: r.to,
      on: r.on ?? ""
    }
    const rows = courses.map((one, n) => ({
      ...cells,
      course: `k-${n}`,
      courseName: one.name,
      courseNameEn: one.nameEn ?? "",
      courseCapacity: cell(one.capacity)
    }))
    return (rows.length === 0 ? [cells] : rows).map((one, n) => ({
      file: "childcare-classes.csv",
      cells: one,
      commands: n === 0 ? [command] : []
    }))
  })

const sizes = written(
  "class-sizes.csv",
  fc.record({ class: id("cl"), on: from, capacity: fc.integer({ min: 1, max: 99 }) }),
  (r) => ({ ...r, capacity: `${r.capacity}` }),
  (r) => [{ _tag: "ResizeClass", ...r }]
)

const enrolments = written(
  "enrolments.csv",
  fc.record({
    class: id("cl"),
    child: id("ch"),
    on: from,
    request: maybe(fc.constant("2")),
    courses: maybe(fc.constant(["武术", "roller"])),
    chosen: maybe(to),
    withdrawn: maybe(to)
  }),
  (r) => ({
    ...r,
    band: "6-8",
    request: r.request ?? "",
    courses: list(r.courses),
    chosen: r.courses === undefined ? "" : (r.chosen ?? ""),
    withdrawn: r.withdrawn ?? ""
  }),
  ({ on, request, courses = [], chosen, withdrawn, ...of }) => [
    given({ _tag: "EnrolChild", ...of, band: "6-8", request, on }),
    ...courses.map((course) => given({ _tag: "ChooseCourse", ...of, course, request, on: chosen ?? on })),
    ...(withdrawn === undefined ? [] : [given({ _tag: "WithdrawChild", ...of, request, on: withdrawn })])
  ]
)

const none = (arbitrary: fc.Arbitrary<ReadonlyArray<Written>>) =>
  fc.oneof(arbitrary, fc.constant<ReadonlyArray<Written>>([]))

/** Rows about pacts, pairings, co-management and childcare classes, on the units of the other rows. */
export const agreementRows: fc.Arbitrary<ReadonlyArray<Written>> = fc
  .tuple(
    none(pact),
    none(pairing),
    none(managed),
    none(opened),
    fc.array(fc.oneof(signatures, renewals, replaced, sizes, enrolments), { maxLength: 5 })
  )
  .map((parts) => parts.flat())
