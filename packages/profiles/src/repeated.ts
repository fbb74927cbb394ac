import { IdRepeated, type ProfileError } from "./ProfileError.ts"

/** Every id that stands at more than one path, at each path but the first. */
export function* repeated(entries: Iterable<readonly [path: string, id: string]>): Iterable<ProfileError> {
  const first = new Map<string, string>()
  for (const [path, id] of entries) {
    const before = first.get(id)
    if (before === undefined) first.set(id, path)
    else yield new IdRepeated({ path, id, first: before })
  }
}

/** Every id that more than one thing of a list has. */
export const repeatedIds = (
  path: string,
  things: ReadonlyArray<{ readonly id: string }> | undefined
): Iterable<ProfileError> => repeated((things ?? []).map(({ id }, index) => [`${path}[${index}].id`, id] as const))
