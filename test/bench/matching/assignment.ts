import { Allocation } from "@louyu/matching"
import * as Result from "effect/Result"
import type { Highs } from "highs"
import { clock, compare, median, type Rounds, ratio, retained } from "../tree/measure.ts"
import { digits, power, row, times } from "../tree/report.ts"
import * as assigners from "./assigners.ts"
import { load } from "./highs.ts"
import { type Market, market } from "./needs.ts"

/** Row 9 of the benchmark: who gets what under capacities, exactly. */
export const head: ReadonlyArray<string> = [
  row(
    "exact assignment",
    "needs",
    "ours, ms",
    "of it the optimum",
    "needs a second",
    "HiGHS, ms",
    "@algorithm.ts/mcmf",
    "munkres-js",
    "HiGHS / ours",
    "mcmf / ours",
    "ms to verify",
    "ms for one more need",
    "ms for one capacity",
    "greedy, ms",
    "greedy below the optimum",
    "MB"
  ),
  row("---", ...Array.from({ length: 15 }, () => "---:"))
]

/** Needs, services and candidates of each need. */
export const sizes: ReadonlyArray<readonly [needs: number, services: number, each: number]> = [
  [100, 10, 5],
  [1_000, 300, 20],
  [10_000, 300, 20],
  [100_000, 300, 20]
]

// Beyond these a peer takes many minutes.
const furthest = { mcmf: 1_000, hungarian: 100, highs: 100_000 }
const most = { rounds: 5, seconds: 10 }
const changes = 50

const millis = (rounds: Rounds | undefined): number => median(rounds ?? []) / 1000

// One need after another comes with the candidates of one that is there, and goes again.
const changed = (solver: Allocation.Solver, { problem }: Market) => {
  const candidates = new Map<string, Array<Allocation.Candidate>>()
  for (const one of problem.candidates) candidates.set(one.need, [...(candidates.get(one.need) ?? []), one])
  const some = problem.needs.slice(0, changes)
  const [, needs] = clock(() => {
    for (const { id } of some) {
      const own = (candidates.get(id) ?? []).map((one) => ({ ...one, need: "new" }))
      Result.getOrThrow(Allocation.put(solver, { id: "new", weight: 2, waiting: 0 }, own))
      Result.getOrThrow(Allocation.remove(solver, "new"))
    }
  })
  const offers = problem.offers.slice(0, changes)
  const [, capacities] = clock(() => {
    for (const { id, capacity } of offers) {
      Result.getOrThrow(Allocation.setCapacity(solver, { offer: id }, Math.max(0, capacity - 1)))
      Result.getOrThrow(Allocation.setCapacity(solver, { offer: id }, capacity))
    }
  })
  return { need: needs / (2 * some.length), capacity: capacities / (2 * offers.length) }
}

const measure = (input: Market, highs: Highs): string => {
  const needs = input.services.length
  const peer = (name: string, upTo: number, assign: assigners.Assign) =>
    needs > upTo ? [] : [{ name, run: () => assign(input) }]
  const measured = compare(
    1,
    [
      { name: "ours", run: () => assigners.ours(input) },
      ...peer("HiGHS", furthest.highs, assigners.linearProgram(highs)),
      ...peer("mcmf", furthest.mcmf, assigners.mcmf),
      ...peer("munkres", furthest.hungarian, assigners.hungarian)
    ],
    most
  )
  const ours = measured.get("ours") ?? []
  const optimum = compare(1, [{ name: "optimum", run: () => assigners.optimum(input).numbers.size }], most)
  const allocation = Result.getOrThrow(Allocation.solve(input.problem))
  const [flaws, verifying] = clock(() => Allocation.verify(input.problem, allocation).length)
  if (flaws > 0) throw new Error("the certificate does not prove the allocation")
  const [solver, bytes] = retained(() => assigners.optimum(input))
  const change = changed(solver, input)
  if (Allocation.current(solver).total !== allocation.total) throw new Error("changes there and back change the total")
  const [value, greedy] = clock(() => assigners.greedy(input))
  return row(
    `${input.capacity.length} services, ${input.services[0]?.length ?? 0} candidates each`,
    power(needs),
    digits(millis(ours)),
    digits(millis(optimum.get("optimum"))),
    digits(needs / (millis(ours) / 1000)),
    ...["HiGHS", "mcmf", "munkres"].map((name) => digits(millis(measured.get(name)))),
    ...["HiGHS", "mcmf"].map((name) => times(ratio(measured.get(name) ?? [], ours))),
    digits(verifying),
    digits(change.need),
    digits(change.capacity),
    digits(greedy),
    `${((100 * (allocation.total - value)) / allocation.total).toFixed(2)} %`,
    digits(bytes / 1e6)
  )
}

export const lines = async (chosen = sizes): Promise<ReadonlyArray<string>> => {
  const highs = await load()
  return chosen.map(([needs, services, each]) => {
    process.stderr.write(`assignment: ${needs} needs, ${services} services\n`)
    return measure(market(needs, services, each), highs)
  })
}
