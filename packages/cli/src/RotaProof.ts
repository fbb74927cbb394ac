import type { RosterState } from "@louyu/stations"
import * as Schema from "effect/Schema"
import * as Answer from "./Answer.ts"
import type * as Look from "./Look.ts"
import * as StationBook from "./StationBook.ts"

const { field, Count } = Answer

/** How good a roster is, and what is known of how good it could be. */
export const Proof = Schema.Struct({
  method: field(
    Schema.Literals(["flow", "search", "bound"]),
    "`flow` and `search` RotaWarnings.of the best there is; `bound` says how good the best could be at most"
  ),
  empty: field(Count, "places that stay empty"),
  emptyAtLeast: field(Count, "how many must stay empty in every roster of this plan"),
  unevenness: field(Schema.Finite, "the sum over members of the square of turns beyond what is owed, per turn owed"),
  unevennessAtLeast: field(Schema.Finite, "the least unevenness a roster as full can have"),
  forced: field(
    Schema.Array(
      Schema.Struct({
        sort: field(Schema.Literals(["atLeast", "atMost"]), "which bound"),
        members: field(Schema.Array(Answer.Unit), "who"),
        turns: field(Count, "how many turns they have together")
      })
    ),
    "who together must have so many turns in every roster as full, which is why counts differ by more than one"
  ),
  fewestMoves: field(Schema.Boolean, "whether no roster as full and as even keeps more turns of before")
})
export type Proof = typeof Proof.Type

/** The proof of a roster; `null` before it was generated. */
export const of = (book: StationBook.StationBook, { proof: known }: RosterState.Roster): Proof | null =>
  known === undefined
    ? null
    : {
        ...known,
        forced: known.forced.map((one) => ({
          ...one,
          members: one.members.map((unit) => StationBook.unit(book, unit))
        }))
      }

const rounded = (value: number): string => `${Math.round(value * 1000) / 1000}`

const methods: Readonly<Record<Proof["method"], readonly [zh: string, en: string]>> = {
  flow: ["已证明为最优（网络流）", "proved to be the best there is (flow)"],
  search: ["已证明为最优（穷尽搜索）", "proved to be the best there is (search)"],
  bound: ["未必最优，至多好到下限", "perhaps not the best, which is no better than the bounds"]
}

/** How good a roster is, and how good it could be. */
export const lines = (look: Look.Look, one: Proof): ReadonlyArray<string> => {
  const names = (some: ReadonlyArray<Answer.Unit>) =>
    some.map(({ name }) => look.text(name)).join(look.language === "en" ? ", " : "、")
  return [
    `${look.paint("bold", look.label("本次编排", "as generated"))} ${look.label(...methods[one.method])}`,
    `  ${look.label(
      `空缺 ${one.empty}（至少 ${one.emptyAtLeast}） · 不均衡度 ${rounded(one.unevenness)}（下限 ${rounded(one.unevennessAtLeast)}）`,
      `empty ${one.empty} (at least ${one.emptyAtLeast}) · unevenness ${rounded(one.unevenness)} (at least ${rounded(one.unevennessAtLeast)})`
    )}${one.fewestMoves ? ` · ${look.label("改动最少", "fewest moves")}` : ""}`,
    ...one.forced.map(({ sort, members: who, turns }) => {
      const text =
        sort === "atLeast"
          ? look.label(`${names(who)} 合计至少须值 ${turns} 次`, `${names(who)} must have ${turns} turns at least`)
          : look.label(`${names(who)} 合计至多能值 ${turns} 次`, `${names(who)} can have ${turns} turns at most`)
      return `  ${text}`
    })
  ]
}
