import { CivilDate, type Money } from "@louyu/kernel"
import { from, optional, required, to } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import * as Economy from "../EconomyForm.ts"
import { CellMissing, ChangeMissing } from "../ExchangeError.ts"
import * as FigureForm from "../FigureForm.ts"
import * as Form from "../Form.ts"
import { define, given } from "../Sheet.ts"
import { amountOf, unitOfMoney } from "./yieldSheets.ts"

const enterprise = required(Domain.unit, "企业", ["企业", "the enterprise"], { also: ["编号", "企业编号"] })

const qualifications = define({
  file: "qualifications.csv",
  names: { zh: "企业资质", en: "Qualifications" },
  about: {
    zh: "企业持有的资质和挂牌，每张证书一行；不同资质可以重叠，不能相加为企业数。",
    en: "Qualifications and listings of enterprises, each certificate a row; they overlap and are no sum of firms."
  },
  columns: {
    enterprise,
    kind: required(Economy.qualification, "种类", ["配置中的资质种类", "a kind of the profile"]),
    level: optional(Economy.level, "等级", ["配置中的等级或板块", "a level or board of the profile"]),
    issuedBy: required(Form.label(100), "认定单位", ["认定或挂牌的机构", "who grants it"]),
    number: optional(Form.label(100), "证书编号", ["证书编号", "the number of the certificate"]),
    from: from("生效日期", "the day it begins"),
    to: to("有效期满的日期", "the day it runs out"),
    on: optional(Form.date, "在册日期", [
      "企业在此登记的某一天；生效时企业尚未入驻的须填",
      "a day on which the enterprise is here, where it was not yet on the first day"
    ]),
    revoked: optional(Form.date, "撤销日期", [
      "被撤销的日期；与起始日期相同即为误录",
      "the day it was taken away; the first day where it was entered by mistake"
    ])
  },
  commands: (row, out) => {
    const { revoked, ...granted } = row.cells
    if (!out.isOrderly(row, "to", granted.from, granted.to)) return
    out.add(row, given({ _tag: "GrantQualification", ...granted }))
    const { enterprise: who, kind, level } = granted
    if (revoked !== undefined) {
      out.add(row, given({ _tag: "RevokeQualification", enterprise: who, kind, level, on: revoked }))
    }
  }
})

const measures = ["revenue", "assets", "output"] as const

const years = define({
  file: "enterprise-years.csv",
  names: { zh: "企业年度数据", en: "Figures of enterprises by year" },
  about: {
    zh: "企业某年的从业人数、营收、资产、产值和所属行业；更正以之后的日期另写一行。",
    en: "Employees, revenue, assets, output and industry of an enterprise for a year; a correction is another row told later."
  },
  columns: {
    enterprise,
    year: required(Economy.year, "年度", ["哪一年", "the year"]),
    employees: optional(Form.count(), "从业人数", ["年末从业人员", "persons at the end of the year"]),
    revenue: optional(FigureForm.amount, "营业收入", ["全年营业收入", "revenue of the year"]),
    assets: optional(FigureForm.amount, "资产总额", ["年末资产总额", "total assets at the end of the year"]),
    output: optional(FigureForm.amount, "产值", ["全年产值", "output of the year"]),
    unit: unitOfMoney,
    industry: optional(Economy.industry, "行业", ["所属行业", "the industry it mainly belongs to"]),
    industryFrom: optional(Form.date, "行业起始", [
      "从何时起属于该行业；空则为年初",
      "from when on; where empty, the first day of the year"
    ]),
    on: required(Form.date, "填报日期", ["填报的日期", "the day it was told"])
  },
  commands: (row, out) => {
    const { enterprise: who, year, employees, unit, industry, industryFrom, on } = row.cells
    if (industryFrom !== undefined && industry === undefined) return out.refuse(row, "industry", new CellMissing({}))
    const told: { [K in (typeof measures)[number]]?: Money.Money } = {}
    for (const measure of measures) {
      const text = row.cells[measure]
      if (text === undefined) continue
      const amount = amountOf(row, measure, text, unit, out)
      if (amount === undefined) return
      told[measure] = amount
    }
    const isReport = employees !== undefined || Object.keys(told).length > 0
    if (!isReport && industry === undefined) {
      return out.refuse(row, "employees", new ChangeMissing({ columns: ["employees", ...measures, "industry"] }))
    }
    if (industry !== undefined) {
      const begin = industryFrom ?? CivilDate.startOfYear(year)
      out.add(row, { _tag: "AssignIndustry", enterprise: who, industry, from: begin, on })
    }
    if (isReport) {
      out.add(row, given({ _tag: "ReportEnterpriseYear", enterprise: who, year, employees, ...told, on }))
    }
  }
})

