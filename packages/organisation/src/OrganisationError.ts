import type { KernelError } from "@louyu/kernel"
import { Problem } from "@louyu/kernel"
import type { Line } from "./Structure.ts"

const define = <const Tag extends string>(tag: Tag) => Problem.define("organisation", tag)

const lineName = { command: { zh: "隶属", en: "command" }, location: { zh: "所在", en: "location" } } as const

/** No unit of this id was ever set up. */
export class UnitNotFound extends define("UnitNotFound")<{ readonly unit: string }>((e) => ({
  zh: `没有编号为“${e.unit}”的单元，请先设立它或更正编号。`,
  en: `There is no unit "${e.unit}"; set it up first or correct the id.`
})) {}

/** The unit exists, but not on the day the command speaks of. */
export class UnitNotAlive extends define("UnitNotAlive")<{
  readonly unit: string
  readonly on: string
  readonly from: string
  readonly to: string | undefined
}>((e) => ({
  zh: `单元“${e.unit}”在 ${e.on} 不存续（存续期 ${e.from} 至 ${e.to ?? "今后"}），请更正日期。`,
  en: `Unit "${e.unit}" does not exist on ${e.on} (it lives from ${e.from} to ${e.to ?? "no end"}); correct the date.`
})) {}

/** The id already belongs to a unit set up differently. */
export class UnitExists extends define("UnitExists")<{ readonly unit: string }>((e) => ({
  zh: `编号“${e.unit}”已被另一单元使用，编号终身不复用，请换一个。`,
  en: `The id "${e.unit}" already belongs to another unit and is never used again; choose another one.`
})) {}

/** The structure knows no such kind of unit. */
export class KindUnknown extends define("KindUnknown")<{
  readonly kind: string
  readonly known: ReadonlyArray<string>
}>((e) => ({
  zh: `本市结构中没有“${e.kind}”这一类型，可用类型：${e.known.join("、")}。`,
  en: `The structure has no kind "${e.kind}"; it has: ${e.known.join(", ")}.`
})) {}

/** The superior (or containing place) is of a kind, or on a level, that the structure does not allow. */
export class SuperiorRejected extends define("SuperiorRejected")<{
  readonly unit: string
  readonly kind: string
  readonly superior: string
  readonly superiorKind: string
  readonly line: Line
  readonly reason: "kind" | "level" | "skipped" | "none"
  readonly on: string
}>((e) => {
  const why = {
    kind: { zh: "类型不允许", en: "the kind is not among those allowed" },
    level: { zh: "上级层级必须更高", en: "the superior must stand on a higher level" },
    skipped: { zh: "越过了不可跳过的层级", en: "a level between that may not be skipped is missing" },
    none: { zh: "该类型在此关系中没有上级", en: "this kind has no superior on this line" }
  }[e.reason]
  return {
    zh: `${e.on}：“${e.unit}”（${e.kind}）的${lineName[e.line].zh}上级不能是“${e.superior}”（${e.superiorKind}）：${why.zh}。`,
    en: `On ${e.on} "${e.unit}" (${e.kind}) cannot have "${e.superior}" (${e.superiorKind}) above it in ${lineName[e.line].en}: ${why.en}.`
  }
}) {}

/** The unit would come to stand above itself, on the named date. */
export class CycleRejected extends define("CycleRejected")<{
  readonly unit: string
  readonly superior: string
  readonly line: Line
  readonly on: string
}>((e) => ({
  zh: `“${e.superior}”在 ${e.on} 位于“${e.unit}”之下，不能成为它的${lineName[e.line].zh}上级。`,
  en: `On ${e.on} "${e.superior}" lies below "${e.unit}" in ${lineName[e.line].en} and cannot stand above it.`
})) {}

// Members who are only counted have no ids to name.
const named = (before: string, names: string, after: string): string => (names === "" ? "" : before + names + after)

/** A unit cannot be closed while others depend on it and have no new home. */
export class HasDependants extends define("HasDependants")<{
  readonly unit: string
  readonly on: string
  readonly relation: "subordinates" | "occupants" | "members" | "alliances"
  readonly count: number
  readonly first: ReadonlyArray<string>
}>((e) => {
  const what = {
    subordinates: { zh: "下级单元", en: "subordinate units", how: "subordinatesTo" },
    occupants: { zh: "位于其中的单元", en: "units lying in it", how: "occupantsTo" },
    members: { zh: "成员", en: "members", how: "membersTo" },
    alliances: { zh: "由其牵头的联建", en: "alliances it leads", how: "LeadAlliance" }
  }[e.relation]
  return {
    zh: `“${e.unit}”在 ${e.on} 仍有 ${e.count} 个${what.zh}${named("（如 ", e.first.join("、"), "）")}，请同时用 ${what.how} 安置。`,
    en: `On ${e.on} "${e.unit}" still has ${e.count} ${what.en}${named(" (such as ", e.first.join(", "), ")")}; give them a home with ${what.how}.`
  }
}) {}

