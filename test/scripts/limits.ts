import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { type Law, notifierLaws, storeLaws } from "@louyu/ports/testing"
import { files, root } from "./typescriptProgram.ts"

/** One suite of laws as the tests run it: of every law, why it is not promised, or that it is. */
export interface Suite {
  readonly name: string
  readonly folder: string
  readonly laws: ReadonlyMap<string, string | undefined>
}

/** Where the table is kept. */
export const page = `${root}/docs/limits.md`

const title = /^([a-z][a-z-]*): (.*?)(?: — not promised: (.*))?$/u

/** The suites of all adapters, asked from the test runner, which reads the test files but runs no test. */
export const suites = (): ReadonlyArray<Suite> => {
  const folder = mkdtempSync(join(tmpdir(), "louyu-limits-"))
  const list = join(folder, "list.json")
  const paths = files(["packages/*/test/*.conformance.test.ts", "packages/*/test/*.laws.test.ts"])
  const ran = spawnSync("vitest", ["list", "--no-static-parse", `--json=${list}`, ...paths], {
    cwd: root,
    encoding: "utf8"
  })
  if (ran.status !== 0) throw new Error(`vitest list: ${ran.error?.message ?? ran.stderr}`)
  const tests: ReadonlyArray<{ readonly name: string; readonly file: string }> = JSON.parse(readFileSync(list, "utf8"))
  rmSync(folder, { recursive: true })
  const found = new Map<string, { folder: string; laws: Map<string, string | undefined> }>()
  for (const { file, name } of tests) {
    const at = name.indexOf(" > ")
    const [, law, , reason] = title.exec(name.slice(at + 3)) ?? []
    if (law === undefined) continue
    const suite = name.slice(0, at)
    const kept = found.get(suite) ?? { folder: /packages\/([^/]+)/u.exec(file)?.[1] ?? "", laws: new Map() }
    found.set(suite, kept)
    kept.laws.set(law, reason)
  }
  const order = [...found].map(([name, suite]): Suite => ({ name, ...suite }))
  return order.toSorted((a, b) => (a.folder + a.name < b.folder + b.name ? -1 : 1))
}

/** The packages that are adapters, by the names of their folders. */
export const adapters = (): ReadonlyArray<string> =>
  readdirSync(`${root}/packages`).filter((folder) => /^(?:store|notify)-/u.test(folder))

const cell = (text: string): string => text.replaceAll("|", "\\|")

const table = (
  heading: string,
  laws: ReadonlyArray<Pick<Law.Law<never>, "id" | "title">>,
  columns: ReadonlyArray<Suite>
): string => {
  const reasons = [...new Set(columns.flatMap((suite) => [...suite.laws.values()].filter((one) => one !== undefined)))]
  const mark = (suite: Suite, id: string): string => {
    if (!suite.laws.has(id)) return "?"
    const reason = suite.laws.get(id)
    return reason === undefined ? "✓" : `(${reasons.indexOf(reason) + 1})`
  }
  const rows = laws.map(
    (law) => `| \`${law.id}\` | ${cell(law.title)} | ${columns.map((one) => mark(one, law.id)).join(" | ")} |`
  )
  return [
    `## ${heading}`,
    "",
    `| Law | What is promised | ${columns.map(({ name }) => cell(name)).join(" | ")} |`,
    `| --- | --- |${" --- |".repeat(columns.length)}`,
    ...rows,
    "",
    ...reasons.map((reason, index) => `${index + 1}. ${reason}`),
    ...(reasons.length === 0 ? [] : [""])
  ].join("\n")
}

const isNotifier = ({ folder }: Suite): boolean => folder.startsWith("notify-")

/** The page as it must be. */
export const write = (all: ReadonlyArray<Suite>): string =>
  [
    "# What every adapter promises · 各适配器的承诺",
    "",
    "Every adapter is tried against the laws of its port, each on a store or another side of its own. ✓ is a law that holds; a number is a promise that is not made, with the reason below, and its test fails as soon as the law holds after all.",
    "每个适配器都逐条检验其端口的约定：✓ 为满足，数字为声明不承诺的约定，理由列在表下。",
    "",
    "This page is written by `node test/scripts/limits.ts` from the tests themselves, and the tests say when it is out of date.",
    "",
    table(
      "Stores · 存储",
      storeLaws,
      all.filter((one) => !isNotifier(one))
    ),
    table("Notifiers · 通知", notifierLaws, all.filter(isNotifier))
  ].join("\n")

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename)
  writeFileSync(page, write(suites()))
