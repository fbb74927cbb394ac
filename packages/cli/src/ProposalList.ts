import type { Assignment, State } from "@louyu/recruitment"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type { Look } from "./Look.ts"
import * as ProspectBook from "./ProspectBook.ts"

const { field } = Answer

const why = ["capacity", "optOut", "waiting", "picks", "scope", "elsewhere"] as const

/** Whom a prospect should go to, to whom may see it. */
export const Proposal = Schema.Struct({
  prospect: field(ProspectBook.Named, "the prospect"),
  liaison: field(Schema.NullOr(Schema.String), "the id of whom it should go to; `null` when all were passed over"),
  passedOver: field(
    Schema.Array(
      Schema.Struct({
        liaison: field(Schema.String, "the id of the person"),
        why: field(
          Schema.Literals(why),
          "no room, no new ones for now, gave it back too recently, took enough lately, not this pipeline, or not this place or industry"
        )
      })
    ),
    "who was passed over, and why"
  )
})
export type Proposal = typeof Proposal.Type

/** Whom a prospect should go to, as answers tell it. */
export const proposal = (
  book: ProspectBook.ProspectBook,
  { liaison, passedOver }: Assignment.Proposal,
  known: State.ProspectKnown
): Proposal => ({ prospect: ProspectBook.named(book, known), liaison: liaison ?? null, passedOver })

const reasons: Readonly<Record<(typeof why)[number], readonly [zh: string, en: string]>> = {
  capacity: ["已满", "full"],
  optOut: ["暂停", "opted out"],
  waiting: ["等候期", "waiting"],
  picks: ["领取已满", "took enough lately"],
  scope: ["不负责此流程", "not this pipeline"],
  elsewhere: ["地点或行业不符", "not this place or industry"]
}

/** Lines for each proposal. */
export const lines = (look: Look, all: ReadonlyArray<Proposal>): ReadonlyArray<string> =>
  all.flatMap(({ prospect, liaison, passedOver }) => {
    const to = liaison ?? look.paint("red", look.label("无人可派", "nobody"))
    const passed = passedOver.map((one) => `${one.liaison} ${look.label(...reasons[one.why])}`).join("; ")
    return [
      `${ProspectBook.line(look, prospect)} → ${to}`,
      ...(passed === "" ? [] : [look.paint("dim", `  ${look.label("未选", "passed over")}: ${passed}`)])
    ]
  })
