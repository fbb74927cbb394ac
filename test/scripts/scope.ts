import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import * as Inventory from "../scope/Inventory.ts"
import { fromJson, type Run, update } from "../scope/Outcome.ts"
import * as Page from "../scope/Page.ts"
import { gather } from "../scope/Proof.ts"
import * as Verdict from "../scope/Verdict.ts"
import { root } from "./typescriptProgram.ts"

// `pnpm scope` runs the tests and writes docs/scope.md; `--check` only says whether the page is right. With `--results`,
// once or several times, the tests are not run again: the files are what `vitest run --reporter=json` has written, and
// of a file of tests that several tell of the last one is heard.
const { values } = parseArgs({
  options: { check: { type: "boolean", default: false }, results: { type: "string", multiple: true, default: [] } }
})

const read = (path: string): Run => fromJson(readFileSync(path, "utf8"), root)

const runAll = (): Run => {
  const results = join(root, "out/test-results.json")
  rmSync(results, { force: true })
  // Named here they stand instead of the configured ones, of which one would judge the page that is about to be written;
  // where the results go is still as configured.
  const ran = spawnSync("vitest", ["run", "--reporter=default", "--reporter=json"], { cwd: root, stdio: "inherit" })
  if (!existsSync(results)) throw new Error(`vitest run: ${ran.error?.message ?? "it has written no results"}`)
  return read(results)
}

const parts = values.results.length === 0 ? [runAll()] : values.results.map(read)
const run = parts.reduce(update)
const inventory = Inventory.read()
const page = join(root, Page.path)
if (!values.check) writeFileSync(page, Page.write(inventory, gather(run.outcomes)))

const findings = Verdict.judge(inventory, run, existsSync(page) ? readFileSync(page, "utf8") : undefined)
process.stdout.write(Verdict.tell(findings))
process.stdout.write(
  run.green
    ? ""
    : "✗ scope: tests fail, and what only they prove is not proved\n  范围：有测试未通过，仅由其证明者未获证明\n"
)
process.exitCode = findings.length === 0 && run.green ? 0 : 1
