import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { run } from "@louyu/cli"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { root } from "../scripts/typescriptProgram.ts"
import { collect } from "./collect.ts"
import type { Fence } from "./Fence.ts"

const isShell = ({ language }: Fence): boolean => /^(?:sh|bash|shell|console)$/u.test(language)
const all = collect()
const fences = all.filter(isShell)
const pnpm = String.raw`(?:npx -y )?pnpm(?:@[\d.]+)?`

/** A call of the command line in a document; `exit` is what a comment behind it, `# exit 1`, says will come of it. */
interface Call {
  readonly _tag: "Call"
  readonly file: string
  readonly words: ReadonlyArray<string>
  readonly exit: number
}

/** What a reader does: call the command line, save a file, see what the last call printed. */
type Step =
  | Call
  | { readonly _tag: "Save"; readonly path: string; readonly code: string }
  | { readonly _tag: "See"; readonly code: string }

const callsIn = (file: string, code: string): ReadonlyArray<Call> =>
  [...code.replaceAll("\\\n", " ").matchAll(new RegExp(`^(?:${pnpm} )?louyu (.*)$`, "gmu"))].map(([, rest = ""]) => {
    const [command = "", comment = ""] = rest.split(/\s+#\s*/u)
    const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/gu)].map(([, a, b, c]) => a ?? b ?? c ?? "")
    return { _tag: "Call", file, words, exit: Number(/^exit (\d)/u.exec(comment)?.[1] ?? 0) }
  })

/** The steps of a fence: a table or JSON with a path behind it is a file, text behind `output` what is seen. */
const stepsOf = (fence: Fence): ReadonlyArray<Step> => {
  const { file, language, marks, code } = fence
  const [mark] = marks
  if (isShell(fence)) return callsIn(file, code)
  if (/^(?:csv|json)$/u.test(language) && mark !== undefined) return [{ _tag: "Save", path: mark, code: `${code}\n` }]
  return language === "text" && mark === "output" ? [{ _tag: "See", code }] : []
}

/** The locale of those who read a page of the guide; other documents are for everybody. */
const localeOf = (file: string): Readonly<Record<string, string>> =>
  file.startsWith("docs/zh/") ? { LANG: "zh_CN.UTF-8" } : file.startsWith("docs/en/") ? { LANG: "en_US.UTF-8" } : {}

describe("a shell command in a document", () => {
  it("calls only scripts that exist", () => {
    const { scripts } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"))
    const called = fences
      .flatMap(({ code }) => [...code.matchAll(new RegExp(String.raw`^${pnpm} (?:run )?([\w:]+)`, "gmu"))])
      .map(([, script]) => script ?? "")
      .filter((script) => !["install", "add", "exec", "dlx"].includes(script))
    expect(called.length).toBeGreaterThan(1)
    expect(called.filter((script) => !(script in scripts))).toEqual([])
  })

  const documents = [...new Set(fences.map(({ file }) => file))]
  let folder = ""
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "louyu-shell-"))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const call = async ({ file, words }: Call, cwd: string) => {
    const written: Array<string> = []
    const sink = { write: (text: string) => void written.push(text), isTerminal: false, columns: 120 }
    const signal = new AbortController().signal
    const env = localeOf(file)
    const exit = await run(words, { stdout: sink, stderr: sink, env, cwd, now: Date.now, signal })
    return { exit, output: written.join("") }
  }

  const follow = async (steps: ReadonlyArray<Step>, cwd: string) => {
    let seen = ""
    for (const step of steps) {
      if (step._tag === "Save") {
        mkdirSync(dirname(join(cwd, step.path)), { recursive: true })
        writeFileSync(join(cwd, step.path), step.code)
      } else if (step._tag === "See") expect(seen).toContain(step.code)
      else {
        const { exit, output } = await call(step, cwd)
        expect(exit, `louyu ${step.words.join(" ")}\n${output}`).toBe(step.exit)
        expect(output, `louyu ${step.words.join(" ")}`).not.toBe("")
        seen = output
      }
    }
  }
  const emptyFolder = (): string => {
    const cwd = mkdtempSync(join(folder, "document-"))
    for (const folder of ["examples", "packages"]) symlinkSync(`${root}/${folder}`, join(cwd, folder))
    return cwd
  }

  it.each(documents)("of the command line does what it says: %s", async (file) => {
    await follow(all.filter((fence) => fence.file === file).flatMap(stepsOf), emptyFolder())
  })

  it("is known to fail when it is wrong", async () => {
    const [wrong] = callsIn("canary.md", "npx -y pnpm@12.21.0 louyu tree --store 'sqlite:no such file'")
    expect(wrong?.words).toEqual(["tree", "--store", "sqlite:no such file"])
    expect(wrong === undefined ? 0 : (await call(wrong, folder)).exit).not.toBe(0)
    const page = (output: string): ReadonlyArray<Step> => [
      { _tag: "Save", path: "new/city.json", code: '{ "tenant": "new", "profile": "generic" }' },
      { _tag: "Call", file: "docs/en/canary.md", words: ["check", "new"], exit: 0 },
      { _tag: "See", code: output }
    ]
    await follow(page("0 errors, 0 warnings."), emptyFolder())
    await expect(follow(page("1 error, 0 warnings."), emptyFolder())).rejects.toThrow("1 error, 0 warnings.")
  })
})
