import { mkdirSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { CityFolder, Csv } from "@louyu/exchange"
import type { Row, Rows } from "./Row.ts"

/** What `city.json` says of an example. */
export interface City {
  readonly tenant: string
  readonly names: { readonly zh: string; readonly en: string }
  readonly profile: string
  readonly since: string
}

const headingsOf = (file: string, used: ReadonlyArray<Row>): ReadonlyArray<string> => {
  const known = CityFolder.columns.find((one) => one.file === file)?.columns.map(({ names }) => names.zh) ?? []
  const wanted = new Set(used.flatMap((row) => Object.keys(row)))
  const unknown = [...wanted].filter((heading) => !known.includes(heading))
  if (unknown.length > 0) throw new Error(`${file} has no column ${unknown.join(", ")}`)
  return known.filter((heading) => wanted.has(heading))
}

const csvOf = (file: string, used: ReadonlyArray<Row>): Uint8Array => {
  const headings = headingsOf(file, used)
  return Csv.encode([headings, ...used.map((row) => headings.map((heading) => String(row[heading] ?? "")))])
}

/** The city folder that rows make, file by file. */
export const of = (city: City, rows: Rows): ReadonlyMap<string, Uint8Array> =>
  new Map([
    ["city.json", new TextEncoder().encode(`${JSON.stringify({ format: 1, ...city }, undefined, 2)}\n`)],
    ...Object.entries(rows).map(([file, used]) => [file, csvOf(file, used)] as const)
  ])

/** Writes a city folder anew. */
export const write = (files: ReadonlyMap<string, Uint8Array>, folder: URL): void => {
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of files) writeFileSync(new URL(name, folder), bytes)
  console.log(`${files.size} files in ${fileURLToPath(folder)}`)
}
