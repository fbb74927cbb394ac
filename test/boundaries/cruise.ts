import { cruise, type ICruiseResult } from "dependency-cruiser"
import { options } from "./rules.ts"

/** One arrow that points where it must not. */
export interface Violation {
  readonly rule: string
  readonly from: string
  readonly to: string
}

/** What dependency-cruiser saw under some folders. */
export interface Cruise {
  readonly modules: number
  readonly dependencies: number
  readonly violations: ReadonlyArray<Violation>
}

const isResult = (output: string | ICruiseResult): output is ICruiseResult => typeof output !== "string"

/** Follows every import under the folders and reports those the arrows forbid. */
export const follow = async (folders: ReadonlyArray<string>, root: string): Promise<Cruise> => {
  const { output } = await cruise([...folders], { ...options, baseDir: root })
  if (!isResult(output)) throw new Error("dependency-cruiser gave text instead of a result")
  const { totalCruised, totalDependenciesCruised = 0, violations } = output.summary
  return {
    modules: totalCruised,
    dependencies: totalDependenciesCruised,
    violations: violations.map((v) => ({ rule: v.rule.name, from: v.from, to: v.to }))
  }
}
