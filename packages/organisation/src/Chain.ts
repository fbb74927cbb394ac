/** A list that grows at the front without copying: what units were ever below a unit, however many. */
export type Chain<A> = { readonly head: A; readonly tail: Chain<A> } | undefined

/** Puts an item in front. Cost: O(1). */
export const prepend = <A>(chain: Chain<A>, head: A): Chain<A> => ({ head, tail: chain })

/** The items, newest first. Cost: O(n). */
export function* items<A>(chain: Chain<A>): IterableIterator<A> {
  for (let rest = chain; rest !== undefined; rest = rest.tail) yield rest.head
}

/** The items that pass a test, in the same order. Cost: O(n), and nothing new when all pass. */
export const filter = <A>(chain: Chain<A>, passes: (item: A) => boolean): Chain<A> => {
  const all = [...items(chain)]
  return all.every(passes) ? chain : all.filter(passes).reduceRight<Chain<A>>(prepend, undefined)
}
