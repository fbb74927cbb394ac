import { type HierarchyNode, stratify } from "d3-hierarchy"
import type { Contender } from "./contender.ts"
import type { Row, Workload } from "./workload.ts"

type Node = HierarchyNode<Row>

/** Stratifies the rows and sums the figure. */
export const build = (rows: ReadonlyArray<Row>): Node =>
  stratify<Row>()
    .id((row) => row.id)
    .parentId((row) => row.parentId)(rows)
    .sum((row) => row.area)

// The nodes by number, so that finding a node costs d3 nothing.
const byNumber = (root: Node): ReadonlyArray<Node> => {
  const nodes: Array<Node> = []
  root.each((node) => {
    nodes[node.data.number] = node
  })
  return nodes
}

const rowsOn = (rows: ReadonlyArray<Row>, { first, movedOn, movedTo }: Workload, day: number): ReadonlyArray<Row> =>
  rows.map((row, node) => {
    const parent = (day < (movedOn[node] as number) ? first[node] : movedTo[node]) as number
    return { ...row, parentId: rows[parent]?.id }
  })

const sumOf = (nodes: ReadonlyArray<Node>): number => {
  let sum = 0
  for (const node of nodes) sum += node.data.number
  return sum
}

export const contender = (rows: ReadonlyArray<Row>, workload: Workload, root: Node): Contender => {
  const nodes = byNumber(root)
  const at = (node: number): Node => nodes[node] as Node
  return {
    name: "d3",
    answers: {
      ancestors: (node) => sumOf(at(node).ancestors()) - node,
      descendants: (node) => sumOf(at(node).descendants()) - node,
      "roll-up": (node) => at(node).value ?? Number.NaN,
      path: (node, other) => sumOf(at(node).path(at(other))),
      // A tree of d3 has no dates: another day is another tree.
      "roll-up on a day": (node, _, day) => byNumber(build(rowsOn(rows, workload, day)))[node]?.value ?? Number.NaN
    }
  }
}
