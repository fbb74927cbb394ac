import ts from "typescript"
import { describe, expect, it } from "vitest"
import { compilerOptions, files, program, root } from "../scripts/typescriptProgram.ts"
import { pure } from "./arrows.ts"
import { inspect } from "./purity.ts"

describe("a pure package", () => {
  it("reads no clock, no random source and no environment, and uses only stable parts of effect", () => {
    const sources = files(pure.map((folder) => `packages/${folder}/src/**/*.ts`))
    const result = inspect(program(sources), (fileName) => sources.includes(fileName))
    expect(result.impurities).toEqual([])
    expect(result.files).toBeGreaterThan(10)
    expect(result.effectUses).toBeGreaterThan(50)
  })
})

const canaries: ReadonlyArray<readonly [what: string, code: string]> = [
  ["DateConstructor.now", "export const a = Date.now()"],
  ["the current Date", "export const a = new Date()"],
  ["the current Date", "export const a = Date()"],
  ["Date.getHours", "export const a = new Date(0).getHours()"],
  ["Date.setMonth", "export const a = new Date(0).setMonth(1)"],
  ["Date.toLocaleDateString", "export const a = new Date(0).toLocaleDateString('en')"],
  ["DateTimeFormat.resolvedOptions", "export const a = Intl.DateTimeFormat().resolvedOptions().timeZone"],
  ["Math.random", "export const a = Math.random()"],
  ["Math.random", "const { random } = Math\nexport const a = random()"],
  ["globalThis", "export const a = globalThis"],
  ["eval", "export const a = eval('1')"],
  ["localeCompare without a locale", "export const a = 'a'.localeCompare('b')"],
  ["process of Node", "export const a = process.pid"],
  ["console of Node", "console.log('a')\nexport {}"],
  ["setTimeout of Node", "setTimeout(() => {}, 1)\nexport {}"],
  ["performance of Node", "export const a = performance.now()"],
  ["fetch of Node", "export const a = fetch"],
  ["Buffer of Node", "export const a = Buffer.from('a')"],
  ["crypto of Node", "export const a = crypto.randomUUID()"],
  ["effect/Clock currentTimeMillis", "import * as Clock from 'effect/Clock'\nexport const a = Clock.currentTimeMillis"],
  ["effect/Random next", "import * as Random from 'effect/Random'\nexport const a = Random.next"],
  ["effect/DateTime nowUnsafe", "import * as DateTime from 'effect/DateTime'\nexport const a = DateTime.nowUnsafe()"],
  [
    "effect/Effect runSync",
    "import { runSync, void as nothing } from 'effect/Effect'\nexport const a = runSync(nothing)"
  ],
  ["effect/Graph directed: unstable", "import * as Graph from 'effect/Graph'\nexport const a = Graph.directed"],
  [
    "effect/sql/SqlClient SqlClient: unstable",
    "import { SqlClient } from 'effect/sql/SqlClient'\nexport const a = SqlClient"
  ],
  [
    "effect/TextDiff unified: experimental",
    "import * as TextDiff from 'effect/TextDiff'\nexport const a = TextDiff.unified"
  ],
  ["effect/Schema isAscii: unstable", "import * as Schema from 'effect/Schema'\nexport const a = Schema.isAscii()"]
]

const allowed = `
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
export const schema = Schema.Struct({ console: Schema.String, now: Schema.Int })
export const now = (process: { readonly random: number }): number => process.random + Math.floor(1.5)
export const instant = new Date(0).getTime() + new Date(0).getUTCHours() + Date.UTC(2026, 0, 1)
export const iso = new Date(0).toISOString()
export const fetch = () => Effect.succeed(now({ random: 1 }))
export const text = "a".localeCompare("b", "zh") + new Intl.DateTimeFormat("en", { timeZone: "UTC" }).format(0)
`

describe("a canary that is not pure", () => {
  const folder = `${root}/packages/kernel/src`
  const texts = new Map<string, string>([
    ...canaries.map(([, code], index) => [`${folder}/canary${index}.ts`, code] as const),
    [`${folder}/allowed.ts`, allowed] as const
  ])
  const options = compilerOptions()
  const host = ts.createCompilerHost(options)
  const judged = ts.createProgram([...texts.keys()], options, {
    ...host,
    fileExists: (name) => texts.has(name) || host.fileExists(name),
    readFile: (name) => texts.get(name) ?? host.readFile(name),
    getSourceFile: (name, language) => {
      const text = texts.get(name)
      return text === undefined ? host.getSourceFile(name, language) : ts.createSourceFile(name, text, language, true)
    }
  })
  const { impurities } = inspect(judged, (name) => texts.has(name))
  const reported = (file: string) => impurities.filter(({ place }) => place.includes(`/${file}.ts:`)).map((i) => i.what)

  it.each(canaries.map(([what], index) => [what, index] as const))("is reported: %s", (what, index) => {
    expect(reported(`canary${index}`).filter((found) => found.startsWith(what))).not.toEqual([])
  })

  it("is told from code that only looks like it", () => {
    expect(ts.getPreEmitDiagnostics(judged).map((d) => d.messageText)).toEqual([])
    expect(reported("allowed")).toEqual([])
  })
})
