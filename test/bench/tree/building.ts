import * as Chronicle from "../../../packages/organisation/src/Chronicle.ts"
import * as Forest from "../../../packages/organisation/src/Forest.ts"
import type { Contender } from "./contender.ts"
import * as d3 from "./d3.ts"
import * as limit from "./limit.ts"
import { compare, retained } from "./measure.ts"
import * as ours from "./ours.ts"
import { figures, line } from "./report.ts"
import * as sqlite from "./sqlite.ts"
import type { Row, Workload } from "./workload.ts"

const most = { rounds: 5, seconds: 4 }

const unitsIn = (database: ReturnType<typeof sqlite.build>): number => {
  const units = Number(database.prepare("select count(*) as units from unit").get()?.units)
  database.close()
  return units
}

/** Builds what answers today's questions, and what answers those of all days, each in several ways by turns. */
export const lines = (workload: Workload, rows: ReadonlyArray<Row>): ReadonlyArray<string> => {
  const { count, area } = workload
  const columns = ours.columns(workload)
  const today = compare(
    count,
    [
      { name: "ours", run: () => Forest.size(ours.build(workload).forest, 0) },
      { name: "limit", run: () => limit.build(workload).exit[0] ?? 0 }
    ],
    most
  )
  const fromRows = compare(
    count,
    [
      { name: "ours", run: () => Forest.size(ours.buildFromRows(rows).forest, 0) },
      { name: "d3", run: () => d3.build(rows).descendants().length },
      { name: "SQLite", run: () => unitsIn(sqlite.build(workload)) }
    ],
    most
  )
  const dated = compare(
    count,
    [
      { name: "ours", run: () => Chronicle.rollUpOn(ours.buildChronicle(columns, area), "area", 0, 0) },
      { name: "limit", run: () => limit.buildHistory(workload).sums[0] ?? 0 }
    ],
    most
  )
  return [
    line("build today from dense numbers, a unit", count, today),
    line("build today from text ids, a unit", count, fromRows),
    line("build all days from dense numbers, a unit", count, dated)
  ]
}

export interface Built {
  readonly today: ours.Ours
  readonly contenders: ReadonlyArray<Contender>
  readonly lines: ReadonlyArray<string>
}

/** Builds each contender once, to be asked, and tells what memory it holds. */
export const contenders = (workload: Workload, rows: ReadonlyArray<Row>): Built => {
  const { count, area } = workload
  const columns = ours.columns(workload)
  const [today, todayBytes] = retained(() => ours.build(workload))
  const [chronicle, chronicleBytes] = retained(() => ours.buildChronicle(columns, area))
  const [root, d3Bytes] = retained(() => d3.build(rows))
  const database = sqlite.buildDated(workload)
  return {
    today,
    contenders: [
      ours.contender(today, chronicle),
      limit.contender(workload, limit.build(workload), limit.buildHistory(workload)),
      d3.contender(rows, workload, root),
      sqlite.contender(database)
    ],
    lines: [
      figures("bytes a unit, today", count, { ours: todayBytes / count, d3: d3Bytes / count }),
      figures("bytes a unit, all days", count, {
        ours: chronicleBytes / count,
        SQLite: sqlite.bytes(database) / count
      })
    ]
  }
}
