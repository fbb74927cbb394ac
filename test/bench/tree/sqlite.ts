import { DatabaseSync } from "node:sqlite"
import type { Contender } from "./contender.ts"
import { lastDay, type Move, never, type Workload } from "./workload.ts"

// Whole numbers as keys and sums made inside SQLite: nothing is lost on text ids or on handing rows over.
const schema = `
  create table unit (id integer primary key, parent integer, area integer not null);
  create table placement (unit integer not null, since integer not null, until integer not null, parent integer);
`

const indices = `
  create index unit_parent on unit (parent);
  create index placement_unit on placement (unit, since, until, parent);
  create index placement_parent on placement (parent, since, until, unit);
  analyze;
`

const orNull = (parent: number): number | null => (parent < 0 ? null : parent)

/** Loads today's parents: a table with an index on the parent. */
export const build = (workload: Workload): DatabaseSync => {
  const database = new DatabaseSync(":memory:")
  database.exec(schema)
  const insert = database.prepare("insert into unit values (?, ?, ?)")
  database.exec("begin")
  for (let node = 0; node < workload.count; node++) {
    insert.run(node, orNull(workload.today[node] as number), workload.area[node] as number)
  }
  database.exec("create index unit_parent on unit (parent)")
  database.exec("commit")
  return database
}

/** Loads today's parents and those of all days. */
export const buildDated = (workload: Workload): DatabaseSync => {
  const { count, first, movedOn, movedTo, today, area } = workload
  const database = new DatabaseSync(":memory:")
  database.exec(schema)
  const insertUnit = database.prepare("insert into unit values (?, ?, ?)")
  const insertPlacement = database.prepare("insert into placement values (?, ?, ?, ?)")
  database.exec("begin")
  for (let node = 0; node < count; node++) {
    insertUnit.run(node, orNull(today[node] as number), area[node] as number)
    const day = movedOn[node] as number
    insertPlacement.run(node, 0, day, orNull(first[node] as number))
    if (day !== never) insertPlacement.run(node, day, never, orNull(movedTo[node] as number))
  }
  database.exec("commit")
  database.exec(indices)
  return database
}

const ancestors = `
  with recursive up (id) as (
    select parent from unit where id = ?
    union all select unit.parent from unit join up on unit.id = up.id
  ) select coalesce(sum(id), 0) as answer from up`

const below = `
  with recursive below (id) as (
    values (?)
    union all select unit.id from unit join below on unit.parent = below.id
  )`

const path = `
  with recursive up (id, steps) as (
    values (?1, 0)
    union all select parent, steps + 1 from unit join up on unit.id = up.id where parent is not null
  ), down (id, steps) as (
    values (?2, 0)
    union all select parent, steps + 1 from unit join down on unit.id = down.id where parent is not null
  ), meeting (up_steps, down_steps) as (
    select up.steps, down.steps from up join down using (id) order by up.steps limit 1
  ) select (select sum(id) from up, meeting where steps <= up_steps)
         + (select coalesce(sum(id), 0) from down, meeting where steps < down_steps) as answer`

const ancestorsOn = `
  with recursive up (id) as (
    select parent from placement where unit = ?1 and since <= ?2 and until > ?2
    union all select placement.parent from placement join up on placement.unit = up.id and since <= ?2 and until > ?2
  ) select coalesce(sum(id), 0) as answer from up`

const rollUpOn = `
  with recursive below (id) as (
    values (?1)
    union all select placement.unit from placement join below
      on placement.parent = below.id and since <= ?2 and until > ?2
  ) select sum(area) as answer from unit join below using (id)`

export const contender = (database: DatabaseSync): Contender => {
  const question = (sql: string): ((...parameters: ReadonlyArray<number>) => number) => {
    const statement = database.prepare(sql)
    return (...parameters) => Number(statement.get(...parameters)?.answer)
  }
  const askAncestors = question(ancestors)
  const askDescendants = question(`${below} select sum(id) as answer from below`)
  const askRollUp = question(`${below} select sum(area) as answer from unit join below using (id)`)
  const askPath = question(path)
  const askAncestorsOn = question(ancestorsOn)
  const askRollUpOn = question(rollUpOn)
  const update = database.prepare("update unit set parent = ? where id = ?")
  return {
    name: "SQLite",
    answers: {
      ancestors: (node) => askAncestors(node),
      descendants: (node) => askDescendants(node) - node,
      "roll-up": (node) => askRollUp(node),
      path: (node, other) => askPath(node, other),
      "ancestors on a day": (node, _, day) => askAncestorsOn(node, day),
      "roll-up on a day": (node, _, day) => askRollUpOn(node, Math.min(day, lastDay))
    },
    moves: (moves: ReadonlyArray<Move>) => {
      database.exec("begin")
      let sum = 0
      for (const { node, parent, asked } of moves) {
        update.run(parent, node)
        sum += askRollUp(asked) + askAncestors(node)
      }
      database.exec("rollback")
      return sum
    }
  }
}

/** Bytes the database takes. */
export const bytes = (database: DatabaseSync): number => {
  const pages = Number(database.prepare("pragma page_count").get()?.page_count)
  return pages * Number(database.prepare("pragma page_size").get()?.page_size)
}

/** A chain asked for the ancestors of its end. */
export const chain = (count: number): (() => number) => {
  const database = new DatabaseSync(":memory:")
  database.exec(schema)
  const insert = database.prepare("insert into unit values (?, ?, 0)")
  database.exec("begin")
  for (let node = 0; node < count; node++) insert.run(node, orNull(node - 1))
  database.exec("commit")
  const statement = database.prepare(ancestors)
  return () => Number(statement.get(count - 1)?.answer)
}
