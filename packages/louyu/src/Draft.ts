import type { Identifier } from "@louyu/kernel"
import type { Refusal } from "./CityError.ts"
import type { Directory } from "./Directory.ts"
import type { Addition, Branch, Scope, Shelf } from "./Shelf.ts"

type StreamId = Identifier.StreamId

/** A stream whose facts decisions rest on, and the version they rest on. */
export interface Ground {
  readonly stream: StreamId
  readonly version: number
}

/** Decisions about commands of any domains, each seeing what those before it came to; nothing counts until it is kept. */
export interface Draft<Command, Event, Failure> {
  readonly refusals: ReadonlyArray<Refusal<Failure>>
  /** Decides more commands; a refused one changes nothing. */
  take(commands: ReadonlyArray<Command>): void
  /** What is to be added to which stream, in the order in which the streams were met. */
  additions(): ReadonlyArray<Addition<Event>>
  /** The streams nothing is added to whose facts the decisions rest on. */
  grounds(): ReadonlyArray<Ground>
  /** Makes the outcome the state of the city, its events having been recorded. */
  keep(): void
}

/** Begins decisions on top of what a city knows. */
export const make = <C, E, F>(directory: Directory<C, E, F>, city: Scope): Draft<C, E, F> => {
  const scope: Scope = { parent: city }
  const branches = new Map<Shelf<C, E, F>, Branch<C, E, F>>()
  const refusals: Array<Refusal<F>> = []
  let taken = 0

  const branchOf = (shelf: Shelf<C, E, F>): Branch<C, E, F> => {
    const known = branches.get(shelf) ?? shelf.branch(scope)
    branches.set(shelf, known)
    return known
  }
  const additions = () => [...branches.values()].flatMap((branch) => branch.additions())

  return {
    refusals,
    take: (commands) => {
      for (const { shelf, stream, commands: run } of directory.runs(commands)) {
        for (const { index, failure } of branchOf(shelf).decide(stream, run)) {
          refusals.push({ index: taken + index, failure })
        }
        taken += run.length
      }
    },
    additions,
    grounds: () => {
      const written = new Set(additions().map(({ stream }) => stream))
      const deciding = [...branches].filter(([, branch]) => branch.additions().length > 0)
      const rested = new Set(deciding.flatMap(([shelf]) => shelf.restsOn).filter((stream) => !written.has(stream)))
      return [...rested].map((stream) => ({ stream, version: directory.version(stream) }))
    },
    keep: () => {
      for (const branch of branches.values()) branch.keep()
    }
  }
}
