import type { Period } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { QualificationKindId } from "../src/EnterpriseCatalogue.ts"
import type { EnterpriseCommand } from "../src/EnterpriseCommand.ts"
import { EnterpriseEvent } from "../src/EnterpriseEvent.ts"
import * as Register from "../src/EnterpriseRegister.ts"
import * as Holders from "../src/Holders.ts"
import { command, day, decider, type Encoded, facts, grant, industry, report, revoke, unit } from "./enterpriseScene.ts"

const firms = ["a", "b", "c", "d"]
const kinds = ["highTech", "aboveScale", "srdi"]
const days = ["2020-01-01", "2020-07-01", "2021-01-01", "2021-03-01", "2021-12-31", "2022-01-01", "2022-06-01"]
const pick = fc.constantFrom
const firm = pick(...firms)
const kind = pick(...kinds)
const date = pick(...days)
const level = fc.option(pick("srdiSme", "littleGiant"))
const leveled = (of: string, at: string | null): object => (of === "srdi" && at !== null ? { level: at } : {})

const anyCommand: fc.Arbitrary<EnterpriseCommand> = fc
  .oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(firm, kind, level, date, fc.option(date))
        .map(([f, k, l, from, to]) => grant(f, k, from, { ...leveled(k, l), ...(to === null ? {} : { to }) }))
    },
    { weight: 2, arbitrary: fc.tuple(firm, kind, level, date).map(([f, k, l, on]) => revoke(f, k, on, leveled(k, l))) },
    fc.tuple(firm, pick("65", "7264", "J"), date, date).map(([f, code, from, on]) => industry(f, code, from, on)),
    fc
      .tuple(firm, pick(2020, 2021, 2023), date, fc.integer({ min: -1, max: 3 }), fc.boolean())
      .map(([f, year, on, n, both]) => report(f, year, on, { employees: n, ...(both ? { revenue: n } : {}) })),
    fc.tuple(firm, date, date, fc.integer({ min: 0, max: 3 })).map(
      ([enterprise, asOf, on, count]): Encoded => ({
        _tag: "CountIntellectualProperty",
        enterprise,
        kind: "patent",
        count,
        asOf,
        on
      })
    ),
    fc.tuple(firm, pick("s1", "s2"), date, fc.option(date)).map(
      ([enterprise, support, from, to]): Encoded => ({
        _tag: "RecordSupport",
        enterprise,
        support,
        kind: "interns",
        by: "university",
        from,
        ...(to === null ? {} : { to })
      })
    ),
    fc
      .tuple(firm, pick("s1", "s2"), date)
      .map(([enterprise, support, on]): Encoded => ({ _tag: "EndSupport", enterprise, support, on }))
  )
  .map(command)
const history = fc.array(anyCommand, { maxLength: 40 })

interface Ran {
  readonly register: Register.EnterpriseRegister
  readonly accepted: ReadonlyArray<EnterpriseCommand>
  readonly told: ReadonlyArray<EnterpriseEvent>
}

const decodeEvent = Schema.decodeUnknownSync(EnterpriseEvent)

const run = (commands: ReadonlyArray<EnterpriseCommand>, from = decider.initial): Ran => {
  const accepted: Array<EnterpriseCommand> = []
  let register = from
  const told: Array<EnterpriseEvent> = []
  for (const one of commands) {
    const decided = decider.decide(register, one, facts)
    if (decided._tag !== "Success") continue
    accepted.push(one)
    told.push(...decided.success)
    register = decided.success.reduce(decider.evolve, register)
  }
  return { register, accepted, told }
}

// Every day on its own, from the accepted commands only: what is held when nothing is overlooked.
const heldOn = (accepted: ReadonlyArray<EnterpriseCommand>, enterprise: string, on: string): ReadonlySet<string> => {
  const lives = new Map<string, { from: string; to: string; of: string; who: string; given: string }>()
  const told = new Set<string>()
  for (const one of accepted) {
    if (one._tag === "GrantQualification") {
      const { level = "", to = "9999", from, enterprise: who } = one
      const given = `${who} ${one.kind} ${level} ${from} ${to}`
      if (!lives.has(given)) lives.set(given, { from, to, of: one.kind, who: `${who} ${one.kind} ${level}`, given })
    }
    if (one._tag === "RevokeQualification") {
      const who = `${one.enterprise} ${one.kind} ${one.level ?? ""}`
      // Told a second time, it is no news, whatever was granted in between.
      if (told.has(`${who} ${one.on}`)) continue
      told.add(`${who} ${one.on}`)
      for (const life of lives.values()) {
        if (life.who === who && life.from <= one.on && one.on < life.to) life.to = one.on
      }
    }
  }
  const own = [...lives.values()].filter(({ who }) => who.startsWith(`${enterprise} `))
  return new Set(own.filter(({ from, to }) => from <= on && on < to).map(({ of }) => of))
}

