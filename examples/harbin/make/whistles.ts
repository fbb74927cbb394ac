import type { Row, Rows } from "../../story/Row.ts"

interface Task {
  readonly id: string
  readonly name: string
  readonly en: string
  readonly resolved?: readonly [at: string, result: string]
}

const report = (whistle: string, department: string, at: string, plan: string, task?: Task): Row => ({
  吹哨: whistle,
  部门: department,
  计划: plan,
  报到时间: at,
  ...(task === undefined ? {} : { 任务: task.id, 名称: task.name, 英文名称: task.en }),
  ...(task?.resolved === undefined ? {} : { 办结时间: task.resolved[0], 结果: task.resolved[1] })
})

/** Three talks at which enterprises of three stages of growth called departments. Source: D-08. */
export const whistles: Rows = {
  "whistles.csv": [
    {
      吹哨: "talk-1",
      吹哨单位: "e-tech",
      吹哨类别: "企业",
      事由: "招工难，注册地址变更如何一次办成",
      发展阶段: "startUp",
      破难方式: "专题破难",
      破难对象: "企业",
      部门: "d-hr;d-env;d-market;d-approval",
      报到期限: "2022-04-21 17:00",
      吹哨时间: "2022-04-20 09:00",
      满意: "是",
      评分: 5,
      评价时间: "2022-05-12 10:00",
      销号时间: "2022-05-12 10:30"
    },
    {
      吹哨: "talk-2",
      吹哨单位: "e-food",
      吹哨类别: "企业",
      事由: "扩店融资与退税",
      发展阶段: "growth",
      破难方式: "联动破难",
      破难对象: "行业",
      部门: "d-commerce;d-finance;d-tax;bank-1;bank-2",
      报到期限: "2022-07-14 17:00",
      吹哨时间: "2022-07-13 14:00",
      满意: "是",
      评分: 4,
      评价时间: "2022-08-19 15:00",
      销号时间: "2022-08-19 15:10"
    },
    {
      吹哨: "talk-3",
      吹哨单位: "e-group",
      吹哨类别: "企业",
      事由: "研发用房改造与高新技术企业申报",
      发展阶段: "mature",
      破难方式: "驻点破难",
      破难对象: "楼宇",
      部门: "d-science;d-housing;d-hr;d-env",
      报到期限: "2022-10-19 17:00",
      吹哨时间: "2022-10-18 09:00"
    }
  ],
  "whistle-reports.csv": [
    report("talk-1", "d-hr", "2022-04-20 11:00", "次日上门对接招聘会", {
      id: "fair",
      name: "组织专场招聘",
      en: "A job fair of its own",
      resolved: ["2022-05-10 16:00", "专场招聘到场八家单位"]
    }),
    report("talk-1", "d-env", "2022-04-20 15:00", "协调各部门"),
    report("talk-1", "d-market", "2022-04-21 09:00", "受理变更登记"),
    report("talk-1", "d-approval", "2022-04-21 10:00", "一窗办理", {
      id: "register",
      name: "注册变更一次办成",
      en: "One visit for the change of registration",
      resolved: ["2022-04-28 16:00", "当日出照"]
    }),
    report("talk-2", "d-commerce", "2022-07-13 16:00", "牵头会商"),
    report("talk-2", "d-finance", "2022-07-13 17:00", "推荐融资产品", {
      id: "products",
      name: "融资产品比选",
      en: "A choice of financial products",
      resolved: ["2022-07-29 16:00", "三家机构给出方案"]
    }),
    report("talk-2", "bank-1", "2022-07-14 10:00", "上门尽调", {
      id: "credit",
      name: "授信审批",
      en: "A line of credit",
      resolved: ["2022-08-18 16:00", "授信获批"]
    }),
    report("talk-2", "bank-2", "2022-07-14 14:00", "上门尽调"),
    // A day late: it reported in, and it was overdue until then.
    report("talk-2", "d-tax", "2022-07-15 14:00", "辅导留抵退税"),
    report("talk-3", "d-science", "2022-10-18 13:00", "入企辅导申报", {
      id: "apply",
      name: "高新技术企业申报辅导",
      en: "Help with the application"
    }),
    report("talk-3", "d-hr", "2022-10-18 15:00", "人才政策讲解"),
    report("talk-3", "d-env", "2022-10-19 09:00", "协调各部门")
  ]
}
