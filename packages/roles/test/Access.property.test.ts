import { CivilDate, Decider, type Identifier } from "@louyu/kernel"
import { Access, AccessPolicy, AccessTable, Command, Directory, type RoleScheme, Rosters } from "@louyu/roles"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { person, places, schemes as presets, unit } from "./city.ts"
import { history as appointments, dayAt, days, grants } from "./histories.ts"

// A chief sees less of contacts than of everything else, and more of members.
const schemes = presets.map((scheme): RoleScheme.RoleScheme => {
  const [first, ...rest] = scheme.roles
  return { ...scheme, roles: [{ ...first, clearances: { contact: 1, member: 4 } }, ...rest] }
})
const history = fc.tuple(appointments, grants).map(([commands, given]) => [...commands, ...given])
const decoder = Schema.decodeUnknownSync(Command.Command)
const decider = Rosters.decider(schemes)
const policy = AccessPolicy.cautious
const people = ["p-1", "p-2", "p-3", "p-4", "p-9"].map(person)
const records = ["tower", "grid-1", "grid-2", "plaza", "firm", "street", "committee"].map(unit)
const numRuns = 60

const run = (commands: ReadonlyArray<object>) =>
  Decider.run(
    decider,
    Rosters.initial,
    commands.map((one) => decoder(one)),
    places
  ).state
const directoryOn = (state: Rosters.Rosters, on: CivilDate.CivilDate) =>
  Directory.of(schemes, Rosters.all(state), places, on)

const rank = { deny: 0, mask: 1, allow: 2 } as const
const showing = { hide: 0, mask: 1, show: 2 } as const

/**
 * The plainest way to decide one field: walk up from the record, look at every chair and every right given there, and take
 * what is best.
 */
const oracle = (
  state: Rosters.Rosters,
  on: CivilDate.CivilDate,
  who: Identifier.PersonId,
  { record, purpose }: Access.Request,
  field: string
): "show" | "mask" | "hide" => {
  const known = policy.classes.find((one) => one.id === record.class)
  const rule = known?.fields[field]
  if (known === undefined || rule === undefined || !known.purposes.includes(purpose)) return "hide"
  const directory = directoryOn(state, on)
  const up = [record.unit, ...places.above(record.unit, on)]
  const home =
    rule.stays === undefined ? undefined : up.findIndex((one) => places.sorts(one, on).includes(rule.stays ?? ""))
  const near = home === undefined ? up : up.slice(0, home + 1)
  const levels = near.flatMap((one) => [
    ...Directory.posts(directory, one)
      .filter((at) => Directory.holders(directory, at).some((holder) => holder.person === who))
      .map((at) => at.role.clearances?.[record.class] ?? at.role.clearance),
    ...[...Rosters.all(state)]
      .flatMap((roster) => roster.grants)
      .filter(
        (g) =>
          g.person === who &&
          g.unit === one &&
          g.purpose === purpose &&
          g.from <= on &&
          (g.to === undefined || on < g.to)
      )
      .map((g) => g.level)
  ])
  if (levels.length === 0) return "hide"
  const best = Math.max(...levels)
  if (best >= rule.level) return "show"
  return rule.masked !== undefined && rule.mask !== undefined && best >= rule.masked ? "mask" : "hide"
}

const requests = records.flatMap((at) =>
  policy.classes.flatMap((one) =>
    one.purposes.slice(0, 2).map((purpose) => ({ record: { id: `${one.id}-1`, class: one.id, unit: at }, purpose }))
  )
)

