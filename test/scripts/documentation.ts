import { spawnSync } from "node:child_process"
import { globSync } from "node:fs"
import { root } from "./typescriptProgram.ts"

const typedoc = (options: string) => {
  const ran = spawnSync("typedoc", ["--options", options], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" }
  })
  if (ran.error !== undefined) throw ran.error
  return { passed: ran.status === 0, output: `${ran.stdout}${ran.stderr}` }
}
const say = (line: string): boolean => process.stdout.write(`${line}\n`)

// The canary has a name without documentation, a link that leads nowhere, and a type that is used but not exported.
const canary = typedoc("test/scripts/canary/typedoc.json")
const blind = ["undocumented (", "nowhere", "Hidden,"].filter((what) => !canary.output.includes(what))
for (const what of blind) say(`The canary “${what}” was not reported: the check is blind.`)

const project = typedoc("typedoc.json")
const pages = globSync("out/api/{classes,functions,interfaces,types,variables}/*.html", { cwd: root }).length
say(`${project.output.trim()}\n${pages} pages`)
process.exitCode = project.passed && !canary.passed && blind.length === 0 && pages > 100 ? 0 : 1
