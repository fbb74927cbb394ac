import { StayError } from "@louyu/recruitment"
import { agree } from "../Agreement.ts"
import { from, optional, required } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import * as EconomyForm from "../EconomyForm.ts"
import { CellMissing } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import * as RecruitmentForm from "../RecruitmentForm.ts"
import { defineGrouped, given, type Output, type Row } from "../Sheet.ts"
import * as Wholeness from "../Wholeness.ts"
import { nameOf } from "./unitSheets.ts"

const office = required(RecruitmentForm.office, "空间", ["过渡办公空间的编号", "the transitional office"], {
  also: ["空间编号"]
})

const offices = defineGrouped({
  file: "offices.csv",
  names: { zh: "过渡办公空间", en: "Transitional offices" },
  about: {
    zh: "新企业可先行办公的地方：工位、房间和免费期；数量变化时另写一行。",
    en: "Places where firms may begin: seats, rooms and for how long they are free; another row where the numbers change."
  },
  columns: {
    office,
    name: required(Form.label(), "名称", ["空间名称", "what it is called"], { also: ["空间名称"] }),
    nameEn: optional(Form.label(), "英文名称", ["英文名称", "the name in English"]),
    place: required(Domain.unit, "地点", ["在哪栋楼或哪个区域", "the building or area it is in"]),
    seats: required(Form.count(), "工位", ["多少个工位", "how many seats"]),
    rooms: required(Form.count(), "房间", ["多少间房", "how many rooms"]),
    area: optional(EconomyForm.area, "面积", ["平方米", "in square metres"]),
    freeMonths: optional(Form.count(1), "免费月数", [
      "免费多少个自然月；空则无期限",
      "for how many calendar months a stay is free; where empty, it has no term"
    ]),
    from: from("启用日期，或数量变化的日期", "the day it opened, or the numbers changed"),
    to: optional(Form.date, "关闭日期", ["关闭的日期（不含当日）", "the day it closed; that day is not included"])
  },
  key: ({ office: id }) => id,
  commands: (rows, out) => {
    const [head, ...rest] = rows.toSorted((a, b) => (a.cells.from < b.cells.from ? -1 : 1))
    if (head === undefined || !agree([head, ...rest], ["name", "nameEn", "place", "area", "freeMonths", "to"], out))
      return
    const { name, nameEn, to: end, ...cells } = head.cells
    if (!out.isOrderly(head, "to", (rest.at(-1) ?? head).cells.from, end)) return
    out.add(head, given({ _tag: "OpenOffice", ...cells, names: nameOf({ name, nameEn }) }))
    for (const row of rest) {
      const { seats, rooms, from: begin } = row.cells
      out.add(row, { _tag: "ResizeOffice", office: cells.office, seats, rooms, from: begin })
    }
    if (end !== undefined) out.add(head, { _tag: "CloseOffice", office: cells.office, on: end })
  }
})

const stayed = {
  stay: required(RecruitmentForm.stay, "入驻", ["过渡办公的编号", "the stay"], { also: ["入驻编号", "编号"] }),
  office,
  prospect: optional(RecruitmentForm.prospect, "线索", [
    "入驻的线索；与企业至少填一项",
    "the prospect that stays; it or the enterprise is needed"
  ]),
  enterprise: optional(Domain.unit, "企业", ["入驻的企业", "the enterprise that stays"]),
  seats: optional(Form.count(), "工位", ["占用的工位；空则为 0", "how many seats it takes; where empty, none"]),
  rooms: optional(Form.count(), "房间", ["占用的房间；空则为 0", "how many rooms it takes; where empty, none"]),
  from: required(Form.date, "入驻日期", ["第一天", "the first day"]),
  extendedUntil: optional(Form.date, "延期至", [
    "延到何时（不含当日）；多次延期各写一行",
    "until when it was extended, that day not included; a row for each time"
  ]),
  extensionReason: optional(RecruitmentForm.wording(), "延期原因", ["为何延期", "why it was extended"]),
  extended: optional(Form.date, "延期日期", ["何时批准延期", "the day it was extended"]),
  ended: optional(Form.date, "结束日期", ["结束的日期（不含当日）", "the day it ended; that day is not included"]),
  outcome: optional(RecruitmentForm.outcome, "结果", ["落户或离开", "whether the firm settled or left"]),
  tenant: optional(Domain.unit, "成为单元", ["落户后的单元编号", "the unit it became by settling"])
}

type StayRow = Row<typeof stayed>
type Out = Output<typeof stayed>

const extensions = ["extendedUntil", "extensionReason", "extended"] as const

/** Whether columns that stand together are all filled in, or none of them. */
const isWhole = (row: StayRow, columns: ReadonlyArray<keyof typeof stayed>, out: Out): boolean =>
  columns.every((column) => row.cells[column] === undefined) || Wholeness.isFilled(row, columns, out)

const extended = (row: StayRow, out: Out): void => {
  const { stay, extendedUntil: until, extensionReason: reason, extended: on } = row.cells
  if (!isWhole(row, extensions, out)) return
  if (until !== undefined && reason !== undefined && on !== undefined) {
    out.add(row, { _tag: "ExtendStay", stay, until, reason, on })
  }
}

const started = (row: StayRow, out: Out): boolean => {
  const { stay, office: id, prospect, enterprise, seats = 0, rooms = 0, from: begin } = row.cells
  const empty = (prospect ?? enterprise) === undefined ? "prospect" : seats + rooms === 0 ? "seats" : undefined
  if (empty !== undefined) {
    out.refuse(row, empty, new StayError.StayEmpty({ stay }))
    return false
  }
  out.add(row, given({ _tag: "StartStay", stay, office: id, prospect, enterprise, seats, rooms, from: begin }))
  return true
}

const stays = defineGrouped({
  file: "stays.csv",
  names: { zh: "过渡办公", en: "Stays" },
  about: {
    zh: "谁在过渡办公空间办公、多少工位、延期和结束；多次延期时每次一行。",
    en: "Who is in a transitional office with how many seats, how it was extended and how it ended; a row for each time it was extended."
  },
  columns: stayed,
  key: ({ stay }) => stay,
  commands: (rows, out) => {
    const [first] = rows
    const same = ["office", "prospect", "enterprise", "seats", "rooms", "from", "ended", "outcome", "tenant"] as const
    if (!agree(rows, same, out) || !isWhole(first, ["ended", "outcome"], out)) return
    const { stay, tenant, from: begin, ended, outcome } = first.cells
    if (tenant !== undefined && ended === undefined) return out.refuse(first, "ended", new CellMissing({}))
    if (!out.isOrderly(first, "ended", begin, ended) || !started(first, out)) return
    for (const row of rows) extended(row, out)
    if (ended !== undefined && outcome !== undefined) {
      out.add(first, given({ _tag: "EndStay", stay, outcome, tenant, on: ended }))
    }
  }
})

/** Files about transitional offices and who begins there. */
export const staySheets = [offices, stays]
