import { Count } from "@louyu/kernel"
import { describe, expect, it } from "vitest"
import * as FigureText from "../src/FigureText.ts"
import { amount, published, rate } from "./figureScene.ts"

describe("a figure as text", () => {
  it("says shares in percent, money in its large units, and how exactly it is known", () => {
    const both = (figure: Parameters<typeof FigureText.figure>[0]) => [
      FigureText.figure(figure, "zh"),
      FigureText.figure(figure, "en")
    ]
    expect(both(rate("closureRate", 3857, 3860))).toEqual(["99.92%", "99.92%"])
    expect(both(amount("revenue", 1_552_700_000_000))).toEqual(["155.27亿元", "CNY 15.53 billion"])
    expect(both(rate("taxPerArea", 130_000_000_000, 335_000))).toEqual(["3,880.6元/平方米", "3,880.6 yuan/m²"])
    expect(both(rate("staffPerEnterprise", Count.exact(22_000), Count.atLeast(400)))).toEqual(["近55", "nearly 55"])
    expect(both(amount("floorArea", 335_000))).toEqual(["335,000平方米", "335,000 m²"])
    expect(both(rate("closureRate", 0, 0))).toEqual(["–", "–"])
  })

  it("says what was published with the decimals it was printed with", () => {
    const said = published("p", "taxGrowth", Count.exact(30), "percent", { decimals: 1, fall: true })
    expect(FigureText.printed(said.printed, "zh")).toBe("-3.0%")
    const tax = published("p", "tax", Count.atLeast(13), "hundredMillionYuan")
    expect(FigureText.printed(tax.printed, "en")).toBe("at least 13 × 100 million yuan")
  })
})
