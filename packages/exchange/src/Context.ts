import { CivilDate } from "@louyu/kernel"
import type { Profile } from "@louyu/profiles"
import type { CityFile } from "./CityFile.ts"
import type { Elsewhere } from "./Elsewhere.ts"
import * as LocalClock from "./LocalClock.ts"
import * as ProfileWords from "./ProfileWords.ts"
import type { Registry } from "./Registry.ts"
import * as Suggestion from "./Suggestion.ts"

/**
 * What a cell means besides its own text: the words of the profile, what the folder sets up, what is known elsewhere, and
 * what `city.json` says once for all rows.
 *
 * Shape: `clock` shows the time of the profile's zone, or UTC without a profile.
 */
export interface Context extends ProfileWords.ProfileWords {
  readonly timeZone: string
  readonly clock: LocalClock.LocalClock
  readonly registry: Registry
  readonly elsewhere: Elsewhere
  readonly advise: Suggestion.Advisor
  readonly since: CivilDate.CivilDate | undefined
  readonly chatChannel: string | undefined
}

const anyDay = CivilDate.fromEpochDay(0)

/** Prepares the meaning of cells. */
export const make = (
  profile: Profile.Profile | undefined,
  registry: Registry,
  elsewhere: Elsewhere,
  city: CityFile | undefined
): Context => {
  const timeZone = profile?.timeZone ?? "UTC"
  return {
    ...ProfileWords.of(profile),
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
