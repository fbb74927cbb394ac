import { type CaseworkSettings, CaseworkSettings as Settings, type State } from "@louyu/casework"
import type { Identifier } from "@louyu/kernel"
import { Directory, type Post, Routing } from "@louyu/roles"

/**
 * Who answers for a case, and why it came to them.
 *
 * Shape: `by` is `place` as long as it is settled in the building: then `steps` tell how the post that handles matters of
 * its category was found. It is `ladder` above: `post` is the rung of the city's role scheme that its level is, counted
 * from below. `answers` is empty only where every chair is.
 */
export interface CaseRoute {
  readonly by: "place" | "ladder"
  readonly level: string
  readonly post: Post.Post | undefined
  readonly answers: ReadonlyArray<Identifier.PersonId>
  readonly steps: ReadonlyArray<Routing.Step>
}

/**
 * Finds who answers for a case on the date of a directory.
 *
 * Shape: a ladder of the role scheme that is shorter than that of the flow ends at its highest rung.
 * Source: 1.6 (need → post routing), P-37, R5-7, R5-20.
 */
export const of = (
  settings: CaseworkSettings.CaseworkSettings,
  directory: Directory.Directory,
  { raised, category, level }: State.CaseKnown
): CaseRoute => {
  const matter = { matter: category ?? Routing.general, unit: raised.place }
  const ladder = Settings.flow(settings, raised.flow, raised.version)?.ladder ?? []
  const at = ladder.findIndex(({ id }) => id === level)
  const rungs = at < 0 || ladder[at]?.inBuilding !== false ? [] : Routing.ladder(directory, matter)
  const rung = rungs[Math.min(at, rungs.length - 1)]
  if (rung === undefined) {
    const { at: post, answers, steps } = Routing.route(directory, matter)
    return { by: "place", level, post, answers, steps }
  }
  const answers = Directory.holders(directory, rung).map(({ person }) => person)
  return { by: "ladder", level, post: rung.post, answers, steps: [] }
}
