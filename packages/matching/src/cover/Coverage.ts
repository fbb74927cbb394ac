import type { Instance } from "./Instance.ts"

/** Who is reached by the projects chosen so far, how often, and what each other project would add. */
export interface Coverage {
  readonly instance: Instance
  /** By group of beneficiaries: how many chosen projects reach it. */
  readonly times: Int32Array
  /** By project: the weight of those it reaches and no chosen project does. */
  readonly gain: Float64Array
  value: number
}

/** Weight of all that a project reaches. */
export const reach = ({ groupsFrom, group, weight }: Instance, project: number): number => {
  let sum = 0
  for (let at = groupsFrom[project] as number; at < (groupsFrom[project + 1] as number); at++)
    sum += weight[group[at] as number] as number
  return sum
}

/** Nobody is reached yet. */
export const none = (instance: Instance): Coverage => ({
  instance,
  times: new Int32Array(instance.weight.length),
  gain: Float64Array.from(instance.ids, (_, project) => reach(instance, project)),
  value: 0
})

const adjust = ({ instance, gain }: Coverage, group: number, by: number): void => {
  const { projectsFrom, project } = instance
  for (let at = projectsFrom[group] as number; at < (projectsFrom[group + 1] as number); at++) {
    const other = project[at] as number
    gain[other] = (gain[other] as number) + by
  }
}

/**
 * Adds a project.
 *
 * Cost: the projects of every beneficiary that it is the first to reach.
 */
export const add = (coverage: Coverage, project: number): void => {
  const { instance, times } = coverage
  for (let at = instance.groupsFrom[project] as number; at < (instance.groupsFrom[project + 1] as number); at++) {
    const group = instance.group[at] as number
    const before = times[group] as number
    times[group] = before + 1
    if (before > 0) continue
    const weight = instance.weight[group] as number
    coverage.value += weight
    adjust(coverage, group, -weight)
  }
}

/** Takes a project out again. */
export const drop = (coverage: Coverage, project: number): void => {
  const { instance, times } = coverage
  for (let at = instance.groupsFrom[project] as number; at < (instance.groupsFrom[project + 1] as number); at++) {
    const group = instance.group[at] as number
    const after = (times[group] as number) - 1
    times[group] = after
    if (after > 0) continue
    const weight = instance.weight[group] as number
    coverage.value -= weight
    adjust(coverage, group, weight)
  }
}

/** Weight of those that a chosen project is the only one to reach. */
export const loss = ({ instance, times }: Coverage, project: number): number => {
  const { groupsFrom, group, weight } = instance
  let sum = 0
  for (let at = groupsFrom[project] as number; at < (groupsFrom[project + 1] as number); at++)
    if (times[group[at] as number] === 1) sum += weight[group[at] as number] as number
  return sum
}
