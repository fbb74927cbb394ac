import type { KernelError } from "@louyu/kernel"
import { Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("roles", tag)

/** The city has no such scheme, or not in that version. */
export class SchemeUnknown extends define("SchemeUnknown")<{
  readonly scheme: string
  readonly version: number | undefined
  readonly known: ReadonlyArray<string>
}>((e) => ({
  zh: `没有职责方案“${e.scheme}”${e.version === undefined ? "" : ` 第 ${e.version} 版`}，可用：${e.known.join("、")}。`,
  en: `There is no role scheme "${e.scheme}"${e.version === undefined ? "" : ` version ${e.version}`}; known: ${e.known.join(", ")}.`
})) {}

/** No scheme with that role is in force for the unit all the time asked. */
export class PostUnknown extends define("PostUnknown")<{
  readonly scheme: string
  readonly role: string
  readonly unit: string
  readonly on: string
}>((e) => ({
  zh: `${e.on} “${e.unit}”没有“${e.scheme}/${e.role}”这一岗位，请先启用该方案或更正岗位、日期。`,
  en: `On ${e.on} "${e.unit}" has no post "${e.scheme}/${e.role}"; adopt the scheme first, or correct post or date.`
})) {}

/** The post has as many holders as it can. */
export class PostOccupied extends define("PostOccupied")<{
  readonly role: string
  readonly unit: string
  readonly on: string
  readonly maximum: number
  readonly holders: ReadonlyArray<string>
}>((e) => ({
  zh: `“${e.unit}”的“${e.role}”在 ${e.on} 已有 ${e.holders.join("、")}（最多 ${e.maximum} 人），请先免去或改用交接。`,
  en: `On ${e.on} post "${e.role}" at "${e.unit}" is held by ${e.holders.join(", ")} (at most ${e.maximum}); relieve first, or hand over.`
})) {}

/** The holder does not come from where the role asks, or lacks a qualification. */
export class HolderUnqualified extends define("HolderUnqualified")<{
  readonly role: string
  readonly person: string
  readonly missing: string
}>((e) => ({
  zh: `${e.person} 不符合“${e.role}”的任职条件：${e.missing}。`,
  en: `${e.person} does not qualify for "${e.role}": ${e.missing}.`
})) {}

/** Two posts meet in one person that no scheme lets meet. */
export class ConcurrentPost extends define("ConcurrentPost")<{
  readonly person: string
  readonly role: string
  readonly other: string
  readonly otherUnit: string
  readonly on: string
}>((e) => ({
  zh: `${e.person} 在 ${e.on} 已任“${e.otherUnit}”的“${e.other}”，未声明可与“${e.role}”兼任。`,
  en: `On ${e.on} ${e.person} already holds "${e.other}" at "${e.otherUnit}", which is not declared to go with "${e.role}".`
})) {}

/** One person would hold more posts of a role than it allows. */
export class LoadExceeded extends define("LoadExceeded")<{
  readonly person: string
  readonly role: string
  readonly limit: number
  readonly on: string
}>((e) => ({
  zh: `${e.person} 在 ${e.on} 担任的“${e.role}”已达上限 ${e.limit} 个。`,
  en: `On ${e.on} ${e.person} already holds ${e.limit} posts of role "${e.role}", the most allowed.`
})) {}

/** Nobody is appointed to a post that follows another one by itself. */
export class ExOfficioPost extends define("ExOfficioPost")<{ readonly role: string; readonly of: string }>((e) => ({
  zh: `“${e.role}”由“${e.of}”当然兼任，不单独任命；请任命后者。`,
  en: `"${e.role}" is held by whoever holds "${e.of}"; appoint to that post instead.`
})) {}

/** The person does not hold the post, act in it or have the matter on that day. */
export class NotHolder extends define("NotHolder")<{
  readonly person: string
  readonly role: string
  readonly unit: string
  readonly on: string
}>((e) => ({
  zh: `${e.person} 在 ${e.on} 并未担任“${e.unit}”的“${e.role}”。`,
  en: `On ${e.on} ${e.person} has nothing to end in post "${e.role}" at "${e.unit}".`
})) {}

/** Substitutes would stand in for each other in a circle. */
export class ActingInCircle extends define("ActingInCircle")<{
  readonly person: string
  readonly absent: string
  readonly on: string
}>((e) => ({
  zh: `${e.on} 起 ${e.absent} 正在（间接）代 ${e.person}，不能再由 ${e.person} 代 ${e.absent}。`,
  en: `From ${e.on} on ${e.absent} stands in for ${e.person}, so ${e.person} cannot stand in for ${e.absent}.`
})) {}

/** A change of scheme must say what becomes of every role that has holders. */
export class MappingIncomplete extends define("MappingIncomplete")<{
  readonly roster: string
  readonly roles: ReadonlyArray<string>
}>((e) => ({
  zh: `“${e.roster}”更换方案时，须说明这些有任职者的岗位如何处理：${e.roles.join("、")}。`,
  en: `Changing the scheme of "${e.roster}" must say what becomes of these roles that have holders: ${e.roles.join(", ")}.`
})) {}

/** The unit does not exist on the day, or is no part of the roster's unit. */
export class UnitOutside extends define("UnitOutside")<{
  readonly unit: string
  readonly roster: string
  readonly on: string
}>((e) => ({
  zh: `“${e.unit}”在 ${e.on} 不存在或不属于“${e.roster}”，请更正。`,
  en: `On ${e.on} "${e.unit}" does not exist or is no part of "${e.roster}"; correct it.`
})) {}

/** The record is not for this person: no right reaches it, or none that suffices. */
export class AccessDenied extends define("AccessDenied")<{
  readonly actor: string
  readonly record: string
  readonly class: string
  readonly unit: string
  readonly missing: ReadonlyArray<string>
}>((e) => ({
  zh: `${e.actor} 无权查看“${e.unit}”的 ${e.class} 记录 ${e.record}（缺少：${e.missing.join("、") || "针对该记录的授权决定"}）。`,
  en: `${e.actor} may not read ${e.class} record ${e.record} of "${e.unit}" (missing: ${e.missing.join(", ") || "a decision about this record"}).`
})) {}

/** Every reason for which a roster refuses a command. */
export type RoleError =
  | SchemeUnknown
  | PostUnknown
  | PostOccupied
  | HolderUnqualified
  | ConcurrentPost
  | LoadExceeded
  | ExOfficioPost
  | NotHolder
  | ActingInCircle
  | MappingIncomplete
  | UnitOutside
  | KernelError.PeriodReversed
