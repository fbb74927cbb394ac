import { Check, type CivilDate, type Identifier, Period, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as Demand from "../Demand.ts"
import type { StationId } from "../StationCode.ts"
import type { Standing } from "../StationCommand.ts"
import {
  ClusterHasMain,
  MainHasSubs,
  StationAlreadyCloses,
  StationHasMain,
  StationIsMain,
  StationNotMain,
  StationNotSub,
  StationStandsAlone
} from "../StationError.ts"
import * as State from "../StationState.ts"
import * as Rule from "./Rule.ts"

type Date = CivilDate.CivilDate

// The days from a date on that a station belongs to another.
const belonging = ({ standing }: State.Station, main: StationId, from: Date): ReadonlyArray<Timeline.Entry<Standing>> =>
  Timeline.restrict(standing, { from }).filter(({ value }) => value.tier === "sub" && value.main === main)

/** The stations that belong to another on any day from a date on. Cost: O(stations that ever did). */
const subsFrom = (state: State.State, main: StationId, from: Date): ReadonlyArray<StationId> =>
  State.followersOf(state, main).filter((id) => {
    const follower = State.station(state, id)
    return follower !== undefined && belonging(follower, main, from).length > 0
  })

const staysMain = (state: State.State, main: StationId, from: Date): Rule.Checked =>
  Result.flatMap(Demand.known(State.station(state, main), "station", main), ({ standing }) => {
    const entry = Timeline.entryAt(standing, from)
    const stays = entry?.value.tier === "main" && entry.to === undefined
    return Demand.that(stays, () => new StationNotMain({ station: main, on: from }))
  })

const vacant = (state: State.State, cluster: Identifier.UnitId, from: Date, self: StationId): Rule.Checked => {
  const main = State.mainsOf(state, cluster).find((id) => {
    const days = Timeline.restrict(State.station(state, id)?.standing ?? [], { from })
    return id !== self && days.some(({ value }) => value.tier === "main" && value.cluster === cluster)
  })
  return Demand.that(main === undefined, () => new ClusterHasMain({ cluster, main: main ?? "" }))
}

const without = (state: State.State, station: StationId, from: Date): Rule.Checked => {
  const subs = subsFrom(state, station, from)
  return Demand.that(subs.length === 0, () => new MainHasSubs({ station, subs }))
}

const ordered = (station: State.Station, from: Date) => (): Rule.Checked =>
  Demand.inOrder("station", station.opened.station, from, station.last)

const at = ({ standing }: State.Station, on: Date): Standing => Timeline.at(standing, on) ?? { tier: "alone" }

const notMain = (known: State.Station, from: Date) => (): Rule.Checked => {
  const now = at(known, from)
  const { station } = known.opened
  return now.tier === "main" ? Result.fail(new StationIsMain({ station, cluster: now.cluster })) : Check.fine
}

const isSub = (known: State.Station, from: Date) => (): Rule.Checked =>
  Demand.that(at(known, from).tier === "sub", () => new StationNotSub({ station: known.opened.station, on: from }))

/** Whether a station can stand as its opening says. */
export const canOpen = (
  facts: Rule.Facts,
  state: State.State,
  station: StationId,
  standing: Standing,
  from: Date
): Rule.Checked => {
  if (standing.tier === "sub") return staysMain(state, standing.main, from)
  if (standing.tier === "alone") return Check.fine
  return Rule.all(
    () => Demand.existing(facts.exists, from, standing.cluster),
    () => vacant(state, standing.cluster, from, station)
  )
}

export const checks: Rule.Checks<
  "CloseStation" | "AttachStation" | "ReattachStation" | "DetachStation" | "PromoteStation" | "FoundNetwork"
> = {
  CloseStation: ({ state, station }, { station: id, to }) =>
    Rule.all(
      ordered(station, to),
      () => {
        const { to: ends } = station.life
        return ends === undefined ? Check.fine : Result.fail(new StationAlreadyCloses({ station: id, to: ends }))
      },
      () => Result.map(Period.make(station.life.from, to), () => undefined),
      () => without(state, id, to)
    ),
  AttachStation: ({ state, station }, { station: id, main, from }) =>
    Rule.all(
      ordered(station, from),
      () => {
        const now = at(station, from)
        return now.tier === "sub" ? Result.fail(new StationHasMain({ station: id, main: now.main })) : Check.fine
      },
      notMain(station, from),
      () => staysMain(state, main, from)
    ),
  ReattachStation: ({ state, station }, { station: id, main, from }) =>
    Rule.all(
      ordered(station, from),
      isSub(station, from),
      () => {
        const now = at(station, from)
        const same = now.tier === "sub" && now.main === main
        return Demand.that(!same, () => new StationHasMain({ station: id, main }))
      },
      () => staysMain(state, main, from)
    ),
  DetachStation: ({ state, station }, { station: id, from }) =>
    Rule.all(
      ordered(station, from),
      () => Demand.that(at(station, from).tier !== "alone", () => new StationStandsAlone({ station: id, on: from })),
      () => without(state, id, from)
    ),
  PromoteStation: ({ state, station }, { from }) => {
    const now = at(station, from)
    const main = now.tier === "sub" ? State.station(state, now.main) : undefined
    const others = now.tier === "sub" ? State.followersOf(state, now.main) : []
    return Rule.all(
      ordered(station, from),
      isSub(station, from),
      () => (main === undefined ? Check.fine : ordered(main, from)()),
      () =>
        Demand.that(
          station.life.to === undefined,
          () => new StationNotMain({ station: station.opened.station, on: from })
        ),
      ...others.flatMap((id) => {
        const other = State.station(state, id)
        return other === undefined || now.tier !== "sub" || belonging(other, now.main, from).length === 0
          ? []
          : [ordered(other, from)]
      })
    )
  },
  FoundNetwork: ({ facts, state, station }, { station: id, cluster, from }) =>
    Rule.all(
      ordered(station, from),
      notMain(station, from),
      () => Demand.existing(facts.exists, from, cluster),
      () => vacant(state, cluster, from, id)
    )
}

const promote = (state: State.State, id: StationId, from: Date): State.State => {
  const known = State.station(state, id)
  const now = known === undefined ? undefined : at(known, from)
  const main = now?.tier === "sub" ? State.station(state, now.main) : undefined
  const place = main === undefined ? undefined : at(main, from)
  if (now?.tier !== "sub" || main === undefined || place?.tier !== "main") {
    throw new Error(`invariant: ${id} is a sub-station of a main one`)
  }
  const others = subsFrom(state, now.main, from).filter((other) => other !== id)
  const below: Standing = { tier: "sub", main: id }
  return [now.main, ...others].reduce(
    (next, other) => State.stand(next, other, from, below),
    State.stand(state, id, from, place)
  )
}

const scheme = <A extends { readonly scheme?: "1+N" | "1+X" }>({ scheme: one }: A) =>
  one === undefined ? {} : { scheme: one }

export const effects: Rule.Effects<
  "StationClosed" | "StationAttached" | "StationReattached" | "StationDetached" | "StationPromoted" | "NetworkFounded"
> = {
  StationClosed: (state, { station, to }) =>
    State.change(state, station, (one) => ({
      ...one,
      life: { from: one.life.from, to },
      standing: Timeline.endAt(one.standing, to),
      space: Timeline.endAt(one.space, to),
      audiences: Timeline.endAt(one.audiences, to),
      labels: HashMap.map(one.labels, (labels) => Timeline.endAt(labels, to)),
      hours: Timeline.endAt(one.hours, to),
      catchment: Timeline.endAt(one.catchment, to)
    })),
  StationAttached: (state, { station, main, from }) => State.stand(state, station, from, { tier: "sub", main }),
  StationReattached: (state, { station, main, from }) => State.stand(state, station, from, { tier: "sub", main }),
  StationDetached: (state, { station, from }) => State.stand(state, station, from, { tier: "alone" }),
  StationPromoted: (state, { station, from }) => promote(state, station, from),
  NetworkFounded: (state, event) => {
    const { station, cluster, from } = event
    return State.stand(state, station, from, { tier: "main", cluster, ...scheme(event) })
  }
}
