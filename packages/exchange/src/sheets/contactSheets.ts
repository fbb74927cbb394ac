import { RecruitmentError } from "@louyu/recruitment"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { CellMissing } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ListForm from "../ListForm.ts"
import * as RecruitmentForm from "../RecruitmentForm.ts"
import { define, given } from "../Sheet.ts"

const prospect = required(RecruitmentForm.prospect, "线索", ["线索的编号", "the prospect"], { also: ["线索编号"] })

const contacts = define({
  file: "contacts.csv",
  names: { zh: "联系记录", en: "Contacts" },
  about: {
    zh: "与线索的走访、电话、面谈等；只写结果和要点，不写姓名、电话。",
    en: "Talks with prospects, visits and messages to them; what came of it, and no names or numbers."
  },
  columns: {
    contact: required(RecruitmentForm.contact, "记录", ["联系记录的编号", "the contact"], {
      also: ["记录编号", "编号"]
    }),
    prospect,
    how: required(RecruitmentForm.how, "方式", ["怎样联系", "how"]),
    at: required(Form.date, "日期", ["联系的日期", "the day it was"]),
    on: optional(Form.date, "登记日期", [
      "空则为联系当日；不得早于联系日期",
      "the day it was told; where empty, the day it was, and never before it"
    ]),
    by: required(Domain.person, "联系人", ["谁去联系的", "who talked to them"], { also: ["人员"] }),
    outcome: optional(ListForm.word, "结果", ["自定的词", "what came of it, in a word of the city's own"]),
    note: optional(RecruitmentForm.wording(), "备注", ["不含个人信息", "nothing that leads to a person"])
  },
  commands: (row, out) => {
    const { contact, at, on = at } = row.cells
    if (at > on) return out.refuse(row, "at", new RecruitmentError.ContactInFuture({ contact, at, on }))
    out.add(row, given({ _tag: "LogContact", ...row.cells, on }))
  }
})

const followUps = define({
  file: "follow-ups.csv",
  names: { zh: "跟进计划", en: "Follow-ups" },
  about: {
    zh: "下一步做什么、最迟何时；做完或不再需要时填写结束日期。",
    en: "What is to be done next and until when; the day it was closed once it is done or not needed any more."
  },
  columns: {
    followUp: required(RecruitmentForm.contact, "计划", ["跟进计划的编号", "the follow-up"], {
      also: ["计划编号", "编号"]
    }),
    prospect,
    what: required(RecruitmentForm.wording(), "内容", [
      "做什么，不含个人信息",
      "what is to be done, without anything that leads to a person"
    ]),
    due: required(Form.date, "最迟日期", ["最迟何时做完", "the last day on which it is in time"]),
    by: optional(Domain.person, "执行人", ["由谁做", "who does it"], { also: ["人员"] }),
    on: required(Form.date, "制定日期", ["何时定下的", "the day it was planned"]),
    closed: optional(Form.date, "结束日期", ["做完或放弃的日期", "the day it was done or given up"]),
    done: optional(ListForm.yesNo, "已完成", [
      "结束时是否做完；空则为是",
      "whether it was done when it was closed; where empty, yes"
    ])
  },
  commands: (row, out) => {
    const { closed, done, ...plan } = row.cells
    if (done !== undefined && closed === undefined) return out.refuse(row, "closed", new CellMissing({}))
    out.add(row, given({ _tag: "PlanFollowUp", ...plan }))
    if (closed === undefined) return
    const { prospect: of, followUp } = plan
    out.add(row, { _tag: "CloseFollowUp", prospect: of, followUp, done: done !== "no", on: closed })
  }
})

/** Files about talks with prospects and what is planned. */
export const contactSheets = [contacts, followUps]
