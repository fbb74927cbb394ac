import { type Identifier, Text } from "@louyu/kernel"
import type { Structure } from "@louyu/organisation"
import { type Profile, Profiles } from "@louyu/profiles"
import * as CityFile from "./CityFile.ts"
import * as Csv from "./Csv.ts"
import * as MarkdownTable from "./MarkdownTable.ts"
import type { Sheet } from "./Sheet.ts"
import { about as filesAbout, type Subject, sheets } from "./Sheets.ts"

/** One column as the documentation shows it. */
export interface ColumnDoc {
  readonly id: string
  readonly names: Text.Both
  readonly required: boolean
  readonly form: Text.Both
  readonly about: Text.Both
}

/** One file as the documentation shows it. */
export interface FileDoc {
  readonly file: string
  readonly names: Text.Both
  readonly about: Text.Both
  readonly columns: ReadonlyArray<ColumnDoc>
}

const documented = ({ file, names, about, columns }: Sheet): FileDoc => ({
  file,
  names,
  about,
  columns: columns.map(({ key, en, column }) => ({
    id: key,
    names: { zh: column.zh, en },
    required: column.required,
    form: column.form,
    about: column.about
  }))
})

/** Every CSV file a city folder may hold, with every column. */
export const columns: ReadonlyArray<FileDoc> = sheets.map(documented)

const words = {
  zh: {
    head: ["列名", "English", "必填", "内容", "说明"],
    yes: "是",
    kinds: "## 类型",
    kindHead: ["类型", "名称", "隶属于", "位于"],
    classes: "## 分类"
  },
  en: {
    head: ["heading", "中文", "needed", "form", "meaning"],
    yes: "yes",
    kinds: "## Kinds",
    kindHead: ["kind", "name", "under", "within"],
    classes: "## Classifications"
  }
} as const

const fileTable = ({ file, names, about, columns: all }: FileDoc, language: Text.Language): string => {
  const { head, yes } = words[language]
  const other = language === "zh" ? "en" : "zh"
  const rows = all.map(({ names: heading, required, form, about: meaning }) => [
    `\`${heading[language]}\``,
    `\`${heading[other]}\``,
    required ? yes : "",
    form[language],
    meaning[language]
  ])
  return `## ${file} · ${names[language]}\n\n${about[language]}\n\n${MarkdownTable.write(head, rows)}`
}

/** The documentation of files and columns as Markdown, of all of them when none are given. */
export const guide = (language: Text.Language, files: ReadonlyArray<FileDoc> = columns): string =>
  `${files.map((file) => fileTable(file, language)).join("\n\n")}\n`

// Labels are read in the language of the city, all that is Louyu's own in the nearest it speaks.
interface Reading {
  readonly labels: Text.Tag
  readonly own: Text.Language
  readonly comma: string
}

const reading = (labels: Text.Tag): Reading => {
  const own = Text.spoken(labels)
  return { labels, own, comma: own === "zh" ? "、" : ", " }
}

const superiors = (
  { structure }: Profile.Profile,
  kind: Structure.Kind,
  line: Structure.Line,
  { labels, comma }: Reading
): string => {
  const list = line === "command" ? kind.under : kind.within
  const nameOf = (id: string) => {
    const found = structure.kinds.find((one) => one.id === id)
    return found === undefined ? id : Text.read(found.names, labels)
  }
  if (list !== undefined) return list.map(nameOf).join(comma)
  const levels = structure.levels[line]
  const own = levels.findIndex((level) => level.id === kind.level?.[line])
  const above = levels.slice(0, Math.max(own, 0)).toReversed()
  const nearest = above.findIndex((level) => !level.skippable)
  const open = new Set<string>((nearest < 0 ? above : above.slice(0, nearest + 1)).map((level) => level.id))
  const allowed = structure.kinds.filter((one) => open.has(one.level?.[line] ?? ""))
  return allowed.map(({ id }) => nameOf(id)).join(comma)
}

const kindTable = (profile: Profile.Profile, reading: Reading): string => {
  const { kinds, kindHead } = words[reading.own]
  const rows = profile.structure.kinds.map((kind) => [
    `\`${kind.id}\``,
    Text.read(kind.names, reading.labels),
    superiors(profile, kind, "command", reading),
    superiors(profile, kind, "location", reading)
  ])
  return `${kinds}\n\n${MarkdownTable.write(kindHead, rows)}`
}

const classTable = ({ structure }: Profile.Profile, { labels, own }: Reading): string => {
  if (structure.classifications.length === 0) return ""
  const lines = structure.classifications.map(({ id, names, options }) => {
    const answers = options.map((option) => `\`${option.id}\` ${Text.read(option.names, labels)}`)
    return `- \`${id}\` ${Text.read(names, labels)}: ${answers.join(", ")}`
  })
  return `${words[own].classes}\n\n${lines.join("\n")}\n\n`
}

const intro = {
  zh: `每个 CSV 文件的第一行是列名（中文或英文均可，顺序不限），其余每行一条记录；不需要的文件和选填的列可以删去。
编码为 UTF-8 或 GB18030。填好后运行 \`louyu check\`，它会指出每个错误所在的文件、行和列，不会写入任何内容。
还可以说的事各有其表：\`louyu init --with all\` 建一个文件夹，其中有全部的表。`,
  en: `The first row of each CSV file holds the headings, in Chinese or English and in any order; every other row is one record.
Delete the files and optional columns you do not need. The encoding is UTF-8 or GB18030. Then run \`louyu check\`: it names
the file, row and column of everything that is wrong, and writes nothing. There are tables for whatever else can be told:
\`louyu init --with all\` makes a folder that has them all.`
} as const

/** What a template is made for. */
export interface TemplateOptions {
  readonly tenant: Identifier.TenantId
  readonly language?: Text.Language
  readonly subjects?: ReadonlyArray<Subject>
}

/**
 * What a new, empty city folder of a profile holds: `city.json`, CSV files with their headings, and a guide.
 *
 * Shape: file names and contents; headings and guide in the given language, or else the profile's own; the files of the
 * given `subjects`, or else all. The folder reads back without a finding.
 */
export const template = (profile: Profile.Profile, options: TemplateOptions): ReadonlyMap<string, Uint8Array> => {
  const read = reading(options.language ?? profile.defaults.language)
  const { labels, own: language } = read
  const isPreset = Profiles.all.includes(profile)
  const city = { format: 1, tenant: options.tenant, profile: isPreset ? profile.id : profile }
  const chosen =
    options.subjects && new Set(options.subjects.flatMap((subject) => filesAbout[subject].map(({ file }) => file)))
  const files = columns.filter(({ file }) => chosen?.has(file) ?? true)
  const title = `# ${options.tenant} · ${Text.read(profile.names, labels)}`
  const readme = [
    title,
    ...(profile.about === undefined ? [] : [Text.read(profile.about, labels)]),
    intro[language],
    kindTable(profile, read),
    classTable(profile, read) + guide(language, files)
  ]
  const encoder = new TextEncoder()
  return new Map([
    [CityFile.fileName, encoder.encode(`${JSON.stringify(city, undefined, 2)}\n`)],
    ["README.md", encoder.encode(readme.join("\n\n"))],
    ...files.map(({ file, columns: all }) => [file, Csv.encode([all.map(({ names }) => names[language])])] as const)
  ])
}
