import { type ProfileError, ReferenceUnknown, type Sort } from "./ProfileError.ts"

/** What is wrong with a name: nothing when it is left out or known. */
export function* reference(
  path: string,
  sort: Sort,
  id: string | undefined,
  known: ReadonlyArray<string>
): Iterable<ProfileError> {
  if (id !== undefined && !known.includes(id)) yield new ReferenceUnknown({ path, sort, id, known })
}

/** What is wrong with each of several names that stand in a list. */
export function* references(
  path: string,
  sort: Sort,
  ids: ReadonlyArray<string> | undefined,
  known: ReadonlyArray<string>
): Iterable<ProfileError> {
  for (const [index, id] of (ids ?? []).entries()) yield* reference(`${path}[${index}]`, sort, id, known)
}
