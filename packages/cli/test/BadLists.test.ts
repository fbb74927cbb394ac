import { cpSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { folder } from "./support/lists.ts"
import { Workshop } from "./support/shell.ts"

interface Found {
  readonly file: string
  readonly row: number
  readonly column?: string
  readonly code: string
  readonly text: { readonly zh: string; readonly en: string }
}

interface Slip {
  readonly file: string
  /** What stands in the file, and what somebody writes instead; nothing for a row at the end. */
  readonly instead?: string
  readonly written: string
  readonly code: string
  readonly place: string
}

/** Checks the folder of lists with one slip in it. */
const check = async ({ file, instead, written }: Slip) => {
  using shop = new Workshop()
  const copy = join(shop.folder, "lists")
  cpSync(folder, copy, { recursive: true })
  const text = readFileSync(join(copy, file), "utf8")
  if (instead !== undefined && !text.includes(instead)) throw new Error(`${file} does not hold ${instead}`)
  writeFileSync(join(copy, file), instead === undefined ? `${text}${written}\n` : text.replace(instead, written))
  const { code, out } = await shop.run(["check", "lists", "--json"])
  const findings: ReadonlyArray<Found> = JSON.parse(out).findings
  return { code, findings }
}

const slips: ReadonlyArray<readonly [name: string, slip: Slip]> = [
  [
    "R3-5 a category the profile does not have",
    {
      file: "services.csv",
      instead: "community,dining,",
      written: "community,banquets,",
      code: "exchange/CategoryUnknown",
      place: "services.csv 2 category"
    }
  ],
  [
    "R3-3 eligibility that asks for a field nobody defined",
    {
      file: "services.csv",
      instead: "staff=..50",
      written: "turnover=..50",
      code: "matching/FieldUnknown",
      place: "services.csv 4 eligibility"
    }
  ],
  [
    "R3-4 a capacity below zero",
    {
      file: "offerings.csv",
      instead: "b1,60,",
      written: "b1,-60,",
      code: "exchange/NumberInvalid",
      place: "offerings.csv 2 capacity"
    }
  ],
  [
    "R3-2 a time of the week that ends before it begins",
    {
      file: "offerings.csv",
      instead: "1-5 11:30-13:00",
      written: "1-5 13:00-11:30",
      code: "exchange/WindowReversed",
      place: "offerings.csv 2 windows"
    }
  ],
  [
    "P-31 a code that a version of a list has twice",
    {
      file: "services.csv",
      instead: "S-02,潮汐停车位",
      written: "S-01,潮汐停车位",
      code: "matching/CodeRepeated",
      place: "services.csv 3 item"
    }
  ],
  [
    "R3-10 a match beyond what there is",
    {
      file: "resources.csv",
      instead: "shared,40,座",
      written: "shared,20,座",
      code: "matching/OverCapacity",
      place: "projects.csv 2"
    }
  ],
  [
    "R3-10 a match accepted beyond the capacity of an item",
    {
      file: "offerings.csv",
      instead: "b1,60,",
      written: "b1,19,",
      code: "matching/OverCapacity",
      place: "matches.csv 2"
    }
  ],
  [
    "R3-9 a match for more than is needed",
    {
      file: "matches.csv",
      instead: "b1,,20,",
      written: "b1,,31,",
      code: "matching/AmountExceeded",
      place: "matches.csv 2"
    }
  ],
  [
    "R3-14 a rating beyond its scale",
    {
      file: "matches.csv",
      instead: "20,5,2026-10-09",
      written: "20,6,2026-10-09",
      code: "matching/RatingOutOfScale",
      place: "matches.csv 2"
    }
  ],
  [
    "W-08 progress of more than all",
    {
      file: "projects.csv",
      instead: "40,2026-11-01",
      written: "140,2026-11-01",
      code: "exchange/NumberInvalid",
      place: "projects.csv 2 percent"
    }
  ],
  [
    "P-23 a need in two projects at once",
    {
      file: "projects.csv",
      instead: "b2,n6,",
      written: "b2,n5,",
      code: "matching/NeedInProject",
      place: "projects.csv 3"
    }
  ],
  [
    "R3-2 a wish for times that end before they begin",
    {
      file: "needs.csv",
      written: "n11,e1,停车,,车位,3,1,,1-5 18:00-08:00,,,2026-09-01",
      code: "exchange/WindowReversed",
      place: "needs.csv 12 windows"
    }
  ]
]

describe("a folder of lists with a slip gets a typed error at its row, in both languages", () => {
  it.each(slips)("%s", async (_, slip) => {
    const { code, findings } = await check(slip)
    expect(code).toBe(1)
    const [first] = findings
    expect(`${first?.file} ${first?.row}${first?.column === undefined ? "" : ` ${first.column}`}`).toBe(slip.place)
    expect(first?.code).toBe(slip.code)
    for (const { text } of findings) {
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/u)
      expect(text.en).toMatch(/^[\u0020-\u007e\u4e00-\u9fff“”]+$/u)
      expect(`${text.zh}${text.en}`).not.toMatch(/undefined|\[object/u)
    }
  })

  it("and none without", async () => {
    const { code, findings } = await check({ file: "needs.csv", instead: "n1,", written: "n1,", code: "", place: "" })
    expect([code, findings]).toEqual([0, []])
  })
})
