import { readFileSync } from "node:fs"
import { Indicator, Indicators } from "@louyu/economy"
import { describe, expect, it } from "vitest"
import { root } from "../scripts/typescriptProgram.ts"

/** The rows of the tables of a document, without headings. */
const rowsOf = (document: string): ReadonlyArray<ReadonlyArray<string>> =>
  readFileSync(`${root}/${document}`, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split("|").slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()))
    .slice(2)

describe("the definitions of figures in the guide", () => {
  it.each(["en", "zh"] as const)("are those the indicators have, each of them: %s", (language) => {
    const quotients = Indicators.list.filter(({ kind }) => Indicator.isQuotient(kind))
    expect(quotients.length).toBeGreaterThan(10)
    expect(rowsOf(`docs/${language}/figures.md`)).toEqual(
      quotients.map(({ names, numerator, denominator }) => [
        names[language],
        numerator[language],
        denominator?.[language]
      ])
    )
  })
})
