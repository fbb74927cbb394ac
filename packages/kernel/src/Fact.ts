import * as Schema from "effect/Schema"

/**
 * The schema of a fact that says what its command said. Shape: the fields of the command, spread with more where the
 * fact knows more, under the fact's own tag.
 */
export const of = <const Tag extends string, const F extends Schema.Struct.Fields>(
  tag: Tag,
  { _tag, ...fields }: F & { readonly _tag: unknown }
) => Schema.TaggedStruct(tag, fields)
