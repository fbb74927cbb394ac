import { describe, expect, it } from "vitest"
import { base, found, read } from "./folder.ts"

const files = (one: string, other: string, distinct = "") => ({
  "units.csv": base,
  "pipelines.csv": "pipeline,from\ninvestment,2020-01-01\n",
  "prospects.csv": `prospect,pipeline,name,contact,source,on,distinct_from\np-1,investment,示例甲,c-1,visit,2022-01-10,\np-2,investment,示例乙,c-2,visit,2022-01-11,${distinct}\n`,
  "people.csv": `person,unit,name,mobile\nc-1,b-1,王示例,${one}\nc-2,b-1,李示例,${other}\n`
})

describe("contacts with one number", () => {
  it("R4-9 make two prospects look like one firm, however the number is written; the number itself is told nowhere", () => {
    const folder = files("13800005678", "+86 138 0000 5678")
    expect(found(folder)).toEqual(["warning prospects.csv 3 NumberShared"])
    expect(JSON.stringify(read(folder).findings)).not.toContain("5678")
  })

  it("R4-9 are no matter when the rows say that the firms are two, or when the numbers are", () => {
    expect(found(files("13800005678", "13800005678", "p-1"))).toEqual([])
    expect(found(files("13800005678", "13900001234"))).toEqual([])
    expect(found(files("", ""))).toEqual([])
  })
})