describe("the register of enterprises", () => {
  it("gives no events and no error when a whole history is told again, and stays as it is", () => {
    fc.assert(
      fc.property(history, (commands) => {
        const { register, accepted, told } = run(commands)
        const again = run(accepted, register)
        expect(again.accepted).toHaveLength(accepted.length)
        expect(again.told).toEqual([])
        expect(again.register).toBe(register)
        for (const event of told) expect(decodeEvent(event, { onExcessProperty: "error" })).toEqual(event)
      }),
      { numRuns: 300, seed: 201 }
    )
  })

  it("never lets the same qualification of the same level be held twice on a day", () => {
    fc.assert(
      fc.property(history, date, (commands, on) => {
        const { register } = run(commands)
        for (const firm of firms) {
          const held = Register.qualifications(Register.enterprise(register, unit(firm)), day(on))
          const names = held.map(({ kind, level }) => `${kind} ${level}`)
          expect(new Set(names).size).toBe(names.length)
        }
      }),
      { numRuns: 300, seed: 202 }
    )
  })

  it("H-27 counts holders, kinds and combinations as a count of every firm by hand does", () => {
    fc.assert(
      fc.property(history, date, fc.array(firm, { maxLength: 6 }), (commands, on, among) => {
        const { register, accepted } = run(commands)
        const holders = Holders.of(register, among.map(unit), day(on))
        const sets = [...new Set(among)].map((firm) => heldOn(accepted, firm, on))
        expect(holders.among).toBe(sets.length)
        expect(holders.holders).toBe(sets.filter(({ size }) => size > 0).length)
        for (const kind of kinds) expect(Holders.count(holders, kind)).toBe(sets.filter((s) => s.has(kind)).length)
        const joined = sets.filter(({ size }) => size > 0).map((s) => [...s].toSorted().join("+"))
        for (const { kinds, firms } of holders.combinations) {
          expect(firms).toBe(joined.filter((one) => one === kinds.join("+")).length)
        }
        expect(holders.combinations.reduce((sum, { firms }) => sum + firms, 0)).toBe(holders.holders)
      }),
      { numRuns: 300, seed: 203 }
    )
  })

  it("H-27 gains and ends tell every change of who holds a kind from one day to another", () => {
    const period: Period.Period = { from: day("2020-07-01"), to: day("2022-06-02") }
    fc.assert(
      fc.property(history, kind, (commands, kind) => {
        const { register } = run(commands)
        for (const firm of firms.map(unit)) {
          const holds = (on: string) =>
            Register.isHolder(Register.enterprise(register, firm), QualificationKindId.make(kind), day(on))
          const gained = Holders.gained(register, [firm], period).filter((one) => one.kind === kind).length
          const ends = Holders.expiring(register, [firm], period).filter((one) => one.kind === kind)
          const lost = new Set(ends.map(({ on }) => on)).size
          expect(gained - lost).toBe(Number(holds("2022-06-01")) - Number(holds("2020-06-30")))
        }
      }),
      { numRuns: 200, seed: 204 }
    )
  })

  it("does not depend on the order in which figures were told", () => {
    const reports = fc.array(
      fc
        .tuple(pick("2022-01-01", "2022-02-01", "2022-03-01"), fc.nat({ max: 3 }))
        .map(([on, n]) => command(report("a", 2021, on, { employees: n }))),
      { maxLength: 8 }
    )
    const shuffled = reports.chain((all) => {
      const { accepted } = run(all)
      return fc.tuple(fc.constant(accepted), fc.shuffledSubarray([...accepted], { minLength: accepted.length }))
    })
    fc.assert(
      fc.property(shuffled, date, ([one, other], on) => {
        const year = (commands: ReadonlyArray<EnterpriseCommand>) =>
          Register.year(Register.enterprise(run(commands).register, unit("a")), 2021, day(on))
        expect(year(other)).toEqual(year(one))
      }),
      { numRuns: 200, seed: 205 }
    )
  })
})
