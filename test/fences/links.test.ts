import { existsSync, readFileSync } from "node:fs"
import { basename, dirname, resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { files, root } from "../scripts/typescriptProgram.ts"
import { inMarkdown } from "./Fence.ts"

const documents = files(["*.md", "packages/*/*.md", "examples/**/*.md", "docs/**/*.md", ".changeset/README.md"])

const prose = (path: string): string => readFileSync(path, "utf8").replace(/^```[\s\S]*?^```$/gmu, "")
const links = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, target]) => target ?? "")

/** The anchors that headings give, as code hosts make them. */
const anchors = (path: string): ReadonlyArray<string> =>
  [...prose(path).matchAll(/^#+ (.+)$/gmu)].map(([, heading]) =>
    (heading ?? "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-")
  )

const isBroken = (from: string, link: string): boolean => {
  if (/^[a-z]+:/u.test(link)) return false
  const [path = "", anchor] = link.split("#")
  const target = path === "" ? from : resolve(dirname(from), decodeURIComponent(path))
  return !existsSync(target) || (anchor !== undefined && !anchors(target).includes(anchor))
}

describe("a document", () => {
  it("links only to what exists", () => {
    const all = documents.flatMap((from) => links(prose(from)).map((link) => ({ from, link })))
    expect(all.length).toBeGreaterThan(30)
    expect(all.filter(({ from, link }) => isBroken(from, link))).toEqual([])
  })

  it("is known to be broken when it links to nothing", () => {
    const from = `${root}/README.md`
    expect(isBroken(from, "docs/nowhere.md")).toBe(true)
    expect(isBroken(from, "CONTRIBUTING.md#nowhere")).toBe(true)
    expect(isBroken(from, "CONTRIBUTING.md#setting-up")).toBe(false)
  })

  it("of the guide stands in both languages, with the same examples", () => {
    const shape = (language: string) =>
      files(`docs/${language}/*.md`).map((path) => ({
        page: basename(path),
        fences: inMarkdown(readFileSync(path, "utf8"), path).map(({ marks, code }) => ({
          marks,
          lines: code.split("\n").length
        }))
      }))
    expect(shape("en").length).toBeGreaterThan(3)
    expect(shape("zh")).toEqual(shape("en"))
  })
})
