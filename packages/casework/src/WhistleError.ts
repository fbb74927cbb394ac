import { type PersonalData, Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("casework", tag)

const sorts = {
  whistle: { zh: "吹哨", en: "whistle" },
  department: { zh: "部门", en: "department" },
  task: { zh: "任务", en: "task" },
  unit: { zh: "单位", en: "unit" }
} as const

/** What can be named by an id here. */
export type Sort = keyof typeof sorts

/** Something is named that does not exist, or not then. */
export class WhistlePartUnknown extends define("WhistlePartUnknown")<{ readonly sort: Sort; readonly id: string }>(
  (e) => ({
    zh: `没有${sorts[e.sort].zh}“${e.id}”，请检查编号或时间。`,
    en: `There is no ${sorts[e.sort].en} "${e.id}"; check the id or the time.`
  })
) {}

/** Something is there already. */
export class WhistlePartTaken extends define("WhistlePartTaken")<{ readonly sort: Sort; readonly id: string }>((e) => ({
  zh: `${sorts[e.sort].zh}“${e.id}”已经登记，不能重复登记。`,
  en: `The ${sorts[e.sort].en} "${e.id}" is there already and cannot be entered twice.`
})) {}

/** A department that was not called cannot report in. */
export class DepartmentNotCalled extends define("DepartmentNotCalled")<{
  readonly whistle: string
  readonly department: string
}>((e) => ({
  zh: `吹哨“${e.whistle}”没有召集“${e.department}”。`,
  en: `Whistle "${e.whistle}" did not call "${e.department}".`
})) {}

/** A department gets tasks only after it reported in. */
export class DepartmentNotReported extends define("DepartmentNotReported")<{
  readonly whistle: string
  readonly department: string
}>((e) => ({
  zh: `“${e.department}”尚未就吹哨“${e.whistle}”报到，请待其报到后再交办。`,
  en: `"${e.department}" has not reported in for whistle "${e.whistle}"; give it tasks when it has.`
})) {}

/** Only the one whose business it is does this: the caller, or the department that has the task. */
export class WhistleActorUnfit extends define("WhistleActorUnfit")<{
  readonly whistle: string
  readonly by: string
  readonly wanted: string
}>((e) => ({
  zh: `吹哨“${e.whistle}”的这一步须由“${e.wanted}”办理，不能由“${e.by}”办理。`,
  en: `This step of whistle "${e.whistle}" is for "${e.wanted}", not for "${e.by}".`
})) {}

/** A whistle cannot be judged or closed while something is open. */
export class WhistleNotDone extends define("WhistleNotDone")<{
  readonly whistle: string
  readonly tasks: ReadonlyArray<string>
  readonly pending: ReadonlyArray<string>
}>((e) => ({
  zh:
    e.pending.length > 0
      ? `吹哨“${e.whistle}”还有部门未到报到时限：${e.pending.join("、")}，请待其报到或逾期。`
      : e.tasks.length > 0
        ? `吹哨“${e.whistle}”还有任务未办结：${e.tasks.join("、")}。`
        : `吹哨“${e.whistle}”尚未交办任何任务。`,
  en:
    e.pending.length > 0
      ? `Departments may still report in for whistle "${e.whistle}": ${e.pending.join(", ")}; wait for them or for the due time.`
      : e.tasks.length > 0
        ? `Tasks of whistle "${e.whistle}" are open: ${e.tasks.join(", ")}.`
        : `Whistle "${e.whistle}" has no tasks yet; give some out first.`
})) {}

/** A whistle is closed. */
export class WhistleOver extends define("WhistleOver")<{ readonly whistle: string; readonly action: string }>((e) => ({
  zh: `吹哨“${e.whistle}”已办结，不能再执行“${e.action}”；如有新情况请重新吹哨。`,
  en: `Whistle "${e.whistle}" is closed; "${e.action}" is not possible, blow another one.`
})) {}

/** Time does not run backwards. Units: milliseconds since 1970. */
export class WhistleOutOfOrder extends define("WhistleOutOfOrder")<{
  readonly whistle: string
  readonly at: number
  readonly earliest: number
}>((e) => ({
  zh: `吹哨“${e.whistle}”的这一时间早于它之前的事项，请检查时间。`,
  en: `A time given for whistle "${e.whistle}" lies before what came first; check it.`
})) {}

/** A text seems to hold personal data. */
export class WhistleTextPersonal extends define("WhistleTextPersonal")<{
  readonly id: string
  readonly traces: ReadonlyArray<PersonalData.Trace>
}>((e) => ({
  zh: `“${e.id}”的文字中疑有个人信息（${e.traces.join("、")}），请删去后重试。`,
  en: `The text of "${e.id}" seems to hold personal data (${e.traces.join(", ")}); take it out and try again.`
})) {}

/** Every reason for which something about whistles is refused. */
export type WhistleError =
  | WhistlePartUnknown
  | WhistlePartTaken
  | DepartmentNotCalled
  | DepartmentNotReported
  | WhistleActorUnfit
  | WhistleNotDone
  | WhistleOver
  | WhistleOutOfOrder
  | WhistleTextPersonal
