import { CivilDate, Identifier } from "@louyu/kernel"
import { type AccessPolicy, type Places, RoleScheme } from "@louyu/roles"
import { build, type Today } from "../tree/limit.ts"
import { make, mulberry32 } from "../tree/workload.ts"

export const roles = 20
export const classes = 8
const purpose = "service"
export const needs = [1, 2] as const

/** A person on a post of a unit, from a day on, up to another. */
export interface Appointment {
  readonly person: number
  readonly unit: number
  readonly role: number
  readonly from: number
  readonly to: number
}

/** May this person see this class of records of this unit up to a level? */
export interface Check {
  readonly person: number
  readonly unit: number
  readonly class: number
  readonly need: RoleScheme.Level
  readonly day: number
}

/** Who answers for what this role handles, in this unit? */
export interface Routed {
  readonly unit: number
  readonly role: number
}

/**
 * A city: units in a random recursive tree, a tenth as many appointments, five a person.
 *
 * Shape: `own` has a row of levels for every role; role r also has what role r + 10 has, which makes `levels`.
 */
export interface City {
  readonly count: number
  readonly people: number
  readonly tree: Today
  readonly appointments: ReadonlyArray<Appointment>
  readonly own: ReadonlyArray<ReadonlyArray<RoleScheme.Level>>
  readonly levels: ReadonlyArray<ReadonlyArray<RoleScheme.Level>>
  readonly hasPosts: Uint8Array
  readonly checks: ReadonlyArray<Check>
  readonly routings: ReadonlyArray<Routed>
}

/** The day that is asked about. */
export const today = 2000
const firstDay = CivilDate.toEpochDay(CivilDate.make("2015-01-01"))
export const dateOf = (day: number): CivilDate.CivilDate => CivilDate.fromEpochDay(firstDay + day)
export const dayNumber = (day: number): number => firstDay + day
export const isActive = ({ from, to }: Appointment, day: number): boolean => from <= day && day < to
const never = 1_000_000

/** A random city, drawn with seed 77 on the tree of the tree benchmark (seed 42); questions with seed 5. */
export const city = (count: number): City => {
  const tree = build(make(count))
  const random = mulberry32(77)
  const below = (end: number): number => Math.floor(random() * end)
  const people = Math.ceil(count / 50)
  const own = Array.from({ length: roles }, () =>
    Array.from(
      { length: classes },
      (): RoleScheme.Level => (random() < 0.4 ? 0 : (([1, 2, 3, 4] as const)[below(4)] ?? 0))
    )
  )
  const levels = own.map((row, role) =>
    row.map((level, column) => {
      const junior = own[role + 10]?.[column] ?? 0
      const hasMore = junior > level
      return hasMore ? junior : level
    })
  )
  const top = Math.floor(Math.sqrt(count))
  const hasPosts = new Uint8Array(count)
  const drawn = new Map<string, Appointment>()
  while (drawn.size < count / 10) {
    const unit = random() < 0.2 ? below(top) : below(count)
    const from = below(1000)
    const to = random() < 0.2 ? 1000 + below(2600) : never
    const one = { person: below(people), unit, role: below(roles), from, to }
    drawn.set(`${one.person} ${one.unit} ${one.role}`, one)
    hasPosts[unit] = 1
  }
  const appointments = [...drawn.values()]
  return { count, people, tree, appointments, own, levels, hasPosts, ...questions(count, people, tree, appointments) }
}

