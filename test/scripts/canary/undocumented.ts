export const undocumented = (amount: number): number => amount

/** See {@link nowhere}. */
export const brokenLink = 1

interface Hidden {
  readonly amount: number
}

/** Shows a type nobody can import. */
export const leak = (): Hidden => ({ amount: 1 })
