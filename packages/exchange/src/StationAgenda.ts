import { CivilDate, type Identifier } from "@louyu/kernel"
import type { StationCode, StationCommand } from "@louyu/stations"
import * as Dependency from "./Dependency.ts"
import type { StationsStep } from "./Report.ts"

type Day = CivilDate.CivilDate
type Command = StationCommand.Command
type StationId = StationCode.StationId

// On one day, how stations stand to one another comes before what is said of each.
export const stationRanks: Readonly<Record<Command["_tag"], number>> = {
  OpenStation: 0,
  CloseStation: 0,
  AttachStation: 0,
  ReattachStation: 0,
  DetachStation: 0,
  PromoteStation: 0,
  FoundNetwork: 0,
  ArrangeSpace: 1,
  AddressAudiences: 1,
  DescribeCatchment: 1,
  SetStationHours: 1,
  LabelStation: 1,
  AssessStation: 1
}

const dayOf = (command: Command): Day =>
  command._tag === "AssessStation" ? command.on : command._tag === "CloseStation" ? command.to : command.from

/** Where stations stand while commands go by, as far as the folder says it. */
type Standings = Map<StationId, StationCommand.Standing>

const clusterOf = (standings: Standings, station: StationId): Identifier.UnitId | undefined => {
  const now = standings.get(station)
  return now?.tier === "main" ? now.cluster : undefined
}

const mainOf = (standings: Standings, station: StationId): StationId | undefined => {
  const now = standings.get(station)
  return now?.tier === "sub" ? now.main : undefined
}

const follow = (standings: Standings, command: Command): void => {
  const { station } = command
  switch (command._tag) {
    case "OpenStation":
      standings.set(station, command.standing)
      break
    case "CloseStation":
      standings.delete(station)
      break
    case "AttachStation":
    case "ReattachStation":
      standings.set(station, { tier: "sub", main: command.main })
      break
    case "DetachStation":
      standings.set(station, { tier: "alone" })
      break
    case "FoundNetwork":
      standings.set(station, { tier: "main", cluster: command.cluster })
      break
    case "PromoteStation": {
      const main = mainOf(standings, station)
      const place = main === undefined ? undefined : standings.get(main)
      if (main === undefined || place === undefined) break
      const subs = [...standings].filter(([id, one]) => id === main || (one.tier === "sub" && one.main === main))
      for (const [id] of subs) standings.set(id, { tier: "sub", main: station })
      standings.set(station, place)
      break
    }
    default:
  }
}

/** The station a command makes others belong to, and the one it makes a main one. */
const wanted = (command: Command): StationId | undefined => {
  if (command._tag === "OpenStation") return command.standing.tier === "sub" ? command.standing.main : undefined
  return command._tag === "AttachStation" || command._tag === "ReattachStation" ? command.main : undefined
}

const isMaking = (command: Command): boolean =>
  command._tag === "FoundNetwork" ||
  command._tag === "PromoteStation" ||
  (command._tag === "OpenStation" && command.standing.tier === "main")

/** The cluster that must be without a main station before a command gives it one. */
const filled = (command: Command): Identifier.UnitId | undefined => {
  if (command._tag === "FoundNetwork") return command.cluster
  return command._tag === "OpenStation" && command.standing.tier === "main" ? command.standing.cluster : undefined
}

const isEnding = ({ _tag }: Command): boolean => _tag === "CloseStation" || _tag === "DetachStation"

/** Whether one command of a day has to be carried out before another. */
const isBefore = (before: Command, command: Command, standings: Standings): boolean => {
  if (before.station === command.station) return before._tag === "OpenStation"
  if (isMaking(before) && wanted(command) === before.station) return true
  // Whoever comes to a main station comes while it is one, and changes with it.
  if (command._tag === "PromoteStation" && wanted(before) === mainOf(standings, command.station)) return true
  const cluster = filled(command)
  if (cluster !== undefined && isEnding(before) && clusterOf(standings, before.station) === cluster) return true
  return isEnding(command) && mainOf(standings, before.station) === command.station
}

const ofDay = (steps: ReadonlyArray<StationsStep>, standings: Standings): ReadonlyArray<StationsStep> => {
  // Only what is said of these stations, clusters and mains can matter to a command: few of a day, however many there are.
  const byKey = new Map<string, Array<number>>()
  const note = (sort: string, key: string | undefined, index: number): void => {
    if (key === undefined) return
    const before = byKey.get(`${sort} ${key}`)
    if (before === undefined) byKey.set(`${sort} ${key}`, [index])
    else before.push(index)
  }
  for (const [index, { command }] of steps.entries()) {
    if (command._tag === "OpenStation" || isMaking(command)) note("station", command.station, index)
    if (isEnding(command)) note("cluster", clusterOf(standings, command.station), index)
    note("main", mainOf(standings, command.station), index)
    note("wanted", wanted(command), index)
  }
  const { order } = Dependency.arrange(steps.length, (index) => {
    const command = steps[index]?.command
    if (command === undefined) return []
    const keys = [
      `station ${command.station}`,
      `station ${wanted(command)}`,
      `cluster ${filled(command)}`,
      `main ${command.station}`,
      `wanted ${command._tag === "PromoteStation" ? mainOf(standings, command.station) : undefined}`
    ]
    return keys
      .flatMap((key) => byKey.get(key) ?? [])
      .filter((other) => {
        const before = steps[other]?.command
        return other !== index && before !== undefined && isBefore(before, command, standings)
      })
  })
  return order.flatMap((index) => steps[index] ?? [])
}

/**
 * Puts steps about stations into an order in which they can be carried out: by day; within a day a main station before
 * those that belong to it, whoever leaves before the main station that is left, and what ends before what takes its place.
 *
 * Cost: O(n) and sorting the days; a promotion looks at all stations.
 */
export const orderStations = (steps: ReadonlyArray<StationsStep>): ReadonlyArray<StationsStep> => {
  const days = Map.groupBy(steps, ({ command }) => dayOf(command))
  const standings: Standings = new Map()
  return [...days]
    .toSorted(([a], [b]) => CivilDate.compare(a, b))
    .flatMap(([, day]) => {
      const ranked = Map.groupBy(day, ({ command }) => stationRanks[command._tag])
      const network = ofDay(ranked.get(0) ?? [], standings)
      for (const { command } of network) follow(standings, command)
      return [...network, ...(ranked.get(1) ?? [])]
    })
}
