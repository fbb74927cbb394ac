/** Something with a score, told apart by an id. */
export interface Scored {
  readonly id: string
  readonly score: number
}

/** Orders by score, the highest first, and by id where scores are equal. */
export const compare = (a: Scored, b: Scored): number => b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

// The heap holds the best so far with the worst of them on top.
const sink = <A extends Scored>(heap: Array<A>, from: number): void => {
  let at = from
  for (;;) {
    const left = at * 2 + 1
    const right = left + 1
    let worst = at
    if (left < heap.length && compare(heap[worst] as A, heap[left] as A) < 0) worst = left
    if (right < heap.length && compare(heap[worst] as A, heap[right] as A) < 0) worst = right
    if (worst === at) return
    const kept = heap[at] as A
    heap[at] = heap[worst] as A
    heap[worst] = kept
    at = worst
  }
}

const rise = <A extends Scored>(heap: Array<A>): void => {
  let at = heap.length - 1
  while (at > 0) {
    const above = (at - 1) >> 1
    if (compare(heap[above] as A, heap[at] as A) >= 0) return
    const kept = heap[at] as A
    heap[at] = heap[above] as A
    heap[above] = kept
    at = above
  }
}

/**
 * The best of many, best first.
 *
 * Cost: O(all · log amount) at worst, much less when the good ones come early; never sorts all.
 *
 * ```ts
 * Best.of(2, [{ id: "a", score: 1 }, { id: "c", score: 5 }, { id: "b", score: 5 }]).map(({ id }) => id) // => ["b", "c"]
 * ```
 */
export const of = <A extends Scored>(amount: number, all: Iterable<A>): ReadonlyArray<A> => {
  if (!(amount >= 1)) return []
  const heap: Array<A> = []
  for (const one of all) {
    if (heap.length < amount) {
      heap.push(one)
      rise(heap)
    } else if (compare(one, heap[0] as A) < 0) {
      heap[0] = one
      sink(heap, 0)
    }
  }
  return heap.toSorted(compare)
}
