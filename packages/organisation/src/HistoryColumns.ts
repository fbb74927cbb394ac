import type { Identifier } from "@louyu/kernel"
import { CivilDate, Period, type Timeline } from "@louyu/kernel"
import type { ChronicleColumns } from "./Chronicle.ts"
import * as Forest from "./Forest.ts"
import type { Line } from "./Structure.ts"
import type * as Unit from "./Unit.ts"

// Entries as they come, node by node.
interface Rows {
  readonly offsets: Array<number>
  readonly from: Array<number>
  readonly values: Array<number>
}

// A value on the days of an entry, another one in the gaps between them and behind the last.
const add = (rows: Rows, entries: Timeline.Timeline<number>, gap: number): void => {
  for (const [index, { from, to, value }] of entries.entries()) {
    rows.from.push(CivilDate.toEpochDay(from))
    rows.values.push(value)
    if (to === undefined || entries[index + 1]?.from === to) continue
    rows.from.push(CivilDate.toEpochDay(to))
    rows.values.push(gap)
  }
  rows.offsets.push(rows.from.length)
}

const empty = (): Rows => ({ offsets: [0], from: [], values: [] })

// Under whom a unit stands on every day of its life: under nobody where it has no superior, or one that does not exist.
const placed = (
  unit: Unit.Unit,
  find: (id: Identifier.UnitId) => Unit.Unit | undefined,
  line: Line
): Timeline.Timeline<number> => {
  const entries: Array<Timeline.Entry<number>> = []
  let alone: ReadonlyArray<Period.Period> = [unit.life]
  for (const stay of unit.superior[line]) {
    const superior = find(stay.value)
    const days = superior === undefined ? undefined : Period.intersect(stay, superior.life)
    const shared = days === undefined ? undefined : Period.intersect(days, unit.life)
    if (superior === undefined || shared === undefined) continue
    entries.push({ ...shared, value: superior.index })
    alone = alone.flatMap((period) => Period.subtract(period, shared))
  }
  return [...entries, ...alone.map((period) => ({ ...period, value: Forest.noParent }))].sort(Period.compare)
}

/** Who stood under whom, over time, by the indexes of units. Cost: O(units + moves). */
export const parents = (
  units: ReadonlyArray<Unit.Unit>,
  find: (id: Identifier.UnitId) => Unit.Unit | undefined,
  line: Line
): ChronicleColumns<Int32Array> => {
  const rows = empty()
  for (const unit of units) add(rows, placed(unit, find, line), Forest.absent)
  return {
    offsets: Int32Array.from(rows.offsets),
    from: Int32Array.from(rows.from),
    values: Int32Array.from(rows.values)
  }
}

/** A figure of every unit over time. Cost: O(units + changes). */
export const weights = (
  units: ReadonlyArray<Unit.Unit>,
  figure: (unit: Unit.Unit) => Timeline.Timeline<number>
): ChronicleColumns<Float64Array> => {
  const rows = empty()
  for (const unit of units) add(rows, figure(unit), 0)
  return {
    offsets: Int32Array.from(rows.offsets),
    from: Int32Array.from(rows.from),
    values: Float64Array.from(rows.values)
  }
}
