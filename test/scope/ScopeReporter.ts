import type { Reporter, TestModule, TestRunEndReason, Vitest } from "vitest/node"
import { fromCase, type Run } from "./Outcome.ts"
import type { Finding } from "./Verdict.ts"

/** What a run is judged by, and what is done with the judgement. */
export interface Judging {
  readonly judge: (run: Run) => ReadonlyArray<Finding>
  readonly refuse: (findings: ReadonlyArray<Finding>) => void
}

const pickedByName = ({ config }: Vitest): boolean =>
  config.testNamePattern !== undefined || (config.tagsFilter ?? []).length > 0

const isWhole = async (vitest: Vitest, ran: ReadonlyArray<TestModule>): Promise<boolean> => {
  const files = new Set(ran.map(({ moduleId }) => moduleId))
  return !pickedByName(vitest) && (await vitest.globTestSpecifications()).every(({ moduleId }) => files.has(moduleId))
}

/** Judges the scope after a run of every test, so that nothing has to run twice; a part of the tests is not judged. */
export const make = ({ judge, refuse }: Judging): Reporter => {
  let vitest: Vitest | undefined
  return {
    onInit: (begun) => {
      vitest = begun
    },
    onTestRunEnd: async (ran: ReadonlyArray<TestModule>, _errors, reason: TestRunEndReason) => {
      if (vitest === undefined || reason === "interrupted" || !(await isWhole(vitest, ran))) return
      const { root } = vitest.config
      const outcomes = ran.flatMap((file) => [...file.children.allTests()].map((test) => fromCase(test, root)))
      const findings = judge({ outcomes, green: reason === "passed" })
      if (findings.length > 0) refuse(findings)
    }
  }
}
