import type { Identifier } from "@louyu/kernel"
import type { Command } from "@louyu/organisation"
import { from, optional, required, to } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { OneOfNeeded } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import { define, given } from "../Sheet.ts"
import { nameOf } from "./unitSheets.ts"

/** The one of a unit and a person that is given; `undefined` when both or none are. */
const partyOf = (
  unit: Identifier.UnitId | undefined,
  person: Identifier.PersonId | undefined
): Command.Party | undefined => {
  if (unit !== undefined) return person === undefined ? { unit } : undefined
  return person === undefined ? undefined : { person }
}

const participations = define({
  file: "participations.csv",
  names: { zh: "参加", en: "Participations" },
  about: {
    zh: "单位或个人参加功能型组织，组织关系不变。",
    en: "Units and people who take part in a functional body without leaving their home."
  },
  columns: {
    body: required(Domain.unit, "组织", ["功能型组织", "the functional body"]),
    unit: optional(Domain.unit, "参加单位", ["与参加人员二选一", "a unit that takes part, or else a person"]),
    person: optional(Domain.person, "参加人员", ["与参加单位二选一", "a person who takes part, or else a unit"]),
    origin: optional(Form.label(60), "来源", ["如楼宇、物业、居民", "for example building, property, resident"]),
    from: from("参加日期", "the day it began"),
    to: to("退出日期", "the day it ended")
  },
  commands: (row, out) => {
    const { body, unit, person, origin, from, to } = row.cells
    const member = partyOf(unit, person)
    if (member === undefined) return out.refuse(row, "unit", new OneOfNeeded({ columns: ["unit", "person"] }))
    if (!out.isOrderly(row, "to", from, to)) return
    out.add(row, given({ _tag: "JoinBody", body, member, from, origin }))
    if (to !== undefined) out.add(row, { _tag: "LeaveBody", body, member, on: to })
  }
})

const alliances = define({
  file: "alliances.csv",
  names: { zh: "联建", en: "Alliances" },
  about: {
    zh: "若干单位的联建、共建，由其中一个牵头。",
    en: "Alliances of several units, led by one of them."
  },
  columns: {
    alliance: required(Domain.newAlliance, "编号", ["此行成立的联建", "the alliance this row forms"], {
      defines: "alliance",
      also: ["id", "联建编号"]
    }),
    sort: required(Form.label(60), "种类", ["如服务联建、六方联建", "for example service or six-party"]),
    name: required(Form.label(), "名称", ["联建名称", "its name"]),
    nameEn: optional(Form.label(), "英文名称", ["名称的英文", "its name in English"]),
    lead: required(Domain.unit, "牵头单位", ["也是成员", "a member itself"]),
    members: optional(Domain.units, "成员", ["发起时的其他成员", "the other members it began with"]),
    declaredSize: optional(Form.count(1), "对外方数", [
      "对外公布的成员数，可与实际不同",
      "how many members it is said to have, which may differ from those named"
    ]),
    from: from("成立日期", "the day it began"),
    to: to("结束日期", "the day it ended")
  },
  commands: (row, out) => {
    const { alliance, sort, lead, members, declaredSize, from, to } = row.cells
    if (!out.isOrderly(row, "to", from, to)) return
    const all = [lead, ...(members ?? []).filter((member) => member !== lead)] as const
    const spec = { alliance, sort, name: nameOf(row.cells), lead, members: all, declaredSize, from }
    out.add(row, given({ _tag: "FormAlliance", ...spec }))
    if (to !== undefined) out.add(row, { _tag: "EndAlliance", alliance, on: to })
  }
})

const allianceMembers = define({
  file: "alliance-members.csv",
  names: { zh: "联建成员变动", en: "Alliance members" },
  about: {
    zh: "成立之后加入、退出或接任牵头的单位。",
    en: "Units that join, leave or come to lead an alliance after it began."
  },
  columns: {
    alliance: required(Domain.alliance, "联建", ["联建", "the alliance"], { also: ["联建编号"] }),
    unit: required(Domain.unit, "单位", ["成员单位", "the member"], { also: ["编号", "单元编号"] }),
    role: optional(Domain.allianceRole, "角色", ["成员或牵头；空为成员", "member or lead; where empty, member"]),
    from: from("加入或接任日期", "the day it joined or came to lead"),
    to: to("退出日期", "the day it left")
  },
  commands: (row, out) => {
    const { alliance, unit, role, from, to } = row.cells
    if (!out.isOrderly(row, "to", from, to)) return
    out.add(row, { _tag: "JoinAlliance", alliance, unit, from })
    if (role === "lead") out.add(row, { _tag: "LeadAlliance", alliance, unit, from })
    if (to !== undefined) out.add(row, { _tag: "LeaveAlliance", alliance, unit, on: to })
  }
})

const guidance = define({
  file: "guidance.csv",
  names: { zh: "指导", en: "Guidance" },
  about: {
    zh: "单位或个人对单元的指导（双重指导、党建指导员、第一书记），不是隶属关系。",
    en: "Units and people that guide a unit without being its superior: dual guidance, guides, first secretaries."
  },
  columns: {
    unit: required(Domain.unit, "编号", ["被指导的单元", "the unit that is guided"], { also: ["单元", "单元编号"] }),
    guideUnit: optional(Domain.unit, "指导单位", ["与指导人员二选一", "a unit that guides, or else a person"]),
    guidePerson: optional(Domain.person, "指导人员", ["与指导单位二选一", "a person who guides, or else a unit"]),
    purpose: required(Form.label(60), "事项", ["为何指导", "what the guidance is for"], { also: ["指导事项"] }),
    from: from("开始日期", "the day it began"),
    to: to("结束日期", "the day it ended")
  },
  commands: (row, out) => {
    const { unit, guideUnit, guidePerson, purpose, from, to } = row.cells
    const guide = partyOf(guideUnit, guidePerson)
    if (guide === undefined) {
      return out.refuse(row, "guideUnit", new OneOfNeeded({ columns: ["guide_unit", "guide_person"] }))
    }
    if (!out.isOrderly(row, "to", from, to)) return
    out.add(row, { _tag: "BeginGuidance", guide, unit, purpose, from })
    if (to !== undefined) out.add(row, { _tag: "EndGuidance", guide, unit, purpose, on: to })
  }
})

/** Files about relations that are not forests. */
export const relationSheets = [participations, alliances, allianceMembers, guidance]
