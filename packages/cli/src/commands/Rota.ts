import { CivilDate } from "@louyu/kernel"
import { RosterReview, RosterState, Rosters } from "@louyu/stations"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type City, Nearest } from "louyu"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as DutyBook from "../DutyBook.ts"
import * as Intake from "../Intake.ts"
import * as OptionValue from "../OptionValue.ts"
import * as RotaAnswer from "../RotaAnswer.ts"
import * as RotaFairness from "../RotaFairness.ts"
import * as RotaPlan from "../RotaPlan.ts"
import * as RotaProof from "../RotaProof.ts"
import * as RotaSummary from "../RotaSummary.ts"
import * as RotaWarnings from "../RotaWarnings.ts"
import * as Source from "../Source.ts"
import * as StationBook from "../StationBook.ts"
import { ArgumentMissing, ArgumentUnexpected, CommandUnknown, OptionMissing, OptionsClash } from "../UsageError.ts"

type Step = Extract<City.Command, { readonly _tag: "GenerateRoster" | "PublishRoster" }>

const actionOf = Effect.fnUntraced(function* ({ arguments: [first = "list"], command }: Arguments.Given) {
  const action = RotaAnswer.actions.find((one) => one === first)
  if (action !== undefined) return action
  const nearest = Nearest.to(first, RotaAnswer.actions)
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
const touched = (
  before: RosterState.Roster,
  after: RosterState.Roster,
  action: RotaAnswer.Action,
  on: CivilDate.CivilDate
) =>
  RosterState.duties(after).filter((duty) => {
    const known = RosterState.duty(before, duty.slot.slot)
    if (action === "publish") return known?.published === undefined && duty.published !== undefined
    return !RosterState.isSettled(duty, on)
  })

interface Asked {
  readonly limit: number
  readonly action: Exclude<RotaAnswer.Action, "list">
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
  const plan = action === "review" ? [] : touched(before, after, action, on).map(RotaPlan.of(book, before, after))
  const warnings = reviewed(book, after)
  const answer: RotaAnswer.Rota = {
    on,
    action,
    written: write,
    rosters: [RotaSummary.of(after)],
    places: plan.length,
    plan: plan.slice(0, limit),
    moved: plan.filter(({ unit, before: held }) => held !== null && held.id !== unit?.id).length,
    members: RotaFairness.of(book, after),
    proof: RotaProof.of(book, after),
    found: warnings === null ? null : RotaWarnings.of(warnings),
    warnings: (warnings ?? []).slice(0, limit)
  }
  return answer
})

const askedOf = Effect.fnUntraced(function* (given: Arguments.Given, action: Exclude<RotaAnswer.Action, "list">) {
  const write = given.switches.has("write")
  const through = yield* Effect.fromResult(OptionValue.date(given, "through"))
  if (through !== undefined && action !== "publish") {
    return yield* new OptionsClash({ options: [`rota ${action}`, "--through"] })
  }
  if (write && action === "review") return yield* new OptionsClash({ options: ["rota review", "--write"] })
  if (write && !given.values.has("store")) return yield* new OptionMissing({ command: "rota", options: ["--store"] })
  const limit = (yield* Effect.fromResult(OptionValue.count(given, "limit"))) ?? 50
  return { action, write, through, limit } satisfies Asked
})

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const action = yield* actionOf(given)
  if (action === "list") {
    const [first] = [...given.switches, ...given.values.keys()].filter((name) =>
      ["write", "through", "limit"].includes(name)
    )
    if (first !== undefined) return yield* new OptionsClash({ options: ["rota list", `--${first}`] })
    const extra = given.arguments[1]
    if (extra !== undefined) {
      return yield* new ArgumentUnexpected({ command: "rota list", argument: extra.slice(0, 80) })
    }
    const book = yield* StationBook.of(given, yield* Source.city(given, desk), "at")
    const rosters = DutyBook.rosters(book).map(RotaSummary.of)
    const nothing = { places: 0, plan: [], moved: 0, members: [], proof: null, found: [], warnings: [] }
    return Command.good<RotaAnswer.Rota>({ on: book.point.on, action, written: false, rosters, ...nothing })
  }
  const asked = yield* askedOf(given, action)
  const named = given.arguments[1]
  if (named === undefined) return yield* new ArgumentMissing({ command: `rota ${action}`, argument: "roster" })
  const { city } = yield* Source.opened(given, desk, { readOnly: !asked.write })
  const book = yield* StationBook.of(given, city, "at")
  const roster = yield* DutyBook.existing(book, named)
  return Command.good<RotaAnswer.Rota>(yield* one(city, book, roster, asked))
})

/** `louyu rota` */
export const rota = Command.define<RotaAnswer.Rota>({
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
  answer: RotaAnswer.Rota,
  work,
  show: RotaAnswer.lines
})
