import type { RoleScheme } from "@louyu/roles"
import * as Vocabulary from "./Vocabulary.ts"

type Scheme = RoleScheme.RoleScheme
type SchemeId = RoleScheme.SchemeId

/** A scheme in all its versions, and its roles under all their names. */
export interface SchemeEntry {
  readonly id: SchemeId
  readonly layer: RoleScheme.LayerId
  /** The versions of the profile, the newest first. */
  readonly versions: ReadonlyArray<number>
  readonly roles: Vocabulary.Vocabulary<RoleScheme.RoleCode>
  /** A role as the newest version that has it describes it. */
  readonly role: (code: RoleScheme.RoleCode) => RoleScheme.Role | undefined
}

/** The role schemes of a profile under the words people write for them. */
export interface RoleBook {
  readonly schemes: Vocabulary.Vocabulary<SchemeId>
  readonly entry: (scheme: string) => SchemeEntry | undefined
  /** Every scheme that has a role of this name. */
  readonly having: (role: string) => ReadonlyArray<SchemeEntry>
  readonly entries: ReadonlyArray<SchemeEntry>
}

const entryOf = (versions: ReadonlyArray<Scheme>, { id, layer }: Scheme): SchemeEntry => {
  const roles = versions.flatMap((scheme) => scheme.roles)
  return {
    id,
    layer,
    versions: versions.map(({ version }) => version),
    roles: Vocabulary.make(roles.map(({ code, names }) => ({ id: code, names }))),
    role: (code) => roles.find((one) => one.code === code)
  }
}

/** Opens the book of the schemes of a profile. */
export const make = (schemes: ReadonlyArray<Scheme>): RoleBook => {
  const newestFirst = schemes.toSorted((a, b) => b.version - a.version)
  const entries = schemes
    .filter(({ id }, index) => schemes.findIndex((one) => one.id === id) === index)
    .map((scheme) =>
      entryOf(
        newestFirst.filter(({ id }) => id === scheme.id),
        scheme
      )
    )
  const byId = new Map<string, SchemeEntry>(entries.map((entry) => [entry.id, entry]))
  return {
    schemes: Vocabulary.make(newestFirst.map(({ id, names }) => ({ id, names }))),
    entry: (scheme) => byId.get(scheme),
    having: (role) => entries.filter(({ roles }) => roles.find(role) !== undefined),
    entries
  }
}
