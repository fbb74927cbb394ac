import { type CivilDate, type Count, Period } from "@louyu/kernel"
import type { Code, WorkLineId } from "./Code.ts"
import * as Desk from "./Desk.ts"
import * as Rule from "./Rule.ts"
import type { Group } from "./WorkLineCommand.ts"
import type * as Event from "./WorkLineEvent.ts"

type Date = CivilDate.CivilDate

/** Something a group holds, and until when. */
export interface Entry {
  readonly entered: Event.WorkLineEntryEntered
  readonly to: Date | undefined
}

/** A work line with what its groups hold. Source: F-05. */
export interface WorkLine extends Desk.Story<Event.Event> {
  readonly declared: Event.WorkLineDeclared
  readonly entries: ReadonlyArray<Entry>
}

/** The work lines of a city. Immutable. */
export type State = Desk.Stories<WorkLine>

/** A work line. */
export const get = (state: State, id: WorkLineId): WorkLine | undefined => Desk.get(state, id)

/** An entry of a group, ended or not. */
export const entry = ({ entries }: WorkLine, group: Code, id: Code): Entry | undefined =>
  entries.find(({ entered }) => entered.group === group && entered.entry === id)

/** The entries of a group on a date, in the order they were entered. */
export const entriesOn = ({ entries }: WorkLine, group: Code, on: Date): ReadonlyArray<Entry> =>
  entries.filter(({ entered, to }) => entered.group === group && Period.contains(Rule.period(entered.from, to), on))

/**
 * A group held against its declared size.
 *
 * Shape: `state` is `open` where no number was declared, `short` or `over` where it is not met, else `complete`. A bound
 * ("ten and more") is met by more as well; an estimate is only ever short when nothing is there.
 */
export interface Checked {
  readonly group: Group
  readonly entries: number
  readonly state: "complete" | "short" | "over" | "open"
}

const stateOf = (declared: Count.Count | undefined, entries: number): Checked["state"] => {
  if (declared === undefined) return "open"
  const { value, qualifier } = declared
  switch (qualifier) {
    case "exact":
      return entries < value ? "short" : entries > value ? "over" : "complete"
    case "atLeast":
      return entries < value ? "short" : "complete"
    default:
      return entries === 0 ? "short" : "complete"
  }
}

/** Every group in its order, declared against entered, on a date. Source: F-05. */
export const check = (line: WorkLine, on: Date): ReadonlyArray<Checked> =>
  line.declared.groups.map((group) => {
    const entries = entriesOn(line, group.group, on).length
    return { group, entries, state: stateOf(group.declared, entries) }
  })

/** Tells whether nothing is short or over on a date. */
export const isComplete = (line: WorkLine, on: Date): boolean =>
  check(line, on).every(({ state }) => state === "complete" || state === "open")

/** The pattern of the declared sizes, `1-2-3-4-N`; `N` where no number was declared. Source: F-05. */
export const pattern = ({ declared }: WorkLine): string =>
  declared.groups.map((group) => String(group.declared?.value ?? "N")).join("-")