describe("access, whatever people hold", () => {
  it("P-41 R2-15 invariant 14: every field of every decision is what a walk up the tree gives, and nothing more", () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: days }), (commands, offset) => {
        const state = run(commands)
        const on = dayAt(offset)
        const directory = directoryOn(state, on)
        for (const who of people) {
          for (const request of requests) {
            const { fields } = Access.decide(directory, policy, who, request)
            for (const [field, reason] of Object.entries(fields)) {
              expect([field, reason.showing]).toEqual([field, oracle(state, on, who, request, field)])
              expect(reason.showing === "hide").toBe(reason.by === undefined)
            }
          }
        }
      }),
      { numRuns, seed: 71 }
    )
  })

  it("R2-17 the list of who can see a record is exactly those who are not denied", () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: days }), (commands, offset) => {
        const directory = directoryOn(run(commands), dayAt(offset))
        for (const request of requests) {
          const listed = Access.whoCanSee(directory, policy, request)
          const asked = people
            .map((who) => ({ person: who, outcome: Access.decide(directory, policy, who, request).outcome }))
            .filter(({ outcome }) => outcome !== "deny")
          expect(listed).toEqual(asked)
        }
      }),
      { numRuns, seed: 72 }
    )
  })

  it("R2-15 what a person can see, as subtrees, is what decisions show at every unit, no field more and none less", () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: days }), (commands, offset) => {
        const on = dayAt(offset)
        const directory = directoryOn(run(commands), on)
        for (const who of people) {
          for (const request of requests) {
            const { record, purpose } = request
            const parts = Access.visible(directory, policy, who, record.class, purpose)
            const { fields } = Access.decide(directory, policy, who, request)
            const shown = Object.keys(fields).filter((field) => fields[field]?.showing === "show")
            const reaching = parts.filter((part) => places.isWithin(record.unit, part.unit, on))
            expect([...new Set(reaching.flatMap((part) => part.shown))].toSorted()).toEqual(shown.toSorted())
            // No part is left that another one makes needless.
            for (const [i, one] of parts.entries()) {
              const others = parts.filter((other, j) => i !== j && places.isWithin(one.unit, other.unit, on))
              expect(others.some((other) => one.shown.every((field) => other.shown.includes(field)))).toBe(false)
            }
          }
        }
      }),
      { numRuns, seed: 73 }
    )
  })

  it("P-41 R2-16 invariant 14: adding a right never takes access away, and ending posts never adds any", () => {
    const grant = {
      _tag: "GrantAccess",
      roster: "tower",
      unit: "tower",
      person: "p-1",
      level: 2,
      purpose: "service",
      from: dayAt(0),
      to: dayAt(days + 30)
    }
    const drop = (roster: string) => ({ _tag: "DropScheme", roster, layer: "operating", on: dayAt(0) })
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: days }), (commands, offset) => {
        const on = dayAt(offset)
        const now = directoryOn(run(commands), on)
        const more = directoryOn(run([...commands, grant]), on)
        const less = directoryOn(run([...commands, drop("tower"), drop("plaza")]), on)
        for (const who of people) {
          for (const request of requests) {
            const [a, b, c] = [now, more, less].map((directory) => Access.decide(directory, policy, who, request))
            if (a === undefined || b === undefined || c === undefined) throw new Error("three decisions were made")
            expect(rank[b.outcome]).toBeGreaterThanOrEqual(rank[a.outcome])
            expect(rank[c.outcome]).toBeLessThanOrEqual(rank[a.outcome])
            for (const field of Object.keys(a.fields)) {
              expect(showing[b.fields[field]?.showing ?? "hide"]).toBeGreaterThanOrEqual(
                showing[a.fields[field]?.showing ?? "hide"]
              )
            }
          }
        }
      }),
      { numRuns: 30, seed: 74 }
    )
  })
})

