import { Identifier } from "@louyu/kernel"
import { Vault } from "@louyu/ports"
import * as Schema from "effect/Schema"
import { openLines } from "./lines.ts"

const Person = Schema.Struct({ person: Identifier.PersonId, record: Schema.NullOr(Vault.PersonRecord) })
const readPersonLine = Schema.decodeUnknownSync(Schema.fromJsonString(Person))
const writePersonLine = Schema.encodeSync(Schema.fromJsonString(Person))

/** Opens what one tenant knows of people, in a file of its own; somebody erased has no record. */
export const openPeople = (path: string) => {
  const people = new Map<Identifier.PersonId, string>()
  const lines = openLines(path, (line) => people.set(readPersonLine(line).person, line))

  // Read from the line every time, so that nobody shares a record with the vault.
  const get = (person: Identifier.PersonId): Vault.Held | undefined => {
    const line = people.get(person)
    if (line === undefined) return undefined
    const { record } = readPersonLine(line)
    return record === null ? { _tag: "Erased" } : { _tag: "Known", record }
  }
  const put = (person: Identifier.PersonId, record: Vault.PersonRecord): void => {
    const line = writePersonLine({ person, record })
    lines.append(line)
    people.set(person, line)
  }
  // The file is written anew without a word of the person, also none of what was replaced before.
  const erase = (person: Identifier.PersonId): void => {
    if (get(person)?._tag === "Erased") return
    const line = writePersonLine({ person, record: null })
    lines.replace(new Map(people).set(person, line).values())
    people.set(person, line)
  }
  return { get, put, erase, close: lines.close }
}
