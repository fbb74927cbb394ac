import { optional } from "./Column.ts"
import * as Domain from "./DomainForm.ts"
import * as EconomyForm from "./EconomyForm.ts"
import { AreaReversed } from "./ExchangeError.ts"
import * as Form from "./Form.ts"
import * as RecruitmentForm from "./RecruitmentForm.ts"
import { type Cells, given, type Output, type Row } from "./Sheet.ts"

/** Columns that say who a prospect is. */
export const identity = {
  name: optional(
    RecruitmentForm.wording(200),
    "名称",
    [
      "单位或项目的名称；个人不写姓名，只写联系人编号",
      "the name of a firm, branch or project; of a person none, only the id of the contact"
    ],
    { also: ["企业名称"] }
  ),
  nameEn: optional(RecruitmentForm.wording(200), "英文名称", ["英文名称", "the name in English"]),
  uscc: optional(RecruitmentForm.uscc, "统一社会信用代码", [
    "已有的统一社会信用代码",
    "its social credit code, if it has one"
  ]),
  contact: optional(Domain.person, "联系人", [
    "联系人的人员编号；姓名和电话保存在保险库",
    "the id of the person to talk to; name and number are kept in the vault"
  ]),
  industry: optional(RecruitmentForm.industry, "行业", ["所属行业", "its industry"])
}

/** Columns that say what a prospect is looking for. */
export const intent = {
  buildings: optional(Domain.units, "意向楼宇", ["想去哪些楼宇", "the buildings it would like"]),
  least: optional(EconomyForm.area, "最小面积", ["平方米", "in square metres"]),
  most: optional(EconomyForm.area, "最大面积", ["平方米", "in square metres"]),
  tenure: optional(RecruitmentForm.tenure, "租购", ["租还是购", "whether to rent or to buy"]),
  wantedFrom: optional(Form.date, "意向入驻日期", ["希望何时入驻", "from when on"]),
  people: optional(Form.count(1), "人数", ["预计多少人", "how many people are expected"])
}

/** What the cells say is looked for, or nothing; `undefined` where they contradict each other, which is refused. */
export const intentOf = <C extends typeof intent>(row: Row<C>, out: Output<C>) => {
  const { buildings, least, most, tenure, wantedFrom, people }: Cells<typeof intent> = row.cells
  if (least !== undefined && most !== undefined && most < least) {
    out.refuse(row, "most", new AreaReversed({ least, most }))
    return undefined
  }
  const wanted = given({ buildings, least, most, tenure, from: wantedFrom, people })
  return { intent: Object.keys(wanted).length === 0 ? undefined : wanted }
}
