import { GridCode, Text } from "@louyu/kernel"
import { Arbitrary } from "@louyu/kernel/testing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const value = Result.getOrThrow
const presets = [GridCode.basic14, GridCode.cell15, GridCode.professional20]

describe("GridCode", () => {
  it("knows schemes of 14, 15 and 20 digits", () => {
    expect(presets.map(GridCode.length)).toEqual([14, 15, 20])
    for (const scheme of presets) expect(Schema.decodeUnknownSync(GridCode.GridScheme)(scheme)).toEqual(scheme)
  })

  it("takes a code apart by the scheme's segments", () => {
    const code = value(GridCode.parse(GridCode.professional20, "010101 330482 001 002 00"))
    expect(GridCode.segments(GridCode.professional20, code).map(({ id, digits }) => [id, digits])).toEqual([
      ["objectClass", "010101"],
      ["division", "330482"],
      ["street", "001"],
      ["community", "002"],
      ["part", "00"]
    ])
    expect(GridCode.divisionOf(GridCode.professional20, code)).toBe("330482")
  })

  it("follows a scheme a city brings along, even one without a division", () => {
    const own: GridCode.GridScheme = {
      id: "own-5",
      names: Text.of("自编"),
      source: "invented",
      segments: [
        { id: "building", names: Text.of("楼号"), digits: 3 },
        { id: "serial", names: Text.of("序号"), digits: 2 }
      ]
    }
    const code = value(GridCode.parse(own, "01607"))
    expect(GridCode.segments(own, code).map(({ digits }) => digits)).toEqual(["016", "07"])
    expect(GridCode.divisionOf(own, code)).toBeUndefined()
  })

  it.each(["", "33048200100100", "3304820010010055", "33048200100100A"])(
    "refuses %j as a code of 15 digits",
    (text) => {
      expect(value(Result.flip(GridCode.parse(GridCode.cell15, text)))).toMatchObject({
        _tag: "GridCodeMalformed",
        scheme: "cell-15",
        expected: 15,
        length: text.length
      })
    }
  )

  it("puts the segments together to the code, under every scheme", () => {
    for (const scheme of presets) {
      fc.assert(
        fc.property(Arbitrary.gridCode(scheme), (code) => {
          expect(value(GridCode.parse(scheme, code.digits))).toEqual(code)
          const segments = GridCode.segments(scheme, code)
          expect(segments.map(({ digits }) => digits).join("")).toBe(code.digits)
          expect(segments.map(({ digits }) => digits.length)).toEqual(scheme.segments.map(({ digits }) => digits))
        })
      )
    }
  })
})
