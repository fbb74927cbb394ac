import { mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { domains, layers } from "./arrows.ts"

/** A file that breaks one rule on purpose. */
export interface Canary {
  readonly rule: string
  readonly file: string
  readonly imports: string
}

const packageName = (folder: string): string => (folder === "louyu" ? "louyu" : `@louyu/${folder}`)
const folders = Object.keys(layers)

const perLayer = Object.entries(layers).flatMap(([folder, layer]): ReadonlyArray<Canary> => {
  const source = `packages/${folder}/src`
  const strangers = [...folders, "homeless"].filter((other) => other !== folder && !layer.packages.includes(other))
  return [
    ...strangers.map((other) => ({
      rule: `${folder}-arrow`,
      file: `${source}/imports-${other}.ts`,
      imports: packageName(other)
    })),
    { rule: `${folder}-outside`, file: `${source}/imports-left-pad.ts`, imports: "left-pad" },
    ...(layer.node ? [] : [{ rule: `${folder}-no-node`, file: `${source}/reads-files.ts`, imports: "node:fs" }])
  ]
})

const otherDomains = domains.flatMap((domain) =>
  domains
    .filter((other) => other !== domain)
    .map((other) => ({
      rule: "no-other-domain",
      file: `packages/${domain}/src/asks-${other}.ts`,
      imports: packageName(other)
    }))
)

const kernel = "packages/kernel/src"

/** One canary or more for every rule. */
export const canaries: ReadonlyArray<Canary> = [
  ...perLayer,
  ...otherDomains,
  { rule: "placed", file: "packages/homeless/src/lost.ts", imports: "@louyu/kernel" },
  { rule: "by-name", file: "packages/ports/src/reaches.ts", imports: "../../kernel/src/index.ts" },
  { rule: "deep-effect", file: `${kernel}/barrel.ts`, imports: "effect" },
  { rule: "deep-effect", file: `${kernel}/dateBarrel.ts`, imports: "date-fns" },
  { rule: "no-test-in-source", file: `${kernel}/tests.ts`, imports: "../test/index.ts" },
  { rule: "no-test-in-source", file: `${kernel}/laws.ts`, imports: "./testing/index.ts" },
  { rule: "laws-outside", file: `${kernel}/testing/heavy.ts`, imports: "left-pad" },
  { rule: "no-circle", file: `${kernel}/circle.ts`, imports: "./circleBack.ts" },
  { rule: "resolvable", file: `${kernel}/nowhere.ts`, imports: "./nowhere-to-be-found.ts" }
]

/** Imports that every rule must let pass. */
export const allowed: ReadonlyArray<Omit<Canary, "rule">> = [
  { file: `${kernel}/fine.ts`, imports: "effect/Schema" },
  { file: `${kernel}/fineDate.ts`, imports: "date-fns/addDays" },
  { file: `${kernel}/testing/fine.ts`, imports: "fast-check" },
  { file: "packages/store-sqlite/src/fine.ts", imports: "node:sqlite" },
  ...Object.entries(layers).flatMap(([folder, layer]) =>
    layer.packages.map((other) => ({
      file: `packages/${folder}/src/may-import-${other}.ts`,
      imports: packageName(other)
    }))
  )
]

const outside: Readonly<Record<string, ReadonlyArray<string>>> = {
  effect: ["dist/index.js", "dist/Schema.js"],
  "date-fns": ["index.js", "addDays.js"],
  "fast-check": ["index.js"],
  "left-pad": ["index.js"]
}
const outsideExports: Readonly<Record<string, Record<string, string>>> = {
  effect: { ".": "./dist/index.js", "./*": "./dist/*.js" },
  "date-fns": { ".": "./index.js", "./*": "./*.js" }
}

const write = async (root: string, path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}

/** Builds a small workspace in a new temporary folder in which every canary and every allowed import is a file. */
export const build = async (): Promise<string> => {
  const root = await mkdtemp(join(tmpdir(), "louyu-canaries-"))
  for (const folder of [...folders, "homeless"]) {
    const name = packageName(folder)
    await write(root, `packages/${folder}/src/index.ts`, "export const here = true\n")
    await write(
      root,
      `packages/${folder}/package.json`,
      JSON.stringify({ name, type: "module", exports: { ".": "./src/index.ts" } })
    )
    const link = join(root, "node_modules", name)
    await mkdir(dirname(link), { recursive: true })
    await symlink(join(root, "packages", folder), link)
  }
  for (const [name, files] of Object.entries(outside)) {
    const exports = outsideExports[name] ?? { ".": "./index.js" }
    await write(root, `node_modules/${name}/package.json`, JSON.stringify({ name, type: "module", exports }))
    for (const file of files) await write(root, `node_modules/${name}/${file}`, "export const there = true\n")
  }
  await write(root, "packages/kernel/test/index.ts", "export const test = true\n")
  await write(root, "packages/kernel/src/testing/index.ts", "export const law = true\n")
  const closing = { file: `${kernel}/circleBack.ts`, imports: "./circle.ts" }
  for (const { file, imports } of [...canaries, ...allowed, closing]) {
    await write(root, file, `import * as Imported from "${imports}"\nexport const used = Imported\n`)
  }
  return root
}
