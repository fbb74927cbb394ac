import type { Identifier } from "@louyu/kernel"
import * as Result from "effect/Result"
import { type CommandInvalid, CommandUnknown, StreamsMixed } from "./CityError.ts"
import type { Domain, Tagged } from "./Domain.ts"
import * as Nearest from "./Nearest.ts"
import type { Shelf } from "./Shelf.ts"

/** Where commands belong: the shelf of their domain, and a stream on it. */
export interface Address<C, E, F> {
  readonly shelf: Shelf<C, E, F>
  readonly stream: Identifier.StreamId
}

/** Knows which domain a command belongs to. */
export interface Directory<C, E, F> {
  readonly shelves: ReadonlyArray<Shelf<C, E, F>>
  /** Where a command belongs. */
  address(command: C): Result.Result<Address<C, E, F>, CommandUnknown>
  /** The one place where commands belong; `undefined` when there are none. */
  common(commands: ReadonlyArray<C>): Result.Result<Address<C, E, F> | undefined, CommandUnknown | StreamsMixed>
  decode(input: unknown): Result.Result<C, CommandUnknown | CommandInvalid>
}

const isTagged = (input: unknown): input is Tagged =>
  typeof input === "object" && input !== null && "_tag" in input && typeof input._tag === "string"

// A problem carries a stack, so each is made where it happens.
const unnamed = () => new CommandUnknown({ tag: undefined, nearest: undefined })

const repeated = (names: ReadonlyArray<string>): string | undefined => names.find((name, i) => names.indexOf(name) < i)

/** Opens the domains of a city and sorts commands to them. Two domains with the same name or command are a bug. */
export const make = <C, E, F>(domains: ReadonlyArray<Domain<C, E, F, unknown>>, city: object): Directory<C, E, F> => {
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

  return {
    shelves: desks.map(({ shelf }) => shelf),
    address,
    common: (commands) => {
      let common: Address<C, E, F> | undefined
      for (const command of commands) {
        const found = address(command)
        if (Result.isFailure(found)) return Result.fail(found.failure)
        common ??= found.success
        const streams = [common.stream, found.success.stream]
        if (streams[0] !== streams[1]) return Result.fail(new StreamsMixed({ streams }))
      }
      return Result.succeed(common)
    },
    decode: (input) => {
      const found = desk(input)
      if (Result.isFailure(found)) return Result.fail(found.failure)
      return isTagged(input) ? found.success.domain.decode(input) : Result.fail(unnamed())
    }
  }
}
