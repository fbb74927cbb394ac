import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import ts from "typescript"
import { program } from "../scripts/typescriptProgram.ts"
import { taken } from "./checks.ts"
import type { Example } from "./collect.ts"

/** Writes the modules of the examples into an empty folder. */
export const write = (examples: ReadonlyArray<Example>, folder: string): void => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const { module, path } of examples) if (!(module instanceof Error)) writeFileSync(path, module.text)
}

/** Type-checks all examples as one program; gives the errors by path. */
export const typeErrors = (examples: ReadonlyArray<Example>): ReadonlyMap<string, ReadonlyArray<string>> => {
  const written = examples.filter(({ module }) => !(module instanceof Error))
  const paths = written.map(({ path }) => path)
  const checked = program(paths, { noUnusedLocals: false, noUnusedParameters: false })
  return new Map(
    written.map(({ fence, linesBefore, path }) => {
      const source = checked.getSourceFile(path)
      const found = [...checked.getSyntacticDiagnostics(source), ...checked.getSemanticDiagnostics(source)]
      return [
        path,
        found.map(({ start = 0, messageText }) => {
          // The first line of the module is its imports.
          const at = source === undefined ? 0 : source.getLineAndCharacterOfPosition(start).line - 1
          const message = ts.flattenDiagnosticMessageText(messageText, "\n")
          return `${fence.file}:${fence.line + at - linesBefore}: ${message}`
        })
      ]
    })
  )
}

/** Runs an example; throws when it throws, when a value is another one, or when a comparison was never reached. */
export const run = async (example: Example): Promise<void> => {
  if (example.module instanceof Error) throw example.module
  if (!example.runs) return
  taken()
  await import(example.path)
  const done = taken()
  if (done < example.module.checks) {
    throw new Error(`${done} of ${example.module.checks} values were compared: the rest was never reached`)
  }
}
