import { type Board, fits } from "./Board.ts"
import { type Instance, overlap, weekOf } from "./Instance.ts"

/**
 * A flow network from members to lots: a unit of flow is a turn.
 *
 * Shape: nodes are members, then lots, then the bounds between them (a week, a day, lots that are on at once). Arc `e` runs
 * back as `e ^ 1`; `room` is what may still flow. `next` links the arcs that leave a node, from `first` on.
 */
export interface Network {
  readonly instance: Instance
  readonly nodes: number
  readonly first: ReadonlyArray<number>
  readonly next: ReadonlyArray<number>
  readonly to: ReadonlyArray<number>
  readonly room: Array<number>
  /** The arcs into lots, each with the member whose turn it is. */
  readonly leaves: ReadonlyArray<{ readonly arc: number; readonly member: number; readonly lot: number }>
  /** Whether every rule is in the network, so that what is best here is best. */
  readonly whole: boolean
}

interface Growing {
  nodes: number
  readonly first: Array<number>
  readonly next: Array<number>
  readonly to: Array<number>
  readonly room: Array<number>
}

const addNode = (growing: Growing): number => {
  growing.first.push(-1)
  return growing.nodes++
}

const addArc = (growing: Growing, from: number, to: number, room: number, flow: number): number => {
  const arc = growing.to.length
  growing.to.push(to, from)
  growing.room.push(room - flow, flow)
  growing.next.push(growing.first[from] ?? -1, growing.first[to] ?? -1)
  growing.first[from] = arc
  growing.first[to] = arc + 1
  return arc
}

/**
 * Puts every lot in a group of which a member can serve one at most.
 *
 * Shape: a day when members have one turn a day; `restDays + 1` days on end when they rest between turns; else lots that are
 * all on at once. `whole` when the groups say all there is to say.
 */
const groupLots = ({
  lots,
  restDays
}: Instance): { readonly groups: ReadonlyArray<number>; readonly whole: boolean } => {
  const groups: Array<number> = []
  let whole = (restDays ?? 0) === 0
  let members: Array<number> = []
  let group = -1
  for (const [n, lot] of lots.entries()) {
    const first = lots[members[0] ?? -1]
    const joins = members.filter((other) => overlap(lots[other] ?? lot, lot)).length
    const same =
      first !== undefined && (restDays === undefined ? joins === members.length : lot.day - first.day <= restDays)
    // A lot on at once with some of a group, but not with all: no group can say that.
    if (restDays === undefined && !same && overlapsEarlier(lots, n)) whole = false
    if (!same) {
      group++
      members = []
    }
    members.push(n)
    groups.push(group)
  }
  return { groups, whole }
}

const overlapsEarlier = (lots: Instance["lots"], n: number): boolean => {
  const lot = lots[n]
  for (let other = n - 1; lot !== undefined && lots[other]?.day === lot.day; other--) {
    if (overlap(lots[other] ?? lot, lot)) return true
  }
  return false
}

// The most turns a week leaves room for: what the plan says, and no more than the rest between turns does. What is fixed may
// keep no rest, so only the plan's number is less by it.
const weekRoom = ({ maxPerWeek, restDays }: Instance, fixed: number): number =>
  Math.min((maxPerWeek ?? 0) - fixed, Math.ceil(7 / ((restDays ?? 0) + 1)))

interface Week {
  readonly room: number
  readonly lots: ReadonlyArray<number>
}

// The lots a member may serve, by week where weeks are bound, else all together.
const weeksOf = (board: Board, member: number, able: ReadonlyArray<number>): ReadonlyArray<Week> => {
  const { instance, weeks, firstDay, inWeek } = board
  if (instance.maxPerWeek === undefined) return [{ room: able.length, lots: able }]
  const byWeek = Map.groupBy(able, (lot) => weekOf(instance.lots[lot]?.day ?? 0))
  return [...byWeek].map(([week, lots]) => ({
    room: weekRoom(instance, inWeek[member * weeks + week - weekOf(firstDay)] ?? 0),
    lots
  }))
}

/**
 * The network of a board on which nobody serves yet but for what is fixed, with the flow of who `serves` what.
 *
 * Shape: where rules are left out (rest over several days, windows that overlap in chains) it asks less than the plan does, so
 * that its best is a bound for every roster.
 * Cost: O(members × lots).
 */
export const make = (empty: Board, serves: Uint8Array): Network => {
  const { instance } = empty
  const { members, lots, restDays, maxPerWeek } = instance
  const { groups, whole } = groupLots(instance)
  // Rest over days and a week are bounds that cross; the blocks of rest are left out where weeks are bound.
  const grouped = !((restDays ?? 0) > 0 && maxPerWeek !== undefined)
  const groupOf = (lot: number): number => (grouped ? (groups[lot] ?? 0) : (lots[lot]?.day ?? 0))
  const growing: Growing = { nodes: 0, first: [], next: [], to: [], room: [] }
  for (let node = 0; node < members + lots.length; node++) addNode(growing)
  const leaves: Array<{ readonly arc: number; readonly member: number; readonly lot: number }> = []
  const flowOf = (member: number, of: ReadonlyArray<number>): number =>
    of.reduce((sum, lot) => sum + (serves[member * lots.length + lot] ?? 0), 0)
  for (let member = 0; member < members; member++) {
    const able = lots.flatMap((_, lot) => (fits(empty, member, lot) ? [lot] : []))
    for (const week of weeksOf(empty, member, able)) {
      const sets = [...Map.groupBy(week.lots, groupOf).values()]
      const bound = sets.length > week.room
      const top = bound ? addNode(growing) : member
      if (bound) addArc(growing, member, top, week.room, flowOf(member, week.lots))
      for (const set of sets) {
        const foot = set.length > 1 ? addNode(growing) : top
        if (set.length > 1) addArc(growing, top, foot, 1, flowOf(member, set))
        for (const lot of set) {
          leaves.push({ arc: addArc(growing, foot, members + lot, 1, flowOf(member, [lot])), member, lot })
        }
      }
    }
  }
  return { instance, ...growing, leaves, whole }
}

/** Who serves what, as the network flows. */
export const served = ({ instance, leaves, room }: Network): Uint8Array => {
  const serves = new Uint8Array(instance.members * instance.lots.length)
  for (const { arc, member, lot } of leaves) serves[member * instance.lots.length + lot] = room[arc ^ 1] ?? 0
  return serves
}
