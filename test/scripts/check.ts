import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { root } from "./typescriptProgram.ts"

// Runs every gate, that is every script named `check:…`, one after another, also after one has failed. Arguments choose
// gates by name: `pnpm check lint types`.
const manifest: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(`${root}/package.json`, "utf8")
)
const chosen = process.argv.slice(2)
const gates = Object.entries(manifest.scripts)
  .filter(([name]) => name.startsWith("check:"))
  .map(([name, command]) => ({ name: name.slice("check:".length), command }))
  .filter(({ name }) => chosen.length === 0 || chosen.includes(name))

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(0)} s`.padStart(6)
const say = (line: string): boolean => process.stdout.write(`${line}\n`)

const start = performance.now()
const summary = gates.map(({ name, command }) => {
  say(`\n── ${name}: ${command}`)
  const begun = performance.now()
  const ran = spawnSync(command, { cwd: root, shell: true, stdio: "inherit" })
  return { good: ran.status === 0, line: `${ran.status === 0 ? "✓" : "✗"} ${name.padEnd(12)} ${seconds(begun)}` }
})

const good = summary.length > 0 && summary.every((gate) => gate.good)
say(`\n${summary.map((gate) => gate.line).join("\n")}`)
say(`${good ? "✓ all gates pass" : summary.length === 0 ? "✗ no such gate" : "✗ not all gates pass"} ${seconds(start)}`)
process.exitCode = good ? 0 : 1
