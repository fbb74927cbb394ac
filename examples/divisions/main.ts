import { mkdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import * as Bar from "./Bar.ts"
import { textOf } from "./source.ts"
import { tour } from "./tour.ts"

/** Loads every division of China, or one province: `node examples/divisions/main.ts`, `… main.ts 33`. */
const out = fileURLToPath(new URL("../../out/", import.meta.url))
mkdirSync(out, { recursive: true })
const bar = Bar.make(process.stderr)
await tour({
  textOf: (name) => textOf(name, process.argv[2]),
  file: `${out}divisions.sqlite`,
  print: (line) => {
    bar.end()
    console.log(line)
  },
  report: bar.report,
  show: "330482001001",
  find: "當湖"
})
