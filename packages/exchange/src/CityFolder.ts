import type { Problem } from "@louyu/kernel"
import type { Profile } from "@louyu/profiles"
import * as Agenda from "./Agenda.ts"
import * as Circle from "./Circle.ts"
import * as CityFile from "./CityFile.ts"
import * as Context from "./Context.ts"
import * as Elsewhere from "./Elsewhere.ts"
import { CycleFound } from "./ExchangeError.ts"
import * as Finding from "./Finding.ts"
import * as FindingList from "./FindingList.ts"
import * as PeopleList from "./PeopleList.ts"
import * as Reader from "./Reader.ts"
import * as Registry from "./Registry.ts"
import type { Files, Report, Step } from "./Report.ts"
import * as RosterParts from "./RosterParts.ts"
import type { Harvest } from "./Sheet.ts"
import { sheets } from "./Sheets.ts"

export { type ColumnDoc, columns, type FileDoc, guide, template } from "./Guide.ts"
export { type Subject, subjects } from "./Sheets.ts"

/**
 * How a folder is read.
 *
 * Shape: `limit` findings are kept (1000 unless told); `knows` says which units exist already outside the folder, so
 * that rows may refer to them, `within` where these lie and `schemes` which role schemes are in force there; `profiles`
 * are looked in before the presets when `city.json` names a profile.
 */
export interface ReadOptions extends Partial<Elsewhere.Elsewhere> {
  readonly limit?: number
  readonly profiles?: ReadonlyArray<Profile.Profile>
}

const fileOrder = new Map([CityFile.fileName, ...sheets.map(({ file }) => file)].map((file, index) => [file, index]))
const rankOf = ({ place }: Finding.Finding): number => fileOrder.get(place.file) ?? fileOrder.size

const inOrder = (findings: ReadonlyArray<Finding.Finding>): ReadonlyArray<Finding.Finding> =>
  findings.toSorted((a, b) => rankOf(a) - rankOf(b) || (a.place.row ?? 0) - (b.place.row ?? 0))

/**
 * Reads a city folder: `city.json` and the CSV files beside it.
 *
 * Shape: all that is wrong is found in one reading and is in the report; nothing throws, whatever the bytes. CSV files
 * may be UTF-8, with or without byte order mark, or GB18030; headings may be Chinese or English and in any order.
 * Cost: O(bytes); about 10 s and 1.2 GB for 700,000 rows.
 *
 * ```ts
 * const bytes = (text: string) => new TextEncoder().encode(text)
 * const report = CityFolder.read(
 *   new Map([
 *     ["city.json", bytes('{ "tenant": "danghu", "profile": "pinghu" }')],
 *     ["units.csv", bytes("编号,类型,名称,所在,起始日期\nb-1,楼宇,总商会大厦,s-1,2019-01-01\ns-1,street,当湖街道,,2019-01-01\n")]
 *   ])
 * )
 * report.findings // => []
 * report.steps.map((step) => [step.command._tag, step.origin.row]) // => [["EstablishUnit", 3], ["EstablishUnit", 2]]
 * ```
 */
export const read = (files: Files, options: ReadOptions = {}): Report => {
  const findings = FindingList.make(options.limit ?? 1000)
  const elsewhere = { ...Elsewhere.nothing, ...options }
  const registry = Registry.make(elsewhere.knows)
  const { city, profile } = Reader.city(files, options.profiles ?? [], findings)
  Reader.strangers(files, findings)
  const context = Context.make(profile, registry, elsewhere, city)
  const opened = [...Reader.open(files, context, findings)]
  const lists = opened.some(({ sheet }) => sheet.file === PeopleList.file)
  for (const { table } of opened) Reader.register(table, registry, findings)
  const harvest: Harvest = { steps: [], people: [], rosterParts: RosterParts.empty() }
  // Each table is let go as soon as it is read: the rows of a large file need more room than what they come to.
  for (let next = opened.shift(); next !== undefined; next = opened.shift()) {
    next.sheet.read(next.table, context, findings, harvest)
  }
  const parts = Agenda.parts(harvest.steps)
  for (const { step, units } of Circle.find(parts.organisation)) {
    findings.add(Finding.error(step.origin, new CycleFound({ units })))
  }
  if (lists) for (const finding of PeopleList.missing(parts.roles, harvest.people)) findings.add(finding)
  for (const finding of PeopleList.shared(parts.recruitment, harvest.people)) findings.add(finding)
  return {
    tenant: city?.tenant,
    profile,
    steps: Agenda.order(parts),
    people: harvest.people,
    findings: inOrder(findings.kept),
    errors: findings.errors(),
    warnings: findings.warnings()
  }
}

/**
 * Puts the refusals of a domain at the rows that asked for what was refused.
 *
 * Shape: `failures` as `Decider.run` gives them, `index` counting the steps.
 */
export const attribute = (
  steps: ReadonlyArray<Step>,
  failures: ReadonlyArray<{ readonly index: number; readonly failure: Problem.Problem }>
): ReadonlyArray<Finding.Finding> =>
  failures.flatMap(({ index, failure }) => {
    const step = steps[index]
    return step === undefined ? [] : [Finding.error(step.origin, failure)]
  })
