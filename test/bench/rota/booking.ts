import { CivilDate, Decider } from "@louyu/kernel"
import { RoomCommand, RoomState, Rooms, StationCatalogue } from "@louyu/stations"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { compare, median, ratio, retained } from "../tree/measure.ts"
import { digits, power, row, times } from "../tree/report.ts"
import { mulberry32 } from "../tree/workload.ts"

/** Bookings of rooms, some of which meet others. */
export const head: ReadonlyArray<string> = [
  row(
    "bookings",
    "asked for",
    "granted",
    "ours, us a booking",
    "decided only",
    "told again",
    "map of days, us",
    "ours / map",
    "decided / map asked",
    "bytes a booking"
  ),
  row("---", ...Array.from({ length: 9 }, () => "---:"))
]

interface Asked {
  readonly room: number
  readonly day: number
  readonly from: number
  readonly to: number
}

const perRoom = 1000
const days = 250
const first = CivilDate.make("2026-01-01")

// From eight to ten, for one to three hours: four in a day of a room, of which some meet.
const asked = (amount: number): ReadonlyArray<Asked> => {
  const random = mulberry32(67)
  const below = (most: number): number => Math.floor(random() * most)
  return Array.from({ length: amount }, () => {
    const from = 32 + below(44)
    return { room: below(amount / perRoom), day: below(days), from, to: from + 4 + below(9) }
  })
}

const time = (quarter: number): string =>
  `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`

const commands = (some: ReadonlyArray<Asked>, name = "booking"): ReadonlyArray<RoomCommand.Command> => {
  const decode = Schema.decodeUnknownSync(RoomCommand.Command)
  return some.map(({ room, day, from, to }, n) =>
    decode({
      _tag: "BookRoom",
      room: `room-${room}`,
      booking: `${name}-${n}`,
      date: CivilDate.addDays(first, day),
      window: { open: time(from), close: time(to) },
      by: { unit: `firm-${n % 100}` },
      attendees: 8
    })
  )
}

const furnished = (rooms: number): ReadonlyArray<RoomCommand.Command> => {
  const decode = Schema.decodeUnknownSync(RoomCommand.Command)
  return Array.from({ length: rooms }, (_, n) =>
    decode({
      _tag: "FurnishRoom",
      room: `room-${n}`,
      station: "centre",
      kind: "meeting",
      names: { zh: "会议室" },
      capacity: 40,
      from: first
    })
  )
}

const facts: Rooms.Facts = { exists: () => true, station: () => true, catalogue: StationCatalogue.preset }
const run = (state: RoomState.State, some: ReadonlyArray<RoomCommand.Command>) =>
  Decider.run(Rooms.decider, state, some, facts)

type Spans = Array<readonly [from: number, to: number]>
type Days = Map<number, Spans>

// Where a time is free in a day, or -1 where it is not.
const placeIn = (spans: Spans, { from, to }: Asked): number => {
  let place = 0
  while (place < spans.length && (spans[place]?.[1] ?? 0) <= from) place++
  return (spans[place]?.[0] ?? Number.POSITIVE_INFINITY) < to ? -1 : place
}

/** The same by hand: a map of the days of rooms, whose times are changed in place; nothing else is known or checked. */
const byHand = (some: ReadonlyArray<Asked>): Days => {
  const all: Days = new Map()
  for (const one of some) {
    const key = one.room * days + one.day
    const spans = all.get(key)
    if (spans === undefined) all.set(key, [[one.from, one.to]])
    else {
      const place = placeIn(spans, one)
      if (place >= 0) spans.splice(place, 0, [one.from, one.to])
    }
  }
  return all
}

const size = (all: Days): number => {
  let sum = 0
  for (const spans of all.values()) sum += spans.length
  return sum
}

const measure = (amount: number): string => {
  const some = asked(amount)
  const said = commands(some)
  const empty = run(RoomState.initial, furnished(amount / perRoom)).state
  const [booked, bytes] = retained(() => run(empty, said).state)
  const kept = byHand(some)
  const granted = size(kept)
  const most = { rounds: 5, seconds: 4 }
  const made = compare(
    amount,
    [
      { name: "ours", run: () => run(empty, said).events.length },
      { name: "map", run: () => size(byHand(some)) }
    ],
    most
  )
  // Asked again under other names, nothing that was granted is free any more, nor what was refused.
  const again = commands(some, "again")
  const decided = compare(
    amount,
    [
      {
        name: "decided",
        run: () =>
          again.reduce((sum, one) => sum + (Result.isFailure(Rooms.decider.decide(booked, one, facts)) ? 1 : 0), 0)
      },
      {
        name: "map",
        run: () =>
          some.reduce((sum, one) => sum + (placeIn(kept.get(one.room * days + one.day) ?? [], one) < 0 ? 1 : 0), 0)
      }
    ],
    most
  )
  const story = run(empty, said)
    .events.map((event) => said[Number("booking" in event ? event.booking.slice(8) : 0)])
    .filter((one) => one !== undefined)
  const told = compare(1, [{ name: "told", run: () => run(booked, story).events.length }], most)
  const [ours = [], map = []] = ["ours", "map"].map((name) => made.get(name))
  const [alone = [], looked = []] = ["decided", "map"].map((name) => decided.get(name))
  return row(
    `${(amount / perRoom).toLocaleString("en")} rooms, 250 days`,
    power(amount),
    granted.toLocaleString("en"),
    digits(median(ours)),
    digits(median(alone)),
    digits(median(told.get("told") ?? []) / story.length),
    digits(median(map)),
    times(ratio(ours, map)),
    times(ratio(alone, looked)),
    digits(bytes / granted)
  )
}

/** The lines of the table, one for each number of bookings. */
export const lines = (amounts: ReadonlyArray<number>): ReadonlyArray<string> =>
  amounts.map((amount) => {
    process.stderr.write(`bookings: ${amount}\n`)
    return measure(amount)
  })
