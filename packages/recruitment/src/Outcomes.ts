import { type CivilDate, Period } from "@louyu/kernel"
import type { PipelineId } from "./Pipeline.ts"
import * as State from "./State.ts"

type Date = CivilDate.CivilDate

/** What outcomes are counted by. */
export type By = "reason" | "exit" | "stage" | "source" | "building" | "liaison"

/**
 * How prospects ended that share something.
 *
 * Shape: `rate` is won by decided (won and lost), `undefined` when nothing was decided; `key` is `undefined` for those of
 * whom it is not known.
 */
export interface Outcome {
  readonly key: string | undefined
  readonly won: number
  readonly lost: number
  readonly rate: number | undefined
}

interface Decided {
  readonly known: State.ProspectKnown
  readonly on: Date
  readonly departure: State.Departure | undefined
}

const keys: Readonly<Record<By, (one: Decided) => string | undefined>> = {
  reason: ({ departure }) => departure?.reason,
  exit: ({ departure }) => departure?.exit,
  stage: ({ departure, known }) => departure?.stage ?? known.stage,
  source: ({ known }) => known.prospect.source,
  building: ({ known }) => known.prospect.intent?.buildings?.[0],
  liaison: ({ known, on }) => State.holder(known, on)
}

const decided = (state: State.State, pipeline: PipelineId, within: Period.Period): ReadonlyArray<Decided> =>
  [...State.prospects(state)]
    .filter(({ opened, merged }) => opened.pipeline === pipeline && merged === undefined)
    .flatMap((known): ReadonlyArray<Decided> => {
      // Who left after having been won was no loss of the pipeline; who was taken up again is not decided yet.
      const lost = known.departures.filter(
        ({ reopened, on }) => reopened === undefined && (known.won === undefined || on < known.won)
      )
      return [
        ...(known.won === undefined ? [] : [{ known, on: known.won, departure: undefined }]),
        ...lost.map((departure) => ({ known, on: departure.on, departure }))
      ].filter(({ on }) => Period.contains(within, on))
    })

/**
 * Who was won and lost in a period, by what they share, most first.
 *
 * Source: R4-8.
 */
export const by = (state: State.State, pipeline: PipelineId, what: By, within: Period.Period): ReadonlyArray<Outcome> =>
  [...Map.groupBy(decided(state, pipeline, within), keys[what])]
    .map(([key, all]): Outcome => {
      const lost = all.filter(({ departure }) => departure !== undefined).length
      return { key, won: all.length - lost, lost, rate: (all.length - lost) / all.length }
    })
    .toSorted((a, b) => b.won + b.lost - a.won - a.lost || ((a.key ?? "") < (b.key ?? "") ? -1 : 1))

/** How much somebody has to look after. Shape: `room` is `undefined` where nobody set a limit. */
export interface Load {
  readonly liaison: string
  readonly open: number
  readonly room: number | undefined
}

/** What everybody who looks after prospects has to look after on a day, most first. */
export const loads = (state: State.State, on: Date): ReadonlyArray<Load> => {
  const counts = new Map<string, number>()
  for (const known of State.prospects(state)) {
    const holder = State.holder(known, on)
    const isOpen = State.isThere(known, on) && (known.won === undefined || known.won > on)
    if (holder !== undefined && isOpen) counts.set(holder, (counts.get(holder) ?? 0) + 1)
  }
  return [...State.liaisons(state)]
    .flatMap(([liaison, { terms }]): ReadonlyArray<Load> => {
      const term = terms.find((one) => Period.contains(one, on))
      if (term === undefined) return []
      const open = counts.get(liaison) ?? 0
      const { capacity } = term.value
      return [{ liaison, open, room: capacity === undefined ? undefined : Math.max(0, capacity - open) }]
    })
    .toSorted((a, b) => b.open - a.open || (a.liaison < b.liaison ? -1 : 1))
}
