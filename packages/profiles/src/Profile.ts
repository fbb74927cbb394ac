import { CaseworkSettings } from "@louyu/casework"
import { EconomySettings } from "@louyu/economy"
import { Text } from "@louyu/kernel"
import { Catalogue } from "@louyu/matching"
import { Structure } from "@louyu/organisation"
import { Benefit } from "@louyu/programmes"
import { Pipeline } from "@louyu/recruitment"
import { AccessPolicy, RoleScheme } from "@louyu/roles"
import { StationCatalogue } from "@louyu/stations"
import * as Schema from "effect/Schema"
import { contradictions } from "./contradictions.ts"
import { Notifications } from "./Notifications.ts"
import type { ProfileError } from "./ProfileError.ts"

const code = Schema.String.check(Schema.isPattern(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u))

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** An IANA time zone name, for example `Asia/Shanghai`. */
export const TimeZone = Schema.String.check(
  Schema.isMaxLength(64),
  Schema.makeFilter((name: string) => isTimeZone(name) || "an IANA time zone, for example Asia/Shanghai")
)

/** A language labels can be shown in; in one they have no wording for, the nearest other is. */
export const Language = Text.Tag

/**
 * What is taken when a city leaves something out.
 *
 * Shape: `language` is the one people read first; `chatChannel` is where chat groups live when no channel is named.
 */
export const Defaults = Schema.Struct({
  language: Language,
  chatChannel: Schema.optionalKey(Schema.NonEmptyString)
})
export type Defaults = typeof Defaults.Type

/**
 * A city as data: everything that differs from one city to the next, and nothing that is the same everywhere.
 *
 * Shape: `about` says in a few sentences what is local; `structure` says which kinds of unit exist and who may stand where; `calendar` names the calendar of working
 * days, for example `china`; `timeZone` turns instants into civil dates at the edge; `schemes` are the role schemes that
 * may be put in force; `governing` are the kinds of body that answer for the place they lie in, the one asked first
 * coming first; `access` says who may read what of records, and without it the cautious policy does; `catalogue` says
 * what services and needs are sorted by and which industry chains there are; `pipelines` are those that may be put in
 * force; `economy` holds tiers, words, indicators and frames; `casework` says which way matters go, which kinds of unit
 * may dispatch and which kinds of body deliberate; `benefit` is how practical projects are scored, `stations` the words in
 * which the city speaks of its stations;
 * `notifications` say who is told what. A new city is a new profile and needs no new release.
 * Source: architecture, "a city is data"; for several schemes side by side.
 */
export const Profile = Schema.Struct({
  id: code,
  version: Schema.Int.check(Schema.isGreaterThanOrEqualTo(1)),
  names: Text.Text,
  about: Schema.optionalKey(Text.Text),
  timeZone: TimeZone,
  languages: Schema.optionalKey(Schema.NonEmptyArray(Language)),
  structure: Structure.Structure,
  calendar: code,
  defaults: Defaults,
  schemes: Schema.optionalKey(Schema.Array(RoleScheme.RoleScheme)),
  governing: Schema.optionalKey(Schema.Array(Structure.KindId)),
  access: Schema.optionalKey(AccessPolicy.AccessPolicy),
  catalogue: Schema.optionalKey(Catalogue.Catalogue),
  pipelines: Schema.optionalKey(Schema.Array(Pipeline.Pipeline)),
  economy: Schema.optionalKey(EconomySettings.EconomySettings),
  casework: Schema.optionalKey(CaseworkSettings.CaseworkSettings),
  benefit: Schema.optionalKey(Benefit.Scheme),
  stations: Schema.optionalKey(StationCatalogue.StationCatalogue),
  notifications: Schema.optionalKey(Notifications)
})
export type Profile = typeof Profile.Type

/**
 * Checks that a profile does not contradict itself: everything it names exists, ids are unique, superiors agree with
 * levels, and units of every kind can be set up.
 *
 * Shape: every contradiction, each with the path to it; none when the profile is sound.
 *
 * ```ts
 * Profile.validate(Profiles.generic) // => []
 * ```
 */
export const validate = (profile: Profile): ReadonlyArray<ProfileError> => [...contradictions(profile)]
