import * as Files from "../../story/Files.ts"
import { join } from "../../story/Row.ts"
import { bodies } from "./bodies.ts"
import { branches, covered } from "./branches.ts"
import { brands } from "./brands.ts"
import { casework } from "./casework.ts"
import { duty } from "./duty.ts"
import { enterprises } from "./enterprises.ts"
import { fairs } from "./fair.ts"
import { market } from "./market.ts"
import { people } from "./people.ts"
import { places } from "./places.ts"
import { prospects } from "./prospects.ts"
import { relations } from "./relations.ts"
import { roster } from "./roster.ts"
import { services } from "./services.ts"
import { found, visits } from "./visits.ts"
import { economy, liveSellers } from "./yield.ts"

/** The city folder of the example, file by file. */
export const files: ReadonlyMap<string, Uint8Array> = Files.of(
  {
    tenant: "pinghu-nanshi",
    names: { zh: "平湖市南市商务区（示例）", en: "Nanshi Business District, Pinghu (example)" },
    profile: "pinghu",
    since: "2019-01-01"
  },
  join(
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
    duty,
    brands(liveSellers),
    ...casework,
    people
  )
)
