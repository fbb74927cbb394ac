import { type Text, TimeWindow } from "@louyu/kernel"
import type { Part, Rules } from "./Weights.ts"

/** A time of the week; weekdays count from Monday, 1, to Sunday, 7. */
export interface Weekly {
  readonly weekdays: ReadonlyArray<number>
  readonly open: TimeWindow.TimeOfDay
  readonly close: TimeWindow.TimeOfDay
}

/** What is wanted, as far as a ranking looks at it. */
export interface Wanted {
  readonly category?: string
  readonly place?: string
  readonly windows?: ReadonlyArray<Weekly>
  readonly quantity: number
}

/** Who answers for what is offered: the one whose duty the matter is, one who takes part in it, or anybody else. */
export type Duty = "owner" | "partner" | "none"

/** What is offered, as far as a ranking looks at it; what is not known is left out. */
export interface Offered {
  readonly id: string
  readonly category?: string
  readonly place?: string
  readonly windows?: ReadonlyArray<Weekly>
  readonly free?: number | "unlimited"
  readonly ratings?: { readonly amount: number; readonly mean: number }
  readonly duty?: Duty
  /** How well its words fit those of the need, 0 to 1. */
  readonly text?: number
}

/**
 * What a ranking asks others about.
 *
 * Shape: `fit` of two categories is from 0 to 1; `minutes` goes before `steps`; either is `undefined` when nobody knows.
 */
export interface Surroundings {
  readonly fit: (wanted: string, offered: string) => number | undefined
  readonly steps: (from: string, to: string) => number | undefined
  readonly minutes?: (from: string, to: string) => number | undefined
}

/** One part of a score before it is weighed: from 0 to 1, whether it is known, and in words why. */
export interface Look {
  readonly value: number
  readonly known: boolean
  readonly words: () => Text.Both
}

const clamp = (value: number): number => (value > 0 ? Math.min(1, value) : 0)
const percent = (value: number): string => `${Math.round(value * 100)} %`

const known = (value: number, zh: () => string, en: () => string): Look => ({
  value: clamp(value),
  known: true,
  words: () => ({ zh: zh(), en: en() })
})

const unknown = (value: number, zh: string, en: string): Look => ({
  value,
  known: false,
  words: () => ({ zh: `${zh}，按 ${percent(value)} 计`, en: `${en}; counted as ${percent(value)}` })
})

type Ask = (wanted: Wanted, offered: Offered, around: Surroundings, rules: Rules) => Look

const category: Ask = (wanted, offered, { fit }, { neutral }) => {
  const both = wanted.category !== undefined && offered.category !== undefined
  const value = both ? fit(wanted.category, offered.category) : undefined
  if (value === undefined) return unknown(neutral, "类别不明", "the category is not known")
  return known(
    value,
    () => (value >= 1 ? "类别相同" : value > 0 ? `类别相近（${percent(value)}）` : "类别不同"),
    () => (value >= 1 ? "the same category" : value > 0 ? `a related category (${percent(value)})` : "another category")
  )
}

const text: Ask = (_, { text: value }, __, { neutral }) =>
  value === undefined
    ? unknown(neutral, "未比对文字", "the words were not compared")
    : known(
        value,
        () => `文字相符 ${percent(clamp(value))}`,
        () => `the words fit to ${percent(clamp(value))}`
      )

const distance: Ask = (wanted, offered, around, { neutral, farSteps, farMinutes }) => {
  const { place: from } = wanted
  const { place: to } = offered
  if (from === undefined || to === undefined) return unknown(neutral, "地点不明", "a place is not known")
  const minutes = around.minutes?.(from, to)
  if (minutes !== undefined) {
    return known(
      1 - minutes / farMinutes,
      () => `路程 ${minutes} 分钟`,
      () => `${minutes} minutes away`
    )
  }
  const steps = around.steps(from, to)
  if (steps === undefined) return unknown(neutral, "距离不明", "the distance is not known")
  return known(
    1 - steps / farSteps,
    () => (steps === 0 ? "同一地点" : `相隔 ${steps} 级`),
    () => (steps === 0 ? "at the same place" : `${steps} steps away in the tree`)
  )
}

const minutesOf = ({ open, close }: Weekly): readonly [number, number] => [
  TimeWindow.minuteOf(open),
  TimeWindow.minuteOf(close)
]

