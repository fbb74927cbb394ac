import { Identifier } from "@louyu/kernel"
import { VisitCommand, type VisitError, VisitEvent, type VisitLog, Visits } from "@louyu/roles"
import type * as CityDomain from "./CityDomain.ts"
import { stream as organisation } from "./CityDomain.ts"
import * as Domain from "./Domain.ts"
import { factsOf } from "./RolesDomain.ts"

type UnitId = Identifier.UnitId

const name = "visits"

/** The stream of the visits and sweeps of one place. */
export const streamOf = (care: UnitId): Identifier.StreamId => Identifier.StreamId.make(`${name}:${care}`)

/** What a city shows of its visits: the log of each place that has any. */
export type Sight = ReadonlyMap<UnitId, VisitLog.VisitLog>

/** Visits and sweeps of a city as a domain of its ledger; one stream a place, so that places do not wait for each other. */
export const make = (
  city: Domain.Visible<CityDomain.Sight>
): Domain.Domain<VisitCommand.VisitCommand, VisitEvent.VisitEvent, VisitError.VisitError, Sight> =>
  Domain.define({
    name,
    command: VisitCommand.VisitCommand,
    event: VisitEvent.VisitEvent,
    schemaVersion: VisitEvent.schemaVersion,
    decider: Visits.decider,
    stream: ({ care }) => streamOf(care),
    restsOn: [organisation],
    facts: (scope) => factsOf(city, scope).places,
    view: (streams) =>
      new Map(
        [...streams.entries()].map(
          ([stream, log]) => [Identifier.UnitId.make(stream.slice(name.length + 1)), log] as const
        )
      )
  })
