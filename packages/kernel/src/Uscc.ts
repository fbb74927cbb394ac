import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as CivilDate from "./CivilDate.ts"
import * as DivisionCode from "./DivisionCode.ts"
import { OrganisationCodeCheckFailed, UsccCheckFailed, UsccMalformed } from "./KernelError.ts"
import * as Text from "./Text.ts"

// Digits and capital letters without I, O, S, V and Z; the place of a character is its value.
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const
const pattern = /^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/u

/**
 * A unified social credit code, the one number of an organisation in China.
 *
 * Shape: 18 characters in capitals: registering department, class, six digits of division, nine of organisation code,
 * check character. The schema looks at the form only; see {@link warnings} for the check characters.
 * Source: GB 32100-2015.
 */
export const Uscc = Schema.String.check(Schema.isPattern(pattern)).pipe(Schema.brand("Uscc"))
export type Uscc = typeof Uscc.Type

const isUscc = Schema.is(Uscc)

/**
 * The check character for the first 17 characters. Source: GB 32100-2015, 31 to a power of 3 for each place.
 *
 * ```ts
 * Uscc.checkCharacter("91350100M000100Y4") // => "3"
 * ```
 */
export const checkCharacter = (first17: string): string => {
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(first17.charAt(i)), 0)
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const

/**
 * The check character for the first 8 characters of an organisation code. Source: GB 11714.
 *
 * ```ts
 * Uscc.organisationCheckCharacter("M000100Y") // => "4"
 * ```
 */
export const organisationCheckCharacter = (first8: string): string => {
  // Here a letter counts from A = 10 to Z = 35, none left out.
  const sum = organisationWeights.reduce((total, w, i) => total + w * Number.parseInt(first8.charAt(i), 36), 0)
  const check = 11 - (sum % 11)
  return check === 10 ? "X" : check === 11 ? "0" : String(check)
}

// The number on a person's identity card has 18 characters too, and must not slip in where organisations are named.
const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const isIdentityNumber = (text: string): boolean => {
  if (!/^\d{17}[\dX]$/u.test(text)) return false
  if (!CivilDate.is(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`)) return false
  const sum = identityWeights.reduce((total, weight, i) => total + weight * Number(text.charAt(i)), 0)
  return "10X98765432".charAt(sum % 11) === text.charAt(17)
}

const malformed = (text: string): UsccMalformed => {
  const { length } = text
  if (length !== 18) return new UsccMalformed({ reason: "length", length })
  const position = [...text].findIndex((c, i) => (i >= 2 && i <= 7 ? !/\d/u.test(c) : !alphabet.includes(c)))
  return new UsccMalformed({ reason: position >= 2 && position <= 7 ? "division" : "character", length, position })
}

/**
 * Reads a code as people write it: small letters, full width, blanks and hyphens do not matter.
 *
 * Fails: `UsccMalformed` when length or characters are wrong, or the text is the number of a person's identity card.
 * The text itself is not in the failure. A wrong check character is no failure, see {@link warnings}.
 *
 * ```ts
 * Uscc.parse("91330482 ma4k0ab18y") // => Result.succeed("91330482MA4K0AB18Y")
 * ```
 */
export const parse = (input: string): Result.Result<Uscc, UsccMalformed> => {
  const text = input.normalize("NFKC").replace(/[\s-]/gu, "").toUpperCase()
  if (isIdentityNumber(text) && checkCharacter(text.slice(0, 17)) !== text.charAt(17)) {
    return Result.fail(new UsccMalformed({ reason: "identityNumber", length: text.length }))
  }
  return isUscc(text) ? Result.succeed(text) : Result.fail(malformed(text))
}

/**
 * What is doubtful about a code: its check character, and that of the organisation code within.
 *
 * Shape: empty when both are right. Warnings, not failures: codes with a wrong check character are in daily use.
 * Source: GB 32100-2015, GB 11714, domain 2.1.
 *
 * ```ts
 * Uscc.warnings(Uscc.Uscc.make("91350203M0001QAY9B")).map((warning) => warning._tag) // => ["UsccCheckFailed"]
 * ```
 */
export const warnings = (uscc: Uscc): ReadonlyArray<UsccCheckFailed | OrganisationCodeCheckFailed> => {
  const found: Array<UsccCheckFailed | OrganisationCodeCheckFailed> = []
  const expected = checkCharacter(uscc.slice(0, 17))
  if (expected !== uscc.charAt(17)) found.push(new UsccCheckFailed({ expected, found: uscc.charAt(17) }))
  const inner = organisationCheckCharacter(uscc.slice(8, 16))
  if (inner !== uscc.charAt(16))
    found.push(new OrganisationCodeCheckFailed({ expected: inner, found: uscc.charAt(16) }))
  return found
}

// Only what all published tables agree on; the list of departments is open.
const departments: Readonly<Record<string, Text.Text>> = {
  "1": Text.of("机构编制", "Staffing office"),
  "5": Text.of("民政", "Civil affairs"),
  "9": Text.of("市场监督管理", "Market regulation"),
  Y: Text.of("其他", "Other")
}
const classes: Readonly<Record<string, Text.Text>> = {
  "11": Text.of("机关", "Organ of state or Party"),
  "12": Text.of("事业单位", "Public institution"),
  "13": Text.of("群众团体", "Mass organisation"),
  "51": Text.of("社会团体", "Association"),
  "52": Text.of("民办非企业单位", "Private non-enterprise unit"),
  "53": Text.of("基金会", "Foundation"),
  "91": Text.of("企业", "Enterprise"),
  "92": Text.of("个体工商户", "Sole trader"),
  "93": Text.of("农民专业合作社", "Farmers' co-operative")
}

/** A character of a code and, where it is known, what it stands for. */
export interface Part {
  readonly code: string
  readonly names?: Text.Text
}

/** What the places of a code stand for. */
export interface Parts {
  readonly department: Part
  readonly organisationClass: Part
  /** Where it was registered; `undefined` when the six digits are no division, as `000000`. */
  readonly division: DivisionCode.DivisionCode | undefined
  readonly organisationCode: string
  readonly checkCharacter: string
}

const part = (code: string, names: Text.Text | undefined): Part => (names === undefined ? { code } : { code, names })

/**
 * Takes a code apart. A department or class without `names` is one that published tables do not agree on.
 *
 * ```ts
 * Uscc.parts(Uscc.Uscc.make("91330482MA4K0AB18Y")).organisationCode // => "MA4K0AB18"
 * ```
 */
export const parts = (uscc: Uscc): Parts => ({
  department: part(uscc.slice(0, 1), departments[uscc.slice(0, 1)]),
  organisationClass: part(uscc.slice(1, 2), classes[uscc.slice(0, 2)]),
  division: Result.getOrUndefined(DivisionCode.parse(uscc.slice(2, 8))),
  organisationCode: uscc.slice(8, 17),
  checkCharacter: uscc.slice(17)
})
