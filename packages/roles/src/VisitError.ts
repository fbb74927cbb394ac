import type { KernelError } from "@louyu/kernel"
import { Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("visits", tag)

/** A plan, visit, need or sweep of this id was recorded differently before. */
export class RecordExists extends define("RecordExists")<{ readonly id: string }>((e) => ({
  zh: `编号“${e.id}”已用于另一条记录，请换一个。`,
  en: `The id "${e.id}" already belongs to another record; choose another one.`
})) {}

/** No plan or sweep of this id is under way on that day. */
export class NotUnderWay extends define("NotUnderWay")<{ readonly id: string; readonly on: string }>((e) => ({
  zh: `${e.on} 没有正在进行的“${e.id}”。`,
  en: `Nothing called "${e.id}" is under way on ${e.on}.`
})) {}

/** The unit is no part of the plan or sweep. */
export class UnitNotIncluded extends define("UnitNotIncluded")<{ readonly id: string; readonly unit: string }>((e) => ({
  zh: `“${e.unit}”不在“${e.id}”的范围内。`,
  en: `"${e.unit}" is no part of "${e.id}".`
})) {}

/** A unit is named that does not exist on that day. */
export class VisitUnitUnknown extends define("VisitUnitUnknown")<{ readonly unit: string; readonly on: string }>(
  (e) => ({
    zh: `${e.on} 没有单元“${e.unit}”，请检查编号或日期。`,
    en: `There is no unit "${e.unit}" on ${e.on}; check the id or the date.`
  })
) {}

/** Every reason for which a record of visits is refused. */
export type VisitError = VisitUnitUnknown | RecordExists | NotUnderWay | UnitNotIncluded | KernelError.PeriodReversed
