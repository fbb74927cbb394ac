import type { Progress } from "louyu"
import type { Io } from "./Io.ts"
import type { Look } from "./Look.ts"

const names: Readonly<Record<Progress.Progress["phase"], readonly [zh: string, en: string]>> = {
  read: ["读取", "reading"],
  decide: ["校验", "checking"],
  write: ["写入", "writing"]
}

// Work that is over before somebody wonders needs no bar.
const patienceMillis = 400
const pauseMillis = 80
const cells = 24

/** A bar on the error stream, on a terminal only and once work has taken a while. */
export interface ProgressBar {
  readonly report: Progress.Report
  /** Whether something was recorded: then it stays, whatever happens afterwards. */
  readonly hasRecorded: () => boolean
  /** Takes the bar away. */
  readonly clear: () => void
}

/** Tells whether progress says that all events of a batch are recorded. */
export const isRecorded = ({ phase, done, total }: Progress.Progress): boolean =>
  phase === "write" && done > 0 && done === total

/** Makes a bar; on anything but a terminal it stays silent. */
export const make = (io: Io, look: Look): ProgressBar => {
  const begun = io.now()
  let last = 0
  let shown = false
  let recorded = false
  return {
    hasRecorded: () => recorded,
    report: (progress) => {
      const { phase, done, total } = progress
      recorded ||= isRecorded(progress)
      const now = io.now()
      const isEnd = total !== undefined && done >= total
      if (!io.stderr.isTerminal || now - begun < patienceMillis || (now - last < pauseMillis && !isEnd)) return
      last = now
      const filled = total === undefined || total === 0 ? 0 : Math.floor((cells * done) / total)
      const bar = total === undefined ? "" : ` ${"█".repeat(filled)}${"░".repeat(cells - filled)}`
      const count = total === undefined ? `${done}` : `${done}/${total}`
      io.stderr.write(`\r\u001b[2K${look.label(...names[phase])}${bar} ${count}`)
      shown = true
    },
    clear: () => {
      if (shown) io.stderr.write("\r\u001b[2K")
      shown = false
    }
  }
}
