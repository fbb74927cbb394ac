import { Problem } from "@louyu/kernel"
import { orNone } from "./meant.ts"

const define = <const Tag extends string>(tag: Tag) => Problem.define("exchange", tag)

/** The profile has no such role scheme. */
export class SchemeUnknown extends define("SchemeUnknown")<{
  readonly scheme: string
  readonly nearest: ReadonlyArray<string>
}>((e) => ({
  zh: `本市的配置中没有“${e.scheme}”这一方案，可用：${orNone(e.nearest, "（无）", "、")}。`,
  en: `The profile has no role scheme "${e.scheme}"; there are: ${orNone(e.nearest, "(none)", ", ")}.`
})) {}

/** No role scheme, or not the one that is meant, has a role of this name. */
export class RoleUnknown extends define("RoleUnknown")<{
  readonly role: string
  readonly nearest: ReadonlyArray<string>
}>((e) => ({
  zh: `没有“${e.role}”这一岗位，最接近的是：${orNone(e.nearest, "（无）", "、")}。`,
  en: `There is no role "${e.role}"; the nearest are: ${orNone(e.nearest, "(none)", ", ")}.`
})) {}

/** Several role schemes have a role of this name, and nothing says which is meant. */
export class RoleAmbiguous extends define("RoleAmbiguous")<{
  readonly role: string
  readonly schemes: ReadonlyArray<string>
}>((e) => ({
  zh: `“${e.role}”在多个方案中都有（${e.schemes.join("、")}），且当日并非只实行其中一个；请填写“方案”列。`,
  en: `Several schemes have a role "${e.role}" (${e.schemes.join(", ")}), and not exactly one of them is in force that day; fill in the column "scheme".`
})) {}

/** A list of what becomes of roles holds something that is no pair. */
export class MappingInvalid extends define("MappingInvalid")<object>(() => ({
  zh: "此处应写成“旧岗位>新岗位”，不再保留的写成“旧岗位>”，多项以分号分隔。",
  en: 'Write "old role>new role" here, "old role>" for one that ends, several separated by semicolons.'
})) {}

/** Between two schemes of one layer there would be none for a time. */
export class SchemeGap extends define("SchemeGap")<{
  readonly roster: string
  readonly from: string
  readonly to: string
}>((e) => ({
  zh: `“${e.roster}”在 ${e.from} 至 ${e.to} 之间没有方案；前一方案的截止日期应留空或写成 ${e.to}。`,
  en: `"${e.roster}" would have no scheme from ${e.from} to ${e.to}; leave the end of the one before empty or make it ${e.to}.`
})) {}

/** Standing in for somebody, or taking over a matter, goes on beyond a change of scheme. */
export class SchemeChanges extends define("SchemeChanges")<{ readonly on: string }>((e) => ({
  zh: `该名册在 ${e.on} 更换方案；请在该日截止，之后的按新方案另写一行。`,
  en: `The roster changes its scheme on ${e.on}; end this row there, and write another one under the new scheme.`
})) {}

/** A cell holds no rhythm of visits. */
export class CadenceInvalid extends define("CadenceInvalid")<object>(() => ({
  zh: "此处应为：每周、每月、每季、每年，或如“10个工作日”。",
  en: 'This must be weekly, monthly, quarterly, yearly, or a number of working days such as "10 workdays".'
})) {}

/** No class of records may be read for the purpose, so that a right for it shows nothing. */
export class PurposeUnknown extends define("PurposeUnknown")<{
  readonly purpose: string
  readonly known: ReadonlyArray<string>
}>((e) => ({
  zh: `访问规则中没有“${e.purpose}”这一用途，此授权看不到任何内容；可用：${orNone(e.known, "（无）", "、")}。`,
  en: `The access policy knows no purpose "${e.purpose}", so this right shows nothing; there are: ${orNone(e.known, "(none)", ", ")}.`
})) {}
