import { type Enforcer, newEnforcer, newModel, StringAdapter } from "casbin"
import { type Check, type City, className, isActive, type Routed, roleCode, today } from "./workload.ts"

// Roles in domains, with a role hierarchy; the application walks up the tree and asks about the units that have posts.
const model = `[request_definition]
r = sub, dom, obj, act
[policy_definition]
p = sub, obj, act
[role_definition]
g = _, _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.obj == p.obj && r.act <= p.act && g(r.sub, p.sub, r.dom)`

/** What every role may by itself is a policy; who holds a role, and what role it includes, is said in every domain. */
export const load = ({ appointments, own }: City): Promise<Enforcer> => {
  const policies = own.flatMap((row, role) =>
    row.flatMap((level, column) => (level === 0 ? [] : [`p, ${roleCode(role)}, ${className(column)}, ${level}`]))
  )
  const active = appointments.filter((one) => isActive(one, today))
  const held = active.map(({ person, role, unit }) => `g, p-${person}, ${roleCode(role)}, unit-${unit}`)
  const includes = active.flatMap(({ role, unit }) =>
    role < 10 ? [`g, ${roleCode(role)}, ${roleCode(role + 10)}, unit-${unit}`] : []
  )
  return newEnforcer(newModel(model), new StringAdapter([...policies, ...held, ...new Set(includes)].join("\n")))
}

export const check = (enforcer: Enforcer, { checks, tree, hasPosts }: City, amount: number): number => {
  let sum = 0
  for (let i = 0; i < amount; i++) {
    const { person, unit, class: column, need } = checks[i] as Check
    for (let at = unit; at >= 0; at = tree.parent[at] as number) {
      if (hasPosts[at] === 0) continue
      if (!enforcer.enforceSync(`p-${person}`, `unit-${at}`, className(column), String(need))) continue
      sum += i
      break
    }
  }
  return sum
}

/** Who holds the role in the nearest unit; the roles that include it are no people. */
export const route = async (
  enforcer: Enforcer,
  { routings, tree, hasPosts }: City,
  amount: number
): Promise<number> => {
  let sum = 0
  for (let i = 0; i < amount; i++) {
    const { unit, role } = routings[i] as Routed
    for (let at = unit; at >= 0; at = tree.parent[at] as number) {
      if (hasPosts[at] === 0) continue
      const users = await enforcer.getUsersForRoleInDomain(roleCode(role), `unit-${at}`)
      const people = users.filter((user) => user.startsWith("p-"))
      if (people.length === 0) continue
      for (const person of people) sum += Number(person.slice(2)) + 1
      break
    }
  }
  return sum
}
