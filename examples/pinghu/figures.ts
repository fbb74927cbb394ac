import { CivilDate } from "@louyu/kernel"
import { Coverage, Integrity, Pattern, View } from "@louyu/organisation"
import type { PromisedCity } from "louyu"

/** One line of the comparison: what is told, in both languages, and how it is read from the organisation of a day. */
interface Figure {
  readonly zh: string
  readonly en: string
  readonly read: (view: View.View) => string
}

const patternsOf = (view: View.View): string =>
  View.units(view)
    .flatMap(({ id }) => Pattern.describe(view, id).map(({ text }) => text))
    .join("  ") || "—"

const levelsOf = (view: View.View): number => {
  const { kinds } = view.index.structure
  const levels = View.units(view).map(({ id }) => kinds.find((kind) => kind.id === View.kind(view, id))?.level?.command)
  return new Set(levels.filter((level) => level !== undefined)).size
}

const rateOf = ({ numerator, denominator, rate }: Coverage.DefinedRate): string =>
  rate === undefined ? "—" : `${numerator}/${denominator}  ${(rate * 100).toFixed(1)} %`

const flawsOf = (view: View.View): string => {
  const flaws = Integrity.report(view)
  const sorts = Map.groupBy(flaws, ({ code }) => code)
  return [...sorts].map(([code, found]) => `${code} ${found.length}`).join(", ") || "0"
}

const figures: ReadonlyArray<Figure> = [
  { zh: "单元总数", en: "units", read: (view) => `${View.units(view).length}` },
  { zh: "组织架构式", en: "pattern", read: patternsOf },
  { zh: "组织层级", en: "levels", read: (view) => `${levelsOf(view)}` },
  { zh: "有形覆盖", en: "nominal coverage", read: (view) => rateOf(Coverage.of(view).nominal) },
  { zh: "有效覆盖", en: "effective coverage", read: (view) => rateOf(Coverage.of(view).effective) },
  { zh: "工作覆盖", en: "with guides", read: (view) => rateOf(Coverage.of(view).work) },
  { zh: "完整性检查", en: "integrity", read: flawsOf }
]

/** The same questions asked of several days, as rows of text: what is asked, then the answer for each day. */
export const compare = async (
  city: PromisedCity,
  days: ReadonlyArray<string>,
  language: "zh" | "en"
): Promise<ReadonlyArray<ReadonlyArray<string>>> => {
  const views = await Promise.all(days.map((day) => city.organisation.on(CivilDate.make(day))))
  return [["", ...days], ...figures.map((figure) => [figure[language], ...views.map(figure.read)])]
}
