import type { Identifier, Problem, Text } from "@louyu/kernel"
import type { Profile } from "@louyu/profiles"
import * as Finding from "./Finding.ts"
import type { Files, Report, Step } from "./Report.ts"

/**
 * How a folder is read.
 *
 * Shape: `limit` findings are kept (1000 unless told); `knows` says which units exist already outside the folder, so
 * that rows may refer to them; `profiles` are looked in before the presets when `city.json` names a profile.
 */
export interface ReadOptions {
  readonly limit?: number
  readonly knows?: (unit: Identifier.UnitId) => boolean
  readonly profiles?: ReadonlyArray<Profile.Profile>
}

/** Reads a city folder: `city.json` and the CSV files beside it. Nothing throws; what is wrong is in the report. */
export declare const read: (files: Files, options?: ReadOptions) => Report

/** One column as the documentation shows it. */
export interface ColumnDoc {
  readonly id: string
  readonly names: Required<Text.Text>
  readonly required: boolean
  readonly form: Required<Text.Text>
  readonly about: Required<Text.Text>
}

/** One file as the documentation shows it. */
export interface FileDoc {
  readonly file: string
  readonly names: Required<Text.Text>
  readonly about: Required<Text.Text>
  readonly columns: ReadonlyArray<ColumnDoc>
}

/** Every file a city folder may hold, with every column. */
export declare const columns: ReadonlyArray<FileDoc>

/** What a new, empty city folder of a profile holds: `city.json`, every CSV with its headings, and a guide. */
export declare const template: (
  profile: Profile.Profile,
  options: { readonly tenant: string; readonly language?: Text.Language }
) => ReadonlyMap<string, Uint8Array>

/**
 * Puts the refusals of a domain at the rows that asked for what was refused.
 *
 * Shape: `failures` as `Decider.run` gives them, `index` counting the steps.
 */
export const attribute = (
  steps: ReadonlyArray<Step>,
  failures: ReadonlyArray<{ readonly index: number; readonly failure: Problem.Problem }>
): ReadonlyArray<Finding.Finding> =>
  failures.flatMap(({ index, failure }) => {
    const step = steps[index]
    return step === undefined ? [] : [Finding.error(step.origin, failure)]
  })
