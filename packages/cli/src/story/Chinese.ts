import { type Case, Event, type Flow } from "@louyu/casework"
import type { Told } from "./Told.ts"

/** Why a case goes up a level. */
export const causes: Readonly<Record<Case.Cause, string>> = {
  stageOverdue: "本环节超期",
  wholeOverdue: "全程超期",
  beyondMeans: "本级无力解决",
  responsibilityUnclear: "职责不清"
}

const ratings: Readonly<Record<Case.Rating, string>> = {
  verySatisfied: "非常满意",
  satisfied: "满意",
  basicallySatisfied: "基本满意",
  dissatisfied: "不满意",
  veryDissatisfied: "非常不满意"
}

/** A length of time. */
export const length = ({ count, unit }: Flow.Duration): string =>
  `${count} ${{ workingDays: "个工作日", workingHours: "个工作时间小时", clockHours: "小时" }[unit]}`

/** What may be done with a case. */
export const actions: Readonly<Record<Flow.Action, string>> = {
  accept: "受理",
  reject: "不予受理",
  classify: "分类",
  match: "对接服务",
  deliberate: "议定",
  dispatch: "交办",
  reportIn: "报到",
  start: "开始办理",
  resolve: "报告解决",
  followUp: "回访",
  close: "办结"
}

const because = (reason: string | undefined): string => (reason === undefined ? "" : `，理由：${reason}`)

/** A fact of a case in Chinese. */
export const sentence = (event: Event.Event, told: Told): string =>
  Event.Event.match(event, {
    CaseRaised: (e) => {
      const behalf = e.behalfOf === undefined ? "" : `代${told.party(e.behalfOf)}`
      const reference = e.reference === undefined ? "" : `，来自 ${e.reference}`
      const route = e.route === undefined ? "" : `，归口${told.post(e.route)}`
      const sort = e.category === undefined ? "" : `，类别“${told.category(e.category)}”${route}`
      return `${told.party(e.by)}${behalf}经${told.channel(e.channel)}提出，地点${told.unit(e.place)}${sort}${reference}。`
    },
    CaseAccepted: () => "已受理。",
    CaseRejected: (e) => `不予受理：${told.rejection(e.reason)}。`,
    CaseClassified: (e) =>
      `定为${e.difficulty === "ordinary" ? "一般" : "疑难"}${e.scope === "common" ? "共性" : "个性"}问题，类别“${told.category(e.category)}”，归口${told.post(e.route)}${because(e.reason)}。`,
    CaseMatched: (e) => `对接服务项目 ${e.item}。`,
    CaseDeliberated: (e) =>
      `${told.unit(e.body)}议定${e.decision === undefined ? "" : `（议题 ${e.decision}）`}${e.agreed === undefined ? "" : `：${e.agreed}`}。`,
    CaseDispatched: (e) => `${told.unit(e.by)}交${told.unit(e.to)}办理。`,
    CaseTaken: (e) => `${told.unit(e.by)}主动领办。`,
    CaseRerouted: (e) => `${told.unit(e.by)}改交${told.unit(e.to)}办理${because(e.reason)}。`,
    CaseReportedIn: (e) => `${told.unit(e.by)}报到。`,
    CaseStarted: () => "开始办理。",
    CaseSuspended: (e) => `等待提出人，时限暂停${because(e.reason)}。`,
    CaseResumed: () => "继续办理，时限恢复。",
    CaseResolved: (e) => `已解决：${e.result}。`,
    CaseFollowedUp: (e) =>
      `回访：提出人表示${e.solved ? "已解决" : "未解决"}${e.rating === undefined ? "" : `，评价“${ratings[e.rating]}”`}。`,
    CaseClosed: (e) => `办结：${told.closing(e.reason)}。`,
    CaseReopened: (e) => `重新办理，因${e.cause === "asked" ? "有人要求" : "提出人不满意"}${because(e.reason)}。`,
    CaseEscalated: (e) =>
      `由${told.level(e.from)}上报${told.level(e.to)}：${causes[e.cause]}${because(e.reason)}${e.breach ? "；一般问题出楼，记为突破" : ""}。`,
    CaseMerged: (e) => `并入案件 ${e.into}。`,
    CaseUnmerged: () => "撤销并案，恢复单独办理。",
    CaseAbsorbed: (e) => `并入了案件 ${e.absorbed}，其提出人一并告知。`,
    CaseSeparated: (e) => `案件 ${e.absorbed} 恢复单独办理。`,
    CaseSplit: (e) =>
      `分办：${e.tasks.map(({ task, department, what, lead }) => `${task} ${told.unit(department)}${lead ? "（牵头）" : ""}：${what}`).join("；")}。`,
    TaskFinished: (e) => `任务 ${e.task} 完成：${e.result}。`,
    CaseEvidenceFiled: (e) => `存档材料 ${e.evidence}${e.reference === undefined ? "" : `（${e.reference}）`}。`,
    SiteSurveyed: (e) => `${told.units(e.by)}现场勘查（${e.survey}）：${e.finding}。`,
    PlanDrafted: (e) => `拟定方案 ${e.plan}：${e.what}；须经${told.units(e.departments)}会签。`,
    PlanCleared: (e) =>
      `${told.unit(e.department)}${e.cleared ? "会签" : "未会签"}方案 ${e.plan}${e.note === undefined ? "" : `：${e.note}`}。`,
    PlanApproved: (e) => `${told.unit(e.by)}批准方案 ${e.plan}。`,
    CaseShared: (e) => `允许 ${e.person} ${e.right === "edit" ? "查看并修改" : "查看"}。`,
    CaseUnshared: (e) => `不再允许 ${e.person} 查看。`,
    CaseLinked: (e) => `关联案件 ${e.to}（${e.why === "recurrence" ? "再次发生" : "相关"}）。`,
    DeadlineExtended: (e) => `${e.of === "stage" ? "本环节" : "全程"}延期 ${told.length(e.by)}${because(e.reason)}。`,
    DueRecorded: ({ due }) => {
      const parts = [
        ...(due.stage === undefined ? [] : [`本环节 ${told.time(due.stage.by)}`]),
        ...(due.whole === undefined ? [] : [`全程 ${told.time(due.whole.by)}`])
      ]
      const { id, version } = due.calendar
      return `${parts.length === 0 ? "无时限" : `到期：${parts.join("，")}`}（日历 ${id} ${version}）。`
    }
  })
