import * as Schema from "effect/Schema"
import { Category } from "./Category.ts"
import { Field } from "./Field.ts"
import { IndustryChain } from "./IndustryChain.ts"
import { Vocabulary } from "./Vocabulary.ts"

/**
 * What a city says of its services, needs and firms.
 *
 * Shape: `categories` are what things are sorted by; `fields` are what eligibility may ask about; `chains` are its
 * industry chains; `vocabulary` are the words people use.
 * Source: P-20, P-31, H-32, R3-3, R3-5.
 */
export const Catalogue = Schema.Struct({
  categories: Schema.Array(Category),
  fields: Schema.optionalKey(Schema.Array(Field)),
  chains: Schema.optionalKey(Schema.Array(IndustryChain)),
  vocabulary: Schema.optionalKey(Vocabulary)
})
export type Catalogue = typeof Catalogue.Type

/** The catalogue of a city that has none. */
export const empty: Catalogue = { categories: [] }
