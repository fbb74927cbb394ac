import { type CivilDate, Text } from "@louyu/kernel"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Code } from "./Code.ts"
import * as Comparison from "./Comparison.ts"
import type * as Figure from "./Figure.ts"
import { type FigureInvalid, FiguresDiffer, type IndicatorUnknown, type TreeInvalid } from "./FigureError.ts"
import * as Indicator from "./Indicator.ts"
import * as Publications from "./Publications.ts"
import type { Published } from "./Published.ts"
import * as RollUp from "./RollUp.ts"

/** A named group of indicators that are looked at together, as data. */
export const Panel = Schema.Struct({
  id: Code,
  names: Text.Text,
  indicators: Schema.NonEmptyArray(Indicator.IndicatorId)
})
export type Panel = typeof Panel.Type

/** What a panel is made of: a tree, the figures of its nodes, and what was published. */
export interface Material<Id extends string> {
  readonly indicators: Indicator.Indicators
  readonly tree: RollUp.Tree<Id>
  readonly figures: Iterable<readonly [node: Id, figure: Figure.Figure]>
  readonly publications: Publications.Publications
  readonly on: CivilDate.CivilDate
  readonly tolerance?: Comparison.Tolerance
}

/** A published figure and how the computed one stands to it. */
export interface Said {
  readonly published: Published
  readonly verdict: Comparison.Verdict
}

/** One indicator for one node. Shape: `parts` is how many figures were added up. */
export interface Cell {
  readonly indicator: Indicator.Indicator
  readonly computed: Figure.Figure | undefined
  readonly parts: number
  readonly published: ReadonlyArray<Said>
}

/** All indicators of a panel for one node. */
export interface Line<Id extends string> {
  readonly node: Id
  readonly scope: Figure.Scope
  readonly cells: ReadonlyArray<Cell>
}

/**
 * A panel filled in.
 *
 * Shape: nodes without anything computed or published are left out; `elsewhere` was published of scopes that are no node.
 */
export interface Filled<Id extends string> {
  readonly on: CivilDate.CivilDate
  readonly lines: ReadonlyArray<Line<Id>>
  readonly elsewhere: ReadonlyArray<Published>
}

/** Why a panel cannot be filled in. */
export type PanelError = IndicatorUnknown | TreeInvalid | FiguresDiffer | FigureInvalid

interface Column<Id extends string> {
  readonly indicator: Indicator.Indicator
  readonly sums: RollUp.RolledUps<Id>
  readonly published: ReadonlyMap<string, ReadonlyArray<Published>>
}

const column = <Id extends string>(
  id: Indicator.IndicatorId,
  { indicators, tree, publications, on }: Material<Id>,
  figures: ReadonlyArray<readonly [Id, Figure.Figure]>
): Result.Result<Column<Id>, PanelError> => {
  const own = figures.filter(([, figure]) => figure.indicator === id)
  const other = own.find(([, figure]) => figure.on !== on)
  if (other !== undefined) return Result.fail(new FiguresDiffer({ what: "date", one: on, other: other[1].on }))
  return Result.flatMap(Indicator.get(indicators, id), (indicator) =>
    Result.map(RollUp.of(tree, own), (sums) => ({
      indicator,
      sums,
      published: Map.groupBy(Publications.ofIndicator(publications, id, on), ({ scope }) => scope.id)
    }))
  )
}

const lay = <Id extends string>(
  order: ReadonlyArray<RollUp.Visited<Id>>,
  columns: ReadonlyArray<Column<Id>>,
  { tree, on, tolerance = Comparison.tenth }: Material<Id>
): Filled<Id> => {
  const known = new Set<string>()
  const lines: Array<Line<Id>> = []
  for (const { id: node } of order) {
    const scope = tree.scope(node)
    known.add(scope.id)
    const cells = columns.map(({ indicator, sums, published }): Cell => {
      const sum = sums.get(node)
      const said = (published.get(scope.id) ?? []).map((one) => ({
        published: one,
        verdict: Comparison.of(sum?.figure, one, tolerance)
      }))
      return { indicator, computed: sum?.figure, parts: sum?.parts ?? 0, published: said }
    })
    if (cells.some(({ computed, published }) => computed !== undefined || published.length > 0)) {
      lines.push({ node, scope, cells })
    }
  }
  const elsewhere = columns.flatMap(({ published }) =>
    [...published].flatMap(([scope, all]) => (known.has(scope) ? [] : all))
  )
  return { on, lines, elsewhere }
}

/**
 * Fills a panel in: the figures of its indicators rolled up along a tree, beside what was published by that day.
 *
 * Fails: `IndicatorUnknown`; `FiguresDiffer` when a figure is of another date; and as {@link RollUp.of}.
 * Cost: O(indicators x (nodes and figures)).
 * Source: P-28, 1.9.
 */
export const fill = <Id extends string>(
  panel: Panel,
  material: Material<Id>
): Result.Result<Filled<Id>, PanelError> => {
  const figures = [...material.figures]
  const columns: Array<Column<Id>> = []
  for (const id of panel.indicators) {
    const one = column(id, material, figures)
    if (Result.isFailure(one)) return Result.fail(one.failure)
    columns.push(one.success)
  }
  return Result.map(RollUp.visit(material.tree), (order) => lay(order, columns, material))
}

const panel = (id: string, zh: string, en: string, ...indicators: readonly [string, ...Array<string>]): Panel => {
  const [first, ...rest] = indicators
  const made = Indicator.IndicatorId.make
  return { id, names: Text.of(zh, en), indicators: [made(first), ...rest.map((one) => made(one))] }
}

/** Panels over the definitions of the sources. */
export const common: ReadonlyArray<Panel> = [
  panel("threeRates", "三率", "Three rates", "occupancyByArea", "occupancyByUnits", "taxedHere", "satisfactionRate"),
  panel("cases", "事项办理", "Cases", "closureRate", "onTimeClosureRate", "resolutionRate", "followUpRate"),
  panel("yield", "楼宇产出", "Yield", "tax", "taxGrowth", "taxPerArea", "output", "revenue"),
  panel("base", "基本情况", "Base", "floorArea", "plannedArea", "enterpriseCount", "staffCount", "staffPerEnterprise"),
  panel(
    "organisations",
    "组织覆盖",
    "Organisations",
    "organisationCount",
    "organisationCoverage",
    "membersPerEnterprise"
  ),
  panel("incubation", "孵化", "Incubation", "stayConversion", "qualifiedShare", "propertyPerEnterprise", "outcomeRate")
]
