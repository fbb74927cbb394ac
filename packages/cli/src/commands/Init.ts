import { basename, resolve } from "node:path"
import { CityFolder } from "@louyu/exchange"
import { Identifier } from "@louyu/kernel"
import { Profiles } from "@louyu/profiles"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { CityError } from "louyu"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Folder from "../Folder.ts"
import { OptionInvalid } from "../UsageError.ts"

const { field } = Answer

const Init = Schema.Struct({
  folder: field(Schema.String, "the folder, as it was named"),
  tenant: field(Schema.String, "the tenant written into `city.json`"),
  profile: field(Schema.String, "the id of the profile"),
  files: field(Schema.Array(Schema.String), "the files written")
})
type Init = typeof Init.Type

/** Words one after another, in lines that are not too long. */
const filled = (words: ReadonlyArray<string>, columns: number): ReadonlyArray<string> => {
  const lines: Array<string> = []
  for (const word of words) {
    const longer = `${lines.at(-1) ?? " "} ${word}`
    if (lines.length === 0 || longer.length > columns) lines.push(`  ${word}`)
    else lines[lines.length - 1] = longer
  }
  return lines
}

// Who begins says who is there and who answers for what; what else can be told is a choice.
const beginning: ReadonlyArray<CityFolder.Subject> = ["organisation", "roles", "people"]

const subjectsOf = (given: Arguments.Given): Result.Result<ReadonlyArray<CityFolder.Subject>, OptionInvalid> => {
  const named = given.values.get("with")
  if (named === undefined) return Result.succeed(beginning)
  const words = named.split(",").map((word) => word.trim())
  const strange = words.find((word) => word !== "all" && !CityFolder.subjects.some((subject) => subject === word))
  if (strange !== undefined) {
    const list = [...CityFolder.subjects, "all"]
    const expected = { zh: `${list.join("、")} 之一`, en: `one of ${list.join(", ")}` }
    return Result.fail(new OptionInvalid({ option: "--with", value: strange.slice(0, 80), expected }))
  }
  return Result.succeed(
    CityFolder.subjects.filter((one) => words.includes("all") || words.includes(one) || beginning.includes(one))
  )
}

const isTenant = Schema.is(Identifier.TenantId)

const work = Effect.fnUntraced(function* (given: Arguments.Given, { io }: Command.Desk) {
  const folder = Arguments.argument(given, 0)
  const subjects = yield* Effect.fromResult(subjectsOf(given))
  const profile = yield* Effect.fromResult(Profiles.find(given.values.get("profile") ?? Profiles.generic.id))
  const name = basename(resolve(io.cwd, folder))
  const tenant = given.values.get("tenant") ?? (isTenant(name) ? name : "city")
  if (!isTenant(tenant)) return yield* new CityError.IdInvalid({ field: "tenant" })
  const language = given.values.get("lang") === "en" ? "en" : "zh"
  const files = CityFolder.template(profile, { tenant, language, subjects })
  yield* Folder.write(io.cwd, folder, files)
  return Command.good<Init>({ folder, tenant, profile: profile.id, files: [...files.keys()] })
})

const others = CityFolder.subjects.filter((subject) => !beginning.includes(subject))

/** `louyu init` */
export const init = Command.define<Init>({
  name: "init",
  about: { zh: "新建一个空的城市文件夹", en: "make a new, empty city folder" },
  arguments: [{ name: "folder", about: { zh: "要新建的文件夹", en: "the folder to make" } }],
  options: {
    profile: {
      value: "<name>",
      about: {
        zh: `城市配置：${Profiles.all.map(({ id }) => id).join("、")}，默认 generic`,
        en: `the profile: ${Profiles.all.map(({ id }) => id).join(", ")}; generic by default`
      }
    },
    with: {
      value: "<subjects>",
      about: {
        zh: `除组织、角色和人员以外还要哪些表，以逗号分隔：${others.join("、")}；all 为全部`,
        en: `tables besides those of organisation, roles and people, separated by commas: ${others.join(", ")}, or all`
      }
    },
    tenant: { value: "<id>", about: { zh: "租户编号，默认为文件夹名", en: "the tenant; the folder's name by default" } }
  },
  examples: ["louyu init my-city --profile pinghu", "louyu init my-city --with casework,stations --lang en"],
  answer: Init,
  work,
  show: ({ folder, profile, files }, look) => [
    ...look.say(
      `已按配置 ${profile} 新建 ${folder}，共 ${files.length} 个文件：`,
      `Made ${folder} for profile ${profile}, with ${files.length} files:`
    ),
    ...filled(files, look.columns),
    ...look.say(
      `请从 units.csv 填起，各列的含义见 ${folder}/README.md；填好后运行 louyu check ${folder}。`,
      `Begin with units.csv; ${folder}/README.md says what every column means. Then run louyu check ${folder}.`
    )
  ]
})
