import type { Problem } from "@louyu/kernel"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import type { Given, Grammar } from "./Arguments.ts"
import type { Io } from "./Io.ts"
import type { Look } from "./Look.ts"
import type { ProgressBar } from "./ProgressBar.ts"

/** What a command works with: the machine, and a bar for long work. */
export interface Desk {
  readonly io: Io
  readonly bar: ProgressBar
}

/** What came of a command. Shape: `sound` is false when what was looked at has errors. */
export interface Outcome<out A> {
  readonly answer: A
  readonly sound: boolean
}

/** What a command did, ready to be printed one way or the other. */
export interface Done {
  readonly sound: boolean
  readonly json: () => unknown
  readonly lines: (look: Look) => ReadonlyArray<string>
}

/** A command as its author writes it: one answer, which is shown to people or printed as JSON. */
export interface Specification<A> extends Grammar {
  readonly about: { readonly zh: string; readonly en: string }
  readonly examples: ReadonlyArray<string>
  readonly answer: Schema.Codec<A, unknown>
  readonly work: (given: Given, desk: Desk) => Effect.Effect<Outcome<A>, Problem.Problem, Scope.Scope>
  readonly show: (answer: A, look: Look) => ReadonlyArray<string>
}

/** A command as the program sees it. */
export interface Command extends Grammar {
  readonly about: { readonly zh: string; readonly en: string }
  readonly examples: ReadonlyArray<string>
  readonly answer: Schema.Codec<unknown, unknown>
  readonly run: (given: Given, desk: Desk) => Effect.Effect<Done, Problem.Problem>
}

/** Makes a command of its parts. */
export const define = <A>({ work, show, ...rest }: Specification<A>): Command => {
  const encode = Schema.encodeUnknownSync(rest.answer)
  return {
    ...rest,
    run: (given, desk) =>
      Effect.scoped(
        Effect.map(work(given, desk), ({ answer, sound }) => ({
          sound,
          json: () => encode(answer),
          lines: (look) => show(answer, look)
        }))
      )
  }
}

/** A good outcome. */
export const good = <A>(answer: A): Outcome<A> => ({ answer, sound: true })
