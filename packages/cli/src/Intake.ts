import { CityFolder, Finding, type Report } from "@louyu/exchange"
import { CivilDate, Identifier, type Problem } from "@louyu/kernel"
import { State } from "@louyu/organisation"
import type { EventStore, Vault } from "@louyu/ports"
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { City, type CityDomain, type CityError } from "louyu"
import type { Desk } from "./Command.ts"
import * as Folder from "./Folder.ts"

/** What a city folder says and everything wrong with it; with a city to ask, as far as there can be one. */
export interface Intake {
  readonly report: Report.Report
  readonly city: City.Open | undefined
  readonly findings: ReadonlyArray<Finding.Finding>
  readonly errors: number
}

/** Who records what a folder says. */
export const actor = "louyu-cli"

const cityFile = "city.json"
const isUnitId = Schema.is(Identifier.UnitId)
const anyDay = CivilDate.fromEpochDay(0)

const inCityFile = (problem: Problem.Problem): Finding.Finding => Finding.error({ file: cityFile }, problem)

const isAboutProfile = (problem: Problem.Problem): boolean => problem.code.startsWith("louyu/Profile")

/** What a folder asks for: first that its profile holds, then what its rows say. */
export const commands = ({ steps, profile }: Report.Report): ReadonlyArray<CityDomain.Command> => [
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
  errors: report.errors + more.length
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
    return withFindings(CityFolder.read(files), undefined, [inCityFile(failure)])
  }
  const city = opened.success
  const { state } = yield* city.organisation.on(anyDay)
  const knows = (id: string) => isUnitId(id) && State.unit(state, id) !== undefined
  return withFindings(CityFolder.read(files, { knows }), city)
})

/** Decides what a sound folder asks for, and records nothing. */
export const rehearse = Effect.fnUntraced(function* (intake: Intake, { bar }: Desk) {
  const { report, city } = intake
  if (city === undefined || intake.errors > 0) return { intake, events: 0 }
  const { refusals, events } = yield* city.dryRun(commands(report), { report: bar.report })
  return { intake: refused(intake, refusals), events: events.length }
})

/** Tells whether a folder may be loaded. */
export const isSound = (intake: Intake): boolean => intake.city !== undefined && intake.errors === 0
