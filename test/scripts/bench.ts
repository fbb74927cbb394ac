import { spawnSync } from "node:child_process"
import { files, root } from "./typescriptProgram.ts"

// Runs the benchmarks one after another, each in a process of its own, so that none warms or slows another. Arguments
// choose by name: `pnpm bench tree`.
const chosen = process.argv.slice(2)
const benches = files("test/bench/*.ts").filter(
  (path) => chosen.length === 0 || chosen.some((name) => path.endsWith(`/${name}.ts`))
)
let failed = benches.length === 0
if (failed) process.stdout.write("no such benchmark\n")
for (const path of benches) {
  process.stdout.write(`\n── ${path.replace(`${root}/`, "")}\n`)
  const ran = spawnSync(process.execPath, ["--expose-gc", path], { cwd: root, stdio: "inherit" })
  failed ||= ran.status !== 0
}
process.exitCode = failed ? 1 : 0
