import { mkdirSync } from "node:fs"
import process from "node:process"
import { fileURLToPath } from "node:url"
import { tour } from "./tour.ts"

/** The main job: a real city folder, loaded into a file, drawn and asked. Run it again, and nothing changes. */
const cwd = fileURLToPath(new URL("../..", import.meta.url))
mkdirSync(new URL("../../out", import.meta.url), { recursive: true })
const locale = process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? ""

process.exitCode = await tour({
  cwd,
  folder: "examples/pinghu/city",
  store: "out/pinghu.db",
  language: locale.startsWith("zh") ? "zh" : "en",
  write: (line) => console.log(line),
  warn: (text) => process.stderr.write(text)
})
