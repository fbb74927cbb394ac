import { readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { notifierLaws, storeLaws } from "@louyu/ports/testing"
import { describe, expect, it } from "vitest"

const adapters = dirname(fileURLToPath(import.meta.url))
const docs = join(adapters, "../../docs")

const pages = ["en", "zh"].flatMap((language) => [
  { path: `${language}/write-a-store.md`, example: "json-lines-store", laws: storeLaws },
  { path: `${language}/write-a-notifier.md`, example: "ntfy-notifier", laws: notifierLaws }
])

const withoutImports = (code: string): string => code.replace(/^import [\s\S]*?from ".*"\n/gmu, "").trim()

const sources = (example: string, which: RegExp): ReadonlyArray<string> =>
  readdirSync(join(adapters, example))
    .filter((name) => which.test(name))
    .map((name) => withoutImports(readFileSync(join(adapters, example, name), "utf8")))

const own = /^(?!.*\.test\.ts$)(?!appender|temporary|trial).*\.ts$/u

// A fence that compares or is not run is about using the example; every other is the example itself.
const shown = (page: string): ReadonlyArray<string> =>
  [...page.matchAll(/^```ts(?: continue)?\n([\s\S]*?)^```$/gmu)]
    .map(([, code]) => withoutImports(code ?? ""))
    .filter((code) => !code.includes("// =>"))

describe("a page about writing an adapter", () => {
  it.each(pages)("shows the code of its example, all of it and nothing else: $path", ({ example, path }) => {
    const fences = shown(readFileSync(join(docs, path), "utf8"))
    expect(fences.length).toBeGreaterThan(3)
    const files = sources(example, /(?<!test)\.ts$/u)
    expect(fences.filter((fence) => !files.some((file) => file.includes(fence)))).toEqual([])
    const all = sources(example, own).filter((file) => !/^export \* as/u.test(file))
    const text = fences.join("\n\n")
    expect(all.filter((file) => !text.includes(file))).toEqual([])
  })

  it.each(pages)("names laws that there are: $path", ({ laws, path }) => {
    const page = readFileSync(join(docs, path), "utf8")
    const named = page
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .flatMap((line) => [...(line.split("|")[3] ?? "").matchAll(/`([a-z]+(?:-[a-z]+)+)`/gu)].map(([, id]) => id ?? ""))
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((id) => !laws.some((law) => law.id === id))).toEqual([])
  })
})

describe("an example of an adapter", () => {
  it.each(["json-lines-store", "ntfy-notifier"])("has less than 200 lines of code, imports aside: %s", (example) => {
    const lines = sources(example, own)
      .join("\n")
      .split("\n")
      .filter((line) => !/^\s*(?:\/\/|\/?\*|$)/u.test(line))
    expect(lines.length).toBeGreaterThan(50)
    expect(lines.length).toBeLessThan(200)
  })
})
