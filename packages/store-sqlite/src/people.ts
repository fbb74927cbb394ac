import { StoreError, Vault } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Connection } from "./Connection.ts"
import { Busy } from "./errors.ts"
import { toCount, toRecordText } from "./rows.ts"
import type { Statements } from "./statements.ts"
import type { Writer } from "./Writer.ts"
import { whenFree } from "./whenFree.ts"

const RecordText = Schema.fromJsonString(Vault.PersonRecord)
const encode = Schema.encodeEffect(RecordText)
const decode = Schema.decodeEffect(RecordText)

// SQLite answers with a row whose first column says that somebody is still reading the log.
const emptyJournal = (use: Statements): void => {
  if (toCount(use.emptyJournal.get()) !== 0) throw new Busy()
}

/** The vault on an open file. */
export const vault = (
  { file, busyTimeoutMillis }: Connection,
  use: Statements,
  writer: Writer
): Vault.Vault["Service"] => ({
  put: (tenant, person, record) =>
    Effect.gen(function* () {
      const text = yield* Effect.orDie(encode(record))
      const { changes } = yield* writer.submit(() => use.putPerson.run(tenant, person, text))
      if (changes === 0) return yield* new StoreError.PersonErased({ tenant, person })
    }),
  get: (tenant, person) =>
    Effect.gen(function* () {
      const text = yield* whenFree(file, busyTimeoutMillis, () => toRecordText(use.getPerson.get(tenant, person)))
      if (text === undefined) return undefined
      if (text === null) return { _tag: "Erased" } as const
      const damaged = () => new StoreError.StoreCorrupt({ store: file, at: `people/${person}` })
      return { _tag: "Known", record: yield* Effect.mapError(decode(text), damaged) } as const
    }),
  // What was overwritten still stands in the write-ahead log until that is emptied; the connection overwrites with
  // zeros (`secure_delete`), so nothing is left in the file itself either.
  erase: (tenant, person) =>
    Effect.andThen(
      writer.submit(() => use.erasePerson.run(tenant, person)),
      whenFree(file, busyTimeoutMillis, () => emptyJournal(use))
    )
})
