import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Decoding from "../src/Decoding.ts"
import { bytes } from "./folder.ts"
import * as Gb18030 from "./gb18030.ts"

const han = fc.string({
  unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((c) => String.fromCharCode(c)),
  minLength: 8
})

describe("Decoding.decode", () => {
  it("reads UTF-8 with and without byte order mark", () => {
    expect(Decoding.decode(bytes("楼宇"))).toEqual(Result.succeed("楼宇"))
    expect(Decoding.decode(bytes("\uFEFF楼宇"))).toEqual(Result.succeed("楼宇"))
  })

  it("reads GB18030, also its codes of four bytes", () => {
    expect(Decoding.decode(Gb18030.encode("编号,名称\nb-1,总商会大厦\n"))).toEqual(
      Result.succeed("编号,名称\nb-1,总商会大厦\n")
    )
    expect(Decoding.decode(new Uint8Array([0xc2, 0xa5, 0x95, 0x32, 0x82, 0x36]))).toEqual(Result.succeed("楼𠀀"))
  })

  it.each([
    [[0xff, 0xfe, 0x41, 0x00], "EncodingUnsupported"],
    [[0xfe, 0xff, 0x00, 0x41], "EncodingUnsupported"],
    [[0xef, 0xbb, 0xbf, 0xff, 0xff], "EncodingBroken"],
    [[0xff, 0xff, 0xff], "EncodingBroken"],
    [[0x81, 0x20], "EncodingBroken"]
  ])("refuses other bytes: %j", (all, tag) => {
    expect(Result.getOrThrow(Result.flip(Decoding.decode(new Uint8Array(all))))._tag).toBe(tag)
  })

  it("reads every Chinese text in UTF-8 and in GB18030", () => {
    fc.assert(
      fc.property(han, (text) => {
        expect(Decoding.decode(bytes(text))).toEqual(Result.succeed(text))
        expect(Decoding.decode(Gb18030.encode(text))).toEqual(Result.succeed(text))
      }),
      { numRuns: 300 }
    )
  })

  it("never takes UTF-8 that was cut off or damaged for GB18030", () => {
    fc.assert(
      fc.property(han, fc.integer({ min: 1, max: 2 }), fc.nat(), (text, cut, at) => {
        const whole = bytes(text)
        expect(Result.isFailure(Decoding.decode(whole.slice(0, whole.length - cut)))).toBe(true)
        const damaged = whole.slice()
        damaged[at % damaged.length] = 0xff
        expect(Result.isFailure(Decoding.decode(damaged))).toBe(true)
      }),
      { numRuns: 300 }
    )
  })
})