// Nine of ten checks ask about a unit somewhere below a post of the person, so that about half of them are allowed.
const questions = (count: number, people: number, tree: Today, appointments: ReadonlyArray<Appointment>) => {
  const random = mulberry32(5)
  const below = (end: number): number => Math.floor(random() * end)
  const under = (unit: number): number => {
    const enter = tree.enter[unit] as number
    return tree.order[enter + below((tree.exit[unit] as number) - enter)] as number
  }
  const checks = Array.from({ length: 50_000 }, (): Check => {
    const held = random() < 0.9 ? appointments[below(appointments.length)] : undefined
    const asked =
      held === undefined ? { person: below(people), unit: below(count) } : { ...held, unit: under(held.unit) }
    const { person, unit } = asked
    return { person, unit, class: below(classes), need: needs[below(needs.length)] ?? 1, day: 1000 + below(2600) }
  })
  const top = Math.floor(Math.sqrt(count))
  const routings = Array.from({ length: 50_000 }, (): Routed => {
    const unit = random() < 0.2 ? below(top) : below(count)
    return { unit, role: below(roles) }
  })
  return { checks, routings }
}

// Ids are made once, as records of an application carry them.
const kept = <A>(make: (number: number) => A) => {
  const known: Array<A> = []
  return (number: number): A => {
    const found = known[number] ?? make(number)
    known[number] = found
    return found
  }
}

const unitPrefix = "unit-"
export const unitId = kept((unit) => Identifier.UnitId.make(`${unitPrefix}${unit}`))
export const unitNumber = (id: string): number => Number(id.slice(unitPrefix.length))
export const personId = kept((person) => Identifier.PersonId.make(`p-${person}`))
export const roleCode = kept((role) => `role-${role}`)
export const className = kept((index) => `class-${index}`)

/** The tree as the roles see it: arrays behind four functions, and nothing of any organisation package. */
export const placesOf = ({ tree: { parent, enter, exit, order }, hasPosts }: City): Places.Places => ({
  sorts: (unit) => (hasPosts[unitNumber(unit)] === 1 ? ["area"] : ["plain"]),
  above: (unit) => {
    const line: Array<Identifier.UnitId> = []
    for (let at = parent[unitNumber(unit)] as number; at >= 0; at = parent[at] as number) line.push(unitId(at))
    return line
  },
  within: (unit) => {
    const at = unitNumber(unit)
    return Array.from(order.subarray(enter[at], exit[at]), unitId)
  },
  isWithin: (unit, around) => {
    const [inner, outer] = [enter[unitNumber(unit)] as number, unitNumber(around)]
    return (enter[outer] as number) <= inner && inner < (exit[outer] as number)
  }
})

/** The twenty roles as a scheme; what a role inherits is written out. */
export const schemeOf = ({ levels }: City): RoleScheme.RoleScheme => {
  const id = RoleScheme.SchemeId.make("bench")
  const ref = (role: number): RoleScheme.RoleRef => ({ scheme: id, role: RoleScheme.RoleCode.make(roleCode(role)) })
  const all = Array.from(
    { length: roles },
    (_, role): RoleScheme.Role => ({
      code: RoleScheme.RoleCode.make(roleCode(role)),
      names: { zh: `岗位${role}` },
      rank: "staff",
      scope: "area",
      minimum: 0,
      duty: "cooperate",
      matters: [roleCode(role)],
      clearance: 0,
      clearances: Object.fromEntries((levels[role] ?? []).map((level, column) => [className(column), level]))
    })
  )
  const [first, ...rest] = all
  if (first === undefined) throw new Error("there are roles")
  return {
    id,
    version: 1,
    names: { zh: "测试方案" },
    layer: RoleScheme.LayerId.make("operating"),
    roles: [first, ...rest],
    concurrent: all.flatMap((_, a) => all.slice(a + 1).map((__, b) => [ref(a), ref(a + 1 + b)] as const)),
    ladder: {}
  }
}

/** A field for every level: what may be read is what shows. */
export const policy: AccessPolicy.AccessPolicy = {
  auditFrom: 4,
  classes: Array.from({ length: classes }, (_, index) => ({
    id: className(index),
    names: { zh: `类别${index}` },
    purposes: [purpose],
    fields: Object.fromEntries(needs.map((need) => [`level-${need}`, { level: need }]))
  }))
}

export { purpose }
