import type { EventEnvelope, Identifier } from "@louyu/kernel"
import { Decider } from "@louyu/kernel"
import * as Result from "effect/Result"
import { type LogError, type Refusal, StreamBroken } from "./CityError.ts"
import type { EventCodec, Stored } from "./EventCodec.ts"

type StreamId = Identifier.StreamId

/** The states of a domain's streams. A stream nobody wrote to has the initial state. */
export interface Streams<State> {
  readonly get: (stream: StreamId) => State
  readonly entries: () => Iterable<readonly [StreamId, State]>
}

/** A decision in the making: nothing of it counts until it is kept. */
export interface Draft<Command, Event, Failure> {
  readonly events: ReadonlyArray<Event>
  readonly refusals: ReadonlyArray<Refusal<Failure>>
  /** Decides more commands, each on top of those before it; a refused one changes nothing. */
  take(commands: ReadonlyArray<Command>): void
  /** What the store is to keep of the events. */
  stored(): ReadonlyArray<Stored>
  /** Makes the outcome the state of the stream, its events having been recorded. */
  keep(): void
}

/** What a city holds of one domain: the state of each of its streams, and how to go on from there. */
export interface Shelf<Command, Event, Failure> {
  owns(stream: StreamId): boolean
  version(stream: StreamId): number
  stream(command: Command): StreamId
  draft(stream: StreamId): Draft<Command, Event, Failure>
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
  readonly facts: (city: object) => Facts
}

/** A shelf, and the states on it for whoever makes views of them. */
export interface Opened<Command, State, Event, Failure> {
  readonly shelf: Shelf<Command, Event, Failure>
  readonly streams: Streams<State>
}

interface Held<State> {
  readonly state: State
  readonly version: number
}

/** Makes the empty shelf of a domain in a city. */
export const make = <Command, State, Event, Failure, Facts>(
  rules: Rules<Command, State, Event, Failure, Facts>,
  codec: EventCodec<Event>,
  city: object
): Opened<Command, State, Event, Failure> => {
  const { name, decider } = rules
  const nothing: Held<State> = { state: decider.initial, version: 0 }
  const streams = new Map<StreamId, Held<State>>()
  const held = (stream: StreamId): Held<State> => streams.get(stream) ?? nothing

  const draft = (stream: StreamId): Draft<Command, Event, Failure> => {
    const before = held(stream)
    const facts = rules.facts(city)
    const events: Array<Event> = []
    const refusals: Array<Refusal<Failure>> = []
    let state = before.state
    let taken = 0
    return {
      events,
      refusals,
      take: (commands) => {
        const run = Decider.run(decider, state, commands, facts)
        state = run.state
        for (const event of run.events) events.push(event)
        for (const { index, failure } of run.failures) refusals.push({ index: taken + index, failure })
        taken += commands.length
      },
      stored: () => events.map(codec.encode),
      keep: () => streams.set(stream, { state, version: before.version + events.length })
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
    shelf: {
      owns: (stream) => stream === name || stream.startsWith(`${name}:`),
      version: (stream) => held(stream).version,
      stream: rules.stream,
      draft,
      absorb,
      read: codec.decode
    },
    streams: {
      get: (stream) => held(stream).state,
      entries: function* () {
        for (const [stream, { state }] of streams) yield [stream, state] as const
      }
    }
  }
}
