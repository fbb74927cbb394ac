import ts from "typescript"

/** A fence as a module that can be type-checked and run. */
export interface Module {
  readonly text: string
  /** How many `// =>` it compares. */
  readonly checks: number
}

/** A fence that cannot be made a module. */
class FenceMalformed extends Error {}

interface Expectation {
  readonly line: number
  readonly value: string
}

const arrow = /^\/\/ => ?(.*)$/u

const isExpression = (code: string): boolean => {
  const parsed = ts.transpileModule(`(${code}\n)`, { reportDiagnostics: true })
  return code.trim() !== "" && (parsed.diagnostics ?? []).length === 0
}

// `// => value` behind a statement or on the lines after it; further comment lines continue a value that is not complete.
const expectationAfter = (statement: ts.Statement, source: ts.SourceFile): Expectation | undefined => {
  const { text } = source
  const comments = [
    ...(ts.getTrailingCommentRanges(text, statement.end) ?? []),
    ...(ts.getLeadingCommentRanges(text, statement.end) ?? [])
  ].map(({ pos, end }) => ({ pos, comment: text.slice(pos, end) }))
  const begin = comments.findIndex(({ comment }) => arrow.test(comment))
  const first = comments[begin]
  if (first === undefined) return undefined
  const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line
  let last = lineOf(first.pos)
  const values = [arrow.exec(first.comment)?.[1] ?? ""]
  for (const { pos, comment } of comments.slice(begin + 1)) {
    if (isExpression(values.join(" ")) || lineOf(pos) !== last + 1 || arrow.test(comment)) break
    last = lineOf(pos)
    values.push(comment.replace(/^\/\/ ?/u, ""))
  }
  return { line: lineOf(first.pos) + 1, value: values.join(" ") }
}

const subject = (statement: ts.Statement): ts.Expression | ts.Identifier | undefined => {
  if (ts.isExpressionStatement(statement)) return statement.expression
  const declared = ts.isVariableStatement(statement) ? statement.declarationList.declarations : []
  const only = declared.length === 1 ? declared[0]?.name : undefined
  return only !== undefined && ts.isIdentifier(only) ? only : undefined
}

/** The names a fence declares or imports itself, at its top level. */
export const ownNames = (code: string): ReadonlySet<string> => {
  const source = ts.createSourceFile("fence.ts", code, ts.ScriptTarget.Latest, true)
  const names = new Set<string>()
  const add = (name: ts.Node | undefined): void => {
    if (name !== undefined && ts.isIdentifier(name)) names.add(name.text)
  }
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) for (const { name } of statement.declarationList.declarations) add(name)
    if (ts.isClassDeclaration(statement) || ts.isFunctionDeclaration(statement)) add(statement.name)
    if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)) add(statement.name)
    if (!ts.isImportDeclaration(statement)) continue
    const bindings = statement.importClause?.namedBindings
    add(statement.importClause?.name)
    if (bindings !== undefined && ts.isNamespaceImport(bindings)) add(bindings.name)
    else for (const element of bindings?.elements ?? []) add(element.name)
  }
  return names
}

/**
 * Turns code into a module: every `// => value` becomes a comparison; everything else stays on its line, one further down
 * because of the header.
 */
export const make = (code: string, header: string): Module => {
  const source = ts.createSourceFile("fence.ts", code, ts.ScriptTarget.Latest, true)
  const edits: Array<{ readonly pos: number; readonly end: number; readonly text: string }> = []
  const visit = (node: ts.Node): void => {
    if (ts.isStatement(node)) {
      const expected = expectationAfter(node, source)
      const actual = expected === undefined ? undefined : subject(node)
      if (expected !== undefined && actual !== undefined) {
        if (!isExpression(expected.value)) {
          throw new FenceMalformed(`line ${expected.line}: “${expected.value}” is not a value TypeScript can read`)
        }
        const call = `__check(${expected.line}, ${actual.getText(source)}, (${expected.value}))`
        if (ts.isExpressionStatement(node)) edits.push({ pos: node.getStart(source), end: node.end, text: `;${call};` })
        else edits.push({ pos: node.end, end: node.end, text: `;${call};` })
      }
    }
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(source, visit)
  const written = code.split("\n").filter((line) => /\/\/ =>/u.test(line)).length
  if (written !== edits.length) {
    throw new FenceMalformed(`${written} lines have “// =>”, but ${edits.length} stand behind an expression`)
  }
  const body = edits
    .sort((a, b) => b.pos - a.pos)
    .reduce((text, edit) => text.slice(0, edit.pos) + edit.text + text.slice(edit.end), code)
  return { text: `${header}\n${body}\nexport {}\n`, checks: edits.length }
}
