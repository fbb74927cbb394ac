import { run } from "@louyu/cli"
import { SqliteStore } from "@louyu/store-sqlite"
import { openCity } from "louyu"
import { compare } from "./figures.ts"
import { filled, responsible } from "./responsible.ts"
import { served } from "./served.ts"
import { wanted } from "./wanted.ts"
import { inAYear } from "./yearFigures.ts"

/** Where the tour takes place, and for whom. Shape: paths are relative to `cwd`; `store` is a file. */
export interface Tour {
  readonly cwd: string
  readonly folder: string
  readonly store: string
  readonly language: "zh" | "en"
  readonly write: (line: string) => void
  readonly warn: (text: string) => void
}

/** The last day the folder knows of, and one before the district had a committee of its own. */
const days = ["2020-05-31", "2022-12-31"] as const

/** The tenant that `city.json` names. */
const tenant = "pinghu-nanshi"

/** The place that everything else lies in. */
const root = "pinghu"

const width = (text: string): number => [...text].reduce((sum, one) => sum + (/\p{Script=Han}/u.test(one) ? 2 : 1), 0)
const pad = (text: string, columns: number): string => text + " ".repeat(Math.max(0, columns - width(text)))

const table = (rows: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> => {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => width(row[i] ?? ""))))
  return rows.map((row) => `  ${row.map((cell, i) => pad(cell, widths[i] ?? 0)).join("   ")}`.trimEnd())
}

const words = {
  zh: {
    title: "平湖·南市商务区：16 幢楼宇、33 个微网格。企业与人员均为虚构。",
    same: "同样的问题，两个日期：",
    posts: "岗位配齐",
    next: "接下来可以试试（以 npx -y pnpm@12.21.0 开头）：",
    stale: "文件夹自上次载入后可能有改动：删除该存储文件后重试。"
  },
  en: {
    title: "Nanshi business district, Pinghu: 16 buildings, 33 micro-grids. Enterprises and people are invented.",
    same: "The same questions on two days:",
    posts: "posts filled",
    next: "What to try next (after npx -y pnpm@12.21.0):",
    stale: "The folder may have changed since it was loaded: delete the file of the store and start again."
  }
} as const

/** Commands worth trying next; each works as it stands. */
export const suggestions = ({ folder, store }: Pick<Tour, "folder" | "store">): ReadonlyArray<string> => [
  `louyu diff --store sqlite:${store} --from ${days[0]} --to ${days[1]}`,
  `louyu tree --store sqlite:${store} --line location --root b01`,
  `louyu vacancies --store sqlite:${store} --on ${days[1]}`,
  `louyu route --matter repair --at b03 --store sqlite:${store} --on ${days[1]}`,
  `louyu match --store sqlite:${store} --on ${days[1]} --need need-822 --explain`,
  `louyu duty --store sqlite:${store} --at 2022-12-28T12:30`,
  `louyu activities --store sqlite:${store} --year 2022`,
  `louyu load ${folder} --store sqlite:${store} --dry-run --json`
]

/**
 * Loads the city folder into a store, draws it, and asks the same questions of two days.
 *
 * Gives the exit code: that of the first command that fails, or 0.
 */
export const tour = async ({ cwd, folder, store, language, write, warn }: Tour): Promise<number> => {
  const louyu = async (...argv: ReadonlyArray<string>): Promise<number> => {
    write("")
    write(`$ louyu ${argv.join(" ")}`)
    const out = { write: (text: string) => write(text.trimEnd()), isTerminal: false, columns: 100 }
    const code = await run([...argv, "--lang", language], {
      stdout: out,
      stderr: { ...out, write: warn },
      env: {},
      cwd,
      now: Date.now,
      signal: new AbortController().signal
    })
    return code
  }
  const inStore = ["--store", `sqlite:${store}`] as const
  const tree = (day: string, ...more: ReadonlyArray<string>) =>
    louyu("tree", ...inStore, "--on", day, "--root", "danghu-committee", ...more)

  write(words[language].title)
  for (const step of [
    () => louyu("check", folder),
    () => louyu("load", folder, ...inStore),
    () => tree(days[1], "--limit", "2"),
    () => tree(days[0], "--depth", "0")
  ]) {
    const code = await step()
    if (code === 0) continue
    write(words[language].stale)
    return code
  }

  await using city = await openCity({ tenant, store: SqliteStore.layer({ file: `${cwd}/${store}` }) })
  write("")
  write(words[language].same)
  const posts = [words[language].posts, ...(await Promise.all(days.map((day) => filled(city, day, root))))]
  for (const line of table([...(await compare(city, days, language)), posts])) write(line)
  write("")
  const vacancy = { unit: "b09", matter: "party", day: days[1] }
  for (const line of await responsible(city, vacancy, language)) write(line)
  for (const line of await wanted(city, { need: "need-811", day: days[1] }, language)) write(line)
  const noon = { station: "centre", day: "2022-12-28", time: "12:30" }
  for (const line of await served(city, noon, language)) write(line)
  for (const line of await inAYear(language)) write(line)
  const told = await louyu("notify", ...inStore, "--dry-run", "--since", "2022-11-20", "--limit", "3")
  if (told !== 0) return told
  write("")
  write(words[language].next)
  for (const suggestion of suggestions({ folder, store })) write(`  ${suggestion}`)
  return 0
}
