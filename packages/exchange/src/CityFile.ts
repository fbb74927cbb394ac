import { CivilDate, Fault, Identifier, Text } from "@louyu/kernel"
import { Profile, Profiles } from "@louyu/profiles"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { JsonInvalid } from "./ExchangeError.ts"
import * as Finding from "./Finding.ts"
import * as Json from "./Json.ts"

/** The name of the file that says whose folder it is. */
export const fileName = "city.json"

/**
 * What `city.json` says.
 *
 * Shape: `tenant` owns the data; `profile` is the id of a preset or a whole profile; `since` is taken as the first day
 * wherever a row gives none; `format` is the version of the folder's own form.
 */
export const CityFile = Schema.Struct({
  format: Schema.optionalKey(Schema.Literal(1)),
  tenant: Identifier.TenantId,
  names: Schema.optionalKey(Text.Text),
  profile: Schema.Unknown,
  since: Schema.optionalKey(CivilDate.CivilDate)
})
export type CityFile = typeof CityFile.Type

const strict = { errors: "all", onExcessProperty: "error" } as const
const decodeCity = Schema.decodeUnknownResult(CityFile)
const decodeProfile = Schema.decodeUnknownResult(Profile.Profile)
const place = { file: fileName }

/** Everything wrong with a value, each with its path. */
const problems = (error: Schema.SchemaError, prefix?: string): ReadonlyArray<Finding.Finding> =>
  Fault.list(error).map(({ path, text }) => {
    const below = [prefix, path].filter((part) => part !== undefined && part !== "").join(".")
    return Finding.error(place, new JsonInvalid({ path: below.replaceAll(/\.(\d+)(?=\.|$)/gu, "[$1]"), fault: text }))
  })

/** What could be read of `city.json`, and what is wrong with it. */
export interface Reading {
  readonly city: CityFile | undefined
  readonly profile: Profile.Profile | undefined
  readonly findings: ReadonlyArray<Finding.Finding>
}

const readProfile = (named: unknown, own: ReadonlyArray<Profile.Profile>): Omit<Reading, "city"> => {
  if (typeof named === "string") {
    const found = Profiles.find(named, own)
    return Result.isSuccess(found)
      ? { profile: found.success, findings: [] }
      : { profile: undefined, findings: [Finding.error(place, found.failure)] }
  }
  const decoded = decodeProfile(named, strict)
  if (Result.isFailure(decoded)) return { profile: undefined, findings: problems(decoded.failure, "profile") }
  const wrong = Profile.validate(decoded.success)
  return { profile: decoded.success, findings: wrong.map((problem) => Finding.error(place, problem)) }
}

/** Reads the text of `city.json`; `own` profiles are looked in before the presets. */
export const read = (text: string, own: ReadonlyArray<Profile.Profile>): Reading => {
  const json = Json.parse(text)
  if (Result.isFailure(json)) {
    const { row } = json.failure
    return { city: undefined, profile: undefined, findings: [Finding.error({ ...place, row }, json.failure)] }
  }
  const decoded = decodeCity(json.success, strict)
  if (Result.isSuccess(decoded)) return { city: decoded.success, ...readProfile(decoded.success.profile, own) }
  const named =
    typeof json.success === "object" && json.success !== null ? Reflect.get(json.success, "profile") : undefined
  const { profile, findings } = named === undefined ? { profile: undefined, findings: [] } : readProfile(named, own)
  return { city: undefined, profile, findings: [...problems(decoded.failure), ...findings] }
}
