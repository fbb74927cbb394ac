import { BodyError } from "@louyu/casework"
import * as Result from "effect/Result"
import { body } from "../BodyColumns.ts"
import * as CaseworkForm from "../CaseworkForm.ts"
import * as CaseworkWords from "../CaseworkWords.ts"
import { from, optional, required, to } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import * as Form from "../Form.ts"
import { wording } from "../RecruitmentForm.ts"
import { define, given } from "../Sheet.ts"
import { nameOf } from "./unitSheets.ts"

const bodies = define({
  file: "bodies.csv",
  names: { zh: "议事组织", en: "Bodies that deliberate" },
  about: {
    zh: "议事厅、理事会、联席会议等，每个一行；类型（席位、法定人数、由谁交办）以配置为准。",
    en: "Council halls, councils, joint meetings and the like, one a row. Their kinds, with seats, quorum and who hands out, are those of the profile."
  },
  columns: {
    body,
    kind: required(CaseworkForm.bodyKind, "类型", ["是哪一类议事组织", "the kind of body"]),
    place: required(Domain.unit, "地点", ["设在哪个单元", "the unit it is founded at"]),
    name: required(wording(200), "名称", ["名称", "its name"]),
    nameEn: optional(wording(200), "英文名称", ["英文名称", "its name in English"]),
    dispatcher: optional(Domain.unit, "交办单位", [
      "由指定单位交办的类型须填，其余须留空",
      "the unit that hands out, where the kind wants one named; else empty"
    ]),
    from: from("成立日期", "the day it was founded")
  },
  commands: (row, out) => {
    const { body: id, kind, place, dispatcher, from: on } = row.cells
    if (kind === undefined) return
    const wanted = kind.dispatch.by === "named"
    if (wanted !== (dispatcher !== undefined)) {
      return out.refuse(row, "dispatcher", new BodyError.DispatcherUnfit({ body: id, wanted }))
    }
    out.add(row, given({ _tag: "FoundBody", body: id, kind, place, names: nameOf(row.cells), dispatcher, on }))
  }
})

const seats = define({
  file: "seats.csv",
  names: { zh: "席位", en: "Seats" },
  about: {
    zh: "哪个单元代表哪一参与方、从何时到何时；每个单元每段任期一行。",
    en: "Which unit sits for which party, from when to when: one term of a unit a row."
  },
  columns: {
    body,
    unit: required(Domain.unit, "单元", ["成员单位", "the member"]),
    party: required(Form.label(64), "参与方", [
      "类型所列参与方的编号或名称",
      "a party of the kind of body, by id or name"
    ]),
    from: from("开始日期", "its first day"),
    to: to("退出日期", "the day it no longer sits")
  },
  commands: (row, out) => {
    const { body: id, unit, party: word, from: on, to: end } = row.cells
    const party = CaseworkWords.party(id, word, out.context, out.surroundings)
    if (!out.isOrderly(row, "to", on, end) || party === undefined) return
    if (Result.isFailure(party)) return out.refuse(row, "party", party.failure)
    out.add(row, { _tag: "SeatMember", body: id, unit, party: party.success, on })
    if (end !== undefined) out.add(row, { _tag: "UnseatMember", body: id, unit, on: end })
  }
})

const chairs = define({
  file: "chairs.csv",
  names: { zh: "选举", en: "Elections" },
  about: {
    zh: "推选出的召集人（理事长等），每届一行。",
    en: "Who was elected to chair, one term a row."
  },
  columns: {
    body,
    unit: required(Domain.unit, "单元", ["代表哪个成员单位", "the member the chair comes from"]),
    chair: required(Domain.person, "召集人", ["人员编号", "the id of the person"]),
    from: from("当选日期", "the day of the election"),
    until: optional(Form.date, "任期至", [
      "任期届满日期（不含当日）；类型规定了任期的可留空",
      "the day the term ends, not included; may be empty where the kind says how long a term is"
    ]),
    ended: optional(Form.date, "提前离任日期", ["未届满而离任的日期", "the day the chair left before that"])
  },
  commands: (row, out) => {
    const { body: id, unit, chair: person, from: on, until, ended } = row.cells
    if (!out.isOrderly(row, "until", on, until) || !out.isOrderly(row, "ended", on, ended)) return
    out.add(row, given({ _tag: "ElectChair", body: id, unit, person, until, on }))
    if (ended !== undefined) out.add(row, { _tag: "EndTerm", body: id, on: ended })
  }
})

/** Files about bodies that deliberate, who sits in them, and who chairs. */
export const bodySheets = [bodies, seats, chairs]
