import { EligibilityTable } from "@louyu/matching"
import { clock, compare, type Rounds, ratio, retained } from "../tree/measure.ts"
import { digits, power, row, times } from "../tree/report.ts"
import * as filters from "./filters.ts"
import { type Enterprise, type Market, market } from "./offers.ts"

/** Row 8 of the benchmark: which services are open to an enterprise, and the ten best of them. */
export const head: ReadonlyArray<string> = [
  row(
    "eligibility and the ten best",
    "pairs",
    "ours, M pairs/s",
    "limit",
    "closures",
    "json-rules-engine",
    "ours / limit",
    "closures / ours",
    "json-rules-engine / ours",
    "ours without the best ten",
    "us to explain a pair",
    "ms to compile",
    "kB"
  ),
  row("---", ...Array.from({ length: 12 }, () => "---:"))
]

/** Needs and services, by default from 10^4 to 10^8 pairs. */
export const sizes: ReadonlyArray<readonly [needs: number, services: number]> = [
  [200, 50],
  [1_000, 100],
  [5_000, 200],
  [20_000, 500],
  [100_000, 1_000]
]

const most = { rounds: 5, seconds: 3 }

const bestOf = (all: Market, filter: filters.Filter, amount: number): number => {
  let sum = 0
  for (const enterprise of all.enterprises.slice(0, amount)) sum += filters.best(all, enterprise, filter(enterprise))
  return sum
}

/** Ways to answer, by name. */
type Ways = Readonly<Record<string, filters.Filter>>

// So many pairs are asked one by one to say who is right: a second or two.
const provable = 1_000_000

/** Stops at the first enterprise for which a way opens other services than asking them one by one does. */
const prove = (all: Market, ways: Ways): void => {
  const truth = filters.oneByOne(all)
  const amount = Math.ceil(provable / all.services.length)
  for (const [number, enterprise] of all.enterprises.slice(0, amount).entries()) {
    const expected = truth(enterprise).join()
    for (const [name, filter] of Object.entries(ways)) {
      const found = filter(enterprise).join()
      if (found !== expected) {
        throw new Error(`${name} opens services [${found}] to enterprise ${number}, one by one they are [${expected}]`)
      }
    }
  }
}

/** Measures ways that give the same answers; where a pass gives another sum, asks who is right and measures once more. */
const compared = (all: Market, ways: Ways, amount: number): ReadonlyMap<string, Rounds> => {
  prove(all, ways)
  const timed = Object.entries(ways).map(([name, filter]) => ({ name, run: () => bestOf(all, filter, amount) }))
  const measure = () => compare(amount * all.services.length, timed, most)
  try {
    return measure()
  } catch (error) {
    prove(all, ways)
    process.stderr.write(`${String(error)}; asked again one by one, all are right: measured once more\n`)
    return measure()
  }
}

// The engine answers asynchronously, so its rounds are timed by themselves; the answers must be the same.
const engineRounds = async (all: Market, amount: number, expected: number): Promise<Rounds> => {
  const ask = filters.rulesEngine(all)
  const rounds: Array<number> = []
  for (let round = 0; round < 3; round++) {
    const begin = process.cpuUsage()
    let sum = 0
    for (const enterprise of all.enterprises.slice(0, amount))
      sum += filters.best(all, enterprise, await ask(enterprise))
    const { user, system } = process.cpuUsage(begin)
    if (sum !== expected) throw new Error(`json-rules-engine answers ${sum}, not ${expected}`)
    rounds.push((user + system) / (amount * all.services.length))
  }
  return rounds
}

const median = (rounds: Rounds): number => rounds.toSorted((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? Number.NaN
const perSecond = (rounds: Rounds): string => digits(1 / median(rounds))

const ask = async (needs: number, services: number): Promise<string> => {
  const all = market(needs, services)
  const [[table, bytes], compiling] = clock(() => retained(() => filters.tableOf(all)))
  const ours = filters.ours(table)
  const measured = compared(all, { ours, limit: filters.limit(all) }, needs)
  // Beyond 10^6 pairs the closures answer a part of the needs.
  const some = Math.min(needs, Math.ceil(1_000_000 / services))
  const beside = compared(all, { ours, closures: filters.closures(all) }, some)
  const few = Math.min(needs, Math.ceil(5_000 / services))
  const engine = await engineRounds(all, few, bestOf(all, ours, few))
  const rounds = (name: string): Rounds => measured.get(name) ?? []
  const { alone, explained } = bare(all, table)
  return row(
    `${needs.toLocaleString("en")} needs × ${services.toLocaleString("en")} services`,
    power(needs * services),
    perSecond(rounds("ours")),
    perSecond(rounds("limit")),
    perSecond(beside.get("closures") ?? []),
    perSecond(engine),
    times(ratio(rounds("ours"), rounds("limit"))),
    times(ratio(beside.get("closures") ?? [], beside.get("ours") ?? [])),
    times(median(engine) / median(rounds("ours"))),
    perSecond(alone),
    digits(median(explained)),
    digits(compiling),
    digits(bytes / 1024)
  )
}

// The answer alone, without putting the best in order; and why one pair is refused.
const bare = (
  { enterprises, services }: Market,
  table: EligibilityTable.EligibilityTable
): { readonly alone: Rounds; readonly explained: Rounds } => {
  const asked = enterprises.map((one: Enterprise) => ({ ...one }))
  let answer: EligibilityTable.Answer | undefined
  const run = () => {
    let open = 0
    for (const values of asked) {
      answer = EligibilityTable.ask(table, values, answer)
      open += (answer.eligible[0] as number) & 1
    }
    return open
  }
  const alone = compare(asked.length * services.length, [{ name: "ours", run }], most).get("ours") ?? []
  const why = () => {
    let named = 0
    for (let pair = 0; pair < 1000; pair++) {
      const values = asked[pair % asked.length] ?? {}
      named += EligibilityTable.explain(table, values, pair % services.length).unmet.length
    }
    return named
  }
  const explained = compare(1000, [{ name: "ours", run: why }], most).get("ours") ?? []
  return { alone, explained }
}

/** The lines of the table, one for each size. */
export const lines = async (chosen = sizes): Promise<ReadonlyArray<string>> => {
  const all: Array<string> = []
  for (const [needs, services] of chosen) {
    process.stderr.write(`eligibility: ${needs} needs, ${services} services\n`)
    all.push(await ask(needs, services))
  }
  return all
}
