import type { Expiring, Vacancies, Wanted } from "@louyu/economy"
import { CivilDate } from "@louyu/kernel"
import type { View } from "@louyu/organisation"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as Look from "./Look.ts"
import * as Naming from "./Naming.ts"
import * as Share from "./Share.ts"

const { field } = Answer

/** Space that is free, or comes free. */
export const Vacancy = Schema.Struct({
  space: field(Schema.String, "the id of the space"),
  label: field(Answer.Name, "what stands on its door"),
  place: field(Answer.Unit, "where it lies"),
  floor: field(Schema.NullOr(Schema.String), "its floor, or `null`"),
  purpose: field(Schema.NullOr(Schema.String), "what it is meant for, or `null`"),
  offer: field(Schema.NullOr(Schema.Literals(["rent", "own"])), "to rent or to buy; `null` for either"),
  area: field(Schema.Finite, "square metres that are free"),
  from: field(CivilDate.CivilDate, "since when it is free, or the day it comes free"),
  to: field(Schema.NullOr(CivilDate.CivilDate), "the first day it is not free any more, or `null`"),
  because: field(
    Schema.NullOr(Schema.Literals(["leaseEnd", "intention", "offer"])),
    "why it comes free: a lease ends, its tenant wants to leave, it is offered again; `null` when it is free now"
  )
}).annotate({ identifier: "Vacancy" })
export type Vacancy = typeof Vacancy.Type

/** A vacancy with its place. */
export const vacancy = (view: View.View, one: Vacancies.Vacancy): Vacancy => ({
  space: one.space,
  label: one.label,
  place: Naming.unit(view, one.place),
  floor: one.floor ?? null,
  purpose: one.purpose ?? null,
  offer: one.offer ?? null,
  area: one.area,
  from: one.from,
  to: one.to ?? null,
  because: one.because?._tag ?? null
})

/** Vacancies held against what is wanted. */
export const Fit = Schema.Struct({
  spaces: field(Schema.Array(Vacancy), "one vacancy, or several on one floor"),
  area: field(Schema.Finite, "square metres together"),
  misses: field(
    Schema.Array(
      Schema.Struct({
        aspect: field(
          Schema.Literals(["places", "minArea", "maxArea", "from", "to", "tenure"]),
          "what it does not meet"
        ),
        by: field(Schema.NullOr(Schema.Finite), "by how many square metres or days; `null` where that has no size")
      })
    ),
    "what it does not meet; nothing when it fits"
  )
}).annotate({ identifier: "Fit" })
export type Fit = typeof Fit.Type

/** A fit with its places. */
export const fit = (view: View.View, { vacancies, area, misses }: Wanted.Fit): Fit => ({
  spaces: vacancies.map((one) => vacancy(view, one)),
  area,
  misses: misses.map(({ aspect, by }) => ({ aspect, by: by ?? null }))
})

/** A lease that ends soon, or whose tenant wants to leave. */
export const Leaving = Schema.Struct({
  lease: field(Schema.String, "the id of the lease"),
  tenant: field(Answer.Unit, "who uses the spaces"),
  spaces: field(Schema.Array(Schema.String), "the ids of the spaces"),
  to: field(Schema.NullOr(CivilDate.CivilDate), "the first day without the lease, or `null` for no end"),
  leaves: field(CivilDate.CivilDate, "the day the spaces are expected to be free"),
  days: field(Answer.Count, "in how many days that is"),
  because: field(Schema.Literals(["end", "intention"]), "the lease ends, or the tenant wants to leave before that"),
  told: field(Schema.NullOr(CivilDate.CivilDate), "the day the tenant said that it wants to leave, or `null`"),
  notice: field(Schema.Boolean, "whether it gave formal notice")
}).annotate({ identifier: "Leaving" })
export type Leaving = typeof Leaving.Type

/** A lease that ends soon, with its tenant. */
export const leaving = (view: View.View, one: Expiring.Expiring): Leaving => ({
  lease: one.lease,
  tenant: Naming.unit(view, one.tenant),
  spaces: one.spaces,
  to: one.to ?? null,
  leaves: one.leaves,
  days: one.days,
  because: one.because,
  told: one.intention?.told ?? null,
  notice: one.intention?.notice ?? false
})

type Words = readonly [zh: string, en: string]

const causes: Readonly<Record<Exclude<Vacancy["because"], null>, Words>> = {
  leaseEnd: ["租约到期", "lease ends"],
  intention: ["有意退租", "tenant wants to leave"],
  offer: ["恢复出租", "offered again"]
}

/** A vacancy on a line. */
export const vacancyLine = (look: Look.Look, one: Vacancy): string => {
  const { because, area, from, place, label, floor } = one
  const when =
    because === null
      ? look.label(`自 ${from} 空置`, `vacant since ${from}`)
      : `${look.label(`${from} 起可用`, `free from ${from}`)}, ${look.label(...causes[because])}`
  const at = floor === null ? "" : ` ${look.label(`${floor} 层`, `floor ${floor}`)}`
  return `  ${Share.number(area).padStart(9)} m² ${look.text(place.name)}${at} ${look.text(label)} ${look.paint("dim", `(${one.space}) ${when}`)}`
}

const aspects: Readonly<Record<Fit["misses"][number]["aspect"], Words>> = {
  places: ["地点不符", "elsewhere"],
  minArea: ["面积不足", "too small"],
  maxArea: ["面积过大", "too large"],
  from: ["可用过晚", "too late"],
  to: ["可用过短", "too short"],
  tenure: ["租售方式不符", "other tenure"]
}

/** A fit on lines: its area and what it misses, then each of its spaces. */
export const fitLines = (look: Look.Look, { spaces, area, misses }: Fit): ReadonlyArray<string> => {
  const missed = misses.map(
    ({ aspect, by }) => `${look.label(...aspects[aspect])}${by === null ? "" : ` ${Share.number(by)}`}`
  )
  const says =
    missed.length === 0 ? look.paint("green", look.label("符合", "fits")) : look.paint("yellow", missed.join(", "))
  return [`${Share.number(area)} m²: ${says}`, ...spaces.map((one) => vacancyLine(look, one))]
}

/** A lease that ends soon on a line. */
export const leavingLine = (look: Look.Look, one: Leaving): string => {
  const { tenant, leaves, days, because, told, spaces } = one
  const why =
    because === "end"
      ? look.label("租约到期", "lease ends")
      : look.label(`${told ?? ""} 告知退租`, `said so on ${told ?? ""}`)
  const soon = look.label(`${days} 天后`, `in ${Look.many(days, "day")}`)
  return `  ${leaves} ${soon} ${look.text(tenant.name)} ${look.paint("dim", `(${spaces.join(", ")}) ${why}`)}`
}
