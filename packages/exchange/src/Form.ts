import { CivilDate, type Problem, type Text } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Context } from "./Context.ts"
import {
  CellMissing,
  CellTooLong,
  ChoiceUnknown,
  IdInvalid,
  ListJoined,
  ListRepeats,
  NumberInvalid
} from "./ExchangeError.ts"
import * as Vocabulary from "./Vocabulary.ts"

/** What a cell came to, or why it cannot stand. */
export type Reading<A> = Result.Result<A, Problem.Problem>

/**
 * What may stand in a cell and what it means. An empty cell is never read.
 *
 * Shape: `names` is how the documentation calls it; `doubts` finds what is worth a warning in a cell that can
 * be read.
 */
export interface Form<A> {
  readonly names: Text.Both
  readonly read: (cell: string, context: Context) => Reading<A>
  readonly doubts?: (cell: string) => ReadonlyArray<Problem.Problem>
}

/** Text of one line, up to a number of characters. */
export const label = (limit = 200): Form<string> => ({
  names: { zh: `文字（不超过 ${limit} 字）`, en: `text of at most ${limit} characters` },
  read: (cell) =>
    cell.length > limit ? Result.fail(new CellTooLong({ length: cell.length, limit })) : Result.succeed(cell)
})

const idOf = <A extends string>(schema: Schema.Schema<A>, names: Text.Both): Form<A> => {
  const is = Schema.is(schema)
  return { names, read: (cell) => (is(cell) ? Result.succeed(cell) : Result.fail(new IdInvalid({}))) }
}

/** The id of something of the domain its schema belongs to. */
export const id = <A extends string>(schema: Schema.Schema<A>): Form<A> =>
  idOf(schema, {
    zh: "编号（字母、数字、汉字、点、横线、下划线，不超过 64 字）",
    en: "an id: up to 64 letters, digits, dots, hyphens and underscores"
  })

/** The id of something that is kept elsewhere. */
export const reference = <A extends string>(schema: Schema.Schema<A>): Form<A> =>
  idOf(schema, {
    zh: "别处所用的编号（字母、数字、汉字、点、横线、下划线、冒号，不超过 128 字）",
    en: "an id of elsewhere: up to 128 letters, digits, dots, hyphens, underscores and colons"
  })

// Spreadsheets add midnight to a day of a column in which any cell has a time.
const written = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:[T\s]+0?0:00(?::00)?)?$/u
const thousands = /^\d{1,3}(?:,\d{3}){1,2}$/u

/** A day as people and spreadsheets write it. */
export const date: Form<CivilDate.CivilDate> = {
  names: { zh: "日期，如 2026-03-01、2026/3/1、2026年3月1日", en: "a date: 2026-03-01, 2026/3/1 or 2026年3月1日" },
  read: (cell) => {
    if (CivilDate.is(cell)) return Result.succeed(cell)
    const [, year = "", month = "", day = ""] = written.exec(cell.normalize("NFKC")) ?? []
    const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
    return CivilDate.parse(year === "" ? cell : text)
  }
}

/** A whole number not below a minimum. */
export const count = (minimum = 0): Form<number> => ({
  names: { zh: `不小于 ${minimum} 的整数`, en: `a whole number not below ${minimum}` },
  read: (cell) => {
    const text = cell.normalize("NFKC")
    const digits = thousands.test(text) ? text.replaceAll(",", "") : text
    const value = /^\d{1,9}$/u.test(digits) ? Number(digits) : -1
    return value >= minimum ? Result.succeed(value) : Result.fail(new NumberInvalid({ minimum }))
  }
})

/** Per cent of a whole. */
export const percent: Form<number> = {
  names: { zh: "0 至 100 的整数", en: "a whole number from 0 to 100" },
  read: (cell, context) => {
    const wrong = new NumberInvalid({ minimum: 0, maximum: 100 })
    const digits = cell.normalize("NFKC").replace(/\s*%$/u, "")
    const read = Result.mapError(count().read(digits, context), () => wrong)
    return Result.flatMap(read, (value) => (value <= 100 ? Result.succeed(value) : Result.fail(wrong)))
  }
}

/** One of a few words, in either language. */
export const choice = <Id extends string>(vocabulary: Vocabulary.Vocabulary<Id>): Form<Id> => {
  const known = Vocabulary.names(vocabulary)
  return {
    names: {
      zh: `以下之一：${vocabulary.words.map(({ names }) => names.zh).join("、")}`,
      en: `one of: ${vocabulary.words.map(({ id }) => id).join(", ")}`
    },
    read: (cell) => {
      const found = vocabulary.find(cell)
      return found === undefined ? Result.fail(new ChoiceUnknown({ known })) : Result.succeed(found)
    }
  }
}

const separator = /[;；|]/u
const others = /[、，,]/u

// Items that would each be one by itself are several all the same; the mark between them may also belong to one.
const isJoined = (text: string, item: Form<unknown>, context: Context): boolean => {
  const parts = text.split(others).map((part) => part.trim())
  return parts.length > 1 && parts.every((part) => part !== "" && Result.isSuccess(item.read(part, context)))
}

/** Several of something, separated by semicolons; nothing twice. */
export const list = <A extends string>(item: Form<A>): Form<readonly [A, ...Array<A>]> => ({
  names: { zh: `${item.names.zh}；多项以分号分隔`, en: `${item.names.en}; several separated by semicolons` },
  read: (cell, context) => {
    const found: Array<A> = []
    for (const part of cell.split(separator)) {
      const text = part.trim()
      if (text === "") continue
      const read = item.read(text, context)
      if (Result.isFailure(read)) {
        return Result.fail(isJoined(text, item, context) ? new ListJoined({ item: text }) : read.failure)
      }
      if (found.includes(read.success)) return Result.fail(new ListRepeats({ item: text }))
      found.push(read.success)
    }
    const [first, ...others] = found
    return first === undefined ? Result.fail(new CellMissing({})) : Result.succeed([first, ...others])
  }
})
