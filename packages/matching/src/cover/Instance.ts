import * as Result from "effect/Result"
import { SelectionEntryRepeated, type SelectionError, SelectionNumberRejected } from "../SelectionError.ts"
import * as Limits from "./Limits.ts"
import type { Problem, Project } from "./Problem.ts"

/**
 * A selection in numbers: projects in the order of ids, and groups of beneficiaries that are reached by the same projects
 * and so count as one.
 */
export interface Instance {
  readonly ids: ReadonlyArray<string>
  readonly limits: Limits.Limits
  /** The groups of project `p`: `group[from]` from `groupsFrom[p]` to `groupsFrom[p + 1]`. */
  readonly groupsFrom: Int32Array
  readonly group: Int32Array
  /** The projects of group `g`, likewise. */
  readonly projectsFrom: Int32Array
  readonly project: Int32Array
  readonly weight: Float64Array
  /** Weight of everybody. */
  readonly total: number
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

const byId = (a: Project, b: Project): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const check = (projects: ReadonlyArray<Project>, { choose, budget, weights }: Problem): SelectionError | undefined => {
  const wrong = (what: SelectionNumberRejected["what"], value: number, id = ""): SelectionError | undefined =>
    isCount(value) ? undefined : new SelectionNumberRejected({ what, id, value })
  for (const [index, { id, cost = 0 }] of projects.entries()) {
    if (projects[index - 1]?.id === id) return new SelectionEntryRepeated({ what: "project", id })
    const bad = wrong("cost", cost, id)
    if (bad !== undefined) return bad
  }
  for (const value of weights?.values() ?? []) {
    const bad = wrong("weight", value)
    if (bad !== undefined) return bad
  }
  return wrong("choose", choose) ?? (budget === undefined ? undefined : wrong("budget", budget))
}

/** Where things of each owner begin, from how many each owner has. */
const offsets = (counts: Int32Array): Int32Array => {
  const from = new Int32Array(counts.length + 1)
  for (let at = 0; at < counts.length; at++) from[at + 1] = (from[at] as number) + (counts[at] as number)
  return from
}

// By beneficiary, the projects that reach it, ascending.
const reached = (projects: ReadonlyArray<Project>, weights: Problem["weights"]) => {
  const numbers = new Map<string, number>()
  const byPerson: Array<Array<number>> = []
  const weight: Array<number> = []
  for (const [number, { beneficiaries }] of projects.entries()) {
    for (const id of beneficiaries) {
      let person = numbers.get(id)
      if (person === undefined) {
        person = byPerson.push([]) - 1
        numbers.set(id, person)
        weight.push(weights?.get(id) ?? 1)
      }
      const own = byPerson[person]
      if (own !== undefined && own.at(-1) !== number) own.push(number)
    }
  }
  return { byPerson, weight }
}

const same = (a: ReadonlyArray<number>, b: ReadonlyArray<number>): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index])

// Beneficiaries with the same projects stand or fall together.
const merge = (byPerson: ReadonlyArray<ReadonlyArray<number>>, weights: ReadonlyArray<number>) => {
  const groups: Array<{ readonly projects: ReadonlyArray<number>; weight: number }> = []
  const bySum = new Map<number, Array<number>>()
  for (const [person, projects] of byPerson.entries()) {
    const added = weights[person] ?? 0
    if (added === 0) continue
    const sum = projects.reduce((hash, project) => (Math.imul(hash, 31) + project + 1) | 0, 0)
    const like = bySum.get(sum) ?? []
    const found = like.find((group) => same(groups[group]?.projects ?? [], projects))
    const group = found === undefined ? undefined : groups[found]
    if (group === undefined) bySum.set(sum, [...like, groups.push({ projects, weight: added }) - 1])
    else group.weight += added
  }
  return groups
}

/**
 * Numbers a problem.
 *
 * Fails: `SelectionNumberRejected`, `SelectionEntryRepeated`; what is wrong with quotas and budget, see `Limits`.
 */
export const make = (problem: Problem): Result.Result<Instance, SelectionError> => {
  const projects = problem.projects.toSorted(byId)
  const wrong = check(projects, problem)
  if (wrong !== undefined) return Result.fail(wrong)
  const limits = Limits.make(projects, problem)
  if (Result.isFailure(limits)) return Result.fail(limits.failure)
  const { byPerson, weight } = reached(projects, problem.weights)
  const groups = merge(byPerson, weight)
  const counts = new Int32Array(projects.length)
  for (const one of groups) for (const number of one.projects) counts[number] = (counts[number] as number) + 1
  const groupsFrom = offsets(counts)
  const group = new Int32Array(groupsFrom[projects.length] as number)
  const next = groupsFrom.slice()
  for (const [number, one] of groups.entries()) {
    for (const project of one.projects) {
      const at = next[project] as number
      group[at] = number
      next[project] = at + 1
    }
  }
  return Result.succeed({
    ids: projects.map(({ id }) => id),
    limits: limits.success,
    groupsFrom,
    group,
    projectsFrom: offsets(Int32Array.from(groups, (one) => one.projects.length)),
    project: Int32Array.from(groups.flatMap((one) => one.projects)),
    weight: Float64Array.from(groups, (one) => one.weight),
    total: groups.reduce((sum, one) => sum + one.weight, 0)
  })
}
