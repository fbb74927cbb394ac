import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { CivilDate, Identifier } from "@louyu/kernel"
import { Figure, View } from "@louyu/organisation"
import { SqliteStore } from "@louyu/store-sqlite"
import { openCity } from "louyu"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { louyu } from "./shell.ts"

// What a clerk types into a spreadsheet: Chinese headings, a date with slashes, kinds by their Chinese names.
const units = `编号,类型,名称,上级,所在,起始日期
qh,市,清河市,,,2020/1/1
xh,街道,西湖街道,,qh,2020/1/1
xh-dw,街道党委,西湖街道党委,,xh,2020/1/1
ytd,楼宇,云天大厦,,xh,2020/1/1
hyd,楼宇,海悦大厦,,xh,2020/1/1
q1,企业,示例一号公司,,ytd,2020/3/1
q2,企业,示例二号公司,,ytd,2020/3/1
`
const branches = `编号,类型,名称,上级,所在,组建方式,企业,正式党员,预备党员,起始日期
zb,党支部,云天联合党支部,xh-dw,ytd,联建,q1;q2,4,1,2021/7/1
`

// "编号,类型\nqh,市\n" in GB18030, as some spreadsheets save it.
const gb18030 = Uint8Array.from([
  0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xb1, 0xf0, 0xc3, 0xfb, 0x2c, 0xd6, 0xd6, 0xc0, 0xe0, 0x2c, 0xc6, 0xf0, 0xca, 0xbc,
  0xc8, 0xd5, 0xc6, 0xda, 0x0a, 0x79, 0x74, 0x64, 0x2c, 0xd4, 0xc6, 0xcc, 0xec, 0x2c, 0xbc, 0xf2, 0xb3, 0xc6, 0x2c,
  0x32, 0x30, 0x32, 0x30, 0x2f, 0x31, 0x2f, 0x31, 0x0a
])

