import { Advice as Rules } from "@louyu/organisation"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Answer from "../Answer.ts"
import type * as Arguments from "../Arguments.ts"
import * as Command from "../Command.ts"
import type { Look } from "../Look.ts"
import * as Naming from "../Naming.ts"
import * as Source from "../Source.ts"

const { field } = Answer

const sorts: Readonly<Record<Rules.Advice["_tag"], readonly [zh: string, en: string]>> = {
  foundSingle: ["可单独建立支部", "may found a branch of its own"],
  joinJoint: ["可与邻近企业联建", "may found a joint branch with its neighbours"],
  joinExisting: ["可加入现有联建支部", "may join an existing joint branch"],
  assignGuide: ["宜派驻指导员", "should get a guide"],
  considerGeneralBranch: ["可设党总支", "may become a general branch"],
  considerCommittee: ["可设党委", "may become a committee"],
  belowMinimum: ["党员不足，请关注", "has too few members now"]
}

const Suggestion = Schema.Struct({
  sort: field(
    Schema.String,
    `what is suggested: ${Object.keys(sorts)
      .map((sort) => `\`${sort}\``)
      .join(", ")}`
  ),
  unit: field(Answer.Unit, "the enterprise or branch it is about"),
  fullMembers: field(Schema.NullOr(Answer.Count), "the full members it rests on, or `null` where it rests on none"),
  others: field(Schema.Array(Answer.Unit), "the neighbours to join with, or the joint branch to join or leave")
})
type Suggestion = typeof Suggestion.Type

const Advice = Schema.Struct({
  on: Answer.On,
  within: field(Schema.NullOr(Answer.Unit), "the place asked about, or `null` for everywhere"),
  advice: field(Schema.Array(Suggestion), "what the branch rules suggest; people decide")
})
type Advice = typeof Advice.Type

const work = Effect.fnUntraced(function* (given: Arguments.Given, desk: Command.Desk) {
  const city = yield* Source.city(given, desk)
  const view = yield* city.organisation.on(yield* Source.date(given, city))
  const named = given.values.get("within")
  const within = named === undefined ? undefined : yield* Naming.existing(view, named)
  const advice = Rules.all(view, within).map((one): Suggestion => {
    const others = "neighbours" in one ? one.neighbours : "leaving" in one ? [one.leaving] : []
    const joined = one._tag === "joinExisting" ? [one.branch] : others
    return {
      sort: one._tag,
      unit: Naming.unit(view, "enterprise" in one ? one.enterprise : one.branch),
      fullMembers: "fullMembers" in one ? one.fullMembers : null,
      others: joined.flatMap((id) => (id === undefined ? [] : [Naming.unit(view, id)]))
    }
  })
  return Command.good<Advice>({
    on: view.on,
    within: within === undefined ? null : Naming.unit(view, within),
    advice
  })
})

// Of a sort that comes up very often the first few are enough to know where to look.
const shownOfSort = 8

const row = (look: Look, { unit, fullMembers, others }: Suggestion): string => {
  const members = fullMembers === null ? "" : ` · ${look.label("正式党员", "full members")} ${fullMembers}`
  const with_ = others.length === 0 ? "" : ` ← ${others.map(({ name }) => look.text(name)).join(", ")}`
  return `  ${Naming.line(look, unit)}${members}${with_}`
}

const show = ({ on, advice }: Advice, look: Look): ReadonlyArray<string> => {
  const bySort = Map.groupBy(advice, ({ sort }) => sort)
  const rows = [...bySort].flatMap(([sort, found]) => {
    const [zh, en] = Object.entries(sorts).find(([name]) => name === sort)?.[1] ?? [sort, sort]
    const more = found.length - shownOfSort
    return [
      `${look.paint("cyan", look.label(zh, en))} ${found.length}`,
      ...found.slice(0, shownOfSort).map((one) => row(look, one)),
      ...(more > 0 ? [`  ${look.paint("dim", look.label(`……另有 ${more} 个`, `… and ${more} more`))}`] : [])
    ]
  })
  const count = look.label(`${advice.length} 条`, `${advice.length} in all`)
  return [`${Naming.heading(look, "组建建议", "advice", on)} ${count}`, ...rows]
}

/** `louyu advice` */
export const advice = Command.define<Advice>({
  name: "advice",
  about: {
    zh: "按党支部规则提出组建建议：单建、联建、派指导员等",
    en: "what the branch rules suggest: found, join, send a guide"
  },
  arguments: [],
  options: {
    ...Source.options,
    within: { value: "<unit>", about: { zh: "只看此场所之内", en: "only in this place" } }
  },
  examples: ["louyu advice --store sqlite:city.db", "louyu advice --store sqlite:city.db --within building-1"],
  answer: Advice,
  work,
  show
})
