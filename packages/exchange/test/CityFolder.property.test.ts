import { BodyCommand, Command as CaseCommand, WhistleCommand } from "@louyu/casework"
import { EnterpriseCommand, PublicationCommand, TaxCommand, TenancyCommand } from "@louyu/economy"
import { Command as MatchingCommand, PartnerCommand } from "@louyu/matching"
import { Command } from "@louyu/organisation"
import {
  ActivityCommand,
  AnnualListCommand,
  ClassCommand,
  CoManagementCommand,
  PactCommand,
  PairingCommand,
  ProgrammeCommand,
  SeriesCommand,
  VolunteeringCommand,
  WishCommand,
  WorkLineCommand
} from "@louyu/programmes"
import { Command as RecruitmentCommand, Stay } from "@louyu/recruitment"
import { Command as RolesCommand, VisitCommand } from "@louyu/roles"
import {
  FacilityCommand,
  PointCommand,
  RoomCommand,
  RosterCommand,
  StationCommand,
  StationingCommand
} from "@louyu/stations"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { CityFolder, Csv } from "../src/index.ts"
import { agreementRows } from "./agreementRows.ts"
import { bodyRows } from "./bodyRows.ts"
import { caseRows } from "./caseRows.ts"
import { economyRows } from "./economyRows.ts"
import { enterpriseRows } from "./enterpriseRows.ts"
import { facilityRows } from "./facilityRows.ts"
import { bytes, city } from "./folder.ts"
import * as Gb18030 from "./gb18030.ts"
import { listRows } from "./listRows.ts"
import { postRows } from "./postRows.ts"
import { programmeRows } from "./programmeRows.ts"
import { recruitmentRows } from "./recruitmentRows.ts"
import { roomRows } from "./roomRows.ts"
import { rosterRows } from "./rosterRows.ts"
import { type Data, rows as unitRows, type Written } from "./rows.ts"
import { stationRows } from "./stationRows.ts"
import { togetherRows } from "./togetherRows.ts"
import { whistleRows } from "./whistleRows.ts"

const rows = fc
  .tuple(
    unitRows,
    postRows,
    listRows,
    economyRows,
    enterpriseRows,
    recruitmentRows,
    caseRows,
    bodyRows,
    whistleRows,
    stationRows,
    roomRows,
    facilityRows,
    rosterRows,
    programmeRows,
    togetherRows,
    agreementRows
  )
  .map((parts) => parts.flat())

const unions = [
  Command.Command,
  RolesCommand.Command,
  VisitCommand.VisitCommand,
  MatchingCommand.Command,
  PartnerCommand.PartnerCommand,
  TenancyCommand.TenancyCommand,
  TaxCommand.TaxCommand,
  EnterpriseCommand.EnterpriseCommand,
  PublicationCommand.PublicationCommand,
  RecruitmentCommand.Command,
  Stay.StayCommand,
  CaseCommand.Command,
  BodyCommand.Command,
  WhistleCommand.Command,
  StationCommand.Command,
  RoomCommand.Command,
  PointCommand.Command,
  FacilityCommand.Command,
  StationingCommand.Command,
  RosterCommand.Command,
  ProgrammeCommand.Command,
  SeriesCommand.Command,
  ActivityCommand.Command,
  WorkLineCommand.Command,
  AnnualListCommand.Command,
  VolunteeringCommand.Command,
  WishCommand.Command,
  PactCommand.Command,
  PairingCommand.Command,
  CoManagementCommand.Command,
  ClassCommand.Command
] as const

/** A value as one text, whatever the order of its keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, v: unknown) =>
    typeof v === "object" && v !== null && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v
  )
const sorted = (commands: Iterable<unknown>): ReadonlyArray<string> => [...commands].map(canonical).sort()

interface Style {
  readonly seed: number
  readonly isChinese: boolean
  readonly ending: "\n" | "\r\n"
  readonly mark: boolean
  readonly gb18030: boolean
}
const style: fc.Arbitrary<Style> = fc.record({
  seed: fc.nat(),
  isChinese: fc.boolean(),
  ending: fc.constantFrom("\n", "\r\n"),
  mark: fc.boolean(),
  gb18030: fc.boolean()
})

/** Writes the rows of a file in some style: columns in another order, headings in either language. */
const write = (
  file: string,
  all: ReadonlyArray<Written>,
  { seed, isChinese, ending, mark, gb18030 }: Style
): Uint8Array => {
  const known = CityFolder.columns.find((one) => one.file === file)?.columns ?? []
  const used = known.filter(({ id, required }) => required || all.some(({ cells }) => (cells[id] ?? "") !== ""))
  const turned = used.map((_, i) => used[(i + seed) % used.length]).filter((column) => column !== undefined)
  const headings = turned.map(({ names }, i) => ((seed + i) % 3 === 0 || isChinese ? names.zh : names.en))
  const body = all.map(({ cells }) => turned.map(({ id }) => cells[id] ?? ""))
  const text = Csv.write([headings, ...body]).replaceAll("\n", ending)
  const legacy = gb18030 && Gb18030.isEncodable(text) ? Gb18030.encode(text) : undefined
  // A file with very few Chinese characters can be UTF-8 as well, and nothing tells the two apart.
  return legacy !== undefined && !isUtf8(legacy) ? legacy : bytes(mark ? `\uFEFF${text}` : text)
}

