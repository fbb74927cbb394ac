import { cpSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { folder } from "./support/prospects.ts"
import { Workshop } from "./support/shell.ts"

interface Found {
  readonly file: string
  readonly row: number
  readonly column?: string
  readonly code: string
  readonly text: { readonly zh: string; readonly en: string }
}

/** Something somebody writes into a file: instead of what stands there, or at its end. */
interface Slip {
  readonly file: string
  readonly instead?: string
  readonly written: string
}

/** A copy of the folder of prospects with something written into it. */
const copied = (shop: Workshop, { file, instead, written }: Slip): void => {
  const copy = join(shop.folder, "prospects")
  cpSync(folder, copy, { recursive: true })
  const text = readFileSync(join(copy, file), "utf8")
  if (instead !== undefined && !text.includes(instead)) throw new Error(`${file} does not hold ${instead}`)
  writeFileSync(join(copy, file), instead === undefined ? `${text}${written}\n` : text.replace(instead, written))
}

const check = async (slip: Slip) => {
  using shop = new Workshop()
  copied(shop, slip)
  const { code, out } = await shop.run(["check", "prospects", "--json"])
  const findings: ReadonlyArray<Found> = JSON.parse(out).findings
  return { code, findings }
}

const steps = (written: string, instead?: string): Slip =>
  instead === undefined ? { file: "prospect-steps.csv", written } : { file: "prospect-steps.csv", written, instead }
const stays = (written: string): Slip => ({ file: "stays.csv", written })

const slips: ReadonlyArray<readonly [name: string, slip: Slip, place: string, code: string]> = [
  [
    "R4-20 H-25 a move the pipeline does not allow",
    steps("c6,2026-11-20,推进,签约,,,contract,"),
    "prospect-steps.csv 17",
    "recruitment/MoveNotAllowed"
  ],
  [
    "R4-20 H-25 a stage without the paper it asks for",
    steps("c8,2026-11-20,推进,签约,,,,"),
    "prospect-steps.csv 17",
    "recruitment/EvidenceMissing"
  ],
  [
    "R4-20 R4-8 a prospect let go without saying why",
    steps("c7,2026-11-20,退出,,流失,,,"),
    "prospect-steps.csv 17 reason",
    "recruitment/ExitReasonMissing"
  ],
  [
    "R4-20 a way out that is not open yet",
    steps("c7,2026-11-20,退出,,迁出,停业,,"),
    "prospect-steps.csv 17",
    "recruitment/ExitNotAllowed"
  ],
  [
    "R4-20 a prospect nobody entered",
    steps("c99,2026-11-20,恢复,,,,,"),
    "prospect-steps.csv 17",
    "recruitment/NotFound"
  ],
  [
    "R4-20 R4-4 a talk that is still to come",
    { file: "contacts.csv", written: "k9,c8,电话,2026-11-30,2026-11-20,p-4,," },
    "contacts.csv 4 at",
    "recruitment/ContactInFuture"
  ],
  [
    "R4-20 R4-9 a firm that is there already, under another number",
    { file: "prospects.csv", written: "c9,招商,示例 来客八,,,展会,2026-11-18,,b1,,,,,," },
    "prospects.csv 11",
    "recruitment/ProspectDuplicate"
  ],
  [
    "R4-20 R4-6 one more than somebody has room for",
    { file: "prospects.csv", written: "c9,招商,示例来客九,,,展会,2026-11-18,,b1,,,p-4,,," },
    "prospects.csv 11",
    "recruitment/LiaisonUnavailable"
  ],
  [
    "R4-20 R4-18 more seats than there are",
    stays("s6,hub,,e1,30,,2026-11-02,,,,,,"),
    "stays.csv 7",
    "recruitment/OfficeFull"
  ],
  [
    "R4-20 R4-18 a stay that overlaps another one of the same firm",
    stays("s6,hub,,e2,2,,2026-11-02,,,,,,"),
    "stays.csv 7",
    "recruitment/StayOverlaps"
  ],
  [
    "R4-20 R4-18 an end beyond the term",
    stays("s6,hub,,e1,2,,2026-06-01,,,,2026-10-01,离开,"),
    "stays.csv 7",
    "recruitment/TermExceeded"
  ]
]

describe("a folder of prospects with a slip gets a typed error at its row, in both languages", () => {
  it.each(slips)("%s", async (_, slip, place, expected) => {
    const { code, findings } = await check(slip)
    expect(code).toBe(1)
    const at = findings.map(({ file, row, column }) =>
      [file, row, column].filter((part) => part !== undefined).join(" ")
    )
    expect(findings.map((found, i) => `${at[i]} ${found.code}`)).toContain(`${place} ${expected}`)
    for (const { text } of findings) {
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/u)
      expect(`${text.zh}${text.en}`).not.toMatch(/undefined|\[object/u)
    }
  })

  it("and none without", async () => {
    const { code, findings } = await check({ file: "stays.csv", instead: "s1,", written: "s1," })
    expect([code, findings]).toEqual([0, []])
  })
})

describe("louyu load", () => {
  it("R4-20 enters prospects and stays once, however often the folder is loaded", async () => {
    using shop = new Workshop()
    copied(shop, { file: "stays.csv", instead: "s1,", written: "s1," })
    const load = ["load", "prospects", "--store", "sqlite:store.db", "--json"]
    const recorded = async () => JSON.parse((await shop.run(load)).out)
    const [first, second] = [await recorded(), await recorded()]
    expect(first.events).toBeGreaterThan(0)
    expect(second.events).toBe(0)
    const { out } = await shop.run(["funnel", "--store", "sqlite:store.db", "--json"])
    expect(JSON.parse(out)).toMatchObject({ population: 8, won: 2, lost: 2 })
  })

  it("R4-9 R4-20 what is entered later goes on from what the store holds", async () => {
    using shop = new Workshop()
    copied(shop, { file: "stays.csv", instead: "s1,", written: "s1," })
    await shop.run(["load", "prospects", "--store", "sqlite:store.db"])
    copied(shop, steps("c8,2026-11-20,推进,签约,,,contract,"))
    const { code, out } = await shop.run(["load", "prospects", "--store", "sqlite:store.db", "--json"])
    expect([code, JSON.parse(out).events]).toEqual([0, 1])
  })

  it("R4-20 refuses at its row what is told of a day before what the store holds", async () => {
    using shop = new Workshop()
    copied(shop, { file: "stays.csv", instead: "s1,", written: "s1," })
    await shop.run(["load", "prospects", "--store", "sqlite:store.db"])
    copied(shop, steps("c8,2026-10-20,退回,线索,,再看看,,"))
    const { code, out } = await shop.run(["load", "prospects", "--store", "sqlite:store.db", "--json"])
    const [found]: ReadonlyArray<Found> = JSON.parse(out).findings
    expect([code, found]).toMatchObject([1, { file: "prospect-steps.csv", row: 17, code: "recruitment/OutOfOrder" }])
  })
})