/** A place of this kind may hold only one such unit at a time. */
export class OnePerPlace extends define("OnePerPlace")<{
  readonly unit: string
  readonly kind: string
  readonly place: string
  readonly other: string
  readonly on: string
}>((e) => ({
  zh: `“${e.place}”在 ${e.on} 已有“${e.other}”（${e.kind}），同时只能有一个；请先撤销或迁出它。`,
  en: `On ${e.on} "${e.place}" already has "${e.other}" (${e.kind}) and may have only one; dissolve or move that one first.`
})) {}

/** A unit is not of the sort the command needs, on the named day, which may lie in the future. */
export class WrongArchetype extends define("WrongArchetype")<{
  readonly unit: string
  readonly archetype: string
  readonly expected: ReadonlyArray<string>
  readonly on: string
}>((e) => ({
  zh: `“${e.unit}”在 ${e.on} 属于 ${e.archetype}，此处需要 ${e.expected.join(" 或 ")}。`,
  en: `On ${e.on} "${e.unit}" is a ${e.archetype}; this needs a ${e.expected.join(" or ")}.`
})) {}

/** A functional body never holds membership, dues or admission acts (invariant 4). */
export class FunctionalHoldsNoMembers extends define("FunctionalHoldsNoMembers")<{
  readonly unit: string
  readonly on: string
}>((e) => ({
  zh: `“${e.unit}”在 ${e.on} 是功能型组织，不接转组织关系；请登记到实体组织，或以“参加”方式加入。`,
  en: `On ${e.on} "${e.unit}" is functional and holds no membership; affiliate to an entity body, or let the member take part.`
})) {}

/** A body people take part in must be functional; an entity body has members instead. */
export class NotFunctional extends define("NotFunctional")<{ readonly unit: string; readonly on: string }>((e) => ({
  zh: `“${e.unit}”在 ${e.on} 不是功能型组织，不能以“参加”方式加入。`,
  en: `On ${e.on} "${e.unit}" is not functional; nobody takes part in it without being a member.`
})) {}

/** The structure has no such classification, or it has no such option. */
export class ClassificationUnknown extends define("ClassificationUnknown")<{
  readonly classification: string
  readonly option: string
  readonly known: ReadonlyArray<string>
}>((e) => ({
  zh: `分类“${e.classification}”没有选项“${e.option}”，可用：${e.known.join("、") || "（无此分类）"}。`,
  en: `Classification "${e.classification}" has no option "${e.option}"; known: ${e.known.join(", ") || "(no such classification)"}.`
})) {}

/** A branch needs more full members to be founded. */
export class BranchTooSmall extends define("BranchTooSmall")<{
  readonly branch: string
  readonly fullMembers: number
  readonly minimum: number
}>((e) => ({
  zh: `“${e.branch}”只有 ${e.fullMembers} 名正式党员，成立至少需要 ${e.minimum} 名；可改为联建或先派指导员。`,
  en: `"${e.branch}" has ${e.fullMembers} full members and needs ${e.minimum} to be founded; found a joint branch or assign a guide.`
})) {}

/** A single branch covers one enterprise, a joint one from two up to a limit. */
export class EnterpriseCountRejected extends define("EnterpriseCountRejected")<{
  readonly branch: string
  readonly formation: string
  readonly count: number
  readonly minimum: number
  readonly maximum: number
}>((e) => ({
  zh: `“${e.branch}”（${e.formation === "single" ? "单建" : "联建"}）覆盖 ${e.count} 家企业，允许 ${e.minimum} 至 ${e.maximum} 家。`,
  en: `"${e.branch}" (${e.formation}) covers ${e.count} enterprises; ${e.minimum} to ${e.maximum} are allowed.`
})) {}

/** The enterprise is covered by another branch at that time. */
export class AlreadyCovered extends define("AlreadyCovered")<{
  readonly enterprise: string
  readonly branch: string
  readonly on: string
}>((e) => ({
  zh: `企业“${e.enterprise}”在 ${e.on} 已由“${e.branch}”覆盖，请先调整该支部。`,
  en: `On ${e.on} enterprise "${e.enterprise}" is already covered by "${e.branch}"; reorganise that branch first.`
})) {}

/** A place belongs to a micro-grid already, itself or through a place around it or in it (P-05, invariant 5). */
export class GridOverlap extends define("GridOverlap")<{
  readonly place: string
  readonly other: string
  readonly grid: string
  readonly on: string
}>((e) => ({
  zh: `“${e.place}”与 ${e.on} 起已划入微网格“${e.grid}”的“${e.other}”重叠，微网格不得交叉。`,
  en: `"${e.place}" overlaps "${e.other}", which belongs to micro-grid "${e.grid}" on ${e.on}; micro-grids never overlap.`
})) {}

/** A micro-grid takes only places of the building it lies in. */
export class GridElsewhere extends define("GridElsewhere")<{
  readonly place: string
  readonly grid: string
  readonly on: string
}>((e) => ({
  zh: `“${e.place}”与微网格“${e.grid}”在 ${e.on} 不在同一楼宇。`,
  en: `On ${e.on} "${e.place}" and micro-grid "${e.grid}" do not lie in the same building.`
})) {}

