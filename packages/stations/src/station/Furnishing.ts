import { Check, type CivilDate, type Identifier, Timeline } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import * as Demand from "../Demand.ts"
import { contradictions } from "../OpeningHours.ts"
import * as StationCatalogue from "../StationCatalogue.ts"
import { HoursContradict, StationPartUnknown } from "../StationError.ts"
import * as State from "../StationState.ts"
import * as Rule from "./Rule.ts"

type Commands =
  | "ArrangeSpace"
  | "AddressAudiences"
  | "LabelStation"
  | "AssessStation"
  | "SetStationHours"
  | "DescribeCatchment"
type Events =
  | "SpaceArranged"
  | "AudiencesAddressed"
  | "StationLabelled"
  | "StationAssessed"
  | "StationHoursSet"
  | "CatchmentDescribed"

const unknown = (sort: "labelSet" | "standard", id: string) => () => new StationPartUnknown({ sort, id })

const existing = (
  { exists }: Rule.Facts,
  on: CivilDate.CivilDate,
  units: ReadonlyArray<Identifier.UnitId | undefined>
) => Demand.existing(exists, on, ...units)

export const checks: Rule.Checks<Commands> = {
  ArrangeSpace: ({ facts }, { owner, from }) => existing(facts, from, [owner]),
  AddressAudiences: ({ facts }, { audiences, places = [], from }) =>
    Rule.all(
      () => Demand.named(facts.catalogue.audiences, "audience", audiences),
      () => existing(facts, from, places)
    ),
  LabelStation: ({ facts }, { set, labels }) => {
    const known = StationCatalogue.find(facts.catalogue.labelSets, set)
    return Rule.all(
      () => Demand.that(known !== undefined, unknown("labelSet", set)),
      () => Demand.named(known?.labels ?? [], "label", labels)
    )
  },
  AssessStation: ({ facts }, { standard, met }) => {
    const known = StationCatalogue.find(facts.catalogue.standards, standard)
    return Rule.all(
      () => Demand.that(known !== undefined, unknown("standard", standard)),
      () => Demand.named(known?.criteria ?? [], "criterion", met)
    )
  },
  SetStationHours: (_scene, { station, hours }) => {
    const found = contradictions(hours)
    return Demand.that(found.length === 0, () => new HoursContradict({ id: station, contradictions: found }))
  },
  DescribeCatchment: () => Check.fine
}

export const effects: Rule.Effects<Events> = {
  SpaceArranged: (state, event) =>
    State.change(state, event.station, (one) => ({ ...one, space: State.since(one, one.space, event.from, event) })),
  AudiencesAddressed: (state, event) =>
    State.change(state, event.station, (one) => ({
      ...one,
      audiences: State.since(one, one.audiences, event.from, event)
    })),
  StationLabelled: (state, event) =>
    State.change(state, event.station, (one) => {
      const before = Option.getOrElse(HashMap.get(one.labels, event.set), () => Timeline.empty<typeof event>())
      return { ...one, labels: HashMap.set(one.labels, event.set, State.since(one, before, event.from, event)) }
    }),
  StationAssessed: (state, event) =>
    State.change(state, event.station, (one) => ({ ...one, assessments: [...one.assessments, event] })),
  StationHoursSet: (state, { station, hours, from }) =>
    State.change(state, station, (one) => ({ ...one, hours: State.since(one, one.hours, from, hours) })),
  CatchmentDescribed: (state, event) =>
    State.change(state, event.station, (one) => ({
      ...one,
      catchment: State.since(one, one.catchment, event.from, event)
    }))
}
