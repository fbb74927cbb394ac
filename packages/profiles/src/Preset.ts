import { Text } from "@louyu/kernel"
import type { Archetype, Structure } from "@louyu/organisation"
import type { RoleScheme } from "@louyu/roles"
import * as Schema from "effect/Schema"
import { Profile } from "./Profile.ts"

export type Kind = typeof Structure.Kind.Encoded
export type Level = typeof Structure.Level.Encoded
type Role = typeof RoleScheme.Role.Encoded
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

/** Anything with an id and a name: a label, a kind of station, a reason. */
export const named = (id: string, zh: string, en: string) => ({ id, names: Text.of(zh, en) })

/** One role of a scheme. */
export const role = (code: string, zh: string, en: string, rest: Omit<Role, "code" | "names">): Role => ({
  code,
  names: Text.of(zh, en),
  ...rest
})

/** A category of services and needs; `sameAs` names categories of others that mean the same. */
export const category = (id: string, zh: string, en: string, parent?: string, ...sameAs: ReadonlyArray<string>) => ({
  ...named(id, zh, en),
  ...(parent === undefined ? {} : { parent }),
  ...(sameAs.length === 0 ? {} : { sameAs })
})

/** A step of the ladder of cases that is still in the building. */
export const inBuilding = (id: string, zh: string, en: string) => ({ ...named(id, zh, en), inBuilding: true })

/** A step of the ladder of cases above the building. */
export const above = (id: string, zh: string, en: string) => ({ ...named(id, zh, en), inBuilding: false })
