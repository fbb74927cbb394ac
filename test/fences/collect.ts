import { readFileSync } from "node:fs"
import { basename } from "node:path"
import { files, root } from "../scripts/typescriptProgram.ts"
import { type Fence, inDocComments, inMarkdown } from "./Fence.ts"
import { type Module, make, ownNames } from "./Module.ts"

const relative = (path: string): string => path.replace(`${root}/`, "")
const read = (path: string): string => readFileSync(path, "utf8")

/** The fences of every doc comment and every document of the workspace. */
export const collect = (): ReadonlyArray<Fence> => [
  ...files("packages/*/src/**/*.ts").flatMap((path) => inDocComments(read(path), relative(path))),
  ...files(["*.md", "packages/*/*.md", "examples/**/*.md", "docs/**/*.md"]).flatMap((path) =>
    inMarkdown(read(path), relative(path))
  )
]

/** The values an index exports by name. */
const exported = (index: string): ReadonlyArray<string> => {
  const text = read(`${root}/${index}`)
  const spaces = [...text.matchAll(/^export \* as (\w+) from/gmu)].map(([, name]) => name ?? "")
  const lists = [...text.matchAll(/^export \{([^}]*)\}/gmu)].flatMap(([, list]) => (list ?? "").split(","))
  const named = lists.map((item) => item.trim()).filter((item) => item !== "" && !item.startsWith("type "))
  return [...spaces, ...named.map((item) => item.replace(/^.* as /u, ""))]
}

const always = ["Effect", "Option", "Result"]

/** The modules of a package that its index keeps to itself and that some code names, as imports. */
const inner = (folder: string, code: string, taken: ReadonlySet<string>): string =>
  files(`packages/${folder}/src/**/[A-Z]*.ts`)
    .map((path) => ({ name: basename(path, ".ts"), path: `../../../../${relative(path)}` }))
    .filter(({ name }) => !taken.has(name) && new RegExp(`\\b${name}\\.`, "u").test(code))
    .map(({ name, path }) => `import * as ${name} from "${path}";`)
    .join("")

/**
 * The imports a doc comment does without: what its own package exports, the modules behind that, the vocabulary of the
 * kernel, and three modules of `effect`. A name the fence declares or imports itself is its own.
 */
const scope = (file: string, code: string): string => {
  const [, folder, testing] = /^packages\/([^/]+)\/src\/(testing\/)?/u.exec(file) ?? []
  if (folder === undefined) return ""
  const name = folder === "louyu" ? folder : `@louyu/${folder}`
  const taken = new Set(ownNames(code))
  const from = (index: string, specifier: string): string => {
    const names = exported(index).filter((candidate) => !taken.has(candidate))
    for (const each of names) taken.add(each)
    return names.length === 0 ? "" : `import { ${names.join(", ")} } from "${specifier}";`
  }
  return [
    testing === undefined ? "" : from(`packages/${folder}/src/testing/index.ts`, `${name}/testing`),
    from(`packages/${folder}/src/index.ts`, name),
    from("packages/kernel/src/index.ts", "@louyu/kernel"),
    ...always.filter((module) => !taken.has(module)).map((module) => `import * as ${module} from "effect/${module}";`),
    inner(folder, code, new Set([...taken, ...always]))
  ].join("")
}

/** The module of the code of a fence and of those it continues. */
const moduleOf = (file: string, code: string): Module =>
  make(code, `import { check as __check } from "../../checks.ts";${scope(file, code)}`)

/** A TypeScript fence that is about to be tested. */
export interface Example {
  readonly fence: Fence
  readonly title: string
  /** Where its module is written. */
  readonly path: string
  readonly module: Module | Error
  /** How many lines of earlier fences stand before its own. */
  readonly linesBefore: number
  readonly runs: boolean
}

const known = new Set(["no-run", "continue"])

const complaint = (fence: Fence): string | undefined => {
  const strange = fence.marks.find((mark) => !known.has(mark))
  if (strange !== undefined) return `“${strange}” is not a mark; there are ${[...known].join(" and ")}`
  return fence.marks.includes("no-run") && !/^\/\/ \S/u.test(fence.code)
    ? "a fence that is not run begins with a comment that says why"
    : undefined
}

/** Every TypeScript fence as an example, written nowhere yet. */
export const examples = (fences: ReadonlyArray<Fence>, folder: string): ReadonlyArray<Example> => {
  let before = { file: "", code: "" }
  return fences
    .filter(({ language }) => /^(?:ts|tsx|typescript|js|javascript)$/u.test(language))
    .map((fence) => {
      const continued = fence.marks.includes("continue") && before.file === fence.file ? `${before.code}\n` : ""
      before = { file: fence.file, code: continued + fence.code }
      const wrong = fence.language === "ts" ? complaint(fence) : `write ts instead of ${fence.language}`
      return {
        fence,
        title: `${fence.file}:${fence.line}`,
        path: `${folder}/${fence.file.replaceAll(/[^\w-]/gu, "-")}-${fence.line}.ts`,
        module: wrong === undefined ? built(fence.file, before.code) : new Error(wrong),
        linesBefore: continued.split("\n").length - 1,
        runs: !fence.marks.includes("no-run")
      }
    })
}

const built = (file: string, code: string): Module | Error => {
  try {
    return moduleOf(file, code)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
