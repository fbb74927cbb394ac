import { Archetype } from "@louyu/organisation"
import type { RoleScheme } from "@louyu/roles"
import type { Profile } from "./Profile.ts"
import { type ProfileError, ReferenceUnknown } from "./ProfileError.ts"
import { repeated } from "./repeated.ts"

type Found = Iterable<ProfileError>
type Ref = RoleScheme.RoleRef

const nameOf = ({ scheme, role }: Ref): string => `${scheme}/${role}`

interface Known {
  readonly sorts: ReadonlyArray<string>
  readonly roles: ReadonlyArray<string>
}

function* sortsOf(path: string, sorts: ReadonlyArray<string>, { sorts: known }: Known): Found {
  for (const id of sorts) if (!known.includes(id)) yield new ReferenceUnknown({ path, sort: "sort", id, known })
}

function* refsOf(path: string, refs: Iterable<Ref>, { roles: known }: Known): Found {
  for (const ref of refs) {
    const id = nameOf(ref)
    if (!known.includes(id)) yield new ReferenceUnknown({ path, sort: "role", id, known })
  }
}

function* inRole(path: string, scheme: RoleScheme.RoleScheme, role: RoleScheme.Role, known: Known): Found {
  yield* sortsOf(`${path}.scope`, [role.scope], known)
  yield* sortsOf(`${path}.qualifies.comesFrom`, role.qualifies?.comesFrom ?? [], known)
  if (role.deputyOf !== undefined && !scheme.roles.some(({ code }) => code === role.deputyOf)) {
    const codes = scheme.roles.map(({ code }) => code)
    yield new ReferenceUnknown({ path: `${path}.deputyOf`, sort: "role", id: role.deputyOf, known: codes })
  }
  if (role.exOfficio === undefined) return
  yield* refsOf(`${path}.exOfficio.of`, [role.exOfficio.of], known)
  if (role.exOfficio.at !== "same") yield* sortsOf(`${path}.exOfficio.at.above`, [role.exOfficio.at.above], known)
}

function* inScheme(path: string, scheme: RoleScheme.RoleScheme, known: Known): Found {
  yield* repeated(scheme.roles.map(({ code }, index) => [`${path}.roles[${index}].code`, code] as const))
  for (const [index, role] of scheme.roles.entries()) yield* inRole(`${path}.roles[${index}]`, scheme, role, known)
  for (const [index, pair] of scheme.concurrent.entries()) yield* refsOf(`${path}.concurrent[${index}]`, pair, known)
  for (const [matter, refs] of Object.entries(scheme.ladder)) yield* refsOf(`${path}.ladder.${matter}`, refs, known)
}

/**
 * What the role schemes and the access policy of a profile name that nobody defines, and what they define twice.
 *
 * Shape: a role of any version of a scheme counts as defined, since posts outlive versions.
 */
export function* schemeContradictions({ structure, schemes = [], governing = [], access }: Profile): Found {
  const kinds = structure.kinds.map(({ id }) => id)
  const known: Known = {
    sorts: [...new Set<string>([...kinds, ...Archetype.Archetype.literals])],
    roles: [...new Set(schemes.flatMap(({ id, roles }) => roles.map(({ code }) => nameOf({ scheme: id, role: code }))))]
  }
  yield* repeated(schemes.map(({ id, version }, index) => [`schemes[${index}]`, `${id} ${version}`] as const))
  for (const [index, scheme] of schemes.entries()) yield* inScheme(`schemes[${index}]`, scheme, known)
  for (const [index, id] of governing.entries()) {
    const path = `governing[${index}]`
    if (!kinds.includes(id)) yield new ReferenceUnknown({ path, sort: "kind", id, known: kinds })
  }
  yield* repeated(governing.map((id, index) => [`governing[${index}]`, id] as const))
  const classes = access?.classes ?? []
  yield* repeated(classes.map(({ id }, index) => [`access.classes[${index}].id`, id] as const))
  for (const [index, { fields }] of classes.entries()) {
    for (const [field, { stays }] of Object.entries(fields)) {
      yield* sortsOf(`access.classes[${index}].fields.${field}.stays`, stays === undefined ? [] : [stays], known)
    }
  }
}
