import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import * as DutyBook from "./DutyBook.ts"
import * as Look from "./Look.ts"
import * as Naming from "./Naming.ts"
import * as RotaFairness from "./RotaFairness.ts"
import * as RotaPlan from "./RotaPlan.ts"
import * as RotaProof from "./RotaProof.ts"
import * as RotaSummary from "./RotaSummary.ts"
import * as RotaWarnings from "./RotaWarnings.ts"

const { field } = Answer

/** What can be asked of rosters. */
export const actions = ["list", "generate", "review", "publish"] as const

/** What is asked of rosters. */
export type Action = (typeof actions)[number]

/** Rosters, and what becomes or would become of one. */
export const Rota = Schema.Struct({
  on: Answer.On,
  action: field(Schema.Literals(actions), "what was asked"),
  written: field(Schema.Boolean, "whether it was recorded; without `--write` nothing is"),
  rosters: field(
    Schema.Array(RotaSummary.Summary),
    "the rosters of the city; with one named, that one, as it is or would be"
  ),
  places: field(Answer.Count, "how many places were or would be generated or published; 0 for `list` and `review`"),
  plan: field(Schema.Array(RotaPlan.Planned), "these places by day, empty ones included; with a limit not all"),
  moved: field(Answer.Count, "how many of them went, or would go, from one organisation to another"),
  members: field(Schema.Array(RotaFairness.Member), "what each organisation owes and has of the whole cycle"),
  proof: field(
    Schema.NullOr(RotaProof.Proof),
    "how good the roster is, and how good it could be; `null` before it is generated"
  ),
  found: field(
    Schema.NullOr(Schema.Array(RotaWarnings.Found)),
    "how much wants looking after from the day on, by what it is; `null` where the calendar does not know the cycle"
  ),
  warnings: field(Schema.Array(DutyBook.Warning), "the same slot by slot; with a limit not all")
})
export type Rota = typeof Rota.Type

const titles: Readonly<Record<Action, readonly [zh: string, en: string]>> = {
  list: ["轮值表", "rosters"],
  generate: ["编排轮值", "generating a roster"],
  review: ["轮值检查", "review of a roster"],
  publish: ["发布轮值", "publishing a roster"]
}

const outcome = (look: Look.Look, { action, written, places, moved }: Rota): ReadonlyArray<string> => {
  if (action === "list" || action === "review") return []
  const what = action === "generate" ? ["编排", "generated"] : ["发布", "published"]
  const count = look.label(`${places} 个岗次`, Look.many(places, "place"))
  const change = moved === 0 ? "" : look.label(`，其中 ${moved} 个换人`, `, ${moved} of them with somebody else`)
  return [
    "",
    written
      ? look.paint("green", `${look.label(`已${what[0]}`, `${what[1]}:`)} ${count}${change}`)
      : look.paint(
          "yellow",
          `${look.label(`预演，未写入；将${what[0]}`, `a rehearsal, nothing was recorded; would be ${what[1]}:`)} ${count}${change}${look.label("。加 --write 即写入。", ". --write records it.")}`
        )
  ]
}

/** An answer for people. */
export const lines = (answer: Rota, look: Look.Look): ReadonlyArray<string> => {
  const { on, action, rosters, plan, places, members, proof, found, warnings } = answer
  const heading = Naming.heading(look, ...titles[action], on)
  if (rosters.length === 0) return [heading, ...look.say("还没有轮值表。", "There are no rosters yet.")]
  const summary = [heading, ...RotaSummary.lines(look, rosters)]
  if (action === "list") return summary
  return [
    ...summary,
    ...outcome(look, answer),
    ...RotaPlan.lines(look, plan, places),
    "",
    ...RotaFairness.lines(look, members),
    ...(proof === null ? [] : ["", ...RotaProof.lines(look, proof)]),
    "",
    ...RotaWarnings.lines(look, found, warnings)
  ]
}
