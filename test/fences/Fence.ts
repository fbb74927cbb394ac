/** A piece of code in a document, and where it stands. */
export interface Fence {
  /** Path relative to the workspace. */
  readonly file: string
  /** Line of the first line of code, from 1. */
  readonly line: number
  readonly language: string
  /** Words after the language: `no-run`, `continue`. */
  readonly marks: ReadonlyArray<string>
  readonly code: string
}

const opening = /^```(\S*)[ \t]*(.*)$/u

/** Takes the fences out of text that is one document line a line. */
const inLines = (lines: ReadonlyArray<string>, file: string, firstLine: number): ReadonlyArray<Fence> => {
  const fences: Array<Fence> = []
  let open: { readonly at: number; readonly language: string; readonly marks: ReadonlyArray<string> } | undefined
  for (const [index, text] of lines.entries()) {
    const found = opening.exec(text)
    if (open === undefined) {
      if (found === null) continue
      const marks = (found[2] ?? "").split(/\s+/u).filter((word) => word !== "")
      open = { at: index + 1, language: found[1] ?? "", marks }
    } else if (text.trimEnd() === "```") {
      const { at, language, marks } = open
      fences.push({ file, line: firstLine + at, language, marks, code: lines.slice(at, index).join("\n") })
      open = undefined
    }
  }
  if (open !== undefined) throw new Error(`${file}:${firstLine + open.at - 1}: a fence that is never closed`)
  return fences
}

/** The fences of a Markdown document. */
export const inMarkdown = (text: string, file: string): ReadonlyArray<Fence> => inLines(text.split("\n"), file, 1)

/** The fences of the doc comments of a source file. */
export const inDocComments = (text: string, file: string): ReadonlyArray<Fence> =>
  [...text.matchAll(/^[ \t]*\/\*\*[\s\S]*?\*\//gmu)].flatMap((comment) => {
    const firstLine = text.slice(0, comment.index).split("\n").length
    const lines = comment[0].split("\n").map((line) => line.replace(/^[ \t]*(?:\/\*\*|\*(?!\/))? ?/u, ""))
    return inLines(lines, file, firstLine)
  })
