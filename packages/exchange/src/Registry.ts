import * as Suggestion from "./Suggestion.ts"

/** What rows set up and refer to by id. */
export type Sort = "unit" | "alliance" | "roster"

/** A row that sets something up. */
export interface Definition {
  readonly file: string
  readonly row: number
}

/**
 * Everything the rows of a folder set up, so that a reference can be checked wherever it stands.
 *
 * Shape: `define` gives the row that set up the same id before, if any.
 */
export interface Registry {
  readonly define: (sort: Sort, id: string, by: Definition) => Definition | undefined
  readonly knows: (sort: Sort, id: string) => boolean
  readonly nearest: (sort: Sort, id: string) => ReadonlyArray<string>
}

/** An empty registry; `elsewhere` knows units that exist outside the folder. */
export const make = (elsewhere: (id: string) => boolean): Registry => {
  const defined = {
    unit: new Map<string, Definition>(),
    alliance: new Map<string, Definition>(),
    roster: new Map<string, Definition>()
  }
  const advise = Suggestion.advisor()
  return {
    define: (sort, id, by) => {
      const before = defined[sort].get(id)
      if (before === undefined) defined[sort].set(id, by)
      return before
    },
    knows: (sort, id) => defined[sort].has(id) || (sort === "unit" && elsewhere(id)),
    nearest: (sort, id) => advise(id, sort, defined[sort].keys(), defined[sort].size)
  }
}
