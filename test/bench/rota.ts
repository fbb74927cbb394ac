// Rosters, opening hours and bookings against the least work that gives the same answers, and rosters against a solver.
// Run with: node --expose-gc test/bench/rota.ts [the most bookings]; prints packages/stations/BENCHMARK.md.
import { availableParallelism } from "node:os"
import * as booking from "./rota/booking.ts"
import * as generating from "./rota/generating.ts"
import * as opening from "./rota/opening.ts"

const [most = Number.POSITIVE_INFINITY] = process.argv.slice(2).map(Number)
if (!(most >= 10_000)) throw new Error("the most bookings are a number from 10000 on")

const begin = performance.now()
const booked = booking.lines([10_000, 100_000].filter((amount) => amount <= most))
const opened = opening.lines([1_000, 10_000].filter((amount) => amount <= most))
const generated = await generating.lines(generating.scales.filter((scale) => scale * 1000 <= most))
const tables = [
  [...generating.head, ...generated],
  [...opening.head, ...opened],
  [...booking.head, ...booked]
]

process.stdout.write(`# Benchmark of stations

Written by \`node --expose-gc test/bench/rota.ts\` on ${availableParallelism()} shared cores with Node ${process.versions.node}, in ${Math.round((performance.now() - begin) / 1000)} seconds. Processor
time, the median of up to five rounds; only ratios count: all ways ran by turns in one process on the same input, and their
answers were compared in every pass; one that differs ends the run.

* **a year of duties**: \`RosterGeneration.generate\` for the working days of 2026 at Pinghu's 16 stations and at up to
  four hundred times as many (once), with organisations in proportion: every place filled, turns as even as can be by what each owes,
  everybody at every station about as often, with a proof. Round robin writes as many duties to one organisation after
  another and keeps no rule. HiGHS 1.15 (WebAssembly) solves the mixed integer program of the same rules and the same
  unevenness, without stations; both must come to the same within 10^-6. It runs once, at Pinghu's size.
* **which stations are open now**: \`OpenTimes.isOpen\` for every station at moments of three years (mulberry32, seed 41), and
  \`StationReview.openAt\`, which also says what hours these are and when each closes. The table has a byte for every minute
  of those years and every sort of hours; it knows no other year, and is filled by \`OpenTimes.on\`.
* **bookings**: commands by chance (seed 67), a thousand a room, of which some meet others. **ours**: \`Decider.run\`, every
  command checked and every fact applied to a state that is never changed in place. **decided only**: one more command for
  each of those times when all is booked. **told again**: the story once more, which is no news. **map of days**: sorted times
  of each day of a room, changed in place, no names, no facts, nothing else checked; asked, it only looks.

${tables.map((lines) => lines.join("\n")).join("\n\n")}
`)
