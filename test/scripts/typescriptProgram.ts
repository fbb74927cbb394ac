import { globSync } from "node:fs"
import { fileURLToPath } from "node:url"
import ts from "typescript"

/** The folder of the workspace. */
export const root: string = fileURLToPath(new URL("../../", import.meta.url)).replace(/\/$/u, "")

/** Files of the workspace that match a pattern, as absolute paths in order. */
export const files = (patterns: string | ReadonlyArray<string>): ReadonlyArray<string> =>
  globSync([patterns].flat(), { cwd: root, exclude: ["**/node_modules/**", "**/dist/**"] })
    .map((path) => `${root}/${path}`)
    .sort()

/** The compiler options of the workspace, with what a check needs to change. */
export const compilerOptions = (overrides: ts.CompilerOptions = {}): ts.CompilerOptions => {
  const parsed = ts.getParsedCommandLineOfConfigFile(
    `${root}/tsconfig.json`,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (problem) => {
        throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, "\n"))
      }
    }
  )
  if (parsed === undefined) throw new Error("tsconfig.json cannot be read")
  return { ...parsed.options, ...overrides }
}

/** A program over files that lie on disk. */
export const program = (rootNames: ReadonlyArray<string>, overrides: ts.CompilerOptions = {}): ts.Program =>
  ts.createProgram({ rootNames: [...rootNames], options: compilerOptions(overrides) })

/** Where a node begins, as `path:line:column` with the path relative to the workspace. */
export const place = (node: ts.Node): string => {
  const source = node.getSourceFile()
  const { line, character } = source.getLineAndCharacterOfPosition(node.getStart())
  return `${source.fileName.replace(`${root}/`, "")}:${line + 1}:${character + 1}`
}
