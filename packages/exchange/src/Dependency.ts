const untouched = 0
const waiting = 1
const taken = 2

interface Frame {
  readonly item: number
  readonly needs: ReadonlyArray<number>
  next: number
}

/**
 * Puts numbered things into an order in which each comes after all it needs, and else in the order given.
 *
 * Shape: `needs` says what a thing needs, all of it among the things; what stands in a circle is taken all the same, and
 * `hasCircle` says so. Cost: O(things and needs), whatever the depth.
 */
export const arrange = (
  things: number,
  needs: (thing: number) => ReadonlyArray<number>
): { readonly order: ReadonlyArray<number>; readonly hasCircle: boolean } => {
  const marks = new Uint8Array(things)
  const order: Array<number> = []
  let hasCircle = false
  const path: Array<Frame> = []
  const begin = (item: number): void => {
    marks[item] = waiting
    path.push({ item, needs: needs(item), next: 0 })
  }
  for (let start = 0; start < things; start++) {
    if (marks[start] === untouched) begin(start)
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.needs[top.next++]
      if (next === undefined) {
        marks[top.item] = taken
        order.push(top.item)
        path.pop()
      } else if (marks[next] === untouched) begin(next)
      else if (marks[next] === waiting) hasCircle = true
    }
  }
  return { order, hasCircle }
}