describe("a district gets its first city", () => {
  let place = ""
  let file = ""
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), "louyu-story-"))
    file = join(place, "qinghe.db")
  })
  afterAll(() => rmSync(place, { recursive: true, force: true }))
  const unit = Identifier.UnitId.make
  const day = CivilDate.make

  it("a clerk fills in spreadsheets and is shown each mistake at its cell", async () => {
    expect(await louyu(place, "init qinghe --profile pinghu")).toMatchObject({ code: 0, err: "" })
    writeFileSync(
      join(place, "qinghe", "units.csv"),
      units.replace("街道党委,西湖街道党委,,xh", "街道党委,西湖街道党委,,xihu")
    )
    writeFileSync(join(place, "qinghe", "branches.csv"), branches)
    writeFileSync(join(place, "qinghe", "aliases.csv"), gb18030)
    const wrong = await louyu(place, "check qinghe")
    expect(wrong.code).toBe(1)
    expect(wrong.out).toContain("units.csv 第 4 行 “所在”列")
    writeFileSync(join(place, "qinghe", "units.csv"), units)
    expect(await louyu(place, "check qinghe")).toMatchObject({ code: 0, out: expect.stringContaining("0 处错误") })
  })

  it("R1-16 loads them, and draws what they say", async () => {
    expect(await louyu(place, "load qinghe --store sqlite:qinghe.db")).toMatchObject({ code: 0, err: "" })
    const tree = await louyu(place, "tree --store sqlite:qinghe.db --line location")
    expect(tree.out).toContain("├─ 云天大厦 (楼宇 ytd)")
    const found = await louyu(place, "search 雲天 --store sqlite:qinghe.db")
    expect(found.out).toContain("云天大厦 (楼宇 ytd)")
  })

  it("an application opens the same store and records a move; the shell sees it, on every date", async () => {
    await using city = await openCity({ tenant: "qinghe", store: SqliteStore.layer({ file }) })
    const seen = await city.organisation.version()
    const move = { _tag: "RelocateUnit", unit: "q2", within: "hyd", from: "2026-06-01" }
    const receipt = await city.dispatchUnknown(move, {
      actor: "clerk-7",
      expectedVersion: seen,
      correlation: "visit-12"
    })
    expect(receipt.version).toBe(seen + 1)
    const diff = await louyu(place, "diff --store sqlite:qinghe.db --from 2026-05-31 --to 2026-06-01")
    expect(diff.out).toContain("ytd → hyd")
    const before = await louyu(place, "path q2 --store sqlite:qinghe.db --on 2026-05-31")
    expect(before.out).toContain("云天大厦 (楼宇 ytd)")
    const { entries } = await city.history({ limit: 1_000 })
    expect(entries.at(-1)).toMatchObject({
      actor: "clerk-7",
      correlation: "visit-12",
      event: { _tag: "UnitRelocated", unit: "q2", within: "hyd" }
    })
    expect(entries[0]).toMatchObject({ actor: "louyu-cli", event: { _tag: "ProfileAdopted" } })
  })

  it("loading the spreadsheets again neither repeats them nor takes back what was recorded since", async () => {
    const again = await louyu(place, "load qinghe --store sqlite:qinghe.db --json")
    expect(JSON.parse(again.out)).toMatchObject({ events: 0, errors: 0 })
    const path = await louyu(place, "path q2 --store sqlite:qinghe.db")
    expect(path.out).toContain("海悦大厦 (楼宇 hyd)")
  })

  it("R1-19 two applications at once: a look that is out of date records nothing, a fresh one does", async () => {
    const store = SqliteStore.layer({ file })
    await using one = await openCity({ tenant: "qinghe", store })
    await using two = await openCity({ tenant: "qinghe", store })
    const expectedVersion = await one.organisation.version()
    const rename = (name: string) => ({ _tag: "RenameUnit", unit: "hyd", name: { zh: name }, from: "2026-09-01" })
    await one.dispatchUnknown(rename("海悦中心"), { actor: "clerk-1", expectedVersion })
    await expect(two.dispatchUnknown(rename("海悦广场"), { actor: "clerk-2", expectedVersion })).rejects.toMatchObject({
      code: "ports/VersionConflict",
      expected: expectedVersion,
      actual: expectedVersion + 1
    })
    expect(await two.catchUp()).toBe(0)
    const label = (view: View.View) => View.label(view, unit("hyd")).zh
    expect(label(await two.organisation.on(day("2026-09-01")))).toBe("海悦中心")
    const fresh = await two.organisation.version()
    await two.dispatchUnknown(rename("海悦广场"), { actor: "clerk-2", expectedVersion: fresh })
    expect(label(await one.organisation.on(day("2026-09-01")))).toBe("海悦中心")
    expect(await one.catchUp()).toBe(1)
    expect(label(await one.organisation.on(day("2026-09-01")))).toBe("海悦广场")
  })

  it("R1-18 a second district in the same file shares nothing with the first", async () => {
    writeFileSync(join(place, "qinghe", "city.json"), '{ "tenant": "donghu", "profile": "pinghu" }')
    expect(await louyu(place, "load qinghe --store sqlite:qinghe.db")).toMatchObject({ code: 0, err: "" })
    await using second = await openCity({ tenant: "donghu", store: SqliteStore.layer({ file }) })
    const view = await second.organisation.on(day("2026-10-01"))
    expect(View.superior(view, "location", unit("q2"))).toBe("ytd")
    expect(View.label(view, unit("hyd")).zh).toBe("海悦大厦")
    expect(Figure.members(view, unit("xh-dw"))).toEqual({ full: 4, probationary: 1 })
    const asked = await louyu(place, "path q2 --store sqlite:qinghe.db")
    expect(asked).toMatchObject({ code: 2, err: expect.stringContaining("donghu、qinghe") })
    const named = await louyu(place, "path q2 --store sqlite:qinghe.db --tenant qinghe")
    expect(named.out).toContain("海悦广场")
  })
})
