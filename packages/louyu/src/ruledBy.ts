import type { Decider } from "@louyu/kernel"
import { perObject } from "./perObject.ts"

interface Ruled<Rules extends object, Command, State, Event, Failure, Facts, Asked> {
  readonly initial: State
  readonly evolve: (state: State, event: Event) => State
  readonly decider: (rules: Rules) => Decider.Decider<Command, State, Event, Failure, Asked>
  /** What the rules are made of, and what else they ask for. */
  readonly split: (facts: Facts) => readonly [rules: Rules, asked: Asked]
}

/** The decider of a domain that goes by something the city says among its facts; it is made ready once for each. */
export const ruledBy = <Rules extends object, Command, State, Event, Failure, Facts, Asked>({
  initial,
  evolve,
  decider,
  split
}: Ruled<Rules, Command, State, Event, Failure, Facts, Asked>): Decider.Decider<
  Command,
  State,
  Event,
  Failure,
  Facts
> => {
  const made = perObject(decider)
  return {
    initial,
    evolve,
    decide: (state, command, facts) => {
      const [rules, asked] = split(facts)
      return made(rules).decide(state, command, asked)
    }
  }
}
