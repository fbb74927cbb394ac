import { CivilDate } from "@louyu/kernel"
import { Best, Criteria, Eligibility, EligibilityTable } from "@louyu/matching"
import * as Result from "effect/Result"
import { Engine, type RuleProperties } from "json-rules-engine"
import { condition, type Enterprise, fields, type Market, type Service, score } from "./offers.ts"

/** The services open to an enterprise, by number and in order. */
export type Filter = (enterprise: Enterprise) => ReadonlyArray<number>

const setting = { on: CivilDate.make("2026-06-01") }

export const tableOf = ({ services }: Market): EligibilityTable.EligibilityTable =>
  Result.getOrThrow(EligibilityTable.compile(fields, services.map(condition), setting))

/** The truth: every service asked by itself, one condition after the other. */
export const oneByOne = ({ services }: Market): Filter => {
  const criteria = services.map((service) => Result.getOrThrow(Criteria.of(fields, condition(service))))
  return (enterprise) => {
    const values = { ...enterprise }
    return criteria.flatMap((one, number) => (Eligibility.verdict(one, values, setting) === "eligible" ? [number] : []))
  }
}

export const ours = (table: EligibilityTable.EligibilityTable): Filter => {
  let answer: EligibilityTable.Answer | undefined
  return (enterprise) => {
    answer = EligibilityTable.ask(table, { ...enterprise }, answer)
    return EligibilityTable.eligible(answer)
  }
}

/** One predicate for each condition, as an application would write them. */
export const closures = ({ services }: Market): Filter => {
  const predicates = services.map((service): ReadonlyArray<(one: Enterprise) => boolean> => {
    const [types, regions, tags, stages] = [service.types, service.regions, service.tags, service.stages].map(
      (all) => new Set(all)
    ) as [Set<string>, Set<string>, Set<string>, Set<string>]
    return [
      (one) => types.has(one.type),
      (one) => regions.has(one.region),
      (one) => one.area >= service.areaFrom && one.area <= service.areaTo,
      (one) => one.budget >= service.budget,
      (one) => one.tags.some((tag) => tags.has(tag)),
      (one) => service.certificates.every((certificate) => one.certificates.includes(certificate)),
      (one) => one.day >= service.from && one.day < service.to,
      (one) => stages.has(one.stage)
    ]
  })
  return (enterprise) => {
    const open: Array<number> = []
    for (const [number, all] of predicates.entries()) if (all.every((met) => met(enterprise))) open.push(number)
    return open
  }
}

const rule = (service: Service, number: number): RuleProperties => ({
  conditions: {
    all: [
      { fact: "type", operator: "in", value: [...service.types] },
      { fact: "region", operator: "in", value: [...service.regions] },
      { fact: "area", operator: "greaterThanInclusive", value: service.areaFrom },
      { fact: "area", operator: "lessThanInclusive", value: service.areaTo },
      { fact: "budget", operator: "greaterThanInclusive", value: service.budget },
      { fact: "tags", operator: "any", value: [...service.tags] },
      { fact: "certificates", operator: "every", value: [...service.certificates] },
      { fact: "day", operator: "since", value: service.from },
      { fact: "day", operator: "before", value: service.to },
      { fact: "stage", operator: "in", value: [...service.stages] }
    ]
  },
  event: { type: "open", params: { number } }
})

/** The rules of the package json-rules-engine: one for each service. */
export const rulesEngine = ({ services }: Market): ((enterprise: Enterprise) => Promise<ReadonlyArray<number>>) => {
  const engine = new Engine(services.map(rule))
  engine.addOperator("any", (held: ReadonlyArray<string>, asked: ReadonlyArray<string>) =>
    asked.some((one) => held.includes(one))
  )
  engine.addOperator("every", (held: ReadonlyArray<string>, asked: ReadonlyArray<string>) =>
    asked.every((one) => held.includes(one))
  )
  engine.addOperator("since", (held: string, asked: string) => held >= asked)
  engine.addOperator("before", (held: string, asked: string) => held < asked)
  return async (enterprise) => {
    const { events } = await engine.run({ ...enterprise })
    return events.map(({ params }) => Number(params?.number)).toSorted((a, b) => a - b)
  }
}

interface Limit {
  readonly words: number
  readonly open: (enterprise: Enterprise, into: Uint32Array) => void
}

/** By hand for exactly these conditions: a set of bits for each code, and what is left checked in columns. */
const limitOf = ({ services }: Market): Limit => {
  const words = Math.ceil(services.length / 32)
  const bits = (of: (service: Service) => ReadonlyArray<string>) => {
    const byCode = new Map<string, Uint32Array>()
    for (const [number, service] of services.entries()) {
      for (const code of of(service)) {
        const set = byCode.get(code) ?? new Uint32Array(words)
        byCode.set(code, set)
        set[number >> 5] = (set[number >> 5] as number) | (1 << (number & 31))
      }
    }
    return byCode
  }
  const empty = new Uint32Array(words)
  const [types, regions, stages, tags, certificates] = [
    bits(({ types }) => types),
    bits(({ regions }) => regions),
    bits(({ stages }) => stages),
    bits(({ tags }) => tags),
    bits(({ certificates }) => certificates)
  ] as const
  const codes = [...certificates.keys()]
  return {
    words,
    open: (one, into) => {
      const [a, b, c] = [types.get(one.type) ?? empty, regions.get(one.region) ?? empty, stages.get(one.stage) ?? empty]
      const wanted = one.tags.map((tag) => tags.get(tag) ?? empty)
      const lacking = codes
        .filter((code) => !one.certificates.includes(code))
        .map((code) => certificates.get(code) ?? empty)
      for (let word = 0; word < words; word++) {
        let any = 0
        for (const set of wanted) any |= set[word] as number
        let left = (a[word] as number) & (b[word] as number) & (c[word] as number) & any
        for (const set of lacking) left &= ~(set[word] as number)
        let kept = 0
        while (left !== 0) {
          const bit = 31 - Math.clz32(left)
          left &= ~(1 << bit)
          const { areaFrom, areaTo, budget, from, to } = services[word * 32 + bit] as Service
          const met =
            one.area >= areaFrom && one.area <= areaTo && one.budget >= budget && one.day >= from && one.day < to
          if (met) kept |= 1 << bit
        }
        into[word] = kept
      }
    }
  }
}

export const limit = (market: Market): Filter => {
  const { words, open } = limitOf(market)
  const into = new Uint32Array(words)
  return (enterprise) => {
    open(enterprise, into)
    return EligibilityTable.eligible({ eligible: into, not: into })
  }
}

/** The ten best of what is open, as one number that depends on every one and its rank. */
export const best = ({ services }: Market, enterprise: Enterprise, open: ReadonlyArray<number>): number => {
  const scored = open.map((number) => {
    const service = services[number] as Service
    return { id: service.id, score: score(enterprise, service), number }
  })
  let sum = 0
  for (const [rank, one] of Best.of(10, scored).entries()) sum += one.score * (rank + 1) + one.number
  return sum
}
