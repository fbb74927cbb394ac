import { from, required, to } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import * as Form from "../Form.ts"
import { define, given } from "../Sheet.ts"
import { codesOf, described, nameOf } from "./unitSheets.ts"

const enterprises = required(Domain.units, "企业", [
  "覆盖的企业：单建一家，联建多家",
  "the enterprises it covers: one for a single branch, several for a joint one"
])
const full = required(Form.count(), "正式党员", ["正式党员人数", "the number of full members"])
const probationary = required(Form.count(), "预备党员", ["预备党员人数", "the number of probationary members"])

const branches = define({
  file: "branches.csv",
  names: { zh: "党支部", en: "Branches" },
  about: {
    zh: "为一家或多家企业成立的党支部；功能型党支部写在 units.csv。",
    en: "Branches founded for one enterprise or several; functional branches go into units.csv."
  },
  columns: {
    branch: required(Domain.newUnit, "编号", ["此行成立的党支部", "the branch this row founds"], {
      defines: "unit",
      also: ["id", "支部编号"]
    }),
    ...described,
    formation: required(Domain.formation, "组建方式", ["单建或联建", "single or joint"]),
    enterprises,
    full,
    probationary,
    from: from("成立日期", "the day it was founded")
  },
  commands: (row, out) => {
    const { branch, kind, under, within, nature, formation, classes, enterprises, full, probationary, from } = row.cells
    const spec = { unit: branch, kind, name: nameOf(row.cells), under, within, nature, formation, classes }
    const members = { enterprises, memberCounts: { full, probationary } }
    out.add(row, given({ _tag: "FormBranch", ...spec, identifiers: codesOf(row.cells), ...members, from }))
  }
})

const reorganisations = define({
  file: "reorganisations.csv",
  names: { zh: "支部调整", en: "Reorganisations" },
  about: {
    zh: "党支部的组建方式和覆盖企业的变更；填写变更后的全部企业。",
    en: "Changes of what a branch is formed of; name all enterprises it covers from then on."
  },
  columns: {
    branch: required(Domain.unit, "编号", ["调整的党支部", "the branch"], { also: ["支部", "支部编号"] }),
    formation: required(Domain.formation, "组建方式", ["单建或联建", "single or joint"]),
    enterprises,
    from: from("调整日期", "the day of the change")
  },
  commands: (row, out) => out.add(row, { _tag: "ReorganiseBranch", ...row.cells })
})

const memberships = define({
  file: "memberships.csv",
  names: { zh: "组织关系", en: "Memberships" },
  about: {
    zh: "党员的组织关系所在支部，同一时间只有一个；转到新支部时旧的自动结束。",
    en: "The one home branch of a member; a move to another branch ends the one before by itself."
  },
  columns: {
    person: required(Domain.person, "人员", ["党员", "the member"], { also: ["人员编号"] }),
    branch: required(Domain.unit, "支部", ["组织关系所在支部", "the home branch"], { also: ["支部编号"] }),
    standing: required(Domain.standing, "身份", ["正式或预备", "full or probationary"]),
    from: from("转入日期", "the day it became the home"),
    to: to("转出本市时填写", "only for members who leave the city")
  },
  commands: (row, out) => {
    const { to, ...member } = row.cells
    if (!out.isOrderly(row, "to", member.from, to)) return
    out.add(row, { _tag: "AffiliateMember", ...member })
    if (to !== undefined) out.add(row, { _tag: "EndMembership", person: member.person, on: to })
  }
})

const memberCounts = define({
  file: "member-counts.csv",
  names: { zh: "党员人数", en: "Member counts" },
  about: {
    zh: "党组织的党员人数，或企业中已知的党员人数，每次变化一行。",
    en: "How many members a Party body has, or are known to work in an enterprise; a row for each change."
  },
  columns: {
    unit: required(Domain.unit, "编号", ["党组织或企业", "the body or enterprise"], { also: ["单元", "单元编号"] }),
    full,
    probationary,
    from: from("统计日期", "the day from which the count holds")
  },
  commands: (row, out) => out.add(row, { _tag: "SetMemberCounts", ...row.cells })
})

const terms = define({
  file: "terms.csv",
  names: { zh: "届期", en: "Terms of office" },
  about: { zh: "选举产生的组织的任期。", en: "Terms of office of elected bodies." },
  columns: {
    unit: required(Domain.unit, "编号", ["组织", "the body"], { also: ["单元", "单元编号"] }),
    from: from("换届日期", "the day of the election"),
    to: required(Form.date, "截止日期", ["届满日期（不含当日）", "the day the term is over"], { also: ["届满日期"] })
  },
  commands: (row, out) => {
    if (out.isOrderly(row, "to", row.cells.from, row.cells.to)) out.add(row, { _tag: "StartTerm", ...row.cells })
  }
})

const activities = define({
  file: "activities.csv",
  names: { zh: "活动", en: "Activities" },
  about: {
    zh: "组织开展的活动：有活动才算有效覆盖。",
    en: "Activities of bodies: what turns nominal into effective coverage."
  },
  columns: {
    unit: required(Domain.unit, "编号", ["组织", "the body"], { also: ["单元", "单元编号"] }),
    on: required(Form.date, "日期", ["活动日期", "the day"]),
    activity: required(Form.label(), "活动", ["活动内容；不写个人姓名", "what was done; no names of people"])
  },
  commands: (row, out) => out.add(row, given({ _tag: "ReportActivity", ...row.cells }))
})

/** Files about Party bodies: what they are formed of, who belongs to them, whether they are alive. */
export const membershipSheets = [branches, reorganisations, memberships, memberCounts, terms, activities]
