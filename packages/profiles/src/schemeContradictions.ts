import { Archetype } from "@louyu/organisation"
import { AccessPolicy, type RoleScheme } from "@louyu/roles"
import type { Profile } from "./Profile.ts"
import type { ProfileError } from "./ProfileError.ts"
import { reference, references } from "./reference.ts"
import { repeated, repeatedIds } from "./repeated.ts"

type Found = Iterable<ProfileError>
type Ref = RoleScheme.RoleRef

const nameOf = ({ scheme, role }: Ref): string => `${scheme}/${role}`

interface Known {
  readonly sorts: ReadonlyArray<string>
  readonly roles: ReadonlyArray<string>
  readonly classes: ReadonlyArray<string>
}

function* refsOf(path: string, refs: Iterable<Ref>, { roles }: Known): Found {
  for (const ref of refs) yield* reference(path, "role", nameOf(ref), roles)
}

function* inRole(path: string, scheme: RoleScheme.RoleScheme, role: RoleScheme.Role, known: Known): Found {
  const { exOfficio } = role
  yield* reference(`${path}.scope`, "sort", role.scope, known.sorts)
  for (const id of role.qualifies?.comesFrom ?? []) {
    yield* reference(`${path}.qualifies.comesFrom`, "sort", id, known.sorts)
  }
  const codes = scheme.roles.map(({ code }) => code)
  yield* reference(`${path}.deputyOf`, "role", role.deputyOf, codes)
  for (const id of Object.keys(role.clearances ?? {})) {
    yield* reference(`${path}.clearances.${id}`, "recordClass", id, known.classes)
  }
  if (exOfficio === undefined) return
  yield* refsOf(`${path}.exOfficio.of`, [exOfficio.of], known)
  if (exOfficio.at !== "same") yield* reference(`${path}.exOfficio.at.above`, "sort", exOfficio.at.above, known.sorts)
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
    roles: [
      ...new Set(schemes.flatMap(({ id, roles }) => roles.map(({ code }) => nameOf({ scheme: id, role: code }))))
    ],
    // Without a policy of its own a city has the cautious one.
    classes: (access ?? AccessPolicy.cautious).classes.map(({ id }) => id)
  }
  yield* repeated(schemes.map(({ id, version }, index) => [`schemes[${index}]`, `${id} ${version}`] as const))
  for (const [index, scheme] of schemes.entries()) yield* inScheme(`schemes[${index}]`, scheme, known)
  yield* references("governing", "kind", governing, kinds)
  yield* repeated(governing.map((id, index) => [`governing[${index}]`, id] as const))
  const classes = access?.classes ?? []
  yield* repeatedIds("access.classes", classes)
  for (const [index, { fields }] of classes.entries()) {
    for (const [field, { stays }] of Object.entries(fields)) {
      yield* reference(`access.classes[${index}].fields.${field}.stays`, "sort", stays, known.sorts)
    }
  }
}
