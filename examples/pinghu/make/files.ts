import { CityFolder, Csv } from "@louyu/exchange"
import { bodies } from "./bodies.ts"
import { branches, covered } from "./branches.ts"
import { casework } from "./casework.ts"
import { enterprises } from "./enterprises.ts"
import { fairs } from "./fair.ts"
import { market } from "./market.ts"
import { people } from "./people.ts"
import { places } from "./places.ts"
import { prospects } from "./prospects.ts"
import { join, type Row } from "./Row.ts"
import { relations } from "./relations.ts"
import { roster } from "./roster.ts"
import { services } from "./services.ts"
import { found, visits } from "./visits.ts"
import { economy } from "./yield.ts"

const rows = join(
  places,
  bodies,
  enterprises(covered),
  branches,
  relations,
  roster,
  visits,
  services,
  market(found),
  fairs,
  prospects,
  economy,
  ...casework,
  people
)

/** The headings that are used, in the order of the documentation. */
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
  tenant: "pinghu-nanshi",
  names: { zh: "平湖市南市商务区（示例）", en: "Nanshi Business District, Pinghu (example)" },
  profile: "pinghu",
  since: "2019-01-01"
}

/** The city folder of the example, file by file. */
export const files: ReadonlyMap<string, Uint8Array> = new Map([
  ["city.json", new TextEncoder().encode(`${JSON.stringify(city, undefined, 2)}\n`)],
  ...Object.entries(rows).map(([file, used]) => [file, csvOf(file, used)] as const)
])
