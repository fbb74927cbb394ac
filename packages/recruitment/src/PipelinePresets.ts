import { Text } from "@louyu/kernel"
import { type Exit, type Pipeline, PipelineId, type Stage, StageId } from "./Pipeline.ts"

const id = StageId.make

type More = Partial<Omit<Stage, "id" | "names" | "phase">>

const stage = (code: string, phase: string, zh: string, en: string, more: More = {}): Stage => ({
  id: id(code),
  phase,
  names: Text.of(zh, en),
  ...more
})
const named = (code: string, zh: string, en: string) => ({ id: code, names: Text.of(zh, en) })

/** Come in, stay, grow. Source: H-25. */
const lifecycle = [
  named("comeIn", "进得来", "Come in"),
  named("stay", "留得住", "Stay"),
  named("grow", "发展好", "Grow")
] as const

// A firm that went elsewhere may think again within a year.
const lost: Exit = {
  id: "lost",
  names: Text.of("流失", "Lost"),
  reasons: [
    named("rent", "租金", "Rent"),
    named("space", "面积或户型", "Space"),
    named("policy", "政策", "Support offered"),
    named("location", "区位", "Location"),
    named("elsewhere", "选择他处", "Chose another place"),
    named("noAnswer", "失去联系", "Out of reach"),
    named("cancelled", "项目取消", "Project given up")
  ],
  reopen: { withinDays: 365 }
}

const left = (from: readonly [StageId, ...ReadonlyArray<StageId>]): Exit => ({
  id: "left",
  names: Text.of("迁出", "Left"),
  from,
  reasons: [
    named("relocated", "迁往他处", "Moved away"),
    named("closed", "停业", "Closed down"),
    named("expansion", "扩大面积", "Needed more room")
  ]
})

/**
 * Attracting firms to buildings: a lead, looked into, talked to, perhaps in a transitional office, signed, registered,
 * moved in, paying tax here, grown.
 *
 * Shape: a lead is answered in one working day, looked into in three, told what is offered within a week, and nobody is
 * left without word for two weeks.
 * Source: 1.7, H-26, 2.12.
 */
export const investment: Pipeline = {
  id: PipelineId.make("investment"),
  version: 1,
  names: Text.of("招商", "Attracting firms"),
  subject: "firm",
  phases: lifecycle,
  stages: [
    stage("lead", "comeIn", "线索", "Lead", { answerWithin: 1, rotAfter: 10 }),
    stage("assessed", "comeIn", "研判", "Looked into", { answerWithin: 3, rotAfter: 10 }),
    stage("negotiating", "comeIn", "在谈", "In talks", { rotAfter: 10 }),
    stage("transitional", "comeIn", "过渡办公", "In a transitional office", { optional: true, rotAfter: 10 }),
    stage("signed", "comeIn", "签约", "Signed", { evidence: ["contract"], rotAfter: 10 }),
    stage("registered", "comeIn", "注册落户", "Registered here", { optional: true, rotAfter: 20 }),
    stage("movedIn", "stay", "入驻", "Moved in"),
    stage("operating", "stay", "达产纳税", "In business and paying tax here"),
    stage("grown", "grow", "壮大", "Grown")
  ],
  won: id("movedIn"),
  back: "any",
  exits: [lost, left([id("movedIn"), id("operating"), id("grown")])]
}

/**
 * Talent: a post or fair, an application, a talk, practice or an offer, at work, kept.
 *
 * Source: P-22, P-32 (introduce, cultivate, use, retain), H-27, F-16.
 */
