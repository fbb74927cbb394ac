import { CivilDate } from "@louyu/kernel"
import type { Structure } from "@louyu/organisation"
import type { Profile } from "@louyu/profiles"
import type { CityFile } from "./CityFile.ts"
import type { Registry } from "./Registry.ts"
import * as Suggestion from "./Suggestion.ts"
import * as Vocabulary from "./Vocabulary.ts"

/**
 * What a cell means besides its own text: the words of the profile, what the folder sets up, and what `city.json` says
 * once for all rows.
 *
 * Shape: `kinds` is `undefined` when there is no profile; kinds are then only looked at for their form.
 */
export interface Context {
  readonly kinds: Vocabulary.Vocabulary<Structure.KindId> | undefined
  readonly classifications: Vocabulary.Vocabulary<string> | undefined
  readonly options: ReadonlyMap<string, Vocabulary.Vocabulary<string>>
  readonly registry: Registry
  readonly advise: Suggestion.Advisor
  readonly since: CivilDate.CivilDate | undefined
  readonly chatChannel: string | undefined
}

const anyDay = CivilDate.fromEpochDay(0)

/** Prepares the meaning of cells. */
export const make = (profile: Profile.Profile | undefined, registry: Registry, city: CityFile | undefined): Context => {
  const structure = profile?.structure
  return {
    kinds: structure && Vocabulary.make(structure.kinds),
    classifications: structure && Vocabulary.make(structure.classifications),
    options: new Map(structure?.classifications.map(({ id, options }) => [id, Vocabulary.make(options)])),
    registry,
    advise: Suggestion.advisor(),
    // Without a readable city file nobody knows whether it gives a first day; that rows do not is then no news.
    since: city === undefined ? anyDay : city.since,
    chatChannel: profile?.defaults.chatChannel
  }
}
