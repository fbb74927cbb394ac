import type { Mask } from "./AccessPolicy.ts"

// Two-character surnames common enough to be met; a masked name that shows half of one would show a wrong surname.
const doubleSurnames = new Set(
  "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐".split(
    " "
  )
)

const stars = (count: number): string => "*".repeat(Math.max(1, count))
const lastFour = (digits: string): string => (digits.length > 7 ? digits.slice(-4) : "")

const name = (text: string): string => {
  const characters = [...text.trim()]
  const surname = doubleSurnames.has(characters.slice(0, 2).join("")) && characters.length > 2 ? 2 : 1
  return characters.length <= 1 ? "*" : characters.slice(0, surname).join("") + stars(characters.length - surname)
}

const mobile = (text: string): string => {
  const digits = text.replace(/\D/gu, "")
  // Landlines keep their last four digits only: area code and four digits together would say too much.
  return /^1[3-9]\d{9}$/u.test(digits) ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${lastFour(digits)}`
}

const email = (text: string): string => {
  const at = text.lastIndexOf("@")
  if (at < 1) return "***"
  return at === 1 ? `***${text.slice(at)}` : `${[...text][0]}***${text.slice(at)}`
}

const identity = (text: string): string =>
  text.length === 18 ? `${text.slice(0, 6)}********${text.slice(-4)}` : stars(text.length)

const masks: Readonly<Record<Mask, (text: string) => string>> = { name, mobile, email, identity, text: () => "***" }

/**
 * The masked form of a value: a surname and stars, `138****5678`, the first letter and the domain of an e-mail address.
 *
 * Shape: never the value itself, however short; cannot be turned back, and must not be stored or compared.
 * Source: domain 2.8, protocols I.
 *
 * ```ts
 * Masking.apply("mobile", "13812345678") // => "138****5678"
 * Masking.apply("name", "欧阳小明") // => "欧阳**"
 * ```
 */
export const apply = (mask: Mask, value: string): string => masks[mask](value)
