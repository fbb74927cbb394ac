import * as Arguments from "./Arguments.ts"
import type { Command } from "./Command.ts"
import * as Commands from "./Commands.ts"
import { codes } from "./Exit.ts"
import type { Look } from "./Look.ts"
import * as Table from "./Table.ts"

const columns = [{ head: "" }, { head: "" }]

const table = (look: Look, rows: ReadonlyArray<readonly [term: string, zh: string, en: string]>) =>
  Table.lines(
    columns,
    rows.flatMap(([term, zh, en]) => look.say(zh, en).map((text, i) => [i === 0 ? `  ${term}` : "", text]))
  )

const heading = (look: Look, zh: string, en: string) => look.paint("bold", look.label(zh, en))

const argumentTerm = ({ name, optional }: Arguments.Argument): string =>
  optional === true ? `[<${name}>]` : `<${name}>`

const optionTerm = (name: string, { value }: Arguments.Option): string =>
  value === undefined ? `--${name}` : `--${name} ${value}`

/** The usage of one command. */
export const ofCommand = (command: Command, look: Look): ReadonlyArray<string> => {
  const options = { ...command.options, ...Arguments.common }
  const words = command.arguments.map((argument) => ` ${argumentTerm(argument)}`).join("")
  return [
    ...look.say(command.about.zh, command.about.en),
    "",
    `${heading(look, "用法", "Usage")}: louyu ${command.name}${words} [${look.label("选项", "options")}]`,
    ...(command.arguments.length === 0 ? [] : ["", heading(look, "参数", "Arguments")]),
    ...table(
      look,
      command.arguments.map((argument) => [argumentTerm(argument), argument.about.zh, argument.about.en])
    ),
    "",
    heading(look, "选项", "Options"),
    ...table(
      look,
      Object.entries(options).map(([name, option]) => [optionTerm(name, option), option.about.zh, option.about.en])
    ),
    "",
    heading(look, "示例", "Examples"),
    ...command.examples.map((example) => `  ${example}`)
  ]
}

const exits: ReadonlyArray<readonly [number, string, string]> = [
  [codes.good, "成功", "all went well"],
  [codes.badInput, "输入有误", "what was given has errors"],
  [codes.wrongUsage, "用法有误", "the command line is wrong"],
  [
    codes.environment,
    "环境问题：存储缺失、被锁定、磁盘已满等",
    "the machine is in the way: store missing, locked, disk full"
  ],
  [codes.bug, "程序缺陷", "a mistake of the program itself"],
  [codes.interrupted, "被 Ctrl-C 中断", "ended by Ctrl-C"]
]

/** What the program can do. */
export const ofProgram = (look: Look): ReadonlyArray<string> => [
  ...look.say("楼宇：商务楼宇里的组织与服务", "Louyu: organisation and services inside commercial buildings"),
  "",
  `${heading(look, "用法", "Usage")}: louyu <${look.label("命令", "command")}> [${look.label("选项", "options")}]`,
  "",
  heading(look, "命令", "Commands"),
  ...table(
    look,
    Commands.all.map(({ name, about }) => [name, about.zh, about.en])
  ),
  "",
  heading(look, "退出码", "Exit codes"),
  ...table(
    look,
    exits.map(([code, zh, en]) => [String(code), zh, en])
  ),
  "",
  ...look.say("louyu <命令> --help 查看某个命令的用法。", "louyu <command> --help shows the usage of a command.")
]
