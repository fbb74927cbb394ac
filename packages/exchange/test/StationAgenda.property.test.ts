import { CivilDate, Decider } from "@louyu/kernel"
import { Network, StationCatalogue, StationCode, StationCommand, StationState, Stations } from "@louyu/stations"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { orderStations } from "../src/StationAgenda.ts"

type Command = StationCommand.Command

const decode = Schema.decodeUnknownSync(StationCommand.Command)
const facts = { exists: () => true, catalogue: StationCatalogue.preset }
const ids = ["a", "b", "c", "d", "e", "f", "g"]
const days = Array.from({ length: 4 }, (_, n) => CivilDate.fromEpochDay(19_000 + n))

const station = fc.constantFrom(...ids)
const cluster = fc.constantFrom("c-1", "c-2")
const said = { kind: "redCollarStation", names: { zh: "驿站" }, place: "b-1" }

const asking = fc.oneof(
  fc.record({ station, cluster }).map(({ station: of, cluster: c }) => ({
    _tag: "OpenStation",
    station: of,
    ...said,
    standing: { tier: "main", cluster: c }
  })),
  fc.record({ station, main: station }).map(({ station: of, main }) => ({
    _tag: "OpenStation",
    station: of,
    ...said,
    standing: { tier: "sub", main }
  })),
  station.map((of) => ({ _tag: "OpenStation", station: of, ...said, standing: { tier: "alone" } })),
  fc.record({ _tag: fc.constantFrom("AttachStation", "ReattachStation"), station, main: station }),
  fc.record({ _tag: fc.constantFrom("DetachStation", "PromoteStation", "CloseStation"), station }),
  fc.record({ _tag: fc.constant("PromoteStation"), station: fc.constantFrom("c", "d", "e") }),
  fc.record({ _tag: fc.constant("FoundNetwork"), station, cluster })
)

// Two networks to begin with, in most histories.
const networks = [
  { standing: { tier: "main", cluster: "c-1" }, of: ["a"] },
  { standing: { tier: "main", cluster: "c-2" }, of: ["b"] },
  { standing: { tier: "sub", main: "a" }, of: ["c", "d"] },
  { standing: { tier: "sub", main: "b" }, of: ["e"] }
].flatMap(({ standing, of }) => of.map((id) => ({ _tag: "OpenStation", station: id, ...said, standing })))
const beginning = fc.constantFrom(networks, networks, networks, [])

/** What is asked for on a day, as a command. */
const on = (asked: object, day: CivilDate.CivilDate): Command =>
  decode("_tag" in asked && asked._tag === "CloseStation" ? { ...asked, to: day } : { ...asked, from: day })

// A history in the order in which it happened: what the rules let happen, and nothing twice to one station on one day
// but that one which just opened by itself finds its place.
const history = fc
  .tuple(beginning, fc.array(fc.tuple(fc.nat({ max: days.length - 1 }), asking), { minLength: 6, maxLength: 60 }))
  .map(([first, rest]): ReadonlyArray<Command> => {
    const all = [...first.map((asked): [number, object] => [0, asked]), ...rest]
    const commands: Array<Command> = []
    let state = StationState.initial
    const met = new Set<string>()
    for (const [n, asked] of all.toSorted(([a], [b]) => a - b)) {
      const day = days[n]
      if (day === undefined) continue
      const command = on(asked, day)
      const main = command._tag === "PromoteStation" ? Network.mainOf(state, command.station, day) : undefined
      const parties = [command.station, main].map((party) => `${n} ${party}`)
      if (parties.some((party) => met.has(party))) continue
      const done = Decider.run(Stations.decider, state, [command], facts)
      if (done.failures.length > 0 || done.events.length === 0) continue
      const isAlone = command._tag === "OpenStation" && command.standing.tier === "alone"
      for (const party of parties) if (!isAlone && !party.endsWith("undefined")) met.add(party)
      state = done.state
      commands.push(command)
    }
    return commands
  })

const told = history.chain((commands) =>
  fc
    .shuffledSubarray([...commands], { minLength: commands.length, maxLength: commands.length })
    .map((shuffled) => ({ commands, shuffled }))
)

const standings = (state: StationState.State) =>
  ids.flatMap((id) => days.map((day) => [id, day, Network.standing(state, StationCode.StationId.make(id), day)]))

describe("orderStations", () => {
  it("P-17 brings what happened to stations into an order in which all of it can happen, and they end up the same", () => {
    const met = new Set<string>()
    fc.assert(
      fc.property(told, ({ commands, shuffled }) => {
        const ordered = orderStations(shuffled.map((command) => ({ command, origin: { file: "stations.csv" } })))
        const done = Decider.run(
          Stations.decider,
          StationState.initial,
          ordered.map(({ command }) => command),
          facts
        )
        expect(done.failures).toEqual([])
        const before = Decider.run(Stations.decider, StationState.initial, commands, facts)
        expect(standings(done.state)).toEqual(standings(before.state))
        for (const { _tag } of commands) met.add(_tag)
      }),
      { numRuns: 600 }
    )
    expect([...met].sort()).toEqual([
      "AttachStation",
      "CloseStation",
      "DetachStation",
      "FoundNetwork",
      "OpenStation",
      "PromoteStation",
      "ReattachStation"
    ])
  })
})
