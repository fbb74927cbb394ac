import { type CivilDate, Identifier, Text } from "@louyu/kernel"
import * as fc from "fast-check"
import { AllianceId, type Command, type ExternalIdentifier, type Party } from "../Command.ts"
import { KindId } from "../Structure.ts"
import { day, unit } from "./Example.ts"

// What commands are made of: ids, dates and other values from pools small enough that they meet all the time.

type UnitId = Identifier.UnitId

/** The days on which commands take effect: one before the example's first, all others on it or later. */
export const dates: ReadonlyArray<CivilDate.CivilDate> = Array.from({ length: 12 }, (_, i) => day(i - 1))

export const date = fc.constantFrom(...dates)

const reversed = fc.tuple(date, date).map(([a, b]) => (a < b ? { from: b, to: a } : { from: a, to: b }))
const closed = fc.tuple(fc.nat({ max: 10 }), fc.integer({ min: 1, max: 8 })).map(([from, length]) => ({
  from: day(from),
  to: day(Math.min(from + length, 11))
}))

/** A beginning and mostly no end, sometimes one, now and then a wrong one. */
export const span: fc.Arbitrary<{ readonly from: CivilDate.CivilDate; readonly to?: CivilDate.CivilDate }> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ from: date }) },
  { weight: 8, arbitrary: closed },
  { weight: 1, arbitrary: reversed }
)

const pools = {
  region: ["r1", "r2", "r3", "r4"],
  area: ["cl1", "cl2", "cd1"],
  building: ["bd1", "bd2"],
  inside: ["tw1", "fl1", "fl2"],
  room: ["un1", "un2", "un3"],
  grid: ["mg1", "mg2", "mg3"],
  committee: ["dc", "st", "cc1", "bc1"],
  branch: ["br1", "br2", "br3", "ch1", "n1", "n2"],
  functional: ["fb1", "co1"],
  department: ["d1", "d2", "d3", "d4"],
  enterprise: ["e1", "e2", "e3", "e4", "s1"],
  allied: ["st", "d1", "mu1", "e1", "e2"],
  fresh: ["n1", "n2", "n3", "n4"]
} as const
export type Pool = keyof typeof pools

// Now and then something that does not belong there, or that does not exist at all.
const everything = [...new Set(Object.values(pools).flat())]

/** A unit of some pools. */
export const of = (...names: ReadonlyArray<Pool>): fc.Arbitrary<UnitId> =>
  fc
    .oneof(
      { weight: 30, arbitrary: fc.constantFrom(...names.flatMap((name): ReadonlyArray<string> => pools[name])) },
      { weight: 3, arbitrary: fc.constantFrom(...everything) },
      { weight: 1, arbitrary: fc.constant("nobody") }
    )
    .map(unit)

export const person = fc.constantFrom("p1", "p2", "p3", "p4").map((id) => Identifier.PersonId.make(id))
export const party: fc.Arbitrary<Party> = fc.oneof(
  of("enterprise").map((id): Party => ({ unit: id })),
  person.map((id): Party => ({ person: id }))
)
export const alliance = fc.constantFrom("a1", "a1", "a2").map((id) => AllianceId.make(id))
export const name = fc.constantFrom("甲", "乙", "丙").map((zh) => Text.of(zh))
export const counts = fc.record({ full: fc.nat({ max: 8 }), probationary: fc.nat({ max: 2 }) })
export const formation = fc.constantFrom("single" as const, "joint" as const)
export const nature = fc.constantFrom("functional" as const, "entity" as const)
export const purpose = fc.constantFrom("指导员", "第一书记")
export const classes = fc.constantFrom<Record<string, string>>(
  { "operating-status": "nominal" },
  { "operating-status": "substantive", scope: "cluster" },
  { scope: "building" },
  { scope: "galaxy" }
)
export const identifier: fc.Arbitrary<ExternalIdentifier> = fc.constantFrom(
  { scheme: "uscc", value: "91330482MA4K0AB18Y" },
  { scheme: "uscc", value: "91420106ma4k0ab180" },
  { scheme: "uscc", value: "91420106MA4K0AB18" },
  { scheme: "division", value: "330482001" },
  { scheme: "legacy", value: "0007" }
)
export const kind = (...ids: ReadonlyArray<string>) => fc.constantFrom(...ids).map((id) => KindId.make(id))

/** One to three things. */
export const few = <A>(item: fc.Arbitrary<A>): fc.Arbitrary<[A, ...Array<A>]> =>
  fc.tuple(item, fc.array(item, { maxLength: 2 })).map(([first, rest]) => [first, ...rest])

type Model<A> = { readonly [K in keyof A]: fc.Arbitrary<A[K]> }

/** A record of which some fields may be missing. */
export const record = <R extends object, O extends object>(required: Model<R>, optional: Model<O>) =>
  fc
    .tuple(fc.record<R>(required), fc.record<O, never>(optional, { requiredKeys: [] }))
    .map(([given, maybe]) => ({ ...given, ...maybe }))

/** Commands of a kind, and how often they come. */
export interface Weighted {
  readonly weight: number
  readonly arbitrary: fc.Arbitrary<Command>
}

/** The tag of a command. */
export const tag = <const Tag extends Command["_tag"]>(name: Tag): fc.Arbitrary<Tag> => fc.constant(name)

/** Commands, and how often they come among others. */
export const often = (weight: number, arbitrary: fc.Arbitrary<Command>): Weighted => ({ weight, arbitrary })
