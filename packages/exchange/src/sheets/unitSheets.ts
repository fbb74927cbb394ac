import type { Command } from "@louyu/organisation"
import { from, optional, required, to } from "../Column.ts"
import * as Domain from "../DomainForm.ts"
import { ChangeMissing } from "../ExchangeError.ts"
import * as Form from "../Form.ts"
import { define, given } from "../Sheet.ts"

/** Columns that describe a new unit, in every file that sets one up. */
export const described = {
  kind: required(Domain.kind, "类型", ["此单元是什么", "what the unit is"]),
  name: required(Form.label(), "名称", ["正式名称", "the official name"], { also: ["中文名称", "name_zh"] }),
  nameEn: optional(Form.label(), "英文名称", ["正式名称的英文", "the official name in English"]),
  under: optional(Domain.unit, "上级", ["隶属于谁", "who it belongs under"], { also: ["隶属", "上级单元"] }),
  within: optional(Domain.unit, "所在", ["位于哪里", "the place it lies in"], { also: ["位置", "所在场所"] }),
  nature: optional(Domain.nature, "性质", [
    "功能型或实体；空则按类型",
    "functional or entity; where empty, as the kind says"
  ]),
  classes: optional(Domain.classes, "分类", ["对分类问题的回答", "answers to the profile's classifications"]),
  uscc: optional(
    Domain.identifier("uscc", "18 位统一社会信用代码", "a unified social credit code of 18 characters"),
    "统一社会信用代码",
    ["格式错误不予接受，校验码不符只提示", "a wrong form is refused, a wrong check character only warned of"],
    { also: ["社会信用代码", "信用代码"] }
  ),
  division: optional(
    Domain.identifier("division", "6、9 或 12 位数字", "6, 9 or 12 digits"),
    "区划代码",
    ["行政区划代码", "the code of the administrative division"],
    { also: ["行政区划代码", "division_code"] }
  ),
  gridCode: optional(Domain.identifier("grid", "14、15 或 20 位数字", "14, 15 or 20 digits"), "网格编码", [
    "网格的官方编码",
    "the official code of a grid"
  ]),
  identifiers: optional(Domain.identifiers, "其他编码", ["在其他系统中的编码", "how other systems know it"])
}

interface Names {
  readonly name: string
  readonly nameEn: string | undefined
}
type Identifications = ReadonlyArray<Command.ExternalIdentifier>
interface Codes {
  readonly uscc: Command.ExternalIdentifier | undefined
  readonly division: Command.ExternalIdentifier | undefined
  readonly gridCode: Command.ExternalIdentifier | undefined
  readonly identifiers: Identifications | undefined
}

/** A name in the languages that are given. */
export const nameOf = ({ name, nameEn }: Names) => given({ zh: name, en: nameEn })

/** All identifiers of a unit in one list, or none at all. */
export const codesOf = ({ uscc, division, gridCode, identifiers }: Codes): Identifications | undefined => {
  const all = [uscc, division, gridCode, ...(identifiers ?? [])].filter((code) => code !== undefined)
  return all.length === 0 ? undefined : all
}

const units = define({
  file: "units.csv",
  names: { zh: "单元", en: "Units" },
  about: {
    zh: "所有场所与组织：每行设立一个。顺序不限，上级可以写在后面。",
    en: "All places and bodies, one a row, in any order; a superior may come later in the file."
  },
  columns: {
    unit: required(Domain.newUnit, "编号", ["此行设立的单元", "the unit this row sets up"], {
      defines: "unit",
      also: ["id", "单元编号"]
    }),
    ...described,
    formation: optional(Domain.formation, "组建方式", ["仅用于党支部", "of a branch only"]),
    from: from("设立日期", "the day it was set up"),
    to: to(
      "已撤销的填写撤销日期；有下级要安置时改用 dissolutions.csv",
      "when it was closed; use dissolutions.csv where others need a new home"
    )
  },
  commands: (row, out) => {
    const { unit, kind, under, within, nature, formation, classes, from, to } = row.cells
    const spec = { unit, kind, name: nameOf(row.cells), under, within, nature, formation, classes }
    out.add(row, given({ _tag: "EstablishUnit", ...spec, identifiers: codesOf(row.cells), from }))
    if (to !== undefined && out.isOrderly(row, "to", from, to)) out.add(row, { _tag: "DissolveUnit", unit, on: to })
  }
})

