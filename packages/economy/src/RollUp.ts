import * as Result from "effect/Result"
import * as Figure from "./Figure.ts"
import { type FigureInvalid, type FiguresDiffer, TreeInvalid } from "./FigureError.ts"

/** Any tree: its roots, what lies under a node, and what a node is called. */
export interface Tree<Id extends string> {
  readonly roots: Iterable<Id>
  /** What lies directly under a node. */
  readonly children: (id: Id) => Iterable<Id>
  /** What figures of a node speak about. */
  readonly scope: (id: Id) => Figure.Scope
}

/** A figure of a node and all below it. */
export interface RolledUp {
  readonly figure: Figure.Figure
  /** How many figures it was added up from. */
  readonly parts: number
}

/** The figures of nodes, in the order in which the tree names them; nodes with none at or below them are left out. */
export type RolledUps<Id extends string> = ReadonlyMap<Id, RolledUp>

/** A node and the one above it. */
export interface Visited<Id> {
  readonly id: Id
  readonly parent: Id | undefined
}

/** The nodes of a tree from the roots down, every one before those below it. Fails: `TreeInvalid`. Cost: O(nodes). */
export const visit = <Id extends string>(tree: Tree<Id>): Result.Result<ReadonlyArray<Visited<Id>>, TreeInvalid> => {
  const order: Array<Visited<Id>> = []
  const seen = new Set<Id>()
  // Without recursion, however deep.
  const open: Array<Visited<Id>> = [...tree.roots].reverse().map((id) => ({ id, parent: undefined }))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { id } = next
    if (seen.has(id)) return Result.fail(new TreeInvalid({ node: id, reason: "reachedTwice" }))
    seen.add(id)
    order.push(next)
    for (const child of [...tree.children(id)].reverse()) open.push({ id: child, parent: id })
  }
  return Result.succeed(order)
}

const plus = (
  sum: RolledUp | undefined,
  more: RolledUp,
  scope: Figure.Scope
): Result.Result<RolledUp, FiguresDiffer | FigureInvalid> =>
  sum === undefined
    ? Result.succeed({ figure: { ...more.figure, scope }, parts: more.parts })
    : Result.map(Figure.add(sum.figure, more.figure, scope), (figure) => ({ figure, parts: sum.parts + more.parts }))

/**
 * Adds figures of one indicator and date up along a tree: numerators and denominators are added, rates never averaged.
 *
 * Shape: each figure is the node's own, without what lies below; a node may have several.
 * Fails: `TreeInvalid` when a node is reached twice or has a figure without being in the tree; `FiguresDiffer`;
 * `FigureInvalid` when a sum of whole numbers is no longer exact.
 * Cost: O(nodes and figures).
 * Source: invariant 15; golden figures 1.9.
 */
export const of = <Id extends string>(
  tree: Tree<Id>,
  figures: Iterable<readonly [node: Id, figure: Figure.Figure]>
): Result.Result<RolledUps<Id>, TreeInvalid | FiguresDiffer | FigureInvalid> =>
  Result.flatMap(visit(tree), (order): Result.Result<RolledUps<Id>, TreeInvalid | FiguresDiffer | FigureInvalid> => {
    const known = new Set(order.map(({ id }) => id))
    const sums = new Map<Id, RolledUp>()
    const put = (id: Id, more: RolledUp) =>
      Result.map(plus(sums.get(id), more, tree.scope(id)), (sum) => void sums.set(id, sum))
    for (const [id, figure] of figures) {
      if (!known.has(id)) return Result.fail(new TreeInvalid({ node: id, reason: "notInTree" }))
      const added = put(id, { figure, parts: 1 })
      if (Result.isFailure(added)) return Result.fail(added.failure)
    }
    for (const { id, parent } of order.toReversed()) {
      const sum = sums.get(id)
      if (sum === undefined || parent === undefined) continue
      const added = put(parent, sum)
      if (Result.isFailure(added)) return Result.fail(added.failure)
    }
    const found = new Map<Id, RolledUp>()
    for (const { id } of order) {
      const sum = sums.get(id)
      if (sum !== undefined) found.set(id, sum)
    }
    return Result.succeed(found)
  })
