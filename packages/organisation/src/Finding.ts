import type { Identifier } from "@louyu/kernel"
import { Text } from "@louyu/kernel"

type UnitId = Identifier.UnitId

interface Definition {
  readonly severity: "error" | "warning"
  /** Says what is wrong, and what to do, of a unit by its name and of the detail found. */
  readonly explain: (unit: Text.Both, detail: string) => Text.Both
}

const error = (explain: Definition["explain"]): Definition => ({ severity: "error", explain })
const warning = (explain: Definition["explain"]): Definition => ({ severity: "warning", explain })

const placing = {
  kindUnknown: error((unit, kind) => ({
    zh: `“${unit.zh}”的类型“${kind}”已不在本市结构中，请重新分类。`,
    en: `"${unit.en}" is of kind "${kind}", which the structure no longer has; reclassify it.`
  })),
  orphan: error((unit, line) => ({
    zh: `“${unit.zh}”没有${line === "command" ? "隶属" : "所在"}上级，请补充或将其类型设为可独立。`,
    en: `"${unit.en}" has nothing above it in ${line}; place it, or let its kind stand alone.`
  })),
  superiorNotAllowed: error((unit, superior) => ({
    zh: `按现行结构，“${unit.zh}”不能位于“${superior}”之下，请移动或调整结构。`,
    en: `Under the structure in force "${unit.en}" may not stand below "${superior}"; move it or change the structure.`
  })),
  onePerPlace: error((unit, place) => ({
    zh: `“${place}”只能有一个同类单元，“${unit.zh}”是多出的一个，请合并或迁出。`,
    en: `"${place}" may have one unit of that kind and "${unit.en}" is one more; merge or move it.`
  })),
  unclassified: warning((unit, classification) => ({
    zh: `“${unit.zh}”未填写必填分类“${classification}”。`,
    en: `"${unit.en}" has no answer to the compulsory classification "${classification}".`
  }))
} as const

const bodies = {
  natureMissing: warning((unit) => ({
    zh: `“${unit.zh}”未注明功能型还是实体。`,
    en: `"${unit.en}" is marked neither functional nor entity.`
  })),
  termOverdue: warning((unit, since) => ({
    zh: `“${unit.zh}”任期已于 ${since} 届满，尚未换届。`,
    en: `The term of "${unit.en}" ended on ${since} and no new one began.`
  })),
  termUnknown: warning((unit) => ({
    zh: `“${unit.zh}”应有任期，但没有任期记录。`,
    en: `"${unit.en}" should have a term of office, but none is recorded.`
  })),
  membersDiffer: warning((unit, counts) => ({
    zh: `“${unit.zh}”填报人数与登记在册人数不一致（${counts}），请核对。`,
    en: `"${unit.en}" states another number of members than are affiliated to it (${counts}); check which is right.`
  })),
  functionalHoldsMembers: error((unit) => ({
    zh: `功能型组织“${unit.zh}”登记了组织关系，请转出。`,
    en: `Functional body "${unit.en}" holds membership; transfer it.`
  })),
  functionalEmpty: warning((unit) => ({
    zh: `功能型支部“${unit.zh}”没有任何成员参加。`,
    en: `Nobody takes part in functional branch "${unit.en}".`
  })),
  belowMinimum: warning((unit, count) => ({
    zh: `“${unit.zh}”正式党员仅 ${count} 名，低于成立下限，请关注。`,
    en: `"${unit.en}" has only ${count} full members, fewer than it takes to found it.`
  })),
  jointOfOne: warning((unit) => ({
    zh: `联建支部“${unit.zh}”只覆盖一家企业，可改为单建。`,
    en: `Joint branch "${unit.en}" covers one enterprise only; it may become a single branch.`
  })),
  enterpriseCount: warning((unit, counts) => ({
    zh: `“${unit.zh}”覆盖的企业数超出上限（${counts}），请调整或拆分。`,
    en: `"${unit.en}" covers more enterprises than it may (${counts}); reorganise or split it.`
  })),
  allianceSize: warning((unit, sizes) => ({
    zh: `联建“${unit.zh}”声明规模与实际成员不一致（${sizes}）。`,
    en: `Alliance "${unit.en}" declares another size than it has members (${sizes}).`
  }))
} as const

