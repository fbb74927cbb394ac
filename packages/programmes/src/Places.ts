import type { CivilDate } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"

type Date = CivilDate.CivilDate

/** One turn in the story of a booking. Shape: `movedUp` when a place became free for somebody who waited. */
export interface Turn {
  readonly what: "placed" | "waiting" | "movedUp" | "withdrawn"
  readonly on: Date
  readonly request?: string
  readonly as?: string
}

/** When something was asked for, which of several requests of that day it was, and as what, if that matters. */
export interface Asked {
  readonly on: Date
  readonly request?: string
  readonly as?: string
}

const turnOf = (what: Turn["what"], { on, request, as }: Asked): Turn => ({
  what,
  on,
  ...(request === undefined ? {} : { request }),
  ...(as === undefined ? {} : { as })
})

/** Somebody's booking: how it stands, and how it came to that. Shape: `turn` is its number in the queue, if it waits. */
export interface Booking<Key> {
  readonly key: Key
  readonly standing: "placed" | "waiting" | "withdrawn"
  readonly turns: ReadonlyArray<Turn>
  readonly turn: number | undefined
}

/**
 * Places that are given to whoever comes first, and a queue for those who come too late.
 *
 * Shape: never more than `capacity` are placed; nobody waits while a place is free; who waits is moved up in the order
 * of coming. Without `capacity` there is room for everybody; `queueLimit` 0 is no queue, none is one without limit.
 * Cost: O(log n) for every change; leaving the queue leaves a gap in it that is passed once.
 * Source: F-07, H-17.
 */
export interface Places<Key> {
  readonly capacity: number | undefined
  readonly queueLimit: number | undefined
  readonly bookings: HashMap.HashMap<string, Booking<Key>>
  readonly queue: HashMap.HashMap<number, string>
  readonly head: number
  readonly tail: number
  readonly placed: number
  readonly waiting: number
}

/** Places nobody has taken. */
export const make = <Key>(capacity: number | undefined, queueLimit: number | undefined): Places<Key> => ({
  capacity,
  queueLimit,
  bookings: HashMap.empty(),
  queue: HashMap.empty(),
  head: 0,
  tail: 0,
  placed: 0,
  waiting: 0
})

/** A booking, one that was withdrawn too. */
export const booking = <Key>({ bookings }: Places<Key>, id: string): Booking<Key> | undefined =>
  Option.getOrUndefined(HashMap.get(bookings, id))

/** Tells what whoever comes now gets: a place, a turn in the queue, or nothing. */
export const offer = <Key>({ capacity, queueLimit, placed, waiting }: Places<Key>): "placed" | "waiting" | "full" => {
  if (capacity === undefined || placed < capacity) return "placed"
  return queueLimit === undefined || waiting < queueLimit ? "waiting" : "full"
}

/** Gives a place or a turn in the queue, as was decided. */
export const book = <Key>(
  places: Places<Key>,
  id: string,
  key: Key,
  standing: "placed" | "waiting",
  asked: Asked
): Places<Key> => {
  const turns = [...(booking(places, id)?.turns ?? []), turnOf(standing, asked)]
  const turn = standing === "waiting" ? places.tail : undefined
  const bookings = HashMap.set(places.bookings, id, { key, standing, turns, turn })
  return turn === undefined
    ? { ...places, bookings, placed: places.placed + 1 }
    : {
        ...places,
        bookings,
        queue: HashMap.set(places.queue, turn, id),
        tail: turn + 1,
        waiting: places.waiting + 1
      }
}

/** Takes a booking back. */
export const withdraw = <Key>(places: Places<Key>, id: string, asked: Asked): Places<Key> => {
  const before = booking(places, id)
  if (before === undefined || before.standing === "withdrawn") return places
  const turns = [...before.turns, turnOf("withdrawn", asked)]
  const bookings = HashMap.set<string, Booking<Key>>(places.bookings, id, {
    ...before,
    standing: "withdrawn",
    turns,
    turn: undefined
  })
  return before.turn === undefined
    ? { ...places, bookings, placed: places.placed - 1 }
    : { ...places, bookings, queue: HashMap.remove(places.queue, before.turn), waiting: places.waiting - 1 }
}

/** The first so many who wait, in order. Cost: O(answer), and the gaps before it, each of which is passed once. */
export const next = <Key>(
  { queue, head, tail, bookings, waiting: left }: Places<Key>,
  count: number
): ReadonlyArray<Booking<Key>> => {
  const found: Array<Booking<Key>> = []
  // Once nobody is left there are only gaps, which would be passed again every time.
  const wanted = Math.min(count, left)
  for (let turn = head; turn < tail && found.length < wanted; turn++) {
    const id = Option.getOrUndefined(HashMap.get(queue, turn))
    const one = id === undefined ? undefined : Option.getOrUndefined(HashMap.get(bookings, id))
    if (one !== undefined) found.push(one)
  }
  return found
}

/** Gives somebody who waits a place. */
export const moveUp = <Key>(places: Places<Key>, id: string, on: Date): Places<Key> => {
  const before = booking(places, id)
  if (before?.turn === undefined) return places
  return {
    ...places,
    bookings: HashMap.set<string, Booking<Key>>(places.bookings, id, {
      ...before,
      standing: "placed",
      turns: [...before.turns, { what: "movedUp", on }],
      turn: undefined
    }),
    queue: HashMap.remove(places.queue, before.turn),
    // Only the first of the queue is moved up, so everything before it is gaps.
    head: before.turn + 1,
    placed: places.placed + 1,
    waiting: places.waiting - 1
  }
}

/** Has another number of places from now on. */
export const resize = <Key>(places: Places<Key>, capacity: number | undefined): Places<Key> => ({ ...places, capacity })

/** Tells whether a booking of somebody was made, or taken back, at such a request. */
export const happened = <Key>(
  places: Places<Key>,
  id: string,
  { on, request, as }: Asked,
  ...what: ReadonlyArray<Turn["what"]>
): boolean =>
  booking(places, id)?.turns.some(
    (turn) => turn.on === on && turn.request === request && turn.as === as && what.includes(turn.what)
  ) ?? false

/** Those who have a place, in no order. Cost: O(n). */
export const placed = <Key>({ bookings }: Places<Key>): ReadonlyArray<Key> =>
  [...HashMap.values(bookings)].flatMap((one) => (one.standing === "placed" ? [one.key] : []))

/** Those who wait, the first first. Cost: O(queue). */
export const waiting = <Key>(places: Places<Key>): ReadonlyArray<Key> =>
  next(places, places.waiting).map(({ key }) => key)
