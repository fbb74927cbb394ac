import type { Profile } from "./Profile.ts"
import type { ProfileError } from "./ProfileError.ts"
import { repeatedIds } from "./repeated.ts"

/** What the words of a profile for its stations define twice. */
export function* stationContradictions({ stations }: Profile): Iterable<ProfileError> {
  if (stations === undefined) return
  for (const [name, words] of Object.entries(stations)) yield* repeatedIds(`stations.${name}`, words)
  for (const [index, { labels }] of stations.labelSets.entries()) {
    yield* repeatedIds(`stations.labelSets[${index}].labels`, labels)
  }
  for (const [index, { criteria }] of stations.standards.entries()) {
    yield* repeatedIds(`stations.standards[${index}].criteria`, criteria)
  }
}
