import { mkdirSync } from "node:fs"
import process from "node:process"
import { fileURLToPath } from "node:url"
import { tour } from "./tour.ts"

/** The main job: a real city folder, loaded into a file, drawn and asked. Run it again, and nothing changes. */
const cwd = fileURLToPath(new URL("../..", import.meta.url))
mkdirSync(new URL("../../out", import.meta.url), { recursive: true })
const { LC_ALL, LC_MESSAGES, LANG } = process.env
const locale = [LC_ALL, LC_MESSAGES, LANG].find((name) => name !== undefined && name !== "") ?? ""

// Whoever reads along may stop at any line.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0)
  throw error
})

process.exitCode = await tour({
  cwd,
  folder: "examples/pinghu/city",
  store: "out/pinghu.db",
  language: locale.startsWith("zh") ? "zh" : "en",
  write: (line) => console.log(line),
  warn: (text) => process.stderr.write(text)
})
