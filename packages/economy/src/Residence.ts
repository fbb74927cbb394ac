import { type CivilDate, type Identifier, Rate } from "@louyu/kernel"
import type { Answer } from "./Lease.ts"
import * as Presence from "./Presence.ts"
import * as RentRoll from "./RentRoll.ts"
import type { ResidenceDeclared } from "./TenancyEvent.ts"

type Date = CivilDate.CivilDate
type UnitId = Identifier.UnitId

/** Where a tenant is registered and where it pays its taxes are two questions. */
export type Question = "registered" | "taxed"

// What holds for one place: what was said for the latest date, and of that what was said last.
const latest = (declared: ReadonlyArray<ResidenceDeclared>, place: UnitId, on: Date): ResidenceDeclared | undefined => {
  let best: ResidenceDeclared | undefined
  for (const one of declared) {
    if (one.place !== place || one.from > on) continue
    if (best === undefined || one.from > best.from || (one.from === best.from && one.on >= best.on)) best = one
  }
  return best
}

/**
 * Whether a tenant is registered, or taxed, in some places (in any when none are named) on a date.
 *
 * Shape: yes when it is so in one of them; no when all that was said denies it; unknown when nothing was said, or when
 * of one place it was said not to be known.
 * Source: R4-15.
 */
export const answer = (
  roll: RentRoll.RentRoll,
  tenant: UnitId,
  question: Question,
  on: Date,
  places?: Iterable<UnitId>
): Answer => {
  const declared = RentRoll.residence(roll, tenant)
  const said = new Set(declared.map(({ place }) => place))
  const here = places === undefined ? said : new Set(places)
  const answers = [...said]
    .filter((place) => here.has(place))
    .flatMap((place) => latest(declared, place, on)?.[question] ?? [])
  if (answers.includes("yes")) return "yes"
  return answers.length > 0 && answers.every((one) => one === "no") ? "no" : "unknown"
}

/** How many tenants of a day are registered or taxed here. Shape: `rate` counts the unknown ones in the denominator. */
export interface Share {
  readonly yes: number
  readonly no: number
  readonly unknown: number
  /** Yes by all tenants: what is proved. */
  readonly rate: Rate.Dated
  /** Yes by the tenants of which it is known. */
  readonly known: Rate.Dated
}

/** The registered-here and the taxed-here rate. */
export interface Residence {
  readonly registered: Share
  readonly taxed: Share
  /** Both registered and taxed here, by all tenants: the tax-paying rate where both are asked for (P-21, 2.13). */
  readonly both: Rate.Dated
}

const tenants = { zh: "当日在驻企业", en: "tenants of that day" }
const answered = { zh: "当日在驻且情况已知的企业", en: "tenants of that day of which it is known" }

/**
 * How many of the tenants that have space in some places (in all when none are named) are registered and taxed there.
 *
 * Shape: name a building with its floors and rooms; what is said of the building then counts as here.
 * Cost: O(leases of these places).
 * Source: R4-15, P-21, 2.13.
 */
export const on = (roll: RentRoll.RentRoll, date: Date, places?: Iterable<UnitId>): Residence => {
  const here = places === undefined ? undefined : new Set(places)
  const answers = Presence.on(roll, date, here).map((tenant) => ({
    registered: answer(roll, tenant, "registered", date, here),
    taxed: answer(roll, tenant, "taxed", date, here)
  }))
  const share = (question: Question): Share => {
    const saying = (what: Answer) => answers.filter((one) => one[question] === what).length
    const [yes, no, unknown] = [saying("yes"), saying("no"), saying("unknown")]
    const rate = Rate.on(yes, answers.length, tenants, date)
    return { yes, no, unknown, rate, known: Rate.on(yes, yes + no, answered, date) }
  }
  const both = answers.filter((one) => one.registered === "yes" && one.taxed === "yes").length
  return { registered: share("registered"), taxed: share("taxed"), both: Rate.on(both, answers.length, tenants, date) }
}
