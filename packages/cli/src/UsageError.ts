import { define, meant } from "./CliError.ts"

/** There is no such command. */
export class CommandUnknown extends define("CommandUnknown")<{
  readonly command: string
  readonly nearest: string | undefined
}>((e) => ({
  zh: `没有“${e.command}”这一命令。${meant(e.nearest).zh}运行 louyu --help 查看全部命令。`,
  en: `There is no command "${e.command}".${meant(e.nearest).en} Run louyu --help for all commands.`
})) {}

/** The command has no such option. */
export class OptionUnknown extends define("OptionUnknown")<{
  readonly command: string
  readonly option: string
  readonly nearest: string | undefined
}>((e) => ({
  zh: `${e.command} 没有选项 ${e.option}。${meant(e.nearest).zh}运行 louyu ${e.command} --help 查看用法。`,
  en: `${e.command} has no option ${e.option}.${meant(e.nearest).en} Run louyu ${e.command} --help for its usage.`
})) {}

/** An option that needs a value has none, or one that takes none has one. */
export class OptionValueMisplaced extends define("OptionValueMisplaced")<{
  readonly option: string
  readonly needed: boolean
}>((e) => ({
  zh: e.needed ? `选项 ${e.option} 需要一个值。` : `选项 ${e.option} 不带值。`,
  en: e.needed ? `Option ${e.option} needs a value.` : `Option ${e.option} takes no value.`
})) {}

/** The value of an option is not of the form it must have. */
export class OptionInvalid extends define("OptionInvalid")<{
  readonly option: string
  readonly value: string
  readonly expected: { readonly zh: string; readonly en: string }
}>((e) => ({
  zh: `选项 ${e.option} 的值“${e.value}”无效，应为${e.expected.zh}。`,
  en: `The value "${e.value}" of option ${e.option} is not ${e.expected.en}.`
})) {}

/** An option that this command cannot do without is missing. */
export class OptionMissing extends define("OptionMissing")<{
  readonly command: string
  readonly options: ReadonlyArray<string>
}>((e) => ({
  zh: `${e.command} 需要 ${e.options.join(" 或 ")}。运行 louyu ${e.command} --help 查看用法。`,
  en: `${e.command} needs ${e.options.join(" or ")}. Run louyu ${e.command} --help for its usage.`
})) {}

/** Two options that exclude each other were given. */
export class OptionsClash extends define("OptionsClash")<{ readonly options: ReadonlyArray<string> }>((e) => ({
  zh: `${e.options.join(" 与 ")} 不能同时使用。`,
  en: `${e.options.join(" and ")} cannot be used together.`
})) {}

/** An argument is missing. */
export class ArgumentMissing extends define("ArgumentMissing")<{
  readonly command: string
  readonly argument: string
}>((e) => ({
  zh: `${e.command} 缺少参数 <${e.argument}>。运行 louyu ${e.command} --help 查看用法。`,
  en: `${e.command} lacks its argument <${e.argument}>. Run louyu ${e.command} --help for its usage.`
})) {}

/** There is one argument too many. */
export class ArgumentUnexpected extends define("ArgumentUnexpected")<{
  readonly command: string
  readonly argument: string
}>((e) => ({
  zh: `${e.command} 不接受参数“${e.argument}”。含空格的参数请加引号。`,
  en: `${e.command} takes no argument "${e.argument}". Put arguments with blanks in quotes.`
})) {}
