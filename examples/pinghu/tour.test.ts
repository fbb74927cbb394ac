import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { run } from "@louyu/cli"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { suggestions, tour } from "./tour.ts"

const cwd = fileURLToPath(new URL("../..", import.meta.url))
const folder = "examples/pinghu/city"
const width = (text: string): number =>
  [...text].reduce((sum, one) => sum + (/[\p{Script=Han}，。：（）、“”]/u.test(one) ? 2 : 1), 0)

describe("the main job", () => {
  let place = ""
  let store = ""
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), "louyu-tour-"))
    store = relative(cwd, join(place, "pinghu.db"))
  })
  afterAll(() => rmSync(place, { recursive: true, force: true }))

  const take = async (language: "zh" | "en") => {
    const lines: Array<string> = []
    const write = (text: string) => void lines.push(...text.split("\n"))
    const warnings: Array<string> = []
    const code = await tour({ cwd, folder, store, language, write, warn: (text) => warnings.push(text) })
    // What would be shown of a store at its usual place.
    return { code, warnings, lines: lines.map((line) => line.replaceAll(store, "out/pinghu.db")) }
  }

  // What it tells of a store that is loaded; it is the same however often it is asked.
  const told = new Map<string, ReturnType<typeof take>>()
  const hear = (language: "zh" | "en") => {
    const known = told.get(language) ?? take(language)
    told.set(language, known)
    return known
  }

  it("loads the city, draws it, asks two days and shows three notifications, in fewer than ninety lines, in either language", async () => {
    for (const language of ["en", "zh"] as const) {
      const { code, warnings, lines } = await take(language)
      expect(warnings).toEqual([])
      expect(code).toBe(0)
      expect(lines.length).toBeLessThan(90)
      expect(lines.filter((line) => width(line) > 100)).toEqual([])
    }
  })

  it("P-08 P-09 P-11 P-17 tells the published figures of the last day, and those of the day before there was a committee", async () => {
    const { lines } = await hear("en")
    const row = (name: string) =>
      lines
        .find((line) => line.trimStart().startsWith(name))
        ?.trim()
        .split(/ {2,}/u)
        .slice(1)
    expect(row("pattern")).toEqual(["1+X", "1+X", "1+5+30"])
    expect(row("levels")).toEqual(["3", "3"])
    expect(row("effective coverage")).toEqual(["0/84", "0.0 %", "30/120", "25.0 %"])
    expect(
      lines.filter((line) => line.includes("30 × Party branch") || line.includes("28 × Party branch"))
    ).toHaveLength(1)
    expect(lines.find((line) => line.includes("19 × Party branch"))).toBeDefined()
  })

  it("P-06 R2-11 tells who answers in a building, and how a matter passes a vacant chair, in either language", async () => {
    const section = async (language: "zh" | "en", head: string) => {
      const { lines } = await hear(language)
      const at = lines.findIndex((line) => line.startsWith(head))
      return lines.slice(at + 1, at + 4).map((line) => line.trim())
    }
    const [first, second, way] = await section("en", "Who answers at Example Tower 9")
    expect(`${first} · ${second}`.split(" · ")).toHaveLength(6)
    expect(first).toContain("Party-mass guide vacant")
    expect(way).toBe('a matter of "party": Party-mass guide (vacant) → building chief (leads overall) → p-009')
    expect((await section("zh", "示例大厦九"))[2]).toBe("“party”类事项：党群指导员（空缺） → 楼长（总负责） → p-009")
  })

  it("P-23 R3-12 tells how many needs are met, and why one offer fits: the points of the reasons come to the score", async () => {
    for (const [language, head] of [
      ["en", "The three lists on"],
      ["zh", "2022-12-31 三张清单"]
    ] as const) {
      const { lines } = await hear(language)
      const at = lines.findIndex((line) => line.startsWith(head))
      expect(lines[at]?.match(/\d+/gu)?.map(Number).slice(3, 6)).toEqual([32, 10, 18])
      const [, score, sum] = lines[at + 2]?.match(/(\d+) ?(?:分|points) = (.*)$/u) ?? []
      const points = sum?.match(/\d+/gu)?.map(Number) ?? []
      expect(points).toHaveLength(7)
      expect(points.reduce((all, one) => all + one, 0)).toBe(Number(score))
    }
  })

  it("P-17 P-19 P-24 tells which stations are open in the noon hour, who is on duty, and what was done together", async () => {
    for (const [language, head, figures] of [
      ["en", "Where service happens on 2022-12-28 12:30", ["16 of 16", "Example Department 16", "Noon hour 4"]],
      ["zh", "2022-12-28 12:30 服务在哪里", ["16 个站点中 16 个开放", "示例部门十六", "午间一小时 4"]]
    ] as const) {
      const { lines } = await hear(language)
      const at = lines.findIndex((line) => line.startsWith(head))
      for (const [n, figure] of figures.entries()) expect(lines[at + n]).toContain(figure)
    }
  })

  it("G-10 P-27 tells what became of a year of matters, and what a morning began with", async () => {
    for (const [language, head, rate] of [
      ["en", "A generated year (2024", "3,860 accepted, 3,856 closed: 99.9 %"],
      ["zh", "生成的一年（2024", "受理 3,860 件，办结 3,856 件，办结率 99.9 %"]
    ] as const) {
      const { lines } = await hear(language)
      const at = lines.findIndex((line) => line.startsWith(head))
      expect(lines[at]).toContain(rate)
      expect(lines[at + 1]?.match(/\d+\.\d %/gu)).toHaveLength(4)
      expect(lines[at + 3]).toContain("2024-06-12")
    }
  })

  it("R4-21 ends with three notifications of what happened last, and whom they reach", async () => {
    const { lines } = await hear("en")
    const at = lines.findIndex((line) => line.startsWith("$ louyu notify"))
    const shown = lines.slice(at + 1, lines.indexOf("", at))
    expect(shown[0]).toBe("3 notifications would go out")
    expect(shown.filter((line) => line.startsWith("["))).toHaveLength(3)
    expect(shown.filter((line) => /^ {2}to p-\d{3}$/u.test(line)).length).toBeGreaterThan(0)
  })

  it("changes nothing the second time, and says so", async () => {
    const { lines } = await take("en")
    expect(lines.join("\n")).toContain("nothing changed")
  })

  it("ends with the code of what went wrong, and says what to do", async () => {
    const lines: Array<string> = []
    const warnings: Array<string> = []
    const code = await tour({
      cwd,
      folder: "examples/nowhere",
      store,
      language: "en",
      write: (text) => void lines.push(text),
      warn: (text) => void warnings.push(text)
    })
    expect(code).toBe(3)
    expect(warnings.join("")).toContain("There is no examples/nowhere")
    expect(lines.at(-1)).toContain("start again")
  })

  it("suggests commands that work", async () => {
    await take("en")
    for (const line of suggestions({ folder, store })) {
      const [program, ...argv] = line.split(" ")
      expect(program).toBe("louyu")
      let [out, err] = ["", ""]
      const sink = (write: (text: string) => void) => ({ write, isTerminal: false, columns: 100 })
      const code = await run(argv, {
        stdout: sink((text) => {
          out += text
        }),
        stderr: sink((text) => {
          err += text
        }),
        env: {},
        cwd,
        now: Date.now,
        signal: new AbortController().signal
      })
      expect([line, code, err]).toEqual([line, 0, ""])
      expect(out).not.toBe("")
    }
  })
})
