import type { Journeys } from "@louyu/recruitment"
import { mulberry32 } from "../tree/workload.ts"

/** Nine stages in a row, the last of which ends the journey, and one for those lost on the way. */
export const stages: ReadonlyArray<Journeys.Stage> = [
  { id: "lead" },
  { id: "assessed" },
  { id: "contacted" },
  { id: "talks" },
  { id: "office" },
  { id: "signed" },
  { id: "registered" },
  { id: "moved-in" },
  { id: "operating", terminal: true },
  { id: "lost", terminal: true }
]
export const ids = stages.map(({ id }) => id)

const [last, lost] = [8, 9]

/** One on, one back, or lost; nobody leaves an end. */
export const moves = ids.slice(0, last).flatMap((from, stage) =>
  [stage + 1, stage - 1, lost].flatMap((to): ReadonlyArray<readonly [string, string]> => {
    const id = ids[to]
    return id === undefined ? [] : [[from, id]]
  })
)
export const rules: Journeys.Rules = { moves, entries: ["lead"] }

/** Which move between numbers is allowed, nowhere yet being the number of stages. */
export const isAllowed = (from: number, to: number): boolean =>
  from === ids.length ? to === 0 : from < last && (to === from + 1 || to === from - 1 || to === lost)

/** Steps of prospects in the order of time, in days, and what each prospect is. */
export interface Prospects {
  readonly amount: number
  readonly subjects: Uint32Array
  readonly stages: Uint8Array
  readonly at: Int32Array
  readonly region: Uint8Array
  readonly names: ReadonlyArray<string>
}

/** Ten years of prospects. */
export const days = 3_650
export const regions = 12

/**
 * So many steps, about five a prospect: one in eight steps loses it, one in sixteen leads back; days from 1 to 60 between
 * two steps. Steps after the ten years are left out, and prospects begin until there are steps enough.
 */
export const prospects = (amount: number): Prospects => {
  const random = mulberry32(91)
  const [subject, stage, day] = [new Uint32Array(amount), new Uint8Array(amount), new Int32Array(amount)]
  const region: Array<number> = []
  let made = 0
  while (made < amount) {
    const one = region.push(Math.floor(random() * regions)) - 1
    let at = Math.floor(random() * days)
    let now = 0
    for (;;) {
      subject[made] = one
      stage[made] = now
      day[made++] = at
      const chance = random()
      at += 1 + Math.floor(random() * 60)
      if (made === amount || now >= last || at >= days) break
      now = chance < 0.125 ? lost : chance < 0.1875 && now > 0 ? now - 1 : now + 1
    }
  }
  return {
    ...inTime(subject, stage, day),
    region: Uint8Array.from(region),
    names: region.map((_, one) => `firm-${one}`)
  }
}

// By day, those of one day as they came: counted, not compared.
const inTime = (subject: Uint32Array, stage: Uint8Array, day: Int32Array) => {
  const places = new Int32Array(days + 1)
  for (const at of day) places[at + 1] = (places[at + 1] as number) + 1
  for (let at = 0; at < days; at++) places[at + 1] = (places[at + 1] as number) + (places[at] as number)
  const amount = day.length
  const [subjects, stagesInTime, at] = [new Uint32Array(amount), new Uint8Array(amount), new Int32Array(amount)]
  for (let step = 0; step < amount; step++) {
    const on = day[step] as number
    const place = places[on] as number
    places[on] = place + 1
    subjects[place] = subject[step] as number
    stagesInTime[place] = stage[step] as number
    at[place] = on
  }
  return { amount, subjects, stages: stagesInTime, at }
}

/** The same steps, and one attempt more in fifty, of anybody to anywhere; most of them are refused. */
export const attempts = ({ amount, subjects, stages: to, region }: Prospects) => {
  const random = mulberry32(17)
  const all = amount + Math.floor(amount / 50)
  const tried = { subjects: new Uint32Array(all), stages: new Uint8Array(all) }
  let step = 0
  for (let attempt = 0; attempt < all; attempt++) {
    const isExtra = step === amount || random() * (all - attempt) < all - attempt - (amount - step)
    tried.subjects[attempt] = isExtra ? Math.floor(random() * region.length) : (subjects[step] as number)
    tried.stages[attempt] = isExtra ? Math.floor(random() * ids.length) : (to[step] as number)
    if (!isExtra) step++
  }
  return tried
}

export type Attempts = ReturnType<typeof attempts>

/** What all ways to follow the attempts must agree on: where everybody is, and how many were refused. */
export const check = (amount: number, stageOf: (subject: number) => number, refused: number): number => {
  let sum = refused
  for (let subject = 0; subject < amount; subject++) sum += stageOf(subject) * ((subject & 1023) + 1)
  return sum
}
