import * as Result from "effect/Result"

/**
 * The whole of a domain's write side: what may happen, and what it changes. Nothing in it knows about storage.
 *
 * Shape: `decide` answers a command with the facts it causes, in order, or with the reason it is refused; `evolve` adds
 * one fact to the state and never fails. Time and new ids come inside the command, so the same input gives the same
 * output for ever. `facts` is what the decision needs to know of other domains.
 */
export interface Decider<Command, State, Event, Failure, Facts = void> {
  readonly initial: State
  readonly decide: (state: State, command: Command, facts: Facts) => Result.Result<ReadonlyArray<Event>, Failure>
  readonly evolve: (state: State, event: Event) => State
}

/** The state after a history. Cost: one `evolve` for each event. */
export const fold = <Command, State, Event, Failure, Facts>(
  decider: Decider<Command, State, Event, Failure, Facts>,
  events: Iterable<Event>,
  from: State = decider.initial
): State => {
  let state = from
  for (const event of events) state = decider.evolve(state, event)
  return state
}

/** What became of one command. */
export interface Step<State, Event> {
  readonly state: State
  readonly events: ReadonlyArray<Event>
}

/** Decides a command and applies its events at once. */
export const step = <Command, State, Event, Failure, Facts>(
  decider: Decider<Command, State, Event, Failure, Facts>,
  state: State,
  command: Command,
  facts: Facts
): Result.Result<Step<State, Event>, Failure> =>
  Result.map(decider.decide(state, command, facts), (events) => ({ state: fold(decider, events, state), events }))

/** What became of many commands: the events of those that were accepted, and every refusal with its place. */
export interface Run<State, Event, Failure> extends Step<State, Event> {
  readonly failures: ReadonlyArray<{ readonly index: number; readonly failure: Failure }>
}

/**
 * Decides many commands in order, going on after a refusal, so that all that is wrong can be told at once.
 *
 * A caller that wants all or nothing keeps the old state when `failures` is not empty.
 */
export const run = <Command, State, Event, Failure, Facts>(
  decider: Decider<Command, State, Event, Failure, Facts>,
  state: State,
  commands: Iterable<Command>,
  facts: Facts
): Run<State, Event, Failure> => {
  const events: Array<Event> = []
  const failures: Array<{ readonly index: number; readonly failure: Failure }> = []
  let current = state
  let index = 0
  for (const command of commands) {
    const stepped = step(decider, current, command, facts)
    if (Result.isSuccess(stepped)) {
      current = stepped.success.state
      for (const event of stepped.success.events) events.push(event)
    } else failures.push({ index, failure: stepped.failure })
    index++
  }
  return { state: current, events, failures }
}