/** One chat group serves one unit. */
export class ChatGroupTaken extends define("ChatGroupTaken")<{
  readonly channel: string
  readonly unit: string
  readonly on: string
}>((e) => ({
  zh: `该 ${e.channel} 群在 ${e.on} 已绑定“${e.unit}”，一群只服务一个单元。`,
  en: `On ${e.on} that ${e.channel} group is bound to "${e.unit}"; one group serves one unit.`
})) {}

/** An external identifier belongs to another unit at that time. */
export class IdentifierTaken extends define("IdentifierTaken")<{
  readonly scheme: string
  readonly value: string
  readonly unit: string
  readonly on: string
}>((e) => ({
  zh: `${e.scheme} 编码 ${e.value} 在 ${e.on} 已属于“${e.unit}”。`,
  en: `On ${e.on} the ${e.scheme} identifier ${e.value} belongs to "${e.unit}".`
})) {}

/** An external identifier does not have the form its scheme asks for. */
export class IdentifierInvalid extends define("IdentifierInvalid")<{ readonly scheme: string; readonly value: string }>(
  (e) => ({
    zh: `“${e.value}”不符合 ${e.scheme} 编码格式。`,
    en: `"${e.value}" does not have the form of a ${e.scheme} identifier.`
  })
) {}

/** No alliance of this id exists on that day. */
export class AllianceNotFound extends define("AllianceNotFound")<{ readonly alliance: string; readonly on: string }>(
  (e) => ({
    zh: `${e.on} 没有联建“${e.alliance}”。`,
    en: `There is no alliance "${e.alliance}" on ${e.on}.`
  })
) {}

/** The id already belongs to an alliance formed differently. */
export class AllianceExists extends define("AllianceExists")<{ readonly alliance: string }>((e) => ({
  zh: `联建编号“${e.alliance}”已被使用，请换一个。`,
  en: `The alliance id "${e.alliance}" is already used; choose another one.`
})) {}

/** An alliance is led by one of its members, on every day. */
export class LeadNotMember extends define("LeadNotMember")<{
  readonly alliance: string
  readonly unit: string
  readonly on: string
}>((e) => ({
  zh: `联建“${e.alliance}”在 ${e.on} 须由成员单位牵头，“${e.unit}”不符合；请先调整成员或牵头单位。`,
  en: `On ${e.on} alliance "${e.alliance}" must be led by a member and "${e.unit}" breaks that; change members or lead first.`
})) {}

/** There is nothing to end: the relation does not hold on that day. */
export class RelationNotFound extends define("RelationNotFound")<{
  readonly relation: string
  readonly of: string
  readonly to: string
  readonly on: string
}>((e) => ({
  zh: `${e.on} “${e.of}”与“${e.to}”之间没有 ${e.relation} 关系可以结束。`,
  en: `On ${e.on} there is no ${e.relation} between "${e.of}" and "${e.to}" to end.`
})) {}

/** A unit cannot be its own successor, superior, guide or partner. */
export class SelfReference extends define("SelfReference")<{ readonly unit: string }>((e) => ({
  zh: `“${e.unit}”不能与自身建立这种关系。`,
  en: `"${e.unit}" cannot stand in this relation to itself.`
})) {}

/** A part of a split must belong to the unit that is split. */
export class NotPartOf extends define("NotPartOf")<{ readonly unit: string; readonly of: string; readonly on: string }>(
  (e) => ({
    zh: `“${e.unit}”在 ${e.on} 不属于“${e.of}”，不能随其拆分。`,
    en: `On ${e.on} "${e.unit}" does not belong to "${e.of}" and cannot leave with a part of it.`
  })
) {}

/** The parts of a split cannot have more members than the whole. */
export class PartsExceedWhole extends define("PartsExceedWhole")<{
  readonly unit: string
  readonly fullMembers: number
  readonly inParts: number
}>((e) => ({
  zh: `“${e.unit}”共有正式党员 ${e.fullMembers} 名，拆分出的部分却合计 ${e.inParts} 名，请更正人数。`,
  en: `"${e.unit}" has ${e.fullMembers} full members, but its parts claim ${e.inParts}; correct the numbers.`
})) {}

/** Every reason for which the organisation refuses a command. */
export type OrganisationError =
  | UnitNotFound
  | UnitNotAlive
  | UnitExists
  | KindUnknown
  | SuperiorRejected
  | CycleRejected
  | HasDependants
  | OnePerPlace
  | WrongArchetype
  | FunctionalHoldsNoMembers
  | NotFunctional
  | ClassificationUnknown
  | BranchTooSmall
  | EnterpriseCountRejected
  | AlreadyCovered
  | GridOverlap
  | GridElsewhere
  | ChatGroupTaken
  | IdentifierTaken
  | IdentifierInvalid
  | AllianceNotFound
  | AllianceExists
  | LeadNotMember
  | RelationNotFound
  | SelfReference
  | NotPartOf
  | PartsExceedWhole
  | KernelError.PeriodReversed
  | KernelError.PeriodsOverlap
