import * as Schema from "effect/Schema"
import * as Answer from "../src/Answer.ts"
import type { Command } from "../src/Command.ts"

/** The parts of JSON Schema that our answers are made of. */
interface Shape {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: ReadonlyArray<unknown>
  readonly description?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: ReadonlyArray<string>
  readonly items?: Shape
  readonly anyOf?: ReadonlyArray<Shape>
  readonly allOf?: ReadonlyArray<Shape>
  readonly additionalProperties?: unknown
}

type Definitions = Map<string, Shape>

const refOf = (shape: Shape): string | undefined => shape.$ref?.split("/").at(-1)

const typeOf = (shape: Shape): string => {
  const ref = refOf(shape)
  if (ref !== undefined) return ref
  const part = shape.type === undefined ? shape.allOf?.find((one) => one.$ref !== undefined) : undefined
  if (part !== undefined) return typeOf(part)
  if (shape.anyOf !== undefined) return shape.anyOf.map(typeOf).join(" or ")
  if (shape.enum !== undefined) return shape.enum.map((one) => `\`${JSON.stringify(one)}\``).join(" or ")
  if (shape.type === "array") return `list of ${shape.items === undefined ? "anything" : typeOf(shape.items)}`
  return shape.type ?? "anything"
}

const meaningOf = (shape: Shape): string =>
  shape.description ?? shape.allOf?.map((one) => one.description).find((one) => one !== undefined) ?? ""

type Row = readonly [field: string, type: string, meaning: string]

const rows = (shape: Shape, prefix = ""): ReadonlyArray<Row> =>
  Object.entries(shape.properties ?? {}).flatMap(([name, property]) => {
    const optional = shape.required?.includes(name) === true ? "" : ", may be left out"
    const nested = [...rows(property, `${prefix}${name}.`), ...rows(property.items ?? {}, `${prefix}${name}[].`)]
    return [[`\`${prefix}${name}\``, `${typeOf(property)}${optional}`, meaningOf(property)], ...nested]
  })

const head: Row = ["field", "type", "meaning"]

const table = (shape: Shape): ReadonlyArray<string> => {
  const open = shape.allOf?.some((one) => one.additionalProperties !== undefined) === true
  const more: ReadonlyArray<Row> = open ? [["…", "anything", "the data of the problem, by its code"]] : []
  const body = [head, ...rows(shape), ...more].map((cells) => cells.map((cell) => cell.replaceAll("|", "\\|")))
  const widths = head.map((_, i) => Math.max(...body.map((cells) => cells[i]?.length ?? 0)))
  const line = (cells: ReadonlyArray<string>) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`
  const [first = "", ...rest] = body.map(line)
  return [first, line(widths.map((width) => "-".repeat(width))), ...rest]
}

const shapeOf = (schema: Schema.Top, definitions: Definitions): Shape => {
  const document = Schema.toJsonSchemaDocument(schema)
  for (const [name, shape] of Object.entries(document.definitions)) definitions.set(name, shape as Shape)
  const shape = document.schema as Shape
  const ref = refOf(shape)
  return ref === undefined ? shape : (definitions.get(ref) ?? shape)
}

/** JSON.md: what every command answers with `--json`, written from the schemas that the answers are encoded with. */
export const markdown = (commands: ReadonlyArray<Command>): string => {
  const definitions: Definitions = new Map()
  const failure = shapeOf(Answer.Failure, definitions).properties?.error
  const sections = commands.flatMap((command) => {
    const shape = shapeOf(command.answer, definitions)
    return [
      "",
      `## ${command.name}`,
      "",
      `${command.about.en[0]?.toUpperCase()}${command.about.en.slice(1)}.`,
      "",
      ...table(shape)
    ]
  })
  const shared = [...definitions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, shape]) => ["", `### ${name}`, "", ...table(shape)])
  return [
    "<!-- Written by `node packages/cli/scripts/json-docs.ts` from the schemas of the answers; a test compares. -->",
    "",
    "# What `--json` prints",
    "",
    "With `--json` a command prints one JSON document on standard output and nothing else. Dates are `YYYY-MM-DD`. A field",
    "may be added in any release; none changes its meaning or goes away before the next major one.",
    "",
    'When a command cannot answer, it prints `{ "error": … }` and ends with exit code 1, 2 or 3:',
    "",
    ...table(failure ?? {}),
    ...sections,
    "",
    "## Shapes used above",
    ...shared,
    ""
  ].join("\n")
}
