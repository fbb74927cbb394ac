import { existsSync, readFileSync } from "node:fs"
import { FlowPresets } from "@louyu/casework"
import { PipelinePresets } from "@louyu/recruitment"
import { describe, expect, it } from "vitest"
import { files, root } from "../scripts/typescriptProgram.ts"
import { collect } from "./collect.ts"
import * as Mermaid from "./Mermaid.ts"

const fences = collect().filter(({ language }) => language === "mermaid")
const pictures = fences.map((fence) => ({ title: `${fence.file}:${fence.line}`, fence }))
const page = (language: "en" | "zh") =>
  fences
    .filter(({ file }) => file === `docs/${language}/the-model-in-twelve-pictures.md`)
    .map(({ code }) => Mermaid.read(code))

const sourceOf = (pattern: string): string =>
  files(pattern)
    .map((path) => readFileSync(path, "utf8"))
    .join("\n")
const everything = sourceOf("packages/*/src/**/*.ts")

/** All that stands written in a picture. */
const written = ({ labels, edges }: Mermaid.Diagram): string =>
  [...labels.values(), ...edges.map(({ text }) => text ?? "")].join(" ")

/** The packages, commands and words of packages that a picture names and nobody knows. */
const strangers = (diagram: Mermaid.Diagram): ReadonlyArray<string> => {
  const text = written(diagram)
  const packages = [...text.matchAll(/@louyu\/([a-z-]+)/gu)].map(([, name]) => name ?? "")
  const names = [...text.matchAll(/\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b/gu)].map(([name]) => name)
  const words = [...diagram.words].flatMap(([owner, all]) => {
    const source = sourceOf(`packages/${owner}/src/**/*.ts`)
    return all.filter((word) => !diagram.labels.has(word) || !source.includes(`"${word}"`))
  })
  return [
    ...packages.filter((name) => !existsSync(`${root}/packages/${name}/package.json`)),
    ...names.filter(
      (name) => !new RegExp(`"${name}"|export (?:interface|const|\\* as) ${name}\\b`, "u").test(everything)
    ),
    ...words
  ]
}

describe("a picture in a document", () => {
  it("is found", () => {
    expect(pictures.length).toBeGreaterThanOrEqual(24)
  })

  it.each(pictures)("is well formed, and every line of it understood: $title", ({ fence }) => {
    const { labels, edges } = Mermaid.read(fence.code)
    expect(labels.size).toBeGreaterThan(2)
    expect(edges.length).toBeGreaterThan(2)
  })

  it.each(pictures)("names only packages, commands and words that there are: $title", ({ fence }) => {
    expect(strangers(Mermaid.read(fence.code))).toEqual([])
  })
})

describe("the model in twelve pictures", () => {
  it("has twelve, drawn alike in both languages", () => {
    const shape = (language: "en" | "zh") =>
      page(language).map(({ kind, labels, edges, words }) => ({
        kind,
        parts: [...labels.keys()],
        edges: edges.map(({ from, to }) => [from, to]),
        words
      }))
    expect(shape("en")).toHaveLength(12)
    expect(shape("zh")).toEqual(shape("en"))
  })

  it.each(["en", "zh"] as const)("shows the funnel as it is, in its own words: %s", (language) => {
    const { stages, exits } = PipelinePresets.investment
    const funnel = page(language)[5]
    const solid = (funnel?.edges ?? []).filter(({ to }) => !exits.some(({ id }) => id === to))
    expect(solid.map(({ from, to }) => [from, to])).toEqual(
      stages.slice(1).map(({ id }, index) => [stages[index]?.id, id])
    )
    expect(Object.fromEntries(funnel?.labels ?? [])).toEqual(
      Object.fromEntries([...stages, ...exits].map(({ id, names }) => [id, names[language]]))
    )
  })

  it.each(["en", "zh"] as const)("shows the way of a case as it is: %s", (language) => {
    const { moves, stages, begin } = FlowPresets.councilChamber
    const drawn = (page(language)[6]?.edges ?? []).map(({ from, to }) => `${from} → ${to}`)
    const allowed = moves.map(({ from, to }) => `${from} → ${to}`)
    expect(drawn.toSorted()).toEqual([`[*] → ${begin}`, ...allowed].toSorted())
    expect([...(page(language)[6]?.labels ?? [])]).toEqual(stages.map(({ id, names }) => [id, names[language]]))
  })
})

describe("a picture that is wrong", () => {
  const good = 'flowchart LR\n  a["A"] --> b(["B"])\n  b -.->|"c"| a'
  const wrong = {
    kind: good.replace("flowchart LR", "graphchart"),
    arrow: good.replace("-->", "->"),
    bracket: good.replace('"A"]', '"A"'),
    quotes: good.replace('"A"', "A"),
    unlabelled: good.replace('a["A"]', "a"),
    twice: `${good}\n  a["A"]`,
    empty: "flowchart LR",
    unclosed: `${good}\n  subgraph s["S"]`,
    closed: `${good}\n  end`,
    state: "stateDiagram-v2\n  a : A\n  [*] --> b",
    message: "sequenceDiagram\n  participant a as A\n  a->>b: hello"
  }

  it("is told from one that is right", () => {
    expect(Mermaid.read(good).edges).toEqual([
      { from: "a", to: "b", text: undefined },
      { from: "b", to: "a", text: "c" }
    ])
    expect([...Mermaid.read(good).labels]).toEqual([
      ["a", "A"],
      ["b", "B"]
    ])
  })

  it("is known by names that nobody knows", () => {
    const code =
      'flowchart LR\n  %% words of roles: held hold\n  held["ClaimWish"] --> hold["ClaimWist, @louyu/storage"]'
    expect(strangers(Mermaid.read(code))).toEqual(["storage", "ClaimWist", "hold"])
  })

  it.each(Object.entries(wrong))("is refused: %s", (_name, code) => {
    expect(() => Mermaid.read(code)).toThrow(Mermaid.DiagramMalformed)
  })
})
