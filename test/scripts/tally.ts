import { existsSync, readFileSync } from "node:fs"
import { root } from "./typescriptProgram.ts"

/** What vitest writes after a run. */
interface Results {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: ReadonlyArray<{
    readonly status: string
    readonly assertionResults: ReadonlyArray<{ readonly status: string }>
  }>
}

// Prints the closing line of a test run and fails when nothing was tested or anything failed.
const path = `${root}/out/test-results.json`
const results: Results | undefined = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined

const passed = results?.numPassedTests ?? 0
const skipped = (results?.numPendingTests ?? 0) + (results?.numTodoTests ?? 0)
// A file that cannot even be loaded has no test to count, but it has failed.
const broken = (results?.testResults ?? []).filter(
  (file) => file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed")
)
const failed = (results?.numFailedTests ?? 0) + broken.length

process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`)
process.exitCode = passed > 0 && failed === 0 ? 0 : 1
