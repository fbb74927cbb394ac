import { agree } from "../Agreement.ts"
import { optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { ChangeMissing } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as ListForm from "../ListForm.ts"
import { define, defineGrouped, given, type Output, type Row } from "../Sheet.ts"
import * as Wholeness from "../Wholeness.ts"
import { nameOf } from "./unitSheets.ts"

const fairs = defineGrouped({
  file: "fairs.csv",
  names: { zh: "对接活动", en: "Fairs" },
  about: {
    zh: "机构带着产品来到有同类需求的地方，如金融服务集市；每项产品一行。",
    en: "Institutions come with products to where many have the same need, such as a finance fair; a row for each product."
  },
  columns: {
    fair: required(ListForm.fair, "活动", ["活动的编号", "the fair"], { also: ["活动编号", "编号"] }),
    project: optional(ListForm.project, "项目", ["为哪个项目而办", "the project it serves"]),
    scope: required(Domain.unit, "范围", ["面向哪里的企业", "the place whose enterprises it is for"]),
    invited: required(Form.count(1), "邀请数", ["面向多少家企业或商户", "how many enterprises or merchants it is for"]),
    institutions: required(Domain.units, "机构", ["到场的机构", "the institutions that come"]),
    on: required(Form.date, "日期", ["举办的日期", "the day it is held"], { also: ["举办日期"] }),
    product: required(ListForm.word, "产品", ["产品的编号", "the product"], { also: ["产品编号"] }),
    name: required(Form.label(), "产品名称", ["产品叫什么", "what the product is called"]),
    nameEn: optional(Form.label(), "产品英文名称", ["产品的英文名称", "the name of the product in English"]),
    least: required(ListForm.money, "最低金额", ["以元计", "in yuan"]),
    most: required(ListForm.money, "最高金额", ["以元计", "in yuan"]),
    subsidy: optional(Form.percent, "贴息", [
      "利息的百分之几由政府补贴",
      "per cent of the interest that is paid for them"
    ])
  },
  key: ({ fair }) => fair,
  commands: (rows, out) => {
    const [first] = rows
    if (!agree(rows, ["project", "scope", "invited", "institutions", "on"], out)) return
    const { fair, project, scope, invited, institutions, on } = first.cells
    const productOf = ({ cells: { product: code, least, most, subsidy, ...names } }: typeof first) =>
      given({ code, names: nameOf(names), least, most, subsidy })
    const [head, ...others] = rows
    const products = [productOf(head), ...others.map(productOf)] as const
    out.add(first, given({ _tag: "OpenFair", fair, project, scope, invited, institutions, products, on }))
  }
})

const columns = {
  fair: required(ListForm.fair, "活动", ["活动的编号", "the fair"], { also: ["活动编号"] }),
  enterprise: required(Domain.unit, "企业", ["咨询或申请的企业", "who asks or applies"]),
  on: required(Form.date, "日期", ["咨询或申请的日期", "the day"]),
  institution: optional(Domain.unit, "机构", ["咨询了哪家机构", "the institution that was asked"]),
  application: optional(ListForm.word, "申请", ["申请的编号", "the application, where there is one"], {
    also: ["申请编号"]
  }),
  product: optional(ListForm.word, "产品", ["申请哪项产品", "the product applied for"]),
  amount: optional(ListForm.money, "申请金额", ["以元计", "in yuan"]),
  decided: optional(Form.date, "审批日期", ["审批的日期", "the day it was decided"]),
  granted: optional(ListForm.money, "获批金额", [
    "以元计；有审批日期而空则为未批",
    "in yuan; where empty although decided, it was refused"
  ])
}

// What has no meaning without something else.
const needs = [
  ["application", "product"],
  ["application", "amount"],
  ["product", "application"],
  ["amount", "application"],
  ["decided", "application"],
  ["granted", "decided"]
] as const

const isWhole = (row: Row<typeof columns>, out: Output<typeof columns>): boolean => {
  const { cells } = row
  const isWholly = Wholeness.isWhole(row, needs, out)
  if (cells.institution === undefined && cells.application === undefined && isWholly) {
    out.refuse(row, "institution", new ChangeMissing({ columns: ["institution", "application"] }))
    return false
  }
  return isWholly
}

const consultations = define({
  file: "consultations.csv",
  names: { zh: "活动咨询与申请", en: "What came of fairs" },
  about: {
    zh: "企业在活动上的咨询和申请，以及审批结果；一行可同时写咨询与申请。",
    en: "Who asked and who applied at a fair, and how that was decided; a row may say both."
  },
  columns,
  commands: (row, out) => {
    if (!isWhole(row, out)) return
    const { fair, enterprise, on, institution, application, product, amount, decided, granted } = row.cells
    if (institution !== undefined) out.add(row, { _tag: "RecordConsultation", fair, enterprise, institution, on })
    if (application === undefined || product === undefined || amount === undefined) return
    out.add(row, { _tag: "RecordApplication", fair, application, enterprise, product, amount, on })
    if (decided === undefined) return
    out.add(row, given({ _tag: "DecideApplication", fair, application, granted, on: decided }))
  }
})

/** The files about fairs and what came of them. */
export const fairSheets = [fairs, consultations]
