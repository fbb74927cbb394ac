import { Problem } from "@louyu/kernel"

const define = <const Tag extends string>(tag: Tag) => Problem.define("profiles", tag)

const lineName = { command: { zh: "隶属", en: "command" }, location: { zh: "所在", en: "location" } } as const

const sortName = {
  kind: { zh: "类型", en: "kind" },
  level: { zh: "层级", en: "level" },
  sort: { zh: "类型或原型", en: "kind or archetype" },
  role: { zh: "岗位", en: "role" },
  category: { zh: "类别", en: "category" },
  position: { zh: "产业链环节", en: "position of the chain" },
  indicator: { zh: "指标", en: "indicator" },
  recordClass: { zh: "资料类别", en: "class of records" },
  chatChannel: { zh: "群聊渠道", en: "chat channel" }
} as const

/** What a profile can name. */
export type Sort = keyof typeof sortName

/** A profile names something it does not define. */
export class ReferenceUnknown extends define("ReferenceUnknown")<{
  readonly path: string
  readonly sort: Sort
  readonly id: string
  readonly known: ReadonlyArray<string>
}>((e) => ({
  zh: `${e.path}：没有“${e.id}”这一${sortName[e.sort].zh}，可用：${e.known.join("、") || "（无）"}。`,
  en: `${e.path}: there is no ${sortName[e.sort].en} "${e.id}"; there are: ${e.known.join(", ") || "(none)"}.`
})) {}

/** Two things of a profile have the same id. */
export class IdRepeated extends define("IdRepeated")<{
  readonly path: string
  readonly id: string
  readonly first: string
}>((e) => ({
  zh: `${e.path}：编号“${e.id}”已用于 ${e.first}，请换一个。`,
  en: `${e.path}: the id "${e.id}" is already used at ${e.first}; choose another one.`
})) {}

/** A kind lists a superior that the levels do not allow. */
export class SuperiorImpossible extends define("SuperiorImpossible")<{
  readonly path: string
  readonly kind: string
  readonly superior: string
  readonly reason: "level" | "skipped"
}>((e) => ({
  zh: `${e.path}：“${e.kind}”不能位于“${e.superior}”之下，${
    e.reason === "level" ? "上级的层级必须更高" : "两者之间有不可跳过的层级"
  }；请删去此项或调整层级。`,
  en: `${e.path}: "${e.kind}" cannot stand below "${e.superior}", ${
    e.reason === "level" ? "whose level must be higher" : "because a level between may not be skipped"
  }; remove the entry or change the levels.`
})) {}

/** No unit of a kind could ever be set up, because none of its possible superiors could. */
export class KindUnreachable extends define("KindUnreachable")<{
  readonly path: string
  readonly kind: string
  readonly line: "command" | "location"
}>((e) => ({
  zh: `${e.path}：“${e.kind}”在${lineName[e.line].zh}关系中没有可达的最高上级；请让某个上级类型可以独立存在（root）。`,
  en: `${e.path}: no chain of superiors in ${lineName[e.line].en} leads from "${e.kind}" to a kind that may stand alone; give one a root.`
})) {}

/** A rule about how many units a place may hold names a place such units never lie in. */
export class PlaceImpossible extends define("PlaceImpossible")<{
  readonly path: string
  readonly kind: string
  readonly place: string
}>((e) => ({
  zh: `${e.path}：“${e.kind}”不会位于“${e.place}”之中，此规则不起作用；请删去或补充 within。`,
  en: `${e.path}: "${e.kind}" never lies in "${e.place}", so the rule has no effect; remove it or add to within.`
})) {}

/** The language read first is not among the languages of the city. */
export class LanguageMissing extends define("LanguageMissing")<{ readonly path: string; readonly language: string }>(
  (e) => ({
    zh: `${e.path}：默认语言“${e.language}”不在 languages 中，请补充。`,
    en: `${e.path}: the default language "${e.language}" is not among the languages; add it.`
  })
) {}

/** A pipeline gives an id twice, or names a phase or stage it does not have. */
export class PipelineContradicted extends define("PipelineContradicted")<{
  readonly path: string
  readonly pipeline: string
  readonly ids: ReadonlyArray<string>
}>((e) => ({
  zh: `${e.path}：流程“${e.pipeline}”中 ${e.ids.map((id) => `“${id}”`).join("、")} 重复或不存在，请更正。`,
  en: `${e.path}: in pipeline "${e.pipeline}", ${e.ids.join(", ")} is given twice or does not exist; correct it.`
})) {}

/** A flow of cases or a kind of body names something it does not have, gives an id twice, or leads nowhere. */
export class CaseworkContradicted extends define("CaseworkContradicted")<{
  readonly path: string
  readonly at: string
  readonly ids: ReadonlyArray<string>
}>((e) => ({
  zh: `${e.path}：“${e.at}”中 ${e.ids.map((id) => `“${id}”`).join("、")} 重复、不存在或无法到达，请更正。`,
  en: `${e.path}: in "${e.at}", ${e.ids.join(", ")} is given twice, does not exist or leads nowhere; correct it.`
})) {}

/** Tiers whose thresholds do not rise, or with a near band that lies below none of them. */
export class TiersContradicted extends define("TiersContradicted")<{ readonly path: string }>((e) => ({
  zh: `${e.path}：分档门槛须由低到高且大于零，“接近”区间须位于某一门槛之下。`,
  en: `${e.path}: thresholds rise from above zero, and a near band lies below one of them; correct them.`
})) {}

/** A rule of notification is about facts that nobody records, so that it would never tell anything. */
export class FactUnknown extends define("FactUnknown")<{
  readonly path: string
  readonly event: string
  readonly similar: ReadonlyArray<string>
}>((e) => ({
  zh: `${e.path}：没有“${e.event}”这一事件${e.similar.length === 0 ? "" : `，相近的有：${e.similar.join("、")}`}；请更正。`,
  en: `${e.path}: there are no facts "${e.event}"${e.similar.length === 0 ? "" : `; similar are: ${e.similar.join(", ")}`}; correct it.`
})) {}

/** A rule of notification asks its facts for a field none of them has. */
export class FactFieldUnknown extends define("FactFieldUnknown")<{
  readonly path: string
  readonly field: string
  readonly events: ReadonlyArray<string>
  readonly known: ReadonlyArray<string>
}>((e) => ({
  zh: `${e.path}：${e.events.join("、")} 没有字段“${e.field}”，可用：${e.known.join("、")}。`,
  en: `${e.path}: ${e.events.join(", ")} has no field "${e.field}"; there are: ${e.known.join(", ")}.`
})) {}

/** A profile that does not exist was asked for. */
export class ProfileUnknown extends define("ProfileUnknown")<{
  readonly id: string
  readonly known: ReadonlyArray<string>
}>((e) => ({
  zh: `没有名为“${e.id}”的城市配置，可用：${e.known.join("、")}。`,
  en: `There is no profile "${e.id}"; there are: ${e.known.join(", ")}.`
})) {}

/** What can be wrong inside a profile. */
export type ProfileError =
  | ReferenceUnknown
  | IdRepeated
  | SuperiorImpossible
  | KindUnreachable
  | PlaceImpossible
  | LanguageMissing
  | PipelineContradicted
  | CaseworkContradicted
  | TiersContradicted
  | FactUnknown
  | FactFieldUnknown
