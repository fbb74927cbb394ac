import { Comparison, Figure, Indicator, Publications, Published } from "@louyu/economy"
import { CivilDate, Count, Text } from "@louyu/kernel"
import * as Result from "effect/Result"
import type { PromisedCity } from "louyu"

const counted: Indicator.Indicator = {
  id: Indicator.IndicatorId.make("counted"),
  names: Text.of("计数", "Counted"),
  kind: "count",
  unit: "one",
  counts: "things",
  numerator: Text.of("数出的", "What was counted"),
  population: Text.of("记录", "The records"),
  source: "records"
}
const at = { on: CivilDate.make("2000-01-01"), scope: { id: "here", names: Text.of("此处", "Here") } }

/** How a number counted from records stands to one published in these words: `9`, `近400家`, `10余`. */
export const compare = (number: number, words: string): Comparison.Verdict => {
  const { count } = Result.getOrThrow(Count.parsePhrase(words))
  const figure = Result.getOrThrow(Figure.amount(counted, number, at))
  return Comparison.of(figure, {
    publication: Published.PublicationId.make("said"),
    indicator: counted.id,
    printed: { count, unit: "one" },
    source: "records",
    published: at.on,
    ...at
  })
}

/** How a figure computed from records stands to one of `figures.csv`; `of` is what it speaks of, `on` the day it holds for. */
export const published = async (
  city: PromisedCity,
  id: string,
  computed: { readonly indicator: string; readonly of: string; readonly on: CivilDate.CivilDate },
  [part, whole]: readonly [part: number, whole?: number | undefined]
): Promise<Comparison.Verdict> => {
  const said = Publications.get(await city.economy.publications(), Published.PublicationId.make(id))?.published
  if (said === undefined) throw new Error(`${id} was published`)
  const indicator = Result.getOrThrow(Indicator.get((await city.economy.settings()).indicators, computed.indicator))
  const where = { on: computed.on, scope: { id: computed.of, names: Text.of(computed.of, computed.of) } }
  const figure =
    whole === undefined ? Figure.amount(indicator, part, where) : Figure.rate(indicator, part, whole, where)
  return Comparison.of(Result.getOrThrow(figure), said)
}

/** What records and words that agree are told as. */
export const agrees: Comparison.Verdict = { _tag: "agrees" }
