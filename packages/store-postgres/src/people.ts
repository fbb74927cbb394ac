import { StoreError, Vault } from "@louyu/ports"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Connections } from "./Connections.ts"
import { toRecordText } from "./rows.ts"
import type { Statements } from "./statements.ts"

const RecordText = Schema.fromJsonString(Vault.PersonRecord)
const encode = Schema.encodeEffect(RecordText)
const decode = Schema.decodeEffect(RecordText)

/** The vault on an open store. */
export const vault = (opened: Connections, use: Statements): Vault.Vault["Service"] => {
  const write = (...args: Parameters<Connections["ask"]>) => opened.write(() => opened.ask(...args))
  return {
    put: (tenant, person, record) =>
      Effect.gen(function* () {
        const text = yield* Effect.orDie(encode(record))
        const { length } = yield* write(use.putPerson, [tenant, person, text])
        if (length === 0) return yield* new StoreError.PersonErased({ tenant, person })
      }),
    get: (tenant, person) =>
      Effect.gen(function* () {
        const text = toRecordText(yield* opened.run(() => opened.ask(use.getPerson, [tenant, person])))
        if (text === undefined) return undefined
        if (text === null) return { _tag: "Erased" } as const
        const damaged = () => new StoreError.StoreCorrupt({ store: opened.target.name, at: `people/${person}` })
        return { _tag: "Known", record: yield* Effect.mapError(decode(text), damaged) } as const
      }),
    erase: (tenant, person) => Effect.asVoid(write(use.erasePerson, [tenant, person]))
  }
}
