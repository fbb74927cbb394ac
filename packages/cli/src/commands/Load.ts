import { MemoryStore } from "@louyu/store-memory"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import type { Progress } from "louyu"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Findings from "../Findings.ts"
import * as Intake from "../Intake.ts"
import * as Look from "../Look.ts"
import * as ProgressBar from "../ProgressBar.ts"
import * as Store from "../Store.ts"

const { field } = Answer

const Load = Schema.Struct({
  folder: field(Schema.String, "the folder, as it was named"),
  store: field(Schema.String, "the store, as it was named"),
  tenant: field(Schema.NullOr(Schema.String), "the tenant of `city.json`, or `null` when it names none"),
  dryRun: field(Schema.Boolean, "whether it was only a rehearsal: then nothing was written"),
  created: field(Schema.Boolean, "whether the store was made for this"),
  commands: field(Answer.Count, "what the rows without errors ask for"),
  events: field(
    Answer.Count,
    "the facts recorded, or, in a rehearsal, that would be, of the whole city; 0 when nothing changes"
  ),
  people: field(
    Answer.Count,
    "the people the vault was told of, or, in a rehearsal, would be; the same the second time"
  ),
  version: field(
    Answer.Count,
    "how many facts the store holds of the organisation afterwards; everything else has versions of its own"
  ),
  facts: field(Answer.Count, "how many facts the store holds of the whole city afterwards"),
  errors: field(Answer.Count, "errors found, listed or not; with any, nothing was written"),
  warnings: field(Answer.Count, "warnings found, listed or not"),
  findings: field(Schema.Array(Answer.Finding), "what was found, in the order of files and rows, up to a thousand")
})
type Load = typeof Load.Type

type Task = Pick<Load, "folder" | "store" | "dryRun">

interface Done {
  readonly intake: Intake.Intake
  readonly events: number
  readonly people: number
}

const outcome = Effect.fnUntraced(function* (task: Task, { intake, events, people }: Done, created: boolean) {
  const { report, findings, errors, warnings, city } = intake
  const answer: Load = {
    ...task,
    tenant: report.tenant ?? null,
    created,
    commands: report.steps.length,
    events,
    people,
    version: city === undefined ? 0 : yield* city.organisation.version(),
    facts: city === undefined ? 0 : yield* city.size(),
    errors,
    warnings,
    findings: findings.map(Answer.finding)
  }
  return { answer, sound: Intake.isSound(intake) }
})

/** Decides on top of what the store holds; on top of nothing, when there is no store yet. */
const rehearse = Effect.fnUntraced(function* (task: Task, place: Store.Place, desk: Command.Desk) {
  const exists = yield* Store.exists(place)
  const store = yield* exists ? Store.open(place, { readOnly: true }) : Layer.build(MemoryStore.layer)
  const read = yield* Intake.read(task.folder, store, desk)
  return yield* outcome(task, yield* Intake.rehearse(read, store, desk), false)
})

/** Decides and records, all of it or nothing; a store made for it stays only when something was recorded. */
const record = Effect.fnUntraced(function* (task: Task, place: Store.Place, desk: Command.Desk) {
  const made = (yield* Store.exists(place)) ? undefined : yield* Store.create(place)
  const store = yield* Store.open(place, { readOnly: false })
  const intake = yield* Intake.read(task.folder, store, desk)
  const { city } = intake
  if (city === undefined || !Intake.isSound(intake)) {
    return yield* outcome(task, { intake, events: 0, people: 0 }, false)
  }
  const follow: Progress.Report = (progress) => {
    desk.bar.report(progress)
    if (ProgressBar.isRecorded(progress)) made?.keep()
  }
  const done = yield* Intake.record(intake, city, follow)
  return yield* outcome(task, done, made !== undefined && Intake.isSound(done.intake))
})

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const spec = yield* Effect.fromResult(Arguments.required(given, "store"))
  const place = yield* Effect.fromResult(Store.parse(desk.io.cwd, spec))
  const dryRun = given.switches.has("dry-run")
  const task: Task = { folder: Arguments.argument(given, 0), store: place.name, dryRun }
  return yield* dryRun ? rehearse(task, place, desk) : record(task, place, desk)
})

const result = (answer: Load, look: Look.Look): ReadonlyArray<string> => {
  const { store, folder, events, facts, created, dryRun, errors } = answer
  const [peopleZh, peopleEn] = answer.people > 0 ? [`，${answer.people} 人`, `; ${answer.people} people`] : ["", ""]
  if (errors > 0) return look.say("未写入任何内容。", "Nothing was written.")
  if (dryRun) {
    return look.say(
      `试运行：将向 ${store} 记录 ${events} 个事实${peopleZh}，未写入任何内容。`,
      `Rehearsal: ${Look.many(events, "fact")} would be recorded in ${store}${peopleEn}; nothing was written.`
    )
  }
  if (events === 0) {
    return look.say(
      `${store} 已包含 ${folder} 的全部内容，没有变化（共 ${facts} 个事实${peopleZh}）。`,
      `${store} already holds all of ${folder}; nothing changed (${Look.many(facts, "fact")}${peopleEn}).`
    )
  }
  return look.say(
    `${created ? "已新建存储，" : ""}向 ${store} 记录了 ${events} 个事实（共 ${facts} 个）${peopleZh}。`,
    `${created ? "Made a new store. " : ""}Recorded ${Look.many(events, "fact")} in ${store} (${facts} in all)${peopleEn}.`
  )
}

/** `louyu load` */
export const load = Command.define<Load>({
  name: "load",
  about: {
    zh: "把城市文件夹载入存储：全部或全不；重复载入不会改变任何内容",
    en: "load a city folder into a store: all of it or nothing; loading it again changes nothing"
  },
  arguments: [{ name: "folder", about: { zh: "城市文件夹", en: "the city folder" } }],
  options: {
    store: {
      value: "sqlite:<file>|postgres:<url>",
      about: { zh: "存储；不存在时新建", en: "the store; one that does not exist is made" }
    },
    "dry-run": { about: { zh: "只检查，不写入", en: "only check, write nothing" } }
  },
  examples: ["louyu load my-city --store sqlite:city.db", "louyu load my-city --store sqlite:city.db --dry-run"],
  answer: Load,
  work,
  show: (answer, look) => [
    ...Findings.lines(answer.findings, look),
    ...(answer.errors + answer.warnings > 0 ? Findings.summary(answer.errors, answer.warnings, look) : []),
    ...result(answer, look)
  ]
})
