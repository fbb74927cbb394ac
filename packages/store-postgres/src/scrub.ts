import type { StoreError } from "@louyu/ports"
import * as Effect from "effect/Effect"
import { connections } from "./Connections.ts"
import { ReadOnly } from "./errors.ts"
import { checked } from "./migrate.ts"
import { type Place, quoted, target } from "./Place.ts"

/**
 * Writes the table of people anew, so that nothing is left in it of records that were erased or replaced.
 *
 * PostgreSQL keeps the old version of a row until it is cleaned up, and its journal for longer: `erase` makes a record
 * unreadable for every query, this takes it out of the table's file. The journal (until it is reused), replicas and backups
 * are yours to look after. Nobody reads or writes people meanwhile; run it after erasures, when no long transaction is open.
 *
 * Fails: like opening the store; `StoreReadOnly` for a user who does not own the table.
 * Cost: in proportion to the people stored, about a second for a million.
 */
export const scrub = (place: Place): Effect.Effect<void, StoreError.StoreError> =>
  Effect.gen(function* () {
    const opened = yield* Effect.flatMap(target(place), (at) => connections(at))
    yield* checked(opened)
    const table = `${quoted(opened.target.schema)}.people`
    yield* opened.write(() =>
      opened.use(async (ask) => {
        const file = async () => (await ask({ text: "SELECT pg_relation_filenode($1::regclass)" }, [table]))[0]?.[0]
        const before = await file()
        await ask({ text: `VACUUM (FULL) ${table}` })
        // Who may not is only warned, and the table is left as it is.
        if ((await file()) === before) throw new ReadOnly()
      })
    )
  }).pipe(Effect.scoped)
