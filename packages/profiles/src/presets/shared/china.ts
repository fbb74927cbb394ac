import { OfficeVocabulary, officeCategories } from "@louyu/matching"
import type { category } from "../../Preset.ts"
import { enterpriseFields } from "./enterpriseFields.ts"

/** What is the same in every city of China: its time, its working days, its languages. */
export const china = {
  timeZone: "Asia/Shanghai",
  languages: ["zh", "en"],
  calendar: "china",
  defaults: { language: "zh", chatChannel: "wechat" }
} as const

/** The services and needs of office buildings, the words people use for them, and whatever a city adds. Source: P-20, P-31. */
export const officeCatalogue = (...own: ReadonlyArray<ReturnType<typeof category>>) => ({
  categories: [...officeCategories, ...own],
  fields: enterpriseFields,
  vocabulary: OfficeVocabulary.officeBuilding
})
