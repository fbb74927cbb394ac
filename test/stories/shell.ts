import { run } from "@louyu/cli"

/** What a command said. */
export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a louyu command in a folder, as somebody at a shell in a Chinese district office would. */
export const louyu = async (cwd: string, line: string): Promise<Said> => {
  let [out, err] = ["", ""]
  const sink = (write: (text: string) => void) => ({ write, isTerminal: false, columns: 100 })
  const code = await run(line.split(" "), {
    stdout: sink((text) => {
      out += text
    }),
    stderr: sink((text) => {
      err += text
    }),
    env: { LANG: "zh_CN.UTF-8" },
    cwd,
    now: () => Date.UTC(2026, 10, 22, 8, 30),
    signal: new AbortController().signal
  })
  return { code, out, err }
}
