import { describe, expect, it } from "vitest"
import { CityFolder, Report } from "../src/index.ts"
import { bytes } from "./folder.ts"

const city = bytes('{ "tenant": "china", "profile": "divisions", "since": "2023-06-30" }')

/** Townships with a hundred villages each; the villages first. */
const table = (townships: number): Uint8Array => {
  const lines = ["编号,类型,名称,所在"]
  for (let t = 0; t < townships; t++) {
    for (let v = 0; v < 100; v++) lines.push(`v-${t}-${v},village,示例村${v},t-${t}`)
    lines.push(`t-${t},township,示例镇${t},p-1`)
  }
  return bytes([...lines, "p-1,province,示例省,", ""].join("\n"))
}

describe("scale", () => {
  it("reads 101,001 rows, subordinates before superiors, into as many commands in a workable order", () => {
    const report = CityFolder.read(
      new Map([
        ["city.json", city],
        ["units.csv", table(1_000)]
      ])
    )
    expect(report.findings).toEqual([])
    expect(Report.isSound(report)).toBe(true)
    expect(report.steps).toHaveLength(101_001)
    const places = new Map(report.steps.map(({ command }, i) => ["unit" in command ? command.unit : "", i]))
    const early = report.steps.filter(
      ({ command }, i) => command._tag === "EstablishUnit" && (places.get(command.within ?? ("" as never)) ?? -1) > i
    )
    expect(early).toEqual([])
  }, 30_000)

  it("counts every error of a large table and keeps a thousand", () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => `u-${i},village,=${i},t-${i}`)
    const report = CityFolder.read(
      new Map([
        ["city.json", city],
        ["units.csv", bytes(["编号,类型,名称,所在", ...rows, ""].join("\n"))]
      ])
    )
    expect([report.errors, report.findings.length, report.steps.length]).toEqual([10_000, 1_000, 0])
  }, 30_000)
})
