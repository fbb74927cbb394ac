import type { Identifier } from "@louyu/kernel"
import { Archetype, Figure, Structure, View } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as Source from "../Source.ts"

const { field } = Answer

interface Node extends Answer.Unit {
  readonly nature?: Structure.Nature
  readonly members?: { readonly full: number; readonly probationary: number }
  readonly below: number
  readonly children: ReadonlyArray<Node>
  readonly hidden: number
}

const Node: Schema.Codec<Node> = Schema.Struct({
  ...Answer.Unit.fields,
  nature: field(Schema.optionalKey(Structure.Nature), "whether a body is functional or holds membership itself"),
  members: field(Schema.optionalKey(Answer.Members), "of a Party body: its members and those of all below it"),
  below: field(Answer.Count, "how many units stand below it, at any distance"),
  children: field(
    Schema.Array(Schema.suspend((): Schema.Codec<Node> => Node)),
    "the units directly below it that are shown"
  ),
  hidden: field(Answer.Count, "how many units below it are not shown")
}).annotate({ identifier: "Node" })

const Tree = Schema.Struct({
  on: Answer.On,
  line: field(Structure.Line, "`command`: who belongs under whom; `location`: what lies in what"),
  units: field(Answer.Count, "how many units the tree has, shown or not"),
  depth: field(Schema.NullOr(Answer.Count), "levels shown below the top, or `null` for all"),
  limit: field(Schema.NullOr(Answer.Count), "units shown directly below one, or `null` for all"),
  roots: field(Schema.Array(Node), "the units at the top")
})
type Tree = typeof Tree.Type

// More than fits a few screens is cut, unless somebody says how much they want to see.
const manyUnits = 200
const fewLevels = 3
const fewChildren = 20

// A unit that could never have a superior on the line, and is none, does not belong to it: a floor in the chain of command.
const belongs = (view: View.View, line: Structure.Line, id: Identifier.UnitId): boolean => {
  const kind = view.index.kinds.get(View.kind(view, id) ?? "")
  if (kind === undefined || View.size(view, line, id) > 1) return true
  const superiors = line === "command" ? kind.under : kind.within
  return superiors !== undefined || kind.level?.[line] !== undefined || kind.root?.includes(line) === true
}

const node = (view: View.View, line: Structure.Line, id: Identifier.UnitId, depth: number, limit: number): Node => {
  const archetype = View.archetype(view, id)
  const isBody = archetype !== undefined && Archetype.isPartyBody(archetype)
  const nature = View.nature(view, id)
  const below = View.size(view, line, id) - 1
  const shown = depth > 0 ? View.children(view, line, id).slice(0, limit) : []
  const children = shown.map((child) => node(view, line, child, depth - 1, limit))
  return {
    ...Naming.unit(view, id),
    ...(isBody && nature !== undefined ? { nature } : {}),
    ...(isBody ? { members: Figure.members(view, id) } : {}),
    below,
    children,
    hidden: below - children.reduce((sum, child) => sum + child.below - child.hidden + 1, 0)
  }
}

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const line = (yield* Effect.fromResult(Arguments.oneOf(given, "line", ["command", "location"]))) ?? "command"
  const wantedDepth = yield* Effect.fromResult(Arguments.count(given, "depth"))
  const wantedLimit = yield* Effect.fromResult(Arguments.count(given, "limit"))
  const city = yield* Source.city(given, desk)
  const on = yield* Source.date(given, city)
  const view = yield* city.organisation.on(on)
  const root = given.values.get("root")
  const tops =
    root === undefined
      ? View.roots(view, line).filter((id) => belongs(view, line, id))
      : [yield* Naming.existing(view, root)]
  const units = tops.reduce((sum, id) => sum + View.size(view, line, id), 0)
  const isLarge = units > manyUnits && wantedDepth === undefined && wantedLimit === undefined
  const depth = wantedDepth ?? (isLarge ? fewLevels : null)
  const limit = wantedLimit ?? (isLarge ? fewChildren : null)
  const infinity = Number.POSITIVE_INFINITY
  const roots = tops.map((id) => node(view, line, id, depth ?? infinity, limit ?? infinity))
  return Command.good<Tree>({ on, line, units, depth, limit, roots })
})

const label = (look: Look.Look, { name, kindName, id, nature, members, below }: Node): string => {
  const counts = [
    nature === "functional" ? look.label("功能型", "functional") : "",
    members === undefined || members.full + members.probationary === 0
      ? ""
      : `${look.label("党员", "members")} ${members.full}${members.probationary === 0 ? "" : `+${members.probationary}`}`,
    below === 0 ? "" : `${look.label("下辖", "below")} ${below}`
  ].filter((part) => part !== "")
  const tail = counts.length === 0 ? "" : `  ${look.paint("cyan", counts.join(" · "))}`
  return `${look.paint("bold", look.text(name))} ${look.paint("dim", `${look.text(kindName)} ${id}`)}${tail}`
}

const branch = (look: Look.Look, one: Node, prefix: string): ReadonlyArray<string> => {
  const more = one.hidden - one.children.reduce((sum, child) => sum + child.hidden, 0)
  const rest = more > 0 ? [look.paint("dim", look.label(`另有 ${more} 个单元`, `and ${more} more`))] : []
  const last = one.children.length + rest.length - 1
  const entries = [
    ...one.children.map((child, i) => ({
      text: label(look, child),
      under: (indent: string) => branch(look, child, indent),
      i
    })),
    ...rest.map((text) => ({ text, under: () => [], i: last }))
  ]
  return entries.flatMap(({ text, under, i }) => [
    `${prefix}${i === last ? "└─ " : "├─ "}${text}`,
    ...under(`${prefix}${i === last ? "   " : "│  "}`)
  ])
}

/** Draws a tree, one unit a line. */
export const show = ({ on, line, units, roots, depth, limit }: Tree, look: Look.Look): ReadonlyArray<string> => {
  const names = { command: ["隶属关系", "command"], location: ["所在关系", "location"] } as const
  const [zh, en] = names[line]
  const hidden = roots.reduce((sum, one) => sum + one.hidden, 0)
  return [
    `${Naming.heading(look, zh, en, on)} ${look.paint("dim", `${look.label(`${units} 个单元`, Look.many(units, "unit"))}`)}`,
    ...roots.flatMap((one) => [label(look, one), ...branch(look, one, "")]),
    ...(hidden === 0 || (depth === null && limit === null)
      ? []
      : look.say(
          `有 ${hidden} 个单元未显示；可用 --depth、--limit 或 --root 查看。`,
          `${Look.many(hidden, "unit")} not shown; see them with --depth, --limit or --root.`
        ))
  ]
}

/** `louyu tree` */
export const tree = Command.define<Tree>({
  name: "tree",
  about: { zh: "画出某一天的组织树", en: "draw the organisation as a tree on a date" },
  arguments: [],
  options: {
    ...Source.options,
    line: {
      value: "command|location",
      about: { zh: "按隶属或所在关系，默认隶属", en: "by command or by location; command by default" }
    },
    root: { value: "<unit>", about: { zh: "只画此单元及其以下", en: "only this unit and what is below it" } },
    depth: { value: "<n>", about: { zh: "显示的层数", en: "levels to show below the top" } },
    limit: { value: "<n>", about: { zh: "每个单元之下最多显示几个", en: "units to show directly below one" } }
  },
  examples: ["louyu tree --store sqlite:city.db", "louyu tree --folder my-city --line location --depth 2"],
  answer: Tree,
  work,
  show
})
