import { Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"

/** A short name of something a city defines: letters, digits, dots, hyphens and underscores. */
export const Code = Schema.String.check(Schema.isPattern(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u))

/** Names a category of services and needs, for example `parking`. */
export const CategoryId = Code.pipe(Schema.brand("CategoryId"))
export type CategoryId = typeof CategoryId.Type

/** The five affairs of a one-stop station: Party, government, community, medical, legal. Source: P-20. */
export const ServiceDomain = Schema.Literals(["party", "government", "community", "medical", "legal"])
export type ServiceDomain = typeof ServiceDomain.Type

/**
 * A term of a taxonomy. Terms of several taxonomies stand side by side, each tree under a root of its own (R3-5).
 *
 * Shape: `sameAs` names terms of other taxonomies that mean the same.
 */
export const Category = Schema.Struct({
  id: CategoryId,
  names: Text.Text,
  parent: Schema.optionalKey(CategoryId),
  sameAs: Schema.optionalKey(Schema.Array(CategoryId))
})
export type Category = typeof Category.Type

/** Categories, ready to be asked how they stand to each other. */
export interface Categories {
  readonly byId: ReadonlyMap<CategoryId, Category>
  /** From a category up to the root of its tree, itself first; a circle is left at the first term met twice. */
  readonly line: (id: CategoryId) => ReadonlyArray<CategoryId>
}

const compiled = new WeakMap<ReadonlyArray<Category>, Categories>()

/** Compiles categories; the same list gives the same answer. */
export const of = (list: ReadonlyArray<Category>): Categories => {
  const known = compiled.get(list)
  if (known !== undefined) return known
  const byId = new Map(list.map((category) => [category.id, category]))
  const lines = new Map<CategoryId, ReadonlyArray<CategoryId>>()
  const walk = (id: CategoryId): ReadonlyArray<CategoryId> => {
    const line: Array<CategoryId> = []
    for (let at: CategoryId | undefined = id; at !== undefined && !line.includes(at); at = byId.get(at)?.parent) {
      if (byId.has(at)) line.push(at)
    }
    return line
  }
  const line = (id: CategoryId) => {
    const found = lines.get(id) ?? walk(id)
    lines.set(id, found)
    return found
  }
  const made: Categories = { byId, line }
  compiled.set(list, made)
  return made
}

// A term and the terms of other taxonomies that mean the same, whichever of them says so.
const synonyms = ({ byId }: Categories, id: CategoryId): ReadonlyArray<CategoryId> => {
  const own = byId.get(id)?.sameAs ?? []
  const others = [...byId.values()].flatMap((one) => (one.sameAs?.includes(id) === true ? [one.id] : []))
  return [id, ...own, ...others]
}

const fitOfLines = (one: ReadonlyArray<CategoryId>, other: ReadonlyArray<CategoryId>): number => {
  const common = one.findIndex((id) => other.includes(id))
  const id = one[common]
  if (id === undefined) return 0
  const shared = one.length - common
  return (2 * shared) / (one.length + other.length)
}

/**
 * How well two categories fit, from 0 (nothing in common) to 1 (the same): twice the depth of the nearest category above
 * both, by the sum of their depths. A term that means the same in another taxonomy is the same.
 *
 * Source: Wu and Palmer 1994; R3-5.
 */
export const fit = (categories: Categories, one: CategoryId, other: CategoryId): number => {
  const all = synonyms(categories, one).flatMap((a) =>
    synonyms(categories, other).map((b) => fitOfLines(categories.line(a), categories.line(b)))
  )
  return Math.max(0, ...all)
}
