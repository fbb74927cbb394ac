import type { Progress } from "louyu"

const names = { read: "reading", decide: "checking", write: "writing" } as const
const cells = 32

/** Where a bar is drawn: on a terminal in place, elsewhere a line for each tenth. */
export interface Screen {
  readonly isTTY?: boolean
  readonly write: (text: string) => unknown
}

/** A progress bar. */
export const make = (screen: Screen): { readonly report: Progress.Report; readonly end: () => void } => {
  let shown = ""
  const draw = (line: string): void => {
    if (line === shown) return
    shown = line
    screen.write(screen.isTTY === true ? `\r\u001b[2K${line}` : `${line}\n`)
  }
  return {
    report: ({ phase, done, total = done }) => {
      const share = total === 0 ? 1 : done / total
      if (screen.isTTY !== true) {
        draw(`${names[phase]} ${Math.floor(share * 10) * 10} % of ${total.toLocaleString("en")}`)
        return
      }
      const filled = Math.floor(cells * share)
      const bar = `${"█".repeat(filled)}${"░".repeat(cells - filled)}`
      draw(`${names[phase].padEnd(8)} ${bar} ${Math.floor(share * 100)} % of ${total.toLocaleString("en")}`)
    },
    end: () => {
      if (screen.isTTY === true && shown !== "") screen.write("\n")
      shown = ""
    }
  }
}
