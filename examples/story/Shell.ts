import { fileURLToPath } from "node:url"
import { run } from "@louyu/cli"

const root = fileURLToPath(new URL("../..", import.meta.url))

/** What a command told, and how it ended. */
export interface Told {
  readonly exit: number
  readonly text: string
}

/** Runs a command of the command line as it stands in a README, at the root of the repository. */
export const louyu = async (line: string, language: "zh" | "en" = "zh"): Promise<Told> => {
  const written: Array<string> = []
  const sink = { write: (text: string) => void written.push(text), isTerminal: false, columns: 120 }
  const exit = await run(line.split(" "), {
    stdout: sink,
    stderr: sink,
    env: { LANG: language === "zh" ? "zh_CN.UTF-8" : "en_US.UTF-8" },
    cwd: root,
    now: () => Date.UTC(2026, 0, 5, 8, 30),
    signal: new AbortController().signal
  })
  return { exit, text: written.join("") }
}
