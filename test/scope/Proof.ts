import type { Outcome } from "./Outcome.ts"

/** A title that begins with an id, and how what stands under it came out. */
export interface Proof {
  readonly file: string
  readonly title: string
  readonly state: Outcome["state"]
}

/** Anything that looks like an id, so that one with a slip in it (`P-1`, `P-17,`) is refused and not overlooked. */
const looksLikeId = /^[A-Z]\d?-\d/u

/** The ids a title begins with. */
export const leading = (title: string): ReadonlyArray<string> => {
  const words = title.trim().split(/\s+/u)
  const end = words.findIndex((word) => !looksLikeId.test(word))
  return end === -1 ? words : words.slice(0, end)
}

const together = (states: ReadonlyArray<Outcome["state"]>): Outcome["state"] =>
  states.find((state) => state === "failed") ?? states.find((state) => state === "passed") ?? "skipped"

/**
 * The proofs of every id. A block whose title begins with an id is one proof, which fails with any of its tests; a test
 * inside that has the id itself stands on its own.
 */
export const gather = (outcomes: ReadonlyArray<Outcome>): ReadonlyMap<string, ReadonlyArray<Proof>> => {
  const found = new Map<string, Map<string, Proof>>()
  for (const { file, titles, state } of outcomes) {
    const bearers = new Map(
      titles.flatMap((title, depth) =>
        leading(title).map((id) => [id, depth === titles.length - 1 ? title : `${title} …`] as const)
      )
    )
    for (const [id, title] of bearers) {
      const proofs = found.get(id) ?? new Map<string, Proof>()
      const key = `${file} ${title}`
      const known = proofs.get(key)
      proofs.set(key, { file, title, state: together(known === undefined ? [state] : [known.state, state]) })
      found.set(id, proofs)
    }
  }
  return new Map([...found].map(([id, proofs]) => [id, [...proofs.values()]]))
}

export const holds = (proofs: ReadonlyArray<Proof>): boolean => proofs.some(({ state }) => state === "passed")
