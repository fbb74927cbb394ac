import { Money } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as AboveScale from "../src/AboveScale.ts"

const judge = (code: string, fen: number | undefined) =>
  AboveScale.judge(
    AboveScale.common,
    { edition: "GB/T 4754-2017", code },
    fen === undefined ? undefined : Money.fen(fen)
  )

describe("above scale", () => {
  it.each([
    ["3911", 20_000_000],
    ["D", 20_000_000],
    ["5132", 20_000_000],
    ["5232", 5_000_000],
    ["6110", 2_000_000],
    ["62", 2_000_000],
    ["5437", 20_000_000],
    ["6513", 20_000_000],
    ["78", 20_000_000],
    ["84", 20_000_000],
    ["7264", 10_000_000],
    ["73", 10_000_000],
    ["83", 10_000_000],
    ["7020", 10_000_000],
    ["7030", 10_000_000],
    ["81", 5_000_000],
    ["88", 5_000_000],
    ["85", 5_000_000]
  ])("industry %s is above from a revenue of %d yuan on, itself included", (code, yuan) => {
    expect(judge(code, yuan * 100)._tag).toBe("above")
    expect(judge(code, yuan * 100 - 1)._tag).toBe("below")
    expect(judge(code, undefined)).toMatchObject({ _tag: "unknown", reason: "revenueMissing" })
  })

  it("is data: the thresholds decode as they are, and a code in two rows does not", () => {
    const decode = Schema.decodeUnknownResult(AboveScale.Thresholds)
    const { common } = AboveScale
    expect(Result.getOrThrow(decode(common))).toEqual(common)
    expect(Result.isFailure(decode({ ...common, rows: [...common.rows, common.rows[0]] }))).toBe(true)
  })

  it("is not known where no threshold is given, the code is too coarse, or the industry is not known", () => {
    expect(judge("66", 1e9)).toEqual({ _tag: "unknown", reason: "notCovered" })
    expect(judge("7010", 1e9)).toEqual({ _tag: "unknown", reason: "notCovered" })
    expect(judge("47", 1e9)).toEqual({ _tag: "unknown", reason: "notCovered" })
    expect(judge("F", 1e9)).toEqual({ _tag: "unknown", reason: "industryTooCoarse" })
    expect(AboveScale.judge(AboveScale.common, undefined, Money.zero)).toEqual({
      _tag: "unknown",
      reason: "industryMissing"
    })
  })
})