const grids = {
  gridMissing: warning((unit) => ({
    zh: `楼宇“${unit.zh}”有企业入驻，但没有划分微网格。`,
    en: `Building "${unit.en}" has tenants but no micro-grid.`
  })),
  gridGap: error((unit) => ({
    zh: `“${unit.zh}”已出租或入驻，但不属于任何微网格，请划入。`,
    en: `"${unit.en}" is let, or a tenant, and belongs to no micro-grid; assign it to one.`
  })),
  gridOverlap: error((unit, others) => ({
    zh: `“${unit.zh}”同时落入微网格 ${others}。`,
    en: `"${unit.en}" falls into more than one micro-grid: ${others}.`
  })),
  gridElsewhere: error((unit, grid) => ({
    zh: `“${unit.zh}”划入的微网格“${grid}”不在同一楼宇，请重新划分。`,
    en: `"${unit.en}" belongs to micro-grid "${grid}" of another building; assign it again.`
  })),
  gridFull: warning((unit, count) => ({
    zh: `微网格“${unit.zh}”已有 ${count} 家企业，没有余量，请拆分。`,
    en: `Micro-grid "${unit.en}" has ${count} enterprises and no head-room; split it.`
  })),
  gridEmpty: warning((unit) => ({
    zh: `微网格“${unit.zh}”没有划入任何场所。`,
    en: `No place belongs to micro-grid "${unit.en}".`
  })),
  gridWithoutChatGroup: warning((unit) => ({
    zh: `微网格“${unit.zh}”没有绑定群聊（一微网格一群）。`,
    en: `Micro-grid "${unit.en}" has no chat group (one grid, one group).`
  })),
  gridWithoutCommunity: warning((unit) => ({
    zh: `微网格“${unit.zh}”不在任何社区之内。`,
    en: `Micro-grid "${unit.en}" lies in no community.`
  }))
} as const

/** What an integrity report can find; each says what is wrong and what to do. Source: R1-15. */
export const findings = { ...placing, ...bodies, ...grids } as const

/** The name of something an integrity report can find. */
export type FindingCode = keyof typeof findings

/** Something that is wrong, or looks wrong, with a unit (or alliance) on the date. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: "error" | "warning"
  readonly unit: UnitId
  readonly detail: string
  readonly text: Text.Both
}

/**
 * Writes a finding about a unit; the text names it as people do, or by its id when no name is given.
 *
 * ```ts
 * const grid = Identifier.UnitId.make("grid-7")
 * Finding.make("gridEmpty", grid, "", Text.of("七号微网格", "Micro-grid 7")).text.en
 * // => 'No place belongs to micro-grid "Micro-grid 7".'
 * ```
 */
export const make = (code: FindingCode, unit: UnitId, detail = "", name: Text.Text = Text.of(unit)): Finding => {
  const { severity, explain } = findings[code]
  return { code, severity, unit, detail, text: explain({ zh: name.zh, en: name.en ?? name.zh }, detail) }
}

/**
 * How often each thing was found, the most frequent first.
 *
 * ```ts
 * const grid = Identifier.UnitId.make("grid-7")
 * const found = [Finding.make("gridEmpty", grid), Finding.make("gridEmpty", grid), Finding.make("gridGap", grid)]
 * Finding.tally(found) // => [["gridEmpty", 2], ["gridGap", 1]]
 * ```
 */
export const tally = (found: Iterable<Finding>): ReadonlyArray<readonly [FindingCode, number]> => {
  const counts = new Map<FindingCode, number>()
  for (const { code } of found) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}
