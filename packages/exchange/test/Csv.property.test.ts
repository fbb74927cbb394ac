import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Csv } from "../src/index.ts"

const cell = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", " ", "a", "楼"), maxLength: 8 })
)
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }))

describe("Csv", () => {
  it("reads back every table it wrote", () => {
    fc.assert(
      fc.property(table, (records) => {
        expect(Csv.parse(Csv.write(records))).toEqual({ records })
      }),
      { numRuns: 500 }
    )
  })

  it("reads any text without throwing, up to the row where it is broken", () => {
    const text = fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a", "楼"), maxLength: 40 })
    fc.assert(
      fc.property(text, (input) => {
        const { records, broken } = Csv.parse(input)
        if (broken !== undefined) expect(broken.row).toBe(records.length + 1)
      }),
      { numRuns: 1000 }
    )
  })
})
