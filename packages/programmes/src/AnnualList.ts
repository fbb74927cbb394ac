import { type CivilDate, type Identifier, Rate, Text } from "@louyu/kernel"
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import type { HigherLevel, Level, Milestone } from "./AnnualListCommand.ts"
import type * as Event from "./AnnualListEvent.ts"
import type { ProjectId } from "./Code.ts"
import * as Desk from "./Desk.ts"

type Date = CivilDate.CivilDate

/** A milestone, and when it was reached, if it was. */
export interface MilestoneKnown extends Milestone {
  readonly reached: Date | undefined
}

/** A practical project with what became of it. */
export interface Item {
  readonly adopted: Event.ListItemAdopted
  readonly level: Level
  readonly milestones: ReadonlyArray<MilestoneKnown>
  readonly reports: ReadonlyArray<Event.ListItemReported>
  readonly nominations: ReadonlyArray<HigherLevel>
  readonly scores: ReadonlyArray<Event.ListItemScored>
  readonly promotions: ReadonlyArray<{ readonly to: HigherLevel; readonly on: Date }>
  /** When it was promised to everybody, if it was. */
  readonly published: Date | undefined
  readonly standing: "drafted" | "published" | "completed" | "dropped"
  readonly last: Date
}

/** The practical matters of a committee for a year. Source: H-17, W-06. */
export interface AnnualList extends Desk.Story<Event.Event> {
  readonly opened: Event.AnnualListOpened
  readonly items: HashMap.HashMap<ProjectId, Item>
  readonly published: Date | undefined
}

/** The annual lists of a city. Immutable. */
export type State = Desk.Stories<AnnualList>

/** The key of a list. */
export const keyOf = ({ committee, year }: { readonly committee: Identifier.UnitId; readonly year: number }): string =>
  `${committee} ${year}`

/** The list of a committee for a year. Cost: O(log n). */
export const get = (state: State, committee: Identifier.UnitId, year: number): AnnualList | undefined =>
  Desk.get(state, keyOf({ committee, year }))

/** A practical project of a list. */
export const item = ({ items }: AnnualList, id: ProjectId): Item | undefined =>
  Option.getOrUndefined(HashMap.get(items, id))

/** The practical projects of a list, by id. */
export const items = (list: AnnualList): ReadonlyArray<Item> =>
  [...HashMap.values(list.items)].toSorted((a, b) => (a.adopted.project < b.adopted.project ? -1 : 1))

/** How many practical matters a list has against how many it should have. Source: A-11. */
export interface CapWarning {
  readonly cap: number
  readonly listed: number
  readonly over: number
}

/** How many practical matters there should be at most, where a city says nothing else. Source: H-17. */
export const usualCap = 10

/** What is to be warned about when a list is longer than it should be; `undefined` when it is not. Source: A-11. */
export const overCap = ({ opened, items: all }: AnnualList): CapWarning | undefined => {
  const cap = opened.softCap ?? usualCap
  const listed = [...HashMap.values(all)].filter(({ standing }) => standing !== "dropped").length
  return listed > cap ? { cap, listed, over: listed - cap } : undefined
}

/** How far a practical project is, in per cent: as last told, 100 when it is done. */
export const progress = ({ standing, reports }: Item): number =>
  standing === "completed" ? 100 : (reports.at(-1)?.percent ?? 0)

/** The milestones of a practical project that should have been reached before a day and were not. */
export const late = ({ milestones, standing }: Item, on: Date): ReadonlyArray<MilestoneKnown> =>
  standing === "completed" || standing === "dropped"
    ? []
    : milestones.filter(({ by, reached }) => reached === undefined && by !== undefined && by < on)

/** The score that stands: the last one given. */
export const score = ({ scores }: Item): number | undefined => scores.at(-1)?.score

/** Every practical project that was published for a year, also one that was dropped later. Cost: O(lists + answer). */
export const published = (state: State, year: number): ReadonlyArray<Item> => {
  const found: Array<Item> = []
  for (const list of HashMap.values(state)) {
    if (list.opened.year === year && list.published !== undefined) {
      found.push(...items(list).filter((item) => item.published !== undefined))
    }
  }
  return found
}

const ranks: Readonly<Record<Level, number>> = { committee: 0, district: 1, city: 2 }

/** Tells whether a level is above another one. */
export const isHigher = (to: Level, than: Level): boolean => ranks[to] > ranks[than]

/**
 * The share of the practical projects published for a year that came to a level or higher.
 *
 * Source: W-06, G-06 (55 of 305, 18.03 %).
 */
export const promoted = (state: State, year: number, to: HigherLevel): Rate.Rate => {
  const all = published(state, year)
  const there = all.filter(({ level }) => level === to || isHigher(level, to)).length
  return Rate.of(there, all.length, Text.of("公布的实事项目", "practical projects published"))
}

/** How many practical projects there are for each committee that published a list for a year. Source: W-06 (10.17). */
export const perCommittee = (state: State, year: number): Rate.Rate => {
  let lists = 0
  for (const { opened, published: since } of HashMap.values(state)) {
    if (opened.year === year && since !== undefined) lists++
  }
  return Rate.of(
    published(state, year).length,
    lists,
    Text.of("公布清单的综合党委", "committees that published a list")
  )
}

/** The share of the practical projects published for a year that are done. */
export const completed = (state: State, year: number): Rate.Rate => {
  const all = published(state, year)
  return Rate.of(
    all.filter(({ standing }) => standing === "completed").length,
    all.length,
    Text.of("公布的实事项目", "practical projects published")
  )
}

/** Tells whether a practical project costs its users nothing. Source: D-11. */
export const isFree = ({ adopted }: Item): boolean => (adopted.fee ?? 0) === 0

/** The practical projects of later years that carry one on, the next first. Cost: O(lists). Source: H-17. */
export const renewals = (
  state: State,
  committee: Identifier.UnitId,
  renewed: { readonly year: number; readonly project: ProjectId }
): ReadonlyArray<Item> => {
  const found: Array<Item> = []
  for (const list of HashMap.values(state)) {
    if (list.opened.committee !== committee || list.opened.year <= renewed.year) continue
    for (const one of items(list)) {
      const { renews } = one.adopted
      if (renews?.year === renewed.year && renews.project === renewed.project) found.push(one)
    }
  }
  return found.sort((a, b) => a.adopted.year - b.adopted.year)
}
