import type { Category, Field } from "@louyu/matching"
import type { Structure } from "@louyu/organisation"
import type { Profile } from "@louyu/profiles"
import { Benefit } from "@louyu/programmes"
import { AccessPolicy } from "@louyu/roles"
import * as CaseworkBook from "./CaseworkBook.ts"
import * as EconomyWords from "./EconomyWords.ts"
import * as PipelineBook from "./PipelineBook.ts"
import * as RoleBook from "./RoleBook.ts"
import * as StationWords from "./StationWords.ts"
import * as Vocabulary from "./Vocabulary.ts"

/**
 * The words of a profile, ready to be found in cells.
 *
 * Shape: `kinds` and `roles` are `undefined` when there is no profile; kinds are then only looked at for their form, and
 * rows about posts come to nothing, and so it is with `categories`, `fields`, `pipelines`, `casework` and `stations`.
 * `archetypes` are those of kinds.
 */
export interface ProfileWords {
  readonly kinds: Vocabulary.Vocabulary<Structure.KindId> | undefined
  readonly archetypes: ReadonlyMap<string, string>
  readonly classifications: Vocabulary.Vocabulary<string> | undefined
  readonly options: ReadonlyMap<string, Vocabulary.Vocabulary<string>>
  readonly roles: RoleBook.RoleBook | undefined
  readonly policy: AccessPolicy.AccessPolicy
  readonly recordClasses: Vocabulary.Vocabulary<string>
  readonly categories: Vocabulary.Vocabulary<Category.CategoryId> | undefined
  readonly fields: ReadonlyArray<Field.Field> | undefined
  readonly economy: EconomyWords.EconomyWords | undefined
  readonly pipelines: PipelineBook.PipelineBook | undefined
  readonly casework: CaseworkBook.CaseworkBook | undefined
  readonly stations: StationWords.StationWords | undefined
  readonly criteria: Vocabulary.Vocabulary<string> | undefined
}

const benefitOf = ({ benefit }: Profile.Profile): Benefit.Scheme => benefit ?? Benefit.common

const make = (profile: Profile.Profile | undefined): ProfileWords => {
  const structure = profile?.structure
  const policy = profile?.access ?? AccessPolicy.cautious
  return {
    kinds: structure && Vocabulary.make(structure.kinds),
    archetypes: new Map(structure?.kinds.map(({ id, archetype }) => [id, archetype])),
    classifications: structure && Vocabulary.make(structure.classifications),
    options: new Map(structure?.classifications.map(({ id, options }) => [id, Vocabulary.make(options)])),
    roles: profile && RoleBook.make(profile.schemes ?? []),
    policy,
    recordClasses: Vocabulary.make(policy.classes),
    categories: profile && Vocabulary.make(profile.catalogue?.categories ?? []),
    fields: profile && (profile.catalogue?.fields ?? []),
    economy: profile && EconomyWords.make(profile),
    pipelines: profile && PipelineBook.make(profile.pipelines ?? []),
    casework: profile && CaseworkBook.make(profile.casework ?? {}),
    stations: profile && StationWords.make(profile),
    criteria: profile && Vocabulary.make(benefitOf(profile).criteria.map(({ criterion: id, names }) => ({ id, names })))
  }
}

const none = make(undefined)
const known = new WeakMap<Profile.Profile, ProfileWords>()

/** The words of a profile. Cost: O(words) for a profile that was not read before. */
export const of = (profile: Profile.Profile | undefined): ProfileWords => {
  if (profile === undefined) return none
  const words = known.get(profile) ?? make(profile)
  known.set(profile, words)
  return words
}