describe("the table of rights", () => {
  it("R2-15 P-41 compiled from a directory it allows exactly what decisions show, for everybody, everywhere", () => {
    const order = ["street", "cbd", "committee", "tower", "grid-1", "grid-2", "party-body", "firm", "plaza"].map(unit)
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: days }), (commands, offset) => {
        const on = dayAt(offset)
        const directory = directoryOn(run(commands), on)
        const reach = (of: Identifier.UnitId) => {
          const enter = order.indexOf(of)
          const size = order.filter((one) => places.isWithin(one, of, on)).length
          return enter < 0 ? undefined : ([enter, enter + size] as const)
        }
        const purpose = "service"
        const { table, people: numbers, classes } = AccessTable.of(directory, policy, purpose, reach)
        for (const who of people) {
          for (const at of order) {
            for (const { id, fields: rules } of policy.classes) {
              const { fields } = Access.decide(directory, policy, who, { record: { id, class: id, unit: at }, purpose })
              for (const [field, rule] of Object.entries(rules).filter(([, one]) => one.stays === undefined)) {
                const [person, column] = [numbers.get(who) ?? -1, classes.get(id) ?? -1]
                const allowed = AccessTable.allows(
                  table,
                  person,
                  order.indexOf(at),
                  column,
                  rule.level,
                  CivilDate.toEpochDay(on)
                )
                expect([who, at, id, field, allowed]).toEqual([who, at, id, field, fields[field]?.showing === "show"])
                const tomorrow = CivilDate.toEpochDay(on) + 1
                expect(AccessTable.allows(table, person, order.indexOf(at), column, rule.level, tomorrow)).toBe(false)
              }
            }
          }
        }
      }),
      { numRuns: 30, seed: 76 }
    )
  })

  it("P-41 a class, person or unit the table does not know is denied, whatever stands beside it", () => {
    const right = { person: 0, enter: 0, exit: 10, from: 0, to: Number.POSITIVE_INFINITY }
    const table = AccessTable.compile(1, [{ ...right, kind: 0 }], [[1], [4, 4, 4]])
    expect(AccessTable.allows(table, 0, 9, 0, 1, 5)).toBe(true)
    expect(AccessTable.allows(table, 0, 9, 1, 1, 5)).toBe(false)
    for (const column of [-1, 3, 4, 5]) {
      expect(AccessTable.allows(table, 0, 9, column, 0, 5)).toBe(false)
      expect(AccessTable.reach(table, 0, column, 0, 5)).toEqual([])
    }
    for (const person of [-1, 1, 7]) expect(AccessTable.allows(table, person, 9, 0, 0, 5)).toBe(false)
    expect(AccessTable.allows(table, 0, 10, 0, 0, 5)).toBe(false)
  })

  const right = fc.record({
    person: fc.integer({ min: 0, max: 4 }),
    enter: fc.integer({ min: 0, max: 30 }),
    length: fc.integer({ min: 1, max: 10 }),
    kind: fc.integer({ min: 0, max: 2 }),
    from: fc.integer({ min: 0, max: 20 }),
    days: fc.integer({ min: 1, max: 20 })
  })
  const levels = [
    [0, 2, 4],
    [1, 1, 1],
    [3, 0, 2]
  ] as const

  it("R2-15 says of every person, unit, class, level and day what looking at every right says, and its reach too", () => {
    fc.assert(
      fc.property(fc.array(right, { maxLength: 20 }), (drawn) => {
        const rights = drawn.map(({ length, days: lasting, ...one }) => ({
          ...one,
          exit: one.enter + length,
          to: one.from + lasting
        }))
        const table = AccessTable.compile(5, rights, levels)
        for (let who = 0; who < 5; who++) {
          for (const day of [0, 5, 13, 39]) {
            for (const [recordClass, level] of [
              [0, 1],
              [1, 2],
              [2, 3]
            ] as const) {
              const plain = (place: number) =>
                rights.some(
                  (one) =>
                    one.person === who &&
                    one.enter <= place &&
                    place < one.exit &&
                    one.from <= day &&
                    day < one.to &&
                    (levels[one.kind]?.[recordClass] ?? 0) >= level
                )
              const reach = AccessTable.reach(table, who, recordClass, level, day)
              for (let place = 0; place < 42; place++) {
                expect(AccessTable.allows(table, who, place, recordClass, level, day)).toBe(plain(place))
                expect(reach.some(([enter, exit]) => enter <= place && place < exit)).toBe(plain(place))
              }
              expect(reach.every(([enter], i) => i === 0 || (reach[i - 1]?.[1] ?? 0) < enter)).toBe(true)
            }
          }
        }
      }),
      { numRuns: 100, seed: 75 }
    )
  })
})
