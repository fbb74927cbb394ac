import { Text } from "@louyu/kernel"
import type { Dimension, Frame } from "./Frame.ts"

const dimension = (id: string, zh: string, en: string, ...variants: ReadonlyArray<Text.Text>): Dimension => {
  const known = { id, names: Text.of(zh, en) }
  return variants.length === 0 ? known : { ...known, variants }
}

const frame = (
  id: string,
  names: readonly [zh: string, en: string],
  source: string,
  dimensions: readonly [Dimension, ...ReadonlyArray<Dimension>]
): Frame => ({ id, names: Text.of(...names), source, dimensions })

/** Service, enterprise, building, industry. Source: H-01. */
export const fourGoals = frame("fourGoals", ["四个做", "Four goals"], "H-01", [
  dimension("service", "做实服务", "Solid service"),
  dimension("enterprise", "做强企业", "Strong enterprises"),
  dimension("building", "做优楼宇", "Better buildings"),
  dimension("industry", "做精产业", "Refined industry")
])

/** Productivity, service, organisation; one text calls the middle one leadership and guarantee. Source: W-03, A-16. */
export const threeCapacities = frame("threeCapacities", ["三力", "Three capacities"], "W-03, A-16", [
  dimension("productivity", "生产力", "Productivity"),
  dimension("service", "服务力", "Service", Text.of("引领保障力", "Leadership and guarantee")),
  dimension("organisation", "组织力", "Organisation")
])

/** Industry, innovation, talent, office, service. Source: P-32. */
export const fiveEcologies = frame("fiveEcologies", ["五个生态", "Five ecologies"], "P-32", [
  dimension("industry", "产业生态", "Industry"),
  dimension("innovation", "创新生态", "Innovation"),
  dimension("talent", "人才生态", "Talent"),
  dimension("office", "办公生态", "Office"),
  dimension("service", "服务生态", "Service")
])

/** Introduce, cultivate, use, retain. Source: P-32. */
export const talentCycle = frame("talentCycle", ["引才育才用才留才", "Talent life cycle"], "P-32", [
  dimension("introduce", "引才", "Introduce"),
  dimension("cultivate", "育才", "Cultivate"),
  dimension("use", "用才", "Use"),
  dimension("retain", "留才", "Retain")
])

/** Introduce, cultivate, motivate, serve, guarantee. Source: F-16. */
export const talentActions = frame("talentActions", ["“禅聚英才”五大行动", "Five talent actions"], "F-16", [
  dimension("introduce", "引进", "Introduce"),
  dimension("cultivate", "培育", "Cultivate"),
  dimension("motivate", "激励", "Motivate"),
  dimension("serve", "服务", "Serve"),
  dimension("guarantee", "保障", "Guarantee")
])

/** Identity, convenience, centrality, vitality, safety, happiness. Source: F-14. */
export const sixMost = frame("sixMost", ["“六最”禅城", 'Six "most" goals'], "F-14", [
  dimension("identity", "最佛山", "Most Foshan"),
  dimension("convenience", "最便捷", "Most convenient"),
  dimension("centrality", "最中心", "Most central"),
  dimension("vitality", "最活力", "Most lively"),
  dimension("safety", "最平安", "Safest"),
  dimension("happiness", "最幸福", "Happiest")
])

/** Value, interest, governance, responsibility. Source: P-03. */
export const fourCommunities = frame("fourCommunities", ["四个共同体", "Four communities"], "P-03", [
  dimension("value", "价值共同体", "Community of values"),
  dimension("interest", "利益共同体", "Community of interests"),
  dimension("governance", "治理共同体", "Community of governance"),
  dimension("responsibility", "责任共同体", "Community of responsibility")
])

/** The frames of the sources; a city may declare its own beside them. */
export const list: ReadonlyArray<Frame> = [
  fourGoals,
  threeCapacities,
  fiveEcologies,
  talentCycle,
  talentActions,
  sixMost,
  fourCommunities
]
