import { BodyCommand, BodyPresets, Command } from "@louyu/casework"
import type { CivilDate } from "@louyu/kernel"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { City } from "louyu"
import * as Chance from "./year/Chance.ts"
import { live, reject, type Stay, withdraw } from "./year/life.ts"
import { sorts } from "./year/matters.ts"
import { community, type Opening, type Place, type Said } from "./year/Script.ts"
import { twin } from "./year/twin.ts"
import { momentOn, ofTheYear, type WorkTime, workdays } from "./year/WorkTime.ts"

/** A working day: what is said on it, and the moment in the evening at which the clock does its work. */
export interface Day {
  readonly date: CivilDate.CivilDate
  readonly commands: ReadonlyArray<City.Command>
  readonly evening: number
}

/** How many matters are accepted and counted in the year. Source: G-10. */
export const counted = 3_860
// Beside them, matters that no rate counts: rejected, withdrawn, and part of another.
const beside = { rejected: 36, withdrawn: 18, merged: 0.012 }

const seed = 3_860
const decodeCase = Schema.decodeUnknownSync(Command.Command)
const decodeBody = Schema.decodeUnknownSync(BodyCommand.Command)

/** The halls of the buildings: one each, with those of the four parties that there are. Source: P-27. */
const halls = (places: ReadonlyArray<Place>): ReadonlyArray<City.Command> =>
  places.flatMap(({ building, organisation, owners, property }, at) => {
    const of = { body: `hall-${building}`, on: "2024-01-02" }
    const seats: ReadonlyArray<readonly [string, string | undefined]> = [
      ["communityOrganisation", community],
      ["buildingOrganisation", organisation],
      ["ownersCommittee", owners],
      ["propertyCompany", property]
    ]
    return [
      {
        _tag: "FoundBody",
        ...of,
        kind: BodyPresets.propertyCouncilHall,
        place: building,
        names: { zh: `红色物业议事厅（${at + 1}）` }
      },
      ...seats.flatMap(([party, unit]) => (unit === undefined ? [] : [{ _tag: "SeatMember", ...of, unit, party }]))
    ].map((command) => decodeBody(command))
  })

const byTime = (a: WorkTime, b: WorkTime): number => a.day - b.day || a.minute - b.minute

const openings = (
  chance: Chance.Chance,
  places: ReadonlyArray<Place>,
  many: number
): ReadonlyArray<WorkTime & Pick<Opening, "place" | "sort">> => {
  const [first, ...rest] = places.map((place) => [place, place.weight] as const)
  const [sort, ...others] = sorts.map((one) => [one, one.weight] as const)
  if (first === undefined || sort === undefined) throw new Error("there are places and sorts of matter")
  return Array.from({ length: many }, () => ({
    day: chance.whole(0, ofTheYear - 1),
    minute: chance.whole(510, 990),
    place: chance.weighted([first, ...rest]),
    sort: chance.weighted([sort, ...others])
  })).toSorted(byTime)
}

const id = (n: number): string => `y24-${String(n).padStart(4, "0")}`

const cases = (chance: Chance.Chance, places: ReadonlyArray<Place>): ReadonlyArray<Said> => {
  // Two wait for whoever raised them, two lie above the committee; nothing else stays open.
  const stays: Array<Stay> = ["waits", "above", "waits", "above"]
  let twins = counted
  const lives = openings(chance, places, counted).flatMap(({ place, sort, ...raised }, n) => {
    const opening = { id: id(n + 1), place, sort, raised }
    const isDifficult = chance.happens(sort.difficult)
    const stay = isDifficult && raised.day > ofTheYear - 30 ? stays.shift() : undefined
    const said = live(chance, opening, isDifficult, stay)
    const more =
      stay === undefined && chance.happens(beside.merged * 5) ? twin(chance, opening, said, id(twins + 1)) : []
    if (more.length > 0) twins++
    return [...said, ...more]
  })
  const others = [
    ...openings(chance, places, beside.rejected).map((one) => ({ ...one, tell: reject })),
    ...openings(chance, places, beside.withdrawn).map((one) => ({ ...one, tell: withdraw }))
  ].flatMap(({ place, sort, tell, ...raised }, n) => tell(chance, { id: id(twins + n + 1), place, sort, raised }))
  return [...lives, ...others]
}

/**
 * A year of matters at the buildings of the district, day by day, the same every time.
 *
 * Shape: what was raised in 2024 is told up to the day in January 2025 on which all but four of it is settled.
 */
export const year = (places: ReadonlyArray<Place>): ReadonlyArray<Day> => {
  const all = cases(Chance.of(seed), places).toSorted((a, b) => a.at - b.at)
  let next = 0
  return workdays.map((date, n) => {
    const evening = momentOn(date, 18 * 60)
    const commands: Array<City.Command> = n === 0 ? [...halls(places)] : []
    for (let said = all[next]; said !== undefined && said.at <= evening; said = all[++next]) {
      commands.push(decodeCase(said))
    }
    return { date, commands, evening }
  })
}

/** A clock that stands at a moment. */
const standing = (millis: number): Clock.Clock => ({
  currentTimeMillisUnsafe: () => millis,
  currentTimeMillis: Effect.succeed(millis),
  currentTimeNanosUnsafe: () => BigInt(millis) * 1_000_000n,
  currentTimeNanos: Effect.succeed(BigInt(millis) * 1_000_000n),
  monotonicTimeNanosUnsafe: () => BigInt(millis) * 1_000_000n,
  monotonicTimeNanos: Effect.succeed(BigInt(millis) * 1_000_000n),
  sleep: () => Effect.void
})

/** What telling days came to. Shape: `recorded` events beside what the clock did. */
export interface Told {
  readonly recorded: number
  readonly dated: number
  readonly escalated: number
}

/**
 * Tells a city day by day; every evening its clock does its work.
 *
 * Fails: like `dispatchAll`, at the first day that is refused; a case the clock can do nothing for is a defect.
 */
export const tell = Effect.fnUntraced(function* (city: City.Open, days: ReadonlyArray<Day>, actor: string) {
  const told = { recorded: 0, dated: 0, escalated: 0 }
  for (const { commands, evening, date } of days) {
    const { events } = yield* city
      .dispatchAll(commands, { actor })
      .pipe(Effect.provideService(Clock.Clock, standing(evening)))
    const clock = yield* city.casework
      .tick({ actor: "clock" })
      .pipe(Effect.provideService(Clock.Clock, standing(evening)))
    if (clock.stuck.length > 0) return yield* Effect.die(new Error(`the clock is stuck on ${date}`))
    told.recorded += events.length
    told.dated += clock.dated.length
    told.escalated += clock.escalated.length
  }
  return told satisfies Told
})
