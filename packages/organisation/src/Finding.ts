import type { Identifier, Text } from "@louyu/kernel"

type UnitId = Identifier.UnitId

const define = (
  severity: Finding["severity"],
  explain: (unit: string, detail: string) => Required<Text.Text>
): {
  readonly severity: Finding["severity"]
  readonly explain: (unit: string, detail: string) => Required<Text.Text>
} => ({
  severity,
  explain
})

/** What an integrity report can find; each says what is wrong and what to do. */
export const findings = {
  orphan: define("error", (unit, line) => ({
    zh: `“${unit}”没有${line === "command" ? "隶属" : "所在"}上级，请补充或将其类型设为可独立。`,
    en: `"${unit}" has nothing above it in ${line}; place it, or let its kind stand alone.`
  })),
  kindUnknown: define("error", (unit, kind) => ({
    zh: `“${unit}”的类型“${kind}”已不在本市结构中，请重新分类。`,
    en: `"${unit}" is of kind "${kind}", which the structure no longer has; reclassify it.`
  })),
  superiorNotAllowed: define("error", (unit, superior) => ({
    zh: `按现行结构，“${unit}”不能位于“${superior}”之下，请移动或调整结构。`,
    en: `Under the structure in force "${unit}" may not stand below "${superior}"; move it or change the structure.`
  })),
  unclassified: define("warning", (unit, classification) => ({
    zh: `“${unit}”未填写必填分类“${classification}”。`,
    en: `"${unit}" has no answer to the compulsory classification "${classification}".`
  })),
  natureMissing: define("warning", (unit) => ({
    zh: `“${unit}”未注明功能型还是实体。`,
    en: `"${unit}" is marked neither functional nor entity.`
  })),
  termOverdue: define("warning", (unit, since) => ({
    zh: `“${unit}”任期已于 ${since} 届满，尚未换届。`,
    en: `The term of "${unit}" ended on ${since} and no new one began.`
  })),
  termUnknown: define("warning", (unit) => ({
    zh: `“${unit}”应有任期，但没有任期记录。`,
    en: `"${unit}" should have a term of office, but none is recorded.`
  })),
  gridGap: define("error", (unit) => ({
    zh: `已出租单元“${unit}”不属于任何微网格。`,
    en: `Let unit "${unit}" belongs to no micro-grid.`
  })),
  gridOverlap: define("error", (unit, grids) => ({
    zh: `“${unit}”同时落入微网格 ${grids}。`,
    en: `"${unit}" falls into more than one micro-grid: ${grids}.`
  })),
  gridFull: define("warning", (unit, count) => ({
    zh: `微网格“${unit}”已有 ${count} 家企业，没有余量，请拆分。`,
    en: `Micro-grid "${unit}" has ${count} enterprises and no head-room; split it.`
  })),
  gridEmpty: define("warning", (unit) => ({
    zh: `微网格“${unit}”没有划入任何场所。`,
    en: `No place belongs to micro-grid "${unit}".`
  })),
  gridWithoutChatGroup: define("warning", (unit) => ({
    zh: `微网格“${unit}”没有绑定微信群（一微网格一群）。`,
    en: `Micro-grid "${unit}" has no chat group (one grid, one group).`
  })),
  gridWithoutCommunity: define("warning", (unit) => ({
    zh: `微网格“${unit}”不在任何社区之内。`,
    en: `Micro-grid "${unit}" lies in no community.`
  })),
  belowMinimum: define("warning", (unit, count) => ({
    zh: `“${unit}”正式党员仅 ${count} 名，低于成立下限，请关注。`,
    en: `"${unit}" has only ${count} full members, fewer than it takes to found it.`
  })),
  jointOfOne: define("warning", (unit) => ({
    zh: `联建支部“${unit}”只覆盖一家企业，可改为单建。`,
    en: `Joint branch "${unit}" covers one enterprise only; it may become a single branch.`
  })),
  allianceSize: define("warning", (unit, sizes) => ({
    zh: `联建“${unit}”声明规模与实际成员不一致（${sizes}）。`,
    en: `Alliance "${unit}" declares another size than it has members (${sizes}).`
  })),
  membersDiffer: define("warning", (unit, counts) => ({
    zh: `“${unit}”填报人数与登记在册人数不一致（${counts}）。`,
    en: `"${unit}" states another number of members than are affiliated to it (${counts}).`
  })),
  functionalHoldsMembers: define("error", (unit) => ({
    zh: `功能型组织“${unit}”登记了组织关系，请转出。`,
    en: `Functional body "${unit}" holds membership; transfer it.`
  }))
} as const

/** The name of something an integrity report can find. */
export type FindingCode = keyof typeof findings

/** Something that is wrong, or looks wrong, with a unit (or alliance) on the date. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: "error" | "warning"
  readonly unit: UnitId
  readonly detail: string
  readonly text: Required<Text.Text>
}

/** Writes a finding. */
export const make = (code: FindingCode, unit: UnitId, detail = ""): Finding => ({
  code,
  severity: findings[code].severity,
  unit,
  detail,
  text: findings[code].explain(unit, detail)
})
