import type * as Cause from "effect/Cause"
import * as Data from "effect/Data"
import type { Both } from "./Text.ts"

/**
 * What every typed error of Louyu can do: name itself for machines and explain itself to people in both languages.
 *
 * Shape: `code` is stable across releases, `area/Tag`; the other fields are data a caller can act on (ids, dates,
 * limits) and never personal data; `text` says what happened and what to do.
 */
export interface Problem {
  readonly _tag: string
  readonly code: string
  readonly text: Both
}

/** The class of a problem: built with its fields, fails an Effect when yielded, and carries code and text. */
export type ProblemClass<Tag extends string, Fields extends object> = new (
  fields: Fields
) => Cause.YieldableError & { readonly _tag: Tag } & Readonly<Fields> & Problem

/**
 * Makes the base class of a typed error.
 *
 * ```ts
 * class DeskTaken extends Problem.define("stations", "DeskTaken")<{ readonly desk: string }>((e) => ({
 *   zh: `工位 ${e.desk} 已被占用，请另选一个。`,
 *   en: `Desk ${e.desk} is taken; choose another one.`
 * })) {}
 * new DeskTaken({ desk: "A-12" }).code // => "stations/DeskTaken"
 * new DeskTaken({ desk: "A-12" }).message // => "Desk A-12 is taken; choose another one."
 * ```
 */
export const define =
  <const Area extends string, const Tag extends string>(area: Area, tag: Tag) =>
  <Fields extends object>(explain: (fields: Fields) => Both): ProblemClass<Tag, Fields> => {
    class Base extends Data.TaggedError(tag)<Record<string, unknown>> {
      readonly code: string = `${area}/${tag}`
      constructor(fields: Fields) {
        super({ ...(fields as Record<string, unknown>) })
      }
      get text(): Both {
        return explain(this as unknown as Fields)
      }
      override get message(): string {
        return this.text.en
      }
    }
    return Base as unknown as ProblemClass<Tag, Fields>
  }

/** Tells a problem from any other value, for example in a `catch`. */
export const isProblem = (value: unknown): value is Problem =>
  typeof value === "object" && value !== null && "code" in value && "text" in value && "_tag" in value

/** The fields of a problem without the machinery of an `Error`: what `--json` prints and a log may keep. */
export const toJson = (problem: Problem): { readonly code: string; readonly text: Both } & Record<string, unknown> => {
  const fields: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(problem)) {
    if (!["name", "stack", "cause", "message", "_tag"].includes(key)) fields[key] = value
  }
  return { ...fields, code: problem.code, text: problem.text }
}
