import { Identifier } from "@louyu/kernel"
import {
  Command,
  Event,
  Recruiting,
  type RecruitmentError,
  type State,
  Stay,
  type StayBook,
  type StayError,
  StayEvent,
  Stays
} from "@louyu/recruitment"
import * as CityDomain from "./CityDomain.ts"
import * as Domain from "./Domain.ts"
import * as Existence from "./Existence.ts"

/** The stream of the prospects: who is a duplicate, and who has room for one more, depends on all of them. */
export const stream = Identifier.StreamId.make("recruitment")
/** The stream of the transitional offices: nobody stays in two of them at once. */
export const staysStream = Identifier.StreamId.make("stays")

/** Pipelines and prospects of a city as a domain of its ledger. */
export const make = (
  organisation: Existence.Organisation
): Domain.Domain<Command.Command, Event.Event, RecruitmentError.RecruitmentError, State.State> =>
  Domain.define({
    name: "recruitment",
    command: Command.Command,
    event: Event.Event,
    schemaVersion: Event.schemaVersion,
    decider: Recruiting.decider,
    stream: () => stream,
    restsOn: [CityDomain.stream],
    facts: (scope) => Existence.of(organisation, scope),
    view: (streams) => streams.get(stream)
  })

/** The transitional offices of a city as a domain of its ledger. */
export const stays = (
  organisation: Existence.Organisation
): Domain.Domain<Stay.StayCommand, StayEvent.StayEvent, StayError.StayError, StayBook.StayBook> =>
  Domain.define({
    name: "stays",
    command: Stay.StayCommand,
    event: StayEvent.StayEvent,
    schemaVersion: StayEvent.schemaVersion,
    decider: Stays.decider,
    stream: () => staysStream,
    restsOn: [CityDomain.stream],
    facts: (scope) => Existence.of(organisation, scope),
    view: (streams) => streams.get(staysStream)
  })
