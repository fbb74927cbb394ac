import type { Identifier } from "@louyu/kernel"
import * as Result from "effect/Result"
import { type CommandInvalid, CommandUnknown } from "./CityError.ts"
import type { Domain, Tagged } from "./Domain.ts"
import * as Nearest from "./Nearest.ts"
import type { Scope, Shelf } from "./Shelf.ts"

/** Where commands belong: the shelf of their domain, and a stream on it. */
export interface Address<C, E, F> {
  readonly shelf: Shelf<C, E, F>
  readonly stream: Identifier.StreamId
}

/** Commands that follow each other and belong to the same place. */
export interface Run<C, E, F> extends Address<C, E, F> {
  readonly commands: ReadonlyArray<C>
}

/** Knows which domain a command belongs to. */
export interface Directory<C, E, F> {
  readonly shelves: ReadonlyArray<Shelf<C, E, F>>
  /** The shelf that holds a stream. */
  shelfOf(stream: Identifier.StreamId): Shelf<C, E, F> | undefined
  /** The version of a stream, as far as it was read; 0 when no domain knows it. */
  version(stream: Identifier.StreamId): number
  /** How many facts are known, of all streams. */
  size(): number
  /** All places where commands belong, in the order in which they are met. */
  addresses(commands: ReadonlyArray<C>): Result.Result<ReadonlyArray<Address<C, E, F>>, CommandUnknown>
  /** Commands, all of which belong somewhere, as they follow each other. */
  runs(commands: ReadonlyArray<C>): ReadonlyArray<Run<C, E, F>>
  decode(input: unknown): Result.Result<C, CommandUnknown | CommandInvalid>
}

const isTagged = (input: unknown): input is Tagged =>
  typeof input === "object" && input !== null && "_tag" in input && typeof input._tag === "string"

// A problem carries a stack, so each is made where it happens.
const unnamed = () => new CommandUnknown({ tag: undefined, nearest: undefined })

const repeated = (names: ReadonlyArray<string>): string | undefined => names.find((name, i) => names.indexOf(name) < i)

/** Opens the domains of a city and sorts commands to them. Two domains with the same name or command are a bug. */
export const make = <C, E, F>(domains: ReadonlyArray<Domain<C, E, F, unknown>>, city: Scope): Directory<C, E, F> => {
  const twice = repeated(domains.map((d) => d.name)) ?? repeated(domains.flatMap((d) => [...d.tags]))
  if (twice !== undefined) throw new Error(`invariant: only one domain of a city is called, or knows, ${twice}`)
  const desks = domains.map((domain) => ({ domain, shelf: domain.open(city) }))
  const byTag = new Map(desks.flatMap((desk) => [...desk.domain.tags].map((tag) => [tag, desk] as const)))

  const desk = (input: unknown) => {
    if (!isTagged(input)) return Result.fail(unnamed())
    const tag = input._tag
    const found = byTag.get(tag)
    if (found !== undefined) return Result.succeed(found)
    return Result.fail(new CommandUnknown({ tag: tag.slice(0, 64), nearest: Nearest.to(tag, byTag.keys()) }))
  }

  const address = (command: C): Result.Result<Address<C, E, F>, CommandUnknown> =>
    Result.map(desk(command), ({ shelf }) => ({ shelf, stream: shelf.stream(command) }))

  const shelves = desks.map(({ shelf }) => shelf)
  const shelfOf = (stream: Identifier.StreamId) => shelves.find((shelf) => shelf.owns(stream))

  return {
    shelves,
    shelfOf,
    version: (stream) => shelfOf(stream)?.version(stream) ?? 0,
    size: () => shelves.reduce((sum, shelf) => sum + shelf.size(), 0),
    addresses: (commands) => {
      const met = new Map<Identifier.StreamId, Address<C, E, F>>()
      for (const command of commands) {
        const found = address(command)
        if (Result.isFailure(found)) return Result.fail(found.failure)
        if (!met.has(found.success.stream)) met.set(found.success.stream, found.success)
      }
      return Result.succeed([...met.values()])
    },
    runs: (commands) => {
      const runs: Array<Address<C, E, F> & { readonly commands: Array<C> }> = []
      for (const command of commands) {
        const { shelf, stream } = Result.getOrThrow(address(command))
        const last = runs.at(-1)
        if (last?.stream === stream) last.commands.push(command)
        else runs.push({ shelf, stream, commands: [command] })
      }
      return runs
    },
    decode: (input) => {
      const found = desk(input)
      if (Result.isFailure(found)) return Result.fail(found.failure)
      return isTagged(input) ? found.success.domain.decode(input) : Result.fail(unnamed())
    }
  }
}