const property = define({
  file: "intellectual-property.csv",
  names: { zh: "知识产权", en: "Intellectual property" },
  about: {
    zh: "企业截至某日的专利、软件著作权件数。",
    en: "How many patents and software copyrights an enterprise has as of a day."
  },
  columns: {
    enterprise,
    kind: required(Economy.property, "种类", ["配置中的种类", "a kind of the profile"]),
    count: required(Form.count(), "数量", ["累计件数", "how many in all"]),
    asOf: required(Form.date, "截至日期", ["截至哪一天", "the day they are counted as of"]),
    on: optional(Form.date, "填报日期", ["空则为截至日期", "the day it was told; where empty, the same"])
  },
  commands: (row, out) => {
    const { enterprise: who, kind, count, asOf, on = asOf } = row.cells
    out.add(row, { _tag: "CountIntellectualProperty", enterprise: who, kind, count, asOf, on })
  }
})

const support = define({
  file: "support.csv",
  names: { zh: "企业扶持", en: "Support" },
  about: {
    zh: "企业得到的扶持：高校实习生、专家技术诊断、孵化等。",
    en: "Support that enterprises receive: interns of a university, a diagnosis by experts, incubation."
  },
  columns: {
    enterprise,
    support: required(Economy.support, "扶持", ["同一企业内的编号", "its id within the enterprise"], {
      also: ["扶持编号"]
    }),
    kind: required(Economy.supportKind, "种类", ["配置中的种类", "a kind of the profile"]),
    by: required(Domain.unit, "扶持方", ["由谁提供", "who gives it"]),
    quantity: optional(Form.count(), "数量", ["如实习生人数", "how much, for example how many interns"]),
    from: from("起始日期", "the day it begins"),
    to: to("约定的结束日期", "the day it ends as agreed"),
    ended: optional(Form.date, "实际结束", ["提前结束的日期", "the day it ended before that"])
  },
  commands: (row, out) => {
    const { ended, ...told } = row.cells
    if (!out.isOrderly(row, "to", told.from, told.to) || !out.isOrderly(row, "ended", told.from, ended)) return
    out.add(row, given({ _tag: "RecordSupport", ...told }))
    const { enterprise: who, support: id } = told
    if (ended !== undefined) out.add(row, { _tag: "EndSupport", enterprise: who, support: id, on: ended })
  }
})

const outcomes = define({
  file: "outcomes.csv",
  names: { zh: "活动成效", en: "What came of activities" },
  about: {
    zh: "企业参加活动之后有何成效，如培训后涉足直播电商。",
    en: "What came of an activity for an enterprise, such as live e-commerce after a training."
  },
  columns: {
    enterprise,
    activity: required(Economy.activity, "活动", ["活动的编号", "the activity"], { also: ["活动编号"] }),
    kind: required(Economy.outcome, "成效", ["配置中的成效", "a kind of outcome of the profile"]),
    on: required(Form.date, "日期", ["成效的日期", "the day"])
  },
  commands: (row, out) => out.add(row, { _tag: "LinkOutcome", ...row.cells })
})

const brands = define({
  file: "brands.csv",
  names: { zh: "品牌", en: "Brands" },
  about: {
    zh: "楼宇、党组织等获得的品牌。",
    en: "Brands that buildings, committees and others carry."
  },
  columns: {
    unit: required(Domain.unit, "单元", ["楼宇、党组织等", "a building, a committee"], { also: ["单元编号"] }),
    brand: required(Economy.brand, "品牌", ["配置中的品牌", "a brand of the profile"]),
    from: from("授予日期", "the day it was awarded"),
    to: to("不再拥有的日期", "the day it is carried no more")
  },
  commands: (row, out) => {
    const { unit, brand, from: begin, to: end } = row.cells
    if (!out.isOrderly(row, "to", begin, end)) return
    out.add(row, { _tag: "AwardBrand", unit, brand, from: begin })
    if (end !== undefined) out.add(row, { _tag: "EndBrand", unit, brand, on: end })
  }
})

/** Files about enterprises and the brands of places. */
export const enterpriseSheets = [qualifications, years, property, support, outcomes, brands]
