import { CivilDate } from "@louyu/kernel"
import type { Condition, Field } from "@louyu/matching"
import { mulberry32 } from "../tree/workload.ts"

/** What a service asks for, all of it, and what its score depends on. */
export interface Service {
  readonly id: string
  readonly types: ReadonlyArray<string>
  readonly regions: ReadonlyArray<string>
  readonly areaFrom: number
  readonly areaTo: number
  readonly budget: number
  readonly tags: ReadonlyArray<string>
  readonly certificates: ReadonlyArray<string>
  readonly from: CivilDate.CivilDate
  readonly to: CivilDate.CivilDate
  readonly stages: ReadonlyArray<string>
  readonly x: number
  readonly y: number
  readonly priority: number
}

/** What is known about an enterprise that needs something. */
export interface Enterprise {
  readonly type: string
  readonly region: string
  readonly area: number
  readonly budget: number
  readonly tags: ReadonlyArray<string>
  readonly certificates: ReadonlyArray<string>
  readonly day: CivilDate.CivilDate
  readonly stage: string
  readonly x: number
  readonly y: number
}

/** Enterprises and services, all invented. */
export interface Market {
  readonly enterprises: ReadonlyArray<Enterprise>
  readonly services: ReadonlyArray<Service>
}

const first = CivilDate.make("2026-01-01")

/** A market of a size; the numbers are drawn with seed 3. */
export const market = (enterprises: number, services: number): Market => {
  const random = mulberry32(3)
  const below = (end: number): number => Math.floor(random() * end)
  const some = (letter: string, of: number, least: number, most: number): ReadonlyArray<string> => {
    const found = new Set<string>()
    const amount = least + below(most - least + 1)
    while (found.size < amount) found.add(`${letter}${below(of)}`)
    return [...found]
  }
  const range = (end: number): readonly [number, number] => {
    const [a, b] = [below(end), below(end)]
    return a < b ? [a, b] : [b, a]
  }
  const day = (number: number) => CivilDate.addDays(first, number)
  const service = (_: unknown, number: number): Service => {
    const [areaFrom, areaTo] = range(2000)
    const [from, to] = range(365)
    return {
      id: `s-${String(number).padStart(5, "0")}`,
      types: some("t", 12, 2, 8),
      regions: some("r", 30, 5, 20),
      areaFrom,
      areaTo,
      budget: below(600),
      tags: some("g", 40, 2, 5),
      certificates: some("c", 10, 0, 2),
      from: day(from),
      to: day(to + 1),
      stages: some("p", 4, 1, 3),
      x: below(1000),
      y: below(1000),
      priority: below(100)
    }
  }
  const enterprise = (): Enterprise => ({
    type: `t${below(12)}`,
    region: `r${below(30)}`,
    area: below(2000),
    budget: below(1000),
    tags: some("g", 40, 3, 8),
    certificates: some("c", 10, 3, 8),
    day: day(below(365)),
    stage: `p${below(4)}`,
    x: below(1000),
    y: below(1000)
  })
  return {
    services: Array.from({ length: services }, service),
    enterprises: Array.from({ length: enterprises }, enterprise)
  }
}

const field = (id: string, type: Field.FieldType): Field.Field => ({ id, type, names: { zh: id } })

export const fields: ReadonlyArray<Field.Field> = [
  field("type", "choice"),
  field("region", "choice"),
  field("area", "number"),
  field("budget", "number"),
  field("tags", "set"),
  field("certificates", "set"),
  field("day", "date"),
  field("stage", "choice")
]

const [, ...none] = [""]
const texts = (all: ReadonlyArray<string>): readonly [string, ...Array<string>] => {
  const [head = "", ...rest] = all.length === 0 ? none : all
  return [head, ...rest]
}

/** What a service asks for, as data. */
export const condition = (service: Service): Condition.Condition => ({
  _tag: "all",
  conditions: [
    { _tag: "oneOf", field: "type", values: texts(service.types) },
    { _tag: "oneOf", field: "region", values: texts(service.regions) },
    { _tag: "numberBetween", field: "area", atLeast: service.areaFrom, atMost: service.areaTo },
    { _tag: "numberBetween", field: "budget", atLeast: service.budget },
    { _tag: "hasAny", field: "tags", values: texts(service.tags) },
    ...(service.certificates.length === 0
      ? []
      : [{ _tag: "hasAll", field: "certificates", values: texts(service.certificates) } as const]),
    { _tag: "dateBetween", field: "day", from: service.from, to: service.to },
    { _tag: "oneOf", field: "stage", values: texts(service.stages) }
  ]
})

const common = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): number => {
  let sum = 0
  for (const tag of one) if (other.includes(tag)) sum++
  return sum
}

/** How good a service is for an enterprise that it is open to. */
export const score = (enterprise: Enterprise, service: Service): number =>
  100 * common(enterprise.tags, service.tags) +
  Math.max(0, 400 - Math.floor(Math.hypot(enterprise.x - service.x, enterprise.y - service.y))) +
  service.priority
