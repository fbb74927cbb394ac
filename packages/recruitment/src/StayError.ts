import { type KernelError, Problem } from "@louyu/kernel"
import { IdTaken, NotFound, NotPossible, OutOfOrder, PersonalDataFound } from "./RecruitmentError.ts"

export { IdTaken, NotFound, NotPossible, OutOfOrder, PersonalDataFound }

const define = <const Tag extends string>(tag: Tag) => Problem.define("recruitment", tag)

const sorts = { seats: { zh: "工位", en: "seats" }, rooms: { zh: "房间", en: "rooms" } } as const

/** What an office has a number of. */
export type Sort = keyof typeof sorts

/** More is taken than an office has on some day. */
export class OfficeFull extends define("OfficeFull")<{
  readonly office: string
  readonly on: string
  readonly sort: Sort
  readonly wanted: number
  readonly has: number
}>((e) => ({
  zh: `过渡办公空间“${e.office}”在 ${e.on} 共有 ${e.has} 个${sorts[e.sort].zh}，将占用 ${e.wanted} 个；请减少数量或改期。`,
  en: `Office "${e.office}" has ${e.has} ${sorts[e.sort].en} on ${e.on}, and ${e.wanted} would be taken; take fewer, or another time.`
})) {}

/** A firm is in two places at once. */
export class StayOverlaps extends define("StayOverlaps")<{
  readonly stay: string
  readonly other: string
  readonly guest: string
}>((e) => ({
  zh: `“${e.guest}”同一时间已有过渡办公“${e.other}”，不能再登记“${e.stay}”；请先结束前者。`,
  en: `"${e.guest}" has the stay "${e.other}" at that time, so "${e.stay}" cannot be; end the other one first.`
})) {}

/** A stay goes beyond its term. */
export class TermExceeded extends define("TermExceeded")<{
  readonly stay: string
  readonly until: string
  readonly on: string
}>((e) => ({
  zh: `过渡办公“${e.stay}”的期限为 ${e.until}，早于 ${e.on}；请先办理延期。`,
  en: `The term of stay "${e.stay}" ends on ${e.until}, before ${e.on}; extend it first.`
})) {}

/** An extension has to be longer than the term. */
export class ExtensionTooShort extends define("ExtensionTooShort")<{
  readonly stay: string
  readonly until: string
  readonly term: string
}>((e) => ({
  zh: `过渡办公“${e.stay}”的期限已为 ${e.term}，延期须晚于该日（现为 ${e.until}）。`,
  en: `The term of stay "${e.stay}" is ${e.term} already; an extension ends later than ${e.until}.`
})) {}

/** A stay is of nobody, or takes nothing. */
export class StayEmpty extends define("StayEmpty")<{ readonly stay: string }>((e) => ({
  zh: `请注明过渡办公“${e.stay}”的线索或企业，以及至少一个工位或房间。`,
  en: `Say which prospect or enterprise stay "${e.stay}" is of, and give it at least a seat or a room.`
})) {}

/** Every reason for which something about stays is refused. */
export type StayError =
  | NotFound
  | IdTaken
  | NotPossible
  | OutOfOrder
  | PersonalDataFound
  | OfficeFull
  | StayOverlaps
  | TermExceeded
  | ExtensionTooShort
  | StayEmpty
  | KernelError.PeriodReversed
