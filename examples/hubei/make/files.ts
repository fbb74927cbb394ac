import { CityFolder, Csv } from "@louyu/exchange"
import { incubation } from "./incubation.ts"
import { office } from "./office.ts"
import { join, type Row } from "./Row.ts"
import { tiers } from "./tiers.ts"

const rows = join(tiers, incubation, office)

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

const city = {
  format: 1,
  tenant: "example-province",
  names: { zh: "示例省楼宇经济（示例）", en: "Building economy of an example province" },
  profile: "generic",
  since: "2019-01-01"
}

/** The city folder of the example, file by file. */
export const files: ReadonlyMap<string, Uint8Array> = new Map([
  ["city.json", new TextEncoder().encode(`${JSON.stringify(city, undefined, 2)}\n`)],
  ...Object.entries(rows).map(([file, used]) => [file, csvOf(file, used)] as const)
])
