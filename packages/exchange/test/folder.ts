import { Command } from "@louyu/organisation"
import * as Schema from "effect/Schema"
import { CityFolder, type Finding, type Report } from "../src/index.ts"

const encoder = new TextEncoder()

/** The bytes of a text in UTF-8. */
export const bytes = (text: string): Uint8Array => encoder.encode(text)

/** A `city.json` of the Pinghu profile. */
export const city = '{ "tenant": "danghu", "profile": "pinghu", "since": "2019-01-01" }'

/** Reads a folder given as texts, with a `city.json` unless there is one. */
export const read = (files: Readonly<Record<string, string>>, options?: CityFolder.ReadOptions): Report.Report =>
  CityFolder.read(
    new Map(Object.entries({ "city.json": city, ...files }).map(([name, text]) => [name, bytes(text)])),
    options
  )

/** A finding in short: where, and which. */
export const brief = ({ severity, place, problem }: Finding.Finding): string =>
  [severity, place.file, place.row, place.column, problem._tag].filter((part) => part !== undefined).join(" ")

/** All findings of a folder in short. */
export const found = (files: Readonly<Record<string, string>>): ReadonlyArray<string> => read(files).findings.map(brief)

/** Two units to refer to: a street and a building in it. */
export const base = "unit,kind,name,within\ns-1,street,当湖街道,\nb-1,building,总商会大厦,s-1\n"

const isAboutUnits = Schema.is(Command.Command)

/** The commands of the organisation among steps; they come before all others. */
export const aboutUnits = (steps: ReadonlyArray<Report.Step>): ReadonlyArray<Command.Command> =>
  steps.flatMap(({ command }) => (isAboutUnits(command) ? [command] : []))
