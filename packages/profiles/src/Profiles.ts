import * as Result from "effect/Result"
import type { Profile } from "./Profile.ts"
import { ProfileUnknown } from "./ProfileError.ts"
import { divisions } from "./presets/divisions.ts"
import { foshanZumiao } from "./presets/foshanZumiao.ts"
import { generic } from "./presets/generic.ts"
import { harbinDaoli } from "./presets/harbinDaoli.ts"
import { huangshi } from "./presets/huangshi.ts"
import { pinghu } from "./presets/pinghu.ts"
import { wuhan } from "./presets/wuhan.ts"
import { xiangyang } from "./presets/xiangyang.ts"
import { yichang } from "./presets/yichang.ts"

export { divisions, foshanZumiao, generic, harbinDaoli, huangshi, pinghu, wuhan, xiangyang, yichang }

/** Every profile that comes with Louyu. */
export const all: ReadonlyArray<Profile> = [
  generic,
  pinghu,
  wuhan,
  xiangyang,
  huangshi,
  yichang,
  harbinDaoli,
  foshanZumiao,
  divisions
]

/**
 * Finds a profile by its id, among the presets and any others given; an own profile hides a preset of the same id.
 *
 * Fails: `ProfileUnknown`, naming the profiles there are.
 *
 * ```ts
 * Result.map(Profiles.find("pinghu"), (profile) => profile.timeZone) // => Result.succeed("Asia/Shanghai")
 * ```
 */
export const find = (id: string, own: ReadonlyArray<Profile> = []): Result.Result<Profile, ProfileUnknown> => {
  const known = [...own, ...all]
  const found = known.find((profile) => profile.id === id)
  return found === undefined
    ? Result.fail(new ProfileUnknown({ id, known: [...new Set(known.map((profile) => profile.id))] }))
    : Result.succeed(found)
}
