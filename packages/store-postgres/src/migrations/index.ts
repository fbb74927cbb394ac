import { events } from "./0001-events.ts"

/** What the statements of a migration depend on. Shape: `schema` is quoted; no `partitions` is 0. */
export interface Setting {
  readonly schema: string
  readonly partitions: number
}

/** The statements of one step. */
export type Migration = (setting: Setting) => string

/** The statements that lead from each schema version to the next; the first one from an empty schema to version 1. */
export const migrations: ReadonlyArray<Migration> = [events]
