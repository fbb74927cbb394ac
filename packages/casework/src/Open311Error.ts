import { Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("casework", tag)

/** A report names no sort of matter there is. */
export class ServiceUnknown extends define("ServiceUnknown")<{ readonly service: string }>((e) => ({
  zh: `没有“${e.service}”这一服务代码，请从服务清单中选取。`,
  en: `There is no service code "${e.service}"; take one of the list of services.`
})) {}

/** A report does not say what it is about. */
export class DescriptionMissing extends define("DescriptionMissing")<object>(() => ({
  zh: "缺少 description，请说明事项。",
  en: "There is no description; say what it is about."
})) {}

/** A report says more than a case can hold. */
export class DescriptionTooLong extends define("DescriptionTooLong")<{
  readonly length: number
  readonly longest: number
}>((e) => ({
  zh: `description 有 ${e.length} 字，最多 ${e.longest} 字，请缩短或分成几件。`,
  en: `The description has ${e.length} characters and may have ${e.longest}; shorten it, or report several matters.`
})) {}

/** A report does not say where, in a way that leads to a place of the city. */
export class PlaceUnknown extends define("PlaceUnknown")<object>(() => ({
  zh: "无法确定地点，请提供有效的 address_id、address_string 或 lat 与 long。",
  en: "The place is not known; give a valid address_id, address_string, or lat and long."
})) {}

/** Why a report of a hotline is not taken. */
export type Open311Error = ServiceUnknown | DescriptionMissing | DescriptionTooLong | PlaceUnknown

/** How a hotline is told. Shape: HTTP status, and the body the standard asks for. Source: GeoReport v2, errors. */
export const answer = (
  error: Open311Error,
  language: "zh" | "en" = "zh"
): {
  readonly status: 400 | 404
  readonly body: ReadonlyArray<{ readonly code: string; readonly description: string }>
} => {
  const status = error._tag === "ServiceUnknown" ? 404 : 400
  return { status, body: [{ code: error.code, description: error.text[language] }] }
}
