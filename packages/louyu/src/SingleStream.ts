import type { Decider, Identifier, Problem } from "@louyu/kernel"
import * as CityDomain from "./CityDomain.ts"
import * as Domain from "./Domain.ts"
import type { Shapes } from "./EventCodec.ts"

/** What a domain of one stream is made of. Shape: `restsOn` are the streams its facts come from beside the organisation's. */
export interface Parts<
  Command extends Domain.Tagged,
  State,
  Event extends Domain.Tagged,
  Failure extends Problem.Problem,
  Facts
> extends Pick<Domain.Specification<Command, State, Event, Failure, Facts, State>, "command" | "facts">,
    Shapes<Event> {
  /** Where its facts stand. The domain is called so, too. */
  readonly stream: Identifier.StreamId
  readonly decider: Decider.Decider<Command, State, Event, Failure, Facts>
  readonly restsOn?: ReadonlyArray<Identifier.StreamId>
}

/** Makes a domain whose rules span all it knows: one stream, called as the domain is, and shown as it is. */
export const define = <
  Command extends Domain.Tagged,
  State,
  Event extends Domain.Tagged,
  Failure extends Problem.Problem,
  Facts
>({
  stream,
  restsOn = [],
  ...rules
}: Parts<Command, State, Event, Failure, Facts>): Domain.Domain<Command, Event, Failure, State> =>
  Domain.define({
    ...rules,
    name: stream,
    stream: () => stream,
    restsOn: [CityDomain.stream, ...restsOn],
    view: (streams) => streams.get(stream)
  })
