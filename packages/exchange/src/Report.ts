import type { Identifier } from "@louyu/kernel"
import type { Command } from "@louyu/organisation"
import type { Profile } from "@louyu/profiles"
import type { Finding, Place } from "./Finding.ts"

/** The files of a city folder by name, as they lie on disk. */
export type Files = ReadonlyMap<string, Uint8Array>

/** One thing to do, and the row that asks for it. */
export interface Step {
  readonly command: Command.Command
  readonly origin: Place
}

/**
 * What a city folder says, and everything that is wrong with it.
 *
 * Shape: `steps` are in an order in which they can be carried out; they hold only rows without errors, so do them only
 * when {@link isSound}. `findings` are in order of file and row and at most as many as the limit; `errors` and
 * `warnings` count all of them, also those beyond the limit. `tenant` and `profile` are `undefined` when `city.json`
 * does not give them.
 */
export interface Report {
  readonly tenant: Identifier.TenantId | undefined
  readonly profile: Profile.Profile | undefined
  readonly steps: ReadonlyArray<Step>
  readonly findings: ReadonlyArray<Finding>
  readonly errors: number
  readonly warnings: number
}

/** Tells whether a folder may be loaded: no error was found. Warnings do not count. */
export const isSound = (report: Report): boolean => report.errors === 0
