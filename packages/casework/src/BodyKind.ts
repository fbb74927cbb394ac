import { Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { PartyKind } from "./BodyCode.ts"
import { Code } from "./Code.ts"

const positive = Schema.Int.check(Schema.isGreaterThan(0))

/** The seats of one party. Shape: fewer members than `min` are missing, more than `max` are refused. */
export const Seat = Schema.Struct({
  party: PartyKind,
  names: Text.Text,
  min: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
  max: Schema.optionalKey(positive)
})
export type Seat = typeof Seat.Type

/** The share of the members that must be there before anything is decided. Shape: `above` demands more than the share. */
export const Quorum = Schema.Struct({ numerator: positive, denominator: positive, above: Schema.Boolean })
export type Quorum = typeof Quorum.Type

/**
 * A kind of body that deliberates, as data.
 *
 * Shape: `chair` is elected from the member units, or held by whoever sits for a party; a kind without it has none.
 * `dispatch` says who hands decisions out: the unit named at the founding, or the members of some parties. A matter is
 * closed when its tasks are fulfilled, with `followUp` also when a visit found the result good; with `observe` the
 * result is watched afterwards. With `assigns` a meeting ends only when all it agreed on is handed out. `yearlyTasks` is
 * the most its list of a year may hold. `jointParties` are all in it where a task is handed out with a duty for each.
 * Units: `termMonths` in calendar months; without it every election says when the term ends.
 * Source: 1.6 (one deliberation engine), P-27, P-30, W-17, D-06, F-09, H-17, H-18, A-11.
 */
export const BodyKind = Schema.Struct({
  id: Code,
  names: Text.Text,
  onePerPlace: Schema.Boolean,
  seats: Schema.NonEmptyArray(Seat),
  termMonths: Schema.optionalKey(positive),
  chair: Schema.optionalKey(
    Schema.Union([
      Schema.Struct({ by: Schema.Literal("election") }),
      Schema.Struct({ by: Schema.Literal("office"), party: PartyKind })
    ])
  ),
  quorum: Quorum,
  cadence: Schema.Literals(["monthly", "none"]),
  dispatch: Schema.Union([
    Schema.Struct({ by: Schema.Literal("named") }),
    Schema.Struct({ by: Schema.Literal("parties"), parties: Schema.NonEmptyArray(PartyKind) })
  ]),
  followUp: Schema.Boolean,
  observe: Schema.Boolean,
  assigns: Schema.Boolean,
  yearlyTasks: Schema.optionalKey(positive),
  jointParties: Schema.optionalKey(Schema.NonEmptyArray(PartyKind))
})
export type BodyKind = typeof BodyKind.Type

/** The seats of a party in a kind of body; `undefined` when it has none. */
export const seat = ({ seats }: BodyKind, party: PartyKind): Seat | undefined =>
  seats.find((one) => one.party === party)

/**
 * How many of a number of members must be there; at least one.
 *
 * ```ts
 * BodyKind.needed({ numerator: 1, denominator: 2, above: true }, 4) // => 3
 * BodyKind.needed({ numerator: 2, denominator: 3, above: false }, 4) // => 3
 * ```
 */
export const needed = ({ numerator, denominator, above }: Quorum, members: number): number => {
  const least = above
    ? Math.floor((members * numerator) / denominator) + 1
    : Math.ceil((members * numerator) / denominator)
  return Math.max(1, least)
}

/**
 * What is wrong with a kind: parties given twice or unknown, more seats demanded than there are, a quorum nobody reaches.
 *
 * Shape: the codes at fault, each once; none when it is sound.
 */
export const contradictions = (kind: BodyKind): ReadonlyArray<string> => {
  const { seats, chair, dispatch, quorum } = kind
  const jointParties: ReadonlyArray<PartyKind> = kind.jointParties ?? []
  const parties = seats.map(({ party }) => party)
  const named = [
    ...(chair?.by === "office" ? [chair.party] : []),
    ...(dispatch.by === "parties" ? dispatch.parties : []),
    ...jointParties
  ]
  const isReachable = quorum.above ? quorum.numerator < quorum.denominator : quorum.numerator <= quorum.denominator
  return [
    ...new Set([
      ...parties.filter((party, at) => parties.indexOf(party) !== at),
      ...jointParties.filter((party, at) => jointParties.indexOf(party) !== at),
      ...seats.filter(({ min, max }) => max !== undefined && max < min).map(({ party }) => party),
      ...named.filter((party) => !parties.includes(party)),
      ...(isReachable ? [] : ["quorum"])
    ])
  ]
}
