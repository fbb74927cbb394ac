import ts from "typescript"
import { place } from "../scripts/typescriptProgram.ts"

/** A use of something that makes a pure package depend on when, where or by whom it is run. */
export interface Impurity {
  readonly what: string
  readonly place: string
}

// What the language itself offers and that nevertheless answers differently from run to run or machine to machine.
const impureBuiltIns = new Set(["eval", "Function", "WeakRef", "FinalizationRegistry", "Atomics"])
const impureMembers: Readonly<Record<string, RegExp>> = {
  Math: /^random$/u,
  DateConstructor: /^now$/u,
  Date: /^(?:[gs]et(?!Time$|UTC).+|to(?!ISOString|JSON|UTCString).+)$/u,
  DateTimeFormat: /^resolvedOptions$/u,
  Number: /^toLocale/u,
  Array: /^toLocale/u
}
const impureEffects: Readonly<Record<string, RegExp>> = {
  Clock: /./u,
  Random: /./u,
  Console: /./u,
  DateTime: /^(?:now|nowUnsafe|nowAsDate|setZoneCurrent|zoneMakeLocal|CurrentTimeZone.*|layerCurrentZone.*)$/u,
  Effect: /^(?:run|log|sleep|delay|timeout|clock)/u
}
// Without a locale argument these follow the language of the machine.
const localeArgument: Readonly<Record<string, number>> = {
  localeCompare: 2,
  toLocaleLowerCase: 1,
  toLocaleUpperCase: 1,
  toLocaleString: 1
}

const isDeclarationName = (node: ts.Identifier): boolean =>
  ts.isPropertyAssignment(node.parent) || ts.isPropertySignature(node.parent) || ts.isMethodDeclaration(node.parent)
    ? node.parent.name === node
    : false

const stabilityOf = (symbol: ts.Symbol, checker: ts.TypeChecker): string | undefined => {
  const tag = symbol.getJsDocTags(checker).find(({ name }) => name === "stability")
  return tag?.text?.map(({ text }) => text).join("")
}

const effectModule = /\/effect\/(?:dist|src)\/(.+?)\.(?:d\.)?ts$/u

const languageProblem = (node: ts.Identifier, declaration: ts.Declaration): string | undefined => {
  const { parent, text } = node
  const owner = ts.isInterfaceDeclaration(declaration.parent) ? declaration.parent.name.text : undefined
  if (owner === undefined && impureBuiltIns.has(text) && !ts.isTypeNode(parent)) return text
  if (owner !== undefined && impureMembers[owner]?.test(text)) return `${owner}.${text}`
  const call = ts.isPropertyAccessExpression(parent) ? parent.parent : parent
  const given = ts.isCallExpression(call) ? call.arguments.length : undefined
  if (given !== undefined && given < (localeArgument[text] ?? 0)) return `${text} without a locale`
  const made = (ts.isNewExpression(parent) || ts.isCallExpression(parent)) && parent.expression === node
  return made && text === "Date" && !parent.arguments?.length ? "the current Date" : undefined
}

const effectProblem = (symbol: ts.Symbol, module: string, checker: ts.TypeChecker): string | undefined => {
  const stability = stabilityOf(symbol, checker)
  if (stability !== undefined && stability !== "stable") return `effect/${module} ${symbol.name}: ${stability}`
  return impureEffects[module]?.test(symbol.name) ? `effect/${module} ${symbol.name}` : undefined
}

// In `const { random } = Math` the name means the member that is taken out, not the new variable.
const meant = (node: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined => {
  const { parent } = node
  if (ts.isBindingElement(parent) && ts.isObjectBindingPattern(parent.parent)) {
    const isMember = parent.propertyName === undefined || parent.propertyName === node
    return isMember ? checker.getPropertyOfType(checker.getTypeAtLocation(parent.parent), node.text) : undefined
  }
  const found = isDeclarationName(node) ? undefined : checker.getSymbolAtLocation(node)
  return found !== undefined && found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found
}

/** Finds what a program's files must not use; `effectUses` counts the uses of `effect` that were judged. */
export const inspect = (
  program: ts.Program,
  isJudged: (fileName: string) => boolean
): { readonly impurities: ReadonlyArray<Impurity>; readonly effectUses: number; readonly files: number } => {
  const checker = program.getTypeChecker()
  const impurities: Array<Impurity> = []
  let effectUses = 0
  let files = 0

  const problem = (node: ts.Identifier): string | undefined => {
    const symbol = meant(node, checker)
    const declarations = symbol?.declarations ?? []
    if (symbol?.name === "globalThis" && declarations.length === 0) return "globalThis"
    for (const declaration of declarations) {
      const source = declaration.getSourceFile()
      if (program.isSourceFileDefaultLibrary(source)) return languageProblem(node, declaration)
      const module = effectModule.exec(source.fileName)?.[1]
      if (symbol !== undefined && module !== undefined) {
        effectUses++
        return effectProblem(symbol, module, checker)
      }
    }
    return declarations.some((declaration) => declaration.getSourceFile().fileName.includes("/@types/node/"))
      ? `${node.text} of Node`
      : undefined
  }

  const visit = (node: ts.Node): void => {
    const what = ts.isIdentifier(node) ? problem(node) : undefined
    if (what !== undefined) impurities.push({ what, place: place(node) })
    ts.forEachChild(node, visit)
  }
  for (const source of program.getSourceFiles()) {
    if (source.isDeclarationFile || !isJudged(source.fileName)) continue
    files++
    visit(source)
  }
  return { impurities, effectUses, files }
}
