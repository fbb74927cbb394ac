import * as fc from "fast-check"

/** The plain truth the compiled forest is held against: the parent of every node, -1 for none, -2 for absent. */
export type Parents = ReadonlyArray<number>

export const parentOf = (parents: Parents, node: number): number => parents[node] ?? -2

export const ancestorsOf = (parents: Parents, node: number): Array<number> => {
  const above: Array<number> = []
  for (let at = parentOf(parents, node); at >= 0; at = parentOf(parents, at)) above.push(at)
  return above
}

export const alive = (parents: Parents): Array<number> => [...parents.keys()].filter((node) => parents[node] !== -2)

export const childrenOf = (parents: Parents, node: number): Array<number> =>
  node < 0 ? [] : [...parents.keys()].filter((child) => parents[child] === node)

export const subtreeOf = (parents: Parents, node: number): Array<number> =>
  parentOf(parents, node) === -2
    ? []
    : [node, ...childrenOf(parents, node).flatMap((child) => subtreeOf(parents, child))]

export const sumOf = (parents: Parents, weights: ReadonlyArray<number>, node: number): number =>
  subtreeOf(parents, node).reduce((sum, below) => sum + (weights[below] ?? 0), 0)

export const commonOf = (parents: Parents, a: number, b: number): number | undefined => {
  const above = new Set([b, ...ancestorsOf(parents, b)])
  return parentOf(parents, a) === -2 || parentOf(parents, b) === -2
    ? undefined
    : [a, ...ancestorsOf(parents, a)].find((node) => above.has(node))
}

// Numbers are dealt out so that parents may have larger numbers than their children. `choices` between 0 and 1 picks a
// parent among those dealt before; small ones make roots and absent nodes.
const deal = (order: ReadonlyArray<number>, choices: ReadonlyArray<number>): Array<number> => {
  const parents = new Array<number>(order.length).fill(-2)
  const placed: Array<number> = []
  for (const [index, node] of order.entries()) {
    const choice = choices[index] ?? 0
    if (choice < 0.1) continue
    const slot = Math.floor(((choice - 0.1) / 0.9) * (placed.length + 1))
    parents[node] = placed[slot - 1] ?? -1
    placed.push(node)
  }
  return parents
}

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

/** Random forests of a number of nodes, some of them absent. */
export const forestOf = (count: number): fc.Arbitrary<Array<number>> =>
  fc
    .tuple(
      fc.shuffledSubarray([...Array(count).keys()], { minLength: count, maxLength: count }),
      fc.array(fraction, { minLength: count, maxLength: count })
    )
    .map(([order, choices]) => deal(order, choices))

/** Random forests with up to 24 nodes, and the extremes: chains and stars. */
export const forest: fc.Arbitrary<Array<number>> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 24 }).chain(forestOf) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 24 }).map((count) => [...Array(count).keys()].map((n) => n - 1)) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 24 }).map((count) => [...Array(count).keys()].map((n) => (n === 0 ? -1 : 0)))
  }
)

export const weights = (count: number): fc.Arbitrary<Array<number>> =>
  fc.array(fc.integer({ min: -5, max: 1000 }), { minLength: count, maxLength: count })
