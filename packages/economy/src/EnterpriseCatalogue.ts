import { Text } from "@louyu/kernel"
import * as Schema from "effect/Schema"
import { Code } from "./Code.ts"

/** Names a kind of qualification, for example `highTech`. */
export const QualificationKindId = Code.pipe(Schema.brand("QualificationKindId"))
export type QualificationKindId = typeof QualificationKindId.Type

const Term = Schema.Struct({ id: Code, names: Text.Text })

/** A word of a city's own list, with its names. */
export type Term = typeof Term.Type

/** A kind of qualification; `levels` from the lowest on, where it has any. */
export const QualificationKind = Schema.Struct({
  id: QualificationKindId,
  names: Text.Text,
  levels: Schema.optionalKey(Schema.NonEmptyArray(Term))
})
export type QualificationKind = typeof QualificationKind.Type

/**
 * The words a city uses for its enterprises.
 *
 * Shape: kinds of qualifications, of intellectual property, of support that is given, and of what came of an activity;
 * and the brands that places can carry.
 */
export const EnterpriseCatalogue = Schema.Struct({
  qualifications: Schema.Array(QualificationKind),
  intellectualProperty: Schema.Array(Term),
  supports: Schema.Array(Term),
  outcomes: Schema.Array(Term),
  brands: Schema.Array(Term)
})
export type EnterpriseCatalogue = typeof EnterpriseCatalogue.Type

const term = (id: string, zh: string, en: string): Term => ({ id, names: Text.of(zh, en) })
const kind = (id: string, zh: string, en: string, ...levels: ReadonlyArray<Term>): QualificationKind => {
  const [first, ...rest] = levels
  const known = { id: QualificationKindId.make(id), names: Text.of(zh, en) }
  return first === undefined ? known : { ...known, levels: [first, ...rest] }
}

/**
 * The words the sources use. Conditions for a qualification are no part of it: they change, and authorities decide.
 *
 * Shape: a listing is a qualification whose level is the board.
 * Source: H-27, H-29, P-26; domain 2.5 (tiers of specialised enterprises since 2026-04-01).
 */
export const common: EnterpriseCatalogue = {
  qualifications: [
    kind("aboveScale", "规模以上企业", "Above-scale enterprise"),
    kind("highTech", "高新技术企业", "High-tech enterprise"),
    kind(
      "srdi",
      "专精特新企业",
      "Specialised, refined, distinctive and innovative enterprise",
      term("innovative", "科技和创新型中小企业", "Technology and innovation SME"),
      term("srdiSme", "专精特新中小企业", "SRDI SME"),
      term("littleGiant", "专精特新“小巨人”企业", "Little giant")
    ),
    kind(
      "listed",
      "挂牌上市企业",
      "Listed enterprise",
      term("regional", "区域性股权市场", "Regional equity board"),
      term("neeq", "新三板", "National equities exchange"),
      term("exchange", "证券交易所", "Stock exchange")
    )
  ],
  intellectualProperty: [
    term("patent", "专利", "Patents"),
    term("softwareCopyright", "软件著作权", "Software copyrights")
  ],
  supports: [
    term("interns", "高校实习生", "Interns of a university"),
    term("diagnosis", "专家技术诊断", "Technical diagnosis by experts"),
    term("incubation", "孵化", "Incubation")
  ],
  outcomes: [term("liveCommerce", "涉足直播电商", "Went into live e-commerce")],
  brands: [term("partyBuildingComplex", "楼宇党建综合体", "Party-building complex of a building")]
}

/** The words of a city, ready to be looked up. */
export interface Words {
  readonly qualifications: ReadonlyMap<string, QualificationKind>
  readonly intellectualProperty: ReadonlyMap<string, Term>
  readonly supports: ReadonlyMap<string, Term>
  readonly outcomes: ReadonlyMap<string, Term>
  readonly brands: ReadonlyMap<string, Term>
}

const byId = <A extends { readonly id: string }>(terms: ReadonlyArray<A>): ReadonlyMap<string, A> =>
  new Map(terms.map((one) => [one.id, one]))

/** Makes the words of a city ready to be looked up. */
export const words = (catalogue: EnterpriseCatalogue): Words => ({
  qualifications: byId(catalogue.qualifications),
  intellectualProperty: byId(catalogue.intellectualProperty),
  supports: byId(catalogue.supports),
  outcomes: byId(catalogue.outcomes),
  brands: byId(catalogue.brands)
})
