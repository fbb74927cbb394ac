import type { Profile } from "./Profile.ts"
import type { ProfileError } from "./ProfileError.ts"
import { reference, references } from "./reference.ts"
import { repeatedIds } from "./repeated.ts"

type Found = Iterable<ProfileError>

function* categories({ catalogue }: Profile): Found {
  const all = catalogue?.categories ?? []
  const known = all.map(({ id }) => id)
  yield* repeatedIds("catalogue.categories", all)
  for (const [index, { parent, sameAs }] of all.entries()) {
    const path = `catalogue.categories[${index}]`
    yield* reference(`${path}.parent`, "category", parent, known)
    yield* references(`${path}.sameAs`, "category", sameAs, known)
  }
}

function* chains({ catalogue }: Profile): Found {
  const all = catalogue?.chains ?? []
  yield* repeatedIds("catalogue.chains", all)
  for (const [index, { positions }] of all.entries()) {
    const path = `catalogue.chains[${index}].positions`
    const known = positions.map(({ id }) => id)
    yield* repeatedIds(path, positions)
    for (const [at, { supplies }] of positions.entries()) {
      yield* references(`${path}[${at}].supplies`, "position", supplies, known)
    }
  }
}

function* fields({ catalogue }: Profile): Found {
  const all = catalogue?.fields ?? []
  yield* repeatedIds("catalogue.fields", all)
  for (const [index, { options }] of all.entries()) yield* repeatedIds(`catalogue.fields[${index}].options`, options)
}

/** What the catalogue of a profile names that it does not define, and what it defines twice. */
export function* catalogueContradictions(profile: Profile): Found {
  yield* categories(profile)
  yield* chains(profile)
  yield* fields(profile)
}
