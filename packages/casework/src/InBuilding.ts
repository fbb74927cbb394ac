import { Rate, Text } from "@louyu/kernel"
import type { CaseId } from "./Case.ts"
import * as Flow from "./Flow.ts"
import { type Cohort, cohort } from "./Rates.ts"
import { type CaseKnown, closure } from "./State.ts"

/** A level, and how many of all cases that are closed were closed there. */
export interface Settled {
  readonly level: string
  readonly inBuilding: boolean
  readonly share: Rate.Timed
}

/** Where matters were settled, and which ordinary ones left the building. */
export interface InBuilding {
  /** Closed at a level of the building, of all closed. */
  readonly share: Rate.Timed
  /** The same of ordinary ones. */
  readonly ordinary: Rate.Timed
  readonly levels: ReadonlyArray<Settled>
  readonly breaches: ReadonlyArray<CaseId>
}

/**
 * Tells whether an ordinary case is, or was closed, outside its building. Source: P-37.
 *
 * Shape: also where it was found to be ordinary only after it had left.
 */
export const isBreach = (flow: Flow.Flow, { difficulty, level }: CaseKnown): boolean =>
  difficulty === "ordinary" && Flow.level(flow, level)?.inBuilding === false

/**
 * "Ordinary matters do not leave the building": where the cases of a cohort under one flow were settled.
 *
 * Shape: cases under other flows are passed over; levels in the order of the ladder.
 * Source: P-37, W-01.
 */
export const of = (flow: Flow.Flow, cases: Iterable<CaseKnown>, which: Cohort): InBuilding => {
  const counted = cohort(cases, which).filter(({ raised }) => raised.flow === flow.id)
  const closed = counted.filter((known) => closure(known) !== undefined)
  const ordinary = closed.filter(({ difficulty }) => difficulty === "ordinary")
  const isInside = ({ level }: CaseKnown): boolean => Flow.level(flow, level)?.inBuilding === true
  const figure = (some: ReadonlyArray<CaseKnown>, all: ReadonlyArray<CaseKnown>, zh: string, en: string) =>
    Rate.asOf(some.length, all.length, Text.of(zh, en), which.asOf)
  return {
    share: figure(closed.filter(isInside), closed, "已办结", "closed"),
    ordinary: figure(ordinary.filter(isInside), ordinary, "已办结的一般问题", "ordinary ones closed"),
    levels: flow.ladder.map(({ id, inBuilding }) => ({
      level: id,
      inBuilding,
      share: figure(
        closed.filter(({ level }) => level === id),
        closed,
        "已办结",
        "closed"
      )
    })),
    breaches: counted.filter((known) => isBreach(flow, known)).map(({ raised }) => raised.case)
  }
}
