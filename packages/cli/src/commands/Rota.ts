import { CivilDate } from "@louyu/kernel"
import { RosterReview, RosterState, Rosters } from "@louyu/stations"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type City, Nearest } from "louyu"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import { ArgumentMissing, CommandUnknown, OptionMissing, OptionsClash } from "../CliError.ts"
import * as Command from "../Command.ts"
import * as DutyBook from "../DutyBook.ts"
import * as Intake from "../Intake.ts"
import * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as RotaBook from "../RotaBook.ts"
import * as Source from "../Source.ts"
import * as StationBook from "../StationBook.ts"

const { field } = Answer

const actions = ["list", "generate", "review", "publish"] as const
type Action = (typeof actions)[number]

const Rota = Schema.Struct({
  on: Answer.On,
  action: field(Schema.Literals(actions), "what was asked"),
  written: field(Schema.Boolean, "whether it was recorded; without `--write` nothing is"),
  rosters: field(
    Schema.Array(RotaBook.Summary),
    "the rosters of the city; with one named, that one, as it is or would be"
  ),
  places: field(Answer.Count, "how many places were or would be generated or published; 0 for `list` and `review`"),
  plan: field(Schema.Array(RotaBook.Planned), "these places by day, empty ones included; with a limit not all"),
  moved: field(Answer.Count, "how many of them went, or would go, from one organisation to another"),
  members: field(Schema.Array(RotaBook.Member), "what each organisation owes and has of the whole cycle"),
  proof: field(
    Schema.NullOr(RotaBook.Proof),
    "how good the roster is, and how good it could be; `null` before it is generated"
  ),
  found: field(
    Schema.NullOr(Schema.Array(RotaBook.Found)),
    "how much wants looking after from the day on, by what it is; `null` where the calendar does not know the cycle"
  ),
  warnings: field(Schema.Array(DutyBook.Warning), "the same slot by slot; with a limit not all")
})
type Rota = typeof Rota.Type

type Step = Extract<City.Command, { readonly _tag: "GenerateRoster" | "PublishRoster" }>

const actionOf = Effect.fnUntraced(function* ({ arguments: [first = "list"], command }: Arguments.Given) {
  const action = actions.find((one) => one === first)
  if (action !== undefined) return action
  const nearest = Nearest.to(first, actions)
  return yield* new CommandUnknown({
    command: `${command} ${first.slice(0, 64)}`,
    nearest: nearest && `${command} ${nearest}`
  })
})

// A dry run decides as the city would, and lets what would come of it happen to a copy.
const rehearsed = Effect.fnUntraced(function* (city: City.Open, state: RosterState.State, command: Step) {
  const { events, refusals } = yield* city.dryRun([command])
  const [refusal] = refusals
  if (refusal !== undefined) return yield* Effect.fail(refusal.failure)
  return events.reduce(
    (known, event) =>
      event._tag === "RosterGenerated" || event._tag === "RosterPublished"
        ? Rosters.decider.evolve(known, event)
        : known,
    state
  )
})

const said = Effect.fnUntraced(function* (city: City.Open, command: Step) {
  yield* city.dispatch(command, { actor: Intake.actor })
  return yield* city.stations.rosters()
})

const reviewed = (book: StationBook.StationBook, roster: RosterState.Roster) => {
  const from = CivilDate.max(book.point.on, roster.plan.cycle.from)
  const found = RosterReview.warnings(roster, StationBook.facts(book), from)
  return Result.isFailure(found) ? null : found.success.map((one) => DutyBook.warning(book, roster, one))
}

// What a step changed: places that are new, go to somebody else, or are promised from now on.
const touched = (before: RosterState.Roster, after: RosterState.Roster, action: Action, on: CivilDate.CivilDate) =>
  RosterState.duties(after).filter((duty) => {
    const known = RosterState.duty(before, duty.slot.slot)
    if (action === "publish") return known?.published === undefined && duty.published !== undefined
    return !RosterState.isSettled(duty, on)
  })

interface Asked {
  readonly limit: number
  readonly action: Exclude<Action, "list">
  readonly write: boolean
  readonly through: CivilDate.CivilDate | undefined
}

const commandOf = (
  { drafted, generation }: RosterState.Roster,
  { action, through }: Asked,
  on: CivilDate.CivilDate
) => {
  const of = { roster: drafted.roster, on }
  const command: Step =
    action === "generate"
      ? { _tag: "GenerateRoster", ...of, generation: generation + 1 }
      : { _tag: "PublishRoster", ...of, generation, ...(through === undefined ? {} : { through }) }
  return command
}

const one = Effect.fnUntraced(function* (
  city: City.Open,
  book: StationBook.StationBook,
  before: RosterState.Roster,
  asked: Asked
) {
  const { on } = book.point
  const { action, write, limit } = asked
  const command = commandOf(before, asked, on)
  const state =
    action === "review"
      ? book.rosters
      : write
        ? yield* said(city, command)
        : yield* rehearsed(city, book.rosters, command)
  const after = RosterState.roster(state, before.drafted.roster) ?? before
  const plan = action === "review" ? [] : touched(before, after, action, on).map(RotaBook.planned(book, before, after))
  const warnings = reviewed(book, after)
  const answer: Rota = {
    on,
    action,
    written: write,
    rosters: [RotaBook.summary(after)],
    places: plan.length,
    plan: plan.slice(0, limit),
    moved: plan.filter(({ unit, before: held }) => held !== null && held.id !== unit?.id).length,
    members: RotaBook.members(book, after),
    proof: RotaBook.proof(book, after),
    found: warnings === null ? null : RotaBook.found(warnings),
    warnings: (warnings ?? []).slice(0, limit)
  }
  return answer
})

