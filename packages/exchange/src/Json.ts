import * as Result from "effect/Result"
import { JsonBroken } from "./ExchangeError.ts"

type Expected = "value" | "valueOrEnd" | "key" | "keyOrEnd" | "colon" | "commaOrEnd" | "nothing"

// A string holds anything but control characters, quotation marks and backslashes, and escapes of those.
const token =
  /[ \t\n\r]*(?:([{}[\],:])|("[ !#-[\]-\u{10FFFF}]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\u{10FFFF}]*)*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/uy
const blank = /[ \t\n\r]*/y

const expectsValue = (expected: Expected): boolean => expected === "value" || expected === "valueOrEnd"

/** What may follow a mark, or `undefined` when the mark may not stand here. `open` holds the brackets not yet closed. */
const afterMark = (mark: string, expected: Expected, open: Array<string>): Expected | undefined => {
  if (mark === "{" || mark === "[") {
    if (!expectsValue(expected)) return undefined
    open.push(mark)
    return mark === "{" ? "keyOrEnd" : "valueOrEnd"
  }
  const around = open.at(-1)
  if (mark === "}" || mark === "]") {
    const ends = expected === "commaOrEnd" || expected === (mark === "}" ? "keyOrEnd" : "valueOrEnd")
    if (!ends || around !== (mark === "}" ? "{" : "[")) return undefined
    open.pop()
    return open.length === 0 ? "nothing" : "commaOrEnd"
  }
  if (mark === ":") return expected === "colon" ? "value" : undefined
  return expected !== "commaOrEnd" ? undefined : around === "{" ? "key" : "value"
}

const afterWord = (isString: boolean, expected: Expected, depth: number): Expected | undefined => {
  if (expected === "key" || expected === "keyOrEnd") return isString ? "colon" : undefined
  return expectsValue(expected) ? (depth === 0 ? "nothing" : "commaOrEnd") : undefined
}

/** Where a text stops being JSON: the offset of the first character that cannot stand there. */
export const breakAt = (text: string): number => {
  const open: Array<string> = []
  let expected: Expected = "value"
  let at = 0
  for (;;) {
    blank.lastIndex = at
    blank.exec(text)
    const start = blank.lastIndex
    token.lastIndex = at
    const found: RegExpExecArray | null = expected === "nothing" ? null : token.exec(text)
    if (found === null) return start
    const mark: string | undefined = found[1]
    const next: Expected | undefined =
      mark === undefined ? afterWord(found[2] !== undefined, expected, open.length) : afterMark(mark, expected, open)
    if (next === undefined) return start
    expected = next
    at = token.lastIndex
  }
}

/**
 * Reads a text as JSON.
 *
 * Fails: `JsonBroken` with the row and character, both counting from 1, where the text stops being JSON.
 */
export const parse = (text: string): Result.Result<unknown, JsonBroken> => {
  try {
    return Result.succeed(JSON.parse(text))
  } catch {
    const before = text.slice(0, breakAt(text)).split("\n")
    return Result.fail(new JsonBroken({ row: before.length, column: (before.at(-1)?.length ?? 0) + 1 }))
  }
}
