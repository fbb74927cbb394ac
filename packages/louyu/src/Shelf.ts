import type { EventEnvelope, Identifier } from "@louyu/kernel"
import { Decider } from "@louyu/kernel"
import * as Result from "effect/Result"
import { type LogError, type Refusal, StreamBroken } from "./CityError.ts"
import type { EventCodec, Stored } from "./EventCodec.ts"

type StreamId = Identifier.StreamId

/**
 * What is asked of a city is asked within a scope: the city as it is recorded, or, with a `parent`, as it will be when
 * what is being decided is recorded, too.
 */
export interface Scope {
  readonly parent?: Scope
}

/** The states of a domain's streams. A stream nobody wrote to has the initial state. */
export interface Streams<State> {
  readonly get: (stream: StreamId) => State
  readonly entries: () => Iterable<readonly [StreamId, State]>
}

/** What is to be added to a stream. Shape: `version` is the stream's before. */
export interface Addition<Event> {
  readonly stream: StreamId
  readonly version: number
  readonly events: ReadonlyArray<Event>
  /** What the store is to keep of the events. */
  stored(): ReadonlyArray<Stored>
}

/** Decisions of a domain in the making: nothing of them counts until they are kept. */
export interface Branch<Command, Event, Failure> {
  /** Decides commands of a stream, each on top of those before it; a refused one changes nothing. */
  decide(stream: StreamId, commands: ReadonlyArray<Command>): ReadonlyArray<Refusal<Failure>>
  /** What the decisions come to, in the order in which their streams were met. */
  additions(): ReadonlyArray<Addition<Event>>
  /** Makes the outcome the state of the streams, its events having been recorded. */
  keep(): void
}

/** What a city holds of one domain: the state of each of its streams, and how to go on from there. */
export interface Shelf<Command, Event, Failure> {
  /** The streams of other domains its decisions rest on. */
  readonly restsOn: ReadonlyArray<StreamId>
  owns(stream: StreamId): boolean
  version(stream: StreamId): number
  /** How many facts its streams hold. */
  size(): number
  stream(command: Command): StreamId
  branch(scope: Scope): Branch<Command, Event, Failure>
  /** Adds a recorded event; tells whether it was news. */
  absorb(envelope: EventEnvelope.EventEnvelope): Result.Result<boolean, LogError>
  /** What an envelope says happened. */
  read(envelope: EventEnvelope.EventEnvelope): Result.Result<Event, LogError>
}

/** What of a domain a shelf needs. */
export interface Rules<Command, State, Event, Failure, Facts> {
  readonly name: string
  readonly decider: Decider.Decider<Command, State, Event, Failure, Facts>
  readonly stream: (command: Command) => StreamId
  readonly facts: (scope: Scope) => Facts
  readonly restsOn?: ReadonlyArray<StreamId>
}

interface Held<State> {
  readonly state: State
  readonly version: number
}

/** Tells within which scope which states are seen. */
export type Show<State> = (scope: Scope, streams: Streams<State>) => void

const streamsOf = <State>(
  held: (stream: StreamId) => Held<State>,
  entries: () => Iterable<readonly [StreamId, Held<State>]>
): Streams<State> => ({
  get: (stream) => held(stream).state,
  entries: function* () {
    for (const [stream, { state }] of entries()) yield [stream, state] as const
  }
})

/** Makes the empty shelf of a domain in a city. */
export const make = <Command, State, Event, Failure, Facts>(
  rules: Rules<Command, State, Event, Failure, Facts>,
  codec: EventCodec<Event>,
  city: Scope,
  show: Show<State>
): Shelf<Command, Event, Failure> => {
  const { name, decider } = rules
  const nothing: Held<State> = { state: decider.initial, version: 0 }
  const streams = new Map<StreamId, Held<State>>()
  const held = (stream: StreamId): Held<State> => streams.get(stream) ?? nothing
  show(
    city,
    streamsOf(held, () => streams)
  )

  const branch = (scope: Scope): Branch<Command, Event, Failure> => {
    const changed = new Map<StreamId, { now: State; readonly version: number; readonly events: Array<Event> }>()
    const heldHere = (stream: StreamId): Held<State> => {
      const change = changed.get(stream)
      return change === undefined ? held(stream) : { state: change.now, version: change.version + change.events.length }
    }
    show(
      scope,
      streamsOf(heldHere, function* () {
        for (const stream of new Set([...streams.keys(), ...changed.keys()])) yield [stream, heldHere(stream)] as const
      })
    )
    return {
      decide: (stream, commands) => {
        const before = held(stream)
        const change = changed.get(stream) ?? { now: before.state, version: before.version, events: [] }
        changed.set(stream, change)
        const run = Decider.run(decider, change.now, commands, rules.facts(scope))
        change.now = run.state
        for (const event of run.events) change.events.push(event)
        return run.failures
      },
      additions: () =>
        [...changed].flatMap(([stream, { version, events }]) =>
          events.length === 0 ? [] : [{ stream, version, events, stored: () => events.map(codec.encode) }]
        ),
      keep: () => {
        for (const stream of changed.keys()) streams.set(stream, heldHere(stream))
      }
    }
  }

  const absorb = (envelope: EventEnvelope.EventEnvelope): Result.Result<boolean, LogError> => {
    const { stream, version } = envelope
    const before = held(stream)
    if (version <= before.version) return Result.succeed(false)
    const expected = before.version + 1
    if (version > expected) return Result.fail(new StreamBroken({ stream, expected, found: version }))
    return Result.map(codec.decode(envelope), (event) => {
      streams.set(stream, { state: decider.evolve(before.state, event), version })
      return true
    })
  }

  return {
    restsOn: rules.restsOn ?? [],
    owns: (stream) => stream === name || stream.startsWith(`${name}:`),
    version: (stream) => held(stream).version,
    size: () => [...streams.values()].reduce((sum, { version }) => sum + version, 0),
    stream: rules.stream,
    branch,
    absorb,
    read: codec.decode
  }
}