export const talent: Pipeline = {
  id: PipelineId.make("talent"),
  version: 1,
  names: Text.of("人才引育", "Talent"),
  subject: "person",
  phases: [
    named("introduce", "引才", "Introduce"),
    named("cultivate", "育才", "Cultivate"),
    named("use", "用才", "Put to work"),
    named("retain", "留才", "Retain")
  ],
  stages: [
    stage("applied", "introduce", "投递", "Applied", { answerWithin: 5 }),
    stage("interviewed", "introduce", "面试", "Interviewed", { rotAfter: 10 }),
    stage("internship", "cultivate", "实习见习", "In practice", { optional: true }),
    stage("offered", "cultivate", "录用通知", "Offered a post", { rotAfter: 10 }),
    stage("onBoard", "use", "到岗", "At work"),
    stage("retained", "retain", "留任", "Stayed on")
  ],
  won: id("onBoard"),
  back: "one",
  exits: [
    {
      id: "lost",
      names: Text.of("未录用", "Not taken on"),
      reasons: [
        named("notFitting", "不匹配", "Not fitting"),
        named("declined", "本人放弃", "Declined"),
        named("noAnswer", "失去联系", "Out of reach")
      ],
      reopen: {}
    },
    {
      id: "left",
      names: Text.of("离职", "Left"),
      from: [id("onBoard"), id("retained")],
      reasons: [named("resigned", "辞职", "Resigned"), named("ended", "合同到期", "The contract ended")]
    }
  ]
}

/**
 * A new Party organisation: members found in a sweep, a guide, the way decided, applied for, approved, founded, at work.
 *
 * Source: P-35, P-10, W-10, 1.7.
 */
export const branchIncubation: Pipeline = {
  id: PipelineId.make("branchIncubation"),
  version: 1,
  names: Text.of("党组织孵化", "Incubating branches"),
  subject: "branch",
  phases: [
    named("workCoverage", "工作覆盖", "Covered by work"),
    named("founding", "组织组建", "Founding"),
    named("organisationCoverage", "组织覆盖", "Covered by an organisation")
  ],
  stages: [
    stage("swept", "workCoverage", "摸排", "Visited in the sweep", { rotAfter: 20 }),
    stage("membersFound", "workCoverage", "发现党员", "Members found", { rotAfter: 20 }),
    stage("guided", "workCoverage", "选派指导员", "Guide assigned", { rotAfter: 20 }),
    stage("pathDecided", "founding", "确定组建方式", "Way decided", { rotAfter: 20 }),
    stage("applied", "founding", "申请", "Applied for", { evidence: ["application"], answerWithin: 20 }),
    stage("approved", "founding", "批复", "Approved", { evidence: ["approval"], rotAfter: 20 }),
    stage("founded", "organisationCoverage", "成立并选举", "Founded and elected", { evidence: ["election"] }),
    stage("effective", "organisationCoverage", "有效覆盖", "At work")
  ],
  won: id("founded"),
  back: "one",
  exits: [
    {
      id: "notPossible",
      names: Text.of("暂不具备条件", "Not possible yet"),
      reasons: [
        named("tooFew", "正式党员不足三人", "Fewer than three full members"),
        named("lowRecognition", "业主认同不高", "Little interest of the owners")
      ],
      reopen: {}
    },
    {
      id: "refused",
      names: Text.of("企业不同意", "Refused"),
      reasons: [named("owner", "业主不同意", "The owners refused"), named("authority", "上级未批复", "Not approved")],
      reopen: {}
    },
    {
      id: "closed",
      names: Text.of("企业注销或迁出", "Enterprise gone"),
      reasons: [named("closed", "注销", "Closed down"), named("relocated", "迁出", "Moved away")]
    }
  ]
}

/** Technology along the whole chain: developed, turned into something, incubated, an industry. Source: H-28. */
export const technology: Pipeline = {
  id: PipelineId.make("technology"),
  version: 1,
  names: Text.of("全链条孵化", "Technology, the whole chain"),
  subject: "project",
  phases: lifecycle,
  stages: [
    stage("development", "comeIn", "开发", "Development", { rotAfter: 60 }),
    stage("transfer", "comeIn", "转化", "Transfer", { evidence: ["contract"], rotAfter: 60 }),
    stage("incubation", "stay", "孵化", "Incubation", { rotAfter: 60 }),
    stage("industrialisation", "grow", "产业化", "Industry")
  ],
  won: id("industrialisation"),
  back: "one",
  exits: [
    {
      id: "stopped",
      names: Text.of("终止", "Stopped"),
      reasons: [
        named("technical", "技术原因", "Technical reasons"),
        named("market", "市场原因", "No market"),
        named("funding", "资金原因", "No funds")
      ],
      reopen: {}
    }
  ]
}

/** All presets, by id. */
export const all: ReadonlyArray<Pipeline> = [investment, talent, branchIncubation, technology]
