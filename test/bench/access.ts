// Access checks and routing against what could be reached by hand, casbin and CASL.
// Run with: node test/bench/access.ts [sizes]; prints the Markdown of packages/roles/BENCHMARK.md.
import { availableParallelism } from "node:os"
import * as casbin from "./access/casbin.ts"
import * as casl from "./access/casl.ts"
import * as limit from "./access/limit.ts"
import * as ours from "./access/ours.ts"
import { figure, head, line } from "./access/report.ts"
import { type City, city } from "./access/workload.ts"
import { clock, compare, type Rounds, type Way } from "./tree/measure.ts"

const given = process.argv.slice(2).map(Number)
const sizes = given.length > 0 ? given : [10_000, 100_000, 1_000_000]
if (sizes.some((size) => !(Number.isInteger(size) && size >= 5_000)))
  throw new Error("sizes are whole numbers from 5000 on")

const print = (text: string): boolean => process.stdout.write(`${text}\n`)
const progress = (text: string): boolean => process.stderr.write(`${text}\n`)
const most = { rounds: 5, seconds: 2 }
const few = { checks: 100, routings: 200, decisions: 5_000 }

type Asked = (amount: number) => number

// The quick ways answer all questions by turns; then the slow ones answer the first of them, beside ours.
const both = (
  all: number,
  quick: Readonly<Record<string, Asked>>,
  slow: Readonly<Record<string, Asked>>,
  some: number
) => {
  const ways = (asked: Readonly<Record<string, Asked>>, amount: number): ReadonlyArray<Way> =>
    Object.entries(asked).map(([name, ask]) => ({ name, run: () => ask(amount) }))
  const measured = new Map<string, Rounds>(compare(all, ways(quick, all), most))
  const { ours: first } = quick
  if (first === undefined || Object.keys(slow).length === 0) return measured
  const beside = compare(some, ways({ ours: first, ...slow }, some), most)
  for (const name of Object.keys(slow)) measured.set(name, beside.get(name) ?? [])
  return measured
}

const shareAllowed = (records: ReturnType<typeof casl.prepare>): number =>
  records.filter(([ability, action, record]) => ability?.can(action, record) === true).length / records.length

// Casbin finds the users of a role asynchronously, so its rounds are timed by themselves; the answers must be the same.
const casbinRoutings = async (enforcer: Awaited<ReturnType<typeof casbin.load>>, town: City, expected: number) => {
  const rounds: Array<number> = []
  for (let round = 0; round < 3; round++) {
    const begin = process.cpuUsage()
    const sum = await casbin.route(enforcer, town, few.routings)
    const { user, system } = process.cpuUsage(begin)
    if (sum !== expected) throw new Error(`casbin answers ${sum}, not ${expected}`)
    rounds.push((user + system) / few.routings)
  }
  return rounds
}

interface Measured {
  readonly lines: ReadonlyArray<string>
  readonly share: number
}

