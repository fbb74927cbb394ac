/** What has the same key, in the order in which it comes; the keys in the order in which they are met. */
export const by = <K, A>(all: Iterable<A>, keyOf: (one: A) => K): ReadonlyMap<K, readonly [A, ...Array<A>]> => {
  const groups = new Map<K, [A, ...Array<A>]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return groups
}
