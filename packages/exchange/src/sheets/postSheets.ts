import { CivilDate } from "@louyu/kernel"
import * as Result from "effect/Result"
import { from, optional, required, to } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { PurposeUnknown, SchemeChanges } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as Posting from "../Posting.ts"
import * as RoleForm from "../RoleForm.ts"
import { define, given } from "../Sheet.ts"
import type { Surroundings } from "../Surroundings.ts"

const person = required(Domain.person, "人员", ["担任此职的人", "the person"], { also: ["人员编号"] })

/** The day on which the scheme of a post gives way during a period, as far as the folder says. */
const changeWithin = (
  { gaveUp }: Surroundings,
  { roster, scheme }: Posting.Posted,
  begin: CivilDate.CivilDate,
  end: CivilDate.CivilDate
): CivilDate.CivilDate | undefined => gaveUp(roster, scheme, begin, end)

/** Whether a post is still there on the last day of a period, or nobody knows that it ever was. */
const isThereToTheEnd = (
  { inForce }: Surroundings,
  { roster, scheme }: Posting.Posted,
  begin: CivilDate.CivilDate,
  end: CivilDate.CivilDate
): boolean => !inForce(roster, begin).includes(scheme) || inForce(roster, CivilDate.addDays(end, -1)).includes(scheme)

const appointments = define({
  file: "appointments.csv",
  names: { zh: "任职", en: "Appointments" },
  about: {
    zh: "谁在哪个岗位任职；日后补写截止日期即为免职或调整任期。更换方案时任职按 schemes.csv 的岗位衔接延续，不必另写。",
    en: "Who holds which post. Filling in or changing the end later relieves the holder or changes the term. Where a scheme changes, holders go on as schemes.csv says, without another row."
  },
  columns: {
    ...Posting.post,
    roster: Posting.roster,
    person,
    from: from("任职日期", "the day it began"),
    to: to("离任日期", "the day it ended"),
    comesFrom: optional(Domain.unit, "来自单位", [
      "本职所在单位；有资格要求的岗位（如物业服务员）必填",
      "the unit the person comes from; needed where the role asks for one, such as a property company"
    ]),
    secondedFrom: optional(Domain.unit, "借调自", [
      "借调、挂职的原单位",
      "the body that keeps the person on its books"
    ]),
    qualifications: optional(Form.list(Form.label()), "资格", ["持有的资格", "what the person can show"])
  },
  commands: (row, out) => {
    const { unit, role, scheme, roster, from: begin, to: end, ...holder } = row.cells
    if (!out.isOrderly(row, "to", begin, end)) return
    const found = Posting.find({ unit, role, scheme, roster }, begin, out.context, out.surroundings)
    if (found === undefined) return
    if (Result.isFailure(found)) return out.refuse(row, "role", found.failure)
    const at = found.success
    out.add(row, given({ _tag: "Appoint", ...at, ...holder, from: begin, to: end }))
    // Where the row had another end, or none, when it was loaded before. What went over to a new scheme ends there.
    if (end !== undefined && isThereToTheEnd(out.surroundings(), at, begin, end)) {
      out.add(row, { _tag: "Extend", ...at, person: holder.person, on: begin, to: end })
    }
  }
})

const end = (zh: string, en: string) =>
  required(Form.date, "截止日期", [`${zh}（不含当日）`, `${en}; that day is not included`])

const acting = define({
  file: "acting.csv",
  names: { zh: "代理", en: "Acting" },
  about: {
    zh: "任职者不在或岗位空缺期间由谁代理。",
    en: "Who stands in while a holder is absent or a post is vacant."
  },
  columns: {
    ...Posting.post,
    roster: Posting.roster,
    person: required(Domain.person, "代理人", ["代理的人", "who stands in"], { also: ["人员"] }),
    absent: optional(Domain.person, "被代理人", [
      "空缺时留空",
      "whom they stand in for; empty while the post is vacant"
    ]),
    from: from("代理开始日期", "the day it began"),
    to: end("代理结束日期", "the day it ends")
  },
  commands: (row, out) => {
    const { unit, role, scheme, roster, ...stand } = row.cells
    if (!out.isOrderly(row, "to", stand.from, stand.to)) return
    const found = Posting.find({ unit, role, scheme, roster }, stand.from, out.context, out.surroundings)
    if (found === undefined) return
    if (Result.isFailure(found)) return out.refuse(row, "role", found.failure)
    const on = changeWithin(out.surroundings(), found.success, stand.from, stand.to)
    if (on !== undefined) return out.refuse(row, "to", new SchemeChanges({ on }))
    out.add(row, given({ _tag: "ActFor", ...found.success, ...stand }))
  }
})

const delegations = define({
  file: "delegations.csv",
  names: { zh: "委托", en: "Delegations" },
  about: {
    zh: "一个岗位的某一事项在一段时间内交由他人办理，任职者不变。",
    en: "One matter of a post that is with somebody else for a time; the holder stays the holder."
  },
  columns: {
    ...Posting.post,
    roster: Posting.roster,
    matter: required(Form.label(), "事项", ["委托的事项", "the matter"]),
    person: required(Domain.person, "受托人", ["办理此事项的人", "who sees to it"], { also: ["人员"] }),
    from: from("委托开始日期", "the day it began"),
    to: end("委托结束日期", "the day it ends")
  },
  commands: (row, out) => {
    const { unit, role, scheme, roster, ...duty } = row.cells
    if (!out.isOrderly(row, "to", duty.from, duty.to)) return
    const found = Posting.find({ unit, role, scheme, roster }, duty.from, out.context, out.surroundings)
    if (found === undefined) return
    if (Result.isFailure(found)) return out.refuse(row, "role", found.failure)
    const on = changeWithin(out.surroundings(), found.success, duty.from, duty.to)
    if (on !== undefined) return out.refuse(row, "to", new SchemeChanges({ on }))
    out.add(row, { _tag: "Delegate", ...found.success, ...duty })
  }
})

const grants = define({
  file: "grants.csv",
  names: { zh: "查看授权", en: "Access" },
  about: {
    zh: "岗位之外单独给予的查看权限，到期自动失效。",
    en: "Rights to read that come with no post; each ends by itself."
  },
  columns: {
    unit: required(Domain.unit, "单元", ["此单元及其以下可查看", "what can be seen: this unit and all within it"], {
      also: ["编号", "单元编号"]
    }),
    roster: optional(Domain.unit, "名册", ["空则为此单元本身", "who gives it; where empty, the unit itself"]),
    person,
    level: required(RoleForm.level, "级别", ["可查看的最高密级", "the highest level that can be seen"]),
    purpose: required(Form.label(), "用途", ["为何查看，如 service、visit", "what for, such as service or visit"]),
    from: from("生效日期", "the day it began to hold"),
    to: end("失效日期", "the day it ends")
  },
  commands: (row, out) => {
    const { roster, ...grant } = row.cells
    if (!out.isOrderly(row, "to", grant.from, grant.to)) return
    const known = [...new Set(out.context.policy.classes.flatMap(({ purposes }) => purposes))]
    if (!known.includes(grant.purpose)) {
      out.warn(row, "purpose", new PurposeUnknown({ purpose: grant.purpose.slice(0, 60), known }))
    }
    out.add(row, { _tag: "GrantAccess", roster: roster ?? grant.unit, ...grant })
  }
})

/** Files about who holds posts, stands in, takes over and may read. */
export const postSheets = [appointments, acting, delegations, grants]
