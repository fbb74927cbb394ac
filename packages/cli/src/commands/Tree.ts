import type { Identifier } from "@louyu/kernel"
import { Archetype, Figure, Structure, View } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import * as Look from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as OptionValue from "../OptionValue.ts"
import * as Source from "../Source.ts"

const { field } = Answer

const Rest = Schema.Struct({
  kind: field(Schema.String, "the id of a kind"),
  kindName: field(Answer.Name, "the name of the kind"),
  units: field(Answer.Count, "how many units of it stand directly below and are not shown")
})
type Rest = typeof Rest.Type

interface Node extends Answer.Unit {
  readonly nature?: Structure.Nature
  readonly members?: { readonly full: number; readonly probationary: number }
  readonly below: number
  readonly children: ReadonlyArray<Node>
  readonly rest: ReadonlyArray<Rest>
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
  rest: field(Schema.Array(Rest), "the units directly below it that are not shown, by kind, most first"),
  hidden: field(Answer.Count, "how many units below it are not shown")
}).annotate({ identifier: "Node" })

const Tree = Schema.Struct({
  on: Answer.On,
  line: field(Structure.Line, "`command`: who belongs under whom; `location`: what lies in what"),
  units: field(Answer.Count, "how many units the tree has, shown or not"),
  depth: field(Schema.NullOr(Answer.Count), "levels shown below the top, or `null` for all"),
  limit: field(Schema.NullOr(Answer.Count), "units shown directly below one, or `null` for all"),
  roots: field(Schema.Array(Node), "the units at the top that are shown"),
  rest: field(Schema.Array(Rest), "the units at the top that are not shown, by kind, most first"),
  hidden: field(Answer.Count, "how many units of the tree are not shown")
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

// Where not all can be shown, those with most below them say most; they keep their order.
const pick = (view: View.View, line: Structure.Line, ids: ReadonlyArray<Identifier.UnitId>, limit: number) => {
  if (ids.length <= limit) return ids
  const largest = ids.toSorted((a, b) => View.size(view, line, b) - View.size(view, line, a)).slice(0, limit)
  const chosen = new Set(largest)
  return ids.filter((id) => chosen.has(id))
}

const byKind = (view: View.View, ids: ReadonlyArray<Identifier.UnitId>): ReadonlyArray<Rest> =>
  [...Map.groupBy(ids, (id) => View.kind(view, id) ?? "")]
    .flatMap(([kind, of]) => {
      const [first] = of
      return first === undefined ? [] : [{ kind, kindName: Naming.unit(view, first).kindName, units: of.length }]
    })
    .toSorted((a, b) => b.units - a.units)

const node = (view: View.View, line: Structure.Line, id: Identifier.UnitId, depth: number, limit: number): Node => {
  const archetype = View.archetype(view, id)
  const isBody = archetype !== undefined && Archetype.isPartyBody(archetype)
  const nature = View.nature(view, id)
  const below = View.size(view, line, id) - 1
  const all = View.children(view, line, id)
  const shown = depth > 0 ? pick(view, line, all, limit) : []
  const isShown = new Set(shown)
  const children = shown.map((child) => node(view, line, child, depth - 1, limit))
  return {
    ...Naming.unit(view, id),
    ...(isBody && nature !== undefined ? { nature } : {}),
    ...(isBody ? { members: Figure.members(view, id) } : {}),
    below,
    children,
    rest: byKind(
      view,
      all.filter((child) => !isShown.has(child))
    ),
    hidden: below - children.reduce((sum, child) => sum + child.below - child.hidden + 1, 0)
  }
}

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const line = (yield* Effect.fromResult(OptionValue.oneOf(given, "line", ["command", "location"]))) ?? "command"
  const wantedDepth = yield* Effect.fromResult(OptionValue.count(given, "depth"))
  const wantedLimit = yield* Effect.fromResult(OptionValue.count(given, "limit"))
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
  const [levels, width] = [depth ?? Number.POSITIVE_INFINITY, limit ?? Number.POSITIVE_INFINITY]
  const shown = pick(view, line, tops, width)
  const roots = shown.map((id) => node(view, line, id, levels, width))
  const rest = byKind(
    view,
    tops.filter((id) => !shown.includes(id))
  )
  const hidden = units - roots.reduce((sum, { below, hidden: unseen }) => sum + below - unseen + 1, 0)
  return Command.good<Tree>({ on, line, units, depth, limit, roots, rest, hidden })
})

const label = (look: Look.Look, one: Node): string => {
  const { nature, members, below } = one
  const counts = [
    nature === "functional" ? look.label("功能型", "functional") : "",
    members === undefined || members.full + members.probationary === 0
      ? ""
      : `${look.label("党员", "members")} ${members.full}${members.probationary === 0 ? "" : `+${members.probationary}`}`,
    below === 0 ? "" : `${look.label("下辖", "below")} ${below}`
  ].filter((part) => part !== "")
  const tail = counts.length === 0 ? "" : ` ${look.paint("cyan", counts.join(" · "))}`
  return `${look.paint("bold", look.text(one.name))} ${Naming.tag(look, one)}${tail}`
}

// What is not shown, in one line: how many of which kind, and how many stand below those.
const remainder = (
  look: Look.Look,
  { rest, hidden, children }: Pick<Node, "rest" | "hidden" | "children">
): ReadonlyArray<string> => {
  if (rest.length === 0) return []
  const direct = rest.reduce((sum, { units }) => sum + units, 0)
  const deeper = hidden - direct - children.reduce((sum, child) => sum + child.hidden, 0)
  const named = rest.length > 3 ? 2 : 3
  const [most, others] = [rest.slice(0, named), rest.slice(named)]
  const kinds = most.map(({ kindName, units }) => `${units} × ${look.text(kindName)}`)
  const fewer = others.reduce((sum, { units }) => sum + units, 0)
  if (fewer > 0) kinds.push(look.label(`其他 ${fewer} 个`, Look.many(fewer, "other")))
  const more = deeper === 0 ? "" : look.label(`，其下 ${deeper} 个`, `, ${deeper} below them`)
  return [look.paint("dim", `${kinds.join(" · ")}${more}`)]
}

const branch = (look: Look.Look, one: Node, prefix: string): ReadonlyArray<string> => {
  const entries: ReadonlyArray<{ text: string; under: Node | undefined }> = [
    ...one.children.map((child) => ({ text: label(look, child), under: child })),
    ...remainder(look, one).map((text) => ({ text, under: undefined }))
  ]
  return entries.flatMap(({ text, under }, i) => {
    const isLast = i === entries.length - 1
    const lower = under === undefined ? [] : branch(look, under, `${prefix}${isLast ? "   " : "│  "}`)
    return [`${prefix}${isLast ? "└─ " : "├─ "}${text}`, ...lower]
  })
}

/** Draws a tree, one unit a line. */
const show = ({ on, line, units, roots, rest, hidden }: Tree, look: Look.Look): ReadonlyArray<string> => {
  const names = { command: ["隶属关系", "command"], location: ["所在关系", "location"] } as const
  const [zh, en] = names[line]
  return [
    `${Naming.heading(look, zh, en, on)} ${look.paint("dim", look.label(`${units} 个单元`, Look.many(units, "unit")))}`,
    ...roots.flatMap((one) => [label(look, one), ...branch(look, one, "")]),
    ...remainder(look, { rest, hidden, children: roots }),
    ...(hidden === 0
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
