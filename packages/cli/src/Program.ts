import { readFileSync } from "node:fs"
import { Problem } from "@louyu/kernel"
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Result from "effect/Result"
import { Nearest } from "louyu"
import * as Answer from "./Answer.ts"
import * as Arguments from "./Arguments.ts"
import { FolderUnsound, Interrupted } from "./CliError.ts"
import type { Command, Done } from "./Command.ts"
import * as Commands from "./Commands.ts"
import * as Display from "./Display.ts"
import { codeOf, codes } from "./Exit.ts"
import * as Findings from "./Findings.ts"
import * as Help from "./Help.ts"
import type { Io, Sink } from "./Io.ts"
import * as Look from "./Look.ts"
import * as OptionValue from "./OptionValue.ts"
import * as ProgressBar from "./ProgressBar.ts"
import { CommandUnknown } from "./UsageError.ts"

const print = (sink: Sink, lines: ReadonlyArray<string>): void => {
  if (lines.length > 0) sink.write(`${lines.join("\n")}\n`)
}

const printJson = (sink: Sink, value: unknown): void => print(sink, [JSON.stringify(value, null, 2)])

const failureJson = (problem: Problem.Problem): unknown => ({
  error:
    problem instanceof FolderUnsound
      ? { ...Problem.toJson(problem), findings: problem.findings.map(Answer.finding) }
      : Problem.toJson(problem)
})

/** Tells what went wrong, as JSON where that was asked for, else to people on the error stream. */
const complain = (io: Io, problem: Problem.Problem, language: Look.Language, json: boolean): number => {
  if (json) printJson(io.stdout, failureJson(problem))
  else {
    const look = Look.on(io.stderr, io.env, language)
    const { zh, en } = problem.text
    const [first = "", ...rest] = look.say(zh, en).map(Display.plain)
    const head = `${look.paint("red", look.label("错误", "error"))} ${first}`
    const findings = problem instanceof FolderUnsound ? problem.findings.map(Answer.finding) : []
    print(io.stderr, [...Findings.lines(findings, look), head, ...rest, look.paint("dim", `[${problem.code}]`)])
  }
  return codeOf(problem)
}

const bug = (io: Io, cause: Cause.Cause<unknown>): number => {
  print(io.stderr, ["程序缺陷，请报告以下内容。 A mistake of the program; please report this:", Cause.pretty(cause)])
  return codes.bug
}

const conclude = (io: Io, done: Done, language: Look.Language, json: boolean): number => {
  if (json) printJson(io.stdout, done.json())
  else print(io.stdout, done.lines(Look.on(io.stdout, io.env, language)))
  return done.sound ? codes.good : codes.badInput
}

const clockOf = (io: Io) =>
  Effect.map(
    Clock.Clock,
    (clock): Clock.Clock => ({
      ...clock,
      currentTimeMillisUnsafe: io.now,
      currentTimeMillis: Effect.sync(io.now)
    })
  )

const perform = async (
  command: Command,
  given: Arguments.Given,
  io: Io,
  language: Look.Language,
  json: boolean
): Promise<number> => {
  const bar = ProgressBar.make(io, Look.on(io.stderr, io.env, language))
  const work = Effect.flatMap(clockOf(io), (clock) =>
    Effect.provideService(command.run(given, { io, bar }), Clock.Clock, clock)
  )
  const exit = await Effect.runPromiseExit(work, { signal: io.signal })
  bar.clear()
  if (Exit.isSuccess(exit)) return conclude(io, exit.value, language, json)
  const failure = Cause.findErrorOption(exit.cause)
  if (failure._tag === "Some") return complain(io, failure.value, language, json)
  if (!Cause.hasInterrupts(exit.cause)) return bug(io, exit.cause)
  return complain(io, new Interrupted({ recorded: bar.hasRecorded() }), language, json)
}

const version = (): string => {
  const { version: text }: { version: string } = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8")
  )
  return text
}

const runCommand = async (name: string, argv: ReadonlyArray<string>, io: Io): Promise<number> => {
  const json = argv.includes("--json")
  const usual = Look.languageOf(undefined, io.env)
  const command = Commands.named(name)
  if (command === undefined) {
    const nearest = Nearest.to(
      name,
      Commands.all.map((one) => one.name)
    )
    return complain(io, new CommandUnknown({ command: name.slice(0, 80), nearest }), usual, json)
  }
  const parsed = Arguments.parse(command, argv)
  if (Result.isFailure(parsed)) return complain(io, parsed.failure, usual, json)
  const given = parsed.success
  const lang = OptionValue.oneOf(given, "lang", ["zh", "en", "both"])
  if (Result.isFailure(lang)) return complain(io, lang.failure, usual, json)
  const language = lang.success ?? usual
  if (given.switches.has("help")) {
    print(io.stdout, Help.ofCommand(command, Look.on(io.stdout, io.env, language)))
    return codes.good
  }
  return perform(command, given, io, language, json)
}

/**
 * Runs the program: everything a shell would see, and nothing else.
 *
 * Shape: gives the exit code and never throws.
 */
export const run = async (argv: ReadonlyArray<string>, io: Io): Promise<number> => {
  const [name, ...rest] = argv
  const asked = rest.indexOf("--lang")
  const language = Look.languageOf(asked < 0 ? undefined : rest[asked + 1], io.env)
  const help = (sink: Sink) => print(sink, Help.ofProgram(Look.on(sink, io.env, language)))
  if (name === undefined) {
    help(io.stderr)
    return codes.wrongUsage
  }
  const [of, ...options] = rest
  if (name === "help" && of !== undefined && !of.startsWith("-")) return runCommand(of, ["--help", ...options], io)
  if (["help", "--help", "-h"].includes(name)) {
    help(io.stdout)
    return codes.good
  }
  if (name === "--version" || name === "-V") {
    print(io.stdout, [version()])
    return codes.good
  }
  return runCommand(name, rest, io)
}
