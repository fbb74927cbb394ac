import { parseArgs } from "node:util"
import type { Text } from "@louyu/kernel"
import * as Result from "effect/Result"
import { Nearest } from "louyu"
import {
  ArgumentMissing,
  ArgumentUnexpected,
  type OptionInvalid,
  OptionMissing,
  type OptionsClash,
  OptionUnknown,
  OptionValueMisplaced
} from "./UsageError.ts"

type Both = Text.Both

/** An option of a command. Shape: with `value`, the placeholder shown in help, it needs one; without, it is a switch. */
export interface Option {
  readonly about: Both
  readonly value?: string
}

/** An argument of a command, named in help. Shape: those that may be left out come last. */
export interface Argument {
  readonly name: string
  readonly about: Both
  readonly optional?: boolean
}

/** What a command line may hold. */
export interface Grammar {
  readonly name: string
  readonly arguments: ReadonlyArray<Argument>
  readonly options: Readonly<Record<string, Option>>
}

/** A command line taken apart. */
export interface Given {
  readonly command: string
  readonly arguments: ReadonlyArray<string>
  readonly values: ReadonlyMap<string, string>
  readonly switches: ReadonlySet<string>
}

/** What can be wrong with a command line. */
export type UsageError =
  | OptionUnknown
  | OptionValueMisplaced
  | OptionInvalid
  | OptionMissing
  | OptionsClash
  | ArgumentMissing
  | ArgumentUnexpected

/** Options every command has. */
export const common: Readonly<Record<string, Option>> = {
  json: { about: { zh: "输出 JSON（格式见 JSON.md）", en: "answer in JSON (see JSON.md)" } },
  lang: {
    value: "zh|en|both",
    about: { zh: "输出语言，默认随系统", en: "language of the answer; the locale's by default" }
  },
  help: { about: { zh: "显示用法", en: "show the usage" } }
}

const shorts: Readonly<Record<string, string>> = { h: "help" }

/**
 * Takes a command line apart by the grammar of its command. Of an option given twice the last counts.
 */
export const parse = (grammar: Grammar, argv: ReadonlyArray<string>): Result.Result<Given, UsageError> => {
  const known = { ...common, ...grammar.options }
  const options = Object.fromEntries(
    Object.entries(known).map(([name, option]) => [
      name,
      { type: option.value === undefined ? ("boolean" as const) : ("string" as const) }
    ])
  )
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true })
  const positionals: Array<string> = []
  const values = new Map<string, string>()
  const switches = new Set<string>()
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value)
    if (token.kind !== "option") continue
    const name = shorts[token.name] ?? token.name
    const option = Object.hasOwn(known, name) ? known[name] : undefined
    if (option === undefined) {
      const nearest = Nearest.to(name, Object.keys(known))
      const failure = { command: grammar.name, option: token.rawName, nearest: nearest && `--${nearest}` }
      return Result.fail(new OptionUnknown(failure))
    }
    // A value that looks like an option was forgotten; one that really begins with a dash is written with "=".
    const value = token.inlineValue === false && token.value?.startsWith("-") ? undefined : token.value
    const needed = option.value !== undefined
    if (needed !== (value !== undefined))
      return Result.fail(new OptionValueMisplaced({ option: token.rawName, needed }))
    if (value === undefined) switches.add(name)
    else values.set(name, value)
  }
  const given = { command: grammar.name, arguments: positionals, values, switches }
  return switches.has("help") ? Result.succeed(given) : checkArguments(grammar, given)
}

/** A text without the user and password of an address, which may stand where it does not belong. */
export const withoutSecrets = (text: string): string =>
  text.replaceAll(/\/\/[^/\s]*@/gu, "//…@").replaceAll(/password=[^&\s]*/giu, "password=…")

const checkArguments = (grammar: Grammar, given: Given): Result.Result<Given, UsageError> => {
  const { arguments: wanted, name: command } = grammar
  const missing = wanted[given.arguments.length]
  if (missing !== undefined && missing.optional !== true)
    return Result.fail(new ArgumentMissing({ command, argument: missing.name }))
  const extra = given.arguments[wanted.length]
  return extra === undefined
    ? Result.succeed(given)
    : Result.fail(new ArgumentUnexpected({ command, argument: withoutSecrets(extra).slice(0, 80) }))
}

/** The argument at a place; the grammar has seen to it that it is there. */
export const argument = (given: Given, index: number): string => given.arguments[index] ?? ""

/** An option that must be there. */
export const required = (given: Given, option: string): Result.Result<string, OptionMissing> => {
  const value = given.values.get(option)
  return value === undefined
    ? Result.fail(new OptionMissing({ command: given.command, options: [`--${option}`] }))
    : Result.succeed(value)
}
