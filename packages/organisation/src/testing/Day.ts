import type { CivilDate } from "@louyu/kernel"
import type { Line } from "../Structure.ts"

/** One thing that holds on a day, in plain words: `home p1 br1 full`, `command br1 cc1`. */
export interface Fact {
  readonly relation: string
  readonly subject: string
  readonly object: string
  readonly value: string
}

/** Everything that holds on one day. The key of a fact is its relation, subject and object. */
export interface Day {
  readonly on: CivilDate.CivilDate
  readonly facts: ReadonlyMap<string, Fact>
}

/** The key of a fact. */
export const key = (relation: string, subject: string, object: string): string => `${relation} ${subject} ${object}`

/** A fact. */
export const fact = (relation: string, subject: string, object = "", value = ""): Fact => ({
  relation,
  subject,
  object,
  value
})

/** A day from its facts. */
export const of = (on: CivilDate.CivilDate, facts: Iterable<Fact>): Day => ({
  on,
  facts: new Map(Array.from(facts, (one) => [key(one.relation, one.subject, one.object), one]))
})

type Index = ReadonlyMap<string, ReadonlyArray<Fact>>
const indexes = new WeakMap<Day, Index>()

// Rules ask a day the same questions over and over; it is indexed the first time and must not change from then on.
const indexOf = (day: Day): Index => {
  const known = indexes.get(day)
  if (known !== undefined) return known
  const index = new Map<string, Array<Fact>>()
  for (const one of day.facts.values()) {
    for (const name of [one.relation, `${one.relation} ${one.subject}`, `${one.relation}  ${one.object}`]) {
      const group = index.get(name)
      if (group === undefined) index.set(name, [one])
      else group.push(one)
    }
  }
  indexes.set(day, index)
  return index
}

/** The facts of a relation. */
export const all = (day: Day, relation: string): ReadonlyArray<Fact> => indexOf(day).get(relation) ?? []

/** The facts of a relation about a subject. */
export const about = (day: Day, relation: string, subject: string): ReadonlyArray<Fact> =>
  indexOf(day).get(`${relation} ${subject}`) ?? []

/** The facts of a relation that lead to an object. */
export const to = (day: Day, relation: string, object: string): ReadonlyArray<Fact> =>
  indexOf(day).get(`${relation}  ${object}`) ?? []

/** What a relation without object says of a subject, such as its kind or nature. */
export const value = (day: Day, relation: string, subject: string): string | undefined =>
  day.facts.get(key(relation, subject, ""))?.value

/** Tells whether a unit exists on the day. */
export const isAlive = (day: Day, unit: string): boolean => day.facts.has(key("alive", unit, ""))

/** The units that exist on the day. */
export const living = (day: Day): ReadonlyArray<string> => all(day, "alive").map((one) => one.subject)

/** Who stands directly above a unit on a line. */
export const superior = (day: Day, line: Line, unit: string): string | undefined => about(day, line, unit)[0]?.object

/** The facts of a day as sorted lines, to be compared. */
export const lines = (day: Day): ReadonlyArray<string> =>
  [...day.facts.values()].map((one) => `${key(one.relation, one.subject, one.object)} ${one.value}`.trimEnd()).sort()

/** Leaves out every day on which the same holds as on the day before. */
export const distinct = (days: ReadonlyArray<Day>): ReadonlyArray<Day> => {
  let last: string | undefined
  return days.filter((day) => {
    const before = last
    last = lines(day).join("\n")
    return last !== before
  })
}
