import { Instant } from "@louyu/kernel"
import * as Schema from "effect/Schema"

/** When something must be done, and from when on it is worth a reminder. Shape: in time up to and including `by`. */
export const Term = Schema.Struct({ by: Instant.Instant, warn: Schema.optionalKey(Instant.Instant) })
export type Term = typeof Term.Type

/**
 * When a case is due: its stage and the whole, as a version of a calendar has it.
 *
 * Shape: nothing where there is no limit; nothing at all while it waits for whoever raised it, or when it is over.
 */
export const Due = Schema.Struct({
  stage: Schema.optionalKey(Term),
  whole: Schema.optionalKey(Term),
  calendar: Schema.Struct({ id: Schema.NonEmptyString, version: Schema.NonEmptyString })
})
export type Due = typeof Due.Type
