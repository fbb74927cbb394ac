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
import type * as Domain from "./Domain.ts"
import * as Existence from "./Existence.ts"
import * as SingleStream from "./SingleStream.ts"

/** The stream of the prospects: who is a duplicate, and who has room for one more, depends on all of them. */
export const stream = Identifier.StreamId.make("recruitment")
/** The stream of the transitional offices: nobody stays in two of them at once. */
export const staysStream = Identifier.StreamId.make("stays")

/** Pipelines and prospects of a city as a domain of its ledger. */
export const make = (
  organisation: Existence.Organisation
): Domain.Domain<Command.Command, Event.Event, RecruitmentError.RecruitmentError, State.State> =>
  SingleStream.define({
    stream,
    command: Command.Command,
    event: Event.Event,
    schemaVersion: Event.schemaVersion,
    decider: Recruiting.decider,
    facts: (scope) => Existence.of(organisation, scope)
  })

/** The transitional offices of a city as a domain of its ledger. */
export const stays = (
  organisation: Existence.Organisation
): Domain.Domain<Stay.StayCommand, StayEvent.StayEvent, StayError.StayError, StayBook.StayBook> =>
  SingleStream.define({
    stream: staysStream,
    command: Stay.StayCommand,
    event: StayEvent.StayEvent,
    schemaVersion: StayEvent.schemaVersion,
    decider: Stays.decider,
    facts: (scope) => Existence.of(organisation, scope)
  })
