import { relative, sep } from "node:path"
import type { TestCase, TestSuite } from "vitest/node"

/** How one test came out. */
export interface Outcome {
  /** Relative to the workspace, with slashes on every system. */
  readonly file: string
  /** The titles of the blocks around it from the outermost on, and its own as the last. */
  readonly titles: ReadonlyArray<string>
  /** A test that was left out, or stands behind one that stopped the run, is skipped. */
  readonly state: "passed" | "failed" | "skipped"
}

/** A run of tests: how each came out, and whether all is well, which a file that cannot be loaded is not either. */
export interface Run {
  readonly outcomes: ReadonlyArray<Outcome>
  readonly green: boolean
}

/** What vitest's JSON reporter writes, as far as it is used. */
interface Written {
  readonly success: boolean
  readonly testResults: ReadonlyArray<{
    readonly name: string
    readonly assertionResults: ReadonlyArray<{
      readonly ancestorTitles: ReadonlyArray<string>
      readonly title: string
      readonly status: string
    }>
  }>
}

const state = (status: string): Outcome["state"] => (status === "passed" || status === "failed" ? status : "skipped")
const within = (root: string, file: string): string => relative(root, file).split(sep).join("/")

/** The run that vitest's JSON reporter has written down. */
export const fromJson = (text: string, root: string): Run => {
  const written: Written = JSON.parse(text)
  const outcomes = written.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ ancestorTitles, title, status }) => ({
      file: within(root, name),
      titles: [...ancestorTitles, title],
      state: state(status)
    }))
  )
  return { outcomes, green: written.success }
}

/** A run in which some files of tests were run again. */
export const update = (before: Run, again: Run): Run => {
  const files = new Set(again.outcomes.map(({ file }) => file))
  const outcomes = [...before.outcomes.filter(({ file }) => !files.has(file)), ...again.outcomes]
  const failed = ({ state }: Outcome): boolean => state === "failed"
  // A run that is red without a test that failed has a file that could not be loaded; nobody says that it can be now.
  const isSound = before.green || before.outcomes.some(failed)
  return { outcomes, green: isSound && again.green && !outcomes.some(failed) }
}

const titles = (part: TestCase | TestSuite): ReadonlyArray<string> =>
  part.parent.type === "module" ? [part.name] : [...titles(part.parent), part.name]

/** The outcome of a test that vitest has just run. */
export const fromCase = (test: TestCase, root: string): Outcome => ({
  file: within(root, test.module.moduleId),
  titles: titles(test),
  state: state(test.result().state)
})
