import { EnterpriseCatalogue } from "@louyu/economy"
import { Text } from "@louyu/kernel"
import { named } from "../../Preset.ts"

/** A set of tags with its source. */
export const frame = (
  id: string,
  zh: string,
  en: string,
  source: string,
  ...dimensions: readonly [ReturnType<typeof named>, ...ReadonlyArray<ReturnType<typeof named>>]
) => ({ id, names: Text.of(zh, en), source, dimensions })

/** What concerns a building is discussed, handled and managed in it. Source: W-01, P-27, D-06. */
export const buildingAffairs = frame(
  "buildingAffairs",
  "楼事楼议、楼事楼办、楼事楼管",
  "The affairs of a building stay in it",
  "W-01, P-27, D-06",
  named("discussed", "楼事楼议", "Discussed in the building"),
  named("handled", "楼事楼办", "Handled in the building"),
  named("managed", "楼事楼管", "Managed in the building")
)

const { common } = EnterpriseCatalogue

/** The words for enterprises in common use, and the brands of a city. Source: H-29, P-01, D-01. */
export const branded = (...brands: ReadonlyArray<ReturnType<typeof named>>) => ({
  ...common,
  brands: [...common.brands, ...brands]
})