// The stretches of one weekday, in order and without sharing a minute.
const stretches = (windows: ReadonlyArray<Weekly>, weekday: number): ReadonlyArray<readonly [number, number]> => {
  const merged: Array<readonly [number, number]> = []
  const own = windows.filter(({ weekdays }) => weekdays.includes(weekday)).map(minutesOf)
  for (const [from, to] of own.toSorted(([a], [b]) => a - b)) {
    const last = merged.at(-1)
    if (last !== undefined && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)]
    else merged.push([from, to])
  }
  return merged
}

const overlap = (
  one: ReadonlyArray<readonly [number, number]>,
  other: ReadonlyArray<readonly [number, number]>
): number => {
  let sum = 0
  for (const [from, to] of one) {
    for (const [begin, end] of other) sum += Math.max(0, Math.min(to, end) - Math.max(from, begin))
  }
  return sum
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** How many minutes of the wanted times of a week there are, and how many of them fall into the offered ones. */
export const shared = (
  wanted: ReadonlyArray<Weekly>,
  offered: ReadonlyArray<Weekly>
): { readonly wanted: number; readonly shared: number } => {
  const sum = { wanted: 0, shared: 0 }
  for (const weekday of weekdays) {
    const own = stretches(wanted, weekday)
    sum.wanted += own.reduce((minutes, [from, to]) => minutes + to - from, 0)
    sum.shared += overlap(own, stretches(offered, weekday))
  }
  return sum
}

const time: Ask = (wanted, offered, _, { neutral }) => {
  if (wanted.windows === undefined)
    return known(
      1,
      () => "时间不限",
      () => "any time will do"
    )
  if (offered.windows === undefined) return unknown(neutral, "服务时间不明", "the hours of the offer are not known")
  const { wanted: asked, shared: met } = shared(wanted.windows, offered.windows)
  const value = asked === 0 ? 1 : met / asked
  return known(
    value,
    () => (value === 0 ? "时间不合" : `每周 ${asked} 分钟中有 ${met} 分钟可用`),
    () => (value === 0 ? "the hours do not meet" : `${met} of the ${asked} minutes wanted a week`)
  )
}

const capacity: Ask = ({ quantity }, { free }, _, { neutral }) => {
  if (free === undefined) return unknown(neutral, "余量不明", "what is left is not known")
  if (free === "unlimited")
    return known(
      1,
      () => "数量不限",
      () => "there is no limit"
    )
  return known(
    quantity <= 0 ? 1 : free / quantity,
    () => `需要 ${quantity}，余 ${free}`,
    () => `${quantity} wanted, ${free} left`
  )
}

// Few ratings say little: they are mixed with what an unrated offer is taken to have.
const satisfaction: Ask = (_, { ratings }, __, { stars }) => {
  const amount = ratings?.amount ?? 0
  const mean = (stars.mean * stars.ratings + (ratings?.mean ?? 0) * amount) / (stars.ratings + amount)
  const value = clamp((mean - 1) / 4)
  if (amount === 0) return unknown(value, "暂无评价", "not rated yet")
  return known(
    value,
    () => `${amount} 次评价，折合 ${mean.toFixed(1)} 分`,
    () => `${amount} ratings, taken as ${mean.toFixed(1)} of 5`
  )
}

const duties: Readonly<Record<Duty, readonly [value: number, zh: string, en: string]>> = {
  owner: [1, "属其职责", "it is the owner's duty"],
  partner: [0.5, "参与此项工作", "the owner takes part in this"],
  none: [0, "非其职责", "it is not the owner's duty"]
}

const duty: Ask = (_, { duty: owed }, __, { neutral }) => {
  if (owed === undefined) return unknown(neutral, "职责不明", "the duty of the owner is not known")
  const [value, zh, en] = duties[owed]
  return known(
    value,
    () => zh,
    () => en
  )
}

/** How each part is looked at. */
export const looks: Readonly<Record<Part, Ask>> = { category, text, distance, time, capacity, satisfaction, duty }

/** One part of a score: how far it is met, what it could give, what it gives, and why. */
export interface Reason {
  readonly part: Part
  /** From 0 to 1. */
  readonly value: number
  readonly weight: number
  readonly points: number
  /** Whether this rests on something known, and not on what is assumed without. */
  readonly known: boolean
  readonly words: Text.Both
}
