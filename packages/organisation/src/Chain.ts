/** A list that grows at the front without copying: what units were ever below a unit, however many. */
export type Chain<A> = { readonly head: A; readonly tail: Chain<A> } | undefined

/** Puts an item in front. Cost: O(1). */
export const prepend = <A>(chain: Chain<A>, head: A): Chain<A> => ({ head, tail: chain })

/** The items, newest first. Cost: O(n). */
export function* items<A>(chain: Chain<A>): IterableIterator<A> {
  for (let rest = chain; rest !== undefined; rest = rest.tail) yield rest.head
}
