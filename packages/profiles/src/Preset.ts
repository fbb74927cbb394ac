import { Text } from "@louyu/kernel"
import type { Archetype, Structure } from "@louyu/organisation"
import * as Schema from "effect/Schema"
import { Profile } from "./Profile.ts"

type Kind = typeof Structure.Kind.Encoded
type Level = typeof Structure.Level.Encoded
type StructureData = Omit<typeof Structure.Structure.Encoded, "kinds"> & { readonly kinds: ReadonlyArray<Kind> }
type Data = Omit<typeof Profile.Encoded, "structure"> & { readonly structure: StructureData }

const decode = Schema.decodeUnknownSync(Profile)

/** Turns a preset written as data into a profile. A preset that does not decode is a bug and throws. */
export const define = (data: Data): Profile => decode(data)

/** One kind of unit on a line or two. */
export const kind = (
  id: string,
  zh: string,
  en: string,
  archetype: Archetype.Archetype,
  rest: Omit<Kind, "id" | "names" | "archetype"> = {}
): Kind => ({ id, names: Text.of(zh, en), archetype, ...rest })

/** A step of a line that may not be left out. */
export const level = (id: string, zh: string, en: string): Level => ({ id, names: Text.of(zh, en), skippable: false })

/** A step of a line that may be left out. */
export const skippable = (id: string, zh: string, en: string): Level => ({ ...level(id, zh, en), skippable: true })
