import type { ActivityCommand, SeriesCommand } from "@louyu/programmes"
import { optional, required } from "./Column.ts"
import * as Domain from "./DomainForm.ts"
import { CellMissing } from "./ExchangeError.ts"
import * as Form from "./Form.ts"
import * as ListForm from "./ListForm.ts"
import * as ProgrammesForm from "./ProgrammesForm.ts"
import { wording } from "./RecruitmentForm.ts"
import { type Cells, given, type Output, type Row } from "./Sheet.ts"
import { nameOf } from "./sheets/unitSheets.ts"

/** Columns that say of an activity what a series says of all of its activities alike. */
export const columns = {
  name: required(wording(200), "名称", ["名称", "what it is called"]),
  nameEn: optional(wording(200), "英文名称", ["英文名称", "the same in English"]),
  programme: optional(ProgrammesForm.programme, "行动", [
    "属于哪个行动；须同时填服务项目",
    "the programme it belongs to, together with the project"
  ]),
  project: optional(ProgrammesForm.project, "服务项目", [
    "属于该行动的哪个服务项目",
    "the service project of that programme it belongs to"
  ]),
  form: required(ProgrammesForm.form, "形式", ["活动形式", "what sort of activity it is"], { also: ["活动形式"] }),
  audience: required(ProgrammesForm.audience, "对象", ["面向谁", "for whom it is"]),
  hosts: required(Domain.units, "主办单位", ["谁主办，可多个", "who holds it, one unit or several"]),
  place: optional(Domain.unit, "地点", ["在哪个单元举办", "the unit where it takes place"]),
  hours: optional(ProgrammesForm.hours, "时段", ["当日的起止时刻", "from when to when on the day"]),
  capacity: optional(Form.count(1), "名额", [
    "有多少名额；空则不限",
    "how many places there are; where empty, no limit"
  ]),
  waiting: optional(Form.count(), "候补名额", [
    "多少人可以候补；空则不限，0 则没有候补",
    "how many may wait for a place; where empty, no limit, 0 for none"
  ]),
  themes: optional(ProgrammesForm.codes, "主题", ["本市自定的主题", "themes in the city's own words"]),
  brand: optional(ProgrammesForm.word, "品牌", ["以什么品牌举办", "the brand under which it is offered"]),
  content: optional(wording(), "内容", ["内容", "what it is about"]),
  fee: optional(ListForm.money, "费用", ["每人多少元；空则免费", "yuan for each; where empty, free"])
}

type About = Pick<
  typeof SeriesCommand.StartSeries.Type,
  "names" | "project" | "hosts" | keyof typeof ActivityCommand.shared
>

/** What the row says of an activity or a series; `undefined` where a cell is missing beside another one. */
export const aboutOf = <C extends typeof columns>(row: Row<C>, out: Output<C>): About | undefined => {
  const cells: Cells<typeof columns> = row.cells
  const { programme, project, capacity, waiting } = cells
  const missing =
    programme === undefined && project !== undefined
      ? "programme"
      : programme !== undefined && project === undefined
        ? "project"
        : waiting !== undefined && capacity === undefined
          ? "capacity"
          : undefined
  if (missing !== undefined) {
    out.refuse(row, missing, new CellMissing({}))
    return undefined
  }
  const { form, audience, hosts, place, hours: window, themes, brand, content, fee } = cells
  return given({
    names: nameOf(cells),
    project: programme === undefined || project === undefined ? undefined : { programme, project },
    form,
    audience,
    themes,
    brand,
    place,
    window,
    room: capacity === undefined ? undefined : given({ capacity, waiting }),
    content,
    fee,
    hosts
  })
}
