import { fold, type Prospect, type ProspectId } from "./Prospect.ts"
import type { Sign } from "./RecruitmentError.ts"
import * as State from "./State.ts"

/** Something two prospects of a pipeline share when they are one. */
export interface Mark {
  readonly by: Sign
  readonly key: string
}

/** A prospect that looks like another one, and by what. */
export interface Likeness {
  readonly of: ProspectId
  readonly by: Sign
}

/**
 * What a prospect is known by in its pipeline: its social credit code, its folded names, the person to talk to.
 *
 * Shape: the surest first. Whoever has the same number is the same person in the vault, so a number needs no place here.
 * Source: R4-9.
 */
export const signs = ({ pipeline, uscc, names, contact }: Prospect): ReadonlyArray<Mark> => [
  ...(uscc === undefined ? [] : [{ by: "uscc" as const, key: `${pipeline} uscc ${uscc}` }]),
  ...[names?.zh, names?.en].flatMap((name) => {
    const folded = name === undefined ? "" : fold(name)
    return folded === "" ? [] : [{ by: "name" as const, key: `${pipeline} name ${folded}` }]
  }),
  ...(contact === undefined ? [] : [{ by: "contact" as const, key: `${pipeline} contact ${contact}` }])
]

/**
 * Prospects that look like one, surest signs first, each once; those merged into others stand for these.
 *
 * Shape: two with different social credit codes are two firms, whoever speaks for them.
 */
export const find = (state: State.State, prospect: Prospect): ReadonlyArray<Likeness> => {
  const seen = new Set<string>([prospect.prospect])
  return signs(prospect).flatMap(({ by, key }) =>
    State.bearers(state, key).flatMap((bearer): ReadonlyArray<Likeness> => {
      const known = State.prospect(state, bearer)
      const of = known?.merged?.into ?? bearer
      const other = State.prospect(state, of)?.prospect.uscc
      const differ = other !== undefined && prospect.uscc !== undefined && other !== prospect.uscc
      if (differ || seen.has(of)) return []
      seen.add(of)
      return [{ of, by }]
    })
  )
}
