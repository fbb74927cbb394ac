import type { Identifier } from "@louyu/kernel"
import type { Slot } from "../RosterCode.ts"
import type { Place, Setting } from "./Setting.ts"

type UnitId = Identifier.UnitId

/** Somebody's turn on a slot. */
export interface Seated {
  readonly slot: Slot
  readonly unit: UnitId
}

/** How often each member was at a station, the least of that, and how many members were there no more often. */
interface Visits {
  readonly counts: Uint32Array
  least: number
  atLeast: number
}

type VisitsOf = (station: string) => Visits

const countVisits = (members: number): VisitsOf => {
  const stations = new Map<string, Visits>()
  return (station) => {
    const known = stations.get(station)
    if (known !== undefined) return known
    const made = { counts: new Uint32Array(members), least: 0, atLeast: members }
    stations.set(station, made)
    return made
  }
}

const add = (visits: Visits, member: number): void => {
  const { counts } = visits
  const before = counts[member] ?? 0
  counts[member] = before + 1
  if (before > visits.least || --visits.atLeast > 0) return
  visits.least = counts.reduce((a, b) => Math.min(a, b))
  visits.atLeast = counts.reduce((sum, one) => sum + (one === visits.least ? 1 : 0), 0)
}

// Every seat goes to whoever was least at its station; the first who was there as little as anybody need not be compared.
const spread = (
  visitsOf: VisitsOf,
  slots: ReadonlyArray<Slot>,
  members: ReadonlyArray<number>
): Array<[Slot, number]> => {
  const seated: Array<[Slot, number]> = []
  const taken = new Uint8Array(members.length)
  let begin = 0
  for (const slot of slots) {
    const { counts, least } = visitsOf(slot.station)
    while (taken[begin] === 1) begin++
    let best = -1
    let fewest = Number.POSITIVE_INFINITY
    for (let n = begin; n < members.length && fewest > least; n++) {
      const count = counts[members[n] ?? 0] ?? 0
      if (taken[n] === 1 || count >= fewest) continue
      best = n
      fewest = count
    }
    const member = members[best]
    if (member === undefined) continue
    taken[best] = 1
    seated.push([slot, member])
  }
  return seated
}

// What two members were at their stations, squared; changing places may make it less.
const changePlaces = (visitsOf: VisitsOf, seated: Array<[Slot, number]>): void => {
  for (let a = 0; a < seated.length; a++) {
    for (let b = a + 1; b < seated.length; b++) {
      const [one, two] = [seated[a], seated[b]]
      if (one === undefined || two === undefined) continue
      const [here, there] = [visitsOf(one[0].station).counts, visitsOf(two[0].station).counts]
      const now = (here[one[1]] ?? 0) + (there[two[1]] ?? 0)
      const then = (here[two[1]] ?? 0) + (there[one[1]] ?? 0)
      if (then >= now) continue
      seated[a] = [one[0], two[1]]
      seated[b] = [two[0], one[1]]
    }
  }
}

interface Seating {
  readonly visitsOf: VisitsOf
  readonly held: ReadonlyMap<string, UnitId>
  /** Where each unit is among the members. */
  readonly at: ReadonlyMap<UnitId, number>
}

const seatPlace = (
  { visitsOf, held, at }: Seating,
  { slots }: Place,
  serving: ReadonlyArray<number>,
  turn: number
): ReadonlyArray<[Slot, number]> => {
  const left = new Set(serving)
  const stays: Array<[Slot, number]> = []
  const open: Array<Slot> = []
  for (const slot of slots) {
    const unit = held.get(slot.slot)
    const member = unit === undefined ? undefined : at.get(unit)
    if (member !== undefined && left.delete(member)) stays.push([slot, member])
    else open.push(slot)
  }
  const fresh = spread(visitsOf, turned(open, turn), [...left])
  // Beyond that many the gain is not worth the time.
  if (fresh.length <= 64) changePlaces(visitsOf, fresh)
  return [...stays, ...fresh]
}

// Whoever comes first takes what is left over: another one every time.
const turned = <A>(all: ReadonlyArray<A>, by: number): ReadonlyArray<A> => {
  const at = all.length === 0 ? 0 : (by * 7) % all.length
  return [...all.slice(at), ...all.slice(0, at)]
}

/**
 * Seats those who serve each lot at its stations, so that everybody comes to every station about as often; whoever held a slot
 * before keeps it.
 *
 * Shape: by date. Without a promise that it could not be more even still.
 * Cost: O(places filled), up to as often as a lot has members where those who were least at a station serve elsewhere.
 */
export const seat = (
  setting: Setting,
  serves: Uint8Array,
  held: ReadonlyMap<string, UnitId>,
  settled: ReadonlyArray<Seated>
): ReadonlyArray<Seated> => {
  const { members, places } = setting
  const visitsOf = countVisits(members.length)
  const at = new Map(members.map(({ unit }, n) => [unit, n]))
  for (const { slot, unit } of settled) {
    const member = at.get(unit)
    if (member !== undefined) add(visitsOf(slot.station), member)
  }
  const seating: Seating = { visitsOf, held, at }
  const seated: Array<Seated> = []
  for (const [n, place] of places.entries()) {
    const serving = members.flatMap((_, m) => (serves[m * places.length + n] === 1 ? [m] : []))
    for (const [slot, member] of seatPlace(seating, place, turned(serving, n), n)) {
      add(visitsOf(slot.station), member)
      const unit = members[member]?.unit
      if (unit !== undefined) seated.push({ slot, unit })
    }
  }
  return seated
}