const isUtf8 = (content: Uint8Array): boolean => {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(content)
    return true
  } catch {
    return false
  }
}

const folder = (all: ReadonlyArray<Written>, how: Style): ReadonlyMap<string, Uint8Array> => {
  const files = new Map([["city.json", bytes(city)]])
  for (const file of new Set(all.map((one) => one.file)))
    files.set(
      file,
      write(
        file,
        all.filter((one) => one.file === file),
        how
      )
    )
  return files
}

describe("R1-16 CityFolder.read", () => {
  it("gives back exactly the commands somebody wrote down as rows, of the published form and each at a row of its file, whatever the style of the files", () => {
    const met = new Set<unknown>()
    const isCommand = Schema.is(Schema.Union(unions))
    fc.assert(
      fc.property(rows, style, (all, how) => {
        const { steps, findings } = CityFolder.read(folder(all, how))
        expect(findings.map(({ problem, place }) => [problem.text.en, place])).toEqual([])
        const expected: ReadonlyArray<Data> = all.flatMap(({ commands }) => commands)
        expect(sorted(steps.map(({ command }) => command))).toEqual(sorted(expected))
        const lengths = Map.groupBy(all, ({ file }) => file)
        const misplaced = steps.filter(
          ({ origin: { file, row = 0 } }) => !(row >= 2 && row <= (lengths.get(file)?.length ?? 0) + 1)
        )
        expect(misplaced).toEqual([])
        expect(steps.filter(({ command }) => !isCommand(command))).toEqual([])
        for (const { command } of steps) met.add(command._tag)
      }),
      { numRuns: 150 }
    )
    // All there is to ask can be asked by a folder, but what takes back what a row says: that is an end in the row.
    const takenBack = ["Relieve", "HandOver", "EndActing", "EndDelegation", "RevokeAccess"]
    // When a case is due is reckoned, not told.
    const reckoned = ["RecordDue"]
    const known = unions.flatMap(({ cases }) => Object.keys(cases))
    expect([...met].sort()).toEqual(known.filter((tag) => ![...takenBack, ...reckoned].includes(tag)).sort())
  })

  it("never throws, whatever the bytes", () => {
    const damage = fc.record({ at: fc.nat(), value: fc.nat({ max: 255 }), cut: fc.boolean(), file: fc.nat() })
    fc.assert(
      fc.property(rows, style, fc.array(damage, { minLength: 1, maxLength: 24 }), (all, how, damages) => {
        const files = new Map([...folder(all, how)].map(([name, content]) => [name, content.slice()]))
        const names = [...files.keys()]
        for (const { at, value, cut, file } of damages) {
          const name = names[file % names.length] ?? ""
          const content = files.get(name) ?? new Uint8Array()
          if (cut) files.set(name, content.slice(0, at % (content.length + 1)))
          else if (content.length > 0) content[at % content.length] = value
        }
        const report = CityFolder.read(files)
        expect(report.errors + report.warnings).toBe(report.findings.length)
        const mute = report.findings.filter(({ problem: { text } }) => text.zh.length * text.en.length === 0)
        expect(mute).toEqual([])
      }),
      // Few folders with much damage: making one costs more than spoiling it.
      { numRuns: 60 }
    )
  })

  it("never throws on files of noise", () => {
    const names = fc.constantFrom(
      "city.json",
      "units.csv",
      "splits.csv",
      "alliances.csv",
      "memberships.csv",
      "schemes.csv",
      "visits.csv",
      "services.csv",
      "needs.csv",
      "projects.csv",
      "fairs.csv",
      "consultations.csv",
      "prospects.csv",
      "stays.csv",
      "cases.csv",
      "case-steps.csv",
      "stations.csv",
      "hours.csv",
      "rosters.csv",
      "roster-members.csv",
      "meetings.csv",
      "series.csv",
      "wishes.csv",
      "pacts.csv",
      "pairings.csv",
      "enrolments.csv",
      "people.csv",
      "x.bin",
      ""
    )
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...'编号,类型unitkdae"\n\r=;{}[]:1'), maxLength: 60 }).map(bytes)
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(names, noise), { maxLength: 5 }), (files) => {
        const report = CityFolder.read(new Map(files))
        expect(report.errors + report.warnings).toBe(report.findings.length)
      }),
      { numRuns: 500 }
    )
  })
})
