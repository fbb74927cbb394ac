import { Decider } from "@louyu/kernel"
import { Access, AccessTable, type Command, Directory, RoleScheme, Rosters, Routing, RoutingTable } from "@louyu/roles"
import {
  type Check,
  type City,
  className,
  dateOf,
  dayNumber,
  personId,
  placesOf,
  policy,
  purpose,
  type Routed,
  roleCode,
  schemeOf,
  today,
  unitId
} from "./workload.ts"

/** Writes every appointment through all rules: the schemes are adopted, then everybody is appointed. */
export const write = (city: City): Rosters.Rosters => {
  const scheme = schemeOf(city)
  const places = placesOf(city)
  const decider = Rosters.decider([scheme])
  const units = [...new Set(city.appointments.map((one) => one.unit))]
  const adoptions = units.map((unit): Command.Command => {
    const roster = unitId(unit)
    return { _tag: "AdoptScheme", roster, scheme: scheme.id, version: 1, from: dateOf(0) }
  })
  const appointments = city.appointments.map(({ person, unit, role, from, to }): Command.Command => {
    const at = { roster: unitId(unit), unit: unitId(unit), scheme: scheme.id }
    const code = RoleScheme.RoleCode.make(roleCode(role))
    return { _tag: "Appoint", ...at, role: code, person: personId(person), from: dateOf(from), to: dateOf(to) }
  })
  const { state, failures } = Decider.run(decider, Rosters.initial, [...adoptions, ...appointments], places)
  if (failures.length > 0) throw new Error(`refused: ${failures[0]?.failure.message}`)
  return state
}

export const directoryOf = (city: City, rosters: Rosters.Rosters): Directory.Directory =>
  Directory.of([schemeOf(city)], Rosters.all(rosters), placesOf(city), dateOf(today))

/** The rights on one day, compiled. */
export const table = (city: City, directory: Directory.Directory): AccessTable.Compiled =>
  AccessTable.of(directory, policy, purpose, (unit) => {
    const at = Number(unit.slice(5))
    return [city.tree.enter[at] as number, city.tree.exit[at] as number]
  })

/** The rights of all days, compiled. */
export const datedTable = ({ people, appointments, tree, levels }: City): AccessTable.AccessTable => {
  const rights = appointments.map(({ person, unit, role, from, to }) => ({
    person,
    enter: tree.enter[unit] as number,
    exit: tree.exit[unit] as number,
    kind: role,
    from: dayNumber(from),
    to: dayNumber(to)
  }))
  return AccessTable.compile(people, rights, levels)
}

/** The checks with the numbers people and classes have in the table: what a service has at hand for its records. */
export const numbered = ({ checks, tree }: City, { people, classes }: AccessTable.Compiled) => {
  const numbers = (of: (check: Check) => number) => Int32Array.from(checks, of)
  return {
    person: numbers((one) => people.get(personId(one.person)) ?? -1),
    raw: numbers((one) => one.person),
    place: numbers((one) => tree.enter[one.unit] as number),
    class: numbers((one) => classes.get(className(one.class)) ?? -1),
    need: checks.map((one) => one.need),
    day: numbers((one) => dayNumber(one.day))
  }
}

type Numbered = ReturnType<typeof numbered>

/** The sum of the numbers of the allowed checks. */
export const check = (rights: AccessTable.AccessTable, asked: Numbered, amount: number): number => {
  const { person, place, class: column, need } = asked
  const day = dayNumber(today)
  let sum = 0
  for (let i = 0; i < amount; i++) {
    const [who, where, what] = [person[i] as number, place[i] as number, column[i] as number]
    if (AccessTable.allows(rights, who, where, what, need[i] ?? 4, day)) sum += i
  }
  return sum
}

export const checkDated = (rights: AccessTable.AccessTable, asked: Numbered, amount: number): number => {
  const { raw, place, class: column, need, day } = asked
  let sum = 0
  for (let i = 0; i < amount; i++) {
    const [who, where, what, on] = [raw[i] as number, place[i] as number, column[i] as number, day[i] as number]
    if (AccessTable.allows(rights, who, where, what, need[i] ?? 4, on)) sum += i
  }
  return sum
}

/** The same checks as decisions with reasons for every field, from ids. */
export const decide = (directory: Directory.Directory, { checks }: City, amount: number): number => {
  let sum = 0
  for (let i = 0; i < amount; i++) {
    const { person, unit, class: of, need } = checks[i] as Check
    const record = { id: "r", class: className(of), unit: unitId(unit) }
    const { fields } = Access.decide(directory, policy, personId(person), { record, purpose })
    if (fields[`level-${need}`]?.showing === "show") sum += i
  }
  return sum
}

/** The sum of the sizes of all that people can see. */
export const reach = (rights: AccessTable.AccessTable, asked: Numbered, amount: number): number => {
  let sum = 0
  for (let i = 0; i < amount; i++) {
    const parts = AccessTable.reach(rights, asked.person[i] as number, asked.class[i] as number, 2, dayNumber(today))
    for (const [enter, exit] of parts) sum += exit - enter
  }
  return sum
}

const answers = (people: ReadonlyArray<string>): number => {
  let sum = 0
  for (const person of people) sum += Number(person.slice(2)) + 1
  return sum
}

/** The routings with reasons, from ids. */
export const route = (directory: Directory.Directory, { routings }: City, amount: number): number => {
  let sum = 0
  for (let i = 0; i < amount; i++) {
    const { unit, role } = routings[i] as Routed
    sum += answers(Routing.route(directory, { matter: roleCode(role), unit: unitId(unit) }).answers)
  }
  return sum
}

export const routingTable = (city: City, directory: Directory.Directory): RoutingTable.RoutingTable =>
  RoutingTable.of(
    directory,
    Array.from({ length: city.count }, (_, unit) => unitId(unit))
  )

/** The routings from the table: the answers are turned into numbers once, as whoever keeps a table would. */
export const routeFrom = (table: RoutingTable.RoutingTable, { routings }: City) => {
  const columns = Int32Array.from(routings, ({ role }) => RoutingTable.column(table, roleCode(role)))
  const units = Int32Array.from(routings, ({ unit }) => unit)
  const sums = new Map(table.answers.map((one) => [one, answers(one.answers)]))
  return (amount: number): number => {
    let sum = 0
    for (let i = 0; i < amount; i++) {
      sum += sums.get(RoutingTable.answer(table, units[i] as number, columns[i] as number)) ?? Number.NaN
    }
    return sum
  }
}
