import { events } from "./0001-events.ts"

/** The statements that lead from each schema version to the next; the first one from an empty file to version 1. */
export const migrations: ReadonlyArray<string> = [events]
