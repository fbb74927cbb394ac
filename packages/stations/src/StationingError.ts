import { type KernelError, Problem } from "@louyu/kernel"
import type { CommonError } from "./StationError.ts"

const define = <const Tag extends string>(tag: Tag) => Problem.define("stations", tag)

/** A department is not expected on that day, so it cannot stay away or come on another instead. */
export class NotStationedThen extends define("NotStationedThen")<{
  readonly stationing: string
  readonly date: string
}>((e) => ({
  zh: `驻点服务“${e.stationing}”在 ${e.date} 本就没有安排，请检查日期。`,
  en: `"${e.stationing}" is not expected on ${e.date}; check the date.`
})) {}

/** A department comes on that day anyway. */
export class StationedAlready extends define("StationedAlready")<{
  readonly stationing: string
  readonly date: string
}>((e) => ({
  zh: `驻点服务“${e.stationing}”在 ${e.date} 已有安排，请换一天。`,
  en: `"${e.stationing}" comes on ${e.date} already; choose another day.`
})) {}

/** Every reason for which a command to a department at a station is refused. */
export type StationingError = CommonError | NotStationedThen | StationedAlready | KernelError.PeriodReversed
