import {
  Bodies,
  BodyCommand,
  type BodyError,
  BodyEvent,
  BodyState,
  type Case,
  Casework,
  type CaseworkError,
  CaseworkSettings,
  Command,
  Event,
  type State,
  WhistleCommand,
  type WhistleError,
  WhistleEvent,
  type WhistleState,
  Whistles
} from "@louyu/casework"
import { type CivilDate, Identifier } from "@louyu/kernel"
import { View } from "@louyu/organisation"
import type { Profile } from "@louyu/profiles"
import * as CityDomain from "./CityDomain.ts"
import * as Domain from "./Domain.ts"
import * as Existence from "./Existence.ts"
import type { Scope } from "./Shelf.ts"
import * as SingleStream from "./SingleStream.ts"

type Organisation = Existence.Organisation

const name = "cases"

/** The stream of one case: cases do not wait for each other. */
export const streamOf = (id: Case.CaseId): Identifier.StreamId => Identifier.StreamId.make(`${name}:${id}`)
/** The stream of the bodies that deliberate: which of them there may be at a place depends on all of them. */
export const bodiesStream = Identifier.StreamId.make("bodies")
/** The stream of the whistles. */
export const whistlesStream = Identifier.StreamId.make("whistles")

/** Every case of a city, as it stands. Cost: asking for one is a look-up; nothing is copied. */
export interface Cases extends Iterable<State.CaseKnown> {
  readonly get: (id: Case.CaseId) => State.State
  /** What decides about them besides themselves: flows, which units exist, who may dispatch. */
  readonly facts: Casework.Facts
}

/** What is local about the casework of a city. */
export const settings = ({ casework = {} }: Profile.Profile): CaseworkSettings.CaseworkSettings => casework

const hasSeat = (bodies: BodyState.State, unit: Identifier.UnitId, on: CivilDate.CivilDate): boolean => {
  for (const body of BodyState.bodies(bodies)) {
    const { kind, dispatcher } = body.founded
    if (dispatcher === unit) return true
    const party = kind.dispatch.by === "parties" ? BodyState.party(body, unit, on) : undefined
    if (party !== undefined && kind.dispatch.by === "parties" && kind.dispatch.parties.includes(party)) return true
  }
  return false
}

const factsOf =
  (organisation: Organisation, bodies: Domain.Visible<BodyState.State>) =>
  (scope: Scope): Casework.Facts => {
    const { profile, exists, dateOf, on: organisationOn } = Existence.of(organisation, scope)
    const { casework = {} } = profile ?? {}
    return {
      flow: (id, version) => CaseworkSettings.flow(casework, id, version),
      exists,
      dateOf,
      mayDispatch: (unit, on) => {
        const view = organisationOn(on)
        const kind = view && View.kind(view, unit)
        return casework.dispatching?.some((one) => one === kind) === true || hasSeat(bodies.view(scope, on), unit, on)
      }
    }
  }

/** The bodies that deliberate in a city as a domain of its ledger. */
export const bodies = (
  organisation: Organisation
): Domain.Domain<BodyCommand.Command, BodyEvent.Event, BodyError.BodyError, BodyState.State> =>
  SingleStream.define({
    stream: bodiesStream,
    command: BodyCommand.Command,
    event: BodyEvent.Event,
    schemaVersion: BodyEvent.schemaVersion,
    decider: Bodies.decider,
    facts: (scope) => Existence.of(organisation, scope)
  })

/** The cases of a city as a domain of its ledger. */
export const cases = (
  organisation: Organisation,
  deliberating: Domain.Visible<BodyState.State>
): Domain.Domain<Command.Command, Event.Event, CaseworkError.CaseworkError, Cases> => {
  const facts = factsOf(organisation, deliberating)
  return Domain.define({
    name,
    command: Command.Command,
    event: Event.Event,
    schemaVersion: Event.schemaVersion,
    decider: Casework.decider,
    stream: (command) => streamOf(command.case),
    restsOn: [CityDomain.stream, bodiesStream],
    facts,
    view: (streams, _on, scope) => ({
      facts: facts(scope),
      get: (id) => streams.get(streamOf(id)),
      *[Symbol.iterator]() {
        for (const [, known] of streams.entries()) if (known !== undefined) yield known
      }
    })
  })
}

/** The whistles of a city as a domain of its ledger. */
export const whistles = (
  organisation: Organisation
): Domain.Domain<WhistleCommand.Command, WhistleEvent.Event, WhistleError.WhistleError, WhistleState.State> =>
  SingleStream.define({
    stream: whistlesStream,
    command: WhistleCommand.Command,
    event: WhistleEvent.Event,
    schemaVersion: WhistleEvent.schemaVersion,
    decider: Whistles.decider,
    facts: (scope) => Existence.of(organisation, scope)
  })
