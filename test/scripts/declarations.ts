import ts from "typescript"
import { files, program, root } from "./typescriptProgram.ts"

// Writes the declarations of every package beside its built modules: `packages/<p>/src/X.ts` → `packages/<p>/dist/X.d.ts`.
const sources = files("packages/*/src/**/*.ts")
const built = program(sources, { noEmit: false, declaration: true, emitDeclarationOnly: true })
let written = 0
const { diagnostics } = built.emit(undefined, (path, text) => {
  if (!path.startsWith(`${root}/packages/`)) return
  ts.sys.writeFile(path.replace(/\/src\//u, "/dist/"), text)
  written++
})
const problems = [...ts.getPreEmitDiagnostics(built), ...diagnostics]
process.stdout.write(
  ts.formatDiagnostics(problems, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => root,
    getNewLine: () => "\n"
  })
)
process.stdout.write(`${written} declarations of ${sources.length} sources\n`)
process.exitCode = written === sources.length && problems.length === 0 ? 0 : 1
