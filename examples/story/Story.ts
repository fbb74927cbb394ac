import { readdirSync, readFileSync } from "node:fs"
import { CityFolder, Finding, type Report } from "@louyu/exchange"
import { MemoryStore } from "@louyu/store-memory"
import { type City, openCity, type PromisedCity } from "louyu"

/** A city that is told what its folder says, as far as a test wants. */
export interface Story extends AsyncDisposable {
  readonly city: PromisedCity
  readonly onDisk: ReadonlyMap<string, Uint8Array>
  readonly findings: ReadonlyArray<string>
  /** Tells everything up to, but not including, the first command of which something holds. */
  readonly until: (is: (command: City.Command) => boolean) => Promise<void>
  /** Tells all of it; gives the number of facts that were news. */
  readonly toTheEnd: () => Promise<number>
  /** The codes of the reasons for which commands would be refused as things stand, in order; nothing is recorded. */
  readonly refused: (...commands: ReadonlyArray<object>) => Promise<ReadonlyArray<string>>
}

const by = { actor: "folder" }

/** Reads a city folder and opens a city that knows nothing of it yet. */
export const open = async (folder: URL): Promise<Story> => {
  const onDisk = new Map(
    readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))] as const)
  )
  const { tenant, profile, steps, findings }: Report.Report = CityFolder.read(onDisk)
  if (tenant === undefined || profile === undefined) throw new Error("city.json names tenant and profile")
  const commands = steps.map(({ command }) => command)
  const city = await openCity({ tenant, profile, store: MemoryStore.layer })
  const tell = async (some: ReadonlyArray<City.Command>): Promise<number> =>
    (await city.dispatchAll(some, by)).events.length
  return {
    city,
    onDisk,
    findings: findings.map((finding) => Finding.format(finding, "en")),
    until: async (is) => {
      const at = commands.findIndex(is)
      if (at < 0) throw new Error("the story never comes to that")
      await tell(commands.slice(0, at))
    },
    toTheEnd: () => tell(commands),
    refused: async (...asked) => {
      const read = await Promise.all(asked.map((command) => city.decode(command)))
      return (await city.dryRun(read)).refusals.map(({ failure }) => failure.code)
    },
    [Symbol.asyncDispose]: () => city.close()
  }
}
