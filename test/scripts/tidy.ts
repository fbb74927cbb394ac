import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { root } from "./typescriptProgram.ts"

/** Something that must not be in a tracked file. */
interface Rule {
  readonly name: string
  readonly applies: RegExp
  readonly forbidden: RegExp
  /** A text that breaks the rule, to prove that it can be broken. */
  readonly canary: string
}

// The words are written in parts, so that this file does not break its own rules.
const word = (...parts: ReadonlyArray<string>): string => parts.join("")
const code = /\.(?:ts|js|mjs|json|ya?ml)$/u
const any = /^(?!pnpm-lock\.yaml$).*$/u

const rules: ReadonlyArray<Rule> = [
  {
    name: "no host of a package registry",
    applies: any,
    forbidden: new RegExp(word("registry\\.", "npm|npm", "mirror|\\bnpm", "js\\.(?:org|com)"), "u"),
    canary: word("registry.n", "pmjs.org")
  },
  {
    name: "no path of one machine",
    applies: any,
    forbidden: new RegExp(word("(?<![\\w.])/(?:ho", "me|Us", "ers|ro", "ot|wo", "rk)/[\\w.]"), "u"),
    canary: word("/ho", "me/somebody")
  },
  {
    name: "no comment that switches a check off",
    applies: code,
    forbidden: new RegExp(word("biome", "-ignore|@ts", "-(?:ignore|expect-error|nocheck)"), "u"),
    canary: word("// biome", "-ignore lint: because")
  },
  {
    name: "nothing left for later",
    applies: any,
    forbidden: new RegExp(word("\\b(?:TO", "DO|FIX", "ME|XX", "X)\\b"), "u"),
    canary: word("// TO", "DO: think")
  },
  {
    name: "no way around the type checker",
    applies: /\.ts$/u,
    forbidden: new RegExp(word("\\bas a", "ny\\b|<a", "ny>"), "u"),
    canary: word("value as a", "ny")
  },
  {
    name: "no test that is left out or runs alone",
    applies: /\.test\.ts$/u,
    forbidden: new RegExp(word("\\b(?:it|test|describe)(?:\\.\\w+)*\\.(?:on", "ly|sk", "ip|to", "do)\\b"), "u"),
    canary: word("it.on", "ly('a')")
  }
]

const tracked = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8"
})
  .split("\0")
  .filter((path) => path !== "" && !/\.(?:png|jpg|db|sqlite|xlsx|gz)$/u.test(path))

const problems = tracked.flatMap((path) => {
  const judges = rules.filter(({ applies }) => applies.test(path))
  const lines = judges.length === 0 ? [] : readFileSync(`${root}/${path}`, "utf8").split("\n")
  return lines.flatMap((line, index) =>
    judges.filter(({ forbidden }) => forbidden.test(line)).map(({ name }) => `${path}:${index + 1}: ${name}`)
  )
})
const blind = rules.filter(({ forbidden, canary }) => !forbidden.test(canary)).map(({ name }) => `cannot fail: ${name}`)

for (const line of [...problems, ...blind]) process.stdout.write(`${line}\n`)
process.stdout.write(`${tracked.length} files, ${problems.length} problems\n`)
process.exitCode = tracked.length > 50 && problems.length === 0 && blind.length === 0 ? 0 : 1
