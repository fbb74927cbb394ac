import { CityFolder, Finding, type Report } from "@louyu/exchange"
import { CivilDate, Identifier, type Problem, Timeline } from "@louyu/kernel"
import { State } from "@louyu/organisation"
import { type EventStore, StoreError, Vault } from "@louyu/ports"
import { Roster } from "@louyu/roles"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { City, type CityError, type Progress } from "louyu"
import type { Desk } from "./Command.ts"
import * as Folder from "./Folder.ts"

/** What a city folder says and everything wrong with it; with a city to ask, as far as there can be one. */
export interface Intake {
  readonly report: Report.Report
  readonly city: City.Open | undefined
  readonly findings: ReadonlyArray<Finding.Finding>
  readonly errors: number
  readonly warnings: number
}

/** Who records what a folder says. */
export const actor = "louyu-cli"

const cityFile = "city.json"
const isUnitId = Schema.is(Identifier.UnitId)
const anyDay = CivilDate.fromEpochDay(0)

const inCityFile = (problem: Problem.Problem): Finding.Finding => Finding.error({ file: cityFile }, problem)

const isAboutProfile = (problem: Problem.Problem): boolean => problem.code.startsWith("louyu/Profile")

/** What a folder asks for: first that its profile holds, then what its rows say. */
export const commands = ({ steps, profile }: Report.Report): ReadonlyArray<City.Command> => [
  ...(profile === undefined ? [] : [{ _tag: "AdoptProfile" as const, profile }]),
  ...steps.map((step) => step.command)
]

// A folder that says anything says first which profile it means; so steps count from 1 among the commands.
const withFindings = (
  report: Report.Report,
  city: City.Open | undefined,
  more: ReadonlyArray<Finding.Finding> = []
): Intake => ({
  report,
  city,
  findings: [...more.toSorted(byPlace), ...report.findings].slice(0, limit),
  errors: report.errors + more.filter(({ severity }) => severity === "error").length,
  warnings: report.warnings + more.filter(({ severity }) => severity === "warning").length
})

// More than anybody reads; the numbers of errors and warnings count all.
const limit = 1_000

const byPlace = (a: Finding.Finding, b: Finding.Finding): number =>
  Number(b.place.file === cityFile) - Number(a.place.file === cityFile) ||
  a.place.file.localeCompare(b.place.file, "en") ||
  (a.place.row ?? 0) - (b.place.row ?? 0)

/** Puts what the city refuses at the rows that asked for it. */
export const refused = (intake: Intake, refusals: ReadonlyArray<CityError.Refusal>): Intake => {
  const { report, city } = intake
  const [profile, rows] = [refusals.filter(({ index }) => index === 0), refusals.filter(({ index }) => index > 0)]
  return withFindings(report, city, [
    ...profile.map(({ failure }) => inCityFile(failure)),
    ...CityFolder.attribute(
      report.steps,
      rows.map(({ index, failure }) => ({ index: index - 1, failure }))
    )
  ])
}

/**
 * Reads a folder against a store: what the store knows already need not be in the folder.
 *
 * Fails: when folder or store cannot be read; what is wrong with the folder is among the findings.
 */
export const read = Effect.fnUntraced(function* (
  folder: string,
  store: Context.Context<EventStore.EventStore | Vault.Vault>,
  { io, bar }: Desk
) {
  const files = yield* Folder.read(io.cwd, folder)
  const head = CityFolder.read(new Map([...files].filter(([name]) => name === cityFile)))
  const { tenant, profile } = head
  if (tenant === undefined || profile === undefined) return withFindings(CityFolder.read(files), undefined)
  const opening = Effect.provideContext(City.open({ tenant, profile, report: bar.report }), store)
  const opened = yield* Effect.result(opening)
  if (opened._tag === "Failure") {
    const { failure } = opened
    if (!isAboutProfile(failure)) return yield* Effect.fail(failure)
    const report = CityFolder.read(files)
    // Where a profile contradicts itself, the folder has told each place already.
    const told = failure._tag === "ProfileUnsound" && report.errors > 0
    return withFindings(report, undefined, told ? [] : [inCityFile(failure)])
  }
  const city = opened.success
  return withFindings(CityFolder.read(files, yield* knownTo(city)), city)
})

