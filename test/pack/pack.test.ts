import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, rmSync } from "node:fs"
import { build } from "esbuild"
import { publint } from "publint"
import { formatMessage } from "publint/utils"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { layers } from "../boundaries/arrows.ts"
import { inMarkdown } from "../fences/Fence.ts"
import { make } from "../fences/Module.ts"
import { root } from "../scripts/typescriptProgram.ts"
import { consumer, type Packed, packAll, write } from "./workbench.ts"

const run = (command: string, args: ReadonlyArray<string>, cwd: string) => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", timeout: 240_000 })
  return { status, output: `${stdout}${stderr}` }
}

const packed = packAll()
const browser = packed.filter(({ folder }) => layers[folder]?.node === false)

describe("a packed package", () => {
  it("is every public package", () => {
    expect(packed.length).toBeGreaterThan(5)
  })

  it.each(packed)("has a manifest without mistakes: $name", async ({ folder, tarball }) => {
    const bytes = new Uint8Array(readFileSync(tarball)).buffer
    const { messages, pkg } = await publint({ pack: { tarball: bytes }, strict: true })
    expect(
      messages.map((message) => formatMessage(message, pkg)),
      folder
    ).toEqual([])
  })

  it.each(packed)("has types for every way it can be imported: $name", ({ imports, tarball }) => {
    const attw = `${root}/node_modules/.bin/attw`
    const { status, output } = run(attw, [tarball, "--profile", "esm-only", "--format", "ascii"], root)
    expect(status, output).toBe(0)
    expect(output.match(/node16 \(from ESM\): 🟢/gu)?.length, output).toBe(imports.length)
    expect(output.match(/bundler: 🟢/gu)?.length, output).toBe(imports.length)
  })
})

describe("a project that installs the packed packages", () => {
  let folder = ""
  beforeAll(() => {
    folder = consumer(packed)
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const tsc = (files: ReadonlyArray<string>, ...more: ReadonlyArray<string>) => {
    const compiler = `${folder}/node_modules/typescript/bin/tsc`
    const strict = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2024", "--types", "node"]
    return run(process.execPath, [compiler, ...strict, "--allowImportingTsExtensions", ...more, ...files], folder)
  }
  const everything = (of: ReadonlyArray<Packed>, except = /^$/u): string =>
    of
      .flatMap(({ imports }) => imports)
      .filter((name) => !except.test(name))
      .map((name, index) => `import * as P${index} from "${name}"\nconsole.log(Object.keys(P${index}).length)\n`)
      .join("")

  it.each([
    ["nodenext", "nodenext"],
    ["esnext", "bundler"]
  ])("type-checks against every entry point and every declaration, module %s", (module, resolution) => {
    const file = write(folder, "everything.ts", everything(packed))
    expect(tsc([file], "--module", module, "--moduleResolution", resolution)).toEqual({ status: 0, output: "" })
  })

  it("loads every entry point in Node", () => {
    const file = write(folder, "everything.mjs", everything(packed, /\/testing\/vitest$/u))
    expect(run(process.execPath, [file], folder)).toEqual({ status: 0, output: expect.stringMatching(/^(?:\d+\n)+$/u) })
  })

  const readmes = ["README.md", "README.zh-CN.md", ...packed.map((p) => `packages/${p.folder}/README.md`)]
  const examples = readmes
    .filter((path) => existsSync(`${root}/${path}`))
    .flatMap((path) => inMarkdown(readFileSync(`${root}/${path}`, "utf8"), path))
    .filter(({ language, marks }) => language === "ts" && marks.length === 0)

  const compare =
    'import { deepEqual } from "node:assert/strict";const __check = (_: number, a: unknown, e: unknown) => deepEqual(a, e);'
  const files = examples.map(({ code, file, line }) => ({ title: `${file}:${line}`, ...make(code, compare) }))
  const place = (index: number): string => `${folder}/example-${index}.ts`

  it("type-checks the examples of all README files", () => {
    expect(files.filter(({ checks }) => checks > 0).length).toBeGreaterThan(3)
    for (const [index, { text }] of files.entries()) write(folder, `example-${index}.ts`, text)
    const paths = files.map((_, index) => place(index))
    expect(tsc(paths, "--module", "nodenext", "--skipLibCheck")).toEqual({ status: 0, output: "" })
  })

  it.each(files.map(({ title }, index) => ({ title, index })))("runs the example of $title", ({ index }) => {
    expect(run(process.execPath, [place(index)], folder)).toMatchObject({ status: 0 })
  })

  it("has the command line", () => {
    expect(run(`${folder}/node_modules/.bin/louyu`, ["--help"], folder)).toEqual({
      status: 0,
      output: expect.stringContaining("louyu <")
    })
  })

  /** The modules that end up in a browser's bundle of some code, with their bytes. */
  const bundle = async (code: string): Promise<ReadonlyMap<string, number>> => {
    const { metafile } = await build({
      stdin: { contents: code, resolveDir: folder, loader: "ts" },
      absWorkingDir: folder,
      bundle: true,
      minify: true,
      format: "esm",
      platform: "browser",
      target: "es2022",
      outfile: "bundle.js",
      write: false,
      metafile: true,
      logLevel: "silent"
    })
    const inputs = Object.entries(metafile.outputs["bundle.js"]?.inputs ?? {})
    return new Map(inputs.map(([path, { bytesInOutput }]) => [path, bytesInOutput] as const).filter(([, n]) => n > 0))
  }

  it.each(browser)("bundles for a browser, without a module of Node: $name", async ({ name, folder: own }) => {
    const modules = [...(await bundle(`export * from "${name}"`)).keys()]
    expect(modules.filter((path) => path.includes(`/${own}/dist/`)).length).toBeGreaterThan(0)
    expect(modules.filter((path) => path.startsWith("node:"))).toEqual([])
  })

  it("reports a canary that needs Node", async () => {
    await expect(bundle('import { readFileSync } from "node:fs"\nconsole.log(readFileSync)')).rejects.toThrow("node:fs")
  })

  it("gives a page that only needs dates the module of dates and no calendar data", async () => {
    const whole = await bundle('export * from "@louyu/kernel"')
    const dates = await bundle(
      'import { CivilDate } from "@louyu/kernel"\nconsole.log(CivilDate.addDays(CivilDate.make("2026-01-01"), 1))'
    )
    const own = (modules: ReadonlyMap<string, number>) =>
      [...modules.keys()].filter((path) => path.includes("/kernel/dist/"))
    expect(own(whole).some((path) => path.includes("/data/"))).toBe(true)
    expect(own(dates).length).toBeGreaterThan(0)
    expect(own(dates).filter((path) => path.includes("/data/") || path.endsWith("/index.js"))).toEqual([])
  })
})
