import * as Schema from "effect/Schema"

/** A JSON Schema of draft 2020-12: an object that can be written to a file as it is. */
export type MachineSchema = Readonly<Record<string, unknown>>

/**
 * Publishes a shape, so that other systems can check what they send before they send it.
 *
 * Shape: a document of its own, with `$id` as given and shared parts under `$defs`; it describes the JSON form, and knows
 * no other fields than those of the shape. What only a rule can tell (a period the wrong way round) it lets through: the
 * decoder has the last word.
 * Source: R3-21, JSON Schema 2020-12.
 *
 * ```ts
 * MachineSchema.of("urn:louyu:text", Text.Text).required // => ["zh"]
 * ```
 */
export const of = (id: string, shape: Schema.Constraint): MachineSchema => {
  const { schema, definitions } = Schema.toJsonSchemaDocument(shape, { onExcessProperty: "error" })
  return { $schema: "https://json-schema.org/draft/2020-12/schema", $id: id, ...schema, $defs: definitions }
}