const names = define({
  file: "names.csv",
  names: { zh: "更名", en: "Names" },
  about: { zh: "正式名称的变更；旧名称仍可查到。", en: "Changes of official names; old names are still found." },
  columns: {
    unit: required(Domain.unit, "编号", ["改名的单元", "the unit that is renamed"], { also: ["单元", "单元编号"] }),
    name: described.name,
    nameEn: described.nameEn,
    from: from("新名称启用日期", "the day the new name holds")
  },
  commands: (row, out) =>
    out.add(row, { _tag: "RenameUnit", unit: row.cells.unit, name: nameOf(row.cells), from: row.cells.from })
})

const aliases = define({
  file: "aliases.csv",
  names: { zh: "别名", en: "Other names" },
  about: { zh: "正式名称以外的叫法。", en: "Names besides the official one." },
  columns: {
    unit: required(Domain.unit, "编号", ["单元", "the unit"], { also: ["单元", "单元编号"] }),
    alias: required(Form.label(), "别名", ["另一个名称", "the other name"]),
    sort: required(Domain.aliasSort, "种类", ["是什么样的名称", "what sort of name it is"]),
    from: from("启用日期", "the day it came into use"),
    to: to("停用日期", "the day it went out of use")
  },
  commands: (row, out) => {
    if (out.isOrderly(row, "to", row.cells.from, row.cells.to)) out.add(row, given({ _tag: "AddAlias", ...row.cells }))
  }
})

const reclassifications = define({
  file: "reclassifications.csv",
  names: { zh: "重新归类", en: "Reclassifications" },
  about: {
    zh: "类型、性质、组建方式或分类的变更；只填写改变的列。",
    en: "Changes of kind, nature, formation or classification; fill in only what changes."
  },
  columns: {
    unit: required(Domain.unit, "编号", ["单元", "the unit"], { also: ["单元", "单元编号"] }),
    kind: optional(Domain.kind, "类型", ["新的类型", "the new kind"]),
    nature: optional(Domain.nature, "性质", ["新的性质", "the new nature"]),
    formation: optional(Domain.formation, "组建方式", ["新的组建方式", "the new formation"]),
    classes: described.classes,
    from: from("变更日期", "the day of the change")
  },
  commands: (row, out) => {
    const { unit, from, ...changes } = row.cells
    if (Object.values(changes).every((change) => change === undefined)) {
      return out.refuse(row, "kind", new ChangeMissing({ columns: ["kind", "nature", "formation", "classes"] }))
    }
    out.add(row, given({ _tag: "ReclassifyUnit", unit, from, ...changes }))
  }
})

const moves = define({
  file: "moves.csv",
  names: { zh: "调整上级", en: "Moves" },
  about: {
    zh: "隶属关系或所在场所的变更，两者分别填写。",
    en: "Changes of superior in command or of the place a unit lies in, a row for each."
  },
  columns: {
    unit: required(Domain.unit, "编号", ["变动的单元", "the unit that moves"], { also: ["单元", "单元编号"] }),
    line: required(Domain.line, "关系", ["变动的是哪种关系", "which of the two changes"]),
    superior: optional(Domain.unit, "新上级", ["空则从此没有上级", "where empty, it has none from then on"], {
      also: ["上级", "新所在", "所在"]
    }),
    from: from("变动日期", "the day of the move")
  },
  commands: (row, out) => {
    const { unit, line, superior, from } = row.cells
    out.add(
      row,
      line === "command"
        ? given({ _tag: "MoveUnit", unit, under: superior, from })
        : given({ _tag: "RelocateUnit", unit, within: superior, from })
    )
  }
})

const dissolutions = define({
  file: "dissolutions.csv",
  names: { zh: "撤销", en: "Dissolutions" },
  about: {
    zh: "撤销单元，并同时安置其下级、其中的单元和成员。",
    en: "Closing units, with a new home for what stands below them, lies in them or belongs to them."
  },
  columns: {
    unit: required(Domain.unit, "编号", ["撤销的单元", "the unit that is closed"], { also: ["单元", "单元编号"] }),
    on: required(Form.date, "日期", ["撤销之日（当日起不存在）", "the first day it no longer exists"], {
      also: ["撤销日期"]
    }),
    subordinatesTo: optional(Domain.unit, "下级转入", ["下级单元的新上级", "the new superior of its subordinates"]),
    occupantsTo: optional(Domain.unit, "场所内单元转入", ["其中单元的新场所", "the new place of what lies in it"]),
    membersTo: optional(Domain.unit, "成员转入", ["成员的新组织", "the new home of its members"])
  },
  commands: (row, out) => out.add(row, given({ _tag: "DissolveUnit", ...row.cells }))
})

/** Files about single units: setting up, names, what they are, where they stand, closing. */
export const unitSheets = [units, names, aliases, reclassifications, moves, dissolutions]