const askedOf = Effect.fnUntraced(function* (given: Arguments.Given, action: Exclude<Action, "list">) {
  const write = given.switches.has("write")
  const through = yield* Effect.fromResult(Arguments.date(given, "through"))
  if (through !== undefined && action !== "publish") {
    return yield* new OptionsClash({ options: [`rota ${action}`, "--through"] })
  }
  if (write && action === "review") return yield* new OptionsClash({ options: ["rota review", "--write"] })
  if (write && !given.values.has("store")) return yield* new OptionMissing({ command: "rota", options: ["--store"] })
  const limit = (yield* Effect.fromResult(Arguments.count(given, "limit"))) ?? 50
  return { action, write, through, limit } satisfies Asked
})

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const action = yield* actionOf(given)
  if (action === "list") {
    const [first] = [...given.switches, ...given.values.keys()].filter((name) => name === "write" || name === "through")
    if (first !== undefined) return yield* new OptionsClash({ options: ["rota list", `--${first}`] })
    const book = yield* StationBook.of(given, yield* Source.city(given, desk), "at")
    const rosters = DutyBook.rosters(book).map(RotaBook.summary)
    const nothing = { places: 0, plan: [], moved: 0, members: [], proof: null, found: [], warnings: [] }
    return Command.good<Rota>({ on: book.point.on, action, written: false, rosters, ...nothing })
  }
  const asked = yield* askedOf(given, action)
  const named = given.arguments[1]
  if (named === undefined) return yield* new ArgumentMissing({ command: `rota ${action}`, argument: "roster" })
  const { city } = yield* Source.opened(given, desk, { readOnly: !asked.write })
  const book = yield* StationBook.of(given, city, "at")
  const roster = yield* DutyBook.existing(book, named)
  return Command.good<Rota>(yield* one(city, book, roster, asked))
})

const titles: Readonly<Record<Action, readonly [zh: string, en: string]>> = {
  list: ["轮值表", "rosters"],
  generate: ["编排轮值", "generating a roster"],
  review: ["轮值检查", "review of a roster"],
  publish: ["发布轮值", "publishing a roster"]
}

const outcome = (look: Look.Look, { action, written, places, moved }: Rota): ReadonlyArray<string> => {
  if (action === "list" || action === "review") return []
  const what = action === "generate" ? ["编排", "generated"] : ["发布", "published"]
  const count = look.label(`${places} 个岗次`, Look.many(places, "place"))
  const change = moved === 0 ? "" : look.label(`，其中 ${moved} 个换人`, `, ${moved} of them with somebody else`)
  return [
    "",
    written
      ? look.paint("green", `${look.label(`已${what[0]}`, `${what[1]}:`)} ${count}${change}`)
      : look.paint(
          "yellow",
          `${look.label(`预演，未写入；将${what[0]}`, `a rehearsal, nothing was recorded; would be ${what[1]}:`)} ${count}${change}${look.label("。加 --write 即写入。", ". --write records it.")}`
        )
  ]
}

const show = (answer: Rota, look: Look.Look): ReadonlyArray<string> => {
  const { on, action, rosters, plan, places, members, proof, found, warnings } = answer
  const heading = Naming.heading(look, ...titles[action], on)
  if (rosters.length === 0) return [heading, ...look.say("还没有轮值表。", "There are no rosters yet.")]
  const summary = [heading, ...RotaBook.summaryLines(look, rosters)]
  if (action === "list") return summary
  return [
    ...summary,
    ...outcome(look, answer),
    ...RotaBook.planLines(look, plan, places),
    "",
    ...RotaBook.memberLines(look, members),
    ...(proof === null ? [] : ["", ...RotaBook.proofLines(look, proof)]),
    "",
    ...RotaBook.warningLines(look, found, warnings)
  ]
}

/** `louyu rota` */
export const rota = Command.define<Rota>({
  name: "rota",
  about: {
    zh: "轮值表：公平编排（默认只预演）、检查空班与公平性、发布",
    en: "duty rosters: generate one fairly (a rehearsal by default), review gaps and fairness, publish"
  },
  arguments: [
    {
      name: "list|generate|review|publish",
      optional: true,
      about: {
        zh: "列出（默认）、编排、检查或发布",
        en: "list rosters (by default), generate one, review it, or publish what was generated"
      }
    },
    { name: "roster", optional: true, about: { zh: "轮值表编号", en: "the id of the roster" } }
  ],
  options: {
    ...Source.options,
    write: {
      about: {
        zh: "写入存储；不写则只预演编排或发布的结果",
        en: "record what is generated or published in the store; without it nothing is"
      }
    },
    through: {
      value: "<date>",
      about: {
        zh: "发布到这一天（含）为止，默认全部",
        en: "publish up to and including this day; all of it by default"
      }
    },
    limit: {
      value: "<n>",
      about: {
        zh: "最多列出几个岗次与几项提醒，默认 50",
        en: "how many places and warnings to list; 50 of each by default"
      }
    }
  },
  examples: [
    "louyu rota --store sqlite:city.db",
    "louyu rota generate spring --store sqlite:city.db",
    "louyu rota generate spring --store sqlite:city.db --write",
    "louyu rota review spring --store sqlite:city.db",
    "louyu rota publish spring --store sqlite:city.db --through 2026-03-31 --write"
  ],
  answer: Rota,
  work,
  show
})
