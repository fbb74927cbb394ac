import { Flow, FlowPresets } from "@louyu/casework"
import { mulberry32 } from "../tree/workload.ts"

/** The flow all ways follow. */
export const flow = FlowPresets.propertyCouncilHall
export const stages = flow.stages.map(({ id }) => id)
export const actions = [...new Set(flow.moves.map(({ action }) => action))]

/** Attempts to do something with cases, all mixed up: numbers of cases and of actions. */
export interface Attempts {
  readonly cases: number
  readonly subjects: Uint32Array
  readonly actions: Uint8Array
}

/** Where a case goes by an action; `undefined` where it goes nowhere. */
export const to = (from: string, action: string): string | undefined =>
  flow.moves.find((one) => one.from === from && one.action === action)?.to

/**
 * So many attempts with an eighth as many cases, each at a case by chance: mostly something that is allowed there, in one of
 * fifty anything.
 */
export const attempts = (amount: number): Attempts => {
  const random = mulberry32(29)
  const chance = (most: number): number => Math.floor(random() * most)
  const cases = Math.ceil(amount / 8)
  const now = new Array<string>(cases).fill(flow.begin)
  const found = { cases, subjects: new Uint32Array(amount), actions: new Uint8Array(amount) }
  for (let attempt = 0; attempt < amount; attempt++) {
    const subject = chance(cases)
    const from = now[subject] as Flow.StageId
    const allowed = Flow.allowed(flow, from)
    // Closing ends most cases too early to be of interest.
    const likely = allowed.length > 1 && random() < 0.8 ? allowed.filter((one) => one !== "close") : allowed
    const action =
      likely.length === 0 || random() < 0.02 ? actions[chance(actions.length)] : likely[chance(likely.length)]
    if (action === undefined) throw new Error("there is an action")
    found.subjects[attempt] = subject
    found.actions[attempt] = actions.indexOf(action)
    now[subject] = to(from, action) ?? from
  }
  return found
}

const numbers = new Map<string, number>(stages.map((id, number) => [id, number]))

/** What all ways to follow the attempts must agree on: where every case is, and how many attempts were refused. */
export const check = (cases: number, stageOf: (subject: number) => string, refused: number): number => {
  let sum = refused
  for (let subject = 0; subject < cases; subject++) {
    sum += (numbers.get(stageOf(subject)) ?? Number.NaN) * ((subject & 1023) + 1)
  }
  return sum
}
