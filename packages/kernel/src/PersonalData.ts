/** A sort of personal data that a text may hold without anybody meaning it to. */
export type Trace = "mobile" | "identityNumber" | "bankCard" | "email" | "landline"

// Digits as they are typed: runs of them, in groups or not, in full width or not.
const grouped = /(?<![A-Za-z0-9])\+?\d[\d\s()-]{5,60}[\dXx](?![A-Za-z0-9])/gu
const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

// GB 11643: the last character is a check sum of the seventeen before it, and seven to fourteen are a date.
const isIdentityNumber = (text: string): boolean => {
  if (!/^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/u.test(text)) return false
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text[i]), 0)
  return "10X98765432"[sum % 11] === text[17]?.toUpperCase()
}

// Luhn's check sum, which the numbers of payment cards pass.
const isBankCard = (digits: string): boolean => {
  if (!/^(?:62|4|5[1-5]|35|37)\d{13,17}$/u.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 1 : 2)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

const sortOf = (run: string): Trace | undefined => {
  const digits = run.replaceAll(/[\s()-]/gu, "").replace(/^\+?86(?=1[3-9]\d{9}$)/u, "")
  if (/^1[3-9]\d{9}$/u.test(digits)) return "mobile"
  if (isIdentityNumber(digits)) return "identityNumber"
  if (isBankCard(digits)) return "bankCard"
  return /^0\d{2,3}-?\d{7,8}$/u.test(run.replaceAll(/[\s()]/gu, "")) ? "landline" : undefined
}

/**
 * The sorts of personal data a free text seems to hold: numbers and addresses that lead to one person.
 *
 * Shape: each sort once, in order of appearance; none for years, room numbers, amounts and other codes. Names cannot be
 * told from other words and are not looked for.
 * Source: domain 2.8; personal data never enters events.
 *
 * ```ts
 * PersonalData.traces("请致电 138 0000 5678") // => ["mobile"]
 * PersonalData.traces("2022年在1201室有25家企业") // => []
 * ```
 */
export const traces = (text: string): ReadonlyArray<Trace> => {
  const plain = text.normalize("NFKC")
  // A run may be one number in groups, or several numbers beside each other.
  const numbers = [...plain.matchAll(grouped)].flatMap(([run]) => {
    const whole = sortOf(run)
    return whole === undefined ? run.split(/\s+/u).flatMap((part) => sortOf(part) ?? []) : [whole]
  })
  return [...new Set<Trace>(address.test(plain) ? [...numbers, "email"] : numbers)]
}
