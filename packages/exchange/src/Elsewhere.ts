import type { CivilDate } from "@louyu/kernel"

/**
 * What is known outside the folder, so that rows may build on it.
 *
 * Shape: `knows` tells whether a unit exists; `within` gives the place a unit lies in on a day; `schemes` are the ids of
 * the role schemes in force in the roster of a unit on a day.
 */
export interface Elsewhere {
  readonly knows: (unit: string) => boolean
  readonly within: (unit: string, on: CivilDate.CivilDate) => string | undefined
  readonly schemes: (unit: string, on: CivilDate.CivilDate) => ReadonlyArray<string>
}

/** There is nothing outside the folder. */
export const nothing: Elsewhere = { knows: () => false, within: () => undefined, schemes: () => [] }
