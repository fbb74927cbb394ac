import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Json from "../src/Json.ts"

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const noise = fc.string({ unit: fc.constantFrom(...'{}[]:,"\\0123-.eEtrufalsn \n\u0001'), maxLength: 14 })

describe("Json.parse", () => {
  it("reads what is JSON and nothing else", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), noise), (text) => {
        expect(Result.isSuccess(Json.parse(text))).toBe(isJson(text))
      }),
      { numRuns: 2000 }
    )
  })

  it("goes through the whole of a text that is JSON", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom("", " ", "\n"), (text, after) => {
        expect(Json.breakAt(text + after)).toBe(text.length + after.length)
      }),
      { numRuns: 500 }
    )
  })

  it("stops at the very character that does not belong", () => {
    fc.assert(
      fc.property(fc.json({ depthSize: "medium" }), fc.nat(), (text, seed) => {
        // Behind a mark outside any string: there a token begins, and § begins none.
        const marks = [...text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]/gu)].filter(([found]) => found.length === 1)
        const at = (marks[seed % Math.max(1, marks.length)]?.index ?? -1) + 1
        expect(Json.breakAt(`${text.slice(0, at)}§${text.slice(at)}`)).toBe(at)
      }),
      { numRuns: 500 }
    )
  })

  it("names row and character, counting from 1", () => {
    const failure = Result.getOrThrow(Result.flip(Json.parse('{\n  "tenant": "a"\n  "profile": "b"\n}')))
    expect(failure).toMatchObject({ row: 3, column: 3 })
  })

  it("finds the end of a very deep text", () => {
    expect(Result.isFailure(Json.parse("[".repeat(200_000)))).toBe(true)
  })
})
