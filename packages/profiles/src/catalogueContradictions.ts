import type { Profile } from "./Profile.ts"
import { type ProfileError, ReferenceUnknown } from "./ProfileError.ts"
import { repeated } from "./repeated.ts"

type Found = Iterable<ProfileError>

function* categories({ catalogue }: Profile): Found {
  const all = catalogue?.categories ?? []
  const known = all.map(({ id }) => id)
  yield* repeated(known.map((id, index) => [`catalogue.categories[${index}].id`, id] as const))
  for (const [index, { parent, sameAs = [] }] of all.entries()) {
    const path = `catalogue.categories[${index}]`
    if (parent !== undefined && !known.includes(parent)) {
      yield new ReferenceUnknown({ path: `${path}.parent`, sort: "category", id: parent, known })
    }
    for (const [at, id] of sameAs.entries()) {
      if (!known.includes(id)) {
        yield new ReferenceUnknown({ path: `${path}.sameAs[${at}]`, sort: "category", id, known })
      }
    }
  }
}

function* chains({ catalogue }: Profile): Found {
  const all = catalogue?.chains ?? []
  yield* repeated(all.map(({ id }, index) => [`catalogue.chains[${index}].id`, id] as const))
  for (const [index, { positions }] of all.entries()) {
    const path = `catalogue.chains[${index}].positions`
    const known = positions.map(({ id }) => id)
    yield* repeated(known.map((id, at) => [`${path}[${at}].id`, id] as const))
    for (const [at, { supplies = [] }] of positions.entries()) {
      for (const id of supplies) {
        if (!known.includes(id)) {
          yield new ReferenceUnknown({ path: `${path}[${at}].supplies`, sort: "position", id, known })
        }
      }
    }
  }
}

/** What the catalogue of a profile names that it does not define, and what it defines twice. */
export function* catalogueContradictions(profile: Profile): Found {
  yield* categories(profile)
  yield* chains(profile)
  const fields = profile.catalogue?.fields ?? []
  yield* repeated(fields.map(({ id }, index) => [`catalogue.fields[${index}].id`, id] as const))
}
