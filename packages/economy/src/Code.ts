import * as Schema from "effect/Schema"

/** A short name of something a city defines: letters, digits, dots, hyphens and underscores. */
export const Code = Schema.String.check(Schema.isPattern(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u))
export type Code = typeof Code.Type

/** The id of something of another domain, or of something that is referred to from there. */
export const Reference = Schema.String.check(Schema.isPattern(/^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,127}$/u))
export type Reference = typeof Reference.Type
