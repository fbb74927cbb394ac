import { type City, dayNumber, isActive, roles, today } from "./workload.ts"

// The least that can be done by hand for exactly these questions: intervals of a preorder by person, and holders by unit.

export interface Limit {
  readonly offsets: Int32Array
  readonly spans: Int32Array
  readonly levels: Uint8Array
  readonly classes: number
}

/** Five numbers an appointment: enter, exit, the first of its levels, and the days from and to. */
export const rights = ({ people, appointments, tree, levels }: City): Limit => {
  const sorted = appointments.toSorted((a, b) => a.person - b.person)
  const offsets = new Int32Array(people + 1)
  for (const { person } of sorted) offsets[person + 1] = (offsets[person + 1] as number) + 1
  for (let i = 0; i < people; i++) offsets[i + 1] = (offsets[i + 1] as number) + (offsets[i] as number)
  const classes = levels[0]?.length ?? 0
  const spans = Int32Array.from(
    sorted.flatMap(({ unit, role, from, to }) => [
      tree.enter[unit] as number,
      tree.exit[unit] as number,
      role * classes,
      dayNumber(from),
      dayNumber(to)
    ])
  )
  return { offsets, spans, levels: Uint8Array.from(levels.flat()), classes }
}

/** The questions as numbers. */
export interface Asked {
  readonly person: Int32Array
  readonly place: Int32Array
  readonly class: Int32Array
  readonly need: Uint8Array
  readonly day: Int32Array
}

export const asked = ({ checks, tree }: City): Asked => ({
  person: Int32Array.from(checks, (one) => one.person),
  place: Int32Array.from(checks, (one) => tree.enter[one.unit] as number),
  class: Int32Array.from(checks, (one) => one.class),
  need: Uint8Array.from(checks, (one) => one.need),
  day: Int32Array.from(checks, (one) => dayNumber(one.day))
})

export const check = (
  { offsets, spans, levels }: Limit,
  { person, place, class: column, need, day }: Asked,
  amount: number,
  dated: boolean
): number => {
  let sum = 0
  for (let i = 0; i < amount; i++) {
    const [who, where, what] = [person[i] as number, place[i] as number, column[i] as number]
    const on = dated ? (day[i] as number) : dayNumber(today)
    const end = (offsets[who + 1] as number) * 5
    for (let at = (offsets[who] as number) * 5; at < end; at += 5) {
      const within = (spans[at] as number) <= where && where < (spans[at + 1] as number)
      if (!within || (levels[(spans[at + 2] as number) + what] as number) < (need[i] as number)) continue
      if ((spans[at + 3] as number) > on || on >= (spans[at + 4] as number)) continue
      sum += i
      break
    }
  }
  return sum
}

/** The sum of who holds a role, plus one each, by unit and role; 0 where nobody does. */
export const holders = ({ count, appointments }: City): Int32Array => {
  const sums = new Int32Array(count * roles)
  for (const one of appointments) {
    if (!isActive(one, today)) continue
    const at = one.unit * roles + one.role
    sums[at] = (sums[at] as number) + one.person + 1
  }
  return sums
}

export const route = (held: Int32Array, { routings, tree }: City, amount: number): number => {
  let sum = 0
  for (let i = 0; i < amount; i++) {
    const { unit, role } = routings[i] ?? { unit: 0, role: 0 }
    for (let at = unit; at >= 0; at = tree.parent[at] as number) {
      const found = held[at * roles + role] as number
      if (found === 0) continue
      sum += found
      break
    }
  }
  return sum
}
