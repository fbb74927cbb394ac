import { readdirSync } from "node:fs"
import { beforeAll, describe, expect, it } from "vitest"
import { root } from "../scripts/typescriptProgram.ts"
import { collect, examples } from "./collect.ts"
import { inDocComments, inMarkdown } from "./Fence.ts"
import { run, typeErrors, write } from "./run.ts"

describe("an example in a document", () => {
  const folder = `${root}/test/fences/out/examples`
  const fences = collect()
  const all = examples(fences, folder)
  let errors: ReturnType<typeof typeErrors>
  beforeAll(() => {
    write(all, folder)
    errors = typeErrors(all)
  })

  it("is found in doc comments and in documents", () => {
    expect(all.filter(({ fence }) => fence.file.endsWith(".ts")).length).toBeGreaterThan(5)
    expect(all.reduce((sum, { module }) => sum + (module instanceof Error ? 0 : module.checks), 0)).toBeGreaterThan(10)
  })

  it.each(all)("holds: $title", async (example) => {
    expect(errors.get(example.path) ?? []).toEqual([])
    await run(example)
  })

  it("stands in the README of every package", () => {
    const packages = readdirSync(`${root}/packages`).map((folder) => `packages/${folder}/README.md`)
    const shown = fences.filter(({ language }) => language === "ts" || language === "sh").map(({ file }) => file)
    expect(packages.filter((readme) => !shown.includes(readme))).toEqual([])
  })
})

describe("a canary among the examples", () => {
  const folder = `${root}/test/fences/out/canary`
  const markdown = (code: string, marks = ""): string => `# Title\n\n\`\`\`ts${marks}\n${code}\n\`\`\`\n`
  const good = {
    value: markdown("1 + 1 // => 2"),
    structure: markdown("const list = [\n  { a: 1 }\n]\nlist\n// => [\n//   { a: 1 }\n// ]"),
    declaration: markdown("const sum = 1 + 1 // => 2"),
    promise: markdown("await Promise.resolve([1, 2]) // => [1, 2]"),
    inside: markdown("for (const n of [1, 2]) {\n  n * 0 // => 0\n}"),
    explained: markdown("1 + 1 // => 2\n// because one and one make two"),
    notRun: markdown("// It would stop the tests.\nthrow new Error('no')", " no-run")
  }
  const bad = {
    value: markdown("1 + 1 // => 3"),
    structure: markdown("const a = { b: [1, 2] }\na // => { b: [1] }"),
    type: markdown('const a: number = "text"'),
    throwing: markdown("throw new Error('no')"),
    unreached: markdown("const f = () => {\n  1 + 1 // => 2\n}"),
    unreadable: markdown("1 + 1 // => two or so"),
    behindNothing: markdown("if (1 < 2) {\n  // => 2\n}"),
    withoutReason: markdown("const a = 1", " no-run"),
    strangeMark: markdown("1 + 1", " skip"),
    otherLanguage: "```js\n1 + 1\n```\n"
  }
  const make = (cases: Record<string, string>) =>
    examples(
      Object.entries(cases).flatMap(([name, text]) => inMarkdown(text, `canary-${name}.md`)),
      folder
    )
  const goodOnes = make(Object.fromEntries(Object.entries(good).map(([name, text]) => [`good-${name}`, text])))
  const badOnes = make(Object.fromEntries(Object.entries(bad).map(([name, text]) => [`bad-${name}`, text])))
  let errors: ReturnType<typeof typeErrors>
  beforeAll(() => {
    write([...goodOnes, ...badOnes], folder)
    errors = typeErrors([...goodOnes, ...badOnes])
  })

  const outcome = async (example: (typeof goodOnes)[number]): Promise<string | undefined> => {
    const typed = errors.get(example.path) ?? []
    if (typed.length > 0) return typed.join("\n")
    return run(example).then(
      () => undefined,
      (error: Error) => error.message
    )
  }

  it("passes when it is right", async () => {
    expect(goodOnes.length).toBe(Object.keys(good).length)
    const outcomes: Array<string | undefined> = []
    for (const example of goodOnes) outcomes.push(await outcome(example))
    expect(outcomes).toEqual(goodOnes.map(() => undefined))
  })

  it.each(badOnes)("is reported when it is wrong: $title", async (example) => {
    expect(await outcome(example)).toBeTypeOf("string")
  })

  it("is found at its line in a doc comment", () => {
    const text = "const a = 1\n\n/**\n * Adds.\n *\n * ```ts\n * a + 1 // => 2\n * ```\n */\nexport const b = 2\n"
    expect(inDocComments(text, "a.ts")).toEqual([
      { file: "a.ts", line: 7, language: "ts", marks: [], code: "a + 1 // => 2" }
    ])
  })

  it("is reported when it is never closed", () => {
    expect(() => inMarkdown("```ts\n1 + 1\n", "a.md")).toThrow("a.md:1: a fence that is never closed")
  })
})
