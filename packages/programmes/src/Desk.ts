import { CivilDate, type Decider } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as HashSet from "effect/HashSet"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { ProgrammeIdTaken, ProgrammePartUnknown, type ProgrammesError, type Sort } from "./ProgrammesError.ts"
import * as Rule from "./Rule.ts"

interface Said {
  readonly _tag: string
  readonly on: CivilDate.CivilDate
}

/** What is kept of everything that has a story of its own: what was told of it, and the last day of that. */
export interface Story<Event> {
  /** The facts that may not be told twice, so that what is said again is no news. */
  readonly told: HashSet.HashSet<Event>
  /** The last day on which something was told. */
  readonly last: CivilDate.CivilDate
}

/** Many things, each with its own story, by key. Immutable. */
export type Stories<One> = HashMap.HashMap<string, One>

/** The story that begins on a day. */
export const begun = <Event>(on: CivilDate.CivilDate): Story<Event> => ({ told: HashSet.empty<Event>(), last: on })

/** The thing of a key. Cost: O(log n). */
export const get = <One>(stories: HashMap.HashMap<string, One>, key: string): One | undefined =>
  Option.getOrUndefined(HashMap.get(stories, key))

type Of<Union extends Said, Tag extends Union["_tag"]> = Extract<Union, { readonly _tag: Tag }>

/**
 * What is peculiar to one sort of thing.
 *
 * Shape: one command opens it, unless it is there with the first thing told of it; every other command is checked
 * against it. A command that is obeyed gives the fact with its fields, and what `answers` says instead. None is obeyed
 * that holds a trace of a person.
 */
export interface Rules<
  Command extends Said,
  One extends Story<Event>,
  Event extends Said,
  Facts,
  Opening extends Command["_tag"] = never,
  Opened extends Event["_tag"] = never
> {
  readonly sort: Sort
  readonly key: (said: Command | Event) => string
  readonly tags: { readonly [K in Command["_tag"]]: Event["_tag"] }
  /** The command that opens a thing; left out where a thing is simply there. */
  readonly opens?: Opening
  /** Whether a command may be dated before what is known already. */
  readonly anyOrder?: boolean
  readonly opening?: (command: Of<Command, Opening>, facts: Facts, stories: Stories<One>) => Rule.Checked
  readonly start: (event: [Opened] extends [never] ? Event : Of<Event, Opened>) => One
  readonly checks: {
    readonly [K in Exclude<Command["_tag"], Opening>]: (
      one: One,
      command: Of<Command, K>,
      facts: Facts,
      stories: Stories<One>
    ) => Rule.Checked
  }
  readonly effects: { readonly [K in Exclude<Event["_tag"], Opened>]: (one: One, event: Of<Event, K>) => One }
  /** Facts that know more than their command, or cause others. */
  readonly answers?: {
    readonly [K in Exclude<Command["_tag"], Opening>]?: (
      one: One,
      command: Of<Command, K>,
      facts: Facts
    ) => ReadonlyArray<Event>
  }
  /** Whether a command was obeyed before, where its fact knows more than it. */
  readonly obeyed?: {
    readonly [K in Exclude<Command["_tag"], Opening>]?: (one: One, command: Of<Command, K>) => boolean
  }
  /** Facts that need not be remembered, because what they changed remembers them. */
  readonly remembered?: ReadonlyArray<Event["_tag"]>
}

// The tables are total by their types; only the link between a tag and its own handler is lost in the look-up.
type Table<Args extends ReadonlyArray<unknown>, A> = Partial<Record<string, (...args: Args) => A>>

const tagOf = <One extends Said>(said: One): One["_tag"] => said._tag

/** The decider of many things of one sort. Cost: O(log n) a command, besides what its own check costs. */
export const decider = <
  Command extends Said,
  One extends Story<Event>,
  Event extends Said,
  Facts,
  Opening extends Command["_tag"] = never,
  Opened extends Event["_tag"] = never
>(
  rules: Rules<Command, One, Event, Facts, Opening, Opened>
): Decider.Decider<Command, Stories<One>, Event, ProgrammesError, Facts> => {
  const checks = rules.checks as unknown as Table<[One, Command, Facts, Stories<One>], Rule.Checked>
  const effects = rules.effects as unknown as Table<[One, Event], One>
  const answers = (rules.answers ?? {}) as Table<[One, Command, Facts], ReadonlyArray<Event>>
  const obeyed = (rules.obeyed ?? {}) as Table<[One, Command], boolean>
  const opening = rules.opening as ((c: Command, f: Facts, s: Stories<One>) => Rule.Checked) | undefined
  const factOf = (command: Command): Event =>
    // Every such fact is made from the fields of its command; the link between the two tags is the table.
    ({ ...command, _tag: rules.tags[tagOf(command)] }) as unknown as Event
  const start = rules.start as (event: Event) => One
  const opened = rules.opens === undefined ? undefined : rules.tags[rules.opens]
  const implicit = (command: Command): One | undefined => (opened === undefined ? start(factOf(command)) : undefined)
  const begin = (event: Event): One => {
    if (opened !== undefined && event._tag !== opened) {
      throw new Error(`invariant: the ${rules.sort} ${rules.key(event)} is there before ${event._tag} is told of it`)
    }
    return start(event)
  }

  const check = (stories: Stories<One>, one: One | undefined, command: Command, facts: Facts): Rule.Checked => {
    const id = rules.key(command)
    // Before all else: what leads to a person is not repeated in another refusal.
    const clean = Rule.impersonal(rules.sort, command)
    if (Result.isFailure(clean)) return clean
    if (command._tag === rules.opens) {
      if (one !== undefined) return Result.fail(new ProgrammeIdTaken({ sort: rules.sort, id }))
      return opening?.(command, facts, stories) ?? Rule.fine
    }
    if (one === undefined) return Result.fail(new ProgrammePartUnknown({ sort: rules.sort, id }))
    return Rule.all(
      rules.anyOrder === true ? () => Rule.fine : Rule.notBefore(rules.sort, id, command.on, one.last),
      () => checks[command._tag]?.(one, command, facts, stories) ?? Rule.fine
    )
  }

  return {
    initial: HashMap.empty(),
    decide: (stories, command, facts) => {
      const there = get(stories, rules.key(command))
      const event = factOf(command)
      if (there !== undefined) {
        if (HashSet.has(there.told, event) || obeyed[command._tag]?.(there, command) === true) {
          return Result.succeed([])
        }
      }
      const one = there ?? implicit(command)
      return Result.map(check(stories, one, command, facts), () => {
        const answer = answers[command._tag]
        return answer === undefined || one === undefined ? [event] : answer(one, command, facts)
      })
    },
    evolve: (stories, event) => {
      const key = rules.key(event)
      const before = get(stories, key) ?? begin(event)
      const after = effects[event._tag]?.(before, event) ?? before
      const told = rules.remembered?.includes(tagOf(event)) === true ? before.told : HashSet.add(before.told, event)
      return HashMap.set(stories, key, { ...after, told, last: CivilDate.max(before.last, event.on) })
    }
  }
}
