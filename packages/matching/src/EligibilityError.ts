import { Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("matching", tag)

const at = (path: string): { readonly zh: string; readonly en: string } =>
  path === "" ? { zh: "", en: "" } : { zh: `（${path}）`, en: ` (at ${path})` }

/** A condition asks for a field that is not defined. */
export class FieldUnknown extends define("FieldUnknown")<{
  readonly path: string
  readonly field: string
  readonly known: ReadonlyArray<string>
}>((e) => ({
  zh: `条件${at(e.path).zh}所用的字段“${e.field}”没有定义，可用字段：${e.known.join("、") || "无"}。`,
  en: `The condition${at(e.path).en} asks for field "${e.field}", which is not defined; known fields: ${e.known.join(", ") || "none"}.`
})) {}

/** A condition cannot be asked of a field of that type. */
export class ConditionMistyped extends define("ConditionMistyped")<{
  readonly path: string
  readonly field: string
  readonly type: string
  readonly condition: string
  readonly wants: string
}>((e) => ({
  zh: `条件“${e.condition}”${at(e.path).zh}只能用于 ${e.wants} 类型的字段，而“${e.field}”是 ${e.type}；请更换字段或条件。`,
  en: `Condition "${e.condition}"${at(e.path).en} needs a field of type ${e.wants}, and "${e.field}" is a ${e.type}; choose another field or condition.`
})) {}

const boundsFlaws = {
  missing: { zh: "没有上下限，至少写一个", en: "has no bounds; give at least one" },
  reversed: { zh: "的下限高于上限，没有值能够满足", en: "has its bounds reversed, so nothing can meet it; swap them" }
} as const

/** A range has no bounds, or the lower one is above the upper one. */
export class BoundsInvalid extends define("BoundsInvalid")<{
  readonly path: string
  readonly field: string
  readonly reason: keyof typeof boundsFlaws
}>((e) => ({
  zh: `字段“${e.field}”的条件${at(e.path).zh}${boundsFlaws[e.reason].zh}。`,
  en: `The condition on field "${e.field}"${at(e.path).en} ${boundsFlaws[e.reason].en}.`
})) {}

/** A condition names a code that the field cannot hold. */
export class OptionUnknown extends define("OptionUnknown")<{
  readonly path: string
  readonly field: string
  readonly option: string
}>((e) => ({
  zh: `字段“${e.field}”没有选项“${e.option}”${at(e.path).zh}，请更正条件，或先在字段中增加该选项。`,
  en: `Field "${e.field}" has no option "${e.option}"${at(e.path).en}; correct the condition, or add the option to the field first.`
})) {}

/** Two fields have the same id. */
export class FieldTwice extends define("FieldTwice")<{ readonly field: string }>((e) => ({
  zh: `字段“${e.field}”定义了两次，请只保留一个。`,
  en: `Field "${e.field}" is defined twice; keep one.`
})) {}

/** Conditions stand in each other too deeply. */
export class ConditionTooDeep extends define("ConditionTooDeep")<{ readonly path: string; readonly most: number }>(
  (e) => ({
    zh: `条件嵌套超过 ${e.most} 层，请合并或拆分。`,
    en: `Conditions are nested more than ${e.most} deep; merge or split them.`
  })
) {}

/** What can be wrong with eligibility. */
export type EligibilityError =
  | FieldUnknown
  | ConditionMistyped
  | BoundsInvalid
  | OptionUnknown
  | FieldTwice
  | ConditionTooDeep
