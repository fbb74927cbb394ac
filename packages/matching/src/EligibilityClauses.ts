import type { Criteria } from "./Criteria.ts"
import type { Field } from "./Field.ts"

/** Criteria that need the value of one field only, and not of a set unless they are a single one. */
export interface Part {
  readonly field: Field
  readonly criteria: Criteria
}

/** Parts that all have to be met; together with other clauses, of which one suffices, they say what criteria say. */
export type Clause = ReadonlyArray<Part>

const fieldOf = (criteria: Criteria): Field | undefined => {
  if (criteria._tag === "one") return criteria.field
  const [first, ...rest] = criteria.of.map(fieldOf)
  return first !== undefined && first.type !== "set" && rest.every((field) => field?.id === first.id)
    ? first
    : undefined
}

// As many clauses as one set of criteria may come to. Beyond, asking the criteria themselves is quicker.
const most = 32

/**
 * Criteria as clauses of which one suffices; `undefined` when there would be very many of them.
 *
 * The logic of three values is distributive, so the clauses say the same as the criteria for unknown values too.
 */
export const clauses = (criteria: Criteria): ReadonlyArray<Clause> | undefined => {
  const field = fieldOf(criteria)
  if (field !== undefined) return [[{ field, criteria }]]
  if (criteria._tag === "one") return undefined
  let made: ReadonlyArray<Clause> = criteria._tag === "all" ? [[]] : []
  for (const inner of criteria.of) {
    const own = clauses(inner)
    if (own === undefined) return undefined
    made = criteria._tag === "any" ? [...made, ...own] : made.flatMap((one) => own.map((other) => [...one, ...other]))
    if (made.length > most) return undefined
  }
  return made
}