/** What a city knows that a folder may build on: units, where they lie, and the role schemes in force there. */
const knownTo = Effect.fnUntraced(function* (city: City.Open) {
  const { state } = yield* city.organisation.on(anyDay)
  const { directory } = yield* city.roles.on(anyDay)
  const unitOf = (id: string) => (isUnitId(id) ? State.unit(state, id) : undefined)
  const rosterOf = (id: string) => (isUnitId(id) ? directory.rosters.get(id) : undefined)
  return {
    knows: (id: string) => unitOf(id) !== undefined,
    within: (id: string, on: CivilDate.CivilDate) => {
      const unit = unitOf(id)
      return unit === undefined ? undefined : Timeline.at(unit.superior.location, on)
    },
    schemes: (id: string, on: CivilDate.CivilDate) => {
      const roster = rosterOf(id)
      return roster === undefined ? [] : Roster.schemesOn(roster, on).map(({ scheme }) => scheme)
    }
  }
})

/** Decides what a sound folder asks for, and records nothing. */
export const rehearse = Effect.fnUntraced(function* (
  intake: Intake,
  store: Context.Context<Vault.Vault>,
  { bar }: Desk
) {
  const { report, city } = intake
  if (city === undefined || intake.errors > 0) return { intake, events: 0, people: 0 }
  const { refusals, events } = yield* city.dryRun(commands(report), { report: bar.report })
  if (refusals.length > 0) return { intake: refused(intake, refusals), events: events.length, people: 0 }
  const vault = Context.get(store, Vault.Vault)
  const leave = Effect.fnUntraced(function* ({ person }: Report.Person) {
    const held = yield* vault.get(city.tenant, person)
    return held?._tag === "Erased" ? new StoreError.PersonErased({ tenant: city.tenant, person }) : undefined
  })
  return { ...(yield* eachPerson(intake, leave)), events: events.length }
})

/** Does something for each person of a folder; who has to be left out becomes a warning at their row. */
const eachPerson = Effect.fnUntraced(function* <E>(
  { report, city }: Intake,
  leave: (person: Report.Person) => Effect.Effect<Problem.Problem | undefined, E>
) {
  const left: Array<Finding.Finding> = []
  for (const person of report.people) {
    const reason = yield* leave(person)
    if (reason !== undefined) left.push(Finding.warning(person.origin, reason))
  }
  return { intake: withFindings(report, city, left), people: report.people.length - left.length }
})

/**
 * Tells the vault who the people of a folder are, once what it asks for is recorded.
 *
 * Nobody is interrupted in the middle of it: what was recorded and who people are belong together.
 */
const keepPeople = (intake: Intake, city: City.Open) => {
  const keep = Effect.fnUntraced(function* ({ person, entry }: Report.Person) {
    const kept = yield* Effect.result(city.people.keep(person, entry))
    if (Result.isSuccess(kept)) return undefined
    return kept.failure._tag === "PersonErased" ? kept.failure : yield* Effect.fail(kept.failure)
  })
  return Effect.uninterruptible(eachPerson(intake, keep))
}

/** Carries out what a sound folder asks for, all of it or nothing, and tells the vault who its people are. */
export const record = Effect.fnUntraced(function* (intake: Intake, city: City.Open, report: Progress.Report) {
  const done = yield* Effect.result(city.dispatchAll(commands(intake.report), { actor }, { report }))
  if (Result.isSuccess(done)) {
    return { ...(yield* keepPeople(intake, city)), events: done.success.events.length }
  }
  if (done.failure._tag !== "CommandsRefused") return yield* Effect.fail(done.failure)
  return { intake: refused(intake, done.failure.refusals), events: 0, people: 0 }
})

/** Tells whether a folder may be loaded. */
export const isSound = (intake: Intake): boolean => intake.city !== undefined && intake.errors === 0
