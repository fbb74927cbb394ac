import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Findings from "../Findings.ts"
import * as Intake from "../Intake.ts"
import * as Look from "../Look.ts"

const { field } = Answer

const Check = Schema.Struct({
  folder: field(Schema.String, "the folder, as it was named"),
  tenant: field(Schema.NullOr(Schema.String), "the tenant of `city.json`, or `null` when it names none"),
  profile: field(Schema.NullOr(Schema.String), "the id of the profile, or `null` when there is none"),
  commands: field(Answer.Count, "what the rows without errors ask for"),
  events: field(
    Answer.Count,
    "the facts that would be recorded in an empty store, of organisation, posts and visits together; 0 when there are errors"
  ),
  people: field(Answer.Count, "the people the vault would be told of; 0 when there are errors"),
  errors: field(Answer.Count, "errors found, listed or not"),
  warnings: field(Answer.Count, "warnings found, listed or not"),
  findings: field(Schema.Array(Answer.Finding), "what was found, in the order of files and rows, up to a thousand")
})
type Check = typeof Check.Type

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const folder = Arguments.argument(given, 0)
  const store = yield* Layer.build(MemoryStore.layer)
  const read = yield* Intake.read(folder, store, desk)
  const { intake, events, people } = yield* Intake.rehearse(read, store, desk)
  const { report, findings, errors, warnings } = intake
  const answer: Check = {
    folder,
    tenant: report.tenant ?? null,
    profile: report.profile?.id ?? null,
    commands: report.steps.length,
    events,
    people,
    errors,
    warnings,
    findings: findings.map(Answer.finding)
  }
  return { answer, sound: Intake.isSound(intake) }
})

/** `louyu check` */
export const check = Command.define<Check>({
  name: "check",
  about: {
    zh: "检查城市文件夹，不写入任何内容",
    en: "check a city folder; nothing is written"
  },
  arguments: [{ name: "folder", about: { zh: "城市文件夹", en: "the city folder" } }],
  options: {},
  examples: ["louyu check my-city", "louyu check my-city --json"],
  answer: Check,
  work,
  show: (answer, look) => [
    ...Findings.lines(answer.findings, look),
    ...Findings.summary(answer.errors, answer.warnings, look),
    ...(answer.errors > 0
      ? []
      : look.say(
          `${answer.folder}：${answer.commands} 条命令，可记录 ${answer.events} 个事实${answer.people > 0 ? `，${answer.people} 人` : ""}。`,
          `${answer.folder}: ${Look.many(answer.commands, "command")}, which would record ${Look.many(answer.events, "fact")}${answer.people > 0 ? `; ${answer.people} people` : ""}.`
        ))
  ]
})
