import type { Identifier } from "@louyu/kernel"
import type { Slot } from "../RosterCode.ts"
import type { Place, Setting } from "./Setting.ts"

type UnitId = Identifier.UnitId

/** Somebody's turn on a slot. */
export interface Seated {
  readonly slot: Slot
  readonly unit: UnitId
}

/** How often members were at stations, and how often they may change places within a lot to make that even. */
interface Visits {
  readonly get: (member: number, station: string) => number
  readonly add: (member: number, station: string, by: 1 | -1) => void
}

const countVisits = (members: number): Visits => {
  const stations = new Map<string, Float64Array>()
  const of = (station: string): Float64Array => {
    const known = stations.get(station)
    if (known !== undefined) return known
    const made = new Float64Array(members)
    stations.set(station, made)
    return made
  }
  return {
    get: (member, station) => of(station)[member] ?? 0,
    add: (member, station, by) => {
      const counts = of(station)
      counts[member] = (counts[member] ?? 0) + by
    }
  }
}

// Every seat goes to whoever was least at its station.
const spread = (visits: Visits, slots: ReadonlyArray<Slot>, members: Array<number>): Array<[Slot, number]> => {
  const seated: Array<[Slot, number]> = []
  for (const slot of slots) {
    let best = -1
    for (let n = 0; n < members.length; n++) {
      if (best < 0 || visits.get(members[n] ?? 0, slot.station) < visits.get(members[best] ?? 0, slot.station)) best = n
    }
    const [member] = best < 0 ? [] : members.splice(best, 1)
    if (member !== undefined) seated.push([slot, member])
  }
  return seated
}

// What two members were at their stations, squared; changing places may make it less.
const changePlaces = (visits: Visits, seated: Array<[Slot, number]>): void => {
  for (let a = 0; a < seated.length; a++) {
    for (let b = a + 1; b < seated.length; b++) {
      const [one, two] = [seated[a], seated[b]]
      if (one === undefined || two === undefined) continue
      const now = visits.get(one[1], one[0].station) + visits.get(two[1], two[0].station)
      const then = visits.get(two[1], one[0].station) + visits.get(one[1], two[0].station)
      if (then >= now) continue
      seated[a] = [one[0], two[1]]
      seated[b] = [two[0], one[1]]
    }
  }
}

const seatPlace = (
  setting: Setting,
  visits: Visits,
  { slots }: Place,
  serving: ReadonlyArray<number>,
  turn: number,
  held: ReadonlyMap<string, UnitId>
): ReadonlyArray<[Slot, number]> => {
  const left = new Set(serving)
  const stays: Array<[Slot, number]> = []
  const open: Array<Slot> = []
  for (const slot of slots) {
    const unit = held.get(slot.slot)
    const member = unit === undefined ? -1 : [...left].find((n) => setting.members[n]?.unit === unit)
    if (member === undefined || member < 0) open.push(slot)
    else {
      left.delete(member)
      stays.push([slot, member])
    }
  }
  const fresh = spread(visits, turned(open, turn), [...left])
  // Beyond that many the gain is not worth the time.
  if (fresh.length <= 64) changePlaces(visits, fresh)
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
 * Cost: O(places filled × members of a lot).
 */
export const seat = (
  setting: Setting,
  serves: Uint8Array,
  held: ReadonlyMap<string, UnitId>,
  settled: ReadonlyArray<Seated>
): ReadonlyArray<Seated> => {
  const { members, places } = setting
  const visits = countVisits(members.length)
  const at = new Map(members.map(({ unit }, n) => [unit, n]))
  for (const { slot, unit } of settled) {
    const member = at.get(unit)
    if (member !== undefined) visits.add(member, slot.station, 1)
  }
  const seated: Array<Seated> = []
  for (const [n, place] of places.entries()) {
    const serving = members.flatMap((_, m) => (serves[m * places.length + n] === 1 ? [m] : []))
    for (const [slot, member] of seatPlace(setting, visits, place, turned(serving, n), n, held)) {
      visits.add(member, slot.station, 1)
      const unit = members[member]?.unit
      if (unit !== undefined) seated.push({ slot, unit })
    }
  }
  return seated
}
