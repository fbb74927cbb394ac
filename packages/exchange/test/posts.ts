import type { CityFolder, Report } from "../src/index.ts"
import { brief, read } from "./folder.ts"

/** A street, a building in it with two micro-grids and a room, an enterprise there, and a committee. */
export const city = [
  "unit,kind,name,under,within",
  "s-1,street,当湖街道,,",
  "c-1,community,南市社区,,s-1",
  "cbd,cluster,商务区,,c-1",
  "b-1,building,总商会大厦,,cbd",
  "g-1,micro-grid,第一微网格,,b-1",
  "f-1,floor,1层,,b-1",
  "r-1,lettable-unit,101室,,f-1",
  "e-1,enterprise,示例有限公司,,r-1",
  "pc-1,property-company,示例物业有限公司,,cbd",
  ""
].join("\n")

/** The scheme changes in 2022; safety officers end. */
export const schemes =
  "roster,scheme,mapping,from\nb-1,一长六员,,2019-01-01\nb-1,双长四员,安全督查员>;政务服务员>,2022-03-01\n"

/** Reads a folder of that city with two schemes, and the files that are given. */
export const posted = (files: Readonly<Record<string, string>>, options?: CityFolder.ReadOptions): Report.Report =>
  read({ "units.csv": city, "schemes.csv": schemes, ...files }, options)

/** The findings of such a folder in short. */
export const wrong = (files: Readonly<Record<string, string>>): ReadonlyArray<string> =>
  posted(files).findings.map(brief)

/** The commands about posts and visits of such a folder. */
export const asked = (
  files: Readonly<Record<string, string>>,
  options?: CityFolder.ReadOptions
): ReadonlyArray<Report.Command> =>
  posted(files, options)
    .steps.filter(({ origin }) => origin.file !== "units.csv")
    .map(({ command }) => command)
