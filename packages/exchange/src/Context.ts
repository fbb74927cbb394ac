import { CivilDate } from "@louyu/kernel"
import type { Category, Field } from "@louyu/matching"
import type { Structure } from "@louyu/organisation"
import type { Profile } from "@louyu/profiles"
import { Benefit } from "@louyu/programmes"
import { AccessPolicy } from "@louyu/roles"
import * as CaseworkBook from "./CaseworkBook.ts"
import type { CityFile } from "./CityFile.ts"
import * as EconomyWords from "./EconomyWords.ts"
import type { Elsewhere } from "./Elsewhere.ts"
import * as LocalClock from "./LocalClock.ts"
import * as PipelineBook from "./PipelineBook.ts"
import type { Registry } from "./Registry.ts"
import * as RoleBook from "./RoleBook.ts"
import * as StationWords from "./StationWords.ts"
import * as Suggestion from "./Suggestion.ts"
import * as Vocabulary from "./Vocabulary.ts"

/**
 * What a cell means besides its own text: the words of the profile, what the folder sets up, what is known elsewhere, and
 * what `city.json` says once for all rows.
 *
 * Shape: `kinds` and `roles` are `undefined` when there is no profile; kinds are then only looked at for their form, and
 * rows about posts come to nothing, and so it is with `categories`, `fields`, `pipelines`, `casework` and `stations`. `archetypes`
 * are those of kinds; `clock` shows the time of the profile's zone, or UTC without a profile.
 */
export interface Context {
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
  readonly timeZone: string
  readonly clock: LocalClock.LocalClock
  readonly registry: Registry
  readonly elsewhere: Elsewhere
  readonly advise: Suggestion.Advisor
  readonly since: CivilDate.CivilDate | undefined
  readonly chatChannel: string | undefined
}

const benefitOf = ({ benefit }: Profile.Profile): Benefit.Scheme => benefit ?? Benefit.common

const anyDay = CivilDate.fromEpochDay(0)

/** Prepares the meaning of cells. */
export const make = (
  profile: Profile.Profile | undefined,
  registry: Registry,
  elsewhere: Elsewhere,
  city: CityFile | undefined
): Context => {
  const structure = profile?.structure
  const timeZone = profile?.timeZone ?? "UTC"
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
    criteria:
      profile && Vocabulary.make(benefitOf(profile).criteria.map(({ criterion: id, names }) => ({ id, names }))),
    timeZone,
    clock: LocalClock.make(timeZone),
    registry,
    elsewhere,
    advise: Suggestion.advisor(),
    // Without a readable city file nobody knows whether it gives a first day; that rows do not is then no news.
    since: city === undefined ? anyDay : city.since,
    chatChannel: profile?.defaults.chatChannel
  }
}
