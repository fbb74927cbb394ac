import type { Row, Rows } from "../../story/Row.ts"

const moved = (id: string, at: string, what: string, more: Row = {}): Row => ({
  案件: `case-${id}`,
  时间: at,
  动作: what,
  ...more
})

const raised = (id: string, title: string, category: string, at: string, more: Row): Row => ({
  案件: `case-${id}`,
  流程: "牵线搭桥",
  标题: title,
  地点: "hub",
  类别: category,
  层级: "孵化器",
  提出时间: at,
  ...more
})

const visited = (id: string, firm: string, by: string, on: string, need: string, matter: string): Row => ({
  走访: id,
  归属场所: "hub",
  单元: firm,
  走访人: by,
  日期: on,
  需求: need,
  事项: matter
})

const wanted = (id: string, firm: string, matter: string, text: string, on: string, more: Row = {}): Row => ({
  需求: id,
  归属场所: "hub",
  单元: firm,
  事项: matter,
  内容: text,
  日期: on,
  ...more
})

const met = (need: string, item: string, amount: number, proposed: string, delivered: string, rated: string): Row => ({
  对接: `match-${need.slice("need-".length)}`,
  需求: need,
  清单: "incubator-services",
  事项: item,
  地点: "hub",
  数量: amount,
  起始日期: delivered,
  提议日期: proposed,
  接受日期: proposed,
  交付日期: delivered,
  交付数量: amount,
  需求方评分: 5,
  评分日期: rated,
  办结日期: rated
})

const [visit, talk] = ["2019-03-18", "2019-05-13"]

/** What firms lacked, who found out, and what met it. Source: H-27, H-21. */
const needs: Rows = {
  "visits.csv": [
    visited("visit-01", "f001", "p-701", visit, "need-talent", "interns"),
    visited("visit-02", "f002", "p-701", "2021-04-12", "need-press", "diagnosis"),
    visited("visit-03", "f003", "p-705", "2024-05-20", "need-interns", "interns")
  ],
  "needs.csv": [
    wanted("need-talent", "f001", "interns", "创业之初，急缺工业自动化集成技术人才，想要机械专业的实习生", visit, {
      来源: "走访",
      数量: 6,
      紧急程度: 5
    }),
    wanted("need-research", "f001", "diagnosis", "科研攻关遇到难题，想请高校专家诊断", talk),
    wanted("need-press", "f002", "diagnosis", "压装设备精度不稳，想请专家诊断", "2021-04-12", { 来源: "走访" }),
    wanted("need-interns", "f003", "interns", "想要四名电子信息专业的实习生", "2024-05-20", { 来源: "走访", 数量: 4 })
  ],
  "matches.csv": [
    met("need-talent", "I-01", 6, "2019-03-20", "2019-07-08", "2019-07-22"),
    met("need-research", "I-02", 1, "2019-05-15", "2019-06-14", "2019-10-15"),
    met("need-press", "I-02", 1, "2021-04-15", "2021-05-20", "2021-06-03"),
    met("need-interns", "I-01", 4, "2024-05-22", "2024-07-01", "2024-07-15")
  ]
}

const done = (id: string, at: string, rating: string): ReadonlyArray<Row> => [
  moved(id, `${at} 10:00`, "回访", { 已解决: "是", 满意度: rating }),
  moved(id, `${at} 10:30`, "关闭", { 原因: "已解决" })
]

/** The matters that were brought together: raised, matched to a resource, helped with, resolved, followed up, closed. */
const cases: Rows = {
  "cases.csv": [
    raised("talent", "急缺工业自动化集成技术人才", "实习人才", `${visit} 10:00`, {
      渠道: "走访",
      提出人: "p-701",
      代表单位: "f001",
      来源编号: "visit-01"
    }),
    // What a firm cannot solve yet is nobody else's to know.
    raised("research", "科研攻关难题，请专家诊断", "技术诊断", `${talk} 09:00`, {
      渠道: "服务窗口",
      提出人: "p-801",
      提出单位: "f001",
      不公开: "是"
    }),
    raised("rooms", "孵化场地不够，需要公共实验室", "孵化场地", "2022-03-07 09:30", {
      渠道: "服务窗口",
      提出单位: "f061"
    }),
    raised("interns", "需要电子信息专业实习生", "实习人才", "2024-05-20 15:00", {
      渠道: "走访",
      提出人: "p-705",
      代表单位: "f003",
      来源编号: "visit-03"
    })
  ],
  "case-steps.csv": [
    moved("talent", "2019-03-20 10:00", "匹配", { 条目: "I-01" }),
    moved("talent", "2019-03-20 11:00", "延期", { 延长: "90个工作日", 原因: "学生七月起实习" }),
    moved("talent", "2019-04-01 09:00", "办理"),
    moved("talent", "2019-07-08 16:00", "解决", { 结果: "六名机械专业硕士、本科生到岗实习" }),
    ...done("talent", "2019-07-22", "非常满意"),
    moved("research", "2019-05-15 10:00", "匹配", { 条目: "I-02" }),
    moved("research", "2019-05-15 10:30", "共享编辑", { 人员: "p-703" }),
    moved("research", "2019-05-15 11:00", "延期", { 延长: "30个工作日", 原因: "专家须到现场" }),
    moved("research", "2019-05-20 09:00", "办理"),
    moved("research", "2019-06-14 16:00", "解决", { 结果: "专家到企业诊断，提出改进方案" }),
    moved("research", "2019-06-28 10:00", "回访", { 已解决: "否", 满意度: "不满意" }),
    // Taken up again, a matter is promised anew.
    moved("research", "2019-06-28 11:00", "延期", { 延长: "80个工作日", 原因: "攻关须试制样机" }),
    moved("research", "2019-09-30 16:00", "解决", { 结果: "样机按方案改进，难题攻克" }),
    ...done("research", "2019-10-15", "满意"),
    moved("rooms", "2022-03-14 09:00", "升级", { 层级: "楼宇党委", 升级缘由: "超出能力", 原因: "涉及整层改造" }),
    moved("rooms", "2022-03-14 10:00", "延期", { 延长: "130个工作日", 原因: "须施工改造" }),
    moved("rooms", "2022-04-11 10:00", "匹配", { 条目: "I-03" }),
    moved("rooms", "2022-04-18 09:00", "办理"),
    moved("rooms", "2022-08-30 16:00", "解决", { 结果: "公共实验室扩建完成" }),
    ...done("rooms", "2022-09-13", "满意"),
    moved("interns", "2024-05-22 10:00", "匹配", { 条目: "I-01" }),
    moved("interns", "2024-05-22 10:30", "延期", { 延长: "60个工作日", 原因: "学生七月起实习" }),
    moved("interns", "2024-06-03 09:00", "办理")
  ]
}

export const bringing: Rows = { ...needs, ...cases }
