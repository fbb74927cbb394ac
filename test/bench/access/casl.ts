import { type AnyMongoAbility, createMongoAbility } from "@casl/ability"
import { type Check, type City, className, isActive, today } from "./workload.ts"

type Kept = readonly [ability: AnyMongoAbility | undefined, action: string, record: { readonly kind: string }]

// An ability a person, and records that already carry the line of units above them: CASL knows no trees and no dates, so
// both are prepared for it, and only `can` is measured.
export const prepare = (city: City): ReadonlyArray<Kept> => {
  const { appointments, checks, levels, tree } = city
  const asked = new Set(checks.map((one) => one.person))
  const rules = new Map<number, Array<{ action: Array<string>; subject: string; conditions: object }>>()
  for (const one of appointments) {
    if (!isActive(one, today) || !asked.has(one.person)) continue
    const own = rules.get(one.person) ?? []
    for (const [column, level] of (levels[one.role] ?? []).entries()) {
      if (level === 0) continue
      const action = Array.from({ length: level }, (_, below) => `level-${below + 1}`)
      own.push({ action, subject: className(column), conditions: { line: one.unit } })
    }
    rules.set(one.person, own)
  }
  const abilities = new Map(
    [...rules].map(([person, own]) => [
      person,
      createMongoAbility(own, { detectSubjectType: (record) => String(record.kind) })
    ])
  )
  const lineOf = (unit: number): ReadonlyArray<number> => {
    const line: Array<number> = []
    for (let at = unit; at >= 0; at = tree.parent[at] as number) line.push(at)
    return line
  }
  return checks.map((one: Check): Kept => {
    const record = { kind: className(one.class), line: lineOf(one.unit) }
    return [abilities.get(one.person), `level-${one.need}`, record]
  })
}

export const check = (kept: ReadonlyArray<Kept>, amount: number): number => {
  let sum = 0
  for (let i = 0; i < amount; i++) {
    const [ability, action, record] = kept[i] as Kept
    if (ability?.can(action, record) === true) sum += i
  }
  return sum
}
