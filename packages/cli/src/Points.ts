import type { Ranking } from "@louyu/matching"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type { Look } from "./Look.ts"
import * as Table from "./Table.ts"

const { field } = Answer

/** Why something is so good for a need, in points. */
export const Reasons = Schema.Array(
  Schema.Struct({
    part: field(Schema.String, "what was looked at"),
    points: field(Schema.Int, "the points it gave; those of all reasons add up to the score"),
    of: field(Schema.Int, "the points it can give"),
    known: field(Schema.Boolean, "whether this rests on something known"),
    text: field(Answer.Sentence, "why, for people")
  })
)
export type Reasons = typeof Reasons.Type

/** The reasons of a score, as answers hold them. */
export const of = ({ reasons }: Ranking.Explanation): Reasons =>
  reasons.map(({ part, points, weight, known, words }) => ({ part, points, of: weight, known, text: words }))

const names: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  category: ["类别", "category"],
  text: ["文字", "words"],
  distance: ["距离", "distance"],
  time: ["时间", "time"],
  capacity: ["余量", "room"],
  satisfaction: ["评价", "ratings"],
  duty: ["职责", "duty"]
}

/** A line for each reason. */
export const lines = (look: Look, reasons: Reasons): ReadonlyArray<string> =>
  Table.lines(
    [{ head: "" }, { head: "", align: "right" }, { head: "" }],
    reasons.map(({ part, points, of: most, text }) => [
      `    ${look.label(...(names[part] ?? [part, part]))}`,
      `${points}/${most}`,
      look.text(text)
    ])
  )
