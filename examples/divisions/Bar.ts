import type { Progress } from "louyu"

const names = { read: "reading", decide: "checking", write: "writing" } as const
const cells = 32

/** A progress bar on a terminal, and a line now and then elsewhere. */
export const make = (out: NodeJS.WriteStream): { readonly report: Progress.Report; readonly end: () => void } => {
  let shown = ""
  const draw = (line: string): void => {
    if (line === shown) return
    shown = line
    if (out.isTTY) out.write(`\r\u001b[2K${line}`)
    else out.write(`${line}\n`)
  }
  return {
    report: ({ phase, done, total = done }) => {
      const share = total === 0 ? 1 : done / total
      const filled = Math.floor(cells * share)
      // Elsewhere than on a terminal a line for each tenth is enough.
      const percent = out.isTTY ? Math.floor(share * 100) : Math.floor(share * 10) * 10
      const bar = out.isTTY ? `${"█".repeat(filled)}${"░".repeat(cells - filled)} ` : ""
      draw(`${names[phase].padEnd(8)} ${bar}${percent} % of ${total.toLocaleString("en")}`)
    },
    end: () => {
      if (out.isTTY && shown !== "") out.write("\n")
      shown = ""
    }
  }
}
