import { type CivilDate, Fault, type Problem } from "@louyu/kernel"
import type * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { CommandInvalid } from "./CityError.ts"
import * as EventCodec from "./EventCodec.ts"
import * as Shelf from "./Shelf.ts"

/** What commands and events have in common: a tag that names them. */
export interface Tagged {
  readonly _tag: string
}

/**
 * Everything a city has to know of a domain to run it.
 *
 * Shape: the streams of a domain are called `name` or `name:key`; `stream` says which one a command belongs to, that is,
 * within which boundary its rules hold. `facts` gathers what the decision needs to know of other domains by asking their
 * views; `restsOn` names the streams these come from, so that nothing is recorded on facts that others changed
 * meanwhile. `view` makes what is shown on a date of the states of all streams and, within the
 * scope, of what other domains show. `schemaVersion` is that of the events as
 * they are written now; `upcasters` bring older ones up to it.
 */
export interface Specification<Command extends Tagged, State, Event extends Tagged, Failure, Facts, View>
  extends EventCodec.Shapes<Event>,
    Shelf.Rules<Command, State, Event, Failure, Facts> {
  readonly command: { readonly cases: Readonly<Record<string, Schema.Codec<Command, unknown>>> }
  readonly view: (streams: Shelf.Streams<State>, on: CivilDate.CivilDate, scope: Shelf.Scope) => View
}

/** What other domains see of a domain: its name, and what it shows of a city on a date, as far as the city has read. */
export interface Visible<out View> {
  readonly name: string
  view(scope: Shelf.Scope, on: CivilDate.CivilDate): View
}

/**
 * A domain a city can be made of: what it can be asked to do, what it records, why it refuses, what it shows.
 *
 * The state is its own affair: a city only ever holds it.
 */
export interface Domain<Command, Event, Failure, View> extends Visible<View> {
  /** The names of its commands. */
  readonly tags: ReadonlySet<string>
  /** Turns an unknown value whose `_tag` is one of `tags` into a command. */
  decode(input: Tagged): Result.Result<Command, CommandInvalid>
  /** Makes the empty shelf of a city; called once a city, when it opens. */
  open(city: Shelf.Scope): Shelf.Shelf<Command, Event, Failure>
}

/** Shows what domains show that does not depend on a date. */
export type Show = <View>(domain: Visible<View>) => () => Effect.Effect<View>

/** Any domain. */
export type Any = Domain<unknown, unknown, Problem.Problem, unknown>
/** What a domain can be asked to do. */
export type CommandOf<D> = D extends Domain<infer C, infer _E, infer _F, infer _V> ? C : never
/** What a domain records. */
export type EventOf<D> = D extends Domain<infer _C, infer E, infer _F, infer _V> ? E : never
/** Why a domain refuses. */
export type FailureOf<D> = D extends Domain<infer _C, infer _E, infer F, infer _V> ? F : never

const strict = { errors: "all", onExcessProperty: "error" } as const

/** Makes a domain of its parts. Schemas are compiled here, once. */
export const define = <
  Command extends Tagged,
  State,
  Event extends Tagged,
  Failure extends Problem.Problem,
  Facts,
  View
>(
  specification: Specification<Command, State, Event, Failure, Facts, View>
): Domain<Command, Event, Failure, View> => {
  const { name, command } = specification
  const codec = EventCodec.make(specification)
  const decoders = new Map(
    Object.entries(command.cases).map(([tag, schema]) => [tag, Schema.decodeUnknownResult(schema, strict)])
  )
  const shown = new WeakMap<Shelf.Scope, Shelf.Streams<State>>()
  // A scope in which nothing of this domain was decided sees what the scope around it sees.
  const seenIn = (scope: Shelf.Scope | undefined): Shelf.Streams<State> => {
    if (scope === undefined) throw new Error(`invariant: domain ${name} is part of the city that is asked`)
    return shown.get(scope) ?? seenIn(scope.parent)
  }
  return {
    name,
    tags: new Set(decoders.keys()),
    decode: (input) => {
      const decoder = decoders.get(input._tag)
      if (decoder === undefined) throw new Error(`invariant: domain ${name} knows command ${input._tag}`)
      return Result.mapError(decoder(input), (e) => new CommandInvalid({ tag: input._tag, faults: Fault.list(e) }))
    },
    open: (city) => Shelf.make(specification, codec, city, (scope, streams) => void shown.set(scope, streams)),
    view: (scope, on) => specification.view(seenIn(scope), on, scope)
  }
}
