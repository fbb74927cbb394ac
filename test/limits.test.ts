import { readFileSync } from "node:fs"
import { notifierLaws, storeLaws } from "@louyu/ports/testing"
import { describe, expect, it } from "vitest"
import { adapters, page, suites, write } from "./scripts/limits.ts"

const all = suites()
const ids = (laws: ReadonlyArray<{ readonly id: string }>): ReadonlyArray<string> => laws.map(({ id }) => id)

describe("the page of what every adapter promises", () => {
  it("is up to date; else run node test/scripts/limits.ts", () => {
    expect(readFileSync(page, "utf8")).toBe(write(all))
  })

  it("has every adapter", () => {
    expect(adapters().length).toBeGreaterThan(8)
    expect([...new Set(all.map(({ folder }) => folder))].toSorted()).toEqual(adapters().toSorted())
  })

  it("has every law of the port in every suite, and a reason for each that is not promised", () => {
    for (const { folder, laws, name } of all) {
      expect([...laws.keys()], name).toEqual(ids(folder.startsWith("notify-") ? notifierLaws : storeLaws))
      for (const reason of laws.values()) expect(reason, name).not.toBe("")
    }
  })
})
