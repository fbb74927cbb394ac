import { Holders, IndustryMix, SizeMix, SizeTable } from "@louyu/economy"
import { IndustryCode, Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type { Look } from "./Look.ts"
import * as Material from "./Material.ts"

const { field } = Answer

const Counted = Schema.Struct({
  id: field(Schema.String, "its id"),
  names: field(Answer.Name, "its name"),
  firms: field(Answer.Count, "how many enterprises")
}).annotate({ identifier: "Counted" })

/** The enterprises of a part of the city by qualification, industry and size. */
export const Firms = Schema.Struct({
  among: field(Answer.Count, "how many enterprises there are"),
  holders: field(Answer.Count, "those that hold at least one qualification"),
  byKind: field(Schema.Array(Counted), "by kind of qualification; these overlap and are no sum of enterprises"),
  combinations: field(
    Schema.Array(
      Schema.Struct({
        kinds: field(Schema.Array(Schema.String), "the ids of the kinds they hold, and no other"),
        firms: field(Answer.Count, "how many enterprises")
      })
    ),
    "the same by what they hold together; every holder once"
  ),
  industries: field(Schema.Array(Counted), "by section of the classification of industries, most first"),
  industryUnknown: field(Answer.Count, "enterprises whose industry is not known"),
  year: field(Schema.Int, "the year whose figures the sizes are told by"),
  sizes: field(
    Schema.Struct({
      large: field(Answer.Count, "large"),
      medium: field(Answer.Count, "medium"),
      small: field(Answer.Count, "small"),
      micro: field(Answer.Count, "micro"),
      unclassified: field(Answer.Count, "of an industry without a rule"),
      unknown: field(Answer.Count, "of which too little is known")
    }),
    "by statistical size"
  )
}).annotate({ identifier: "Firms" })
export type Firms = typeof Firms.Type

/** Counts the enterprises of a part of the city. */
export const of = (material: Material.Material): Firms => {
  const { register, settings, on, knownOn } = material
  const all = Material.firms(material)
  const year = Material.yearOn(on)
  const { among, holders, byKind, combinations } = Holders.of(register, all, on)
  const kinds = new Map(settings.enterprises.qualifications.map(({ id, names }) => [String(id), names]))
  const sections = new Map(IndustryCode.edition2017.sections.map(({ letter, names }) => [letter, names]))
  const mix = IndustryMix.of(register, all, on, "section")
  const { large, medium, small, micro, unclassified, unknown } = SizeMix.of(
    register,
    all,
    { year, knownOn },
    SizeTable.edition2017
  )
  return {
    among,
    holders,
    byKind: byKind.map(({ kind, firms }) => ({ id: kind, names: kinds.get(kind) ?? Text.of(kind), firms })),
    combinations: combinations.map(({ kinds: held, firms }) => ({ kinds: held, firms })),
    industries: mix.groups.map(({ id, firms }) => ({ id, names: sections.get(id) ?? Text.of(id), firms })),
    industryUnknown: mix.unknown + mix.otherEdition,
    year,
    sizes: { large, medium, small, micro, unclassified, unknown }
  }
}

const counts = (look: Look, rows: Firms["byKind"]): string =>
  rows.map(({ names, firms }) => `${look.text(names)} ${firms}`).join(" · ")

/** The enterprises on lines. */
export const lines = (look: Look, firms: Firms): ReadonlyArray<string> => {
  const { among, holders, byKind, combinations, industries, industryUnknown, year, sizes } = firms
  if (among === 0) return []
  const several = combinations.filter(({ kinds }) => kinds.length > 1).reduce((sum, one) => sum + one.firms, 0)
  const { large, medium, small, micro, unclassified, unknown } = sizes
  return [
    look.paint("bold", look.label(`企业 ${among}`, `${among} enterprises`)),
    `  ${look.label(`有资质 ${holders}`, `${holders} qualified`)}${byKind.length === 0 ? "" : `: ${counts(look, byKind)}`}${
      several === 0 ? "" : ` ${look.paint("dim", look.label(`（${several} 家兼有多项）`, `(${several} hold several)`))}`
    }`,
    ...(industries.length === 0
      ? []
      : [
          `  ${look.label("行业", "industries")}: ${counts(look, industries)} ${look.paint(
            "dim",
            look.label(`（不详 ${industryUnknown}）`, `(${industryUnknown} not known)`)
          )}`
        ]),
    `  ${look.label(`${year} 年规模`, `sizes of ${year}`)}: ${look.label("大", "large")} ${large} · ${look.label(
      "中",
      "medium"
    )} ${medium} · ${look.label("小", "small")} ${small} · ${look.label("微", "micro")} ${micro} · ${look.label(
      "不适用",
      "no rule"
    )} ${unclassified} · ${look.label("不详", "not known")} ${unknown}`
  ]
}
