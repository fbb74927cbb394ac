import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { IndustryCodeMalformed } from "./KernelError.ts"
import * as Text from "./Text.ts"

const Division = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 99 }))

/** A section of the classification: a letter and the divisions it holds. */
export const Section = Schema.Struct({
  letter: Schema.String.check(Schema.isPattern(/^[A-Z]$/u)),
  names: Text.Text,
  firstDivision: Division,
  lastDivision: Division
})
export type Section = typeof Section.Type

/**
 * An edition of the classification of industries, as data: the same digits mean another industry in another edition.
 *
 * Shape: which divisions each section holds; divisions, groups and classes follow from the digits.
 */
export const IndustryEdition = Schema.Struct({
  id: Schema.NonEmptyString,
  names: Text.Text,
  sections: Schema.NonEmptyArray(Section)
})
export type IndustryEdition = typeof IndustryEdition.Type

/**
 * The code of an industry, with the edition it was taken from.
 *
 * Shape: a section is a letter, a division two digits, a group three, a class four; each begins with the one above it,
 * except that the letter is no part of the digits.
 * Source: GB/T 4754.
 */
export const IndustryCode = Schema.Struct({
  edition: Schema.NonEmptyString,
  code: Schema.String.check(Schema.isPattern(/^(?:[A-Z]|[0-9]{2,4})$/u))
})
export type IndustryCode = typeof IndustryCode.Type

const section = (letter: string, zh: string, en: string, firstDivision: number, lastDivision: number): Section => ({
  letter,
  names: Text.of(zh, en),
  firstDivision,
  lastDivision
})

/** The edition in force since 2017-10-01: 20 sections, 97 divisions. Source: GB/T 4754-2017, domain 2.7. */
export const edition2017: IndustryEdition = {
  id: "GB/T 4754-2017",
  names: Text.of("国民经济行业分类（2017）", "Industrial classification for national economic activities (2017)"),
  sections: [
    section("A", "农、林、牧、渔业", "Agriculture, forestry, animal husbandry and fishery", 1, 5),
    section("B", "采矿业", "Mining", 6, 12),
    section("C", "制造业", "Manufacturing", 13, 43),
    section("D", "电力、热力、燃气及水生产和供应业", "Electricity, heat, gas and water supply", 44, 46),
    section("E", "建筑业", "Construction", 47, 50),
    section("F", "批发和零售业", "Wholesale and retail trade", 51, 52),
    section("G", "交通运输、仓储和邮政业", "Transport, storage and post", 53, 60),
    section("H", "住宿和餐饮业", "Accommodation and catering", 61, 62),
    section("I", "信息传输、软件和信息技术服务业", "Information transmission, software and IT services", 63, 65),
    section("J", "金融业", "Finance", 66, 69),
    section("K", "房地产业", "Real estate", 70, 70),
    section("L", "租赁和商务服务业", "Leasing and business services", 71, 72),
    section("M", "科学研究和技术服务业", "Scientific research and technical services", 73, 75),
    section("N", "水利、环境和公共设施管理业", "Water, environment and public facilities management", 76, 79),
    section("O", "居民服务、修理和其他服务业", "Services to households, repair and other services", 80, 82),
    section("P", "教育", "Education", 83, 83),
    section("Q", "卫生和社会工作", "Health and social work", 84, 85),
    section("R", "文化、体育和娱乐业", "Culture, sports and entertainment", 86, 90),
    section("S", "公共管理、社会保障和社会组织", "Public management, social security and social organisations", 91, 96),
    section("T", "国际组织", "International organisations", 97, 97)
  ]
}

/** The levels from the highest down. */
export const levels = ["section", "division", "group", "class"] as const
export type Level = (typeof levels)[number]

/** The level a code names. */
export const level = ({ code }: IndustryCode): Level => levels[code.length - 1] ?? "class"

const sectionOfDigits = (edition: IndustryEdition, digits: string): Section | undefined => {
  const division = Number(digits.slice(0, 2))
  return edition.sections.find((s) => s.firstDivision <= division && division <= s.lastDivision)
}

/**
 * The section a code of the edition belongs to; `undefined` for a code of another edition.
 *
 * ```ts
 * const software = { edition: "GB/T 4754-2017", code: "6513" }
 * IndustryCode.sectionOf(IndustryCode.edition2017, software)?.letter // => "I"
 * ```
 */
export const sectionOf = (edition: IndustryEdition, { edition: id, code }: IndustryCode): Section | undefined => {
  if (id !== edition.id) return undefined
  return code.length === 1 ? edition.sections.find(({ letter }) => letter === code) : sectionOfDigits(edition, code)
}

/**
 * Reads a code of an edition: a letter, two to four digits, or the letter followed by the digits, as in `I65`.
 *
 * Shape: the letter in front of digits is checked and dropped.
 * Fails: `IndustryCodeMalformed` when the form is wrong, the edition has no such section or division, or the letter is
 * not the section of the digits.
 *
 * ```ts
 * IndustryCode.parse(IndustryCode.edition2017, "I6513")
 * // => Result.succeed({ edition: "GB/T 4754-2017", code: "6513" })
 * ```
 */
export const parse = (edition: IndustryEdition, input: string): Result.Result<IndustryCode, IndustryCodeMalformed> => {
  const fail = (reason: IndustryCodeMalformed["reason"]) =>
    Result.fail(new IndustryCodeMalformed({ edition: edition.id, reason }))
  const match = /^([A-Z])?(\d{2,4})?$/u.exec(input.normalize("NFKC").replace(/\s/gu, "").toUpperCase())
  const [, letter, digits] = match ?? []
  if (letter === undefined && digits === undefined) return fail("form")
  const code: IndustryCode = { edition: edition.id, code: digits ?? letter ?? "" }
  const found = sectionOf(edition, code)
  if (found === undefined) return fail("unknown")
  return letter !== undefined && letter !== found.letter ? fail("letter") : Result.succeed(code)
}

/** The code one level up; `undefined` above a section, or when the code is of another edition. */
export const parent = (edition: IndustryEdition, code: IndustryCode): IndustryCode | undefined => {
  const up = code.code.length > 2 ? code.code.slice(0, -1) : sectionOf(edition, code)?.letter
  return up === undefined || up === code.code || code.edition !== edition.id ? undefined : { ...code, code: up }
}

/** Tells whether the second code is the first or lies below it. Codes of different editions never contain each other. */
export const contains = (edition: IndustryEdition, outer: IndustryCode, inner: IndustryCode): boolean => {
  if (outer.edition !== edition.id || inner.edition !== edition.id) return false
  return inner.code.startsWith(outer.code) || sectionOf(edition, inner)?.letter === outer.code
}

/** The code with its letter in front, as people write it: `I65`; without one when it is of another edition. */
export const format = (edition: IndustryEdition, code: IndustryCode): string =>
  code.code.length === 1 ? code.code : `${sectionOf(edition, code)?.letter ?? ""}${code.code}`