const measure = async (size: number): Promise<Measured> => {
  progress(`${size} units: a city`)
  const town = city(size)
  const [rosters, writing] = clock(() => ours.write(town))
  const [directory, opening] = clock(() => ours.directoryOf(town, rosters))
  const [rights, compiling] = clock(() => ours.table(town, directory))
  const bytes = rights.table.offsets.byteLength + rights.table.rights.byteLength
  const asked = ours.numbered(town, rights)
  const held = limit.rights(town)
  const questions = limit.asked(town)
  const amount = town.checks.length

  progress(`${size} units: checks`)
  const records = casl.prepare(town)
  const enforcer = await casbin.load(town)
  const checks = both(
    amount,
    {
      ours: (n) => ours.check(rights.table, asked, n),
      limit: (n) => limit.check(held, questions, n, false),
      CASL: (n) => casl.check(records, n)
    },
    { casbin: (n) => casbin.check(enforcer, town, n) },
    few.checks
  )
  const dated = ours.datedTable(town)
  const anyDay = both(
    amount,
    { ours: (n) => ours.checkDated(dated, asked, n), limit: (n) => limit.check(held, questions, n, true) },
    {},
    0
  )
  progress(`${size} units: decisions`)
  const decisions = both(
    few.decisions,
    {
      ours: (n) => ours.decide(directory, town, n),
      limit: (n) => limit.check(held, questions, n, false),
      CASL: (n) => casl.check(records, n)
    },
    { casbin: (n) => casbin.check(enforcer, town, n) },
    few.checks
  )
  const parts = compare(amount, [{ name: "ours", run: () => ours.reach(rights.table, asked, amount) }], most)

  progress(`${size} units: routing`)
  const holders = limit.holders(town)
  const [table, tabling] = clock(() => ours.routingTable(town, directory))
  const fromTable = ours.routeFrom(table, town)
  const byCasbin = await casbinRoutings(enforcer, town, fromTable(few.routings))
  const tabled = new Map<string, Rounds>([
    ...both(amount, { ours: fromTable, limit: (n) => limit.route(holders, town, n) }, {}, 0),
    ["casbin", byCasbin]
  ])
  const routed = new Map<string, Rounds>([
    ...both(
      few.decisions,
      { ours: (n) => ours.route(directory, town, n), limit: (n) => limit.route(holders, town, n) },
      {},
      0
    ),
    ["casbin", byCasbin]
  ])
  const appointments = town.appointments.length
  return {
    share: shareAllowed(records),
    lines: [
      line("check, from the table", size, checks),
      line("check on any day, from the table", size, anyDay),
      line("decision with reasons for two fields", size, decisions),
      line("all that a person can see, as subtrees", size, parts),
      line("routing, from the table", size, tabled),
      line("routing with all steps", size, routed),
      figure("appoint through all rules, an appointment", size, (writing * 1000) / appointments),
      figure("directory of a day, an appointment", size, (opening * 1000) / appointments),
      figure("compile the table of rights, an appointment", size, (compiling * 1000) / appointments),
      figure("compile the table of routing, a unit", size, (tabling * 1000) / size),
      figure("bytes of the table of rights, an appointment", size, bytes / appointments)
    ]
  }
}

const begin = performance.now()
const tables: Array<Measured> = []
for (const size of sizes) tables.push(await measure(size))
// The lines of one question stand together, so that growth with the size shows.
const lines = (tables[0]?.lines ?? []).flatMap((_, index) => tables.map((table) => table.lines[index] ?? ""))
const shares = tables.map(({ share }) => `${Math.round(share * 100)} %`).join(", ")

print(`# Benchmark of access and routing

Written by \`node test/bench/access.ts ${sizes.join(" ")}\` on ${availableParallelism()} shared cores with Node ${process.versions.node},
in ${Math.round((performance.now() - begin) / 1000)} seconds. A figure is processor time (all threads, memory collection included), the median of up to five
rounds. Only ratios count: all ways ran in one process on the same seeded input, by turns where a table line compares them,
and their answers were compared in every pass; one that differs ends the run.

* **limit**: what can be reached by hand for exactly this input; numbers in typed arrays, no ids, nothing handed out.
* **CASL** 7: it knows no trees and no dates. Everybody's ability is built before, from what they hold on the day, and every
  record already carries the line of units above it; only \`can\` is measured.
* **casbin** 5: roles in domains with a role hierarchy, synchronous, on the day. The application walks up the tree and asks
  about the units that have posts; ${few.checks} checks and ${few.routings} routings a round.
* Input: a random recursive tree (mulberry32, seed 42), a tenth as many appointments as units (seed 77): five a person, a
  fifth on units near the top, twenty roles of which ten include another, eight classes of records, a fifth ended by some
  day. Questions (seed 5): nine of ten checks about a unit below a post of the person; allowed: ${shares}. Routings: a fifth
  near the top.
* \`from the table\`: \`AccessTable\` and \`RoutingTable\`, compiled from a directory. \`decision\` and \`routing with all steps\`
  are \`Access.decide\` and \`Routing.route\`, from text ids, with all reasons; they answer the same questions.

${[...head, ...lines].join("\n")}`)
