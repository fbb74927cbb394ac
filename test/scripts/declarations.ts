import { readdirSync, readFileSync } from "node:fs"
import { dirname, resolve } from "node:path"
import ts from "typescript"
import { files, program, root } from "./typescriptProgram.ts"

// Writes declarations beside the built modules, `packages/<p>/src/X.ts` → `packages/<p>/dist/X.d.ts`: those of the entry
// points and of every module that these mention. What no importer can see needs none.
const built = program(files("packages/*/src/**/*.ts"), { noEmit: false, declaration: true, emitDeclarationOnly: true })

const entries = readdirSync(`${root}/packages`).flatMap((folder) => {
  const manifest: { readonly exports?: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(`${root}/packages/${folder}/package.json`, "utf8")
  )
  return Object.values(manifest.exports ?? {}).map((path) => resolve(root, "packages", folder, path))
})

/** The modules a declaration imports, exports from, or names in a type. */
const mentioned = (text: string): ReadonlyArray<string> => {
  const found: Array<string> = []
  const visit = (node: ts.Node): void => {
    const from = ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : undefined
    const named = ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) ? node.argument.literal : from
    if (named !== undefined && ts.isStringLiteral(named)) found.push(named.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile("a.d.ts", text, ts.ScriptTarget.Latest))
  return found
}

const pending = new Set(entries)
const problems: Array<ts.Diagnostic> = []
for (const path of pending) {
  const source = built.getSourceFile(path)
  if (source === undefined) throw new Error(`${path} is named by an entry point but is no source`)
  const write: ts.WriteFileCallback = (_, text) => {
    ts.sys.writeFile(path.replace(/\/src\/(.*)\.ts$/u, "/dist/$1.d.ts"), text)
    for (const name of mentioned(text)) if (name.startsWith(".")) pending.add(resolve(dirname(path), name))
  }
  problems.push(...built.emit(source, write, undefined, true).diagnostics)
}

process.stdout.write(
  ts.formatDiagnostics(problems, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => root,
    getNewLine: () => "\n"
  })
)
process.stdout.write(`${pending.size} declarations for ${entries.length} entry points\n`)
process.exitCode = entries.length > 0 && problems.length === 0 ? 0 : 1
