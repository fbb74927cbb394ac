import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { run } from "@louyu/cli"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { root } from "../scripts/typescriptProgram.ts"
import { collect } from "./collect.ts"

const fences = collect().filter(({ language }) => /^(?:sh|bash|shell|console)$/u.test(language))
const pnpm = String.raw`(?:npx -y )?pnpm(?:@[\d.]+)?`

/** A call of the command line in a document; `exit` is what a comment behind it, `# exit 1`, says will come of it. */
interface Call {
  readonly file: string
  readonly words: ReadonlyArray<string>
  readonly exit: number
}

const callsIn = (file: string, code: string): ReadonlyArray<Call> =>
  [...code.replaceAll("\\\n", " ").matchAll(new RegExp(`^(?:${pnpm} )?louyu (.*)$`, "gmu"))].map(([, rest = ""]) => {
    const [command = "", comment = ""] = rest.split(/\s+#\s*/u)
    const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/gu)].map(([, a, b, c]) => a ?? b ?? c ?? "")
    return { file, words, exit: Number(/^exit (\d)/u.exec(comment)?.[1] ?? 0) }
  })

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

  const documents = Map.groupBy(
    fences.flatMap(({ file, code }) => callsIn(file, code)),
    ({ file }) => file
  )
  let folder = ""
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "louyu-shell-"))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const call = async ({ words }: Call, cwd: string) => {
    const written: Array<string> = []
    const sink = { write: (text: string) => void written.push(text), isTerminal: false, columns: 120 }
    const signal = new AbortController().signal
    const exit = await run(words, { stdout: sink, stderr: sink, env: {}, cwd, now: Date.now, signal })
    return { exit, output: written.join("") }
  }

  it.each([...documents])("of the command line ends as it says: %s", async (_file, calls) => {
    const cwd = mkdtempSync(join(folder, "document-"))
    for (const folder of ["examples", "packages"]) symlinkSync(`${root}/${folder}`, join(cwd, folder))
    for (const each of calls) {
      const { exit, output } = await call(each, cwd)
      expect(exit, `louyu ${each.words.join(" ")}\n${output}`).toBe(each.exit)
      expect(output, `louyu ${each.words.join(" ")}`).not.toBe("")
    }
  })

  it("is known to fail when it is wrong", async () => {
    const [wrong] = callsIn("canary.md", "npx -y pnpm@12.21.0 louyu tree --store 'sqlite:no such file'")
    expect(wrong?.words).toEqual(["tree", "--store", "sqlite:no such file"])
    expect(wrong === undefined ? 0 : (await call(wrong, folder)).exit).not.toBe(0)
  })
})
