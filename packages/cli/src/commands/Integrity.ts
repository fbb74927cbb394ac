import { Finding, Integrity as Report } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Display from "../Display.ts"
import * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as Source from "../Source.ts"

const { field } = Answer

const Flaw = Schema.Struct({
  code: field(
    Schema.String,
    `what it is: ${Object.keys(Finding.findings)
      .map((code) => `\`${code}\``)
      .join(", ")}`
  ),
  severity: field(Schema.Literals(["error", "warning"]), "whether it is wrong, or looks wrong"),
  unit: field(Schema.String, "the id of the unit, or of the alliance"),
  detail: field(Schema.String, "more about it, such as another unit or a number; may be empty"),
  text: field(Answer.Sentence, "what is wrong and what to do")
})

const Integrity = Schema.Struct({
  on: Answer.On,
  errors: field(Answer.Count, "how many errors were found"),
  warnings: field(Answer.Count, "how many warnings were found"),
  findings: field(Schema.Array(Flaw), "all that was found, errors first")
})
type Integrity = typeof Integrity.Type

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const city = yield* Source.city(given, desk)
  const view = yield* city.organisation.on(yield* Source.date(given, city))
  const findings = Report.report(view)
  const errors = findings.filter(({ severity }) => severity === "error").length
  return Command.good<Integrity>({ on: view.on, errors, warnings: findings.length - errors, findings })
})

// Of a sort that comes up very often the first few are enough to know where to look.
const shownOfSort = 5

const show = ({ on, errors, warnings, findings }: Integrity, look: Look.Look): ReadonlyArray<string> => {
  const sorts = Map.groupBy(findings, ({ code }) => code)
  const rows = [...sorts].flatMap(([code, found]) => {
    const more = found.length - shownOfSort
    const style = found[0]?.severity === "error" ? "red" : "yellow"
    return [
      `${look.paint(style, code)} ${found.length}`,
      ...found
        .slice(0, shownOfSort)
        .flatMap(({ text }) => look.say(text.zh, text.en).map((sentence) => `  ${Display.plain(sentence)}`)),
      ...(more > 0 ? [`  ${look.paint("dim", look.label(`……另有 ${more} 条`, `… and ${more} more`))}`] : [])
    ]
  })
  const counts = look.label(
    `${errors} 处错误，${warnings} 处提示`,
    `${Look.many(errors, "error")}, ${Look.many(warnings, "warning")}`
  )
  return [`${Naming.heading(look, "完整性检查", "integrity", on)} ${counts}`, ...rows]
}

/** `louyu integrity` */
export const integrity = Command.define<Integrity>({
  name: "integrity",
  about: {
    zh: "列出某一天数据中的缺漏与可疑之处",
    en: "list what is missing or looks wrong in the organisation on a date"
  },
  arguments: [],
  options: Source.options,
  examples: ["louyu integrity --store sqlite:city.db", "louyu integrity --store sqlite:city.db --json"],
  answer: Integrity,
  work,
  show
})
