import { spawnSync } from "node:child_process"
import { root } from "./typescriptProgram.ts"

/** What the language service of Effect says about a project. */
interface Report {
  readonly diagnostics: ReadonlyArray<{
    readonly file: string
    readonly line: number
    readonly column: number
    readonly severity: string
    readonly name: string
    readonly message: string
  }>
  readonly summary: { readonly filesChecked: number; readonly totalFiles: number }
}

const diagnose = (project: string): Report => {
  const ran = spawnSync(
    "effect-language-service",
    ["diagnostics", "--project", `${root}/${project}`, "--format", "json", "--severity", "error,warning"],
    { encoding: "utf8", maxBuffer: 1 << 28, shell: false }
  )
  if (ran.error !== undefined) throw ran.error
  return JSON.parse(ran.stdout) as Report
}

const say = (line: string): boolean => process.stdout.write(`${line}\n`)

const canary = diagnose("test/scripts/canary/tsconfig.json")
const project = diagnose("tsconfig.json")
for (const found of project.diagnostics) {
  say(`${found.file.replace(`${root}/`, "")}:${found.line}:${found.column} ${found.name}: ${found.message}`)
}
const { filesChecked, totalFiles } = project.summary
say(`${filesChecked} of ${totalFiles} files checked, ${project.diagnostics.length} problems`)

const canaryIsReported = canary.diagnostics.some(({ name }) => name === "floatingEffect")
if (!canaryIsReported) say("The canary with a forgotten Effect was not reported: the check is blind.")
if (filesChecked === 0) say("No file was checked: is the plugin still named in tsconfig.base.json?")
process.exitCode = canaryIsReported && filesChecked > 0 && project.diagnostics.length === 0 ? 0 : 1
