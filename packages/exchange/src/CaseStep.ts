import * as CaseworkForm from "./CaseworkForm.ts"
import { optional, required } from "./Column.ts"
import * as Domain from "./DomainForm.ts"
import * as Form from "./Form.ts"
import * as ListForm from "./ListForm.ts"
import * as MomentForm from "./MomentForm.ts"
import { wording } from "./RecruitmentForm.ts"
import * as Vocabulary from "./Vocabulary.ts"

/** What a row can say that happened to a case. */
export type Happening =
  | "accept"
  | "reject"
  | "classify"
  | "match"
  | "deliberate"
  | "dispatch"
  | "take"
  | "reroute"
  | "reportIn"
  | "start"
  | "suspend"
  | "resume"
  | "resolve"
  | "followUp"
  | "close"
  | "reopen"
  | "escalate"
  | "extendStage"
  | "extendWhole"
  | "merge"
  | "unmerge"
  | "recurrence"
  | "related"
  | "shareView"
  | "shareEdit"
  | "unshare"

const word = (id: Happening, zh: string, en: string, ...also: ReadonlyArray<string>) => ({
  id,
  names: { zh, en },
  also
})

/** What happened to a case. */
export const happening = Form.choice(
  Vocabulary.make<Happening>([
    word("accept", "受理", "accept"),
    word("reject", "不予受理", "reject"),
    word("classify", "分类", "classify", "分级"),
    word("match", "匹配", "match", "对接服务"),
    word("deliberate", "商议", "deliberate", "议定"),
    word("dispatch", "交办", "dispatch", "分流"),
    word("take", "认领", "take", "抢单"),
    word("reroute", "改派", "reroute"),
    word("reportIn", "报到", "report in"),
    word("start", "办理", "start", "开始办理"),
    word("suspend", "暂停", "suspend"),
    word("resume", "恢复", "resume"),
    word("resolve", "办结", "resolve", "解决"),
    word("followUp", "回访", "follow up"),
    word("close", "关闭", "close"),
    word("reopen", "重开", "reopen", "重新办理"),
    word("escalate", "升级", "escalate", "提级"),
    word("extendStage", "延长环节时限", "extend stage"),
    word("extendWhole", "延长总时限", "extend whole", "延期"),
    word("merge", "并案", "merge"),
    word("unmerge", "撤并", "unmerge"),
    word("recurrence", "重复发生", "recurrence", "复发"),
    word("related", "关联", "related"),
    word("shareView", "共享查看", "share view"),
    word("shareEdit", "共享编辑", "share edit"),
    word("unshare", "取消共享", "unshare")
  ])
)

/** The columns of a step; which ones a row fills in depends on what happened. */
export const columns = {
  case: required(CaseworkForm.caseId, "案件", ["案件的编号", "the case"], { also: ["案件编号", "编号"] }),
  at: required(MomentForm.moment, "时间", ["何时", "when"]),
  action: required(happening, "动作", ["对案件做了什么", "what was done with it"], { also: ["事项"] }),
  by: optional(Domain.unit, "经办单位", [
    "商议的组织，交办、改派的单位，或认领、报到的部门",
    "the body that deliberated, the unit that dispatched, or the one that took it or reported in"
  ]),
  to: optional(Domain.unit, "承办单位", ["交办、改派给谁", "whom it was given to"]),
  reason: optional(wording(), "原因", [
    "不予受理和关闭的须为流程所列原因之一；其余为文字",
    "of rejecting and closing one of the reasons of the flow; else a few words"
  ]),
  scope: optional(CaseworkForm.scope, "范围", ["个性还是共性", "whether it concerns one or many"]),
  difficulty: optional(CaseworkForm.difficulty, "难度", ["一般还是疑难", "whether it is ordinary or difficult"]),
  category: optional(Form.label(64), "类别", ["流程所列类别的编号或名称", "a category of the flow, by id or name"]),
  item: optional(CaseworkForm.word, "条目", [
    "匹配的服务事项编号，或商议决议的编号",
    "the item of a service list it was answered with, or the decision of the body"
  ]),
  result: optional(wording(), "结果", ["办结的结果，或商议的意见", "what came of it, or what the body agreed on"]),
  solved: optional(ListForm.yesNo, "已解决", ["回访时是否已解决", "whether it was found to be solved"]),
  rating: optional(CaseworkForm.rating, "满意度", [
    "提出人的评价；未评价的留空",
    "what whoever raised it thinks of it"
  ]),
  level: optional(Form.label(64), "层级", ["升到哪一层级，编号或名称", "the level it was taken up to, by id or name"]),
  cause: optional(CaseworkForm.cause, "升级缘由", ["为何升级", "why it was taken up"]),
  extension: optional(CaseworkForm.duration, "延长", ["延长多久", "how much more time is given"]),
  other: optional(CaseworkForm.caseId, "另一案件", [
    "并入或撤出的案件，或重复、关联的案件",
    "the case it is part of, or was, or that it repeats or has to do with"
  ]),
  person: optional(Domain.person, "人员", ["共享给谁，人员编号", "the id of whoever may see it"])
}
